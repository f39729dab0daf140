# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from ui.editor.clipboard import pasted

KEY = Qt.Key
PASTED = {
    "plain": ("a b", ["a b"]),
    "spaces at the ends of one stretch": (" a ", [" a "]),
    "lines": ("a\nb", ["a", "b"]),
    "blank lines of Windows": ("a \r\n\r\n b\r\n", ["a", "b"]),
    "Qt's own separators": ("a\u2029b\u2028c", ["a", "b", "c"]),
    "tabs and marks of objects": ("a\tb\ufffc\x07c", ["a bc"]),
    "nothing but lines": ("\n\n", []),
}


@pytest.mark.parametrize("case", PASTED)
def test_pasted_text_is_plain_paragraphs(case):
    text, expected = PASTED[case]
    data = QMimeData()
    data.setText(text)
    assert pasted(data) == expected


def test_copied_text_is_the_drafts(hand):
    hand.press(KEY.Key_A, ctrl=True)
    data = hand.page.createMimeDataFromSelection()
    assert data.text() == "\n".join(paragraph.text for paragraph in hand.draft.paragraphs)
    assert not data.hasHtml()


def test_a_selection_of_proposed_words_copies_nothing(hand):
    start = len("Recalling General Assembly resolution 77/213 of 15 December 2022")
    hand.put("p2", start, past=True)
    end = hand.page.textCursor()
    hand.put("p2", start)
    cursor = hand.page.textCursor()
    cursor.setPosition(end.position(), cursor.MoveMode.KeepAnchor)
    hand.page.setTextCursor(cursor)
    assert cursor.hasSelection()
    assert hand.page.createMimeDataFromSelection().text() == ""


def test_within_a_footnote_its_words_are_copied(hand):
    hand.put("p1", 0, "p1n1")
    hand.press(KEY.Key_End, shift=True)
    assert hand.page.createMimeDataFromSelection().text() == "Resolution 2200 A (XXI)."


def test_cut_and_paste_bring_the_words_to_another_place(hand):
    hand.select(("p3", 0), ("p4", 0))
    hand.press(KEY.Key_X, ctrl=True)
    assert QGuiApplication.clipboard().text() == "Noting the report of 𝔘nesco on 😀 culture,\n"
    assert "p3" not in hand.draft
    assert hand.agrees()
    hand.put("p1", 0)
    hand.press(KEY.Key_V, ctrl=True)
    assert [item.text[:6] for item in hand.draft.paragraphs[:2]] == ["Noting", "Reaffi"]
    assert hand.draft.paragraphs[1].key == "p1"
    assert hand.agrees()


def test_files_are_left_to_the_window(page):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("draft.txt")])
    assert not page.canInsertFromMimeData(data)
