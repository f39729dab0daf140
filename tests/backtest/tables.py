# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures as they are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafting.updating.records import PLACEHOLDER
from tests.backtest.judgements import judgement, place
from tests.backtest.kept import Changed
from tests.backtest.measures import Outcome
from tests.backtest.verdicts import Judged, Verdict

HEAD = (
    f"{'series':<40}{'drafts':>7}{'certain':>16}{'located':>17}{'replaced':>17}{'fitting':>15}{'review':>12}"
    f"{'remarks':>12}"
)
_LONGEST = 100


def row(name: str, total: Outcome) -> str:
    """One series: right of certain, located of changed, fitting of facts, changed of review and remarks."""
    right, certain = _borne_out(total.certain)
    fitting, facts = _borne_out(total.fact)
    return (
        f"{name:<40}{total.trials:>7}{_share(right, certain):>16}{_share(total.located, total.mentions):>17}"
        f"{_share(total.replaced_located, total.replaced):>17}{_share(fitting, facts):>15}"
        f"{_changed(total.review):>12}{_changed(total.remark):>12}"
    )


def _borne_out(counts: Counter[Verdict]) -> tuple[int, int]:
    """How many were right, of all those of which the adopted text tells anything."""
    return counts[Verdict.RIGHT], sum(counts.values()) - counts[Verdict.GONE]


def _changed(counts: Counter[Verdict]) -> str:
    """How many places of review the sponsors changed."""
    kept = counts[Verdict.KEPT]
    return f"{sum(counts.values()) - kept}/{sum(counts.values())}"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole:5.1f} %" if whole else "–"


def lists(total: Outcome, *, missed: bool, facts: bool) -> Iterator[str]:
    """Under a series: every certain proposal not borne out with its judgement, and what was asked for."""
    for trial, judged in total.wrong:
        verdict, why = judgement(trial, judged)
        yield from _proposal(trial, judged, f"{verdict}: {why}" if why else verdict)
    for trial, looked in total.answered if facts else ():
        if not looked.right and (looked.said or looked.there):
            told = f"asked “{looked.proposal.new}”, answered “{looked.said}”, adopted “{looked.adopted}”"
            yield f"    [shelf] {trial} {looked.proposal.paragraph}: {told}"
    for trial, judged in total.unfit if facts else ():
        yield from _proposal(trial, judged, "fact")
    for trial, changed in total.missed if missed else ():
        yield _missed(trial, changed)
    yield from (f"    not drafted: {line}" for line in total.skipped)


def _proposal(trial: str, judged: Judged, said: str) -> Iterator[str]:
    proposal = judged.proposal
    told = f"“{proposal.old}” → “{proposal.new}”, adopted “{_cut(judged.stands)}”"
    yield f"    [{said}] {trial} {place(judged)}: {told}"
    yield f"        {proposal.reason}"


def _missed(trial: str, changed: Changed) -> str:
    note = "" if changed.kept.footnote is None else f" note {changed.kept.footnote}"
    about = changed.mention.span
    old = changed.kept.old[max(0, about.start - 30) : about.end + 30]
    new = " | ".join(one.new.of(changed.kept.new) for one in changed.kept.touching(about))
    said = "dropped" if changed.dropped else "missed"
    return (
        f"    [{said}] {trial} {changed.kept.paragraph}{note} {changed.mention.kind}: "
        f"“…{old}…” → “{_cut(new)}”"
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def totals(total: Outcome) -> Iterator[str]:
    """The sums beside what is aimed at."""
    right, certain = _borne_out(total.certain)
    judged = Counter(judgement(trial, one)[0] for trial, one in total.wrong)
    told = ", ".join(f"{count} {name}" for name, count in judged.most_common())
    excused = right + judged["slip"] + judged["style"]
    yield _total("certain proposals borne out by the adopted text", right, certain, None)
    yield f"    not borne out: {told or 'none'}; {total.certain[Verdict.GONE]} more of which nothing is told"
    yield _total("certain proposals right, slips and dates moved aside", excused, certain, 98)
    yield _total("changed mentions in kept paragraphs located", total.located, total.mentions, 85)
    yield _total("    of them those replaced by another", total.replaced_located, total.replaced, None)
    yield _total(
        "    all changed figures and ordinals, seen or not", total.figures_located, total.figures, None
    )
    yield _total("unchanged mentions left alone", total.left_alone, total.unchanged, None)
    fitting, facts = _borne_out(total.fact)
    kept = total.fact[Verdict.KEPT]
    yield _total("facts whose placeholder fits", fitting, facts - kept, 95)
    yield f"    {kept} more whose old words were kept, {total.fact[Verdict.GONE]} of which nothing is told"
    looked = [one for _, one in total.answered if one.there]
    right = sum(one.right for one in looked)
    yield _total("facts answered by their source on the shelf", right, len(looked), None)
    others = [one for _, one in total.answered if one.said and PLACEHOLDER not in one.said and not one.there]
    false = sum(not one.right and one.sure for one in others)
    wrong = sum(not one.right for one in others)
    yield f"    other facts answered: {len(others)}, {wrong} of them wrong, {false} wrong and said to be sure"
    as_proposed = total.review[Verdict.RIGHT]
    yield f"review: {_changed(total.review)} changed by the sponsors, {as_proposed} as proposed"
    yield f"remarks: {_changed(total.remark)} changed by the sponsors"
    yield f"    asked as one question each: {_changed(total.asked)} changed at one place at least"


def _total(name: str, part: int, whole: int, aim: float | None) -> str:
    if not whole:
        return f"{name:<62}none"
    share = 100 * part / whole
    verdict = "" if aim is None else f"   aim {aim:g} %: {'met' if share >= aim else 'missed'}"
    return f"{name:<62}{part:>6} of {whole:<6}{share:>7.2f} %{verdict}"
