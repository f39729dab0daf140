# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening words offered beside the caret while a paragraph begins; typing goes on as if they were not there.

Tab takes the row chosen, or the first; Enter takes one only after an arrow key chose it; Escape sends them
away until another paragraph is begun. The keyboard stays on the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from drafting.draft import Draft
from drafting.draft.phrasing import FEWEST, beginning, phrases
from drafting.translation import tr, trn
from ui.editor.lines import Sort, Spot
from ui.editor.page import Page
from ui.editor.readback import Caret
from ui.notices import announce
from ui.theme import scaled

ROWS = 8
"""Phrases seen at once; the others scroll."""
_UNDER = 4  # pixels between the line and the list
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Completing(QObject):
    """Watches what is typed on a page; `wanted` says whether phrases are to be offered unasked."""

    def __init__(self, page: Page, wanted: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._wanted = page, wanted
        self._sent_away = ""  # the paragraph in which the drafter wanted none
        self.phrases = QStringListModel(self)
        self.list = QListView(page.viewport())
        self.list.setProperty("role", "offers")
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Opening words"))
        self.list.setModel(self.phrases)
        self.list.clicked.connect(self.take)
        self.list.hide()
        self._soon = QTimer(self)  # once the caret stands behind what was typed
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        page.desk.changed.connect(self._follow)
        page.cursorPositionChanged.connect(self._moved)
        page.verticalScrollBar().valueChanged.connect(self.hide)
        page.installEventFilter(self)

    @property
    def offered(self) -> list[str]:
        """The phrases that are shown now."""
        return [] if self.list.isHidden() else self.phrases.stringList()

    # ------------------------------------------------------------ when something is offered

    def ask(self) -> None:
        """Offer what may stand here, though nothing was typed, or phrases are not wanted by themselves."""
        self._sent_away = ""
        self._soon.stop()
        self._offer(0)
        if not self.offered:
            self._page.remark.emit(tr("No opening words are known that go on from here."))

    def hide(self) -> None:
        """Offer nothing any more."""
        self.list.hide()

    def _follow(self) -> None:
        """Something changed: look once the key is done, if it was typed at the beginning of a paragraph."""
        page = self._page
        if page.typist.reading and self._wanted():
            self._soon.start()
        else:
            self.hide()

    def _look(self) -> None:
        if self._page.here.key != self._sent_away:
            self._sent_away = ""
            self._offer(FEWEST)

    def _moved(self) -> None:
        """The caret went where nothing was typed."""
        if not self._page.typist.reading and not self._page.drawing and not self._soon.isActive():
            self.hide()

    def _offer(self, fewest: int) -> None:
        typed = self._begun()
        draft = self._page.draft
        found = phrases(draft, self._page.here.key, typed) if draft and typed is not None else ()
        unasked = typed is None or len(typed) < fewest or (fewest and typed[-1:].isspace())
        if typed is None or unasked or not found:
            self.hide()
            return
        before = self.offered
        self.phrases.setStringList(found)
        self.list.setCurrentIndex(QModelIndex())
        self._place(found)
        self.list.show()
        self.list.raise_()
        if not before:
            told = trn("{n} opening phrase", "{n} opening phrases", len(found))
            announce(self._page, tr("{count}: {first}. Tab takes it.").format(count=told, first=found[0]))

    def _begun(self) -> str | None:
        """What stands before the caret at the beginning of a paragraph; None elsewhere."""
        page, here = self._page, self._page.here
        draft = page.draft
        if draft is None or page.isReadOnly() or here.note or here.key not in draft:
            return None
        if page.textCursor().hasSelection() or page.picture.lines[page.line].sort is not Sort.PARAGRAPH:
            return None
        text, offset = draft.paragraph(here.key).text, here.spot.offset
        if text[offset : offset + 1].isalnum():  # within a word
            return None
        return beginning(text[:offset])

    def _place(self, found: tuple[str, ...]) -> None:
        """Below the line of the caret, or above it where there is no room."""
        rows, view = min(len(found), ROWS), self._page.viewport()
        edge = 2 * self.list.frameWidth()
        wide = self.list.sizeHintForColumn(0) + edge + self.list.verticalScrollBar().sizeHint().width()
        high = rows * self.list.sizeHintForRow(0) + edge
        caret = self._page.cursorRect()
        left = max(min(caret.left() - scaled(24), view.width() - wide), 0)
        below = caret.bottom() + _UNDER
        top = below if below + high <= view.height() else max(caret.top() - _UNDER - high, 0)
        self.list.setGeometry(left, top, min(wide, view.width()), high)

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While phrases are offered, a few keys are for them; every other key types."""
        if self.list.isHidden():
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        keys = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not keys or not isinstance(event, QKeyEvent) or not self._is_ours(event):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._do(Qt.Key(event.key()))
        return True

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        chosen = self.list.currentIndex().isValid()
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, *_STEPS) or (
            chosen and event.key() in _ENTER
        )

    def _do(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self._sent_away = self._page.here.key
            self.hide()
        else:
            current = self.list.currentIndex()
            self.take(current if current.isValid() else self.phrases.index(0))

    def _step(self, by: int) -> None:
        rows, current = self.phrases.rowCount(), self.list.currentIndex()
        at = (current.row() + by) % rows if current.isValid() else (0 if by > 0 else rows - 1)
        self.list.setCurrentIndex(self.phrases.index(at))
        announce(self._page, self.phrases.stringList()[at])

    def take(self, index: QModelIndex) -> None:
        """Put a phrase in the place of what was typed, as one act of its own."""
        page, phrase = self._page, self.phrases.stringList()[index.row()]
        draft, here = page.draft, page.here
        typed = self._begun()  # more may stand there than when the phrases were looked up
        self.hide()
        if draft is None or typed is None:
            return
        page.typist.bursts.end()
        blank = "" if _goes_on(draft, here) else " "
        start = page.picture.position_of(
            Caret(here.key, "", Spot(here.spot.offset - len(typed), here.spot.marks))
        )
        cursor = page.textCursor()
        if start is not None:
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(phrase + blank)
            page.typist.bursts.end()
            self._sent_away = here.key
            self.hide()


def _goes_on(draft: Draft, here: Caret) -> bool:
    """Whether a blank follows already."""
    return draft.paragraph(here.key).text[here.spot.offset : here.spot.offset + 1].isspace()
