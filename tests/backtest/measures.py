# SPDX-License-Identifier: GPL-3.0-or-later
"""One draft held against the text really adopted, and the sums of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from drafting.comparing.lineage import trace
from drafting.comparing.records import Span
from drafting.errors import TargetError
from drafting.updating.calendar import session_of
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty
from tests.backtest.answering import Looked, looked_up
from tests.backtest.kept import (
    Changed,
    Kept,
    changed_figures,
    changed_mentions,
    kept_texts,
    unchanged_mentions,
)
from tests.backtest.series import Trial
from tests.backtest.verdicts import Judged, Verdict, judged


@dataclass(slots=True)
class Outcome:
    """What one trial, or all trials of a series, came to.

    `missed` and `unseen` are (trial, where, words, what stands there now). `asked` counts remarks that are
    one question once: changed where one of their places was.
    """

    certain: Counter[Verdict] = field(default_factory=Counter)
    fact: Counter[Verdict] = field(default_factory=Counter)
    review: Counter[Verdict] = field(default_factory=Counter)
    remark: Counter[Verdict] = field(default_factory=Counter)
    asked: Counter[Verdict] = field(default_factory=Counter)
    wrong: list[tuple[str, Judged]] = field(default_factory=list)
    unfit: list[tuple[str, Judged]] = field(default_factory=list)
    mentions: int = 0
    located: int = 0
    replaced: int = 0
    replaced_located: int = 0
    figures: int = 0
    figures_located: int = 0
    unchanged: int = 0
    left_alone: int = 0
    missed: list[tuple[str, Changed]] = field(default_factory=list)
    answered: list[tuple[str, Looked]] = field(default_factory=list)
    trials: int = 0
    skipped: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        """Take the figures of another outcome in."""
        for one in fields(self):
            mine, more = getattr(self, one.name), getattr(other, one.name)
            if isinstance(mine, Counter):
                mine.update(more)
            elif isinstance(mine, list):
                mine.extend(more)
            else:
                setattr(self, one.name, mine + more)


def outcome(trial: Trial, *, with_shelf: bool = True) -> Outcome:
    """The draft for the session that really followed, held against the text adopted there.

    The shelf is every text of the corpus that was there by then, which takes a while to read.
    """
    made = Outcome(trials=1)
    lineage = trace(trial.versions)
    try:
        carry = propose(lineage, session_of(trial.adopted))
    except TargetError as error:  # two renewals in one year: the target of years cannot say it
        made.skipped.append(f"{trial.name}: {error}")
        return made
    kept = kept_texts(lineage.latest, trial.adopted)
    fitting = _proposals(made, trial.name, carry, kept)
    if with_shelf:
        made.answered = [(trial.name, one) for one in looked_up(trial, carry, fitting)]
    _changes(made, trial.name, carry, kept.values())
    return made


def _proposals(
    made: Outcome, name: str, carry: CarryOver, kept: dict[tuple[str, int | None], Kept]
) -> dict[str, str]:
    """Count the verdicts; gives the words adopted where a placeholder fits, by the id of the proposal."""
    fitting = {}
    questions: dict[str, set[Verdict]] = {}
    for proposal in carry.proposals:
        fact = carry.fact(proposal.fact) if proposal.fact else None
        one = judged(proposal, kept.get((proposal.paragraph, proposal.footnote)), fact)
        if fact is not None and one.verdict is Verdict.RIGHT:
            fitting[proposal.id] = one.stands
        if proposal.certainty is Certainty.CERTAIN:
            made.certain[one.verdict] += 1
            if one.verdict in {Verdict.KEPT, Verdict.OTHER}:
                made.wrong.append((name, one))
        elif proposal.certainty is Certainty.FACT:
            made.fact[one.verdict] += 1
            if one.verdict in {Verdict.KEPT, Verdict.OTHER}:
                made.unfit.append((name, one))
        elif proposal.remark:
            made.remark[one.verdict] += 1
            questions.setdefault(proposal.asked_with or proposal.id, set()).add(one.verdict)
        else:
            made.review[one.verdict] += 1
    for told in questions.values():
        made.asked[next(one for one in (Verdict.OTHER, Verdict.KEPT, Verdict.GONE) if one in told)] += 1
    return fitting


def _changes(made: Outcome, name: str, carry: CarryOver, kept: Iterable[Kept]) -> None:
    spans: dict[tuple[str, int | None], list[Span]] = {}
    for proposal in carry.proposals:
        place = (proposal.paragraph, proposal.footnote)
        spans.setdefault(place, []).append(Span(proposal.start, proposal.end))

    def is_located(one: Kept, span: Span) -> bool:
        there = spans.get((one.paragraph, one.footnote), [])
        return any(other.start < span.end and span.start < other.end for other in there)

    texts = list(kept)
    for changed in changed_mentions(texts):
        here = is_located(changed.kept, changed.mention.span)
        made.mentions += 1
        made.located += here
        if not changed.dropped:
            made.replaced += 1
            made.replaced_located += here
        if not here:
            made.missed.append((name, changed))
    for one, span in unchanged_mentions(texts):
        made.unchanged += 1
        made.left_alone += not is_located(one, span)
    for one, span in changed_figures(texts):
        made.figures += 1
        made.figures_located += is_located(one, span)
