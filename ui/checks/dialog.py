# SPDX-License-Identifier: GPL-3.0-or-later
"""Which checks are applied: every rule with what it says, where it comes from and a switch.

And what is ignored in every draft, to be taken back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.checks.rows import LONGEST
from ui.checks.rule_list import Groups, RuleCard, RuleList
from ui.settings import Settings
from ui.theme import scaled
from ui.widgets import link_button, muted_label, plain_button, search_field, section_label


class WhichChecks(QDialog):
    """Switches rules at once, and takes back what is ignored in every draft."""

    switched = Signal()
    """Other rules are applied than before."""
    heeded = Signal(tuple)
    """A rule and the words that are no longer to be ignored in every draft."""

    def __init__(self, groups: Groups, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which checks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._rules = [rule for _, rules in groups for rule in rules]
        self._wanted = ""
        self.list = RuleList(groups, settings)
        self.list.switched.connect(self._switch)
        self.list.hide()  # until it is whole, or it would be laid out anew with every card
        self.list.made.connect(self.list.show)
        self.list.made.connect(lambda: self.show_rule(self._wanted))
        self.search = search_field("Find a check")
        self.search.textChanged.connect(self.list.narrow)
        self.sum = muted_label()
        self.as_they_come = plain_button("As they come", "Switches every check as it is switched at first")
        self.as_they_come.clicked.connect(self._reset)
        self._always = QVBoxLayout()
        self._always.setSpacing(4)
        self._area = QScrollArea()
        self._lay_out()
        self.show_always()
        self._tell()

    @property
    def cards(self) -> list[RuleCard]:
        """The cards that are there."""
        return self.list.cards

    def show_rule(self, rule_id: str) -> None:
        """Bring one rule into view, its switch under the keyboard; once all are there."""
        self._wanted = rule_id
        card = next((card for card in self.cards if card.rule.id == rule_id), None)
        if card is not None and self.list.complete:
            self.search.clear()
            card.switch.setFocus(Qt.FocusReason.OtherFocusReason)
            # Once more, when the cards have their places.
            QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card))

    def show_always(self) -> None:
        """List what is ignored in every draft."""
        while (item := self._always.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        pairs = self._settings.passed_over
        if pairs:
            self._always.addWidget(section_label("Ignored in every draft"))
        for pair in pairs:
            self._always.addWidget(self._ignored(pair))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addLayout(self._always)
        column.addWidget(self.list)
        column.addStretch()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        close = plain_button("Close")
        close.clicked.connect(self.close)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self.search, 1)
        head.addWidget(self.sum)
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.as_they_come)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        layout.addLayout(foot)
        self.sum.setWordWrap(False)
        room = self.screen().availableGeometry().size() * 0.8
        self.resize(min(scaled(640), room.width()), min(scaled(620), room.height()))

    def _ignored(self, pair: tuple[str, str]) -> QWidget:
        rule, words = pair
        titles = {one.id: one.title for one in self._rules}
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
        label = muted_label(f"“{short}” · {titles.get(rule, rule)}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        back = link_button("Take back", "Tells of it again")
        back.setAccessibleName(f"Take back: {short}")
        back.clicked.connect(lambda: self._heed(pair))
        across.addWidget(label, 1)
        across.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _heed(self, pair: tuple[str, str]) -> None:
        self.heeded.emit(pair)
        self.show_always()

    def _switch(self, rule_id: str, on: bool) -> None:
        default = next(rule.on for rule in self._rules if rule.id == rule_id)
        kept = {rule: state for rule, state in self._settings.checks.items() if rule != rule_id}
        self._settings.checks = kept if on == default else {**kept, rule_id: on}
        self._tell()
        self.switched.emit()

    def _reset(self) -> None:
        self._settings.checks = {}
        self.list.reset()
        self._tell()
        self.switched.emit()

    def _tell(self) -> None:
        kept = self._settings.checks
        states = [kept.get(rule.id, rule.on) for rule in self._rules if not rule.generated]
        self.sum.setText(f"{sum(states)} of {len(states)} on")
        self.as_they_come.setEnabled(bool(kept))
