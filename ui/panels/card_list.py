# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of cards, of which the chosen one carries its buttons and has keys of its own."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from drafting.draft import Draft
from ui.panels.card import CardDelegate
from ui.panels.card_model import ROW, CardFilter, Index
from ui.theme import themes
from ui.widgets import stops_in, tab_through

BAR = 12  # width of the list's scroll bar
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardTools(QWidget):
    """The widgets on the chosen card."""

    @abstractmethod
    def show_row(self, draft: Draft, row: Any) -> None:
        """Offer what this row allows now."""

    @abstractmethod
    def height_for(self, row: Any, width: int) -> int:
        """The room that is needed for this row; 0 when nothing is offered."""

    @abstractmethod
    def act_on_key(self, row: Any, key: int) -> bool:
        """Do what a key stands for on this row; False when it stands for nothing."""

    def needed_height(self, width: int) -> int:
        """The height of the layout in a width."""
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return max(layout.sizeHint().height(), layout.totalHeightForWidth(width))


class CardList(QListView):
    """Cards over a model; `tools` stand on the chosen one."""

    picked = Signal(str)
    """The drafter chose a card: its id."""

    def __init__(self, model: QAbstractItemModel, cards: CardDelegate, tools: CardTools, name: str) -> None:
        super().__init__()
        self.cards, self.tools = cards, tools
        cards.setParent(self)
        tools.setParent(self.viewport())
        tools.hide()
        self._draft: Draft | None = None
        self._anchor: tuple[str, int] = "", 0
        self._here = ""
        self._stops: list[QWidget] = []
        self._changing = False  # the rows are already others, the draft behind them is not
        self._late = self._scroll_late = False  # what was left undone while out of sight
        self.setModel(model)
        self.setItemDelegate(cards)
        self.setAccessibleName(name)
        self.setProperty("role", "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)
        themes().changed.connect(self._dress)

    @property
    def chosen(self) -> Any:
        """The row of the chosen card, None when there is none."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def note_view(self) -> None:
        """The rows are about to change: remember where the chosen card stands, or the first in view.

        Until `show_draft` brings the draft that belongs to them, nothing is laid out.
        """
        self._changing = True
        if not self._out_of_sight:
            self._note_anchor()

    @property
    def _out_of_sight(self) -> bool:
        """Whether it stands behind others in a window that is there: it is laid out when it is shown."""
        return not self.isVisible() and self.window().isVisible()

    def _note_anchor(self) -> None:
        here, view = self.currentIndex(), self.viewport().rect()
        if not here.isValid() or not view.intersects(self.visualRect(here)):
            here = self.indexAt(QPoint(view.width() // 2, 1))
        self._anchor = (here.data(ROW).id, self.visualRect(here).top()) if here.isValid() else ("", 0)

    def show_draft(self, draft: Draft | None) -> None:
        """The draft behind the rows; called after the model has its rows. What was in view stays there."""
        self._draft, self._changing = draft, False
        self._arrange()
        if not self._out_of_sight:
            self._back_to_anchor()

    def _back_to_anchor(self) -> None:
        index = self._index_of(self._anchor[0])
        if index.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - self._anchor[1])

    def choose(self, row_id: str) -> None:
        """Choose a card, as far as the filter shows it, and bring it into view."""
        index = self._index_of(row_id)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._arrange()
            self._scroll_late = self._out_of_sight
            if not self._scroll_late:
                self.scrollTo(index)
            return
        self.setCurrentIndex(QModelIndex())
        self._arrange()

    def show_here(self, key: str) -> None:
        """The caret went to a paragraph: mark its cards, and bring the first into view if none is.

        The keyboard and the chosen card stay as they are. Out of sight nothing is done until it is shown.
        """
        self._here = key
        if self.isVisible() and self.cards.here != key:
            self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self._arrange()
            self._back_to_anchor()
        if self._scroll_late:
            self.scrollTo(self.currentIndex())
        self._late = self._scroll_late = False
        if self.cards.here != self._here:
            self._mark()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not (self._late or self._changing):
            self._note_anchor()

    def _mark(self) -> None:
        self.cards.here = self._here
        model = self.model()
        if isinstance(model, CardFilter):
            model.stand(self._here)
        self.viewport().update()
        indexes = (model.index(number, 0) for number in range(model.rowCount() if self._here else 0))
        found = [index for index in indexes if index.data(ROW).key == self._here]
        view = self.viewport().rect()
        if found and not self.hasFocus() and not any(view.contains(self.visualRect(one)) for one in found):
            self.scrollTo(found[0])

    def _index_of(self, row_id: str) -> QModelIndex:
        model = self.model()
        indexes = (model.index(number, 0) for number in range(model.rowCount() if row_id else 0))
        return next((index for index in indexes if index.data(ROW).id == row_id), QModelIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.chosen
        if row is not None and row.id != self.cards.chosen:
            self._arrange()
            self.picked.emit(row.id)

    @Slot()
    def copy(self) -> None:
        """Put the words of the chosen card on the clipboard."""
        if (row := self.chosen) is not None:
            QApplication.clipboard().setText(getattr(row, "copied", row.spoken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if row is None or not plain or not self.tools.act_on_key(row, event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place()

    def _dress(self) -> None:
        self.cards.forget()
        self._arrange()

    def _arrange(self) -> None:
        """Give the chosen card its room, lay the list out anew and put the buttons in place."""
        if self._changing:
            return
        row = self.chosen
        self.cards.width = self.viewport().width()
        self.cards.chosen = row.id if row else ""
        if row is not None and self._draft is not None:
            self.tools.show_row(self._draft, row)
            self._order_stops()
            inner = self.cards.actions_rect(self.viewport().rect()).width()
            self.cards.actions_height = self.tools.height_for(row, inner)
        self.scheduleDelayedItemsLayout()
        self._late = self._out_of_sight
        if self._late:
            return
        self.executeDelayedItemsLayout()
        self._place()

    def _order_stops(self) -> None:
        """The Tab key goes from the list to what stands on the chosen card, whenever that was made."""
        stops = stops_in(self.tools)
        if stops != self._stops:
            self._stops = stops
            tab_through([self, *stops])

    def _place(self) -> None:
        if self._late:
            return
        index = self.currentIndex()
        shown = index.isValid() and self._draft is not None and self.cards.actions_height > 0
        if shown:
            self.tools.setGeometry(self.cards.actions_rect(self.visualRect(index)))
        self.tools.setVisible(shown)
