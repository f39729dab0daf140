# SPDX-License-Identifier: GPL-3.0-or-later
"""The acts of negotiation on a page: brackets, numbers beside others, what the room said, private notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from drafting.draft import Counted, Draft, Stage, Step
from drafting.draft.bracketing import Bracketed, Passage, bracket, open_brackets, unbracket
from drafting.draft.negotiating import set_memo, set_stage
from drafting.draft.numbered import number_as, number_straight
from drafting.errors import DraftError
from drafting.translation import tr
from ui.editor import paper
from ui.editor.found import stretch
from ui.editor.lines import HEAD, Sort, Spot
from ui.editor.readback import ABOVE, HIDDEN, Caret

if TYPE_CHECKING:
    from ui.editor.page import Page

STAGES = {
    "stage_agreed": Stage.AGREED,
    "stage_ad_referendum": Stage.AD_REFERENDUM,
    "stage_placement": Stage.PLACEMENT,
    "stage_open": Stage.OPEN,
}
NUMBERS = {"number_bis": Counted.BIS, "number_alt": Counted.ALT, "number_on": Counted.ON}


class Negotiating(QObject):
    """Does the acts of the menu *Negotiation*, each as one step on the desk of its page.

    What cannot be done is said in a sentence and changes nothing. A narrowed view stays narrowed, so that
    one can go through what is not agreed yet; the selection stays where it is.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.ask_memo: Callable[[str, str], str | None] = lambda _where, _words: None
        """Asks for the private note on a paragraph: its name, and the words of the note so far."""
        self._strayed: frozenset[str] = frozenset()
        page.desk.opened.connect(self._begin)
        page.desk.changed.connect(self._watch)

    def acts(self) -> dict[str, Callable[[], None]]:
        """The acts by the names that menus and keys know them by."""
        found = {name: partial(self._mark, partial(_staged, stage)) for name, stage in STAGES.items()}
        found |= {name: partial(self._mark, partial(_numbered, counted)) for name, counted in NUMBERS.items()}
        return found | {
            "number_all": partial(self._mark, lambda draft, _keys: number_straight(draft)),
            "bracket": partial(self._bracket, whole=False),
            "bracket_paragraphs": partial(self._bracket, whole=True),
            "unbracket": self._unbracket,
            "next_bracket": partial(self._go_to_bracket, 1),
            "previous_bracket": partial(self._go_to_bracket, -1),
            "memo": self._memo,
        }

    def _begin(self) -> None:
        draft = self._page.draft
        self._strayed = frozenset(one.key for one in draft.paragraphs if one.strays) if draft else frozenset()

    def _watch(self, step: Step) -> None:
        """Say once that words to which the room agreed are others now; the drafter decides on that."""
        here = [step.draft.paragraph(key) for key in step.changed if key in step.draft]
        strayed = frozenset(one.key for one in here if one.strays)
        fresh = strayed - self._strayed
        self._strayed = (self._strayed - step.changed) | strayed
        if fresh and not self._page.desk.retracing:
            label = step.draft.label(min(fresh, key=step.draft.position)).id
            said = tr("{what} was agreed: its words are others now. It stays marked until you say otherwise.")
            self._page.remark.emit(said.format(what=label))

    # ------------------------------------------------------------ paragraphs

    def _mark(self, act: Callable[[Draft, Sequence[str]], Step]) -> None:
        """An act that leaves all words as they are, and so the selection."""

        def done(draft: Draft) -> None:
            cursor = self._page.textCursor()
            anchor, position = cursor.anchor(), cursor.position()
            self._do(act(draft, self._page.shaping.selected()))
            if anchor == position:
                return  # the page lets the caret go with its words, also where proposals come in before it
            cursor = self._page.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._page.setTextCursor(cursor)

        self._page.shaping.attempt(done)

    def _memo(self) -> None:
        def act(draft: Draft) -> None:
            key = self._page.shaping.selected()[0]
            memo = draft.paragraph(key).memo
            words = self.ask_memo(draft.label(key).id, memo)
            if words is not None and words.strip() != memo:
                self._mark(lambda draft, _keys: set_memo(draft, key, words))

        self._page.shaping.attempt(act)

    def _do(self, step: Step) -> None:
        self._page.typist.bursts.end()
        if step.changed:
            self._page.desk.do(step)

    # ------------------------------------------------------------ brackets

    def _bracket(self, *, whole: bool) -> None:
        def act(draft: Draft) -> None:
            wanted = self._paragraphs(draft) if whole else self.passages()
            if wanted and wanted[0].start == wanted[0].end:
                one, at = wanted[0], wanted[0].start
                if not at or not _at_word(_text(draft, one), at):
                    wanted = [_all_of(draft, one)]  # at its beginning the paragraph is meant
            self._rewrite(draft, bracket(draft, wanted), wanted)

        self._page.shaping.attempt(act)

    def _unbracket(self) -> None:
        def act(draft: Draft) -> None:
            wanted = self.passages()
            self._rewrite(draft, unbracket(draft, wanted), wanted)

        self._page.shaping.attempt(act)

    def _rewrite(self, before: Draft, step: Step, wanted: Sequence[Passage]) -> None:
        """Do a step in which only brackets came or went; the same words are selected after it."""
        here, selecting = self._page.here, self._page.textCursor().hasSelection()
        self._do(step)
        if here.key not in step.draft:
            return
        one = wanted[0]
        old, new = _text(before, one), _text(step.draft, one)
        if selecting and len(wanted) == 1:
            start, end = follow(old, new, one.start), follow(old, new, one.end)
            end += new[end : end + 1] == "]" != old[one.end : one.end + 1]  # with the sign just put
            self.select(Passage(one.key, start, end, one.note))
            return
        place = Passage(here.key, here.spot.offset, here.spot.offset, here.note or None)
        offset = follow(_text(before, place), _text(step.draft, place), here.spot.offset)
        self._page.show_caret(Caret(here.key, here.note, Spot(offset, here.spot.marks, here.spot.past)))

    def passages(self) -> list[Passage]:
        """What is selected, paragraph by paragraph, or the place of the caret; of one footnote that.

        Raises DraftError above the text, and where paragraphs in between are not shown.
        """
        cursor, picture = self._page.textCursor(), self._page.picture
        if not picture.lines:
            raise DraftError(tr(ABOVE))
        first, start = picture.place(cursor.selectionStart())
        last, end = picture.place(cursor.selectionEnd())
        found = []
        for number in range(first, last + 1):
            line = picture.lines[number]
            if line.sort in HEAD or (line.sort is Sort.NOTE and first != last):
                continue
            if self._page.hides(line.key):
                raise DraftError(tr(HIDDEN))
            low = line.spot(start).offset if number == first else 0
            high = line.spot(end).offset if number == last else line.spot(len(line.shown)).offset
            if low < high or first == last:
                found.append(Passage(line.key, low, high, line.note or None))
        if not found:
            raise DraftError(tr(ABOVE))
        return found

    def _paragraphs(self, draft: Draft) -> list[Passage]:
        keys = self._page.shaping.selected()
        return [_all_of(draft, Passage(key, 0, 0)) for key in keys if draft.paragraph(key).text.strip()]

    def select(self, passage: Passage) -> None:
        """Select the words of a passage and bring them into view."""
        page, picture = self._page, self._page.picture
        number = picture.block(passage.note or passage.key)
        if number is None:
            return
        page.reveal(passage.key)
        line = picture.lines[number]
        low, high = stretch(line, passage.start, passage.end)
        cursor = page.textCursor()
        cursor.setPosition(picture.position(number, low))
        cursor.setPosition(picture.position(number, high), QTextCursor.MoveMode.KeepAnchor)
        block = picture.document.findBlockByNumber(number)
        rects = paper.stretch_rects(block, line.offsets.to_qt(low), line.offsets.to_qt(high))
        if rects:
            page.bring_into_view(rects[0].united(rects[-1]))
        page.setTextCursor(cursor)

    def _go_to_bracket(self, way: int) -> None:
        def act(draft: Draft) -> None:
            held = open_brackets(draft)
            if not held:
                raise DraftError(tr("No words stand in square brackets."))
            at = self._next(draft, held, way)
            self.select(held[at].at)
            told = tr("Bracket {number} of {all} in {what}.")
            label = draft.label(held[at].at.key).id
            said = told.format(number=at + 1, all=len(held), what=label)
            alone = " " + tr("It has no counterpart.") if held[at].alone else ""
            self._page.remark.emit(said + alone)

        self._page.shaping.attempt(act)

    def _next(self, draft: Draft, held: Sequence[Bracketed], way: int) -> int:
        """The bracket after the caret, or before it; past the last one the first."""
        places = [self._order(draft, one.at) for one in held]
        here = self._order(draft, self._here())
        if way > 0:
            return next((at for at, place in enumerate(places) if place > here), 0)
        before = [at for at, place in enumerate(places) if place < here]
        return before[-1] if before else len(held) - 1

    def _here(self) -> Passage:
        cursor = self._page.textCursor()
        number, index = self._page.picture.place(cursor.selectionStart())
        line = self._page.picture.lines[number]
        offset = line.spot(index).offset
        return Passage(line.key, offset if cursor.hasSelection() else offset - 1, offset, line.note or None)

    def _order(self, draft: Draft, at: Passage) -> tuple[int, int, int]:
        """Where a place stands on the page: footnotes come below the text of their paragraph."""
        if at.key not in draft:
            return -1, 0, at.start
        note = draft.note_numbers[at.note] if at.note else 0
        return draft.position(at.key), note, at.start


def _staged(stage: Stage, draft: Draft, keys: Sequence[str]) -> Step:
    return set_stage(draft, keys, stage)


def _numbered(counted: Counted, draft: Draft, keys: Sequence[str]) -> Step:
    return number_as(draft, keys, counted)


def _text(draft: Draft, at: Passage) -> str:
    paragraph = draft.paragraph(at.key)
    return paragraph.text if at.note is None else paragraph.note(at.note).text


def _all_of(draft: Draft, at: Passage) -> Passage:
    return Passage(at.key, 0, len(_text(draft, at)), at.note)


def _at_word(text: str, at: int) -> bool:
    """Whether a caret stands in a word or right beside one."""
    return any(sign and not sign.isspace() for sign in (text[at - 1 : at] if at else "", text[at : at + 1]))


def follow(old: str, new: str, offset: int) -> int:
    """Where a place of a text stands in one that differs in brackets alone: behind the same words."""
    at = reached = 0
    while reached < offset and at < len(new):
        if reached < len(old) and old[reached] == new[at]:
            reached, at = reached + 1, at + 1
        elif reached < len(old) and old[reached] in "[]":
            reached += 1
        else:
            at += 1
    return at
