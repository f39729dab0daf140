# SPDX-License-Identifier: GPL-3.0-or-later
"""The history panel: how the paragraph at the caret read in every version, and what was dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.desk import Desk
from ui.panels.card_panel import CardPanel
from ui.panels.dropped import DroppedPanel
from ui.panels.pulse import Pulse
from ui.panels.wording_list import WordingsPanel
from ui.widgets import plain_button


class HistoryPanel(QWidget):
    """Two lists, one at a time; `show_paragraph` is told where the caret is."""

    def __init__(self, desk: Desk, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.wordings, self.dropped = WordingsPanel(desk, pulse), DroppedPanel(desk, pulse)
        self.stack = QStackedWidget()
        self._buttons: dict[CardPanel, QPushButton] = {}
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 0)
        head.setSpacing(6)
        together = QButtonGroup(self)
        for panel, name, told in (
            (self.wordings, tr("This paragraph"), tr("Shows how the paragraph at the caret read before")),
            (self.dropped, tr("Dropped"), tr("Shows the paragraphs that the draft does not hold")),
        ):
            button = plain_button(name, told)
            button.setCheckable(True)
            together.addButton(button)
            button.clicked.connect(lambda _checked=False, panel=panel: self.turn_to(panel))
            self._buttons[panel] = button
            head.addWidget(button, 1)
            self.stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.dropped.counted.connect(self._count)
        self.turn_to(self.wordings)

    @property
    def key(self) -> str:
        """The paragraph whose history is shown."""
        return self.wordings.key

    @property
    def current(self) -> CardPanel:
        """The list that is shown."""
        panel = self.stack.currentWidget()
        assert isinstance(panel, CardPanel)
        return panel

    def turn_to(self, panel: CardPanel) -> None:
        """Show one of the lists."""
        self._buttons[panel].setChecked(True)
        self.stack.setCurrentWidget(panel)

    def show_paragraph(self, key: str) -> None:
        """The caret went to another paragraph."""
        self.wordings.show_here(key)
        self.dropped.show_here(key)

    def take_keyboard(self) -> None:
        """Put the keyboard on the cards."""
        self.current.take_keyboard()

    def _count(self, number: int) -> None:
        name = tr("Dropped")
        self._buttons[self.dropped].setText(f"{name} {number}" if number else name)
