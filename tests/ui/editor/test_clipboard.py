# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from ui.editor.clipboard import pasted, without_labels

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


LABELLED = {
    "numbers before verbs": (
        ["1. Decides to remain seized;", "12. Requests a report;"],
        ["Decides to remain seized;", "Requests a report;"],
        ["1.", "12."],
    ),
    "a letter before a preambular opening": (
        ["(a) Recalling the Charter,"],
        ["Recalling the Charter,"],
        ["(a)"],
    ),
    "no opening follows": (
        ["1. the first of May", "(b) the duty;"],
        ["1. the first of May", "(b) the duty;"],
        [],
    ),
    "no label": (["Decides to end.", "2020 was a year."], ["Decides to end.", "2020 was a year."], []),
}


@pytest.mark.parametrize("case", LABELLED)
def test_printed_labels_before_opening_words_are_not_pasted(case):
    texts, kept, labels = LABELLED[case]
    assert without_labels(texts, at_start=True) == (kept, labels)
    assert without_labels(texts, at_start=False)[0][0] == texts[0]


def test_what_is_left_out_of_a_paste_is_said(hand):
    data = QMimeData()
    data.setText("1. Decides to remain seized;\n2. Requests a report;")
    hand.put("p4", len(hand.text("p4")))
    hand.press(KEY.Key_Return)
    hand.page.insertFromMimeData(data)
    texts = [item.text for item in hand.draft.paragraphs]
    assert texts[4:6] == ["Decides to remain seized;", "Requests a report;"]
    assert [told.split(" (")[0] for told in hand.remarks] == ["2 printed labels"]
    assert hand.agrees()


def test_paragraphs_of_the_drafter_keep_what_was_typed(hand):
    hand.put("p6", 0)
    hand.type("4. ")
    hand.select(("p6", 0), ("p6", len(hand.text("p6"))))
    data = hand.page.createMimeDataFromSelection()
    hand.put("p6", 0)
    hand.page.insertFromMimeData(data)
    assert hand.text("p6").count("4. Decides") == 2
    assert hand.remarks == []


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
