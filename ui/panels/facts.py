# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts panel: what must be found out, asked once, with the places that use it and how they will read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QPushButton, QScrollArea, QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.translation import marked, tr
from drafting.updating.records import Fact
from ui.desk import Desk
from ui.flow import FlowLayout
from ui.panels.deciding import Deciding
from ui.panels.fact_card import FactCard, Standing
from ui.panels.fact_places import lines_of, places_of
from ui.panels.narrowing import Narrowing, NothingHere
from ui.panels.pulse import Pulse
from ui.panels.shelf_card import ShelfCard
from ui.shelf import Shelving
from ui.theme import themes
from ui.widgets import chip, muted_label, stops_in, tab_through

ALL = marked("All")
TIPS = {
    None: marked("Shows every fact"),
    Standing.MISSING: marked("Shows what is still to be found out"),
    Standing.KNOWN: marked("Shows what is filled in"),
    Standing.SETTLED: marked("Shows what no place needs any more"),
}


class FactsPanel(QWidget):
    """Every fact of the draft as a card; `missing_count` says how many are not known yet.

    The arrows go from card to card and show on the page where a fact is used. Escape takes away what narrows
    the list; where nothing does, it goes back to the page.
    """

    missing_count = Signal(int)
    masthead = Signal()
    """The lines above the text are to be shown."""
    page_wanted = Signal()
    """The keyboard is wanted on the page."""

    def __init__(self, desk: Desk, deciding: Deciding, shelving: Shelving, pulse: Pulse) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._deciding, self._shelving = desk, deciding, shelving
        self.shelf = ShelfCard(shelving)
        self.cards: list[FactCard] = []
        self._wanted: Standing | None = None
        self._here = self._seen = ""
        self._stops: list[QWidget] = []
        self.narrowing = Narrowing(tr("Filter facts by words"))
        self.empty = NothingHere()
        self.note = muted_label(
            tr("What only you can find out. Each is asked once and used wherever it belongs.")
        )
        self._chips: dict[Standing | None, QPushButton] = {}
        self.area = QScrollArea()
        self._lay_out()
        self.narrowing.changed.connect(self._narrow)
        self.narrowing.to_rows.connect(self.take_keyboard)
        self.narrowing.left.connect(self.page_wanted)
        self.empty.show_all.connect(self.widen)
        desk.opened.connect(self.widen)
        pulse.beat.connect(self._refresh)
        shelving.lookup.answered.connect(self._refresh)
        themes().changed.connect(self._refresh)
        self._refresh()

    @property
    def shown(self) -> list[FactCard]:
        """The cards that the filters let through."""
        return [card for card in self.cards if not card.isHidden()]

    def focus_first(self) -> None:
        """Put the keyboard on the first empty field, of a needed fact before others."""
        cards = sorted(self.shown, key=lambda shown: bool(shown.settled.text()))
        edits = [edit for shown in cards for edit in shown.fields.edits.values()]
        target = next(
            (edit for edit in edits if not edit.text()), edits[0] if edits else self.narrowing.field
        )
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_fact(self, fact_id: str) -> None:
        """Put the keyboard on the first empty field of a fact."""
        card = next((one for one in self.cards if one.fact.id == fact_id), None)
        if card is not None:
            if card.isHidden():
                self.widen()
            card.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first card that is shown; on the words where none is."""
        self.focus_first()

    def finish_typing(self) -> None:
        """What stands in the fields counts from here on; they tell by themselves only when they are left."""
        for card in self.cards:
            card.fields.finish()

    def show_only(self, standing: Standing | None) -> None:
        """Narrow the list to facts that are missing, known or not needed; all for None."""
        self._wanted = standing
        self._chips[standing].setChecked(True)
        self._narrow()

    def widen(self) -> None:
        """Show every fact."""
        self.narrowing.clear()
        self.show_only(None)

    def show_here(self, key: str) -> None:
        """The caret went to a paragraph: mark the facts used there, and bring the first into view.

        The keyboard stays where it is. Out of sight nothing is done until the panel is shown.
        """
        self._here = key
        if self.isVisible() and key != self._seen:
            self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field and no button takes: Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif len(self.shown) < len(self.cards):
            self.widen()
        else:
            self.page_wanted.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "panel")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(12, 8, 12, 12)
        self._list.setSpacing(8)
        for widget in (self.note, self.shelf):
            self._list.addWidget(widget)
        self._list.addStretch()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 18, 0)
        head.setSpacing(8)
        head.addLayout(self._chip_row())
        head.addWidget(self.narrowing)
        head.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)

    def _chip_row(self) -> FlowLayout:
        row = FlowLayout()
        together = QButtonGroup(self)
        for standing in (None, *Standing):
            button = chip(tr(standing or ALL), tr(TIPS[standing]), checked=standing is None)
            together.addButton(button)
            button.clicked.connect(lambda _checked=False, standing=standing: self.show_only(standing))
            self._chips[standing] = button
            row.addWidget(button)
        return row

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
                shown.show_here(self._here)
        self.note.setVisible(bool(facts))
        self._order_stops()
        self._narrow()
        self.missing_count.emit(len(draft.missing_facts) if draft else 0)

    def _order_stops(self) -> None:
        """The Tab key goes from the words through the cards as they stand, whenever they were made."""
        stops = [self.narrowing.field, self.narrowing.away, self.empty.link, *stops_in(self.shelf)]
        stops += [stop for card in self.cards for stop in stops_in(card)]
        if stops != self._stops:
            self._stops = stops
            tab_through(stops)

    def _narrow(self) -> None:
        """Show the cards that the filters want; one that has the keyboard stays until it is left."""
        for standing, button in self._chips.items():
            number = sum(card.standing is standing for card in self.cards)
            name = tr(standing or ALL)
            button.setText(f"{name} {number}" if standing and number else name)
            button.setVisible(standing is None or number > 0 or standing is self._wanted)
        for card in self.cards:
            wanted = self._wanted in (None, card.standing) and card.says(self.narrowing.words)
            card.setVisible(wanted or _has_keyboard(card))
        shown, total = len(self.shown), len(self.cards)
        self.narrowing.setVisible(total > 0)
        self.narrowing.tell(shown, total)
        self.empty.setVisible(not shown)
        self.empty.tell(_nothing_here(total, self.narrowing.words), total > 0)

    def _mark(self) -> None:
        self._seen = self._here
        found = [card for card in self.cards if card.show_here(self._here) and not card.isHidden()]
        if found and not _has_keyboard(self.area):
            self.area.ensureWidgetVisible(found[0], 0, 8)

    def _step(self, card: FactCard, by: int) -> None:
        """Go to the card before or after one, and show on the page where its fact is used."""
        cards = self.shown
        at = cards.index(card) + by if card in cards else 0
        if not 0 <= at < len(cards):
            return
        wanted = cards[at]
        wanted.take_keyboard()
        self.area.ensureWidgetVisible(wanted, 0, 8)
        if wanted.first_place:
            self._desk.choose(wanted.first_place)

    def _build(self, facts: list[Fact]) -> None:
        for shown in self.cards:
            self._list.removeWidget(shown)
            shown.deleteLater()
        self.cards = [FactCard(self._deciding, self._shelving, fact) for fact in facts]
        for place, shown in enumerate(self.cards, start=2):
            shown.go_to.connect(self._go_to)
            shown.stepped.connect(lambda by, shown=shown: self._step(shown, by))
            self._list.insertWidget(place, shown)

    def _go_to(self, proposal: str) -> None:
        if proposal:
            self._desk.choose(proposal)
        else:
            self.masthead.emit()


def _has_keyboard(widget: QWidget) -> bool:
    """Whether something in a widget has the keyboard."""
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def _nothing_here(total: int, words: str) -> str:
    """What an empty list of facts says."""
    if not total:
        return tr("No facts are missing: everything follows from the loaded versions.")
    if words:
        return tr("No fact of this kind says “{words}”. Escape shows all.").format(words=words)
    return tr("Nothing of this kind.")


def _stands(draft: Draft, fact: Fact) -> bool:
    return bool(lines_of(draft, fact.id) or places_of(draft, fact.id))
