# SPDX-License-Identifier: GPL-3.0-or-later
"""Which checks are applied: every rule with what it says, where it comes from and a switch.

And what is ignored in every draft, to be taken back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.checks.rows import LONGEST
from ui.checks.rule_list import RuleList
from ui.checks.rule_model import Groups, RuleFilter, RuleModel, rows_of
from ui.settings import Settings
from ui.theme import scaled
from ui.widgets import link_button, muted_label, plain_button, search_field, section_label

ALWAYS = 130
"""The most room that is given to what is ignored always."""


class WhichChecks(QDialog):
    """Switches rules at once, and takes back what is ignored in every draft."""

    switched = Signal()
    """Other rules are applied than before."""
    heeded = Signal(tuple)
    """A rule and the words that are no longer to be ignored in every draft."""

    def __init__(self, groups: Groups, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Which checks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._rules = [rule for _, rules in groups for rule in rules]
        self.model = RuleModel(self)
        self.model.show(tuple(rows_of(groups, settings.checks)))
        self.model.switched.connect(self._switch)
        self.rules = RuleFilter(self.model, self)
        self.list = RuleList(self.rules)
        self.search = search_field(tr("Find a check"))
        self.search.textChanged.connect(self.rules.narrow)
        self.sum = muted_label()
        self.defaults = plain_button(tr("Defaults"), tr("Switches every check as it is switched at first"))
        self.defaults.clicked.connect(self._reset)
        self._always = QVBoxLayout()
        self._always.setSpacing(4)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Ignored in every draft"))
        self._lay_out()
        self.show_always()
        self._tell()

    def show_rule(self, rule_id: str) -> None:
        """Bring one rule into view, its switch under the keyboard."""
        if rule_id:
            self.search.clear()
            self.list.choose(rule_id)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_always(self) -> None:
        """List what is ignored in every draft."""
        while (item := self._always.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        pairs = self._settings.passed_over
        if pairs:
            self._always.addWidget(section_label(tr("Ignored in every draft")))
        for pair in pairs:
            self._always.addWidget(self._ignored(pair))
        self._area.setVisible(bool(pairs))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "panel")
        self._always.setContentsMargins(14, 4, 14, 4)
        inside.setLayout(self._always)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMaximumHeight(scaled(ALWAYS))
        self._area.setWidget(inside)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        cards = QHBoxLayout()
        cards.setContentsMargins(14, 0, 2, 0)
        cards.addWidget(self.list)
        close = plain_button(tr("Close"))
        close.clicked.connect(self.close)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self.search, 1)
        head.addWidget(self.sum)
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.defaults)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.addLayout(head)
        layout.addWidget(self._area)
        layout.addLayout(cards, 1)
        layout.addLayout(foot)
        self.sum.setWordWrap(False)
        room = self.screen().availableGeometry().size() * 0.8
        self.resize(min(scaled(640), room.width()), min(scaled(620), room.height()))

    def _ignored(self, pair: tuple[str, str]) -> QWidget:
        rule, words = pair
        titles = {one.id: tr(one.title) for one in self._rules}
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
        label = muted_label(f"“{short}” · {titles.get(rule, rule)}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        back = link_button(tr("Take back"), tr("Tells of it again"))
        back.setAccessibleName(tr("Take back: {what}").format(what=short))
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
        self.model.reset()
        self._tell()
        self.switched.emit()

    def _tell(self) -> None:
        kept = self._settings.checks
        states = [kept.get(rule.id, rule.on) for rule in self._rules if not rule.generated]
        self.sum.setText(tr("{on} of {all} on").format(on=sum(states), all=len(states)))
        self.defaults.setEnabled(bool(kept))
