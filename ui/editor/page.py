# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: the draft as the printed resolution, to be read, edited and decided on.

The draft is the truth and the page its picture. Whatever is typed is read back as one operation on the draft, and the page is drawn
again from the result, so that nothing on the page can differ from the draft.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from drafting.draft import Draft, DraftParagraph, Step
from drafting.draft.splice import between, moved_point
from drafting.draft.wording import explain
from ui.desk import Desk
from ui.editor import clipboard, paper
from ui.editor.filters import Filter, holds
from ui.editor.gutter import Gutter
from ui.editor.lines import HEAD, Line, Sort, Spot
from ui.editor.marks import NoteMark
from ui.editor.picture import Picture
from ui.editor.readback import Caret
from ui.editor.search import next_match
from ui.editor.styles import MARK, Styles
from ui.editor.typist import Typist
from ui.theme import current_theme, page_font, themes

_KEEP = QTextCursor.MoveMode.KeepAnchor

class Page(QTextEdit):
    """Shows and edits the draft of a desk.

    Everything done here is a step on the desk and can be undone there; the document itself keeps no history.
    """

    current_paragraph_changed = Signal(str)
    """The caret went to another paragraph: its key, empty above the text."""
    remark = Signal(str)
    """A sentence for the drafter: why an edit was not made, or what went with it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.picture = Picture(self.document(), Styles(current_theme()))
        self.filter = Filter.ALL
        self.here = Caret("", "", Spot(0))  # where the caret stands in the draft
        self.line = 0  # and in which block
        self.drawing = False  # the document changes because the draft did
        self._hidden: frozenset[str] = frozenset()
        self._current = ""
        self._chosen_in = ""
        self._mark = NoteMark()
        self._set_up()
        self.gutter = Gutter(self)
        self.typist = Typist(self, self._is_hidden)
        self._connect()
        self._dress()
        self._opened()

    def _set_up(self) -> None:
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().registerHandler(MARK, self._mark)
        self.setAccessibleName("Draft")

    def _connect(self) -> None:
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self.gutter.update)
        self.document().documentLayout().documentSizeChanged.connect(self.gutter.update)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(self._changed)
        self.desk.chosen.connect(self._chosen)
        themes().changed.connect(self._dress)

    @property
    def draft(self) -> Draft | None:
        """The draft on the desk."""
        return self.desk.draft

    # ------------------------------------------------------------ the draft changed

    def _dress(self) -> None:
        """Take over theme and text size."""
        theme = current_theme()
        self.setStyleSheet(f"Page {{ background: {theme.background}; border: none; }}")
        self.document().setDefaultFont(page_font())
        self.picture.styles = Styles(theme)
        self._show_again()
        self._arrange()

    def _opened(self) -> None:
        self.filter, self._hidden = Filter.ALL, frozenset()
        self.here = Caret("", "", Spot(0))
        self.gutter.forget()
        self._show_again()
        self._arrange()
        draft = self.draft
        self.setReadOnly(draft is None)
        if draft:
            self.show_caret(Caret(draft.paragraphs[0].key, "", Spot(0)))
        self.verticalScrollBar().setValue(0)

    def _show_again(self) -> None:
        """Draw everything anew, keeping caret and scroll position as far as they still exist."""
        caret, scroll = self.here, self.verticalScrollBar().value()
        self.typist.bursts.end()
        self.drawing = True
        self.picture.draw(self.draft)
        paper.lay_out(self.document())
        self.drawing = False
        self._hide()
        self.show_caret(caret)
        self.verticalScrollBar().setValue(scroll)

    def _changed(self, step: Step) -> None:
        """The desk has the next state of the draft: show what differs."""
        if self.typist.reading:
            self._draw(step)
            return
        old, before, anchor = self.picture.lines, self._paragraph_here(), self._top_of_view()
        start = self._draw(step)
        if self.desk.retracing:
            self.typist.bursts.end()
            self._go_to_difference(old, start)
        else:
            self.show_caret(self._followed(before, step.draft))
            self._keep_view(anchor)

    def _draw(self, step: Step) -> int:
        self.drawing = True
        start, end = self.picture.update(step.draft, step.changed)
        self.drawing = False
        if self._hidden:
            self._hide(max(start - 1, 0), end + 1)
        self._settle()
        return start

    def put_right(self, caret: Caret) -> None:
        """Draw the draft over what was typed and could not be done."""
        if self.draft:
            self._draw(Step(self.draft, frozenset(), ""))
        self.show_caret(caret)

    def _settle(self) -> None:
        """Repaint what is painted and no part of the document."""
        self._find_chosen()
        self.gutter.update()
        self.viewport().update()

    def _paragraph_here(self) -> DraftParagraph | None:
        return self.picture.paragraph(self.here.key)

    def _followed(self, before: DraftParagraph | None, draft: Draft) -> Caret:
        """The caret's place in the next draft: it goes with the words around it."""
        here = self.here
        if before is None or before.key not in draft:
            return here
        old, new = _text_of(before, here.note), _text_of(draft.paragraph(before.key), here.note)
        offset = moved_point(here.spot.offset, between(old, new))
        return Caret(here.key, here.note, Spot(offset, here.spot.marks, here.spot.past))

    def _go_to_difference(self, old: Sequence[Line], start: int) -> None:
        """Put the caret where undo or redo changed something; the view follows only when that is out of sight."""
        number = min(start, len(self.picture.lines) - 1)
        line = self.picture.lines[number]
        if not line.key:
            return
        self._reveal(line.key)
        same = start < len(old) and old[start].key == line.key
        splice = between(old[start].shown if same else "", line.shown)
        self._move_to(self.picture.position(number, splice.start + splice.added if same else 0))

    def _top_of_view(self) -> tuple[str, int]:
        """The block at the top of the view and where it begins, from the edge of the view."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        lines = self.picture.lines
        line = lines[block.blockNumber()] if block.blockNumber() < len(lines) else None
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return (line.note or line.key) if line else "", int(top) - self.verticalScrollBar().value()

    def _keep_view(self, anchor: tuple[str, int]) -> None:
        number = self.picture.block(anchor[0])
        if number is not None:
            block = self.document().findBlockByNumber(number)
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top) - anchor[1])

    # ------------------------------------------------------------ the caret

    def _caret_moved(self) -> None:
        if self.drawing or self.typist.reading or not self.picture.lines:
            return
        self._take_place(self.textCursor().position())

    def _take_place(self, position: int) -> None:
        self.line = self.picture.place(position)[0]
        self.here = self.picture.caret(position)
        if self.here.key != self._current:
            self._current = self.here.key
            self._describe()
            self.viewport().update()
            self.current_paragraph_changed.emit(self._current)

    def _describe(self) -> None:
        """Say for screen readers what the gutter shows beside the caret."""
        draft = self.draft
        known = draft is not None and self._current in draft
        told = explain(draft, draft.paragraph(self._current)) if draft and known else "The lines above the text"
        self.setAccessibleDescription(told)

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
        self._take_place(position)

    @property
    def current_paragraph(self) -> str:
        """The key of the paragraph the caret is in, empty above the text."""
        return self._current

    # ------------------------------------------------------------ going to places

    def show_paragraph(self, key: str) -> None:
        """Put the caret at the beginning of a paragraph and bring it into view."""
        self._reveal(key)
        self.show_caret(Caret(key, "", Spot(0)))
        number = self.picture.block(key)
        if number is not None:
            self._bring_into_view(number)

    def _bring_into_view(self, number: int) -> None:
        """Scroll so that a block stands in the upper third, unless the whole of it can be seen already."""
        rect = paper.text_rect(self.document(), self.document().findBlockByNumber(number))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value() or rect.bottom() > bar.value() + height:
            bar.setValue(int(rect.top() - height / 4))

    def _chosen(self, proposal: str) -> None:
        self._find_chosen()
        self.viewport().update()
        number = self.picture.block(self._chosen_in)
        if proposal and number is not None:
            self._reveal(self.picture.lines[number].key)
            self._bring_into_view(number)

    def _find_chosen(self) -> None:
        """In which block the proposal in hand stands."""
        wanted, draft = self.desk.proposal, self.draft
        self._chosen_in = ""
        if wanted and draft:
            places = ((item, choice) for item, choice in draft.choices() if choice.proposal == wanted)
            for paragraph, choice in places:
                self._chosen_in = choice.note or paragraph.key

    def find(self, text: str, backwards: bool = False) -> bool:
        """Select the next place of these words in the draft, going round at the end; False when there is none.

        What is only proposed is not searched.
        """
        cursor = self.textCursor()
        at = self.picture.place(cursor.selectionStart() if backwards else cursor.selectionEnd())
        match = next_match(self.picture.lines, text, at, backwards)
        if match is None:
            return False
        self._reveal(self.picture.lines[match.line].key)
        cursor.setPosition(self.picture.position(match.line, match.start))
        cursor.setPosition(self.picture.position(match.line, match.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    # ------------------------------------------------------------ ways of looking

    def set_marked(self, marked: bool) -> None:
        """Show the page with what is proposed, or as it reads without."""
        if marked != self.picture.marked:
            self.picture.marked = marked
            self._show_again()

    def set_filter(self, wanted: Filter) -> None:
        """Narrow the view; it stays as it is until the next call, so that nothing disappears while it is worked on."""
        self.filter = wanted
        draft = self.draft
        paragraphs = draft.paragraphs if draft else ()
        self._hidden = frozenset(item.key for item in paragraphs if draft and not holds(wanted, draft, item))
        self._hide()
        shown = next((item.key for item in paragraphs if item.key not in self._hidden), None)
        if self.here.key in self._hidden and shown is not None:
            self.show_caret(Caret(shown, "", Spot(0)))
        self.ensureCursorVisible()

    def _is_hidden(self, key: str) -> bool:
        return key in self._hidden

    def _reveal(self, key: str) -> None:
        """Show the whole draft again when what is wanted is hidden."""
        if key in self._hidden:
            self.set_filter(Filter.ALL)

    def _hide(self, first: int = 0, last: int | None = None) -> None:
        """Make the blocks from `first` up to `last` visible or not; only those that change are touched."""
        document, block = self.document(), self.document().findBlockByNumber(first)
        for line in self.picture.lines[first:last]:
            visible = line.key not in self._hidden
            if block.isVisible() != visible:
                block.setVisible(visible)
                document.markContentsDirty(block.position(), block.length())
            block = block.next()
        self._settle()

    # ------------------------------------------------------------ paper

    def _arrange(self) -> None:
        """Put the page into the middle of the widget, as wide as its column and no wider than there is room."""
        size, gutter = paper.measures(), self.gutter.sizeHint().width()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        paper_width = min(gutter + size.left + size.text + size.right, room - 2 * size.side)
        left = max((room - paper_width) // 2, size.side)
        self.setViewportMargins(left + gutter, 0, max(room - left - paper_width, size.side), 0)
        self.gutter.setGeometry(left, 0, gutter, self.height())

    def event(self, event: QEvent) -> bool:
        """Centres the page before the text is laid out in the new width, so that it is laid out once."""
        if event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().event(event)

    def card_rect(self) -> QRectF:
        """The page in the coordinates of the viewport; its sides lie outside."""
        size, shift = paper.measures(), self.verticalScrollBar().value()
        bottom = self.document().size().height() - size.desk - shift
        top = size.desk - shift
        return QRectF(0, top, self.viewport().width(), max(bottom, self.viewport().height() + 2) - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper and the paragraph at the caret, then the text, then what lies over it."""
        theme, shift = current_theme(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        page = self.card_rect().adjusted(-2, 0, 0, 0)
        paper.card(painter, QRectF(event.rect()), page, theme, left=False, right=True)
        number = self.picture.block(self._current)
        if number is not None and self.draft:
            paper.current(painter, self.document(), number, shift, theme)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -shift)
        self._paint_numbers(painter, event.rect().top() + shift, event.rect().bottom() + shift)
        number = self.picture.block(self._chosen_in)
        extent = self.picture.lines[number].extent(self.desk.proposal) if number is not None else None
        if number is not None and extent:
            paper.chosen(painter, self.document(), self.picture.lines[number], number, extent, theme)

    def _paint_numbers(self, painter: QPainter, top: int, bottom: int) -> None:
        """The numbers before the footnotes in view."""
        block = self.cursorForPosition(QPoint(0, top - self.verticalScrollBar().value())).block()
        while block.isValid() and block.blockNumber() < len(self.picture.lines):
            line = self.picture.lines[block.blockNumber()]
            if line.sort is Sort.NOTE and block.isVisible():
                paper.number(painter, self.document(), block, line.number, current_theme())
            if self.document().documentLayout().blockBoundingRect(block).top() > bottom:
                break
            block = block.next()

    # ------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo belong to the desk; *Select all* takes the text without the lines above it."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo):
            self.desk.undo_stack.undo()
        elif event.matches(keys.Redo):
            self.desk.undo_stack.redo()
        elif event.matches(keys.SelectAll):
            self.select_text()
        else:
            super().keyPressEvent(event)

    def select_text(self) -> None:
        """Select everything that can be edited."""
        first = next((number for number, line in enumerate(self.picture.lines) if line.sort not in HEAD), None)
        if first is not None:
            cursor = self.textCursor()
            cursor.setPosition(self.picture.position(first, 0))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words of a proposal takes it in hand."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection() and self.picture.lines:
            position = self.document().documentLayout().hitTest(self._in_document(event), Qt.HitTestAccuracy.ExactHit)
            if position >= 0:
                number, index = self.picture.place(position)
                line = self.picture.lines[number]
                proposal = line.proposal_at(index) or line.proposal_at(index - 1)
                if proposal:
                    self.desk.choose(proposal)

    def _in_document(self, event: QMouseEvent) -> QPointF:
        return event.position() + QPointF(0, self.verticalScrollBar().value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the text size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            themes().larger()
        elif event.angleDelta().y() < 0:
            themes().smaller()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Undo and redo of the desk, and the clipboard."""
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """The context menu as it applies now."""
        menu, stack = QMenu(self), self.desk.undo_stack
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys, selected = QKeySequence.StandardKey, self.textCursor().hasSelection()
        for text, act, key, enabled in (
            (f"&Undo {stack.undoText()}".rstrip(), stack.undo, keys.Undo, stack.canUndo()),
            (f"&Redo {stack.redoText()}".rstrip(), stack.redo, keys.Redo, stack.canRedo()),
            ("", None, None, False),
            ("Cu&t", self.cut, keys.Cut, selected and not self.isReadOnly()),
            ("&Copy", self.copy, keys.Copy, selected),
            ("&Paste", self.paste, keys.Paste, self.canPaste()),
            ("", None, None, False),
            ("Select &all", self.select_text, keys.SelectAll, self.draft is not None),
        ):
            if act is None:
                menu.addSeparator()
                continue
            entry = menu.addAction(text, act)
            entry.setShortcut(key)
            entry.setEnabled(enabled)
        return menu

    # ------------------------------------------------------------ clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words of the draft in the selection."""
        cursor = self.textCursor()
        first, start = self.picture.place(cursor.selectionStart())
        last, end = self.picture.place(cursor.selectionEnd())
        return clipboard.copied(self.picture.lines, first, start, last, end)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only; files are opened by the window."""
        return (source.hasText() or source.hasFormat(clipboard.OWN)) and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in plain paragraphs; in a footnote they become one."""
        texts = clipboard.pasted(source)
        in_note = self.picture.lines[self.line].sort is Sort.NOTE
        text = (" " if in_note else "\n").join(texts)
        if text:
            self.typist.bursts.end()
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def dropEvent(self, event: QDropEvent) -> None:
        """Text dragged within the page moves as one act; what comes from outside is put in."""
        cursor = self.textCursor()
        if event.source() not in (self, self.viewport()) or event.dropAction() is not Qt.DropAction.MoveAction:
            super().dropEvent(event)
            return
        target = self.cursorForPosition(event.position().toPoint()).position()
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is left for the source of the drag to remove
        event.accept()
        if not cursor.selectionStart() <= target <= cursor.selectionEnd():
            self._move_selection(cursor, target, event.mimeData())

    def _move_selection(self, cursor: QTextCursor, target: int, words: QMimeData) -> None:
        """What comes later on the page is done first, so that the earlier place still holds."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self.desk.undo_stack.beginMacro("Move text")
        for putting in (True, False) if target > end else (False, True):
            place = self.textCursor()
            place.setPosition(target if putting else start)
            if not putting:
                place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(place)
            if putting:
                self.insertFromMimeData(words)
            else:
                self.textCursor().removeSelectedText()
        self.desk.undo_stack.endMacro()


def _text_of(paragraph: DraftParagraph, note: str) -> str:
    return next((item.text for item in paragraph.notes if item.key == note), paragraph.text)
