# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields and buttons on the chosen card: real widgets, so that Tab and screen readers reach them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from drafting.draft import Decision, Draft
from drafting.translation import tr
from ui.flow import FlowLayout
from ui.panels.card_list import ENTER, CardTools
from ui.panels.fact_fields import FactFields
from ui.panels.proposal_rows import ProposalRow
from ui.widgets import plain_button, primary_button


class CardActions(CardTools):
    """What can be done with the chosen proposal; each signal is one button."""

    accepted = Signal()
    kept = Signal()
    edited = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = FactFields()
        self.accept = primary_button(tr("Accept  ⏎"), tr("Puts the proposed words into the draft (Enter)"))
        self.keep = plain_button(tr("Keep old  K"), tr("Leaves the old words as they are (K)"))
        self.edit = plain_button(tr("Edit  E"), tr("Puts your own words at this place (E)"))
        self.back = plain_button(
            tr("Take back  T"), tr("Opens the proposal again and brings the old words back (T)")
        )
        signals = (self.accepted, self.kept, self.edited, self.taken_back)
        names = (tr("Accept"), tr("Keep old"), tr("Edit"), tr("Take back"))
        row = FlowLayout(spacing=6)
        for button, signal, name in zip(self.buttons, signals, names, strict=True):
            button.clicked.connect(self.fields.finish)  # a click leaves the keyboard in the field
            button.clicked.connect(signal)
            button.setAccessibleName(name)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.fields)
        layout.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons from left to right."""
        return self.accept, self.keep, self.edit, self.back

    def show_row(self, draft: Draft, row: ProposalRow) -> None:
        for button in self.buttons[:3]:
            button.setVisible(not row.decided)
        self.accept.setText(tr("Leave as it is  ⏎") if row.same else tr("Accept  ⏎"))
        self.accept.setAccessibleName(tr("Leave as it is") if row.same else tr("Accept"))
        self.keep.setVisible(not row.decided and not row.same)
        self.back.setVisible(row.decided and row.decision is not Decision.OVERTAKEN)
        asks = bool(row.fact) and row.decision in (Decision.OPEN, Decision.ACCEPTED)
        if asks:
            self.fields.show_fact(draft, draft.fact(row.fact))
        self.fields.setVisible(asks)

    def height_for(self, row: ProposalRow, width: int) -> int:
        return 0 if row.decision is Decision.OVERTAKEN else self.needed_height(width)

    def act_on_key(self, row: ProposalRow, key: int) -> bool:
        if row.decided:
            signals = {Qt.Key.Key_T: self.taken_back}
        else:
            signals = {Qt.Key.Key_K: self.kept, Qt.Key.Key_E: self.edited}
            signals |= dict.fromkeys(ENTER, self.accepted)
        signal = signals.get(Qt.Key(key))
        if signal is not None:
            signal.emit()
        return signal is not None
