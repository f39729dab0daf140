# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals panel: chips to narrow it, the masthead in one line, and the cards to act on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.flow import FlowLayout
from ui.panels.card_actions import CardActions
from ui.panels.card_list import BAR, CardList
from ui.panels.card_model import CardModel
from ui.panels.deciding import Deciding
from ui.panels.masthead import MastheadCard
from ui.panels.proposal_card import ProposalCards
from ui.panels.proposal_model import ProposalFilter
from ui.panels.proposal_rows import Group, ProposalRow, counts, rows_of
from ui.panels.pulse import Pulse
from ui.widgets import chip, muted_label

TIPS = {
    Group.ALL: "Shows every proposal",
    Group.CERTAIN: "Shows what follows from the loaded versions alone",
    Group.FACT: "Shows what needs a fact",
    Group.REVIEW: "Shows what asks for a look",
    Group.STYLE: "Shows house style",
    Group.DECIDED: "Shows what is decided",
}


def nothing_here(rows: tuple[ProposalRow, ...]) -> str:
    """What an empty list says: that all is done, or that only the filter shows nothing."""
    if not rows:
        return "Nothing is proposed for this session."
    return "Nothing left to decide." if all(row.decided for row in rows) else "Nothing of this kind."


class ProposalsPanel(QWidget):
    """Everything proposed, in step with the desk; `open_count` says how many wait for a decision."""

    open_count = Signal(int)

    def __init__(self, desk: Desk, deciding: Deciding, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CardModel(self)
        self.filter = ProposalFilter(self.model, self)
        self.tools = CardActions()
        self.list = CardList(self.filter, ProposalCards(), self.tools, "Proposals")
        self.masthead = MastheadCard()
        self.empty = muted_label("Nothing left to decide.")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chips: dict[Group, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 6, 0)
        layout.setSpacing(8)
        layout.addLayout(self._chip_row())
        beside_bar = QHBoxLayout()
        beside_bar.setContentsMargins(0, 0, BAR, 0)
        beside_bar.addWidget(self.masthead)
        layout.addLayout(beside_bar)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        self._connect(deciding, pulse)
        self._refresh()

    def choose_group(self, group: Group) -> None:
        """Narrow the list to one group."""
        self._chips[group].setChecked(True)
        self.filter.choose(group)
        self._follow()
        self._show_empty()

    def _connect(self, deciding: Deciding, pulse: Pulse) -> None:
        actions = self.tools
        actions.accepted.connect(deciding.accept)
        actions.kept.connect(deciding.keep)
        actions.edited.connect(deciding.reword)
        actions.taken_back.connect(deciding.take_back)
        actions.fields.filled.connect(deciding.fill)
        self.list.picked.connect(self._desk.choose)
        self._desk.opened.connect(self._open)
        pulse.beat.connect(self._refresh)
        self._desk.chosen.connect(self._follow)

    def _chip_row(self) -> FlowLayout:
        row = FlowLayout()
        together = QButtonGroup(self)
        for group in Group:
            button = chip(group.value, TIPS[group], checked=group is Group.ALL)
            together.addButton(button)
            button.clicked.connect(lambda _checked=False, group=group: self.choose_group(group))
            self._chips[group] = button
            row.addWidget(button)
        return row

    def _open(self) -> None:
        self.choose_group(Group.ALL)

    def _refresh(self) -> None:
        draft = self._desk.draft
        rows = rows_of(draft) if draft else ()
        self.masthead.show_changes(draft)
        self.list.note_view()
        self.model.show(rows)
        for group, number in counts(rows).items():
            self._chips[group].setText(group.value if group is Group.ALL else f"{group.value} {number}")
            self._chips[group].setVisible(
                group is not Group.DECIDED or number > 0 or group is self.filter.group
            )
        self._follow()
        self.list.show_draft(draft)
        self._show_empty()
        self.open_count.emit(sum(not row.decided for row in rows))

    def _follow(self) -> None:
        # The desk is asked and not the signal, whose word may be older than what was chosen in answer to it.
        wanted = self._desk.proposal
        here = self.list.chosen.id if self.list.chosen else ""
        if here != wanted or self.list.cards.chosen != wanted:
            self.list.choose(wanted)

    def _show_empty(self) -> None:
        shown = self.filter.rowCount()
        self.empty.setVisible(shown == 0)
        self.empty.setText(nothing_here(self.model.rows))
