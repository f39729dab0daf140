# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals panel: chips to narrow it, the masthead in one line, and the cards to act on."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafting.draft import Draft
from ui.desk import Desk
from ui.flow import FlowLayout
from ui.panels.card_actions import CardActions
from ui.panels.deciding import Deciding
from ui.panels.masthead import MastheadCard
from ui.panels.proposal_card import CardDelegate
from ui.panels.proposal_model import ROW, Index, ProposalFilter, ProposalModel
from ui.panels.proposal_rows import Group, ProposalRow, counts, rows_of
from ui.panels.pulse import Pulse
from ui.theme import themes
from ui.widgets import chip, muted_label

BAR = 12  # width of the list's scroll bar
_ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProposalList(QListView):
    """The cards; Return, K, E and T act on the chosen one while the list has the focus."""

    picked = Signal(str)
    """The drafter chose a card."""

    def __init__(self, model: ProposalFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardDelegate(self)
        self.tools = CardActions(self.viewport())
        self.tools.hide()
        self._draft: Draft | None = None
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setAccessibleName("Proposals")
        self.setProperty("role", "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)
        themes().changed.connect(self._dress)

    @property
    def chosen(self) -> ProposalRow | None:
        """The row of the chosen card."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def show_draft(self, draft: Draft | None) -> None:
        """The draft behind the rows, for facts; called after the model has its rows."""
        self._draft = draft
        self._arrange()

    def choose(self, proposal_id: str) -> None:
        """Choose a card, as far as the filter shows it, and bring it into view."""
        model = self.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            if index.data(ROW).id == proposal_id:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self._arrange()
                self.scrollTo(index)
                return
        self.setCurrentIndex(QModelIndex())
        self._arrange()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.chosen
        if row is not None and row.id != self.cards.chosen:
            self._arrange()
            self.picked.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if row is None or not plain:
            super().keyPressEvent(event)
        elif not row.decided and event.key() in _ACCEPT:
            self.tools.accepted.emit()
        elif not row.decided and event.key() == Qt.Key.Key_K:
            self.tools.kept.emit()
        elif not row.decided and event.key() == Qt.Key.Key_E:
            self.tools.edited.emit()
        elif row.decided and event.key() == Qt.Key.Key_T:
            self.tools.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place()

    def _dress(self) -> None:
        self.cards.forget()
        self._arrange()

    def _arrange(self) -> None:
        """Give the chosen card its room, lay the list out anew and put the buttons in place."""
        row = self.chosen
        self.cards.width = self.viewport().width()
        self.cards.chosen = row.id if row else ""
        if row is not None and self._draft is not None:
            self.tools.show_row(self._draft, row)
            inner = self.cards.actions_rect(self.viewport().rect()).width()
            self.cards.actions_height = self.tools.height_for(row, inner)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place()

    def _place(self) -> None:
        index = self.currentIndex()
        shown = index.isValid() and self._draft is not None and self.cards.actions_height > 0
        if shown:
            self.tools.setGeometry(self.cards.actions_rect(self.visualRect(index)))
        self.tools.setVisible(shown)


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
        self.model = ProposalModel(self)
        self.filter = ProposalFilter(self.model, self)
        self.list = ProposalList(self.filter)
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
        actions = self.list.tools
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
            button = chip(group.value, f"Shows {group.value.lower()}", checked=group is Group.ALL)
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
        self.model.show(rows)
        for group, number in counts(rows).items():
            self._chips[group].setText(group.value if group is Group.ALL else f"{group.value} {number}")
            self._chips[group].setVisible(group is Group.ALL or number > 0 or group is self.filter.group)
        self._follow()
        self.list.show_draft(draft)
        self._show_empty()
        self.open_count.emit(sum(not row.decided for row in rows))

    def _follow(self) -> None:
        # The desk is asked and not the signal, whose word may be older than what was chosen in answer to it.
        wanted = self._desk.proposal
        if not self.list.chosen or self.list.chosen.id != wanted or self.list.cards.chosen != wanted:
            self.list.choose(wanted)

    def _show_empty(self) -> None:
        shown = self.filter.rowCount()
        self.empty.setVisible(shown == 0)
        self.empty.setText(nothing_here(self.model.rows))
