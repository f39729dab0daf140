# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on a page that Qt would do to the document alone: its context menu, and moving text with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.editor.page import Page

Keys = QKeySequence.StandardKey


def context_menu(page: Page) -> QMenu:
    """Undo and redo of the desk and the clipboard, as they apply now; deletes itself when closed."""
    menu, stack = QMenu(page), page.desk.undo_stack
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected, writable = page.textCursor().hasSelection(), not page.isReadOnly()
    entries = (
        (f"&Undo {stack.undoText()}".rstrip(), stack.undo, Keys.Undo, stack.canUndo()),
        (f"&Redo {stack.redoText()}".rstrip(), stack.redo, Keys.Redo, stack.canRedo()),
        None,
        ("Cu&t", page.cut, Keys.Cut, selected and writable),
        ("&Copy", page.copy, Keys.Copy, selected),
        ("&Paste", page.paste, Keys.Paste, page.canPaste()),
        None,
        ("Select &all", page.select_text, Keys.SelectAll, page.draft is not None),
    )
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        text, act, key, enabled = entry
        action = menu.addAction(text, act)
        action.setShortcut(key)
        action.setEnabled(enabled)
    return menu


def move_selection(page: Page, target: int, words: QMimeData) -> None:
    """Move the selected text to a position outside it, as one act.

    What comes later on the page is done first, so that the earlier place still holds.
    """
    start, end = page.textCursor().selectionStart(), page.textCursor().selectionEnd()
    page.desk.undo_stack.beginMacro("Move text")
    for putting_in in (True, False) if target > end else (False, True):
        cursor = page.textCursor()
        cursor.setPosition(target if putting_in else start)
        if not putting_in:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)
        if putting_in:
            page.insertFromMimeData(words)
        else:
            cursor.removeSelectedText()
    page.desk.undo_stack.endMacro()
