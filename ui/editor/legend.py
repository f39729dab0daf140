# SPDX-License-Identifier: GPL-3.0-or-later
"""What the marks in the gutter mean, each drawn as it stands there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from drafting.checking import Severity
from drafting.comparing.records import Mark
from drafting.draft import Standing
from drafting.translation import marked, tr
from ui.checks.sign import paint_sign
from ui.editor.found import SIGN
from ui.editor.gutter import BAR, FLAG, SQUARE, paint_bar, paint_mark
from ui.editor.stages import SIGNS as SHAPES_OF_SIGNS
from ui.editor.stages import paint_sign_of
from ui.flow import FlowLayout
from ui.theme import Theme, current_theme, themes
from ui.widgets import muted_label

WORDS = {
    Standing.STABLE: marked("no mark: stable"),
    Standing.CHANGED: marked("changed last time"),
    Standing.NEW: marked("new"),
    Standing.EDITED: marked("edited here"),
    Standing.OPEN: marked("proposal open"),
}
SHAPES = {
    Standing.CHANGED: marked("amber bar"),
    Standing.NEW: marked("dashed violet bar"),
    Standing.EDITED: marked("green bar with a flag"),
    Standing.OPEN: marked("double blue line"),
}
SQUARES = {
    Mark.SAME: (marked("as before"), marked("filled square: the version left the paragraph as before")),
    Mark.CHANGED: (marked("changed"), marked("hollow amber square: the version changed it")),
    Mark.FIRST: (marked("first appeared"), marked("violet dot: it first appeared in the version")),
}
"""The squares, one per version: the words beside them, and what a screen reader says."""
FOUND = marked("finding of a check")
MOST_LINES = 2


class StateMark(QWidget):
    """One state mark by itself, as high as a line of small text."""

    def __init__(self, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = standing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the bar and its flag."""
        return QSize(FLAG + BAR + 1, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark, as in the gutter."""
        paint_bar(QPainter(self), current_theme(), self._standing, QRectF(0, 1, 0, self.height() - 2), FLAG)


class HistoryMark(QWidget):
    """One square of a history strip by itself."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the square."""
        return QSize(SQUARE + 1, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square, as in the gutter."""
        box = QRectF(0, (self.height() - SQUARE) // 2, SQUARE, SQUARE)
        paint_mark(QPainter(self), current_theme(), self._mark, box)


class FindingMark(QWidget):
    """The sign of a finding by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the sign."""
        return QSize(SIGN + 1, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, as in the gutter."""
        box = QRectF(0, (self.height() - SIGN) // 2, SIGN, SIGN)
        paint_sign(QPainter(self), Severity.WARNING, current_theme(), box)


class Legend(QWidget):
    """Explains the state marks, and where they need no third line the squares and the sign of findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(parent=self, centred=True)
        self._row.setContentsMargins(12, 5, 12, 3)
        for standing, words in WORDS.items():
            mark = StateMark(standing) if standing in SHAPES else None
            self._row.addWidget(_explained(mark, tr(words), told(standing)))
        found = tr("triangle, disc or ring: finding of a check")
        self.finding = _explained(FindingMark(), tr(FOUND), found)
        self._row.addWidget(self.finding)
        self.stages = _stages()  # in the row only while it is used: hidden, it would take room too
        self.stages.setParent(self)
        self.stages.hide()
        self.squares = _squares()
        self._row.addWidget(self.squares)
        self.setAccessibleName(tr("Marks beside the paragraphs"))
        spoken = (*map(told, WORDS), found, *(tr(words) for _, words in SQUARES.values()))
        self.setAccessibleDescription(tr("; ").join(spoken))
        themes().changed.connect(self._fit)

    def show_stages(self, used: bool) -> None:
        """Explain the signs of negotiation where a paragraph has one."""
        if self.stages.isHidden() == used:
            (self._row.addWidget if used else self._row.removeWidget)(self.stages)
            self.stages.setVisible(used)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rule between the page and what is said of it: the last line may be cut by the edge."""
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(current_theme().line))

    def _fit(self) -> None:
        fits = self._row.lines_for(self.width()) <= MOST_LINES
        if self.squares.isHidden() == fits:
            self.squares.setVisible(fits)
            self.finding.setVisible(fits)


class SignMark(QWidget):
    """A sign of negotiation by itself."""

    def __init__(self, paint: Callable[[QPainter, Theme, QRectF], None]) -> None:
        super().__init__()
        self._paint = paint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the sign."""
        return QSize(SIGN + 1, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, as in the gutter."""
        self._paint(QPainter(self), current_theme(), QRectF(0, (self.height() - SIGN) // 2, SIGN, SIGN))


def _stages() -> QWidget:
    """The signs of negotiation with their meanings, which stay in one line."""
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for name, spoken in SHAPES_OF_SIGNS.items():
        row.addWidget(_explained(SignMark(partial(paint_sign_of, name)), tr(name), tr(spoken)))
    return together


def _squares() -> QWidget:
    """The squares with their meanings, which stay in one line."""
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(_explained(None, tr("each version:"), tr("Squares, one for each version")))
    for mark, (words, spoken) in SQUARES.items():
        row.addWidget(_explained(HistoryMark(mark), tr(words), tr(spoken)))
    return together


def _explained(mark: QWidget | None, words: str, spoken: str) -> QWidget:
    """A mark, where there is one, and its meaning."""
    label = muted_label(words)
    label.setWordWrap(False)
    label.setAccessibleName(spoken)
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(6, 0, 6, 0)
    row.setSpacing(5)
    if mark:
        row.addWidget(mark)
    row.addWidget(label)
    return together


def told(standing: Standing) -> str:
    """A mark and its meaning in words: "amber bar: changed last time"."""
    if standing not in SHAPES:
        return tr(WORDS[standing])
    return tr("{head}: {text}").format(head=tr(SHAPES[standing]), text=tr(WORDS[standing]))
