# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates of resolutions: at the first mention, and only there."""

from __future__ import annotations

import pytest

from drafting.checking import Subject, check
from tests.checked import assert_fixes_hold, found, mended, only, said, text_of

DATED = "General Assembly resolution 76/159 of 16 December 2021"
BARE = "General Assembly resolution 76/159"


@pytest.mark.parametrize(
    "lines",
    [
        f"PP1 Recalling {DATED},\nOP1 Notes resolution 76/159.",
        "PP1 Recalling its resolutions 46/14 of 23 March 2021 and 49/25 of 1 April 2022,",
        "PP1 Recalling its resolutions 5/1 and 5/2 of 18 June 2007,",
        "PP1 Recalling its resolutions 76/1 and 76/2, both of 16 December 2021,",
        f"PP1 Recalling the report,^1\nOP1 Notes {DATED}.\n^1 See {BARE}.",
        f"PP1 Recalling its decision entitled “Follow-up to {BARE}”,\nOP1 Notes {DATED}.",
        "PP1 Recalling Security Council resolution 2532 (2020),",
        "PP1 Recalling General Assembly resolution 70/262 and Security Council resolution 2282 (2016),"
        " of 27 April 2016,",
        "PP1 Recalling United Nations Environment Assembly resolution 5/14,",
        f"A.OP1 Notes {DATED}.\nB.OP1 Notes {DATED}.",
        f"OP1 Notes {DATED}.\nA1.OP1 As in {BARE}.",
    ],
)
def test_what_practice_allows_is_not_remarked(lines: str) -> None:
    assert said("first-mention-date", text_of(lines)) == []
    assert said("date-missing", text_of(lines)) == []


@pytest.mark.parametrize(
    ("later", "right"),
    [
        (f"Notes {DATED}.", f"Notes {BARE}."),
        (f"Notes that, in {DATED}, it asked.", f"Notes that, in {BARE}, it asked."),
        (f"Notes {BARE}, of 16 December 2021, and asks.", f"Notes {BARE}, and asks."),
    ],
)
def test_a_date_is_not_repeated(later: str, right: str) -> None:
    text = text_of(f"PP1 Recalling {DATED},\nOP1 {later}")
    (one,) = found("first-mention-date", text)
    assert one.spot.paragraph == "OP1"
    assert one.related[0].paragraph == "PP1"
    assert mended(text, one).paragraph("OP1").text == right
    assert_fixes_hold("first-mention-date", text)


def test_a_date_moves_to_the_new_first_mention() -> None:
    text = text_of(f"PP1 Recalling {BARE},\nPP2 Recalling also {DATED},\nOP1 Notes resolution 76/159.")
    (one,) = found("first-mention-date", text)
    after = mended(text, one)
    assert after.paragraph("PP1").text == f"Recalling {DATED},"
    assert after.paragraph("PP2").text == f"Recalling also {BARE},"
    assert_fixes_hold("first-mention-date", text)


def test_the_date_comes_from_an_older_version() -> None:
    older, text = text_of(f"PP1 Recalling {DATED},"), text_of(f"OP1 Recalls {BARE}.")
    (one,) = check(Subject(text, (older,)), only("first-mention-date"))
    assert mended(text, one).paragraph("OP1").text == f"Recalls {DATED}."
    assert "as in 1/1" in one.message


@pytest.mark.parametrize(
    "lines",
    [  # a paragraph that was split inside a date, or a date that is being typed
        "PP1 Recalling resolution 76/159 of 16 Dec\nPP2 ember 2021,",
        "PP1 Recalling resolution 76/159 of 16\nPP2 December 2021,",
        "PP1 Recalling resolution 76/159 of\nPP2 16 December 2021,",
        "PP1 Recalling resolution 76/159\nPP2 of 16 December 2021,",
        "PP1 Recalling resolution 76/159, of 1",
    ],
)
def test_no_date_is_put_before_one_that_is_begun(lines: str) -> None:
    older = text_of(f"PP1 Recalling {DATED},")
    for text in (text_of(lines), text_of(f"{lines}\nPP3 Noting {DATED},")):
        assert not list(check(Subject(text, (older,)), only("first-mention-date")))


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 53/7, 54/215 of 22 December 1999 and 55/205 of 20 December 2000,",
        "its resolutions 53/7 of 16 October 1998, 54/215 and 55/205 of 20 December 2000,",
    ],
)
def test_in_a_list_with_dates_each_has_its_own(words: str) -> None:
    assert len(said("date-missing", text_of(f"PP1 Recalling {words}"))) == 1


def test_in_a_list_two_of_one_session_share_a_date() -> None:
    words = "its resolutions 5/1 and 5/2 of 18 June 2007 and 16/21 of 25 March 2011,"
    assert said("date-missing", text_of(f"PP1 Recalling {words}")) == []


def test_a_date_that_nobody_tells_is_missing() -> None:
    text = text_of(f"PP1 Recalling {BARE},")
    assert said("date-missing", text) == [("PP1", "76/159")]
    assert said("first-mention-date", text) == []


def test_the_security_council_gives_dates_as_it_likes() -> None:
    text = text_of(f"PP1 Recalling {DATED},\nPP2 Recalling {DATED},", body="Security Council")
    assert said("first-mention-date", text) == []


CITED = [
    ("symbol-in-text", "in A/RES/76/159,", "in General Assembly resolution 76/159,"),
    ("symbol-in-text", "in A/HRC/RES/S-34/1,", "in Human Rights Council resolution S-34/1,"),
    ("symbol-in-text", "in S/RES/2532 (2020),", "in Security Council resolution 2532 (2020),"),
    ("symbol-in-text", "in its resolution A/RES/76/159,", "in its resolution 76/159,"),
    (
        "number-before-noun",
        "Human Rights Council 46/14 resolution of",
        "Human Rights Council resolution 46/14 of",
    ),
]


@pytest.mark.parametrize(("rule_id", "words", "right"), CITED)
def test_how_resolutions_are_named(rule_id: str, words: str, right: str) -> None:
    text = text_of(f"PP1 Recalling {words}")
    (one,) = found(rule_id, text)
    assert [mended(text, one).paragraph("PP1").text] == [f"Recalling {right}"]
    assert_fixes_hold(rule_id, text)


@pytest.mark.parametrize("rule_id", ["symbol-in-text", "number-before-noun"])
def test_right_names_are_not_remarked(rule_id: str) -> None:
    text = text_of(f"PP1 Recalling {DATED} and report A/HRC/50/1,^1\n^1 See A/RES/76/159.")
    assert said(rule_id, text) == []
