# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading back what was typed: every edit becomes a step on the desk, or is put back with a remark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from drafting.errors import DraftError
from drafting.translation import marked, tr
from ui.actions import spoken_keys
from ui.editor.bursts import Bursts
from ui.editor.readback import Typed, outcome

if TYPE_CHECKING:
    from ui.editor.page import Page

ANOTHER = marked(
    "The page showed an older state of the draft. It shows the present one now; nothing was typed."
)
PAUSE = 1000
"""Milliseconds without a key after which the style of what was typed is spoken of."""


class Typist(QObject):
    """Stands between the document of a page and its desk."""

    def __init__(self, page: Page, hidden: Callable[[str], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._hidden = hidden
        self._edited: tuple[int, int] | None = None
        self.bursts = Bursts()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self._settle)
        page.current_paragraph_changed.connect(self._left)
        page.document().contentsChange.connect(self._note)
        page.document().contentsChanged.connect(self._read)

    @property
    def reading(self) -> bool:
        """Whether the document holds something typed that the draft does not have yet."""
        return self._edited is not None

    def _settle(self) -> None:
        """Show what the words typed make due, unless that would take a selection away."""
        if self._page.textCursor().hasSelection():
            self.pause.start()
        else:
            self._page.desk.settle()

    def _left(self) -> None:
        if not self.reading:
            self._settle()

    def _note(self, position: int, removed: int, added: int) -> None:
        """The document changed: remember where, until it has settled."""
        if self._page.drawing:
            return
        end = position + added
        if self._edited is not None:  # a second edit before the first was read: the rest may differ
            position, end = min(self._edited[0], position), self._page.document().characterCount()
        self._edited = (position, end)

    def _read(self) -> None:
        page, edited = self._page, self._edited
        if page.drawing or edited is None:
            return
        if page.picture.draft is not page.desk.draft:  # something went wrong while it was to be shown
            self._edited = None
            page.show_again()
            page.remark.emit(tr(ANOTHER))
            return
        try:
            edit = page.picture.typed(*edited) if page.picture.lines else None
            if edit is not None:
                self._do(edit)
        except DraftError as error:
            page.put_right()
            page.remark.emit(str(error))
        finally:
            if page.picture.stale:  # formats alone were changed, or something went wrong
                page.redraw()
            self._edited = None

    def _do(self, edit: Typed) -> None:
        page, draft = self._page, self._page.desk.draft
        assert draft is not None
        result, came_from = outcome(draft, page.picture.lines, edit, page.line, self._hidden), page.here
        if result.step and result.caret:
            name = self.bursts.name(edit, came_from)
            page.desk.do(result.step, name, typing=result.words_alone, styled_yet=not result.words_alone)
            page.show_caret(result.caret)
            self.bursts.left_at(page.here)
            if not page.desk.settled:
                self.pause.start()
        else:
            page.put_right()
        if result.proposal:  # so that the acts named in the remark are those on these words
            page.desk.choose(result.proposal)
            page.remark.emit(f"{result.remark} ({spoken_keys('reword')}).")
        elif result.remark:
            page.remark.emit(result.remark)
