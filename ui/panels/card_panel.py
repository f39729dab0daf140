# SPDX-License-Identifier: GPL-3.0-or-later
"""A panel of cards: what narrows it at the head, the cards below, and a sentence where there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.panels.card import CardDelegate
from ui.panels.card_list import BAR, CardList, CardTools
from ui.panels.card_model import CardFilter
from ui.panels.narrowing import Narrowing, NothingHere


class CardPanel(QWidget):
    """Cards over a filter, which words narrow, in step with the caret.

    Escape takes away what narrows the list; where nothing does, it goes back to the page.
    """

    page_wanted = Signal()
    """The keyboard is wanted on the page."""

    def __init__(
        self,
        rows: CardFilter,
        cards: CardDelegate,
        tools: CardTools,
        names: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`names` are those of the list and of the field for words."""
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = rows
        self.list = CardList(rows, cards, tools, names[0])
        self.narrowing = Narrowing(names[1])
        self.empty = NothingHere()
        self.narrowing.changed.connect(self._look_for)
        self.narrowing.to_rows.connect(self.take_keyboard)
        self.narrowing.left.connect(self.page_wanted)
        self.empty.show_all.connect(self.widen)

    # What a panel says for itself.

    def nothing(self) -> str:
        """The sentence of an empty list: what to do, or that all is done."""
        raise NotImplementedError

    def total(self) -> int:
        """How many rows there are without the filters."""
        raise NotImplementedError

    def widen(self) -> None:
        """Show every row; a panel with choices of its own takes them back too."""
        self.narrowing.clear()

    def follow(self) -> None:
        """Choose the card of what is in hand."""

    # What all have in common.

    def lay_out(self, *above: QLayout | QWidget) -> None:
        """Put what is above the cards in its place, the field for words last."""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 6, 0)
        column.setSpacing(8)
        for item in (*above, self.narrowing):
            if isinstance(item, QWidget):
                beside_bar = QHBoxLayout()
                beside_bar.setContentsMargins(0, 0, BAR, 0)
                beside_bar.addWidget(item)
                column.addLayout(beside_bar)
            else:
                column.addLayout(item)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)

    def show_here(self, key: str) -> None:
        """The caret went to a paragraph."""
        self.list.show_here(key)

    def take_keyboard(self) -> None:
        """Put the keyboard on the cards, on the first when none is chosen; where none is, on the field."""
        if not self.filter.rowCount():
            self.narrowing.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.filter.index(0, 0))

    def renew(self) -> None:
        """Other rows are shown than before, or something else is in hand."""
        self.follow()
        shown, total = self.filter.rowCount(), self.total()
        self.narrowing.tell(shown, total)
        self.narrowing.setVisible(total > 0 or bool(self.narrowing.words))
        self.empty.setVisible(shown == 0)
        if shown == 0:
            self.empty.tell(self.nothing(), total > 0)

    def _look_for(self) -> None:
        self.filter.look_for(self.narrowing.words)
        self.renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no row and no button takes: Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter.rowCount() < self.total():
            self.widen()
        else:
            self.page_wanted.emit()
