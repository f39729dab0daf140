# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in a comparison, in every column and in the footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafting.comparing.records import Span
from drafting.glyphs import folded
from ui.comparison.rows import Cell, Comparison


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found: `block` is 0 for the paragraph's text, n for its nth footnote as it is shown."""

    row: int
    column: int
    passage: int
    block: int
    span: Span


def find(comparison: Comparison, words: str) -> list[Hit]:
    """Every place of the words, row by row; case, white space and the glyphs of quotes are no matter.

    The ghosts of moved paragraphs are left out, and cells that repeat the words of another column.
    """
    parts = [re.escape(part) for part in folded(words).split()]
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    return [
        Hit(row.number, column, passage, block, Span(*match.span()))
        for row in comparison.rows
        if not row.ghost
        for column, passage, block, text in _texts(row.cells)
        for match in pattern.finditer(folded(text))
    ]


def _texts(cells: tuple[Cell | None, ...]) -> Iterator[tuple[int, int, int, str]]:
    for column, cell in enumerate(cells):
        for number, passage in enumerate(cell.passages if cell and not cell.same else ()):
            yield column, number, 0, passage.text
            for block, note in enumerate(passage.notes, start=1):
                yield column, number, block, note.shown
