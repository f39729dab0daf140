# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting of the comparison: rows with their cells side by side at equal height, folds as one quiet line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.comparison.layout import PassageHits
from ui.comparison.layouts import RIGHT, SIDE, Columns, Layouts, Look
from ui.comparison.model import EntryRole, Fold, Index
from ui.comparison.painting import PAD, RowPainter
from ui.comparison.rows import Comparison, Layers, Mark, Row
from ui.comparison.search import Hit
from ui.theme import current_theme, scaled, themes, ui_font

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

    @property
    def look(self) -> Look:
        """What of the cells is shown."""
        return self._layouts.look

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
        corner = QPointF(rect.left() + columns.text(at)[0], rect.top() + scaled(PAD))
        return self._layouts.of(cell, at, columns).mark_at(QPointF(point) - corner)

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
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
        height = scaled(_FOLD) if isinstance(entry, Fold) else self._painter().height(entry)
        return QSize(self.columns().width, height)

    def _painter(self) -> RowPainter:
        return RowPainter(self._layouts, self.columns())

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
                QRect(rect.left(), rect.top(), scaled(_FOCUS), rect.height() - 1), _colour("accent")
            )
        painter.restore()

    def _paint_fold(self, painter: QPainter, rect: QRect, fold: Fold, *, current: bool) -> None:
        painter.fillRect(rect, _colour("accent_soft" if current else "background"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _colour("line"))
        painter.setFont(ui_font(12))
        painter.setPen(_colour("accent" if current else "muted"))
        sign = "▾" if fold.is_open else "▸"
        place = rect.adjusted(scaled(SIDE), 0, -scaled(RIGHT), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{sign}  {fold.words}")

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, *, current: bool) -> None:
        rows = self._painter()
        painter.fillRect(rect, _colour("accent_soft" if current else "page"))
        for at, cell in enumerate(row.cells):
            left, width = rows.columns.pane(at)
            pane = QRect(rect.left() + left, rect.top(), width, rect.height() - 1)
            if cell is None:
                if not current:
                    painter.fillRect(pane, _colour("background"))
            else:
                rows.paint_cell(painter, QRectF(pane), cell, at, partial(self._passage_hits, row.number))
            if current and at == self.column and self._view.hasFocus():
                painter.setPen(QPen(_colour("accent"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(pane).adjusted(1.5, 0.5, -1.5, -1.5))
            if at:
                painter.fillRect(QRect(pane.left(), rect.top(), 1, rect.height()), _colour("line"))
        rows.paint_brackets(painter, rect.left(), rect.top(), row)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _colour("line"))

    def line_of(self, rect: QRect) -> float:
        """The middle of the first line of a row that stands at this place."""
        return self._painter().line_of(rect.top())

    def _passage_hits(self, row: int, column: int, passage: int) -> PassageHits:
        here = [hit for hit in self._hits.get(row, ()) if (hit.column, hit.passage) == (column, passage)]
        current = next(((hit.block, hit.span) for hit in here if hit == self._hit), None)
        return PassageHits(tuple((hit.block, hit.span) for hit in here), current)


def _colour(meaning: str) -> QColor:
    return QColor(getattr(current_theme(), meaning))
