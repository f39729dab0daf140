# SPDX-License-Identifier: GPL-3.0-or-later
"""The wordings of the paragraph at the caret as cards, to be read and brought back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from drafting.draft import Draft, Step
from drafting.errors import DraftError
from drafting.translation import tr
from ui.desk import Desk
from ui.flow import FlowLayout
from ui.panels.bringing import bring_back, bring_back_place
from ui.panels.card_model import CardFilter, CardModel
from ui.panels.card_panel import CardPanel
from ui.panels.pulse import Pulse
from ui.panels.wording_card import WordingCards
from ui.panels.wording_rows import WordingRow, nothing_here, rows_of
from ui.panels.wording_tools import WordingTools
from ui.widgets import chip, section_label

Act = Callable[[Draft, WordingRow], Step]


class WordingFilter(CardFilter):
    """Every row that has the words looked for."""

    def accepts(self, row: WordingRow) -> bool:
        return True


class WordingsPanel(CardPanel):
    """Follows the caret while it can be seen; `show_here` is told where the caret is."""

    refused = Signal(str)
    """Why a wording was not brought back."""

    def __init__(self, desk: Desk, pulse: Pulse, parent: QWidget | None = None) -> None:
        self.model = CardModel()
        self.tools = WordingTools()
        rows = WordingFilter(self.model)
        names = tr("Wordings of the paragraph"), tr("Filter wordings by words")
        super().__init__(rows, WordingCards(), self.tools, names, parent)
        for model in (self.model, rows):
            model.setParent(self)
        self._desk = desk
        self._key = ""
        self.head = section_label("")
        self._chips: dict[bool, QPushButton] = {}
        self.lay_out(self._chip_row(), self.head)
        self.tools.brought_back.connect(self._bring_back)
        self.tools.brought_place.connect(self._bring_back_place)
        pulse.beat.connect(self._refresh)

    @property
    def key(self) -> str:
        """The paragraph whose wordings are shown."""
        return self._key

    def show_here(self, key: str) -> None:
        """The caret went to another paragraph."""
        if key != self._key:
            self._key = key
            self._refresh()

    def show_each(self, each: bool) -> None:
        """Show every version by itself, or only those in which the paragraph changed."""
        self._chips[each].setChecked(True)
        self._refresh()

    def nothing(self) -> str:
        return nothing_here(self.model.rows, self.narrowing.words)

    def total(self) -> int:
        return len(self.model.rows)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _chip_row(self) -> FlowLayout:
        row = FlowLayout()
        together = QButtonGroup(self)
        for each, name, told in (
            (False, tr("Where it changed"), tr("Shows each wording once, with the versions that have it")),
            (True, tr("Every version"), tr("Shows each version by itself, also those that changed nothing")),
        ):
            button = chip(name, told, checked=not each)
            together.addButton(button)
            button.clicked.connect(self._refresh)
            self._chips[each] = button
            row.addWidget(button)
        return row

    def _refresh(self) -> None:
        """Worked out anew only when it can be seen."""
        if not self.isVisible():
            return
        draft = self._desk.draft
        rows = rows_of(draft, self._key, each=self._chips[True].isChecked()) if draft else ()
        known = self.model.rows
        another = not rows or not known or rows[0].paragraph != known[0].paragraph
        self.list.note_view()
        self.model.show(rows)
        if draft and rows:
            told = tr("{paragraph}, newest wording first").format(paragraph=draft.label(self._key).id)
            self.head.setText(told.upper())
            self.head.setAccessibleName(told)
        self.head.setVisible(bool(rows))
        self.renew()
        self.list.show_draft(draft)
        if another or self.list.chosen is None:
            self._choose_first()

    def _choose_first(self) -> None:
        """The newest wording that the draft does not have is the one to be asked for."""
        wanted = next((row.id for row in self.model.rows if row.can_come_back), "")
        self.list.choose(wanted)
        self.list.verticalScrollBar().setValue(0)

    def _bring_back(self) -> None:
        self._do(lambda draft, row: bring_back(draft, row.paragraph, row.wording))

    def _bring_back_place(self, number: int) -> None:
        self._do(lambda draft, row: bring_back_place(draft, row.paragraph, row.wording, number))

    def _do(self, act: Act) -> None:
        draft, row = self._desk.draft, self.list.chosen
        if draft is None or row is None or row.paragraph not in draft:
            return
        try:
            self._desk.do(act(draft, row))
        except DraftError as error:
            self.refused.emit(str(error))
