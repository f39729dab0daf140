# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the columns, which stays in sight: the choice of each version, its date and extent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.comparison import sentences
from ui.comparison.bars import fill, selector
from ui.comparison.layouts import Columns
from ui.comparison.rows import Comparison, Version
from ui.theme import current_theme, scaled, themes
from ui.widgets import ElidedLabel

_HEIGHT = 48


class Head(QWidget):
    """One title for each column, exactly over it."""

    chosen = Signal(int, int)
    """A column shall show the version at this place."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: list[_Title] = []
        self._fit()
        themes().changed.connect(self._fit)

    def offer(self, versions: Sequence[Version], chosen: Sequence[int]) -> None:
        """Lets each column show any of the versions; `chosen` are those it shows."""
        while len(self._titles) > len(chosen):
            gone = self._titles.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._titles) < len(chosen):
            self._titles.append(self._made(len(self._titles)))
        for title, version in zip(self._titles, chosen, strict=True):
            fill(title.box, versions, version)
        self._arrange()

    def box(self, column: int) -> QComboBox:
        """The choice of one column."""
        return self._titles[column].box

    def show_comparison(self, comparison: Comparison) -> None:
        """The versions compared, each with its extent or what it did to the one it is compared with."""
        for at, (title, column) in enumerate(zip(self._titles, comparison.columns, strict=True)):
            extent = sentences.size(column.version)
            if column.against is not None:
                before = comparison.versions[column.against].spoken
                title.show_version(
                    column.version,
                    sentences.from_before(comparison, at, before),
                    extent,
                )
            else:
                title.show_version(column.version, extent, extent)

    def texts(self) -> list[str]:
        """What each title says."""
        return [title.accessibleName() for title in self._titles]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_theme().panel))
        line = QColor(current_theme().line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        for title in self._titles[1:]:
            painter.fillRect(title.x(), 0, 1, self.height(), line)

    def _made(self, at: int) -> _Title:
        title = _Title(self, at)
        title.box.currentIndexChanged.connect(lambda index: self.chosen.emit(at, index))
        title.show()
        return title

    def _arrange(self) -> None:
        columns = Columns(self.width(), len(self._titles), 0)
        for at, title in enumerate(self._titles):
            left, width = columns.pane(at)
            title.setGeometry(left, 0, width, self.height() - 1)
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        self.update()


class _Title(QWidget):
    def __init__(self, parent: QWidget, at: int) -> None:
        super().__init__(parent)
        self.box = selector(tr("Version in column {number}").format(number=at + 1))
        self._subtitle, self._extent = ElidedLabel(), ElidedLabel()
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 5, 0, 5)
        beside.setSpacing(0)
        beside.addWidget(self._subtitle)
        beside.addWidget(self._extent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.box)
        layout.addLayout(beside, stretch=1)

    def show_version(self, version: Version, beside: str, extent: str) -> None:
        """Says which version stands below; `extent` is told to the mouse and to screen readers too."""
        self._subtitle.setText(version.subtitle)
        self._extent.setText(beside)
        told = ", ".join(dict.fromkeys(filter(None, (version.name, version.subtitle, extent, beside))))
        self._subtitle.setToolTip(told)
        self._extent.setToolTip(told)
        self.setAccessibleName(told)
