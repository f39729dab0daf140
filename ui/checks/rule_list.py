# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of checking as a card with a switch, under the headings of their groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from drafting.checking import Rule, Severity
from ui.checks.rows import WORDS
from ui.settings import Settings
from ui.widgets import badge, muted_label, section_label

Groups = Sequence[tuple[str, Sequence[Rule]]]
WIDTH = 540
"""About the width of their texts."""
AT_ONCE = 2
"""Cards made in one turn of the event loop, so that the window never stands still."""
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


class RuleList(QWidget):
    """The cards, made one after another; `made` is sent when all are there."""

    switched = Signal(str, bool)
    made = Signal()

    def __init__(self, groups: Groups, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.cards: list[RuleCard] = []
        self._groups: list[tuple[QLabel, list[RuleCard]]] = []
        self._words = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._coming = self._make(groups)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_some)
        self._timer.start(0)

    @property
    def complete(self) -> bool:
        """Whether all cards are there."""
        return not self._timer.isActive()

    def narrow(self, words: str) -> None:
        """Show the rules that speak of these words."""
        self._words = words
        for title, cards in self._groups:
            for card in cards:
                card.setVisible(card.has(words))
            title.setVisible(any(card.has(words) for card in cards))

    def reset(self) -> None:
        """Show every switch as it comes."""
        for card in self.cards:
            card.switch.blockSignals(True)
            card.switch.setChecked(card.rule.on)
            card.switch.blockSignals(False)

    def _make_some(self) -> None:
        for _ in range(AT_ONCE):
            if next(self._coming, None) is None:
                self._timer.stop()
                self.made.emit()
                return

    def _make(self, groups: Groups) -> Iterator[RuleCard]:
        for words, rules in groups:
            title = section_label(words)
            cards: list[RuleCard] = []
            self._groups.append((title, cards))
            self._column.addWidget(title)
            for rule in rules:
                card = RuleCard(rule, self._settings.checks.get(rule.id, rule.on))
                card.switched.connect(self.switched)
                cards.append(card)
                self.cards.append(card)
                self._column.addWidget(card)
                card.setVisible(card.has(self._words))
                for widget in (card, *card.findChildren(QWidget)):
                    widget.ensurePolished()  # now, and not all of them when the list is shown
                for label in card.findChildren(QLabel):
                    label.heightForWidth(WIDTH)
                yield card
