# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on whole paragraphs of a page: those at the caret, or all that the selection touches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from drafting.draft import (
    Draft,
    Gone,
    Step,
    bring_back,
    delete,
    demote,
    fit,
    fitting,
    insert,
    insert_note,
    landing,
    make_heading,
    make_operative,
    make_preambular,
    move_down,
    move_up,
    promote,
    remove_note,
    told_gone,
)
from drafting.draft.blocks import whole
from drafting.errors import DraftError
from drafting.resolution import Kind
from drafting.translation import marked, tr
from ui.actions import spoken_keys
from ui.editor import paper, structuring
from ui.editor.filters import Filter
from ui.editor.lines import HEAD, Spot
from ui.editor.readback import ABOVE, HIDDEN, Caret

if TYPE_CHECKING:
    from ui.editor.page import Page

IN_NOTE = marked("A footnote has none of its own. Put the caret into the text. Nothing was changed.")
NO_NOTE = marked(
    "There is no footnote at the caret: put it behind a mark or into the footnote. Nothing was changed."
)
FITS = marked("The opening words fit here, or their other form is not known. Nothing was changed.")

Act = Callable[[Draft, Sequence[str]], Step]

_KEEPING: dict[str, Act] = {
    "move_up": move_up,
    "move_down": move_down,
    "promote": promote,
    "demote": demote,
    "make_heading": make_heading,
}
_TURNING: dict[str, Act] = {
    "make_operative": make_operative,
    "make_preambular": make_preambular,
}


