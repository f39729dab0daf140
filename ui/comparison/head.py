# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the columns, which stays in sight: name, date and extent of each version."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.comparison import sentences
from ui.comparison.delegate import Columns
from ui.comparison.rows import Comparison
from ui.theme import current_theme, scaled, themes
from ui.widgets import restyle

_HEIGHT = 44


class Head(QWidget):
    """One title for each column, exactly over it."""

    def __init__(self) -> None:
        super().__init__()
        self._titles = [_Title(self) for _ in range(2)]
        self._fit()
        themes().changed.connect(self._fit)

    def show_comparison(self, comparison: Comparison) -> None:
        """The versions compared, each with its own extent."""
        for title, version in zip(self._titles, comparison.versions, strict=True):
            title.show_version(version.name, version.subtitle, sentences.size(version))

    def texts(self) -> list[str]:
        """What each title says."""
        return [title.accessibleName() for title in self._titles]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = Columns(self.width(), len(self._titles), 0)
        for at, title in enumerate(self._titles):
            left, width = columns.pane(at)
            title.setGeometry(left, 0, width, self.height() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_theme().panel))
        line = QColor(current_theme().line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        for title in self._titles[1:]:
            painter.fillRect(title.x(), 0, 1, self.height(), line)

    def _fit(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        self.update()


class _Title(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._subtitle, self._extent = QLabel(), QLabel(), QLabel()
        restyle(self._name, "role", "heading")
        restyle(self._subtitle, "role", "muted")
        restyle(self._extent, "role", "muted")
        self._extent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._extent.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 18, 0)
        layout.setSpacing(10)
        layout.addWidget(self._name)
        layout.addWidget(self._subtitle)
        layout.addWidget(self._extent, stretch=1)

    def show_version(self, name: str, subtitle: str, extent: str) -> None:
        """Says which version stands below."""
        self._name.setText(name)
        self._subtitle.setText(subtitle)
        self._extent.setText(extent)
        self._extent.setToolTip(extent)
        self.setAccessibleName(", ".join(filter(None, (name, subtitle, extent))))
