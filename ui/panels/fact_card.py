# SPDX-License-Identifier: GPL-3.0-or-later
"""One fact as a card: what is asked, what the shelf says, and how its places will read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from drafting.draft import Decision, Draft
from drafting.translation import marked, tr, trn
from drafting.updating.facts import Problem, filled, filled_masthead, line_of, missing
from drafting.updating.records import Fact
from ui.panels.deciding import Deciding
from ui.panels.fact_answers import FactAnswers
from ui.panels.fact_fields import DOUBTFUL, FactFields, coloured
from ui.panels.fact_places import Place, lines_of, places_of, settled, uses_of
from ui.panels.narrowing import has_words
from ui.panels.proposal_rows import sentence
from ui.shelf import Shelving
from ui.theme import page_font
from ui.widgets import badge, link_button, muted_label, plain_button, set_badge

if TYPE_CHECKING:
    from drafting.updating.shelf import Answer


HERE = "▸"
"""The sign of what belongs to the paragraph at the caret, as cards of lists draw it."""


class Standing(StrEnum):
    """The filters over the facts, beside all of them."""

    MISSING = marked("Missing")
    KNOWN = marked("Filled in")
    SETTLED = marked("Not needed")


class FactCard(QFrame):
    """One fact: question, fields, and a line for each place with its words."""

    go_to = Signal(str)
    """The proposal at a place that uses the fact, empty for the lines above the text."""
    stepped = Signal(int)
    """The card after this one (1) or before it (-1) is wanted."""

    def __init__(self, deciding: Deciding, shelving: Shelving, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self._draft: Draft | None = None
        self.setProperty("role", "card")
        self.question = QLabel(sentence(fact.question).removesuffix("."))
        self.question.setWordWrap(True)
        self.state = badge("", "fact")
        self.standing = Standing.MISSING
        """Which filter it belongs to."""
        self.here = badge(HERE, "accent")
        self.here.setAccessibleName(tr("Used in the paragraph at the caret"))
        self.here.setToolTip(tr("Used in the paragraph at the caret"))
        self.here.hide()
        self._keys: frozenset[str] = frozenset()
        self.settled = muted_label()
        self.fields = FactFields()
        self.fields.filled.connect(deciding.fill)
        self.fields.typed.connect(self._follow_typing)
        self.doubts = muted_label()
        self.doubts.setTextFormat(Qt.TextFormat.RichText)
        self.doubts.hide()
        self.answers = FactAnswers()
        self.answers.used.connect(shelving.lookup.use)
        self.accept = plain_button("", tr("Puts the words with this fact into the draft at every open place"))
        self.accept.clicked.connect(self.fields.finish)  # a click leaves the keyboard in the field
        self.accept.clicked.connect(lambda: deciding.accept_fact(fact.id))
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self._lines: list[tuple[QPushButton, QLabel]] = []
        self._lay_out()

    def show_draft(
        self, draft: Draft, answers: Sequence[Answer] = (), doubts: Sequence[Problem] = ()
    ) -> None:
        """Show the fact as the draft knows it, what the shelf answers, and what stands otherwise there."""
        self._draft = draft
        self.answers.show_answers(self.fact, answers)
        self.doubts.setText(coloured("\n".join(f"{DOUBTFUL} {one.sentence}" for one in doubts)))
        self.doubts.setVisible(bool(doubts))
        self.fields.show_fact(draft, self.fact)
        self._show_state(draft)
        places = places_of(draft, self.fact.id)
        self._keys = frozenset(paragraph.key for paragraph, _ in places)
        self._show_places(draft, places)
        waiting = sum(choice.decision is Decision.OPEN for _, choice in places)
        self.accept.setVisible(waiting > 0)
        self.accept.setText(trn("Accept at this place", "Accept at {n} places", waiting))

    def show_here(self, key: str) -> bool:
        """Mark the card when the fact is used in the paragraph at the caret; whether it is."""
        self.here.setVisible(key in self._keys)
        return key in self._keys

    def says(self, words: str) -> bool:
        """Whether question, answers or places have all of some words."""
        told = [self.question.text(), self.state.text(), *self.fields.values().values()]
        told += [text for button, line in self._lines for text in (button.text(), line.text())]
        return has_words(" ".join(told), words)

    @property
    def first_place(self) -> str:
        """The proposal at the first place in the text, empty where it is used above the text alone."""
        return next(
            (button.property("proposal") for button, _ in self._lines if button.property("proposal")), ""
        )

    def take_keyboard(self) -> None:
        """Put the keyboard on the first empty field, or on the first."""
        edits = list(self.fields.edits.values())
        target = next((edit for edit in edits if not edit.text()), edits[0] if edits else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from card to card: the fields do not need them."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.here, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.question, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 9, 11, 10)
        layout.setSpacing(7)
        layout.addLayout(head)
        layout.addWidget(self.settled)
        layout.addWidget(self.fields)
        layout.addWidget(self.doubts)
        layout.addWidget(self.answers)
        layout.addLayout(self._places)
        layout.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_state(self, draft: Draft) -> None:
        why = settled(draft, self.fact.id)
        self.settled.setText(why)
        self.settled.setVisible(bool(why))
        if why:
            self.standing = Standing.SETTLED
            set_badge(self.state, tr("not needed"), "plain")
        elif missing(self.fact, {self.fact.id: self.fields.values()}):
            self.standing = Standing.MISSING
            unusable = any(problem.stays_out for problem in self.fields.problems())
            word = tr("not usable") if unusable else tr("missing")
            set_badge(self.state, word, "error" if unusable else "fact")
        elif self.fields.problems() or not self.doubts.isHidden():
            self.standing = Standing.KNOWN
            set_badge(self.state, tr("to check"), "review")
        else:
            self.standing = Standing.KNOWN
            entered = missing(self.fact, draft.facts) == ()
            set_badge(self.state, tr("filled in") if entered else tr("fits"), "certain")

    def _show_places(self, draft: Draft, places: tuple[Place, ...]) -> None:
        above = [(tr("Masthead"), "", line.field) for line in lines_of(draft, self.fact.id)]
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
            button.setAccessibleName(tr("Goes to {place}").format(place=text))
            button.setProperty("proposal", proposal)
            button.setProperty("field", field)
        self._preview()

    def _line(self) -> tuple[QPushButton, QLabel]:
        button, words = link_button("", tr("Goes to this place")), QLabel()
        button.clicked.connect(lambda: self.go_to.emit(button.property("proposal")))
        words.setWordWrap(True)
        words.setFont(page_font(14))
        self._places.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words.setContentsMargins(4, 0, 0, 2)
        self._places.addWidget(words)
        return button, words

    def _follow_typing(self) -> None:
        """Say at once what would become of the fact; it is filled in when the field is left."""
        if self._draft is not None:
            self._show_state(self._draft)
        self._preview()

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
