# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview: the sheets one under another, as wide as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from drafting.translation import trn
from ui.printing.paper import Paper
from ui.theme import current_theme, load_theme, scaled, themes

GAP = 18
"""Between two sheets and around them."""
WIDEST = 800
"""A sheet is not shown wider, in pixels at normal text size."""


class Preview(QScrollArea):
    """Shows the pages of a paper; the keys that turn pages turn them."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets = _Sheets()
        self.setWidget(self.sheets)
        self.setWidgetResizable(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        themes().changed.connect(self._fit)

    def show_paper(self, paper: Paper) -> None:
        """Show these pages; the place in them stays as it was."""
        self.sheets.paper = paper
        self.setAccessibleName(trn("Preview, {n} page", "Preview, {n} pages", len(paper.sheets)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        self.sheets.fit(min(width, scaled(WIDEST) + 2 * GAP), width)
        height = self.viewport().height()
        self.verticalScrollBar().setPageStep(max(height - 2 * GAP, 1))
        self.verticalScrollBar().setSingleStep(scaled(40))


class _Sheets(QWidget):
    """All sheets in a column; only those in sight are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.paper: Paper | None = None
        self._sheet = QSize()

    def fit(self, room: int, width: int) -> None:
        """Take this width, each sheet as much of it as `room`."""
        if self.paper is None:
            return
        bounds, wide = self.paper.bounds(), max(room - 2 * GAP, 60)
        self._sheet = QSize(wide, round(wide * bounds.height() / bounds.width()))
        step = self._sheet.height() + GAP
        self.resize(width, GAP + step * len(self.paper.sheets))
        self.update()

    def place_of(self, number: int) -> QRect:
        """Where a page lies, from 1 on."""
        left = (self.width() - self._sheet.width()) // 2
        return QRect(QPoint(left, GAP + (number - 1) * (self._sheet.height() + GAP)), self._sheet)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(event.rect(), QColor(theme.background))
        for number in range(1, len(self.paper.sheets) + 1) if self.paper else ():
            place = self.place_of(number)
            if place.intersects(event.rect()):
                self._paint(painter, place, number)

    def _paint(self, painter: QPainter, place: QRect, number: int) -> None:
        assert self.paper is not None
        painter.save()
        painter.fillRect(place, QColor(load_theme("light").page))  # paper is white in every theme
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        scale = place.width() / self.paper.bounds().width()
        painter.scale(scale, scale)
        self.paper.paint(painter, number)
        painter.restore()
