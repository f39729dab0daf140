# SPDX-License-Identifier: GPL-3.0-or-later
"""Short lists of the left column: plain rows in a thin model, in a list as high as its rows or as allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import current_theme, scaled, themes, ui_font

Index = QModelIndex | QPersistentModelIndex
_ACT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
ROW = Qt.ItemDataRole.UserRole + 1
UNLIMITED = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line: words at the left, a count or a remark at the right; `target` is what it leads to."""

    text: str
    note: str = ""
    target: str = ""
    current: bool = False
    spoken: str = ""
    tip: str = ""


class RowModel(QAbstractListModel):
    """Rows as they are given; any dataclass with `text`, `spoken` and `tip` will do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Any, ...] = ()
        self.after = 0
        """How many rows stand after the one that is to be in view."""

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows that are shown."""
        return self._rows

    def show(self, rows: Sequence[Any], after: int = 0) -> None:
        """Show other rows; where their number stays the same, only what differs is announced."""
        self.after = after
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        before, self._rows = self._rows, tuple(rows)
        roles = [
            ROW,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ]
        for number, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number), roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        found = {
            ROW: row,
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken or row.text,
            Qt.ItemDataRole.ToolTipRole: row.tip or None,
        }
        return found.get(role)


class ContentList(QListView):
    """A list as high as what it shows, up to a limit; beyond, it scrolls and the last rows are in view.

    Enter and a double click act on a row.
    """

    acted = Signal(object)
    """The row that was chosen by Enter or double click."""
    clicked_row = Signal(object)
    """The row that was clicked or stepped to."""

    def __init__(self, model: RowModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = UNLIMITED
        self._to_end = True  # until the drafter scrolls
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # Not `activated`: on some desktops that is one click, on macOS not the Return key.
        self.doubleClicked.connect(lambda index: self.acted.emit(index.data(ROW)))
        self.clicked.connect(lambda index: self.clicked_row.emit(index.data(ROW)))
        model.modelReset.connect(self._show_end)
        self.verticalScrollBar().actionTriggered.connect(self._stay)
        for signal in (model.modelReset, model.dataChanged, themes().changed):
            signal.connect(self._fit)

    def limit(self, height: int) -> None:
        """Be no higher than this."""
        height = max(height, scaled(80))
        if height != self._limit:
            self._limit = height
            self._fit()

    def wanted_height(self) -> int:
        """The height of all rows."""
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, self.viewport().width(), 0)
        delegate, model = self.itemDelegate(), self.model()
        rows = range(model.rowCount())
        return sum(delegate.sizeHint(option, model.index(row, 0)).height() for row in rows)

    def sizeHint(self) -> QSize:
        return QSize(120, min(self.wanted_height(), self._limit))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ACT and self.currentIndex().isValid():
            self.acted.emit(self.currentIndex().data(ROW))
        else:
            super().keyPressEvent(event)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._to_end:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            if self._model.after:
                self.scrollTo(self._model.index(self._model.rowCount() - 1 - self._model.after, 0))

    def _show_end(self) -> None:
        self._to_end = True

    def _stay(self) -> None:
        self._to_end = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._stay()
        super().currentChanged(current, previous)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        scrolls = self.wanted_height() > self._limit
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


class RowDelegate(QStyledItemDelegate):
    """Draws a `Row`: the current one on the soft accent."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, scaled(27))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        draw_ground(painter, option, row.current)
        theme = current_theme()
        line = option.rect.adjusted(scaled(8), 0, -scaled(8), 0)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.muted))
        said = beside_name(row.note, row.text, line.width())
        note = painter.fontMetrics().horizontalAdvance(said)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        painter.setFont(ui_font(13))
        painter.setPen(QColor(theme.text))
        words = line.adjusted(0, 0, -note - scaled(6), 0)
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def beside_name(note: str, name: str, width: int) -> str:
    """What is said of a row, as far as there is room beside its name, which has up to half of the width."""
    named = QFontMetrics(ui_font(13)).horizontalAdvance(name)
    room = width - min(named, width // 2) - scaled(6)
    return QFontMetrics(ui_font(12)).elidedText(note, Qt.TextElideMode.ElideRight, room)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, current: bool) -> None:
    """The ground of a row: soft accent when current, hover under the mouse, a ring for the keyboard."""
    theme = current_theme()
    state = QStyle.StateFlag
    box = option.rect.adjusted(0, 1, -1, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if current or option.state & (state.State_MouseOver | state.State_Selected):
        painter.setBrush(QColor(theme.accent_soft if current else theme.hover))
        painter.drawRoundedRect(box, 5, 5)
    if option.state & state.State_HasFocus and option.state & state.State_KeyboardFocusChange:
        painter.setPen(QColor(theme.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
