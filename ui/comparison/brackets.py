# SPDX-License-Identifier: GPL-3.0-or-later
"""Brackets that join the paragraphs of a split or a merger, open towards what they came from or went into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from drafting.comparing.records import Change
from ui.comparison.rows import Column, Row, Tint
from ui.comparison.tints import tint_colour
from ui.theme import Theme, scaled

_ARM, _TICK = 5, 4  # px
_EDGE = 8  # px from the edge of the column


@dataclass(frozen=True, slots=True)
class Bracket:
    """Joins the passages `first` to `last` of a column; the partner stands at its left, or at its right."""

    column: int
    first: int
    last: int
    to_left: bool


def brackets(row: Row, columns: Sequence[Column]) -> list[Bracket]:
    """The brackets of a row: one for each split, one for each merger, on the side of the several."""
    found = []
    for at, pairs in enumerate(row.pairs):
        against = columns[at].against
        if against is None or row.ghost:
            continue
        for pair in pairs:
            if pair.change is Change.SPLIT:
                found += _bracket(row, at, pair.new, to_left=against < at)
            elif pair.change is Change.MERGED:
                found += _bracket(row, against, pair.old, to_left=at < against)
    return found


def _bracket(row: Row, column: int, ids: Sequence[str], *, to_left: bool) -> list[Bracket]:
    cell = row.cells[column]
    places = [at for at, one in enumerate(cell.passages) if one.id in ids] if cell else []
    return [Bracket(column, places[0], places[-1], to_left)] if len(places) > 1 else []


def paint_bracket(
    painter: QPainter, pane: tuple[float, float], extent: tuple[float, float], *, to_left: bool, theme: Theme
) -> None:
    """Paints one in a pane from its left to its right edge; `extent` is top and bottom of what it joins."""
    left, right = pane
    top, bottom = extent
    x = left + scaled(_EDGE) if to_left else right - scaled(_EDGE)
    inwards = scaled(_ARM) if to_left else -scaled(_ARM)
    tick = -scaled(_TICK) if to_left else scaled(_TICK)
    middle = (top + bottom) / 2
    painter.setPen(QPen(tint_colour(Tint.JOINED, theme), 1.6, c=Qt.PenCapStyle.FlatCap))
    painter.drawLines(
        [
            QLineF(x, top, x, bottom),
            QLineF(x, top, x + inwards, top),
            QLineF(x, bottom, x + inwards, bottom),
            QLineF(x + tick, middle, x, middle),
        ]
    )
