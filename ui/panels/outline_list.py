# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of the outline: rows open and close, are selected together, and are dragged to other places."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from ui.panels.outline_model import OutlineModel
from ui.panels.outline_rows import OutlineRow
from ui.panels.rows import ROW, ContentList, RowDelegate, beside_name, draw_ground
from ui.theme import current_theme, scaled, ui_font

Index = QModelIndex | QPersistentModelIndex
STEP = 12
"""How far a row stands in for each step of its depth, in logical pixels at normal text size."""
ARROW = 14
"""Room for the arrow that opens and closes."""


class OutlineList(ContentList):
    """Shift and Ctrl select several rows, Right opens one and Left closes it; the mouse drags them."""

    fold = Signal(object, bool)
    """A row shall be closed (or opened)."""
    told = Signal(str)
    """Where dragged rows would land, or why they cannot; empty when the drag is over."""

    def __init__(self, model: OutlineModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._outline = model
        self._told, self._to_end = "", False
        self.setItemDelegate(OutlineDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoScroll(True)

    def _show_end(self) -> None:
        """Rows that open are looked at where they are: the list stays where it was scrolled to."""
        self._to_end = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._outline.row(self.currentIndex())
        arrows = {Qt.Key.Key_Right: False, Qt.Key.Key_Left: True}
        key = Qt.Key(event.key())
        if row is None or key not in arrows or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif row.group and row.closed != arrows[key]:
            self.fold.emit(row, arrows[key])
        elif arrows[key]:
            self._to_group()

    def _to_group(self) -> None:
        """Left on a row that is not open goes to what it stands under."""
        number = self.currentIndex().row()
        here = self._outline.rows[number].depth
        above = (n for n in range(number - 1, -1, -1) if self._outline.rows[n].depth < here)
        found = next(above, -1)
        if found >= 0:
            self.setCurrentIndex(self._outline.index(found))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the arrow opens or closes; elsewhere it selects."""
        index = self.indexAt(event.position().toPoint())
        row = self._outline.row(index)
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if row is not None and row.group and plain and event.position().x() < arrow_room(row):
            self.setCurrentIndex(index)
            self.fold.emit(row, not row.closed)
            event.accept()
            return
        super().mousePressEvent(event)

    # ------------------------------------------------------------ dragging

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say where the rows would land; Qt draws the line where they may."""
        super().dragMoveEvent(event)
        row, parent = self._place(event.position().toPoint().y())
        found = self._outline.landing(event.mimeData(), row, parent)
        self._tell(found.words if found else "")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._tell("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._tell("")

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self.told.emit(words)

    def _place(self, y: int) -> tuple[int, Index]:
        """The row before which a height lies, or the group it lies on, as Qt tells a drop."""
        index = self.indexAt(QPoint(0, y))
        if not index.isValid():
            return -1, QModelIndex()
        rect = self.visualRect(index)
        margin = max(round(rect.height() / 5.5), 2)
        if y - rect.top() < margin:
            return index.row(), QModelIndex()
        if rect.bottom() - y < margin:
            return index.row() + 1, QModelIndex()
        row = self._outline.row(index)
        if row is not None and row.group:
            return -1, index
        return index.row() + (y > rect.center().y()), QModelIndex()


def arrow_room(row: OutlineRow) -> int:
    """The left edge of the words of a row: its arrow stands before it."""
    return scaled(6) + row.depth * scaled(STEP) + scaled(ARROW)


class OutlineDelegate(RowDelegate):
    """Draws a row of the outline: its arrow, its name, the first words of a paragraph, what is said of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: OutlineRow = index.data(ROW)
        theme = current_theme()
        painter.save()
        draw_ground(painter, option, row.current)
        if option.state & QStyle.StateFlag.State_Selected:  # not by a shade alone
            bar = QRect(option.rect.left(), option.rect.top() + 4, 3, option.rect.height() - 8)
            painter.fillRect(bar, QColor(theme.accent))
        if row.group:
            _arrow(painter, option.rect, row)
        line = option.rect.adjusted(arrow_room(row), 0, -scaled(8), 0)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.muted))
        said = beside_name("" if row.stable else row.note, row.text.strip(), line.width())
        note = painter.fontMetrics().horizontalAdvance(said)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, said)
        painter.setFont(ui_font(13))
        painter.setPen(QColor(theme.text))
        room = line.adjusted(0, 0, -note - scaled(6), 0)
        name = painter.fontMetrics().elidedText(row.text.strip(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, name)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + scaled(8))
        if row.words and room.width() > scaled(44):
            painter.setFont(ui_font(12))
            painter.setPen(QColor(theme.muted))
            words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, middle, words)
        painter.restore()


def _arrow(painter: QPainter, rect: QRect, row: OutlineRow) -> None:
    """To the right where the row is closed, down where it is open."""
    centre = QPointF(rect.left() + arrow_room(row) - scaled(ARROW) / 2, rect.center().y() + 0.5)
    arm = scaled(3)
    points = [QPointF(-arm / 2, -arm), QPointF(arm, 0), QPointF(-arm / 2, arm)]
    if not row.closed:
        points = [QPointF(-arm, -arm / 2), QPointF(0, arm), QPointF(arm, -arm / 2)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_theme().muted))
    painter.drawPolygon(QPolygonF([centre + point for point in points]))
