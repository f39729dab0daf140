# SPDX-License-Identifier: GPL-3.0-or-later
"""Ribbons from the place that a moved paragraph left to where it stands now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.comparison.layouts import Columns
from ui.comparison.rows import Comparison
from ui.theme import current_theme, mixed, scaled

MOST_LANES = 3
"""Beside each other there is room for these; a ribbon beyond them is drawn when its row is in hand."""
PALER = 0.3
"""How much of the page is in the colour of a ribbon that is not in hand: still 3 to 1 beside it."""
_FIRST, _APART = 5, 5  # px from the edge between two columns to the lanes, and between them
_WIDTH = 3
_TURN = 6  # px of radius
_REACH = 5  # px into the column to which it leads


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A move into `column` from the one it is compared with: the rows of both ends."""

    column: int
    against: int
    ghost: int
    home: int

    def ends_at(self, number: int) -> bool:
        """Whether a row is one of its ends."""
        return number in (self.ghost, self.home)


def ribbons(comparison: Comparison) -> tuple[Ribbon, ...]:
    """One for every move, in the order of the places that were left."""
    found = []
    for row in comparison.rows:
        if not row.ghost or row.partner is None:
            continue
        at = next(column for column, pairs in enumerate(row.pairs) if pairs)
        against = comparison.columns[at].against
        if against is not None:
            found.append(Ribbon(at, against, row.number, row.partner))
    return tuple(found)


def lanes(found: Iterable[Ribbon]) -> dict[Ribbon, int]:
    """The lane of each, the shortest nearest to the edge; those that pass each other have different ones."""
    taken: dict[int, list[list[tuple[int, int]]]] = {}
    result = {}
    for one in sorted(found, key=lambda one: (abs(one.ghost - one.home), one.ghost)):
        span = min(one.ghost, one.home), max(one.ghost, one.home)
        beside = taken.setdefault(one.column, [])
        free = (n for n, spans in enumerate(beside) if not any(_meet(span, other) for other in spans))
        lane = next(free, len(beside))
        if lane == len(beside):
            beside.append([])
        beside[lane].append(span)
        result[one] = lane
    return result


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def paint_ribbon(
    painter: QPainter,
    ribbon: Ribbon,
    lane: int,
    columns: Columns,
    ends: tuple[float, float],
    *,
    in_hand: bool,
) -> None:
    """Paints one between the heights of its `ends`: a ring where the paragraph was, an arrow where it is."""
    theme = current_theme()
    ink = QColor(theme.new) if in_hand else QColor(mixed(theme.new, theme.page, PALER))
    edge, from_left = _edge(ribbon, columns)
    x = edge - scaled(_FIRST) - scaled(_APART) * min(lane, MOST_LANES - 1)
    start = QPointF(_ghost_edge(ribbon, columns, x, from_left), ends[0])
    tip = QPointF(edge + scaled(_REACH) if from_left else edge - scaled(_REACH) * 2, ends[1])
    painter.setPen(QPen(ink, scaled(_WIDTH), c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_way(start, x, tip))
    ring = scaled(_WIDTH) + 1.0
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(QColor(theme.page))
    painter.drawEllipse(start, ring, ring)
    _paint_arrow(painter, tip, ink, 1 if tip.x() > x else -1)


def reach(ends: tuple[float, float]) -> QRectF:
    """The heights a ribbon touches, as a rectangle of no width."""
    margin = scaled(_TURN)
    return QRectF(0, min(ends) - margin, 0, abs(ends[0] - ends[1]) + 2 * margin)


def _edge(ribbon: Ribbon, columns: Columns) -> tuple[float, bool]:
    """The edge of the column it leads to on the side it comes from, and whether that is the left one."""
    left, width = columns.pane(ribbon.column)
    from_left = ribbon.against < ribbon.column
    return (left if from_left else left + width), from_left


def _ghost_edge(ribbon: Ribbon, columns: Columns, x: float, from_left: bool) -> float:
    """Where it begins, beside the ghost's words."""
    left, width = columns.pane(ribbon.against)
    if from_left:
        return min(left + width - scaled(_FIRST + _APART * MOST_LANES), x - scaled(_TURN))
    return max(float(left), x + scaled(_TURN))


def _way(start: QPointF, x: float, tip: QPointF) -> QPainterPath:
    """Level to the lane, along it with round corners, and level to the tip."""
    down = 1 if tip.y() > start.y() else -1
    turn = min(scaled(_TURN), abs(tip.y() - start.y()) / 2)
    path = QPainterPath(start)
    path.lineTo(x - turn if start.x() < x else x + turn, start.y())
    path.quadTo(QPointF(x, start.y()), QPointF(x, start.y() + down * turn))
    path.lineTo(x, tip.y() - down * turn)
    path.quadTo(QPointF(x, tip.y()), QPointF(x + turn if tip.x() > x else x - turn, tip.y()))
    path.lineTo(tip)
    return path


def _paint_arrow(painter: QPainter, tip: QPointF, ink: QColor, to: int) -> None:
    size = scaled(_WIDTH) + 2.0
    path = QPainterPath(tip + QPointF(to * size, 0))
    path.lineTo(tip + QPointF(0, -size))
    path.lineTo(tip + QPointF(0, size))
    path.closeSubpath()
    painter.fillPath(path, ink)
