# SPDX-License-Identifier: GPL-3.0-or-later
"""Remarks that wait until they are read: what was refused, what needs a look, what was written where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import badge, link_button

Act = tuple[str, Callable[[], None]]

KINDS = {
    "error": ("not opened", "error"),
    "look": ("needs a look", "review"),
    "done": ("done", "certain"),
    "note": ("note", "plain"),
}
"""What the chip of a notice says, and how it is dressed."""
HIGHEST = 190  # logical pixels of the list; more is scrolled to


@dataclass(frozen=True, slots=True)
class Notice:
    """One remark: `kind` is one of KINDS, `head` what it is about ("53-11.txt"), `text` the sentence.

    `word` is what the chip says in place of the word of its kind. A later notice of the same `topic`
    takes its place.
    """

    kind: str
    head: str
    text: str
    acts: tuple[Act, ...] = ()
    word: str = ""
    topic: str = ""


class NoticeBar(QScrollArea):
    """A list of remarks, each with a button to put it away; not there when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QFrame()
        self._inside.setProperty("role", "panel")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(14, 6, 8, 6)
        self._rows.setSpacing(2)
        self._shown: list[tuple[Notice, QWidget]] = []
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Notices")
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The remarks that are shown."""
        return tuple(notice for notice, _ in self._shown)

    def add(self, notices: Iterable[Notice]) -> None:
        """Show more remarks under those that are there; one that is there already is not repeated."""
        for notice in notices:
            if notice.topic:
                self.drop(notice.topic)
            if notice not in self.notices:
                row = self._row(notice)
                self._rows.addWidget(row)
                self._shown.append((notice, row))
                announce(self, f"{notice.head}: {notice.text}")
        self._fit()

    def clear(self) -> None:
        """Put all away."""
        for notice in self.notices:
            self.put_away(notice)

    def drop(self, topic: str) -> None:
        """Put away what no longer holds."""
        for notice in self.notices:
            if notice.topic == topic:
                self.put_away(notice)

    def put_away(self, notice: Notice) -> None:
        """Take one remark out."""
        for shown in [one for one in self._shown if one[0] is notice]:
            self._shown.remove(shown)
            self._rows.removeWidget(shown[1])
            shown[1].hide()
            shown[1].deleteLater()
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self._shown))
        self._rows.activate()
        wanted = self._rows.totalHeightForWidth(self.viewport().width())
        self.setFixedHeight(min(max(wanted, self._rows.totalMinimumSize().height()), scaled(HIGHEST)))

    def _row(self, notice: Notice) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        word, kind = KINDS[notice.kind]
        layout.addWidget(badge(notice.word or word, kind), 0, Qt.AlignmentFlag.AlignTop)
        text = QLabel(f"{notice.head}: {notice.text}" if notice.head else notice.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setContentsMargins(0, 1, 0, 0)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        for words, act in notice.acts:
            button = link_button(words)
            button.clicked.connect(act)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        away = link_button(" × ", "Puts this notice away")
        away.setAccessibleName(f"Put away: {notice.head or notice.text}")
        away.clicked.connect(lambda: self.put_away(notice))
        layout.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say what happened without a change of focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
