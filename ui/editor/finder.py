# SPDX-License-Identifier: GPL-3.0-or-later
"""The find field of the main window, which searches the draft and shows on the page what it found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from drafting.errors import SearchError
from drafting.searching import expressions, plain
from drafting.searching.apart import Seeker
from drafting.searching.fields import Selection, fields
from drafting.searching.records import Field, Found, Place, Query, Scope
from drafting.translation import tr
from ui.editor import paper
from ui.editor.filters import Filter
from ui.editor.hit_marks import HitMarks, cursor_over
from ui.editor.page import Page
from ui.editor.search import only_in_proposals, stretch
from ui.finding import Finder
from ui.tasks import Lane, cancelled
from ui.widgets import restyle

Take = Callable[[Found], None]


class PageFinder(Finder[Place]):
    """Begins at the caret; the hit in hand is selected, so that it can be typed over.

    Plain words are found at once, a regular expression beside the window's own work.
    """

    problem = Signal(str)
    """What keeps the words from being looked for, in a sentence; empty when nothing does."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("Find in draft"), count_first=False)
        self._page = page
        self._options = Query("")
        self._scope, self.selection = Scope.ALL, Selection("", 0, "", 0)
        self._seeker = Seeker()
        self._lane = Lane(self, at_once=True)
        self._acting = Lane(self, at_once=True)  # what the drafter asked for is not superseded by a look
        self._wrongs: dict[Lane, str] = {}
        self._marks = HitMarks(page)
        self.changed.connect(lambda: self._marks.show(self.hits))
        self.went.connect(self._select)
        self.left.connect(lambda: page.setFocus(Qt.FocusReason.OtherFocusReason))
        page.drawn_anew.connect(self.renew)
        page.desk.changed.connect(self._follow)
        page.desk.opened.connect(self.leave)
        self.destroyed.connect(self._seeker.close)

    # ------------------------------------------------------------ what is looked for

    @property
    def query(self) -> Query:
        """What is looked for, and how it is meant."""
        one = self._options
        return Query(self.field.text(), one.case, one.whole, one.pattern)

    def mean(self, *, case: bool, whole: bool, pattern: bool) -> None:
        """Say how the words are meant."""
        self._options = Query("", case, whole, pattern)
        if pattern and not self.words:
            self._acting.run(self._seeker.start, lambda _: None)
        self.look(None, go=True)

    @property
    def scope(self) -> Scope:
        """Which part of the draft is searched."""
        return self._scope

    @scope.setter
    def scope(self, scope: Scope) -> None:
        self._scope = scope
        self.look(None, go=True)

    def take_selection(self) -> bool:
        """Search what is selected on the page from now on; False without a selection."""
        cursor, picture = self._page.textCursor(), self._page.picture
        if not cursor.hasSelection():
            return False
        first, last = picture.caret(cursor.selectionStart()), picture.caret(cursor.selectionEnd())
        ends = {one.block: one.high for one in self._fields(Scope.ALL)}
        last_block = last.note or last.key
        if last_block not in ends:
            return False
        if first.key:
            first_block, start = first.note or first.key, first.spot.offset
        else:  # the lines above the text are not searched
            first_block, start = next(iter(ends)), 0
        self.selection = Selection(first_block, start, last_block, ends[last_block] - last.spot.offset)
        self.scope = Scope.SELECTION
        return True

    def _fields(self, scope: Scope) -> tuple[Field, ...]:
        draft = self._page.draft
        return fields(draft, scope, self.selection) if draft else ()

    @property
    def in_hand(self) -> bool:
        """Whether the hit in hand is what is selected on the page."""
        cursor = self._page.textCursor()
        here = cursor.selectionStart(), cursor.selectionEnd()
        return self.hit is not None and self._span(self.hit) == here

    def seek(self, take: Take, template: str | None = None, among: Sequence[Field] | None = None) -> None:
        """Look for the words as they are meant now, in all of the scope or in these texts alone.

        `take` is given what was found, at once for plain words; what is asked later supersedes it. Nothing is
        found where the words cannot be looked for; the reason is sent as a `problem`.
        """
        query, wanted = self.query, self._fields(self._scope) if among is None else tuple(among)
        lane = self._lane if template is None else self._acting

        def done(found: Found) -> None:
            self._say("", lane)
            take(found)

        def failed(sentence: str) -> None:
            self._say(sentence, lane)
            take(Found())

        self._wrongs.pop(self._acting, None)  # it spoke of other words
        if query.pattern and query.words:
            lane.run(lambda: expressions.find(self._seeker, wanted, query, template, cancelled), done, failed)
            return
        lane.cancel()
        try:
            found = plain.find(wanted, query, template)
        except SearchError as error:
            failed(str(error))
        else:
            done(found)

    def _say(self, sentence: str, lane: Lane) -> None:
        """Tell what is wrong with what was asked: a search that comes late says nothing of a replacement."""
        self._wrongs[lane] = sentence
        restyle(self.field, "state", "wrong" if self._wrong else "")
        self.problem.emit(self._wrong)

    @property
    def _wrong(self) -> str:
        return next(filter(None, self._wrongs.values()), "")

    # ------------------------------------------------------------ as every finder does

    def renew(self) -> None:
        """Looks again, once the page shows the draft that is searched."""
        if self._page.picture.draft is self._page.draft:
            super().renew()

    def leave(self) -> None:
        """Looks for nothing any more, nor in a selection that may be gone when the bar comes again."""
        self._acting.cancel()
        if self._scope is Scope.SELECTION:
            self._scope = Scope.ALL
        super().leave()

    def _follow(self) -> None:
        """After an act at once; what is typed waits for a pause."""
        if not self._page.typist.reading:
            self.renew()

    def look(self, former: Place | None, *, go: bool = False) -> None:
        """Looks for the words; an expression that was found keeps its hits until the new ones are there."""
        self.seek(lambda found: self.take(found, former, go=go))
        if self._lane.busy and former is None:
            self.take(Found(), None)

    def nearest(self, hits: Sequence[Place], former: Place | None) -> Place:
        """The first from the caret on; what the page hides comes last."""
        number = self._first_from(self._page.textCursor().selectionStart(), hits)
        whole = self._page.filter is Filter.ALL
        turns = range(1 if whole else len(hits))
        shown = (
            one for turn in turns if not self._page.hides((one := hits[(number + turn) % len(hits)]).key)
        )
        return next(shown, hits[number % len(hits)])

    def following(self, by: int) -> Place:
        """The next from the caret, which the drafter may have put elsewhere."""
        cursor = self._page.textCursor()
        if self.hit is not None and self.in_hand:
            number = self.hit.number + by
        elif by > 0:
            number = self._first_from(cursor.selectionEnd(), self.hits)
        else:
            number = self._first_from(cursor.selectionStart(), self.hits) - 1
        return self.hits[number % len(self.hits)]

    def missed(self, words: str) -> str:
        """Words that can be seen on the page, but are no part of the draft yet, are told apart."""
        if self._lane.busy:
            return tr("looking …")
        if self._wrong:
            return ""
        query, lines = self.query, self._page.picture.lines
        seen = not query.pattern and only_in_proposals(lines, query)
        return tr("only in proposed words") if seen else super().missed(words)

    def _first_from(self, position: int, hits: Sequence[Place]) -> int:
        """The number of the first hit at a position of the page or after it."""
        assert isinstance(hits, Found)
        picture = self._page.picture
        number, _ = picture.place(position)
        order = [picture.block(field.block) or 0 for field in hits.fields]
        at = bisect_left(order, number)
        first = hits.first_in(at)
        if at < len(order) and order[at] == number:
            first += bisect_left(hits.spans[at], (picture.caret(position).spot.offset,))
        return first

    # ------------------------------------------------------------ on the page

    def _span(self, hit: Place) -> tuple[int, int] | None:
        """From where to where in the document a hit stands; None when its paragraph is gone."""
        picture = self._page.picture
        number = picture.block(hit.block)
        if number is None:
            return None
        start, end = stretch(picture.lines[number], hit)
        return picture.position(number, start), picture.position(number, end)

    def _select(self, hit: Place) -> None:
        self._page.reveal(hit.key)
        span = self._span(hit)
        if span is None:
            return
        cursor = cursor_over(self._page, *span)
        block = cursor.block()
        rects = paper.stretch_rects(block, span[0] - block.position(), span[1] - block.position())
        rect = rects[0].united(rects[-1]) if rects else paper.text_rect(block)
        self._page.bring_into_view(rect)  # first: Qt itself stops at the edge
        self._page.setTextCursor(cursor)
