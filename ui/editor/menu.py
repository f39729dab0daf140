# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on a page that Qt would do to the document alone: its context menu, and moving text with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from drafting.translation import tr
from ui.actions import redo_name, undo_name
from ui.checks.acting import Acting

if TYPE_CHECKING:
    from ui.editor.page import Page

Keys = QKeySequence.StandardKey
MOST_FINDINGS = 3
"""Findings on the same words that the menu tells of."""


def context_menu(page: Page, point: QPointF) -> QMenu:
    """What checking found at a point of the page, undo and redo of the desk, and the clipboard.

    As they apply now; the menu deletes itself when closed.
    """
    menu, stack = QMenu(page), page.desk.undo_stack
    _add_findings(menu, page, point)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected, writable = page.textCursor().hasSelection(), not page.isReadOnly()
    entries = (
        (undo_name(stack.undoText()), stack.undo, Keys.Undo, stack.canUndo()),
        (redo_name(stack.redoText()), stack.redo, Keys.Redo, stack.canRedo()),
        None,
        (tr("Cu&t"), page.cut, Keys.Cut, selected and writable),
        (tr("&Copy"), page.copy, Keys.Copy, selected),
        (tr("&Paste"), page.paste, Keys.Paste, page.canPaste()),
        None,
        (tr("Select &all"), page.select_text, Keys.SelectAll, page.draft is not None),
    )
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        text, act, key, enabled = entry
        action = menu.addAction(text, act)
        action.setShortcut(key)
        action.setEnabled(enabled)
    if page.actions():
        menu.addSeparator()
        menu.addMenu(tr("Para&graph")).addActions(page.actions())
    if page.negotiation:
        menu.addMenu(tr("&Negotiation")).addActions(page.negotiation)
    return menu


def _add_findings(menu: QMenu, page: Page, point: QPointF) -> None:
    """The acts on the findings under the mouse, each under its sentence."""
    under = page.line_under(point) if page.found else None
    if page.found is None or under is None:
        return
    acting = page.found.acting
    for one in page.found.under(page.picture.lines[under[0]], under[1])[:MOST_FINDINGS]:
        menu.addAction(one.finding.message).setEnabled(False)
        acting.checker.choose(one.id)
        acts = [(tr("&Fix"), acting.fix)] if acting.can_fix else []
        acts += [(tr("&Ignore here"), acting.ignore), (tr("Ignore &always"), acting.ignore_always)]
        for text, act in acts:
            menu.addAction(text, partial(_act_on, acting, one.id, act))
        menu.addSeparator()


def _act_on(acting: Acting, finding_id: str, act: Callable[[], None]) -> None:
    acting.checker.choose(finding_id)
    act()


def move_selection(page: Page, target: int, words: QMimeData) -> None:
    """Move the selected text to a position outside it, as one act.

    Into a footnote and out of it go words alone: `words`. What comes later on the page is done first, so that
    the earlier place still holds.
    """
    if page.pasting.takes(target):
        page.pasting.move_to(target)
        return
    start, end = page.textCursor().selectionStart(), page.textCursor().selectionEnd()
    page.desk.undo_stack.beginMacro(tr("Move text"))
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
