# SPDX-License-Identifier: GPL-3.0-or-later
"""The board: one paragraph in the largest type that shows all of it, its lines numbered.

What is too long even for the smallest type is shown in parts.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from drafting.translation import tr
from ui.comparison.ink import Style
from ui.comparison.layout import Block
from ui.fonts import interface
from ui.room.words import RoomText
from ui.theme import Theme, load_theme, themes

SIZES = (56, 50, 44, 40, 36, 32, 28, 25, 22)  # px; smaller ones are not read from the back row
_EDGE = 0.05  # of the width, left and right
_HEAD = 1.6  # lines above the text
_MOST = 44  # letters' widths of a line, in ems: longer lines are hard to follow on a wall


class Board(QWidget):
    """Paints the paragraph it is given; nothing on it can be clicked or typed into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: RoomText | None = None
        self._theme = load_theme("dark")
        self._block: Block | None = None
        self._largest = 0  # place in SIZES of the largest type that is wanted
        self.size_shown = SIZES[0]
        self._first = 0  # the first line shown, where not all are
        themes().changed.connect(self._lay_out)

    def show_text(self, text: RoomText | None) -> None:
        """Shows another paragraph or other words of it; None clears the board."""
        if text is None or self._text is None or text.label != self._text.label:
            self._first = 0
        self._text = text
        told = f"{text.label}: {text.text}" if text else tr("No paragraph")
        self.setAccessibleName(tr("Room view"))
        self.setAccessibleDescription(told)
        self._lay_out()

    def set_dark(self, dark: bool) -> None:
        """Light letters on a dark ground, or the other way round, whatever the other windows wear."""
        self._theme = load_theme("dark" if dark else "light")
        self._lay_out()

    def enlarge(self, steps: int) -> None:
        """Larger type, or smaller with negative steps; what would not fit is shown as large as it fits."""
        self._largest = min(max(SIZES.index(self.size_shown) - steps, 0), len(SIZES) - 1)
        self._lay_out()

    def go_on(self) -> None:
        """The lines after those that are shown; after the last the first again."""
        following = self._first + self.room()
        self._first = following if following < self.lines() else 0
        self.update()

    def room(self) -> int:
        """For how many lines there is room."""
        step = next(iter(self._block.lines()))[1] if self._block else 1.0
        return max(int((self.height() - self.size_shown * (_HEAD * 1.5 + 0.5)) / step), 1)

    def shown(self) -> tuple[int, int]:
        """The first and the last line that are shown, counted from 1."""
        return self._first + 1, min(self._first + self.room(), self.lines())

    @property
    def theme(self) -> Theme:
        """The colours it wears."""
        return self._theme

    def lines(self) -> int:
        """How many lines the paragraph takes."""
        return sum(1 for _ in self._block.lines()) if self._block else 0

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.page))
        if self._text is None or self._block is None:
            return
        edge, size = self.width() * _EDGE, self.size_shown
        self._paint_head(painter, edge)
        top = size * _HEAD * 1.5
        painter.setFont(interface(max(round(size * 0.45), 11)))
        painter.setPen(QColor(self._theme.muted))
        lines = list(enumerate(self._block.lines(), start=1))
        first, last = self.shown()
        above = lines[first - 1][1][0]
        painter.setClipRect(QRectF(0, top, self.width(), lines[last - 1][1][1] - above))
        for number, (start, end) in lines[first - 1 : last]:
            place = QRectF(edge, top + start - above, self._gutter() - size * 0.5, end - start)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
        painter.setPen(QColor(self._theme.text))
        self._block.draw(painter, QPointF(edge + self._gutter(), top - above))

    def _paint_head(self, painter: QPainter, edge: float) -> None:
        """The name of the paragraph, large, and what draft it is of."""
        assert self._text is not None
        size = self.size_shown
        place = QRectF(edge, size * 0.4, self.width() - 2 * edge, size * 1.4)
        font = interface(round(size * 0.8))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.accent))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, self._text.label)
        painter.setFont(interface(max(round(size * 0.4), 11)))
        painter.setPen(QColor(self._theme.muted))
        first, last = self.shown()
        lines = self.lines()
        seen = tr("lines {first} to {last} of {all}").format(first=first, last=last, all=lines)
        part = seen if last - first + 1 < lines else ""
        told = " · ".join(filter(None, (part, self._text.state, self._text.heading)))
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, told)

    def _gutter(self) -> float:
        return self.size_shown * 1.7

    def _lay_out(self) -> None:
        """Finds the largest type in which the whole paragraph is seen."""
        self._block = None
        if self._text is not None:
            for size in SIZES[self._largest :]:
                self.size_shown = size
                self._block = self._made(self._text, size)
                if self.room() >= self.lines():
                    break
        self._first = min(self._first, max(self.lines() - 1, 0))
        if self.room() >= self.lines():
            self._first = 0
        self.update()

    def _made(self, text: RoomText, size: int) -> Block:
        # Blocks follow the text size of the program; here the room decides.
        block = Block(text.text, Style(self._theme), round(size / themes().scale), text.notes)
        if text.opening:
            block.italic(text.opening)
        block.disputed(text.brackets)
        block.blank(text.blanks)
        block.mark(text.marks)
        block.flow(min(self.width() * (1 - 2 * _EDGE) - self._gutter(), size * _MOST))
        return block
