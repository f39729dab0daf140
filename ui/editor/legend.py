# SPDX-License-Identifier: GPL-3.0-or-later
"""What the marks in the gutter mean, each drawn as it stands there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from drafting.draft import Standing
from ui.editor.gutter import BAR, FLAG, paint_bar
from ui.flow import FlowLayout
from ui.theme import current_theme, themes
from ui.widgets import muted_label

WORDS = {
    Standing.STABLE: "no mark: stable",
    Standing.CHANGED: "changed last time",
    Standing.NEW: "new",
    Standing.EDITED: "edited here",
    Standing.OPEN: "proposal open",
}
SHAPES = {
    Standing.CHANGED: "amber bar",
    Standing.NEW: "dashed violet bar",
    Standing.EDITED: "green bar with a flag",
    Standing.OPEN: "double blue line",
}


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


class Legend(QWidget):
    """A quiet row that explains the state marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(parent=self, centred=True)
        row.setContentsMargins(12, 3, 12, 3)
        for standing, words in WORDS.items():
            row.addWidget(_explained(standing, words))
        self.setAccessibleName("Marks beside the paragraphs")
        self.setAccessibleDescription("; ".join(told(standing) for standing in WORDS))


def _explained(standing: Standing, words: str) -> QWidget:
    """A mark, where there is one, and its meaning."""
    label = muted_label(words)
    label.setWordWrap(False)
    label.setAccessibleName(told(standing))
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(6, 0, 6, 0)
    row.setSpacing(5)
    if standing in SHAPES:
        row.addWidget(StateMark(standing))
    row.addWidget(label)
    return together


def told(standing: Standing) -> str:
    """A mark and its meaning in words: "amber bar: changed last time"."""
    return f"{SHAPES[standing]}: {WORDS[standing]}" if standing in SHAPES else WORDS[standing]
