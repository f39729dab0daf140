# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs are found by the names that delegations use."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, drafted, version
from restructured import PARTS, PLAIN, drawn

from drafting.draft import find_named
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
    assert draft.paragraph(find_named(draft, typed)).text == word


@pytest.mark.parametrize(("typed", "word"), [("A.OP1", "c"), ("b.1", ""), ("OP2", "d"), ("B", "e")])
def test_in_parts(typed: str, word: str) -> None:
    draft = drawn(PARTS)
    if word:
        assert draft.paragraph(find_named(draft, typed)).text == word
    else:
        with pytest.raises(DraftError, match=r"There is no b\.1"):
            find_named(draft, typed)


def test_in_annexes_by_what_is_printed() -> None:
    draft = drafted(version(WITH_ANNEXES))
    assert draft.paragraph(find_named(draft, "annex ii")).origin == "A2"
    assert draft.paragraph(find_named(draft, "A1.OP2(b)")).origin == "A1.OP2(b)"
    assert draft.paragraph(find_named(draft, "op2")).origin == "OP2"


@pytest.mark.parametrize(
    ("start", "typed", "said"),
    [
        (PLAIN, "OP99", "There is no OP99 in this draft. Its paragraphs go up to PP2 and OP3."),
        (PLAIN, " ", "Type the name of a paragraph, such as PP4 or OP12(a)."),
        (PARTS, "OP1", "Which one is meant: A.OP1, B.OP1?"),
    ],
)
def test_what_is_not_there_is_said(start: str, typed: str, said: str) -> None:
    with pytest.raises(DraftError) as raised:
        find_named(drawn(start), typed)
    assert str(raised.value) == said
