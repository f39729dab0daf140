# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter of the chips over the proposals."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.panels.card_model import CardFilter, CardModel
from ui.panels.proposal_rows import Group, ProposalRow


class ProposalFilter(CardFilter):
    """Shows the rows of one group."""

    def __init__(self, model: CardModel, parent: QObject | None = None) -> None:
        self._group = Group.ALL
        super().__init__(model, parent)

    @property
    def group(self) -> Group:
        """The group that is shown."""
        return self._group

    def choose(self, group: Group) -> None:
        """Show another group."""
        if group is not self._group:
            self._group = group
            self.invalidate()

    def accepts(self, row: ProposalRow) -> bool:
        return self._group is Group.ALL or row.group is self._group
