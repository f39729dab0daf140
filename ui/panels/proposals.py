# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals panel: chips and words to narrow it, the masthead in one line, and the cards to act on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from drafting.translation import marked, tr
from ui.desk import Desk
from ui.flow import FlowLayout
from ui.panels.card_actions import CardActions
from ui.panels.card_model import CardModel
from ui.panels.card_panel import CardPanel
from ui.panels.deciding import Deciding
from ui.panels.masthead import MastheadCard
from ui.panels.proposal_card import ProposalCards
from ui.panels.proposal_model import ProposalFilter
from ui.panels.proposal_rows import Group, ProposalRow, counts, rows_of
from ui.panels.pulse import Pulse
from ui.widgets import chip

TIPS = {
    Group.ALL: marked("Shows every proposal"),
    Group.CERTAIN: marked("Shows what follows from the loaded versions alone"),
    Group.FACT: marked("Shows what needs a fact"),
    Group.REVIEW: marked("Shows what asks for a look"),
    Group.STYLE: marked("Shows house style"),
    Group.DECIDED: marked("Shows what is decided"),
}


def nothing_here(rows: tuple[ProposalRow, ...], words: str = "") -> str:
    """What an empty list says: that all is done, or that only the filter shows nothing."""
    if not rows:
        return tr("Nothing is proposed for this session.")
    if words:
        return tr("No proposal of this kind says “{words}”. Escape shows all.").format(words=words)
    decided = all(row.decided for row in rows)
    return tr("Nothing left to decide.") if decided else tr("Nothing of this kind.")


class ProposalsPanel(CardPanel):
    """Everything proposed, in step with the desk; `open_count` says how many wait for a decision."""

    open_count = Signal(int)

    def __init__(self, desk: Desk, deciding: Deciding, pulse: Pulse, parent: QWidget | None = None) -> None:
        self.model = CardModel()
        self.tools = CardActions()
        self.groups = ProposalFilter(self.model)
        names = tr("Proposals"), tr("Filter proposals by words")
        super().__init__(self.groups, ProposalCards(), self.tools, names, parent)
        for model in (self.model, self.groups):
            model.setParent(self)
        self._desk = desk
        self.masthead = MastheadCard()
        self._chips: dict[Group, QPushButton] = {}
        self.lay_out(self._chip_row(), self.masthead)
        self._connect(deciding, pulse)
        self._refresh()

    def choose_group(self, group: Group) -> None:
        """Narrow the list to one group."""
        self._chips[group].setChecked(True)
        self.groups.choose(group)
        self.renew()

    def nothing(self) -> str:
        return nothing_here(self.model.rows, self.narrowing.words)

    def total(self) -> int:
        return len(self.model.rows)

    def widen(self) -> None:
        super().widen()
        self.choose_group(Group.ALL)

    def _connect(self, deciding: Deciding, pulse: Pulse) -> None:
        actions = self.tools
        actions.accepted.connect(deciding.accept)
        actions.kept.connect(deciding.keep)
        actions.edited.connect(deciding.reword)
        actions.taken_back.connect(deciding.take_back)
        actions.fields.filled.connect(deciding.fill)
        self.list.picked.connect(self._desk.choose)
        self._desk.opened.connect(self.widen)
        pulse.beat.connect(self._refresh)
        self._desk.chosen.connect(self.follow)

    def _chip_row(self) -> FlowLayout:
        row = FlowLayout()
        together = QButtonGroup(self)
        for group in Group:
            button = chip(tr(group.value), tr(TIPS[group]), checked=group is Group.ALL)
            together.addButton(button)
            button.clicked.connect(lambda _checked=False, group=group: self.choose_group(group))
            self._chips[group] = button
            row.addWidget(button)
        return row

    def _refresh(self) -> None:
        draft = self._desk.draft
        rows = rows_of(draft) if draft else ()
        self.masthead.show_changes(draft)
        self.list.note_view()
        self.model.show(rows)
        for group, number in counts(rows).items():
            name = tr(group.value)
            self._chips[group].setText(name if group is Group.ALL else f"{name} {number}")
            self._chips[group].setVisible(
                group is not Group.DECIDED or number > 0 or group is self.groups.group
            )
        self.follow()
        self.list.show_draft(draft)
        self.renew()
        self.open_count.emit(sum(not row.decided for row in rows))

    def follow(self) -> None:
        # The desk is asked and not the signal, whose word may be older than what was chosen in answer to it.
        wanted = self._desk.proposal
        here = self.list.chosen.id if self.list.chosen else ""
        if here != wanted or self.list.cards.chosen != wanted:
            self.list.choose(wanted)
