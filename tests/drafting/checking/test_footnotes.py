# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes: order, repeats, places of their marks."""

from __future__ import annotations

import pytest

from tests.checked import assert_fixes_hold, found, mended, said, text_of

NOTES = "\n^1 See A/HRC/1/1.\n^2 See A/HRC/1/2.\n^3 See A/HRC/1/1.\n^4 Ibid.\n^5 Ibid."

CASES = [
    ("footnote-order", "PP1 Recalling A,^1\nPP2 Noting B,^2", []),
    ("footnote-order", "PP1 Recalling A,^2\nPP2 Noting B,^1", [("PP1", "A,"), ("PP2", "B,")]),
    ("footnote-order", "PP1 Recalling A,^1\nPP2 Noting B,^3", [("PP2", "B,")]),
    ("footnote-order", "PP1 Recalling A,^1\nPP2 Noting A,^1\nPP3 Welcoming C,^2", []),
    ("footnote-mark-again", "PP1 Recalling A,^1\nPP2 Noting B,^1", [("PP2", "B,")]),
    ("footnote-again", "PP1 Recalling A,^1\nPP2 Noting B,^3", [("PP2", "See A/HRC/1/1.")]),
    ("footnote-again", "PP1 Recalling A,^1\nPP2 Noting B,^1", []),
    ("footnote-again", "PP1 Recalling A,^4\nPP2 Noting B,^5", []),
    ("footnote-before-sign", "PP1 Recalling A^1, and B,^2", [("PP1", ",")]),
    ("footnote-empty", "PP1 Recalling A,^9", [("PP1", "A,")]),
]


@pytest.mark.parametrize(("rule_id", "lines", "expected"), CASES)
def test_footnotes(rule_id: str, lines: str, expected: list[tuple[str, str]]) -> None:
    assert said(rule_id, text_of(lines + NOTES)) == expected


def test_repeated_marks_are_told_once_with_all_their_places() -> None:
    lines = "PP1 Recalling A,^1\nPP2 Noting B,^2\nPP3 Welcoming C,^2\nPP4 Noting D,^1"
    (one,) = found("footnote-mark-again", text_of(lines + NOTES))
    assert "2 places" in one.message
    assert [one.spot.paragraph, *(spot.paragraph for spot in one.related)] == ["PP3", "PP2", "PP4"]


def test_a_note_marked_twice_is_read_once() -> None:
    text = text_of("PP1 Recalling A,^1 and B,^1\n^1 See the organisation.")
    assert [one.spot.footnote for one in found("spelling", text)] == [1]


def test_a_repeat_points_to_the_first() -> None:
    (one,) = found("footnote-again", text_of("PP1 Recalling A,^1\nPP2 Noting B,^3" + NOTES))
    assert (one.spot.footnote, one.related[0].footnote) == (3, 1)


@pytest.mark.parametrize("rule_id", ["footnote-order", "footnote-mark-again"])
def test_numbers_are_checked_in_every_language(rule_id: str) -> None:
    lines = "PP1 Rappelant A,^2\nPP2 Notant B,^2"
    assert said(rule_id, text_of(lines + NOTES, language="fr"))
    assert not said("footnote-before-sign", text_of("PP1 Rappelant A^1," + NOTES, language="fr"))


@pytest.mark.parametrize(("note", "right"), [("A/HRC/49/93", "A/HRC/49/93."), ("See “A”", "See “A”.")])
def test_a_footnote_ends_with_a_full_stop(note: str, right: str) -> None:
    text = text_of(f"PP1 Recalling A,^1\n^1 {note}")
    (one,) = found("footnote-stop", text)
    assert mended(text, one).paragraphs[0].footnotes[0].text == right
    assert_fixes_hold("footnote-stop", text)


@pytest.mark.parametrize("note", ["See annex.", "See “A.”"])
def test_a_full_stop_inside_quotation_marks_counts(note: str) -> None:
    assert said("footnote-stop", text_of(f"PP1 Recalling A,^1\n^1 {note}")) == []
