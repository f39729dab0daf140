# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting of the comparison: rows with their cells side by side at equal height, folds as one quiet line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.comparison.brackets import brackets, paint_bracket
from ui.comparison.layout import PassageHits
from ui.comparison.layouts import RIGHT, SIDE, Columns, Layouts
from ui.comparison.model import EntryRole, Fold, Index
from ui.comparison.rows import Cell, Comparison, Layers, Mark, Row
from ui.comparison.search import Hit
from ui.comparison.tints import BAR, colour, paint_bar, paint_tag
from ui.theme import page_line, scaled, themes, ui_font

_PAD = 11  # px above and below a cell
_TAG = 20  # px
_FOLD = 30
_FOCUS = 3


class RowDelegate(QStyledItemDelegate):
    """Lays out and paints the rows of a comparison; layouts are kept as long as their cells are shown."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._layouts = Layouts()
        self._hits: dict[int, list[Hit]] = {}
        self._hit: Hit | None = None
        self.column = 1
        themes().changed.connect(self.forget)

    def forget(self) -> None:
        """Drops every layout: colours or sizes have changed."""
        self._layouts.forget()
        self._layouts.measure()

    def for_other(self, comparison: Comparison) -> Layouts:
        """The layouts of other rows, to be made ready before these are shown."""
        return Layouts(comparison, self._layouts)

    def take(self, layouts: Layouts) -> None:
        """Draws with these from now on."""
        if layouts.look != self._layouts.look:
            layouts.show(self._layouts.look)
        self._layouts = layouts

    def show_layers(self, shown: Layers) -> None:
        """Draws only the marks of these classes; lines break where they did."""
        self._layouts.show(replace(self._layouts.look, shown=shown))

    def show_in_full(self, full: bool) -> None:
        """Shows the words of cells that repeat another column's, or only which one's."""
        self._layouts.show(replace(self._layouts.look, in_full=full))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Says why the words under the mouse are marked, in place of the tip of the row."""
        entry = index.data(EntryRole)
        mark = self.mark_at(event.pos(), option.rect, entry) if isinstance(entry, Row) else None
        if mark is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), mark.why, view)
        return True

    def mark_at(self, point: QPoint, rect: QRect, row: Row) -> Mark | None:
        """The mark at a point of a row that stands at this place of the view."""
        columns = self.columns()
        at = columns.at(point.x() - rect.left())
        cell = None if at is None else row.cells[at]
        if at is None or cell is None:
            return None
        corner = QPointF(rect.left() + columns.text(at)[0], rect.top() + scaled(_PAD))
        return self._layouts.of(cell, at, columns).mark_at(QPointF(point) - corner)

    def show_hits(self, hits: list[Hit], current: Hit | None) -> None:
        """The places a search has found, and the one in hand."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.row, []).append(hit)
        self._hit = current

    def columns(self) -> Columns:
        """Where the columns stand at the view's present width."""
        return self._layouts.columns(self._view.viewport().width())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(EntryRole)
        columns = self.columns()
        if isinstance(entry, Fold):
            return QSize(columns.width, scaled(_FOLD))
        heights = [self._cell_height(cell, at, columns) for at, cell in enumerate(entry.cells) if cell]
        return QSize(columns.width, round(max(heights)) + 2 * scaled(_PAD) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(EntryRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = index.row() == self._view.currentIndex().row()
        focused = current and bool(state & QStyle.StateFlag.State_Active) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Fold):
            self._paint_fold(painter, rect, entry, current=current)
        else:
            self._paint_row(painter, rect, entry, current=current)
        if focused:
            painter.fillRect(
                QRect(rect.left(), rect.top(), scaled(_FOCUS), rect.height() - 1), colour("accent")
            )
        painter.restore()

    def _paint_fold(self, painter: QPainter, rect: QRect, fold: Fold, *, current: bool) -> None:
        painter.fillRect(rect, colour("accent_soft" if current else "background"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        painter.setFont(ui_font(12))
        painter.setPen(colour("accent" if current else "muted"))
        sign = "▾" if fold.is_open else "▸"
        place = rect.adjusted(scaled(SIDE), 0, -scaled(RIGHT), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{sign}  {fold.words}")

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, *, current: bool) -> None:
        columns = self.columns()
        painter.fillRect(rect, colour("accent_soft" if current else "page"))
        for at, cell in enumerate(row.cells):
            left, width = columns.pane(at)
            pane = QRect(rect.left() + left, rect.top(), width, rect.height() - 1)
            if cell is None:
                if not current:
                    painter.fillRect(pane, colour("background"))
            else:
                self._paint_cell(painter, pane, cell, at, row)
            if current and at == self.column and self._view.hasFocus():
                painter.setPen(QPen(colour("accent"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(pane).adjusted(1.5, 0.5, -1.5, -1.5))
            if at:
                painter.fillRect(QRect(pane.left(), rect.top(), 1, rect.height()), colour("line"))
        self._paint_brackets(painter, rect, row, columns)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))

    def _paint_cell(self, painter: QPainter, pane: QRect, cell: Cell, column: int, row: Row) -> None:
        columns = self.columns()
        layout = self._layouts.of(cell, column, columns)
        text_left = columns.text(column)[0]
        top = pane.top() + scaled(_PAD)
        if cell.tint:
            bar = QRectF(pane.left() + (1 if column else 0), pane.top(), scaled(BAR), pane.height())
            paint_bar(painter, bar, cell.tint)
        label_left, label_width = columns.beside(column)
        for number, passage in enumerate(layout.passages):
            painter.setFont(ui_font(12))
            painter.setPen(colour("muted"))
            line = QRectF(label_left, top + passage.top, label_width - 2, scaled(22))
            # Of a long name ("A1.OP12(a)(i)(a)") its end tells more than its beginning.
            label = QFontMetricsF(ui_font(12)).elidedText(
                passage.label, Qt.TextElideMode.ElideLeft, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, label)
            corner = QPointF(text_left, top + passage.top)
            passage.draw(painter, corner, self._passage_hits(row.number, column, number))
        place = QRectF(text_left, top + layout.height + scaled(4), columns.text(column)[1], scaled(_TAG))
        for tag in cell.tags:
            paint_tag(painter, place, tag)
            place.translate(0, scaled(_TAG) + scaled(4))

    def _paint_brackets(self, painter: QPainter, rect: QRect, row: Row, columns: Columns) -> None:
        comparison = self._layouts.comparison
        if comparison is None or not any(cell and len(cell.passages) > 1 for cell in row.cells):
            return
        for bracket in brackets(row, comparison.columns):
            cell = row.cells[bracket.column]
            assert cell is not None  # a bracket joins what stands there
            passages = self._layouts.of(cell, bracket.column, columns).passages
            first, last = passages[bracket.first], passages[bracket.last]
            top = rect.top() + scaled(_PAD)
            left, width = columns.pane(bracket.column)
            extent = top + first.top + 2, top + last.top + last.height - 2
            pane = float(rect.left() + left), float(rect.left() + left + width)
            paint_bracket(painter, pane, extent, to_left=bracket.to_left)

    def line_of(self, rect: QRect) -> float:
        """The middle of the first line of a row that stands at this place."""
        return rect.top() + scaled(_PAD) + page_line() / 2

    def _passage_hits(self, row: int, column: int, passage: int) -> PassageHits:
        here = [hit for hit in self._hits.get(row, ()) if (hit.column, hit.passage) == (column, passage)]
        current = next(((hit.block, hit.span) for hit in here if hit == self._hit), None)
        return PassageHits(tuple((hit.block, hit.span) for hit in here), current)

    def _cell_height(self, cell: Cell, column: int, columns: Columns) -> float:
        tags = len(cell.tags) * (scaled(_TAG) + scaled(4))
        return self._layouts.of(cell, column, columns).height + tags
