# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting whole paragraphs by keys, so that what is done to several of them can be done at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from ui.editor.page import Page


class Selecting(QObject):
    """Paragraphs are selected from the first word to the last; what the view hides is passed over."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def acts(self) -> dict[str, Callable[[], None]]:
        """The acts by the names that menus and keys know them by."""
        return {
            "select_paragraph": self.whole,
            "select_above": partial(self.extend, -1),
            "select_below": partial(self.extend, 1),
        }

    def whole(self) -> None:
        """Select the paragraph at the caret, or all of those that the selection touches."""
        ends = self._ends()
        if ends is not None:
            self._select(*ends)

    def extend(self, by: int) -> None:
        """Take the next paragraph in, or the last one out again; at first the one at the caret alone."""
        ends = self._ends()
        if ends is None:
            return
        keys, (anchor, caret) = self._shown(), ends
        if self._page.textCursor().hasSelection() and self._is_whole(anchor, caret):
            caret = keys[max(0, min(keys.index(caret) + by, len(keys) - 1))]
        self._select(anchor, caret)

    def _shown(self) -> list[str]:
        draft = self._page.draft
        return [one.key for one in draft.paragraphs if not self._page.hides(one.key)] if draft else []

    def _ends(self) -> tuple[str, str] | None:
        """The paragraphs in which the selection began and ends; None above the text."""
        cursor, picture, keys = self._page.textCursor(), self._page.picture, self._shown()
        if not keys or not picture.lines:
            return None
        anchor, caret = (picture.caret(at).key for at in (cursor.anchor(), cursor.position()))
        return (anchor, caret) if anchor in keys and caret in keys else None

    def _places(self, anchor: str, caret: str) -> tuple[int, int]:
        """Where the selection of whole paragraphs begins and where its caret stands."""
        picture, keys = self._page.picture, self._shown()
        first, last = picture.block(anchor), picture.block(caret)
        assert first is not None
        assert last is not None
        heads = picture.position(first, 0), picture.position(last, 0)
        tails = (
            picture.position(first, len(picture.lines[first].shown)),
            picture.position(last, len(picture.lines[last].shown)),
        )
        downwards = keys.index(anchor) <= keys.index(caret)
        return (heads[0], tails[1]) if downwards else (tails[0], heads[1])

    def _is_whole(self, anchor: str, caret: str) -> bool:
        cursor = self._page.textCursor()
        return (cursor.anchor(), cursor.position()) == self._places(anchor, caret)

    def _select(self, anchor: str, caret: str) -> None:
        begin, end = self._places(anchor, caret)
        cursor = self._page.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(cursor)
        self._page.ensureCursorVisible()
