# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from ui.editor import readback

KEY = Qt.Key


def test_enter_over_several_paragraphs_leaves_two(hand):
    hand.select(("p4", 0), ("p6", 20))
    hand.press(Qt.Key.Key_Return)
    assert hand.agrees()


def test_the_page_shows_the_draft(hand):
    assert hand.agrees()
    assert hand.shown("p1") == "_Reaffirming_ its commitment to cooperation^,"


def test_letters_go_into_the_paragraph(hand):
    hand.put("p3", 6)
    hand.type(" well")
    assert hand.text("p3").startswith("Noting well the report")
    assert hand.caret() == ("p3", 11)
    assert hand.agrees()


def test_offsets_count_code_points_behind_wide_characters(hand):
    text = hand.text("p3")
    hand.put("p3", text.index("culture"))
    hand.type("x")
    assert hand.text("p3") == text.replace("culture", "xculture")
    hand.press(KEY.Key_Backspace)
    hand.press(KEY.Key_Backspace)
    hand.press(KEY.Key_Backspace)
    assert hand.text("p3") == text.replace("😀 culture", "culture")
    assert hand.agrees()


def test_an_input_method_commits_wide_characters(hand):
    hand.put("p3", 6)
    composing = QInputMethodEvent("𝔘", [])
    QApplication.sendEvent(hand.page, composing)
    assert hand.text("p3").startswith("Noting the")
    done = QInputMethodEvent("", [])
    done.setCommitString(" 𝔘é")
    QApplication.sendEvent(hand.page, done)
    assert hand.text("p3").startswith("Noting 𝔘é the")
    assert hand.agrees()


def test_the_opening_follows_what_is_typed(hand):
    hand.put("p3", 6)
    hand.type(" with appreciation")
    assert hand.shown("p3").startswith("_Noting with appreciation_ the report")


ENTER = {
    "in the middle": (9, ["Recalling", " General"], 0),
    "at the end": (100, ["Recalling General", ""], 0),
    "at the beginning": (0, ["", "Recalling General"], 1),
}


@pytest.mark.parametrize("case", ENTER)
def test_enter_splits_and_the_words_keep_their_paragraph(hand, case):
    offset, starts, keeper = ENTER[case]
    hand.put("p2", offset)
    hand.press(KEY.Key_Return)
    made = hand.draft.paragraphs[1:3]
    assert [item.text[: len(start)] for item, start in zip(made, starts, strict=True)] == starts
    assert [item.key == "p2" for item in made] == [number == keeper for number in range(2)]
    assert hand.caret() == (made[1].key, 0)
    assert hand.agrees()


def test_shift_enter_splits_too(hand):
    hand.put("p2", 9)
    hand.press(KEY.Key_Return, shift=True)
    assert hand.draft.paragraphs[1].text == "Recalling"
    assert hand.agrees()


def test_backspace_joins_over_the_footnotes_between(hand):
    joined = hand.text("p1") + hand.text("p2")
    hand.put("p2", 0)
    hand.press(KEY.Key_Backspace)
    assert hand.text("p1") == joined
    assert hand.caret() == ("p1", 42)
    assert [note.text for note in hand.draft.paragraph("p1").notes] == ["Resolution 2200 A (XXI)."]
    assert hand.agrees()


def test_delete_at_the_end_joins_over_the_footnotes_between(hand):
    joined = hand.text("p1") + hand.text("p2")
    hand.put("p1", 42, marks=1)
    hand.press(KEY.Key_Delete)
    assert hand.text("p1") == joined
    assert hand.agrees()


def test_an_empty_paragraph_gives_way_to_the_next(hand):
    hand.put("p2", 0)
    hand.press(KEY.Key_Return)
    hand.put("p2", 0)
    hand.press(KEY.Key_Backspace)
    assert [item.key for item in hand.draft.paragraphs] == ["p1", "p2", "p3", "p4", "p5", "p6"]
    assert hand.agrees()


def test_typing_over_a_selection_across_paragraphs(hand):
    hand.select(("p3", 7), ("p4", 6))
    hand.type("y")
    assert hand.text("p3") == "Noting ynote of resolution 77/213 of 15 December 2022;"
    assert "p4" not in hand.draft
    assert hand.agrees()


def test_a_deleted_paragraph_leaves_the_next_one_its_key(hand):
    hand.select(("p3", 0), ("p4", 0))
    hand.press(KEY.Key_Delete)
    assert [item.key for item in hand.draft.paragraphs] == ["p1", "p2", "p4", "p5", "p6"]
    assert hand.agrees()


def test_all_text_can_be_deleted_and_brought_back(hand, draft):
    hand.press(KEY.Key_A, ctrl=True)
    hand.press(KEY.Key_Delete)
    assert [item.text for item in hand.draft.paragraphs] == [""]
    assert hand.agrees()
    hand.undo_all()
    assert hand.draft is draft
    assert hand.agrees()


