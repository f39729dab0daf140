# SPDX-License-Identifier: GPL-3.0-or-later
"""The find field of the main window, which searches the draft and shows on the page what it found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.editor import paper
from ui.editor.page import Page
from ui.editor.search import Match, matches, next_match, only_in_proposals
from ui.finding import Finder
from ui.theme import current_theme


class PageFinder(Finder[Match]):
    """Begins at the caret; the hit in hand is selected, so that it can be typed over."""

    def __init__(self, page: Page) -> None:
        super().__init__("Find in draft")
        self._page = page
        self.changed.connect(self._show)
        self.went.connect(self._select)
        self.left.connect(lambda: page.setFocus(Qt.FocusReason.OtherFocusReason))
        page.drawn_anew.connect(self.renew)

    def places(self, words: str) -> list[Match]:
        """The places in the draft; what is only proposed is not searched."""
        return matches(self._page.picture.lines, words)

    def nearest(self, hits: list[Match], former: Match | None) -> Match:
        """The first from the caret on; what the page hides comes last."""
        lines = self._page.picture.lines
        seen = [hit for hit in hits if not self._page.hides(lines[hit.line].key)]
        return next_match(seen or hits, self._here(self._page.textCursor().selectionStart()))

    def following(self, by: int) -> Match:
        """The next from the caret, which the drafter may have put elsewhere."""
        cursor = self._page.textCursor()
        edge = cursor.selectionStart() if by < 0 else cursor.selectionEnd()
        return next_match(self.hits, self._here(edge), backwards=by < 0)

    def missed(self, words: str) -> str:
        """Words that can be seen on the page, but are no part of the draft yet, are told apart."""
        seen = only_in_proposals(self._page.picture.lines, words)
        return "only in proposed words" if seen else super().missed(words)

    def _here(self, position: int) -> tuple[int, int]:
        return self._page.picture.place(position)

    def _select(self, hit: Match) -> None:
        self._page.reveal(self._page.picture.lines[hit.line].key)
        cursor = self._cursor(hit)
        block = cursor.block()
        start, end = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
        rects = paper.stretch_rects(block, start, end)
        self._page.bring_into_view(rects[0].united(rects[-1]))  # first: Qt itself stops at the edge
        self._page.setTextCursor(cursor)

    def _show(self) -> None:
        """Qt keeps the marked places right while the text around them changes."""
        form = QTextCharFormat()
        form.setBackground(QColor(current_theme().found))
        form.setForeground(QColor(current_theme().text))
        self._page.setExtraSelections([self._marked(hit, form) for hit in self.hits])

    def _marked(self, hit: Match, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        marked = QTextEdit.ExtraSelection()
        marked.cursor, marked.format = self._cursor(hit), form
        return marked

    def _cursor(self, hit: Match) -> QTextCursor:
        cursor, picture = QTextCursor(self._page.document()), self._page.picture
        cursor.setPosition(picture.position(hit.line, hit.start))
        cursor.setPosition(picture.position(hit.line, hit.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
