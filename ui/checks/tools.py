# SPDX-License-Identifier: GPL-3.0-or-later
"""The buttons and links on the card of the finding in hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from drafting.draft import Draft
from drafting.translation import tr
from ui.checks.places import Passed
from ui.checks.rows import FIRST, CheckRow
from ui.flow import FlowLayout
from ui.panels.card_list import ENTER, CardTools
from ui.widgets import ElidedButton, link_button, plain_button, primary_button

MOST_RELATED = 4
"""Other places that a card leads to."""


class CheckTools(CardTools):
    """What can be done with the finding in hand; each signal is one button."""

    fixed = Signal()
    jumped = Signal()
    ignored = Signal()
    ignored_always = Signal()
    taken_back = Signal()
    explained = Signal(str)
    """More is to be told of the rule with this id."""
    to_proposal = Signal()
    """The proposal for the same words was asked for."""
    led = Signal(int)
    """One of the other places was asked for, by its number."""

    def __init__(self) -> None:
        super().__init__()
        self._rule = ""
        self.fix = primary_button(tr("Fix  F"), tr("Mends it; Undo takes it back (F)"))
        self.jump = plain_button(tr("Go there  ⏎"), tr("Selects the words in the draft (Enter)"))
        self.ignore = plain_button(tr("Ignore here  I"), tr("Passes over these words in this paragraph (I)"))
        self.always = plain_button(tr("Ignore always  A"), tr("Passes over these words in every draft (A)"))
        self.back = plain_button(tr("Take back  T"), tr("Tells of it again (T)"))
        self.rule = link_button(
            tr("About this check"), tr("What it says, where it comes from, and a switch for it")
        )
        names = (tr("Fix"), tr("Go there"), tr("Ignore here"), tr("Ignore always"), tr("Take back"))
        signals = (self.fixed, self.jumped, self.ignored, self.ignored_always, self.taken_back)
        row = FlowLayout(spacing=6)
        for button, signal, name in zip(self.buttons, signals, names, strict=True):
            button.clicked.connect(signal)
            button.setAccessibleName(name)
            row.addWidget(button)
        self.rule.clicked.connect(lambda: self.explained.emit(self._rule))
        self.proposal = _link(tr("Goes to the proposal for these words"))
        self.proposal.setText(f"→ {tr(FIRST)}")
        self.proposal.setAccessibleName(tr(FIRST))
        self.proposal.clicked.connect(self.to_proposal)
        self.links = [_link(tr("Goes to the place it is compared with")) for _ in range(MOST_RELATED)]
        for number, link in enumerate(self.links):
            link.setAccessibleName(tr("Goes to another place"))
            link.clicked.connect(partial(self.led.emit, number))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for link in (*self.links, self.proposal):
            layout.addWidget(link)
        layout.addLayout(row)
        layout.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons from left to right."""
        return self.fix, self.jump, self.ignore, self.always, self.back

    def show_row(self, _draft: Draft, row: CheckRow) -> None:
        self._rule = row.rule
        standing = row.passed is Passed.NOWHERE
        self.fix.setVisible(standing and bool(row.fixes))
        for button in (self.ignore, self.always):
            button.setVisible(standing)
        self.back.setVisible(not standing)
        self.proposal.setVisible(standing and bool(row.proposal))
        told = (*row.related, *[""] * MOST_RELATED)
        for link, words in zip(self.links, told, strict=False):
            link.setText(f"→ {words}")
            link.setAccessibleName(tr("Goes to {words}").format(words=words))
            link.setVisible(bool(words))

    def height_for(self, _row: CheckRow, width: int) -> int:
        return self.needed_height(width)

    def act_on_key(self, row: CheckRow, key: int) -> bool:
        signals = dict.fromkeys(ENTER, self.jumped)
        if row.passed is not Passed.NOWHERE:
            signals[Qt.Key.Key_T] = self.taken_back
        else:
            signals |= {Qt.Key.Key_I: self.ignored, Qt.Key.Key_A: self.ignored_always}
            if row.fixes:
                signals[Qt.Key.Key_F] = self.fixed
        signal = signals.get(Qt.Key(key))
        if signal is not None:
            signal.emit()
        return signal is not None


def _link(tip: str) -> QPushButton:
    link = ElidedButton(role="link", tip=tip)
    link.setProperty("small", True)
    link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return link
