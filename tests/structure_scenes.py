# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of paragraphs being moved, of the outline with several selected, and of an annex made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from drafting.draft import (
    Draft,
    Rewritten,
    accept_all,
    add_annex,
    find_named,
    insert,
    insert_heading,
    make_operative,
    rewrite,
)
from drafting.opening import open_sample
from ui.app import create_window
from ui.desk import Desk
from ui.editor.destination import MoveToDialog
from ui.prompts import Prompts
from ui.settings import Settings
from ui.window import MainWindow


def structured() -> Draft:
    """The sample in two sections, with two annexes."""
    draft = accept_all(open_sample().draft).draft
    for name, words in (("OP1", "Principles"), ("OP9", "Follow-up")):
        draft = insert_heading(draft, find_named(draft, name).key).draft
        draft = _typed(draft, f"p{draft.last_key}", words)
    for title in ("Guidelines for cooperation", "Terms of reference of the seminar"):
        draft = add_annex(draft).draft
        line, first = f"p{draft.last_key - 1}", f"p{draft.last_key}"
        draft = _typed(_typed(draft, line, title), first, "The participants meet once a year in Geneva.")
        draft = insert(draft, first, "Every meeting is open to observers.").draft
        draft = make_operative(draft, [f"p{draft.last_key}"]).draft
        draft = insert(draft, f"p{draft.last_key}", "The report is issued in all official languages.").draft
    return draft


def _typed(draft: Draft, key: str, text: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, text)]).draft


def structure() -> Iterator[tuple[str, QWidget]]:
    """A drop line where it may be and where not, rows of the outline, an annex, the question where to."""
    with TemporaryDirectory() as folder:
        window = create_window(Desk(), Prompts(), Settings.in_file(Path(folder) / "settings.ini"))
        window.desk.open(structured())
        window.show()
        draft = window.desk.draft
        assert draft is not None
        window.work.page.show_paragraph(find_named(draft, "A1").key)
        yield "annex", window
        window.work.page.show_paragraph(find_named(draft, "OP1").key)
        _select_rows(window)
        yield "outline", window
        window.work.page.setFocus()
        yield from _dragged(window, "drag", "PP2", "PP3")
        yield from _dragged(window, "drag-refused", "PP2", "OP1")
        dialog = MoveToDialog(window, draft, [find_named(draft, "OP3").key])
        dialog.field.setText("A1.OP1")
        yield "move-to", dialog
        dialog.close()
        window.desk.open(None)
        window.close()


def _dragged(window: MainWindow, name: str, word: str, onto: str) -> Iterator[tuple[str, QWidget]]:
    """A paragraph held over another one, whatever size the window has."""
    draft, page = window.desk.draft, window.work.page
    assert draft is not None
    held = find_named(draft, word).key
    there = find_named(draft, onto).key
    page.show_paragraph(there if onto.startswith("OP") else held)
    QCoreApplication.processEvents()
    gutter, dragging = page.gutter, page.dragging
    heights = {one.key: rect for one, rect in gutter.rows(gutter.rect().toRectF())}
    start = heights[held].center() if held in heights else QPointF(40, 40)
    _send(gutter, QEvent.Type.MouseButtonPress, QPointF(40, start.y()))
    dragging._pressed = (held, QPointF(40, start.y()))
    end = heights[there].bottom() - 2 if there in heights else start.y() + 200
    _send(gutter, QEvent.Type.MouseMove, QPointF(40, end))
    yield name, window
    dragging.cancel()


def _send(widget: QWidget, kind: QEvent.Type, point: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    where = widget.mapToGlobal(point)
    event = QMouseEvent(kind, point, where, left, left, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(widget, event)


def _select_rows(window: MainWindow) -> None:
    """The first section open, three of its rows selected."""
    outline, draft = window.work.outline, window.desk.draft
    assert draft is not None
    row = next(row for row in outline.model.rows if "Principles" in row.text)
    outline.list.fold.emit(row, False)
    outline.list.setFocus()
    outline.select([find_named(draft, name).key for name in ("OP2", "OP4", "OP5")])
