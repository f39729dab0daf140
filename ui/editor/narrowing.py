# SPDX-License-Identifier: GPL-3.0-or-later
"""Showing a part of the draft: which paragraphs are hidden, and the way of the caret around them."""

from __future__ import annotations

from drafting.draft import Draft
from ui.editor.filters import Filter, holds
from ui.editor.picture import Picture


class Narrowing:
    """Hides the blocks of paragraphs that a filter does not take in.

    What is hidden is worked out when the filter is chosen, so that nothing disappears while it is worked on.
    """

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self.filter = Filter.ALL
        self._hidden: frozenset[str] = frozenset()

    def choose(self, wanted: Filter, draft: Draft | None) -> None:
        """Take a filter; `apply` shows it."""
        self.filter = wanted
        paragraphs = draft.paragraphs if draft else ()
        self._hidden = frozenset(item.key for item in paragraphs if draft and not holds(wanted, draft, item))

    def hides(self, key: str) -> bool:
        """Whether a paragraph is not shown."""
        return key in self._hidden

    def first_shown(self) -> str:
        """The first paragraph that is shown, empty when none is."""
        return next((line.key for line in self._picture.lines if line.key and not self.hides(line.key)), "")

    def apply(self, first: int = 0, last: int | None = None) -> None:
        """Make the blocks from `first` up to `last` visible or not; only those that change are touched."""
        document = self._picture.document
        block = document.findBlockByNumber(first)
        begin = end = -1
        for line in self._picture.lines[first:last]:
            visible = line.key not in self._hidden
            if block.isVisible() != visible:
                block.setVisible(visible)
                begin, end = (block.position() if begin < 0 else begin), block.position() + block.length()
            block = block.next()
        if begin >= 0:
            document.markContentsDirty(begin, end - begin)  # once: every call lays out anew

    def next_shown(self, number: int, came_from: int) -> tuple[int, int] | None:
        """Where a caret that came into block `number` goes when that is hidden.

        On in its direction, to a line and an index in it; a number below 0 when all further lines are hidden.
        None when the block is shown.
        """
        lines = self._picture.lines
        if not self.hides(lines[number].key):
            return None
        onwards = range(number, len(lines)) if number > came_from else range(number, -1, -1)
        shown = next((item for item in onwards if not self.hides(lines[item].key)), -1)
        return shown, 0 if shown > number or shown < 0 else len(lines[shown].shown)
