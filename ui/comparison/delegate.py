# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting of the comparison: rows with their cells side by side at equal height, folds as one quiet line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.comparison.layout import PassageHits
from ui.comparison.layouts import RIGHT, SIDE, Columns, Layouts
from ui.comparison.model import EntryRole, Fold, Index
from ui.comparison.rows import Cell, Comparison, Layers, Mark, Row, Tag, Tint
from ui.comparison.search import Hit
from ui.theme import current_theme, scaled, themes, ui_font

_PAD = 11  # px above and below a cell
_TAG = 20  # px
_FOLD = 30
_BAR = 3


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
                QRect(rect.left(), rect.top(), scaled(_BAR), rect.height() - 1), _colour("accent")
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
        columns = self.columns()
        painter.fillRect(rect, _colour("accent_soft" if current else "page"))
        for at, cell in enumerate(row.cells):
            left, width = columns.pane(at)
            pane = QRect(rect.left() + left, rect.top(), width, rect.height() - 1)
            if cell is None:
                if not current:
                    painter.fillRect(pane, _colour("background"))
            else:
                self._paint_cell(painter, pane, cell, at, row)
            if current and at == self.column and self._view.hasFocus():
                painter.setPen(QPen(_colour("accent"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(pane).adjusted(1.5, 0.5, -1.5, -1.5))
            if at:
                painter.fillRect(QRect(pane.left(), rect.top(), 1, rect.height()), _colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _colour("line"))

    def _paint_cell(self, painter: QPainter, pane: QRect, cell: Cell, column: int, row: Row) -> None:
        columns = self.columns()
        layout = self._layouts.of(cell, column, columns)
        text_left = columns.text(column)[0]
        top = pane.top() + scaled(_PAD)
        if cell.tint:
            bar = QRect(pane.left() + (1 if column else 0), pane.top(), scaled(_BAR), pane.height())
            painter.fillRect(bar, _tint(cell.tint)[0])
        label_left, label_width = columns.beside(column)
        for number, passage in enumerate(layout.passages):
            painter.setFont(ui_font(12))
            painter.setPen(_colour("muted"))
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
            _paint_tag(painter, place, tag)
            place.translate(0, scaled(_TAG) + scaled(4))

    def _passage_hits(self, row: int, column: int, passage: int) -> PassageHits:
        here = [hit for hit in self._hits.get(row, ()) if (hit.column, hit.passage) == (column, passage)]
        current = next(((hit.block, hit.span) for hit in here if hit == self._hit), None)
        return PassageHits(tuple((hit.block, hit.span) for hit in here), current)

    def _cell_height(self, cell: Cell, column: int, columns: Columns) -> float:
        tags = len(cell.tags) * (scaled(_TAG) + scaled(4))
        return self._layouts.of(cell, column, columns).height + tags


def _paint_tag(painter: QPainter, room: QRectF, tag: Tag) -> None:
    """Paints one in the room there is; its end is cut where that is too narrow."""
    font, (ink, ground) = ui_font(12), _tint(tag.tint)
    metrics = QFontMetricsF(font)
    width = min(metrics.horizontalAdvance(tag.text) + 2 * scaled(7), room.width())
    place = QRectF(room.left(), room.top(), width, room.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(font)
    painter.setPen(ink)
    shown = metrics.elidedText(tag.text, Qt.TextElideMode.ElideRight, width - 2 * scaled(6))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)


_TINTS = {
    Tint.ADDED: ("inserted", "inserted_soft"),
    Tint.REMOVED: ("deleted", "deleted_soft"),
    Tint.MOVED: ("new", "new_soft"),
    Tint.GUESS: ("changed", "changed_soft"),
    Tint.HAND: ("muted", "hover"),
}


def _tint(tint: Tint) -> tuple[QColor, QColor]:
    """The colour and the soft ground of a tag."""
    ink, ground = _TINTS[tint]
    return _colour(ink), _colour(ground)


def _colour(meaning: str) -> QColor:
    return QColor(getattr(current_theme(), meaning))
