# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut, paste and footnotes in the window, by the acts of its menus as the drafter has them."""

from __future__ import annotations

import clipboards
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from small import small_draft
from windows import act

from drafting.draft import Draft
from ui.editor.lines import Spot
from ui.editor.page import Page
from ui.editor.readback import Caret
from ui.window import MainWindow


@pytest.fixture
def window(empty_window: MainWindow) -> MainWindow:
    empty_window.desk.open(small_draft())
    empty_window.work.page.setFocus()
    return empty_window


def draft_of(window: MainWindow) -> Draft:
    assert window.desk.draft is not None
    return window.desk.draft


def select(page: Page, first: str, behind: str) -> None:
    """A paragraph with its end: up to the beginning of the next one."""
    page.show_caret(Caret(behind, "", Spot(0)))
    end = page.textCursor().position()
    page.show_caret(Caret(first, "", Spot(0)))
    cursor = page.textCursor()
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def clip(html: str, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_cut_and_paste_in_the_menu_move_a_paragraph(window: MainWindow) -> None:
    page, before = window.work.page, draft_of(window).paragraph("p4")
    select(page, "p4", "p5")
    act(window, "cut")
    assert "p4" not in draft_of(window)
    page.show_caret(Caret("p3", "", Spot(0)))
    act(window, "paste")
    assert [one.key for one in draft_of(window).paragraphs] == ["p1", "p2", "p4", "p3", "p5", "p6"]
    assert draft_of(window).paragraph("p4").choices == before.choices
    assert draft_of(window).label("p4").id == "OP1"
    assert window.desk.undo_stack.count() == 2


def test_paste_as_plain_text_takes_the_words_alone(window: MainWindow) -> None:
    window.work.page.show_caret(Caret("p3", "", Spot(0)))
    clip(clipboards.WORD, "the lamps[1] ")
    act(window, "paste_plain")
    assert draft_of(window).paragraph("p3").text.startswith("the lamps[1] Reaffirms")
    assert draft_of(window).paragraph("p3").notes == ()


def test_a_page_of_word_is_told_of_in_the_bar(window: MainWindow) -> None:
    last = draft_of(window).paragraph("p6")
    window.work.page.show_caret(Caret("p6", "", Spot(len(last.text))))
    clip(clipboards.WORD, clipboards.WORD_PLAIN)
    said: list[str] = []
    window.work.page.remark.connect(said.append)
    act(window, "paste")
    assert len(draft_of(window).paragraphs) == 11
    assert said[0].startswith("4 printed labels")


def test_a_footnote_is_taken_elsewhere_by_its_act_and_enter(window: MainWindow) -> None:
    page = window.work.page
    note = draft_of(window).paragraph("p2").notes[0]
    page.show_caret(Caret("p2", "", Spot(note.offset)))
    act(window, "move_note")
    page.show_caret(Caret("p6", "", Spot(7)))
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert [one.key for one in draft_of(window).paragraph("p6").notes] == [note.key]
    assert draft_of(window).note_numbers[note.key] == 2
    assert window.desk.undo_stack.undoText() == "Move footnote 1 to OP3"
    act(window, "undo")
    assert draft_of(window) == small_draft()