REFUSED = {
    "typing in the title": (lambda hand: _head(hand, 3), lambda hand: hand.type("x"), readback.ABOVE),
    "backspace into the head": (
        lambda hand: hand.put("p1", 0),
        lambda hand: hand.press(KEY.Key_Backspace),
        readback.ABOVE,
    ),
    "enter in a footnote": (
        lambda hand: hand.put("p1", 4, "p1n1"),
        lambda hand: hand.press(KEY.Key_Return),
        readback.NOTE_ENTER,
    ),
    "backspace at the edge of a footnote": (
        lambda hand: hand.put("p1", 0, "p1n1"),
        lambda hand: hand.press(KEY.Key_Backspace),
        readback.NOTE_EDGE,
    ),
    "delete at the end of a footnote": (
        lambda hand: hand.put("p1", 24, "p1n1"),
        lambda hand: hand.press(KEY.Key_Delete),
        readback.NOTE_EDGE,
    ),
    "deleting from text into a footnote": (
        lambda hand: _stretch(hand, ("p1", 30, ""), ("p1", 5, "p1n1")),
        lambda hand: hand.press(KEY.Key_Delete),
        readback.MIXED,
    ),
    "typing from a footnote into text": (
        lambda hand: _stretch(hand, ("p1", 3, "p1n1"), ("p2", 5, "")),
        lambda hand: hand.type("x"),
        readback.MIXED,
    ),
}


def _head(hand, block: int) -> None:
    cursor = hand.page.textCursor()
    cursor.setPosition(hand.page.document().findBlockByNumber(1).position() + block)
    hand.page.setTextCursor(cursor)


def _stretch(hand, start: tuple[str, int, str], end: tuple[str, int, str]) -> None:
    hand.put(*end)
    to = hand.page.textCursor().position()
    hand.put(*start)
    cursor = hand.page.textCursor()
    cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
    hand.page.setTextCursor(cursor)


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_put_back_with_a_remark(hand, draft, case):
    prepare, act, remark = REFUSED[case]
    prepare(hand)
    place = hand.page.textCursor().position()
    act(hand)
    assert hand.remarks == [remark]
    assert hand.draft is draft
    assert hand.page.textCursor().position() == place
    assert hand.agrees()


def test_deleting_after_the_last_paragraph_does_nothing(hand, draft):
    hand.put("p6", 100)
    hand.press(KEY.Key_Delete)
    assert hand.draft is draft


def test_pasting_makes_paragraphs_and_keeps_both_ends(hand):
    words = QMimeData()
    words.setText("one\r\n\r\n two\tthree \nfour")
    hand.put("p2", 9)
    hand.page.insertFromMimeData(words)
    texts = [item.text for item in hand.draft.paragraphs[1:4]]
    assert texts[:2] == ["Recallingone", "two three"]
    assert texts[2].startswith("four General Assembly resolution")
    assert hand.draft.paragraphs[1].key == "p2"
    assert hand.agrees()


def test_pasting_into_a_footnote_stays_one_paragraph(hand):
    words = QMimeData()
    words.setText("one\ntwo")
    hand.put("p1", 24, "p1n1")
    hand.page.insertFromMimeData(words)
    assert hand.draft.paragraph("p1").notes[0].text == "Resolution 2200 A (XXI).one two"
    assert hand.agrees()


def test_a_footnote_is_edited_in_its_block(hand):
    hand.put("p5", 5, "p5n2")
    hand.type("𝔘")
    assert hand.draft.paragraph("p5").note("p5n2").text == "Also 𝔘😀 A/HRC/55/79."
    assert hand.caret() == ("p5n2", 6)
    assert hand.agrees()


def test_a_footnote_goes_with_its_mark_and_the_others_move_up(hand):
    hand.put("p1", 41, marks=1)
    hand.press(KEY.Key_Backspace)
    assert hand.draft.paragraph("p1").notes == ()
    assert hand.draft.note_numbers == {"p5n1": 1, "p5n2": 2}
    assert hand.remarks == ["Footnote 1 went with its mark. Undo brings it back."]
    assert hand.page.picture.lines[hand.page.picture.block("p5n1")].number == "1"
    assert hand.agrees()
    hand.undo_all()
    assert hand.agrees()


def test_text_before_a_mark_moves_it_and_text_after_does_not(hand):
    hand.put("p1", 41)
    hand.type("s")
    hand.put("p1", 42, marks=1)
    hand.type("!")
    assert hand.shown("p1") == "_Reaffirming_ its commitment to cooperations^!,"
    assert hand.agrees()


def test_enter_in_an_empty_paragraph_makes_another(hand):
    hand.put("p2", 0)
    for _ in range(3):
        hand.press(KEY.Key_Return)
    hand.put("p7", 0)
    hand.press(KEY.Key_Return)
    assert [item.text for item in hand.draft.paragraphs[1:5]] == [""] * 4
    assert hand.agrees()


def test_formats_set_from_outside_are_put_right(hand, draft):
    cursor = QTextCursor(hand.page.document().findBlockByNumber(5))
    cursor.setBlockFormat(QTextBlockFormat())
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.setCharFormat(QTextCharFormat())
    assert hand.draft is draft
    assert hand.shown("p2").startswith("_Recalling_")
    assert hand.agrees()