class Shaping(QObject):
    """Does the acts of the menu *Paragraph*, each as one step on the desk of its page.

    What cannot be done is said in a sentence and changes nothing. A narrowed view shows everything again,
    because numbers and neighbours are what these acts are about.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.named: Callable[[], Sequence[str]] = tuple
        """Paragraphs that are named elsewhere than on the page, in the outline: acts are on these then."""
        self.ask_destination: Callable[[Draft, Sequence[str]], tuple[str, bool] | None] = _nowhere
        """Asks beside which paragraph others shall stand, and whether behind it."""
        page.takes_tab = self.tab

    def acts(self) -> dict[str, Callable[[], None]]:
        """The acts by the names that menus and keys know them by."""
        found: dict[str, Callable[[], None]] = {
            name: partial(self.keep_selected, act) for name, act in _KEEPING.items()
        }
        found |= {name: partial(self._turn, act) for name, act in _TURNING.items()}
        return (
            found
            | {
                "insert_after": partial(self._insert, after=True),
                "insert_before": partial(self._insert, after=False),
                "delete_paragraphs": self._delete,
                "fit_opening": self._fit,
                "insert_note": self._insert_note,
                "move_note": self._page.carrying.move_note,
                "remove_note": self._remove_note,
            }
            | structuring.acts(self, self._page)
        )

    def selected(self) -> tuple[str, ...]:
        """The paragraphs that the selection touches, or the one at the caret.

        A paragraph at whose very beginning the selection ends is not among them. Raises DraftError above the
        text, and where paragraphs in between are not shown. What is selected in the outline goes before.
        """
        return tuple(self.named()) or self.selected_on_page()

    def selected_on_page(self) -> tuple[str, ...]:
        """The same, whatever is selected in the outline."""
        cursor, picture = self._page.textCursor(), self._page.picture
        if not picture.lines:
            raise DraftError(tr(ABOVE))
        first, _ = picture.place(cursor.selectionStart())
        last, index = picture.place(cursor.selectionEnd())
        last -= last > first and index == 0
        keys = dict.fromkeys(line.key for line in picture.lines[first : last + 1] if line.sort not in HEAD)
        if not keys or picture.lines[first].sort in HEAD:
            raise DraftError(tr(ABOVE))
        if any(map(self._page.hides, keys)):
            raise DraftError(tr(HIDDEN))
        return tuple(keys)

    def tab(self, deeper: bool) -> bool:
        """Demote or promote points as Tab and Shift+Tab do at their beginning; False where Tab goes on."""
        draft, here = self._page.draft, self._page.here
        if draft is None or self._page.isReadOnly() or here.key not in draft or here.note:
            return False
        several = self._page.textCursor().hasSelection()
        point = draft.paragraph(here.key).kind is Kind.SUBPARAGRAPH
        if not point or self._page.index or several:
            return False
        self.keep_selected(demote if deeper else promote)
        return True

    def bring_back(self, gone: Gone) -> None:
        """Bring a paragraph back, and the caret to it."""

        def act(draft: Draft) -> None:
            step = bring_back(draft, gone)
            key = next(one.key for one in step.draft.paragraphs if one.key not in draft)
            self.perform(step, Caret(key, "", Spot(0)))

        self.attempt(act)

    def move(self, keys: Sequence[str], at: int) -> None:
        """Move paragraphs to before the one at index `at`, as one act; what cannot be is said."""

        def act(draft: Draft) -> None:
            where = landing(draft, keys, at)
            step = where.step
            if step is None:
                raise DraftError(where.words)
            if step.changed:
                several = len(whole(draft, keys)) > 1
                self.perform(step, self._page.here if self._page.here.key in keys else _head(keys))
                if several:
                    self.select(keys)

        self.attempt(act)

    # ------------------------------------------------------------ the acts

    def attempt(self, act: Callable[[Draft], None]) -> None:
        """Do an act on the draft, or say why it cannot be done."""
        draft = self._page.draft
        if draft is None or self._page.isReadOnly():
            return
        try:
            act(draft)
        except DraftError as error:
            self._page.remark.emit(str(error))

    def perform(self, step: Step, caret: Caret) -> None:
        """Do a step as an act of its own, and bring the caret to its place, into view."""
        self._page.typist.bursts.end()
        if self._page.filter is not Filter.ALL:
            self._page.set_filter(Filter.ALL)
        self._page.desk.do(step)
        self._page.show_caret(caret)
        number = self._page.picture.block(caret.note or caret.key)
        if number is not None:
            block = self._page.document().findBlockByNumber(number)
            self._page.bring_into_view(paper.text_rect(block))

    def keep_selected(self, act: Callable[[Draft, Sequence[str]], Step]) -> None:
        """An act after which the same paragraphs stand selected, wherever they are now."""

        def done(draft: Draft) -> None:
            keys, here = self.selected(), self._page.here
            elsewhere = bool(self.named())
            selecting = self._page.textCursor().hasSelection() and not elsewhere
            self.perform(act(draft, keys), _head(keys) if elsewhere else here)
            if selecting:
                self.select(keys)

        self.attempt(done)

    def select(self, keys: Sequence[str]) -> None:
        """Select paragraphs on the page, from the first of them to the last."""
        picture = self._page.picture
        numbers = sorted(number for key in keys if (number := picture.block(key)) is not None)
        if not numbers:
            return
        cursor = self._page.textCursor()
        cursor.setPosition(picture.position(numbers[0], 0))
        end = picture.position(numbers[-1], len(picture.lines[numbers[-1]].shown))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(cursor)

    def _turn(self, act: Callable[[Draft, Sequence[str]], Step]) -> None:
        """Turn paragraphs, and say which opening words would fit now; the drafter decides."""
        self.keep_selected(act)
        try:
            keys = self.selected()
        except DraftError:
            return
        draft = self._page.draft
        offered = fitting(draft, keys) if draft else ()
        if offered:
            change = tr("“{old}” becomes “{new}”")
            words = tr("; ").join(change.format(old=one.old, new=one.new) for one in offered)
            offer = tr("Fit opening words ({keys}): {changes}.")
            self._page.remark.emit(offer.format(keys=spoken_keys("fit_opening"), changes=words))

    def _fit(self) -> None:
        def act(draft: Draft) -> None:
            offered = fitting(draft, self.selected())
            if not offered:
                raise DraftError(tr(FITS))
            self.perform(fit(draft, offered), self._page.here)

        self.attempt(act)

    def _insert(self, *, after: bool) -> None:
        def act(draft: Draft) -> None:
            keys = self.selected()
            step = insert(draft, keys[-1] if after else keys[0], after=after)
            self.perform(step, Caret(f"p{step.draft.last_key}", "", Spot(0)))

        self.attempt(act)

    def _delete(self) -> None:
        def act(draft: Draft) -> None:
            step = delete(draft, self.selected())
            at = next(at for at, one in enumerate(draft.paragraphs) if one.key not in step.draft)
            beside = step.draft.paragraphs[min(at, len(step.draft.paragraphs) - 1)]
            self.perform(step, Caret(beside.key, "", Spot(0)))
            if told := told_gone(draft, step):
                self._page.remark.emit(told)

        self.attempt(act)

    def _insert_note(self) -> None:
        def act(draft: Draft) -> None:
            here = self._page.here
            if here.note:
                raise DraftError(tr(IN_NOTE))
            if not here.key:
                raise DraftError(tr(ABOVE))
            step = insert_note(draft, here.key, here.spot.offset)
            self.perform(step, Caret(here.key, f"n{step.draft.last_key}", Spot(0)))

        self.attempt(act)

    def _remove_note(self) -> None:
        def act(draft: Draft) -> None:
            here = self._page.here
            if not here.key:
                raise DraftError(tr(NO_NOTE))
            notes = draft.paragraph(here.key).notes
            at_caret = [one for one in notes if here.note in ("", one.key) and _is_at(here, one.offset)]
            if not at_caret:
                raise DraftError(tr(NO_NOTE))
            step = remove_note(draft, here.key, at_caret[0].key)
            self.perform(step, Caret(here.key, "", Spot(at_caret[0].offset)))

        self.attempt(act)


def _nowhere(_draft: Draft, _keys: Sequence[str]) -> None:
    """Without a window nobody is asked."""


def _head(keys: Sequence[str]) -> Caret:
    return Caret(keys[0], "", Spot(0))


def _is_at(here: Caret, offset: int) -> bool:
    return bool(here.note) or here.spot.offset == offset
