# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving paragraphs by dragging their labels in the gutter.

A line shows where they would land, solid with a dot where they may, broken with a cross where they may not,
and the status bar says it in words. Keys do the same: Move up, Move down, Move to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from drafting.draft import Draft, Landing, landing
from drafting.errors import DraftError
from drafting.translation import tr
from ui.editor import paper
from ui.theme import current_theme, page_line, scaled

if TYPE_CHECKING:
    from ui.editor.page import Page

EDGE = 36
"""So near to the upper or lower edge the page scrolls, in logical pixels at normal text size."""
PULSE = 30
"""Milliseconds between two steps of that."""
FASTEST = 24
"""Pixels of one such step at the very edge."""


class Dragging(QObject):
    """Watches the gutter of a page; what is let go there is moved as one act."""

    told = Signal(str)
    """Where the paragraphs would land, or why they cannot; empty when the drag is over."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._gutter = page, page.gutter
        self._pressed: tuple[str, QPointF] | None = None
        self._keys: tuple[str, ...] = ()
        self._draft: Draft | None = None
        self._known: dict[int, Landing] = {}
        self._y, self._at = 0.0, -1
        self.mark, self.grip = DropMark(page), Grip(page.gutter)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(PULSE)
        self._scrolling.timeout.connect(self._scroll)
        self._gutter.installEventFilter(self)
        page.desk.changed.connect(self.cancel)
        page.desk.opened.connect(self.cancel)

    @property
    def active(self) -> bool:
        """Whether paragraphs are being dragged."""
        return bool(self._keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the mouse does in the gutter, and Esc while it drags."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and self.active and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            return True
        if kind == QEvent.Type.Leave and not self.active:
            self.grip.hide()
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position())
        elif kind == QEvent.Type.MouseMove:
            self._moved(event)
            return self.active
        elif kind == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = None
            if self.active:
                self._drop()
                return True
        return False

    def cancel(self) -> None:
        """Let everything stand where it is."""
        self._pressed = None
        if self.active:
            self._end()
            self.told.emit("")

    # ------------------------------------------------------------ the way of a drag

    def _press(self, point: QPointF) -> None:
        row = self._row_at(point.y())
        self._pressed = (row[0], point) if row and not self._page.isReadOnly() else None

    def _moved(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position().y())
            return
        far = QApplication.startDragDistance()
        if not self.active and self._pressed is not None:
            if (event.position() - self._pressed[1]).manhattanLength() < far:
                return
            self._begin(self._pressed[0])
        if self.active:
            self._y = event.position().y()
            self._show()

    def _begin(self, key: str) -> None:
        self._draft = self._page.draft
        if self._draft is None or key not in self._draft:
            return
        try:
            selected = self._page.shaping.selected_on_page()
        except DraftError:
            selected = ()
        self._keys = selected if key in selected else (key,)
        self._known.clear()
        self._at = -1
        self.grip.hide()
        self._gutter.grabKeyboard()
        self._scrolling.start()

    def _end(self) -> None:
        self._keys, self._draft = (), None
        self._scrolling.stop()
        self._gutter.releaseKeyboard()
        self._gutter.setCursor(Qt.CursorShape.ArrowCursor)
        self.mark.hide()

    def _drop(self) -> None:
        keys, at = self._keys, self._at
        self._end()
        self.told.emit("")
        if at >= 0:
            self._page.shaping.move(keys, at)

    # ------------------------------------------------------------ where it would land

    def _show(self) -> None:
        """The line at the place under the mouse, and what would become of it."""
        draft = self._draft
        found = self._gap(self._y)
        if draft is None or found is None:
            return
        at, y = found
        here = self._known.get(at)
        if here is None:
            here = self._known[at] = landing(draft, self._keys, at)
        left = self._gutter.geometry().left() + scaled(8)
        right = self._page.viewport().geometry().right() - scaled(20)
        self.mark.show_at(left, right, round(y), allowed=here.allowed)
        shape = Qt.CursorShape.ClosedHandCursor if here.allowed else Qt.CursorShape.ForbiddenCursor
        self._gutter.setCursor(shape)
        if at != self._at:
            self._at = at
            self.told.emit(here.words)

    def _gap(self, y: float) -> tuple[int, float] | None:
        """The index of the paragraph before which the place is, and the height of its line in the gutter."""
        row = self._row_at(y, nearest=True)
        draft = self._draft
        if row is None or draft is None:
            return None
        key, top, bottom = row
        at = draft.position(key)
        if y > (top + bottom) / 2:
            return at + 1, bottom + scaled(5)
        above = self._extent(draft.paragraphs[at - 1].key) if at else None
        return at, (above[1] if above else top - scaled(10)) + scaled(5)

    def _row_at(self, y: float, *, nearest: bool = False) -> tuple[str, float, float] | None:
        """The paragraph at a height of the gutter with its footnotes: key, top and bottom."""
        found: list[tuple[str, float, float]] = []
        for paragraph, _ in self._gutter.rows(QRectF(self._gutter.rect())):
            extent = self._extent(paragraph.key)
            if extent:
                found.append((paragraph.key, *extent))
        for key, top, bottom in found:
            if top <= y <= bottom:
                return key, top, bottom
        if not nearest or not found:
            return None
        return min(found, key=lambda one: max(one[1] - y, y - one[2]))

    def _extent(self, key: str) -> tuple[float, float] | None:
        page = self._page
        number = page.picture.block(key)
        if number is None:
            return None
        numbers, shift = page.picture.blocks(key), page.verticalScrollBar().value()
        document = page.document()
        first = paper.text_rect(document.findBlockByNumber(numbers[0]))
        last = paper.text_rect(document.findBlockByNumber(numbers[-1]))
        return first.top() - shift, last.bottom() - shift

    def _scroll(self) -> None:
        edge, height = scaled(EDGE), self._gutter.height()
        past = max(edge - self._y, 0) - max(self._y - (height - edge), 0)
        if past:
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() - round(max(-1.0, min(1.0, past / edge)) * FASTEST))
            self._show()

    def _hover(self, y: float) -> None:
        row = None if self._page.isReadOnly() else self._row_at(y)
        shape = Qt.CursorShape.OpenHandCursor if row else Qt.CursorShape.ArrowCursor
        self._gutter.setCursor(shape)
        if row:
            self.grip.resize(self.grip.sizeHint())
            self.grip.move(QPoint(scaled(18), round(row[1] + (page_line() - self.grip.height()) / 2)))
            self.grip.raise_()
        self.grip.setVisible(row is not None)


class Grip(QWidget):
    """Six dots before the label of the paragraph under the mouse: here it can be taken hold of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Handle to move the paragraph"))
        self.hide()

    def sizeHint(self) -> QSize:
        """Two columns of three dots, at the text size in force."""
        return QSize(scaled(8), scaled(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_theme().muted))
        dot = scaled(2)
        for column in range(2):
            for row in range(3):
                painter.drawEllipse(QRectF(column * 2 * dot, row * 2 * dot + dot, dot, dot))


class DropMark(QWidget):
    """The line at which paragraphs would land: solid with a dot, broken with a cross where they may not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Place where the paragraph would stand"))
        self.allowed = True
        self.hide()

    def show_at(self, left: int, right: int, y: int, *, allowed: bool) -> None:
        """Stand between two edges at a height of the page's widget."""
        height = scaled(12)
        self.allowed = allowed
        self.setGeometry(left, y - height // 2, max(right - left, 1), height)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.accent if self.allowed else theme.deleted)
        middle, arm = self.height() / 2, scaled(4)
        pen = QPen(colour, scaled(2))
        painter.setPen(pen)
        if self.allowed:
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(arm + 1, middle), arm - 1, arm - 1)
        else:
            painter.drawLine(QPointF(1, middle - arm), QPointF(1 + 2 * arm, middle + arm))
            painter.drawLine(QPointF(1, middle + arm), QPointF(1 + 2 * arm, middle - arm))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
        painter.drawLine(QPointF(3 * arm, middle), QPointF(self.width() - 1, middle))
