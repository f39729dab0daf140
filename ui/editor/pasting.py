# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut, copy, paste and drag on a page, each as one act of the draft.

What is cut and put in again is the same: paragraphs with what they carry on, footnotes, decisions. What is
copied, or comes from another draft or program, comes in as new words with new footnotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QGuiApplication, QTextCursor

from drafting.draft import Draft
from drafting.draft.clips import Clip, Place, clip_of
from drafting.draft.putting import Put, cut, move, paste
from drafting.errors import DraftError
from drafting.resolution import ReadWarning
from drafting.translation import tr, trn
from drafting.writing.clip import copied
from ui.editor import clipboard
from ui.editor.filters import Filter
from ui.editor.lines import OBJECT, Spot
from ui.editor.menu import move_selection
from ui.editor.readback import MIXED, Caret
from ui.editor.spans import changeable, in_note, place_at, selected
from ui.tasks import Lane

if TYPE_CHECKING:
    from ui.editor.page import Page

LARGE = 100_000
"""Letters on the clipboard from which on they are read on another thread."""
MANY = 150
"""The same in paragraphs of our own."""

Found = tuple[Clip, Sequence[ReadWarning]]
"""What a clipboard holds, and what is to be told of it."""


class Pasting(QObject):
    """Stands between the clipboard and the desk of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._token, self._clip = "", Clip(())
        self._remembers = False
        self._lane = Lane(self)
        page.desk.opened.connect(self._forget)

    def _forget(self) -> None:
        self._token, self._clip = "", Clip(())
        self._lane.cancel()

    # ------------------------------------------------------------ out

    def fill(self, data: QMimeData) -> None:
        """Give `data` the draft's words in the selection and nothing else."""
        picture, cursor = self._page.picture, self._page.textCursor()
        data.clear()
        if not picture.lines or self._page.draft is None:
            return
        begin, until = map(picture.place, (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(clipboard.words_between(picture.lines, begin, until))
        span = selected(self._page)
        if span is None or span[0] == span[1]:
            return
        draft, clip, token = self._page.draft, clip_of(self._page.draft, *span), ""
        if self._remembers:
            token = uuid4().hex
            self._token, self._clip = token, clip
        out = copied(draft, *span)
        data.setText(out.text)
        data.setHtml(out.html)
        data.setData(clipboard.OWN, clipboard.packed(clip, token))

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """What is given out meanwhile is that of cut and copy, whose words are known again.

        Elsewhere Qt asks for the selection at every turn, for a drag or the middle button of the mouse.
        """
        self._remembers = True
        try:
            yield
        finally:
            self._remembers = False

    def cut(self) -> None:
        """Take the selected words out; they are on the clipboard."""
        page = self._page
        if page.isReadOnly() or not page.textCursor().hasSelection():
            return
        if in_note(self._page):
            page.copy()
            page.textCursor().removeSelectedText()
            return

        def act(draft: Draft) -> None:
            start, end = changeable(self._page, draft)
            page.copy()
            self._do(cut(draft, start, end))

        self._page.shaping.attempt(act)

    # ------------------------------------------------------------ in

    def insert(self, source: QMimeData, *, plain: bool = False) -> None:
        """Put in what a clipboard or a drag holds; in a footnote it becomes one line of words."""
        page = self._page
        if page.draft is None or page.isReadOnly():
            return
        if known := clipboard.own(source):
            token, clip = known
            clip = self._clip if token and token == self._token else clip
            clip = clipboard.without_notes(clip) if plain else clip
            self._take(lambda: (clip, ()), large=len(clip.parts) > MANY)
            return
        html, text = source.html() if source.hasHtml() else "", source.text()
        read = partial(clipboard.read, html, text, plain=plain)
        self._take(read, large=len(html) + len(text) > LARGE)

    def _take(self, read: Callable[[], Found], *, large: bool) -> None:
        """Read and put in; what is large on another thread, for a draft that stays as it is meanwhile."""
        if in_note(self._page):
            self._put_in_note(*read())
        elif not large:
            self._page.shaping.attempt(
                lambda draft: self._done(_pasted(read, draft, *changeable(self._page, draft)))
            )
        else:
            if not self._page.textCursor().hasSelection():
                self._page.desk.settle()  # else the draft would be another one as soon as the typing rests
            self._page.shaping.attempt(
                lambda draft: self._take_aside(read, draft, *changeable(self._page, draft))
            )

    def _take_aside(self, read: Callable[[], Found], draft: Draft, start: Place, end: Place) -> None:
        page = self._page
        page.remark.emit(tr("The clipboard is being read…"))

        def done(result: tuple[Put | None, Found]) -> None:
            if page.draft is draft:
                self._done(result)
            else:
                page.remark.emit(tr("The draft was changed meanwhile. Nothing was pasted; paste again."))

        self._lane.run(lambda: _pasted(read, draft, start, end), done, page.remark.emit)

    def _done(self, result: tuple[Put | None, Found]) -> None:
        put, (_, remarks) = result
        if put is not None:
            self._do(put)
        self._tell(remarks, told_of(put) if put else ())

    def insert_plain(self) -> None:
        """Put in the words of the clipboard alone."""
        self.insert(QGuiApplication.clipboard().mimeData(), plain=True)

    def _put_in_note(self, clip: Clip, remarks: Iterable[ReadWarning]) -> None:
        """In a footnote words become one line."""
        text = clipboard.as_one_line(clip)
        if text:
            self._page.typist.bursts.end()
            self._page.textCursor().insertText(text)
            self._page.ensureCursorVisible()
        notes = [note.text for part in clip.parts for note in part.paragraph.notes]
        left = trn(
            "A footnote has none of its own: {n} was left out ({texts}).",
            "A footnote has none of its own: {n} were left out ({texts}).",
            len(notes),
        ).format(texts=" / ".join(notes))
        self._tell(remarks, (left,) if notes else ())

    def _tell(self, remarks: Iterable[ReadWarning], more: Iterable[str]) -> None:
        said = [*map(_sentence, remarks), *more]
        if said:
            self._page.remark.emit(" ".join(said))

    # ------------------------------------------------------------ about

    def move_to(self, position: int) -> None:
        """Bring the selected words to a position of the document outside of them, as one act."""

        def act(draft: Draft) -> None:
            start, end = changeable(self._page, draft)
            target = place_at(self._page, position)
            if target is None:
                raise DraftError(tr(MIXED))
            put = move(draft, start, end, target)
            self._do(put)
            self._tell((), told_of(put))

        self._page.shaping.attempt(act)

    def moved_by(self, event: QDropEvent) -> bool:
        """Whether a drop is of the page's own words that go elsewhere on it; then they have gone."""
        page, cursor = self._page, self._page.textCursor()
        own = event.source() in (page, page.viewport())
        if not own or event.dropAction() is not Qt.DropAction.MoveAction:
            return False
        page.dragLeaveEvent(QDragLeaveEvent())  # Qt stops scrolling and takes its drop caret away
        target = page.cursorForPosition(event.position().toPoint()).position()
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is left for the source of the drag to remove
        event.accept()
        if not cursor.selectionStart() <= target <= cursor.selectionEnd():
            move_selection(page, target, event.mimeData())
        return True

    def takes(self, position: int) -> bool:
        """Whether the selection can be brought there as words with footnotes: both lie in the text."""
        return not in_note(self._page) and place_at(self._page, position) is not None

    def select_mark(self, point: QPoint) -> None:
        """Select the footnote mark under a point of the viewport, so that it can be dragged by itself."""
        page = self._page
        near = page.cursorForPosition(point).position()
        for position in (near, near - 1):
            if position < 0 or page.document().characterAt(position) != OBJECT:
                continue
            cursor = QTextCursor(page.document())
            cursor.setPosition(position)
            left = page.cursorRect(cursor)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            right = page.cursorRect(cursor)
            if left.top() == right.top() and left.left() <= point.x() <= right.left():
                page.setTextCursor(cursor)
                return

    # ------------------------------------------------------------ acts

    def _do(self, put: Put) -> None:
        page = self._page
        page.typist.bursts.end()
        came = page.draft is not None and any(one.key not in page.draft for one in put.step.draft.paragraphs)
        if page.filter is not Filter.ALL and came:
            page.set_filter(Filter.ALL)  # what comes in is to be seen
        page.desk.do(put.step)
        place = put.place
        page.show_caret(Caret(place.key, "", Spot(place.offset, place.marks)))
        page.ensureCursorVisible()


def _pasted(read: Callable[[], Found], draft: Draft, start: Place, end: Place) -> tuple[Put | None, Found]:
    """What was read, and what putting it in would do; None where nothing was read. For any thread."""
    found = read()
    return (paste(draft, start, end, found[0]) if found[0].parts else None), found


def told_of(put: Put) -> tuple[str, ...]:
    """What the drafter is to know of what was put in."""
    said = []
    if put.labels:
        said.append(left_out(put.labels))
    if put.turned:
        names = ", ".join(put.step.draft.label(key).id for key in put.turned[:3])
        names += " …" if len(put.turned) > 3 else ""
        said.append(
            trn(
                "It stands as another kind of paragraph here: {names}.",
                "They stand as another kind of paragraph here: {names}.",
                len(put.turned),
            ).format(names=names)
        )
    return tuple(said)


def left_out(labels: tuple[str, ...]) -> str:
    """A sentence on labels that were not put in."""
    named = ", ".join(f"“{label}”" for label in labels[:3]) + (" …" if len(labels) > 3 else "")
    return trn(
        "The printed label {labels} was left out: labels follow from the order of the paragraphs.",
        "{n} printed labels ({labels}) were left out: labels follow from the order of the paragraphs.",
        len(labels),
    ).format(labels=named)


def _sentence(remark: ReadWarning) -> str:
    message = tr(remark.message)
    message = f"{message[:1].upper()}{message[1:]}"
    if not remark.text:
        return tr("{message}.").format(message=message)
    return tr("{message}: “{text}”.").format(message=message, text=remark.text)
