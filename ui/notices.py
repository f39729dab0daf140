# SPDX-License-Identifier: GPL-3.0-or-later
"""Remarks that wait until they are read: what was refused, what needs a look, what was written where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from drafting.translation import listed, marked, tr, trn
from ui.theme import scaled, themes
from ui.widgets import ClampedLabel, badge, link_button

Act = tuple[str, Callable[[], None]]

KINDS = {
    "done": (marked("done"), "certain"),
    "error": (marked("not opened"), "error"),
    "look": (marked("needs a look"), "review"),
    "note": (marked("note"), "plain"),
}
"""What the chip of a notice says, and how it is dressed; in the order in which they are shown."""
HIGHEST = 190  # logical pixels of the list; more is scrolled to
MOST = 3
"""Lines that are shown; the rest is behind a link."""
LINES = 2
"""A longer notice is cut, and whole behind a link."""
QUOTED = 30
"""Characters of quoted words that stand for those of other notices."""
_QUOTE = re.compile("“([^”]*)”")


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

    @property
    def line(self) -> str:
        """The remark in one line."""
        return tr("{head}: {text}").format(head=self.head, text=self.text) if self.head else self.text


def grouped(notices: Iterable[Notice]) -> list[tuple[Notice, ...]]:
    """Remarks that say the same of several versions or files stand together; words they quote may differ.

    Groups come in the order of KINDS and of their first remark.
    """
    groups: dict[object, list[Notice]] = {}
    for notice in notices:
        alike = (notice.kind, notice.word, notice.acts, notice.topic, _QUOTE.sub("“”", notice.text))
        groups.setdefault(alike if notice.head else notice, []).append(notice)
    order = list(KINDS)
    return sorted(map(tuple, groups.values()), key=lambda group: order.index(group[0].kind))


def line_of(group: Sequence[Notice]) -> str:
    """A group in one line: "47/9, 50/4 and 2 more: …"."""
    first, heads = group[0], [notice.head for notice in group]
    if len(group) == 1:
        return first.line
    more = tr("{names} and {n} more").format(names=", ".join(heads[:2]), n=len(heads) - 2)
    text = first.text
    if any(notice.text != text for notice in group):
        text = tr("{text} and the like").format(text=_QUOTE.sub(_cut, text))
    return tr("{head}: {text}").format(head=more if len(heads) > 2 else listed(heads), text=text)


def _cut(quote: re.Match[str]) -> str:
    words = quote[1]
    return f"“{words[:QUOTED].rstrip()}…”" if len(words) > QUOTED else quote[0]


class NoticeBar(QScrollArea):
    """A short list of remarks, each with a button to put it away; not there when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QFrame()
        self._inside.setProperty("role", "panel")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(14, 6, 8, 6)
        self._rows.setSpacing(2)
        self._notices: list[Notice] = []
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Notices"))
        themes().changed.connect(self._fit)
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The remarks that wait."""
        return tuple(self._notices)

    def add(self, notices: Iterable[Notice]) -> None:
        """Add remarks to those that are there; one that is there already is not repeated."""
        new = [notice for notice in dict.fromkeys(notices) if notice not in self._notices or notice.topic]
        topics = {notice.topic for notice in new} - {""}
        self._notices = [notice for notice in self._notices if notice.topic not in topics] + new
        self._show()
        for group in grouped(new)[:MOST]:
            announce(self, line_of(group))

    def clear(self) -> None:
        """Put all away."""
        self._notices = []
        self._show()

    def drop(self, topic: str) -> None:
        """Put away what no longer holds."""
        self._notices = [notice for notice in self._notices if notice.topic != topic]
        self._show()

    def put_away(self, *gone: Notice) -> None:
        """Take remarks out."""
        self._notices = [notice for notice in self._notices if notice not in gone]
        self._show()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if row := item.widget():
                row.hide()
                row.deleteLater()
        groups = grouped(self._notices)
        for group in groups[:MOST]:
            self._rows.addWidget(self._row(group))
        if len(groups) > 1:
            self._rows.addWidget(self._foot(sum(map(len, groups[MOST:]))))
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self._notices))
        self._rows.activate()
        wanted = self._rows.totalHeightForWidth(self.viewport().width())
        self.setFixedHeight(min(max(wanted, self._rows.totalMinimumSize().height()), scaled(HIGHEST)))

    def _row(self, group: tuple[Notice, ...]) -> QWidget:
        first, words = group[0], line_of(group)
        row = QWidget()
        layout = _across(row)
        word, kind = KINDS[first.kind]
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(badge(first.word or tr(word), kind), 0, top)
        text = ClampedLabel(words, LINES)
        text.setContentsMargins(0, 1, 0, 0)
        layout.addWidget(text, 1)
        more = link_button(tr("more"), tr("Opens the whole text"))
        more.setAccessibleName(tr("More: {words}").format(words=words))
        more.clicked.connect(lambda: self._read(group))
        for button in (more, *map(_act_button, first.acts)):
            layout.addWidget(button, 0, top)
        _only_if_cut(more, text, always=len(group) > 1)
        away = link_button(" × ", tr("Puts this notice away"))
        away.setAccessibleName(tr("Put away: {what}").format(what=first.head or first.text))
        away.clicked.connect(lambda: self.put_away(*group))
        layout.addWidget(away, 0, top)
        return row

    def _foot(self, hidden: int) -> QWidget:
        row = QWidget()
        layout = _across(row)
        if hidden:
            more = link_button(trn("and {n} more", "and {n} more", hidden), tr("Opens all notices"))
            more.clicked.connect(lambda: self._read(self.notices))
            layout.addWidget(more)
        layout.addStretch()
        away = link_button(tr("Dismiss all"), tr("Puts all notices away"))
        away.clicked.connect(self.clear)
        layout.addWidget(away)
        return row

    def _read(self, notices: Sequence[Notice]) -> None:
        """Show the whole text of remarks, to be read and copied."""
        from ui.dialogs.reading import ReadingDialog

        words = "\n\n".join(
            f"{notice.word or tr(KINDS[notice.kind][0])} · {notice.line}" for notice in notices
        )
        ReadingDialog(tr("Notices"), words, self.window()).show()


def _across(row: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 2, 0, 2)
    layout.setSpacing(8)
    return layout


def _act_button(act: Act) -> QWidget:
    words, do = act
    button = link_button(words)
    button.clicked.connect(do)
    return button


def _only_if_cut(more: QWidget, text: ClampedLabel, *, always: bool) -> None:
    """The link is there when there is more to read; its room is kept, so that this changes nothing."""
    policy = more.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    more.setSizePolicy(policy)
    more.setVisible(always)
    if not always:
        text.cut.connect(more.setVisible)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say what happened without a change of focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
