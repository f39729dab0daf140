# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand that types on a page, and reads what stands there from the document alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafting.draft import Draft
from ui.editor.lines import Spot
from ui.editor.page import Page
from ui.editor.readback import Caret
from ui.editor.styles import KEY, MARK, NOTE, PROPOSED, SORT, SUBJECT


class Hand:
    """Types on a page and reads what stands there, from the document alone."""

    def __init__(self, page: Page) -> None:
        self.page, self.desk = page, page.desk
        self.remarks: list[str] = []
        page.remark.connect(self.remarks.append)

    @property
    def draft(self) -> Draft:
        assert self.desk.draft is not None
        return self.desk.draft

    def text(self, key: str) -> str:
        return self.draft.paragraph(key).text

    def put(self, key: str, offset: int, note: str = "", *, marks: int = 0, past: bool = False) -> None:
        self.page.show_caret(Caret(key, note, Spot(offset, marks, past)))

    def select(self, start: tuple[str, int], end: tuple[str, int]) -> None:
        self.put(*end)
        to = self.page.textCursor().position()
        self.put(*start)
        cursor = self.page.textCursor()
        cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

    def type(self, text: str) -> None:
        for char in text:  # QTest itself knows keys of ASCII only
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(self.page, event)

    def press(self, key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
        modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self.page, key, modifiers)

    def undo_all(self) -> None:
        while self.desk.undo_stack.canUndo():
            self.press(Qt.Key.Key_Z, ctrl=True)

    def caret(self) -> tuple[str, int]:
        here = self.page.here
        return here.note or here.key, here.spot.offset

    def shown(self, key: str) -> str:
        """A block as a drafter sees it: taken out in braces, put in after a bar, a footnote mark as ^."""
        number = self.page.picture.block(key)
        assert number is not None
        return "".join(_seen(piece) for piece in pieces(self.page.document().findBlockByNumber(number)))

    def on_page(self) -> list[tuple[str, str, str, tuple[tuple[str, int], ...]]]:
        """Key, footnote, text and marks of every block that can be edited."""
        found, block = [], self.page.document().begin()
        while block.isValid():
            form = block.blockFormat()
            if form.property(SORT) in ("paragraph", "heading", "note"):
                text, marks = "", []
                for words, style in pieces(block):
                    if style.objectType() == MARK:
                        marks.append((style.property(SUBJECT), len(text)))
                    elif not style.property(PROPOSED):
                        text += words
                found.append((form.property(KEY), form.property(NOTE) or "", text, tuple(marks)))
            block = block.next()
        return found

    def agrees(self) -> bool:
        """Whether the page shows exactly the paragraphs, footnotes and marks of the draft."""
        expected = []
        for paragraph in self.draft.paragraphs:
            notes = sorted(paragraph.notes, key=lambda note: note.offset)
            marks = tuple((note.key, note.offset) for note in notes)
            expected.append((paragraph.key, "", paragraph.text, marks))
            expected += [(paragraph.key, note.key, note.text, ()) for note in notes]
        assert self.on_page() == expected
        assert [line.shown for line in self.page.picture.lines] == _block_texts(self.page)
        return True


def pieces(block: QTextBlock) -> list[tuple[str, Any]]:
    found, fragments = [], block.begin()
    while not fragments.atEnd():
        found.append((fragments.fragment().text(), fragments.fragment().charFormat()))
        fragments += 1
    return found


def _seen(piece: tuple[str, Any]) -> str:
    words, style = piece
    if style.objectType() == MARK:
        return "^"
    if style.fontStrikeOut():
        return "{" + words + "}"
    if style.property(PROPOSED):
        return f"|{words}|" if words.strip() else ""
    return f"_{words}_" if style.fontItalic() else words


def _block_texts(page: Page) -> list[str]:
    document = page.document()
    return [document.findBlockByNumber(number).text() for number in range(document.blockCount())]
