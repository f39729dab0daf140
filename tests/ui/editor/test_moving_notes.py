# SPDX-License-Identifier: GPL-3.0-or-later
"""A footnote goes elsewhere with its mark: by keys, by cutting the mark, by dragging it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from drafting.draft.clips import Place
from drafting.draft.putting import move_note
from drafting.errors import DraftError

KEY = Qt.Key


def marks(hand) -> dict[str, list[tuple[str, int]]]:
    """The footnotes of every paragraph that has some, as (key, number)."""
    numbers = hand.draft.note_numbers
    return {
        one.key: [(note.key, numbers[note.key]) for note in one.notes]
        for one in hand.draft.paragraphs
        if one.notes
    }


def test_a_footnote_in_hand_is_put_down_where_the_caret_is(hand):
    hand.put("p5", 3, "p5n1")
    hand.page.carrying.move_note()
    assert hand.remarks == [
        "Footnote 2 is in hand: go where it shall stand and press Enter; Escape leaves it."
    ]
    hand.put("p2", len("Recalling"))
    hand.press(KEY.Key_Return)
    assert marks(hand) == {"p1": [("p1n1", 1)], "p2": [("p5n1", 2)], "p5": [("p5n2", 3)]}
    assert hand.desk.undo_stack.undoText() == "Move footnote 2 to PP2"
    assert hand.caret() == ("p2", len("Recalling"))
    proposals = {choice.proposal: choice.note for choice in hand.draft.paragraph("p2").choices}
    assert proposals["q5"] == "p5n1"
    assert hand.agrees()
    before = hand.draft
    hand.undo_all()
    assert marks(hand) == {"p1": [("p1n1", 1)], "p5": [("p5n1", 2), ("p5n2", 3)]}
    hand.desk.undo_stack.redo()
    assert hand.draft == before


def test_escape_leaves_it_and_enter_is_enter_again(hand):
    hand.put("p1", 41)
    hand.page.carrying.move_note()
    hand.press(KEY.Key_Escape)
    assert hand.page.carrying.held == ""
    hand.put("p3", 6)
    hand.press(KEY.Key_Return)
    assert len(hand.draft.paragraphs) == 7
    assert marks(hand)["p1"] == [("p1n1", 1)]


def test_the_act_again_puts_it_down_and_in_a_footnote_it_stays_in_hand(hand):
    hand.put("p1", 41)
    hand.page.carrying.move_note()
    hand.put("p5", 0, "p5n1")
    hand.page.carrying.move_note()
    assert hand.remarks[-1].startswith("A footnote has none of its own")
    assert hand.page.carrying.held == "p1n1"
    hand.put("p6", 7)
    hand.page.carrying.move_note()
    assert marks(hand)["p6"] == [("p1n1", 3)]
    assert hand.agrees()


def test_where_there_is_no_footnote_none_is_taken(hand):
    hand.put("p3", 2)
    hand.page.carrying.move_note()
    assert hand.remarks[0].startswith("There is no footnote at the caret")
    assert hand.page.carrying.held == ""


def test_one_that_was_removed_meanwhile_is_told(hand):
    hand.put("p1", 41)
    hand.page.carrying.move_note()
    with pytest.raises(DraftError):
        move_note(hand.draft, "p2", "p1n1", Place("p3", 0))
    hand.desk.undo_stack.clear()
    hand.select(("p1", 0), ("p2", 0))
    hand.press(KEY.Key_X, ctrl=True)
    hand.put("p3", 0)
    hand.press(KEY.Key_Return)
    assert hand.remarks[-1].startswith("This paragraph is no longer in the draft")
    assert hand.page.carrying.held == ""


def test_a_pressed_mark_is_selected_for_dragging(hand):
    page = hand.page
    hand.put("p1", 41)
    at = page.cursorRect().center()
    place = QPointF(at.x() + 3, at.y())
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        place,
        page.viewport().mapToGlobal(place),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.mousePressEvent(event)
    assert page.textCursor().selectedText() == "\ufffc"
    words = page.createMimeDataFromSelection()
    hand.put("p6", 7)
    target = page.textCursor().position()
    hand.put("p1", 41)
    hand.press(KEY.Key_Right, shift=True)
    page.pasting.move_to(target)
    assert marks(hand)["p6"] == [("p1n1", 3)]
    assert words.text().strip() == "[1]\n\n[1] Resolution 2200 A (XXI)."
    assert hand.agrees()
