# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: the draft as the printed resolution, to be read, edited and decided on.

The draft is the truth and the page its picture. Whatever is typed is read back as one operation on the draft,
and the page is drawn again from the result, so that nothing on the page can differ from the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft, DraftParagraph, Step
from drafting.draft.splice import between, moved_point
from drafting.draft.wording import explain
from drafting.translation import tr
from ui.checks.acting import Acting
from ui.desk import Desk
from ui.editor import paper
from ui.editor.carrying import Carrying
from ui.editor.dragging import Dragging
from ui.editor.filters import Filter
from ui.editor.found import FindingMarks
from ui.editor.found import told as told_findings
from ui.editor.giving import GivingSheet
from ui.editor.lines import HEAD, Line, Spot, text_of
from ui.editor.menu import context_menu
from ui.editor.narrowing import Narrowing
from ui.editor.negotiating import Negotiating
from ui.editor.pasting import Pasting
from ui.editor.readback import Caret
from ui.editor.shaping import Shaping
from ui.editor.stages import told_negotiation
from ui.editor.styles import Styles
from ui.editor.typist import Typist
from ui.theme import current_theme, page_font, themes
from ui.widgets import means_menu

_KEEP = QTextCursor.MoveMode.KeepAnchor


class Page(GivingSheet):
    """Shows and edits the draft of a desk.

    Everything done here is a step on the desk and can be undone there; the document itself keeps no history.
    """

    current_paragraph_changed = Signal(str)
    """The caret went to another paragraph: its key, empty above the text."""
    remark = Signal(str)
    """A sentence for the drafter: why an edit was not made, or what went with it."""
    filter_changed = Signal(object)
    """The view was narrowed, or shows all again: a `Filter`."""
    drawn_anew = Signal()
    """Every block was drawn from scratch."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.here = Caret("", "", Spot(0))
        """Where the caret stands in the draft."""
        self.line, self.index = 0, 0
        """The block the caret is in, and the index in it: on the page, proposed words count too."""
        self.drawing = False
        """The document changes because the draft did."""
        self._narrowing = Narrowing(self.picture)
        self.typist = Typist(self, self._narrowing.hides)
        self.shaping = Shaping(self)
        self.negotiating = Negotiating(self)
        self.negotiation: list[QAction] = []
        """The acts of negotiation for the context menu, as the window has them."""
        self.dragging = Dragging(self)
        self.pasting, self.carrying = Pasting(self), Carrying(self)
        self.setAccessibleName(tr("Draft"))
        self.cursorPositionChanged.connect(self._caret_moved)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.chosen.connect(self._chosen)
        themes().changed.connect(self._dress)
        self.gutter.clicked.connect(self._go_from_gutter)
        self._wear()
        self._opened()

    def watch(self, acting: Acting) -> None:
        """Show what checking finds in the draft, to be acted on."""
        self.found = FindingMarks(self, acting)
        acting.checker.changed.connect(self._describe)

    # ------------------------------------------------------------ the draft changed

    def _dress(self) -> None:
        """Take over theme and text size."""
        self._wear()
        self.show_again()
        self.keep_view(self.in_view)

    def _wear(self) -> None:
        self.document().setDefaultFont(page_font())
        self.picture.styles = Styles(current_theme())

    def _opened(self) -> None:
        self._narrowing.choose(Filter.ALL, self.draft)
        self.filter_changed.emit(Filter.ALL)
        self.here = Caret("", "", Spot(0))
        self.gutter.forget()
        self.show_again()
        draft = self.draft
        self.setReadOnly(draft is None)
        if draft:
            self.show_caret(Caret(draft.paragraphs[0].key, "", Spot(0)))
        self.verticalScrollBar().setValue(0)

    def show_again(self) -> None:
        """Draw everything anew, keeping caret and scroll position as far as they still exist."""
        caret, scroll = self.here, self.verticalScrollBar().value()
        line, index = self.line, self.index
        self.typist.bursts.end()
        with self._drawn_by_itself():
            self.document().clear()
            self.arrange()  # while there is nothing to be laid out in another width
            paper.lay_out(self.document())
            self.picture.draw(self.draft)
        self._narrowing.apply()
        self.settle()
        if caret.key or not self.picture.lines:
            self.show_caret(caret)
        else:  # above the text, where the draft has no places
            line = min(line, len(self.picture.lines) - 1)
            self._move_to(self.picture.position(line, min(index, len(self.picture.lines[line].shown))))
        self.verticalScrollBar().setValue(scroll)
        self.drawn_anew.emit()

    def _changed(self, step: Step) -> None:
        """The desk has the next state of the draft: show what differs."""
        if self.typist.reading:
            self._draw(step)
            here = self._paragraph_here()
            if here and here.agreed:
                self._describe()
            return
        old, before, anchor = self.picture.lines, self._paragraph_here(), self.top_of_view()
        start = self._draw(step)
        if self.current_paragraph in step.changed:
            self._describe()
        if self.desk.retracing:
            self.typist.bursts.end()
            self._go_to_difference(old, start, step.changed)
        else:
            self._follow(before, step.draft)
            self.keep_view(anchor)

    def _draw(self, step: Step) -> int:
        with self._drawn_by_itself():
            start, end = self.picture.update(step.draft, step.changed)
        if self.filter is not Filter.ALL:
            self._narrowing.apply(max(start - 1, 0), end + 1)
        alone = self.picture.retouched if self.typist.reading else ""
        self.settle(self.picture.blocks(alone) if alone else None)
        return start

    @contextmanager
    def _drawn_by_itself(self) -> Iterator[None]:
        """What changes in the document meanwhile was not typed."""
        self.drawing = True
        try:
            yield
        finally:
            self.drawing = False

    def redraw(self) -> None:
        """Draw the draft over whatever else the document shows."""
        if self.draft:
            self._draw(Step(self.draft, frozenset(), ""))

    def put_right(self) -> None:
        """Take back in the document what was typed and could not be done; the caret stands as before it."""
        line, index = self.line, self.index
        self.redraw()
        self._move_to(self.picture.position(line, index))

    def _paragraph_here(self) -> DraftParagraph | None:
        return self.picture.paragraph(self.here.key)

    def _follow(self, before: DraftParagraph | None, draft: Draft) -> None:
        """Let the caret go with the words around it; where nothing changed, the selection stays too."""
        here = self.here
        if before is None or before.key not in draft or draft.paragraph(before.key) is before:
            self._take_place(self.textCursor().position())
            return
        old, new = text_of(before, here.note), text_of(draft.paragraph(before.key), here.note)
        offset = moved_point(here.spot.offset, between(old, new))
        self.show_caret(Caret(here.key, here.note, Spot(offset, here.spot.marks, here.spot.past)))

    def _go_to_difference(self, old: Sequence[Line], start: int, changed: frozenset[str]) -> None:
        """Put the caret where undo or redo changed something; the view follows when that is out of sight.

        Where all words are as before (what the room said, a number), it goes to the paragraph, if not there.
        """
        if start >= len(self.picture.lines) and len(old) == len(self.picture.lines):
            standing = [line.key for line in self.picture.lines if line.key in changed]
            if standing and self.here.key not in standing:
                self.show_paragraph(standing[0])
            self.viewport().update()
            return
        number = min(start, len(self.picture.lines) - 1)
        line = self.picture.lines[number]
        if not line.key:
            self._take_place(self.textCursor().position())
            return
        self.reveal(line.key)
        same = start < len(old) and old[start].key == line.key
        splice = between(old[start].shown if same else "", line.shown)
        self._move_to(self.picture.position(number, splice.start + splice.added if same else 0))

    # ------------------------------------------------------------ the caret

    def _caret_moved(self) -> None:
        if self.drawing or self.typist.reading or not self.picture.lines:
            return
        cursor = self.textCursor()
        beyond = self._narrowing.next_shown(self.picture.place(cursor.position())[0], self.line)
        if beyond is None:
            self._take_place(cursor.position())
            return
        to = self.picture.position(*beyond) if beyond[0] >= 0 else self.picture.position_of(self.here)
        cursor.setPosition(to or 0, _KEEP if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor)
        self.setTextCursor(cursor)

    def _take_place(self, position: int) -> None:
        self.line, self.index = self.picture.place(position)
        self.here = self.picture.caret(position)
        if self.here.key != self.current_paragraph:
            self.current_paragraph = self.here.key
            self._describe()
            self.viewport().update()
            self.current_paragraph_changed.emit(self.current_paragraph)

    def _describe(self) -> None:
        """Say for screen readers what the gutter shows beside the caret."""
        draft = self.draft
        here = draft.paragraph(self.current_paragraph) if draft and self.current_paragraph in draft else None
        told = [explain(draft, here) if draft and here else tr("The lines above the text")]
        told += [told_negotiation(here)] if here else []
        told += [told_findings(self.found.of(here))] if here and self.found else []
        self.setAccessibleDescription("\n".join(filter(None, told)))

    def show_caret(self, caret: Caret) -> None:
        """Put the caret at a place in the draft; it stays where it is when that place is gone."""
        position = self.picture.position_of(caret) if self.picture.lines else None
        if position is not None:
            self._move_to(position)

    def _move_to(self, position: int) -> None:
        cursor = self.textCursor()
        if cursor.position() != position or cursor.hasSelection():
            cursor.setPosition(position)
            self.setTextCursor(cursor)
        self._take_place(self.textCursor().position())  # elsewhere when that place is hidden

    # ------------------------------------------------------------ going to places

    def show_paragraph(self, key: str) -> None:
        """Put the caret at the beginning of a paragraph and bring it into view."""
        self.reveal(key)
        self.show_caret(Caret(key, "", Spot(0)))
        number = self.picture.block(key)
        if number is not None:
            self.bring_into_view(paper.text_rect(self.document().findBlockByNumber(number)))

    def _go_from_gutter(self, key: str) -> None:
        self.show_caret(Caret(key, "", Spot(0)))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def bring_into_view(self, rect: QRectF) -> None:
        """Scroll so that a stretch of the document stands in the upper third, unless all of it is seen."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value() or rect.bottom() > bar.value() + height:
            bar.setValue(int(rect.top() - height / 4))

    def _chosen(self, proposal: str) -> None:
        number = self.find_chosen()
        self.viewport().update()
        if number is None or self.picture.draft is not self.draft:
            return
        self.reveal(self.picture.lines[number].key)
        rects = self.chosen_rects()
        if rects:
            self.bring_into_view(rects[0].united(rects[-1]))

    # ------------------------------------------------------------ ways of looking

    def set_marked(self, marked: bool) -> None:
        """Show the page with what is proposed, or as it reads without."""
        if marked != self.picture.marked:
            self.picture.marked = marked
            self.show_again()

    @property
    def filter(self) -> Filter:
        """What part of the draft is shown."""
        return self._narrowing.filter

    @property
    def shows_nothing(self) -> bool:
        """Whether the view is narrowed so far that no paragraph is left in it."""
        return self.draft is not None and not self._narrowing.first_shown()

    def set_filter(self, wanted: Filter) -> None:
        """Narrow the view until the next call; the caret goes where it can be seen."""
        self._narrowing.choose(wanted, self.draft)
        self.filter_changed.emit(wanted)
        self._narrowing.apply()
        self.settle()
        if self._narrowing.hides(self.here.key):
            self.show_caret(Caret(self._narrowing.first_shown(), "", Spot(0)))
        self.ensureCursorVisible()

    def hides(self, key: str) -> bool:
        """Whether the view is narrowed to other paragraphs."""
        return self._narrowing.hides(key)

    def reveal(self, key: str) -> None:
        """Show the whole draft again when what is wanted is hidden."""
        if self.hides(key):
            self.set_filter(Filter.ALL)

    # ------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo belong to the desk; *Select all* takes the text without the lines above it.

        Enter is done here because Qt only takes the format from an empty paragraph at first.
        """
        keys = QKeySequence.StandardKey
        if means_menu(event):
            event.ignore()
        elif event.matches(keys.Undo):
            self.desk.undo_stack.undo()
        elif event.matches(keys.Redo):
            self.desk.undo_stack.redo()
        elif event.matches(keys.SelectAll):
            self.select_text()
        elif event.matches(keys.Cut) or event.matches(keys.Copy):
            self.cut() if event.matches(keys.Cut) else self.copy()
        elif event.matches(keys.InsertParagraphSeparator) or event.matches(keys.InsertLineSeparator):
            if not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def select_text(self) -> None:
        """Select everything that can be edited."""
        first = next(
            (number for number, line in enumerate(self.picture.lines) if line.sort not in HEAD), None
        )
        if first is not None:
            cursor = self.textCursor()
            cursor.setPosition(self.picture.position(first, 0))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words of a proposal takes it in hand."""
        super().mouseReleaseEvent(event)
        under = self.line_under(event.position())
        if under and event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            line = self.picture.lines[under[0]]
            proposal = line.proposal_at(under[1]) or line.proposal_at(under[1] - 1)
            if proposal:
                self.desk.choose(proposal)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What checking found there, undo and redo of the desk, and the clipboard."""
        context_menu(self, QPointF(event.pos())).popup(event.globalPos())
