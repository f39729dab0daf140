# SPDX-License-Identifier: GPL-3.0-or-later
"""All rules at once: order, what is left out, languages, and what holds for every text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.checking import Subject, check, findings_of, in_text_order, off_by_default, rule, rules
from drafting.comparing.lineage import trace
from drafting.opening import gather
from drafting.resolution import Resolution
from tests.checked import mended, spot_words, text_of
from tests.drawn_resolutions import resolutions

WRONG = """
PP1 Recalling General Assembly resolution 76/159 of 16 December 2021,^1
PP2 Recalling the 59th session,
OP1 Notes General Assembly resolution 76/159 of 16 December 2021, and the the report in [brackets];
OP2 Recalling.
^1 See A/HRC/1/1
"""
EVERY = tuple(one.id for one in rules())


def test_findings_come_in_the_order_of_the_text() -> None:
    text = text_of(WRONG)
    found = check(Subject(text, drafting=True))
    assert found == in_text_order(Subject(text), list(reversed(found)))
    places = [(one.spot.paragraph, one.spot.footnote) for one in found]
    assert places[0] == ("PP1", 1)
    assert [name for name, _ in places] == sorted(
        (name for name, _ in places), key=["PP1", "PP2", "OP1", "OP2"].index
    )


def test_rules_are_left_out_as_asked() -> None:
    text = text_of("PP1 Recalling General Assembly resolution 70/1 of 25 September 2015 “A”,")
    assert "no-break-spaces" in off_by_default()
    assert [one.rule for one in check(Subject(text, drafting=True), off=())] == ["no-break-spaces"]
    assert check(Subject(text, drafting=True)) == ()
    assert check(Subject(text_of(WRONG), drafting=True), off=EVERY) == ()


def test_brackets_are_told_of_texts_being_written_alone() -> None:
    found = {one.rule for one in check(Subject(text_of(WRONG)))}
    drafted = {one.rule for one in check(Subject(text_of(WRONG), drafting=True))}
    assert drafted - found == {"brackets-left"}
    assert all(rule(one).drafting for one in drafted - found)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_rules_of_english_are_silent_elsewhere(language: str) -> None:
    found = check(Subject(text_of(WRONG, language=language), drafting=True), off=())
    assert {one.rule for one in found} <= {one.id for one in rules() if not one.english}
    assert "brackets-left" in {one.rule for one in found}


def test_the_work_can_be_ended() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check(Subject(text_of(WRONG)), watch=stop)


def test_every_version_is_checked_against_those_before_it(sample_files: tuple[Path, ...]) -> None:
    lineage = gather(sample_files).lineage
    found = findings_of(lineage)
    assert len(found) == len(lineage.versions)
    first = lineage.versions[0]
    assert found[0] == check(Subject(first))
    assert found[-1] != check(Subject(lineage.latest))


def _sound(text: Resolution, *, drafting: bool, earlier: tuple[Resolution, ...] = ()) -> None:
    """What holds for the findings in every text."""
    found = check(Subject(text, earlier, drafting=drafting), off=())
    for one in found:
        assert spot_words(text, one) == one.words
        assert one.message.endswith((".", "?"))
        assert not rule(one.rule).generated or one.fix
        assert all(mend.old != mend.new for mend in one.fix)
        for spot in one.related:
            assert spot.start <= spot.end
            assert len(spot_words(text, replace(one, spot=spot))) == spot.end - spot.start
        for mend in one.fix:
            assert spot_words(text, replace(one, spot=mend.spot)) == mend.old
        starts = sorted((m.spot.paragraph, m.spot.footnote or 0, m.spot.start, m.spot.end) for m in one.fix)
        assert all(
            a[:2] != b[:2] or a[3] <= b[2] for a, b in pairwise(starts)
        )  # mends of one fix never overlap


@settings(max_examples=60)
@given(resolutions(), resolutions(), st.booleans())
def test_findings_are_sound(older: Resolution, text: Resolution, drafting: bool) -> None:
    _sound(text, drafting=drafting, earlier=(older,))
    lineage = trace((older, text))
    assert findings_of(lineage)[0] == check(Subject(older))


@settings(max_examples=40)
@given(resolutions())
def test_a_fix_takes_its_finding_away(text: Resolution) -> None:
    for one in check(Subject(text, drafting=True), off=()):
        if one.fix:
            again = check(Subject(mended(text, one), drafting=True), off=())
            same = [other for other in again if other.rule == one.rule]
            before = [
                other for other in check(Subject(text, drafting=True), off=()) if other.rule == one.rule
            ]
            assert one not in same
            assert len(same) < len(before)


FRAGMENTS = """
the the Charter
of A/RES/70/1 and
for 3 years
on July 17, 2020
on the 5th of May
from 6-23 June
at its 59th and 60th sessions
10 % of
ten or twenty-five States
the coronavirus disease (COVID-19)
COVID-19
the 46/14 resolution of
General Assembly resolution 76/159 of 16 December 2021
“A”
"A"
General Assembly resolution 76/159
States' rights
for 2015-2030 - or
by  two
the Charter
the Charter of the United Nations
the World Health Organization (WHO)
WHO
[or not]
79/[…]
the United Nations High Commissioner for Human Rights
the High Commissioner
and recalling also
(A)
""".strip().split("\n")
OPENINGS = {
    "PP": ("Recalling", "Recalling also", "Noting with concern", "Recalls"),
    "OP": ("Notes", "Also notes"),
}


@st.composite
def wrong_texts(draw: st.DrawFn) -> Resolution:
    """Texts in which much is wrong, in any order."""
    lines = []
    for part, openings in OPENINGS.items():
        for at in range(1, draw(st.integers(1, 4)) + 1):
            words = draw(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4))
            sign = draw(st.sampled_from((",", ";", ".", "")))
            lines.append(f"{part}{at} {draw(st.sampled_from(openings))} {' '.join(words)}{sign}")
    return text_of("\n".join(lines))


@settings(max_examples=150)
@given(wrong_texts())
def test_every_fix_holds_where_much_is_wrong(text: Resolution) -> None:
    _sound(text, drafting=True)
    found = check(Subject(text, drafting=True), off=())
    for one in found:
        if one.fix:
            after = check(Subject(mended(text, one), drafting=True), off=())
            left, before = (Counter(other.rule for other in some) for some in (after, found))
            assert left[one.rule] < before[one.rule], one


def test_findings_in_the_samples_are_sound(sample_files: tuple[Path, ...]) -> None:
    versions = gather(sample_files).lineage.versions
    for at, version in enumerate(versions):
        _sound(version, drafting=True, earlier=versions[:at])
