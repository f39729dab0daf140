# SPDX-License-Identifier: GPL-3.0-or-later
"""The painting of one row, on screen and on paper: cells side by side, their marks, bars and tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.comparison.brackets import brackets, paint_bracket
from ui.comparison.layout import CellLayout, PassageHits
from ui.comparison.layouts import Columns, Layouts
from ui.comparison.rows import Cell, Row
from ui.comparison.tints import BAR, paint_bar, paint_tag
from ui.theme import page_line, scaled, ui_font

PAD = 11  # px above and below a cell
_TAG = 20  # px

Hits = Callable[[int, int], PassageHits]
"""What a search found, by column and passage."""


def _nothing(_column: int, _passage: int) -> PassageHits:
    return PassageHits()


@dataclass(frozen=True, slots=True)
class RowPainter:
    """Paints rows at the places of their columns, in the colours of the layouts."""

    layouts: Layouts
    columns: Columns

    def height(self, row: Row) -> int:
        """What a row takes, the line under it included."""
        known = self.layouts.heights(self.columns.width) if self.layouts.has(row) else {}
        height = known.get(row.number)
        if height is None:
            heights = [self._cell_height(cell, at) for at, cell in enumerate(row.cells) if cell]
            height = known[row.number] = round(max(heights, default=0)) + 2 * scaled(PAD) + 1
        return height

    def break_before(self, row: Row, limit: float, after: float) -> float:
        """The lowest height of a row between `after` and `limit` at which no line of words is parted."""
        lines = [
            (scaled(PAD) + top, scaled(PAD) + bottom)
            for at, cell in enumerate(row.cells)
            if cell
            for top, bottom in self.layout(cell, at).lines()
        ]
        edges = sorted((bottom for _, bottom in lines if after < bottom <= limit), reverse=True)
        free = (edge for edge in edges if not any(top < edge < bottom for top, bottom in lines))
        return next(free, limit)

    def line_of(self, top: float) -> float:
        """The middle of the first line of a row that begins there."""
        return top + scaled(PAD) + page_line() / 2

    def layout(self, cell: Cell, column: int) -> CellLayout:
        """The layout of a cell."""
        return self.layouts.of(cell, column, self.columns)

    def paint_cell(
        self, painter: QPainter, pane: QRectF, cell: Cell, column: int, hits: Hits = _nothing
    ) -> None:
        """Paints a cell into its pane, on the ground that is there."""
        theme, layout = self.layouts.theme, self.layout(cell, column)
        offset = pane.left() - self.columns.pane(column)[0]
        text_left = offset + self.columns.text(column)[0]
        top = pane.top() + scaled(PAD)
        if cell.tint:
            bar = QRectF(pane.left() + (1 if column else 0), pane.top(), scaled(BAR), pane.height())
            paint_bar(painter, bar, cell.tint, theme)
        left, width = self.columns.beside(column)
        for number, passage in enumerate(layout.passages):
            painter.setFont(ui_font(12))
            painter.setPen(QColor(theme.muted))
            line = QRectF(offset + left, top + passage.top, width - 2, scaled(22))
            # Of a long name ("A1.OP12(a)(i)(a)") its end tells more than its beginning.
            metrics = QFontMetricsF(ui_font(12))
            label = metrics.elidedText(passage.label, Qt.TextElideMode.ElideLeft, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, label)
            passage.draw(painter, QRectF(text_left, top + passage.top, 0, 0).topLeft(), hits(column, number))
        place = QRectF(text_left, top + layout.height + scaled(4), self.columns.text(column)[1], scaled(_TAG))
        for tag in cell.tags:
            paint_tag(painter, place, tag, theme)
            place.translate(0, scaled(_TAG) + scaled(4))

    def paint_brackets(self, painter: QPainter, left: float, top: float, row: Row) -> None:
        """Paints the brackets of splits and mergers of a row whose upper left corner is given."""
        comparison = self.layouts.comparison
        if comparison is None or not any(cell and len(cell.passages) > 1 for cell in row.cells):
            return
        for bracket in brackets(row, comparison.columns):
            cell = row.cells[bracket.column]
            assert cell is not None  # a bracket joins what stands there
            passages = self.layout(cell, bracket.column).passages
            first, last = passages[bracket.first], passages[bracket.last]
            start = top + scaled(PAD)
            extent = start + first.top + 2, start + last.top + last.height - 2
            pane, width = self.columns.pane(bracket.column)
            edges = left + pane, left + pane + width
            paint_bracket(painter, edges, extent, to_left=bracket.to_left, theme=self.layouts.theme)

    def _cell_height(self, cell: Cell, column: int) -> float:
        return self.layout(cell, column).height + len(cell.tags) * (scaled(_TAG) + scaled(4))
