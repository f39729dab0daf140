# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts panel: what must be found out, asked once, with the places that use it and how they will read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.updating.records import Fact
from ui.desk import Desk
from ui.panels.deciding import Deciding
from ui.panels.fact_card import FactCard
from ui.panels.fact_places import lines_of, places_of
from ui.panels.pulse import Pulse
from ui.panels.shelf_card import ShelfCard
from ui.shelf import Shelving
from ui.theme import themes
from ui.widgets import muted_label


class FactsPanel(QWidget):
    """Every fact of the draft as a card; `missing_count` says how many are not known yet."""

    missing_count = Signal(int)
    masthead = Signal()
    """The lines above the text are to be shown."""

    def __init__(self, desk: Desk, deciding: Deciding, shelving: Shelving, pulse: Pulse) -> None:
        super().__init__()
        self._desk, self._deciding, self._shelving = desk, deciding, shelving
        self.shelf = ShelfCard(shelving)
        self.cards: list[FactCard] = []
        self.empty = muted_label("No facts are missing: everything follows from the loaded versions.")
        self.note = muted_label(
            "What only you can find out. Each is asked once and used wherever it belongs."
        )
        inside = QWidget()
        inside.setProperty("role", "panel")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(12, 10, 12, 12)
        self._list.setSpacing(8)
        for widget in (self.note, self.empty, self.shelf):
            self._list.addWidget(widget)
        self._list.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        pulse.beat.connect(self._refresh)
        shelving.lookup.answered.connect(self._refresh)
        themes().changed.connect(self._refresh)
        self._refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the first empty field, of a needed fact before others."""
        cards = sorted(self.cards, key=lambda shown: bool(shown.settled.text()))
        edits = [edit for shown in cards for edit in shown.fields.edits.values()]
        target = next((edit for edit in edits if not edit.text()), edits[0] if edits else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_fact(self, fact_id: str) -> None:
        """Put the keyboard on the first empty field of a fact."""
        edits = [
            edit for shown in self.cards if shown.fact.id == fact_id for edit in shown.fields.edits.values()
        ]
        target = next((edit for edit in edits if not edit.text()), edits[0] if edits else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _refresh(self) -> None:
        draft = self._desk.draft
        facts = [one for one in draft.carry.facts if _stands(draft, one)] if draft else []
        if [shown.fact for shown in self.cards] != facts:
            self._build(facts)
        if draft:
            answers = self._shelving.lookup.answers(draft)
            self.shelf.show_shelf(draft, answers)
            for shown in self.cards:
                doubts = self._shelving.lookup.doubts(draft, shown.fact)
                shown.show_draft(draft, answers.get(shown.fact.id, ()), doubts)
        self.empty.setVisible(not facts)
        self.note.setVisible(bool(facts))
        self.missing_count.emit(len(draft.missing_facts) if draft else 0)

    def _build(self, facts: list[Fact]) -> None:
        for shown in self.cards:
            self._list.removeWidget(shown)
            shown.deleteLater()
        self.cards = [FactCard(self._deciding, self._shelving, fact) for fact in facts]
        for place, shown in enumerate(self.cards, start=3):
            shown.go_to.connect(self._go_to)
            self._list.insertWidget(place, shown)

    def _go_to(self, proposal: str) -> None:
        if proposal:
            self._desk.choose(proposal)
        else:
            self.masthead.emit()


def _stands(draft: Draft, fact: Fact) -> bool:
    return bool(lines_of(draft, fact.id) or places_of(draft, fact.id))
