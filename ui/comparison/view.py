# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of aligned rows: one list for all columns, so that they scroll in step by construction."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.comparison.delegate import RowDelegate
from ui.comparison.model import ComparisonModel, Fold
from ui.comparison.ribbons import MOST_LANES, Ribbon, lanes, paint_ribbon, reach, ribbons
from ui.comparison.rows import Layers, Row
from ui.theme import scaled, themes

_STEP = 24  # px the wheel's smallest turn and the arrow of a scroll bar move


class RowsView(QListView):
    """Shows a `ComparisonModel`; arrows go row by row, Enter opens a fold or follows a ghost."""

    laid_out = Signal()  # rows have other places or heights
    column_changed = Signal(int)

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.delegate = RowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setProperty("role", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )  # the overview is the scroll bar
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(scaled(_STEP))
        self.setMouseTracking(True)
        self.clicked.connect(self._toggle)
        self._kept = (QPersistentModelIndex(), 0)
        self._ribbons: dict[Ribbon, int] = {}
        model.modelReset.connect(self._find_ribbons)
        self.selectionModel().currentChanged.connect(self._show_ribbon)
        themes().changing.connect(self._keep)
        themes().changed.connect(self._restyle)

    def go_to(self, number: int) -> None:
        """Makes a row current and brings it into sight, opening the fold that hides it."""
        index = self.rows.index(self.rows.reveal(number))
        place = self.visualRect(index)
        in_sight = self.viewport().rect().contains(place)
        self.setCurrentIndex(index)
        if not in_sight:
            high = place.height() > self.viewport().height()
            hint = QAbstractItemView.ScrollHint
            self.scrollTo(index, hint.PositionAtTop if high else hint.PositionAtCenter)

    def fold(self, only: bool) -> None:
        """Folds what is the same, or shows all; the row in hand stays in hand."""
        number = self.current_number()
        self.rows.set_folding(only)
        self._hold(number)

    def show_layers(self, shown: Layers) -> None:
        """Shows the differences of these classes; the row in hand stays in hand."""
        number = self.current_number()
        self.delegate.show_layers(shown)
        self.rows.set_shown(shown)
        if self.rows.folding:
            self._hold(number)
        self.viewport().update()

    def _hold(self, number: int) -> None:
        if number >= 0:
            index = self.rows.index(self.rows.line_of(number))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_in_full(self, full: bool) -> None:
        """Shows the words of cells that repeat another column's; the row in hand stays in place."""
        self._keep()
        self.delegate.show_in_full(full)
        self._lay_out_in_place()

    @property
    def column(self) -> int:
        """The column in hand."""
        return self.delegate.column

    def set_column(self, column: int) -> None:
        """Takes a column in hand, the nearest there is."""
        count = len(self.rows.comparison.columns) if self.rows.comparison else 1
        column = min(max(column, 0), count - 1)
        if column != self.delegate.column:
            self.delegate.column = column
            self.viewport().update()
            self.column_changed.emit(column)

    def current_row(self) -> Row | None:
        """The row in hand, None on a fold or when there is none."""
        index = self.currentIndex()
        entry = self.rows.entry(index.row()) if index.isValid() else None
        return entry if isinstance(entry, Row) else None

    def current_number(self) -> int:
        """The number of the current row, -1 when there is none."""
        index = self.currentIndex()
        return self.rows.number_at(index.row()) if index.isValid() else -1

    def place(self, line: int) -> tuple[int, int]:
        """Top and height of a line within everything that can be scrolled to."""
        rect = self.visualRect(self.rows.index(line))
        return rect.top() + self.verticalOffset(), rect.height()

    def total(self) -> int:
        """The height of all lines."""
        count = self.rows.rowCount()
        return sum(self.place(count - 1)) if count else 0

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep()
            self._lay_out_in_place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ribbons:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, columns = self.current_number(), self.delegate.columns()
        drawn = [
            one
            for one, lane in self._ribbons.items()
            if (lane < MOST_LANES or one.ends_at(here)) and self._is_shown(one)
        ]
        for one in sorted(drawn, key=lambda one: one.ends_at(here)):  # the one in hand over all others
            ends = self._ribbon_ends(one)
            heights = reach(ends)
            if heights.top() <= event.rect().bottom() and heights.bottom() >= event.rect().top():
                paint_ribbon(painter, one, self._ribbons[one], columns, ends, in_hand=one.ends_at(here))

    def ribbons(self) -> tuple[Ribbon, ...]:
        """The moves that are joined by ribbons, in the order of the places that were left."""
        return tuple(sorted(self._ribbons, key=lambda one: one.ghost))

    def _find_ribbons(self) -> None:
        self._ribbons = lanes(ribbons(self.rows.comparison)) if self.rows.comparison else {}

    def _is_shown(self, one: Ribbon) -> bool:
        """Whether neither of its ends is folded away."""
        lines = (self.rows.line_of(number) for number in (one.ghost, one.home))
        return not any(isinstance(self.rows.entry(line), Fold) for line in lines)

    def _ribbon_ends(self, one: Ribbon) -> tuple[float, float]:
        first, second = (
            self.delegate.line_of(self.visualRect(self.rows.index(self.rows.line_of(number))))
            for number in (one.ghost, one.home)
        )
        return first, second

    def _show_ribbon(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A ribbon runs over the rows between its ends, which are painted anew with it."""
        entries = [self.rows.entry(one.row()) for one in (current, previous) if one.isValid()]
        if any(isinstance(entry, Row) and entry.partner is not None for entry in entries):
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the text size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            (themes().larger if event.angleDelta().y() > 0 else themes().smaller)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._toggle(self.currentIndex())
        elif plain and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.set_column(self.column + (1 if event.key() == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self.delegate.columns().at(event.position().x())
        if column is not None:
            self.set_column(column)
        super().mousePressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        """Opens or closes a fold; at the ghost of a move, goes to where the paragraph is now."""
        if not index.isValid():
            return
        entry = self.rows.entry(index.row())
        if isinstance(entry, Fold):
            self.rows.toggle(index.row())
        elif entry.ghost and entry.partner is not None:
            self.go_to(entry.partner)

    def _keep(self) -> None:
        """Notes where the row in hand stands, or the one at the upper edge when that is out of sight."""
        index = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(QPoint(1, 1))
        self._kept = (QPersistentModelIndex(index), self.visualRect(index).top())

    def _lay_out_in_place(self) -> None:
        """Lays the rows out anew; the row that was noted stays where it is."""
        self.doItemsLayout()
        row, top = self._kept
        if row.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.rows.index(row.row())).top() - top)

    def _restyle(self) -> None:
        self.verticalScrollBar().setSingleStep(scaled(_STEP))
        self.delegate.forget()
        self._lay_out_in_place()
