# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in every column and in the footnotes."""

from __future__ import annotations

import pytest
from pictures import Notes, Texts, compared

from ui.comparison.search import find

TEXTS: Texts = {
    "PP1": ("The “Office”, States’ duty", "The Office of\u00a0the United Nations"),
    "PP2": ("x", "x"),
}
NOTES: Notes = {"PP2": (("See A/HRC/1.",), ("See A/HRC/2.",))}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("office", [(0, 0, 0, "Office"), (0, 1, 0, "Office")]),
        ('"Office"', [(0, 0, 0, "“Office”")]),
        ("states' duty", [(0, 0, 0, "States’ duty")]),
        ("of  the", [(0, 1, 0, "of\u00a0the")]),
        ("a/hrc/2.", [(1, 1, 1, "A/HRC/2.")]),
        ("1 see", [(1, 0, 1, "1 See"), (1, 1, 1, "1 See")]),
        ("(", []),
        ("  ", []),
        ("", []),
    ],
)
def test_find(words: str, expected: list[tuple[int, int, int, str]]) -> None:
    comparison = compared("~ PP1 PP1\n= PP2 PP2", TEXTS, NOTES)
    found = []
    for hit in find(comparison, words):
        cell = comparison.rows[hit.row].cells[hit.column]
        assert cell is not None
        passage = cell.passages[hit.passage]
        text = passage.notes[hit.block - 1].shown if hit.block else passage.text
        found.append((hit.row, hit.column, hit.block, hit.span.of(text)))
    assert found == expected


def test_the_ghost_of_a_move_is_not_searched() -> None:
    comparison = compared("> PP2 PP1\n= PP1 PP2")
    assert [(hit.row, hit.column) for hit in find(comparison, "of PP2")] == [(0, 0), (0, 1)]
