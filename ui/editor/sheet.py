# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of paper that carries the text: its place, its gutter, and what is painted around the words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from drafting.draft import Draft
from ui.desk import Desk
from ui.editor import paper
from ui.editor.found import FindingMarks, told
from ui.editor.gutter import Gutter
from ui.editor.lines import Sort
from ui.editor.marks import NoteMark
from ui.editor.picture import Picture
from ui.editor.styles import MARK, Styles
from ui.theme import current_theme, page_font, themes

BESIDE = 8
"""Pixels by which what is painted may reach over the edge of a block."""


class Sheet(QTextEdit):
    """A text edit that looks like a page in the middle of a desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.picture = Picture(self.document(), Styles(current_theme()))
        self.current_paragraph = ""
        """The key of the paragraph the caret is in, empty above the text."""
        self._chosen_in = ""
        self.in_view = "", 0
        """Before the text changed its size: what stood where, as `keep_view` takes it."""
        self.found: FindingMarks | None = None
        """What checking found, once the page watches a checker."""
        self.takes_tab: Callable[[bool], bool] = lambda _forward: False
        """Whether something other than the next field is meant by Tab where the caret is; then it is done."""
        self._mark = NoteMark()
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().registerHandler(MARK, self._mark)
        self.gutter = Gutter(self)
        self.verticalScrollBar().valueChanged.connect(self.gutter.update)
        self.document().documentLayout().documentSizeChanged.connect(self.gutter.update)
        themes().changing.connect(self._note_view)

    @property
    def draft(self) -> Draft | None:
        """The draft on the desk."""
        return self.desk.draft

    def changeEvent(self, event: QEvent) -> None:
        """Whatever font Qt hands down, the text keeps that of the page."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.document().defaultFont() != page_font():
            self.document().setDefaultFont(page_font())

    def _note_view(self) -> None:
        self.in_view = self.place_in_view()

    def arrange(self) -> None:
        """Put the page into the middle, as wide as its column and no wider than there is room."""
        size, gutter = paper.measures(), self.gutter.sizeHint().width()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        width = min(gutter + size.left + size.text + size.right, room - 2 * size.side)
        left = max((room - width) // 2, size.side)
        self.setViewportMargins(left + gutter, 0, max(room - left - width, size.side), 0)
        self.gutter.setGeometry(left, 0, gutter, self.height())

    @property
    def least_width(self) -> int:
        """The width below which its lines are too short to be read well."""
        size, bar = paper.measures(), self.verticalScrollBar().sizeHint().width()
        return self.gutter.sizeHint().width() + size.left + size.least + size.right + 2 * size.side + bar

    def event(self, event: QEvent) -> bool:
        """Centres the page before the text is laid out in the new width, so that it is laid out once.

        What stands at the top of the view stays there, however the lines break now.
        """
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._is_tab(event):
            event.accept()
            return True
        if event.type() is not QEvent.Type.Resize:
            return super().event(event)
        anchor = self.place_in_view()
        self.arrange()
        done = super().event(event)
        self.keep_view(anchor)
        return done

    def _is_tab(self, event: QKeyEvent) -> bool:
        """Whether it is Tab and means something here; Qt's own hook for it is called at hiding too."""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        tabs = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
        return not held and event.key() in tabs and self.takes_tab(tabs[Qt.Key(event.key())])

    def place_in_view(self) -> tuple[str, int]:
        """The block with the caret if it begins in the view, else what `top_of_view` gives."""
        block, shift = self.textCursor().block(), self.verticalScrollBar().value()
        top = self.document().documentLayout().blockBoundingRect(block).top() - shift
        number = block.blockNumber()
        if not 0 <= top < self.viewport().height() or number >= len(self.picture.lines):
            return self.top_of_view()
        line = self.picture.lines[number]
        return line.note or line.key, int(top)

    def top_of_view(self) -> tuple[str, int]:
        """The block at the top of the view and where it begins, from the edge of the view."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        lines = self.picture.lines
        line = lines[block.blockNumber()] if block.blockNumber() < len(lines) else None
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return (line.note or line.key) if line else "", int(top) - self.verticalScrollBar().value()

    def keep_view(self, anchor: tuple[str, int]) -> None:
        """Bring that block back to where it was."""
        number = self.picture.block(anchor[0])
        if number is not None:
            block = self.document().findBlockByNumber(number)
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top) - anchor[1])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the text size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            themes().larger()
        elif event.angleDelta().y() < 0:
            themes().smaller()

    # ------------------------------------------------------------ painting

    def settle(self, blocks: range | None = None) -> None:
        """Repaint what is painted and no part of the document; the gutter has the columns it needs now.

        Beside and over these `blocks` alone, where nothing else can look otherwise.
        """
        chosen = self._chosen_in
        self.find_chosen()
        if blocks:
            self.gutter.keep_columns()
        if self.gutter.sizeHint().width() != self.gutter.width():
            anchor = self.place_in_view()
            self.arrange()
            self.keep_view(anchor)
        elif blocks and chosen == self._chosen_in:
            rect = self._stretch_of(blocks)
            self.gutter.update(0, rect.top(), self.gutter.width(), rect.height())
            self.viewport().update(rect)
            return
        self.gutter.update()
        self.viewport().update()

    def _stretch_of(self, blocks: range) -> QRect:
        """Where blocks stand in the viewport, over all its width."""
        layout, find = self.document().documentLayout(), self.document().findBlockByNumber
        first, last = (layout.blockBoundingRect(find(number)) for number in (blocks[0], blocks[-1]))
        top = int(first.top()) - self.verticalScrollBar().value()
        height = int(last.bottom() - first.top())
        return QRect(0, top - BESIDE, self.viewport().width(), height + 2 * BESIDE)

    def find_chosen(self) -> int | None:
        """The block in which the proposal in hand stands, None when there is none."""
        wanted, draft = self.desk.proposal, self.draft
        self._chosen_in = ""
        if wanted and draft:
            places = (item for item in draft.choices() if item[1].proposal == wanted)
            paragraph, choice = next(places, (None, None))
            if paragraph and choice:
                self._chosen_in = choice.note or paragraph.key
        return self.picture.block(self._chosen_in)

    def card_rect(self) -> QRectF:
        """The page in the coordinates of the viewport; its sides lie outside."""
        desk, shift = paper.measures().desk, self.verticalScrollBar().value()
        height, view = self.document().size().height(), self.viewport().height()
        bottom = height - desk if height > view else view + 2  # a short text still has a page
        return QRectF(0, desk - shift, self.viewport().width(), bottom - desk)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper and the paragraph at the caret, then the text, then what lies over it."""
        theme, shift = current_theme(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        paper.card(painter, QRectF(event.rect()), self.card_rect().adjusted(-2, 0, 0, 0), theme)
        painter.translate(0, -shift)
        current = self.picture.block(self.current_paragraph)
        if current is not None:
            paper.current(painter, self.document().findBlockByNumber(current), theme)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -shift)
        self._paint_over(painter, event.rect().top() + shift, event.rect().bottom() + shift)
        chosen = self.found.chosen_rects() if self.found else []
        paper.chosen(painter, chosen or self.chosen_rects(), theme)

    def chosen_rects(self) -> list[QRectF]:
        """Where the words of the proposal in hand stand in the document, one rectangle a line."""
        number = self.picture.block(self._chosen_in)
        extent = self.picture.lines[number].extent(self.desk.proposal) if number is not None else None
        if number is None or extent is None:
            return []
        to_qt = self.picture.lines[number].offsets.to_qt
        block = self.document().findBlockByNumber(number)
        return paper.stretch_rects(block, to_qt(extent[0]), to_qt(extent[1]))

    def _paint_over(self, painter: QPainter, top: int, bottom: int) -> None:
        """What is in view of all that stands beside the words or under them.

        The numbers before footnotes, the names over the titles of annexes and parts, the waves of findings.
        """
        block = self.cursorForPosition(QPoint(0, top - self.verticalScrollBar().value())).block()
        while block.isValid() and block.blockNumber() < len(self.picture.lines):
            line = self.picture.lines[block.blockNumber()]
            if line.sort is Sort.NOTE and block.isVisible():
                paper.number(painter, block, line.number, current_theme())
            elif line.number and block.isVisible():
                paper.unit_name(painter, block, line.number, current_theme())
            if self.found and block.isVisible():
                self.found.paint(painter, block, line)
            if self.document().documentLayout().blockBoundingRect(block).top() > bottom:
                break
            block = block.next()

    def viewportEvent(self, event: QEvent) -> bool:
        """What checking found is told where the mouse rests on its words."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.found:
            under = self.line_under(QPointF(event.pos()))
            words = told(self.found.under(self.picture.lines[under[0]], under[1])) if under else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def line_under(self, point: QPointF) -> tuple[int, int] | None:
        """The line and the index in it under a point of the viewport, None beside the text."""
        place = point + QPointF(0, self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return self.picture.place(position) if position >= 0 and self.picture.lines else None
