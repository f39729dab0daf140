# SPDX-License-Identifier: GPL-3.0-or-later
"""The dropped paragraphs as cards: those removed from this draft first, then those of earlier versions."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from drafting.translation import tr
from ui.desk import Desk
from ui.panels.card_model import CardFilter, CardModel
from ui.panels.card_panel import CardPanel
from ui.panels.dropped_card import DroppedCards, DroppedTools
from ui.panels.dropped_rows import DroppedRow, by_version, count, nothing_here, rows_of
from ui.panels.pulse import Pulse


class DroppedFilter(CardFilter):
    """Shows the rows that stood last in one version, or in any."""

    def __init__(self, model: CardModel, parent: QObject | None = None) -> None:
        self.version = ""
        super().__init__(model, parent)

    def choose(self, version: str) -> None:
        """Show those of another version, of every one for none."""
        if version != self.version:
            self.version = version
            self.invalidate()

    def accepts(self, row: DroppedRow) -> bool:
        return self.version in ("", row.version)


class DroppedPanel(CardPanel):
    """Every paragraph that the draft does not hold, to be brought back to its place."""

    counted = Signal(int)
    """How many there are that do not stand in the draft again."""
    brought_back = Signal(object)
    """One is wanted in the draft again: a `Gone`."""
    placed = Signal(str)
    """The place of the chosen one is to be shown: the key of the paragraph it stood behind."""
    went = Signal(str)
    """The keyboard is wanted there too."""

    def __init__(self, desk: Desk, pulse: Pulse, parent: QWidget | None = None) -> None:
        self.model = CardModel()
        self.tools = DroppedTools()
        self.versions = DroppedFilter(self.model)
        names = tr("Dropped paragraphs"), tr("Filter dropped paragraphs by words")
        super().__init__(self.versions, DroppedCards(), self.tools, names, parent)
        for model in (self.model, self.versions):
            model.setParent(self)
        self._desk = desk
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Last version that has the paragraph"))
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choice.activated.connect(lambda _place: self._narrow())
        self.lay_out(self.choice)
        self.list.picked.connect(self._show_place)
        self.tools.brought_back.connect(self._bring_back)
        self.tools.went.connect(lambda: self.went.emit(self.list.chosen.key))
        pulse.beat.connect(self._refresh)

    def nothing(self) -> str:
        return nothing_here(self.model.rows, self.narrowing.words)

    def total(self) -> int:
        return len(self.model.rows)

    def widen(self) -> None:
        super().widen()
        self.choice.setCurrentIndex(0)
        self._narrow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Worked out anew only when it can be seen; counted always."""
        draft = self._desk.draft
        self.counted.emit(count(draft) if draft else 0)
        if not self.isVisible():
            return
        rows = rows_of(draft) if draft else ()
        self.list.note_view()
        self.model.show(rows)
        self._offer_versions(rows)
        self._narrow()
        self.list.show_draft(draft)

    def _offer_versions(self, rows: tuple[DroppedRow, ...]) -> None:
        """The versions that have some; the chosen one stays while it has."""
        wanted = [("", tr("In every version"))]
        wanted += [
            (version, tr("Last in {version} ({count})").format(version=version, count=number))
            for version, number in by_version(rows)
        ]
        if [text for _, text in wanted] == [self.choice.itemText(at) for at in range(self.choice.count())]:
            return
        chosen = self.choice.currentData()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for version, text in wanted:
                self.choice.addItem(text, version)
            self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self.choice.setVisible(len(wanted) > 2)

    def _narrow(self) -> None:
        self.versions.choose(str(self.choice.currentData() or ""))
        self.renew()

    def _show_place(self, _row_id: str) -> None:
        if self.list.chosen.key:
            self.placed.emit(self.list.chosen.key)

    def _bring_back(self) -> None:
        if self.list.chosen is not None:
            self.brought_back.emit(self.list.chosen.gone)
