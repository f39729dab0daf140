# SPDX-License-Identifier: GPL-3.0-or-later
"""Which checks are applied: every rule with what it says, where it comes from and a switch.

And what is ignored in every draft, to be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafting.checking.records import Rule, Severity
from ui.checks.rows import LONGEST, WORDS
from ui.settings import Settings
from ui.theme import scaled
from ui.widgets import badge, link_button, muted_label, plain_button, search_field, section_label

_BADGES = {Severity.ERROR: "error", Severity.WARNING: "review", Severity.INFO: "style"}
_INSET = 25  # texts stand under the words of the switch


class RuleCard(QFrame):
    """One rule with its switch."""

    switched = Signal(str, bool)

    def __init__(self, rule: Rule, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self.setProperty("role", "card")
        self.switch = QCheckBox(rule.title.replace("&", "&&"))
        self.switch.setChecked(on)
        self.switch.setAccessibleName(f"{rule.title}, {WORDS[rule.severity]}")
        self.switch.setAccessibleDescription(f"{rule.says} Source: {rule.source}")
        self.switch.toggled.connect(lambda now: self.switched.emit(rule.id, now))
        if rule.generated:
            self.switch.setEnabled(False)
            self.switch.setToolTip("Always watched: what it would mend is offered as proposals of style")
        head = QHBoxLayout()
        head.addWidget(self.switch, 1)
        if rule.generated:
            head.addWidget(badge("as proposals", "plain"))
        if rule.blocking:
            head.addWidget(badge("before submitting", "plain"))
        head.addWidget(badge(WORDS[rule.severity], _BADGES[rule.severity]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 8, 11, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        for words in (rule.says, f"Source: {rule.source}"):
            text = muted_label(emphasised(words))
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setContentsMargins(_INSET, 0, 0, 0)
            layout.addWidget(text)

    def has(self, words: str) -> bool:
        """Whether the rule speaks of these words."""
        told = f"{self.rule.title} {self.rule.says} {self.rule.source}".casefold()
        return all(word in told for word in words.casefold().split())


def emphasised(words: str) -> str:
    """The words of a rule as rich text; what stands between asterisks in italics."""
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", escape(words, quote=False))


class WhichChecks(QDialog):
    """Switches rules at once, and takes back what is ignored in every draft."""

    switched = Signal()
    """Other rules are applied than before."""
    heeded = Signal(tuple)
    """A rule and the words that are no longer to be ignored in every draft."""

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[Rule]]], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which checks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._titles = {rule.id: rule.title for _, rules in groups for rule in rules}
        kept = settings.checks
        self.groups = [
            (section_label(title), [RuleCard(rule, kept.get(rule.id, rule.on)) for rule in rules])
            for title, rules in groups
        ]
        self.cards = [card for _, cards in self.groups for card in cards]
        self.search = search_field("Find a check")
        self.search.textChanged.connect(self._narrow)
        self.sum = muted_label()
        self.as_they_come = plain_button("As they come", "Switches every check as it is switched at first")
        self.as_they_come.clicked.connect(self._reset)
        self._always = QVBoxLayout()
        self._always.setSpacing(4)
        self._area = QScrollArea()
        for card in self.cards:
            card.switched.connect(self._switch)
        self._lay_out()
        self.show_always()
        self._tell()

    def show_rule(self, rule_id: str) -> None:
        """Bring one rule into view, its switch under the keyboard."""
        card = next((card for card in self.cards if card.rule.id == rule_id), None)
        if card is not None:
            self.search.clear()
            card.switch.setFocus(Qt.FocusReason.OtherFocusReason)
            self.layout().activate()  # type: ignore[union-attr]
            self._area.ensureWidgetVisible(card)

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
        for title, cards in self.groups:
            for widget in (title, *cards):
                column.addWidget(widget)
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
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
        label = muted_label(f"“{short}” · {self._titles.get(rule, rule)}")
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
        default = next(card.rule.on for card in self.cards if card.rule.id == rule_id)
        kept = {rule: state for rule, state in self._settings.checks.items() if rule != rule_id}
        self._settings.checks = kept if on == default else {**kept, rule_id: on}
        self._tell()
        self.switched.emit()

    def _reset(self) -> None:
        self._settings.checks = {}
        for card in self.cards:
            card.switch.blockSignals(True)
            card.switch.setChecked(card.rule.on)
            card.switch.blockSignals(False)
        self._tell()
        self.switched.emit()

    def _narrow(self, words: str) -> None:
        for title, cards in self.groups:
            for card in cards:
                card.setVisible(card.has(words))
            title.setVisible(any(card.has(words) for card in cards))

    def _tell(self) -> None:
        switches = [card.switch for card in self.cards if card.switch.isEnabled()]
        self.sum.setText(f"{sum(one.isChecked() for one in switches)} of {len(switches)} on")
        self.as_they_come.setEnabled(bool(self._settings.checks))
