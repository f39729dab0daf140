# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving a footnote by keys: it is taken in hand, the caret goes to its new place, Enter puts it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from drafting.draft import Draft
from drafting.draft.clips import Place
from drafting.draft.putting import move_note
from drafting.errors import DraftError
from drafting.translation import tr
from ui.editor.lines import Spot
from ui.editor.readback import Caret
from ui.editor.shaping import IN_NOTE, NO_NOTE

if TYPE_CHECKING:
    from ui.editor.page import Page

_PUTS_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Carrying(QObject):
    """A footnote in hand, from the act that takes it up to Enter, Escape, or the same act again."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._held: tuple[str, str] | None = None
        page.desk.opened.connect(self._drop)

    @property
    def held(self) -> str:
        """The key of the footnote in hand, empty when there is none."""
        return self._held[1] if self._held else ""

    def move_note(self) -> None:
        """Take the footnote at the caret in hand; with one in hand already, put it down here."""
        draft = self._page.draft
        if draft is None or self._page.isReadOnly():
            return
        if self._held is not None:
            self._put_down(draft)
            return
        found = note_at(draft, self._page.here)
        if found is None:
            self._page.remark.emit(tr(NO_NOTE))
            return
        self._held = found
        self._page.installEventFilter(self)
        number = draft.note_numbers[found[1]]
        told = tr("Footnote {number} is in hand: go where it shall stand and press Enter; Escape leaves it.")
        self._page.remark.emit(told.format(number=number))

    def _put_down(self, draft: Draft) -> None:
        page, held = self._page, self._held
        here = page.here
        assert held is not None
        if here.note or not here.key:
            page.remark.emit(tr(IN_NOTE))
            return
        try:
            put = move_note(draft, *held, Place(here.key, here.spot.offset, here.spot.marks))
        except DraftError as error:
            if held[0] not in draft or held[1] not in draft.note_numbers:
                self._drop()  # there is nothing in hand any more
            page.remark.emit(str(error))
            return
        self._drop()
        page.typist.bursts.end()
        page.desk.do(put.step)
        page.show_caret(Caret(put.place.key, "", Spot(put.place.offset, put.place.marks)))
        page.ensureCursorVisible()
        after = put.step.draft
        told = tr("Footnote {number} stands in {paragraph} now.")
        number, label = after.note_numbers[held[1]], after.label(put.place.key).id
        page.remark.emit(told.format(number=number, paragraph=label))

    def _drop(self) -> None:
        self._held = None
        self._page.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape are about the footnote in hand."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        draft = self._page.draft
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
            self._page.remark.emit(tr("The footnote stays where it was."))
        elif event.key() in _PUTS_DOWN and draft is not None:
            self._put_down(draft)
        else:
            return False
        event.accept()
        return True


def note_at(draft: Draft, here: Caret) -> tuple[str, str] | None:
    """The paragraph and the footnote that the caret is in, or behind or before whose mark it stands."""
    if not here.key or here.key not in draft:
        return None
    notes = draft.paragraph(here.key).notes
    found = (one.key for one in notes if here.note == one.key or _is_beside(here, one.offset))
    key = next(found, None)
    return (here.key, key) if key is not None else None


def _is_beside(here: Caret, offset: int) -> bool:
    return not here.note and here.spot.offset == offset
