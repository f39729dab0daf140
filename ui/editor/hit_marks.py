# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that a search found, marked on the page: those in view alone, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from drafting.searching.records import Found, Place
from ui.editor.page import Page
from ui.editor.search import stretch
from ui.theme import current_theme


class HitMarks(QObject):
    """Marks what is in view, and a little around it: marking all takes long where there are many.

    Qt keeps the marked places right while the text around them changes.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._found = Found()
        self._blocks: range | None = None  # those that are marked now
        page.verticalScrollBar().valueChanged.connect(self._follow)
        page.verticalScrollBar().rangeChanged.connect(self._follow)

    def show(self, found: Sequence[Place]) -> None:
        """Mark these places; none of an empty search."""
        page = self._page
        if not isinstance(found, Found) or not found:
            self._blocks = None
            if page.extraSelections():
                page.setExtraSelections([])
            return
        form = QTextCharFormat()
        form.setBackground(QColor(current_theme().found))
        form.setForeground(QColor(current_theme().text))
        self._found, self._blocks = found, self._near()
        spans = (span for number in self._blocks for span in self._spans(number))
        page.setExtraSelections([self._mark(span, form) for span in spans])

    def _spans(self, number: int) -> Iterator[tuple[int, int]]:
        """From where to where in the document the places of one block stand."""
        picture = self._page.picture
        if number >= len(picture.lines):
            return
        line, base = picture.lines[number], picture.position(number, 0)
        for place in self._found.within(line.note or line.key):
            start, end = stretch(line, place)
            yield base + line.offsets.to_qt(start), base + line.offsets.to_qt(end)

    def _near(self) -> range:
        """The blocks in view, and those half a view above and below."""
        height = self._page.viewport().height()
        top, bottom = self._block_at(-height // 2), self._block_at(height + height // 2)
        return range(top, bottom + 1)

    def _block_at(self, y: int) -> int:
        return self._page.cursorForPosition(QPoint(0, y)).blockNumber()

    def _follow(self) -> None:
        """The page was scrolled, or is longer or shorter than before."""
        if self._blocks is not None:
            ends = self._block_at(0), self._block_at(self._page.viewport().height())
            if not all(end in self._blocks for end in ends):
                self.show(self._found)

    def _mark(self, span: tuple[int, int], form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        marked = QTextEdit.ExtraSelection()
        marked.cursor, marked.format = cursor_over(self._page, *span), form
        return marked


def cursor_over(page: Page, start: int, end: int) -> QTextCursor:
    """A cursor that selects from one position of the document to another."""
    cursor = QTextCursor(page.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
