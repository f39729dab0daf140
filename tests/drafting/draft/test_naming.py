# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs are found by the names that delegations use."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, drafted, version
from restructured import PARTS, PLAIN, drawn

from drafting.draft import find_named, names_of
from drafting.errors import DraftError


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("PP2", "b"), ("pp 2", "b"), ("OP1", "c"), ("1", "c"), ("op1(a)", "d"),
        ("1 (a) (i)", "e"), ("3", "h"),
    ],
)  # fmt: skip
def test_by_name_or_number(typed: str, word: str) -> None:
    draft = drawn(PLAIN)
    assert draft.paragraph(find_named(draft, typed).key).text == word


@pytest.mark.parametrize(("typed", "word"), [("A.OP1", "c"), ("b.1", ""), ("OP2", "d"), ("B", "e")])
def test_in_parts(typed: str, word: str) -> None:
    draft = drawn(PARTS)
    if word:
        assert draft.paragraph(find_named(draft, typed).key).text == word
    else:
        with pytest.raises(DraftError, match=r"There is no b\.1"):
            find_named(draft, typed)


def test_in_annexes_by_what_is_printed() -> None:
    draft = drafted(version(WITH_ANNEXES))
    assert draft.paragraph(find_named(draft, "annex ii").key).origin == "A2"
    assert draft.paragraph(find_named(draft, "A1.OP2(b)").key).origin == "A1.OP2(b)"
    assert draft.paragraph(find_named(draft, "op2").key).origin == "OP2"


@pytest.mark.parametrize(
    ("start", "typed", "said"),
    [
        (PLAIN, "OP99", "There is no OP99 in this draft. Its paragraphs go up to PP2 and OP3."),
        (PLAIN, " ", "Type the name of a paragraph, such as PP4 or OP12(a)."),
        (PARTS, "OP1", "Which one is meant: A.OP1, B.OP1?"),
        (PLAIN, "OP1(z)", "There is no OP1(z) in this draft. OP1 has points (a) to (b)."),
        (PLAIN, "1 (z)", "There is no 1 (z) in this draft. OP1 has points (a) to (b)."),
        (PLAIN, "OP2(a)", "There is no OP2(a) in this draft. OP2 has no points."),
        (PLAIN, "fn 1", "There is no fn 1 in this draft. It has no footnotes."),
        ("PP1 a^ OP1 b", "footnote 2", "There is no footnote 2 in this draft. It has 1 footnote."),
    ],
)
def test_what_is_not_there_is_said(start: str, typed: str, said: str) -> None:
    with pytest.raises(DraftError) as raised:
        find_named(drawn(start), typed)
    assert str(raised.value) == said


@pytest.mark.parametrize("typed", ["fn 1", "FN1", "footnote 1", "note 1", "n1"])
def test_a_footnote_by_its_number(typed: str) -> None:
    draft = drawn("PP1 a OP1 b^")
    found = find_named(draft, typed)
    assert draft.paragraph(found.key).note(found.note).text == "Note."


@pytest.mark.parametrize(("typed", "origin"), [("II", "A1.H2"), ("section I", "A1.H1"), ("A1.H2", "A1.H2")])
def test_a_heading_by_what_is_printed(typed: str, origin: str) -> None:
    draft = drafted(version(WITH_ANNEXES))
    assert draft.paragraph(find_named(draft, typed).key).origin == origin


def test_headings_that_are_printed_alike_are_told_apart() -> None:
    lines = "PP1 | | a\nA1 | Annex I | b\nA1.H1 | I | c\nA1.OP1 | 1 | d\n"
    lines += "A2 | Annex II | e\nA2.H1 | I | f\nA2.OP1 | 1 | g"
    draft = drafted(version(lines))
    with pytest.raises(DraftError, match=r"Which one is meant: A1\.H1, A2\.H1\?"):
        find_named(draft, "I")


def test_every_name_is_found_again() -> None:
    for draft in (
        drafted(version(WITH_ANNEXES)),
        drawn(PLAIN),
        drawn(PARTS),
        drawn("PP1 a^ OP1 b^ OP1(a) c^"),
    ):
        for one in names_of(draft):
            assert find_named(draft, one.name) == one


def test_names_have_the_first_words() -> None:
    draft = drafted(version(WITH_ANNEXES))
    words = {one.name: one.words for one in names_of(draft)}
    assert words["PP1"] == "Recalling its resolution 78/9 of 12 December 2023,"
    assert words["A1.OP1"] == "Every keeper polishes the lamp at dusk and writes …"
    assert words["A1.H1"] == "I General rules"
