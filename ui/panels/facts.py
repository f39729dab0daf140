# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts panel: what must be found out, asked once, with the places that use it and how they will read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from drafting.draft import Decision, Draft
from drafting.updating.facts import filled, filled_masthead, line_of
from drafting.updating.records import Fact
from ui.desk import Desk
from ui.panels.deciding import Deciding
from ui.panels.fact_answers import FactAnswers
from ui.panels.fact_fields import FactFields
from ui.panels.fact_places import Place, lines_of, places_of, settled, uses_of
from ui.panels.proposal_rows import sentence
from ui.panels.pulse import Pulse
from ui.panels.shelf_card import ShelfCard
from ui.shelf import Shelving
from ui.theme import page_font, themes
from ui.widgets import badge, link_button, muted_label, plain_button, set_badge

if TYPE_CHECKING:
    from drafting.updating.shelf import Answer


class FactCard(QFrame):
    """One fact: question, fields, and a line for each place with its words."""

    go_to = Signal(str)
    """The proposal at a place that uses the fact, empty for the lines above the text."""

    def __init__(self, deciding: Deciding, shelving: Shelving, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self._draft: Draft | None = None
        self.setProperty("role", "card")
        self.question = QLabel(sentence(fact.question).removesuffix("."))
        self.question.setWordWrap(True)
        self.state = badge("", "fact")
        self.settled = muted_label()
        self.fields = FactFields()
        self.fields.filled.connect(deciding.fill)
        self.fields.typed.connect(self._preview)
        self.answers = FactAnswers()
        self.answers.used.connect(shelving.use)
        self.accept = plain_button("", "Puts the words with this fact into the draft at every open place")
        self.accept.clicked.connect(lambda: deciding.accept_fact(fact.id))
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self._lines: list[tuple[QPushButton, QLabel]] = []
        self._lay_out()

    def show_draft(self, draft: Draft, answers: Sequence[Answer] = ()) -> None:
        """Show the fact as the draft knows it, and what the shelf answers."""
        self._draft = draft
        self.answers.show_answers(self.fact, answers)
        self.fields.show_fact(draft, self.fact)
        self._show_state(draft)
        places = places_of(draft, self.fact.id)
        self._show_places(draft, places)
        waiting = sum(choice.decision is Decision.OPEN for _, choice in places)
        self.accept.setVisible(waiting > 0)
        self.accept.setText("Accept at this place" if waiting == 1 else f"Accept at {waiting} places")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 9, 11, 10)
        layout.setSpacing(7)
        layout.addLayout(head)
        layout.addWidget(self.settled)
        layout.addWidget(self.fields)
        layout.addWidget(self.answers)
        layout.addLayout(self._places)
        layout.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_state(self, draft: Draft) -> None:
        why = settled(draft, self.fact.id)
        self.settled.setText(why)
        self.settled.setVisible(bool(why))
        if why:
            set_badge(self.state, "not needed", "plain")
        elif draft.blanks(self.fact.id):
            unusable = any(problem.stays_out for problem in self.fields.problems())
            set_badge(self.state, "not usable" if unusable else "missing", "error" if unusable else "fact")
        elif self.fields.problems():
            set_badge(self.state, "check", "review")
        else:
            set_badge(self.state, "filled in", "certain")

    def _show_places(self, draft: Draft, places: tuple[Place, ...]) -> None:
        above = [("Masthead", "", line.field) for line in lines_of(draft, self.fact.id)]
        inside = [(uses_of(draft, *place), place[1].proposal, "") for place in places]
        uses = [*above, *inside]
        while len(self._lines) > len(uses):
            for widget in self._lines.pop():
                self._places.removeWidget(widget)
                widget.deleteLater()
        while len(self._lines) < len(uses):
            self._lines.append(self._line())
        for (button, _), (text, proposal, field) in zip(self._lines, uses, strict=True):
            button.setText(text)
            button.setProperty("proposal", proposal)
            button.setProperty("field", field)
        self._preview()

    def _line(self) -> tuple[QPushButton, QLabel]:
        button, words = link_button("", "Goes to this place"), QLabel()
        button.clicked.connect(lambda: self.go_to.emit(button.property("proposal")))
        words.setWordWrap(True)
        words.setFont(page_font(14))
        self._places.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words.setContentsMargins(4, 0, 0, 2)
        self._places.addWidget(words)
        return button, words

    def _preview(self) -> None:
        """The words at every place with what stands in the fields now."""
        if self._draft is None:
            return
        typed = {**self._draft.facts, self.fact.id: self.fields.values()}
        for button, words in self._lines:
            if field := button.property("field"):
                words.setText(line_of(filled_masthead(self._draft.carry, typed), field))
            else:
                proposal = self._draft.proposal(button.property("proposal"))
                words.setText(filled(proposal, self.fact, typed))
            words.setFont(page_font(14))


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
            answers = self._shelving.answers(draft)
            self.shelf.show_shelf(draft, answers)
            for shown in self.cards:
                shown.show_draft(draft, answers.get(shown.fact.id, ()))
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
