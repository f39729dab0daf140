# SPDX-License-Identifier: GPL-3.0-or-later
"""The buttons on the chosen wording of the history: back as a whole, or at one place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from drafting.draft import Draft
from drafting.translation import tr, trn
from ui.panels.card_list import ENTER, CardTools
from ui.panels.wording_rows import WordingRow
from ui.widgets import ElidedButton, muted_label, primary_button

MOST_PLACES = 6
"""Places that have a button of their own; more come back with the whole wording alone."""


class WordingTools(CardTools):
    """What can be brought back of the chosen wording."""

    brought_back = Signal()
    """The whole wording is wanted."""
    brought_place = Signal(int)
    """The words at one place are wanted, by its number."""

    def __init__(self) -> None:
        super().__init__()
        tip = tr("Puts this wording into the draft; Undo takes it out again (Enter)")
        name = tr("Bring back this wording")
        self.whole = primary_button(f"{name}  ⏎", tip)
        self.whole.setAccessibleName(name)
        self.whole.clicked.connect(self.brought_back)
        self.told = muted_label(tr("Or only at one place of the draft:"))
        self.links = [_link(number) for number in range(MOST_PLACES)]
        for number, link in enumerate(self.links):
            link.clicked.connect(partial(self.brought_place.emit, number))
        self.more = muted_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.told, *self.links, self.more):
            column.addWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_row(self, _draft: Draft, row: WordingRow) -> None:
        single = len(row.places) > 1  # one place is the whole wording
        self.told.setVisible(single)
        for number, link in enumerate(self.links):
            shown = single and number < len(row.places)
            if shown:
                told = row.places[number].told
                link.setText(f"{number + 1}  {told}")
                link.setAccessibleName(tr("Bring back only here: {change}").format(change=told))
            link.setVisible(shown)
        rest = len(row.places) - MOST_PLACES
        self.more.setVisible(rest > 0)
        if rest > 0:
            self.more.setText(
                trn(
                    "One more place comes back with the whole wording.",
                    "{n} more places come back with the whole wording.",
                    rest,
                )
            )

    def height_for(self, row: WordingRow, width: int) -> int:
        return self.needed_height(width) if row.can_come_back else 0

    def act_on_key(self, row: WordingRow, key: int) -> bool:
        if not row.can_come_back:
            return False
        if key in ENTER:
            self.brought_back.emit()
            return True
        number = key - Qt.Key.Key_1.value
        if len(row.places) > 1 and 0 <= number < min(len(row.places), MOST_PLACES):
            self.brought_place.emit(number)
            return True
        return False


def _link(number: int) -> ElidedButton:
    tip = tr("Puts only these words back, everything else stays ({key})").format(key=number + 1)
    link = ElidedButton(role="link", tip=tip)
    link.setAccessibleName(tr("Bring back only here"))
    link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return link
