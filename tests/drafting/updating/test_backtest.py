# SPDX-License-Identifier: GPL-3.0-or-later
"""The backtest itself: what it calls right, changed and located; and a slice of it on the sample series."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from yearly import version

from drafting.comparing.records import Span
from drafting.updating.records import Certainty, Fact, FactPart, Proposal
from tests.backtest import tables
from tests.backtest.judgements import UNJUDGED, judgement
from tests.backtest.kept import Kept, changed_mentions, kept_texts, unchanged_mentions
from tests.backtest.measures import Outcome, outcome
from tests.backtest.series import series, trials
from tests.backtest.verdicts import Verdict, judged
from tests.backtest.words import standing, turned

BASE = "Recalling its resolution 50/4 of 7 July 2022, and the report of its fiftieth session,"
FACT = Fact("x", "?", (FactPart("number", "number"), FactPart("date", "date", "[…] July 2023")))


def proposal(old: str, new: str, pattern: str = "") -> Proposal:
    start = BASE.index(old)
    certainty = Certainty.FACT if pattern else Certainty.CERTAIN
    return Proposal(
        "PP1:1",
        "PP1",
        start,
        start + len(old),
        old,
        new,
        certainty,
        "resolution",
        "As ever.",
        pattern=pattern,
    )


@pytest.mark.parametrize(
    ("adopted", "verdict"),
    [
        (BASE.replace("50/4 of 7 July 2022", "53/11 of 12 July 2023"), Verdict.RIGHT),
        (BASE.replace("50/4 of 7 July 2022", "53/11 of 12\u00a0July 2023, on seas"), Verdict.RIGHT),
        (BASE, Verdict.KEPT),
        (BASE.replace("50/4 of 7 July 2022", "53/11 of 14 July 2023"), Verdict.OTHER),
        (BASE.replace("50/4 of 7 July 2022", "53/11"), Verdict.OTHER),
        (BASE.replace("resolution 50/4 of 7 July 2022", "mandate"), Verdict.GONE),
        (None, Verdict.GONE),
    ],
)
def test_what_is_borne_out(adopted: str | None, verdict: Verdict) -> None:
    kept = None if adopted is None else Kept("PP1", None, BASE, adopted)
    assert judged(proposal("50/4 of 7 July 2022", "53/11 of 12 July 2023"), kept, None).verdict is verdict


@pytest.mark.parametrize(
    ("stands", "verdict"),
    [
        ("53/11 of 12 July 2023", Verdict.RIGHT),
        ("53/11 of 12 June 2023", Verdict.OTHER),
        ("52/11 of 12 July 2023", Verdict.OTHER),
        ("50/4 of 7 July 2022", Verdict.KEPT),
    ],
)
def test_which_placeholders_fit(stands: str, verdict: Verdict) -> None:
    pattern = "53/{number} of {date}"
    one = proposal("50/4 of 7 July 2022", "53/[…] of […] July 2023", pattern)
    kept = Kept("PP1", None, BASE, BASE.replace("50/4 of 7 July 2022", stands))
    found = judged(one, kept, FACT)
    assert found.verdict is verdict
    if verdict is Verdict.RIGHT:
        assert found.stands == stands


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("the fiftieth session,", "the fifty-first session,", [("fiftieth", "fifty-first")]),
        ("of 7 July 2022, and more", "of 7 July 2023 and more", [("2022,", "2023")]),
        ("countries' rights  are", "countries’ rights are", []),
        ("a b c", "a c", [("b", "")]),
        ("a c", "a b c", [("", "b")]),
    ],
)
def test_a_plain_difference_of_words(old: str, new: str, changed: list[tuple[str, str]]) -> None:
    found = [(one.old.of(old), one.new.of(new)) for one in turned(old, new)]
    assert [(old, new.strip()) for old, new in found] == changed


def test_what_stands_where_words_stood() -> None:
    old, new = "at its  sixtieth session, in 2022;", "at its sixty-third session and after, in 2022;"
    start = old.index("sixtieth")
    assert standing(old, new, Span(start, start + 8)) == "sixty-third"
    start = old.index("2022")
    assert standing(old, new, Span(start, start + 4)) == "2022"


def test_changed_mentions_need_no_proposal_and_no_history() -> None:
    lines = "Recalling its resolution 50/4 of 7 July 2022 and resolution 60/251 of 15 March 2006,", "Decides."
    base = version("53/1", "2023-07-12", *lines)
    adopted = version(
        "56/1", "2024-07-10", lines[0].replace("50/4 of 7 July 2022", "53/1 of 12 July 2023"), "Decides."
    )
    kept = list(kept_texts(base, adopted).values())
    assert [(one.words, one.dropped) for one in changed_mentions(kept)] == [("50/4 of 7 July 2022", False)]
    assert [span.of(one.old) for one, span in unchanged_mentions(kept)] == ["60/251 of 15 March 2006"]


def test_footnotes_that_stayed_and_that_changed_are_kept_texts() -> None:
    base = version(
        "53/1", "2023-07-12", "Takes note of the report^{A/HRC/53/46.} and of the study;^{See A/77/1.}"
    )
    adopted = version(
        "56/1", "2024-07-10", "Takes note of the report^{A/HRC/56/40.} and of the study;^{See A/77/1.}"
    )
    kept = kept_texts(base, adopted)
    assert {place: one.new for place, one in kept.items() if place[1]} == {
        ("OP1", 1): "A/HRC/56/40.", ("OP1", 2): "See A/77/1.",
    }  # fmt: skip
    assert [one.kept.footnote for one in changed_mentions(kept.values())] == [1]


def test_the_sample_series_meets_the_aims(sample_files: tuple[Path, ...]) -> None:
    total = Outcome()
    for trial in trials(sample_files[0].parent):
        total.add(outcome(trial, with_shelf=False))
    assert total.trials == len(sample_files) - 1
    assert total.certain[Verdict.RIGHT] >= 5
    assert [judgement(trial, one)[0] for trial, one in total.wrong] == ["slip"]  # PP4 of 56/2
    assert total.located >= 0.85 * total.mentions
    assert total.left_alone >= 0.7 * total.unchanged
    assert total.fact[Verdict.OTHER] == 0
    assert all(tables.totals(total))


def test_what_nobody_has_judged_is_told_as_such() -> None:
    one = judged(proposal("50/4 of 7 July 2022", "1/1"), Kept("PP1", None, BASE, BASE), None)
    assert judgement("1/1 → 2/2 (1 before)", one) == (UNJUDGED, "")
    assert (
        judgement("53/11 → 56/2 (4 before)", replace(one, proposal=replace(one.proposal, paragraph="PP9")))[0]
        == UNJUDGED
    )


def test_the_corpus_has_each_version_once(shared: Path) -> None:
    for folder in sorted((shared / "corpus" / "series").iterdir()):
        versions = series(folder)
        assert len(versions) > 4
        assert all(one.masthead.body and one.number for one in versions)
