# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed numbers of paragraphs, points and sections, and what a draft leaves open."""

from __future__ import annotations

import pytest

from tests.checked import found, said, text_of

CASES = [
    ("paragraph-number", "OP1 Notes A;\nOP2 Notes B;", []),
    ("paragraph-number", "OP1 Notes A;\nOP2 [3] Notes B;\nOP3 [4] Notes C.", ["OP2"]),
    ("paragraph-number", "H1 [I] One\nOP1 Notes A;\nH2 [II] Two\nOP2 [1] Notes B;\nOP3 [2] Notes C.", []),
    ("paragraph-number", "OP1 Notes A;\nOP2 [1] Notes B.", ["OP2"]),
    ("paragraph-number", "OP1 [] Notes A.", []),
    ("paragraph-number", "A.OP1 [1] Notes A.\nB.OP1 [1] Notes B.", []),
    ("point-letter", "OP1 Asks:\nOP1(a) A;\nOP1(b) B;\nOP2 Asks:\nOP2(a) A;", []),
    ("point-letter", "OP1 Asks:\nOP1(a) A;\nOP1(c) C;\nOP1(d) D;", ["OP1(c)"]),
    ("point-letter", "OP1 Asks:\nOP1(b) A;", ["OP1(b)"]),
    ("point-letter", "OP1 Asks:\nOP1(a) A:\nOP1(a)(i) I;\nOP1(a)(ii) II;\nOP1(b) B;\nOP1(b)(i) I;", []),
    ("point-letter", "OP1 Asks:\nOP1(a) A:\nOP1(a)(i) I;\nOP1(a)(iii) III;", ["OP1(a)(iii)"]),
    ("point-letter", "OP1 Asks:\nOP1(a) [–] A;\nOP1(b) [–] B;", []),
    ("section-number", "H1 [I] One\nH2 [II] Two\nH3 [III] Three", []),
    ("section-number", "H1 [I] One\nH2 [III] Three", ["H2"]),
    ("section-number", "H1 [I] One\nOP1 Notes A.", ["H1"]),
    ("section-number", "H1 [I] One\nH2 [A] Sub\nH3 [B] Sub\nH4 [II] Two\nH5 [A] Sub\nH6 [B] Sub", []),
]


@pytest.mark.parametrize(("rule_id", "lines", "places"), CASES)
def test_rows_have_no_gap(rule_id: str, lines: str, places: list[str]) -> None:
    assert [place for place, _ in said(rule_id, text_of(lines))] == places


def test_a_row_goes_on_after_a_point_put_in() -> None:
    text = text_of("OP1 [1] Asks:\nOP1(a) [(a)] A;\nOP1(a)bis [(a bis)] B;\nOP1(b) [(b)] C;\nOP1(d) [(d)] D.")
    assert [place for place, _ in said("point-letter", text)] == ["OP1(d)"]


OPEN = [
    ("blank-left", "in its resolution 79/[…] of […] December 2024,^1", ["[…]", "[…]", "[…]"]),
    ("blank-left", "A/HRC/59/…, and on xx June,", ["…", "xx"]),
    ("blank-left", "its resolution 3474 (XXX) of 11 December 1975,", []),
    ("brackets-left", "the [new] report [of 2025, or]", ["[new]", "[of 2025, or]"]),
    ("brackets-left", "the new] report 79/[…]", ["]"]),
    ("brackets-left", "the [new [or old] report 79/[…]]", ["[new [or old] report 79/[…]]", "[or old]"]),
    ("brackets-left", "the [new [or old] report", ["[", "[or old]"]),
]


@pytest.mark.parametrize(("rule_id", "words", "expected"), OPEN)
def test_what_a_draft_leaves_open(rule_id: str, words: str, expected: list[str]) -> None:
    text = text_of(f"PP1 Recalling {words}\n^1 See A/HRC/58/[…].")
    assert [words for _, words in said(rule_id, text, drafting=True)] == expected
    assert said(rule_id, text) == []  # only a text that is being written is asked


def test_inserted_numbers() -> None:
    lines = "PP1 Noting,\nPP1bis Noting also,\nOP1 Notes A;\nOP2 [1 bis] Notes B;\nOP2(a) [(a alt2)] C."
    found = said("number-inserted", text_of(lines), drafting=True)
    assert [place for place, _ in found] == ["PP1bis", "OP2", "OP2(a)"]


def test_signs_without_counterpart() -> None:
    text = text_of("PP1 Recalling “A (b) and C”,\nPP2 Noting D”,\nPP3 Welcoming (E,")
    assert said("sign-unpaired", text) == [("PP2", "”"), ("PP3", "(")]
    assert not found("sign-unpaired", text_of("PP1 Noting A,"))
