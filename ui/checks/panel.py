# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks panel: the findings of the draft as it is now, to be looked at, mended or passed over."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from drafting.checking import rule
from drafting.translation import marked, tr
from ui.checks.acting import Acting
from ui.checks.card import CheckCards
from ui.checks.rows import CheckRow, Kind, by_rule, counts, nothing_here, rows_of
from ui.checks.tools import CheckTools
from ui.desk import Desk
from ui.flow import FlowLayout
from ui.panels.card_list import BAR
from ui.panels.card_model import CardFilter, CardModel
from ui.panels.card_panel import CardPanel
from ui.widgets import chip, flat_button

TIPS = {
    Kind.ALL: marked("Shows all findings but those you ignore"),
    Kind.ERRORS: marked("Shows errors"),
    Kind.WARNINGS: marked("Shows warnings"),
    Kind.LOOKS: marked("Shows what is worth a look"),
    Kind.IGNORED: marked("Shows what you ignore"),
}


class CheckFilter(CardFilter):
    """Shows the rows of one kind and of one rule; what is passed over only when asked for."""

    def __init__(self, model: CardModel, parent: QObject | None = None) -> None:
        self.kind, self.rule = Kind.ALL, ""
        super().__init__(model, parent)

    def choose(self, kind: Kind, rule_id: str) -> None:
        """Show another kind, or another rule (all for an empty id)."""
        if (kind, rule_id) != (self.kind, self.rule):
            self.kind, self.rule = kind, rule_id
            self.invalidate()

    def accepts(self, row: CheckRow) -> bool:
        wanted = row.kind is not Kind.IGNORED if self.kind is Kind.ALL else row.kind is self.kind
        return wanted and self.rule in ("", row.rule)


class ChecksPanel(CardPanel):
    """The list with its filters; `count` says how many findings stand."""

    count = Signal(int)
    which = Signal(str)
    """The list of all checks was asked for, at one of them or at its head."""

    def __init__(self, desk: Desk, acting: Acting, parent: QWidget | None = None) -> None:
        self.model = CardModel()
        self.tools = CheckTools()
        self.kinds = CheckFilter(self.model)
        super().__init__(
            self.kinds, CheckCards(), self.tools, (tr("Checks"), tr("Filter findings by words")), parent
        )
        for model in (self.model, self.kinds):
            model.setParent(self)
        self._desk, self._checker = desk, acting.checker
        self.rules = QComboBox()
        self.rules.setAccessibleName(tr("Findings of which check"))
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rules.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rules.activated.connect(lambda _place: self._narrow())
        self.choose_checks = flat_button(tr("Which checks…"), tr("Lists every check, with a switch for each"))
        self.choose_checks.clicked.connect(lambda: self.which.emit(""))
        self._chips: dict[Kind, QPushButton] = {}
        self.lay_out(self._chip_row(), self._choice_row())
        self._connect(acting)
        self._refresh()

    def show_kind(self, kind: Kind) -> None:
        """Narrow the list to one kind."""
        self._chips[kind].setChecked(True)
        self._narrow()

    def nothing(self) -> str:
        return nothing_here(self.model.rows, self._checker.known, self.narrowing.words)

    def total(self) -> int:
        return counts(self.model.rows)[Kind.IGNORED if self.kinds.kind is Kind.IGNORED else Kind.ALL]

    def widen(self) -> None:
        super().widen()
        self.rules.setCurrentIndex(0)
        self.show_kind(Kind.ALL)

    def _chip_row(self) -> FlowLayout:
        chips = FlowLayout()
        together = QButtonGroup(self)
        for kind in Kind:
            button = chip(tr(kind.value), tr(TIPS[kind]), checked=kind is Kind.ALL)
            together.addButton(button)
            button.clicked.connect(lambda _checked=False, kind=kind: self.show_kind(kind))
            self._chips[kind] = button
            chips.addWidget(button)
        return chips

    def _choice_row(self) -> QHBoxLayout:
        choice = QHBoxLayout()
        choice.setContentsMargins(0, 0, BAR, 0)
        choice.addWidget(self.rules, 1)
        choice.addWidget(self.choose_checks)
        return choice

    def _connect(self, acting: Acting) -> None:
        tools = self.tools
        tools.fixed.connect(acting.fix)
        tools.jumped.connect(acting.jump)
        tools.ignored.connect(acting.ignore)
        tools.ignored_always.connect(acting.ignore_always)
        tools.taken_back.connect(acting.take_back)
        tools.led.connect(acting.lead)
        tools.to_proposal.connect(acting.to_proposal)
        tools.explained.connect(self.which)
        self.list.picked.connect(self._checker.choose)
        self._checker.changed.connect(self._refresh)
        self._checker.checked.connect(self._refresh)
        self._checker.chosen_changed.connect(self.follow)
        self._desk.opened.connect(self.widen)

    def _narrow(self) -> None:
        kind = next(kind for kind, button in self._chips.items() if button.isChecked())
        self.kinds.choose(kind, str(self.rules.currentData() or ""))
        self.renew()

    def _refresh(self) -> None:
        draft = self._desk.draft
        rows = rows_of(draft, self._checker.placed, rule) if draft else ()
        self.list.note_view()
        self.model.show(rows)
        for kind, number in counts(rows).items():
            name = tr(kind.value)
            self._chips[kind].setText(f"{name} {number}" if number else name)
            self._chips[kind].setVisible(kind is Kind.ALL or number > 0 or kind is self.kinds.kind)
        self._show_rules(rows)
        self._narrow()
        self.list.show_draft(draft)
        self.count.emit(counts(rows)[Kind.ALL])

    def _show_rules(self, rows: tuple[CheckRow, ...]) -> None:
        """The rules that found something; the chosen one stays while it does."""
        wanted = [("", tr("Every check"), 0), *by_rule(rows)]
        texts = [f"{title} ({number})" if number else title for _, title, number in wanted]
        if texts != [self.rules.itemText(at) for at in range(self.rules.count())]:
            chosen = self.rules.currentData()
            self.rules.clear()
            for (rule_id, _, _), text in zip(wanted, texts, strict=True):
                self.rules.addItem(text, rule_id)
            self.rules.setCurrentIndex(max(self.rules.findData(chosen), 0))
        self.rules.setEnabled(len(wanted) > 1)

    def follow(self) -> None:
        wanted = self._checker.chosen.id if self._checker.chosen else ""
        here = self.list.chosen.id if self.list.chosen else ""
        if here != wanted or self.list.cards.chosen != wanted:
            self.list.choose(wanted)
