# SPDX-License-Identifier: GPL-3.0-or-later
"""Enter, Backspace and Delete pressed on the page: text, numbers, caret, the name of the act, and Undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from restructured import ANNEXED, PLAIN, SECTIONS, drawn, key, picture

ENTER, BACK, DEL = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
NOTED = "PP1 a OP1 bb^ OP2 c^ OP3 d"


@pytest.mark.parametrize(
    ("start", "word", "at", "pressed", "after", "caret", "name"),
    [
        (PLAIN, "f", 1, ENTER, "OP1(b) f OP1(c)  OP2 g", ("OP1(c)", 0), "Insert paragraph after OP1(b)"),
        (PLAIN, "c", 1, ENTER, "OP1 c OP1(a)  OP1(b) d", ("OP1(a)", 0), "Insert point under OP1"),
        (PLAIN, "b", 0, ENTER, "PP2  PP3 b OP1 c", ("PP3", 0), "Insert paragraph before PP2"),
        (NOTED, "bb", 1, ENTER, "OP1 b OP2 b^ OP3 c^", ("OP2", 0), "Split OP1"),
        (NOTED, "c", 1, ENTER, "OP2 c OP3 ^ OP4 d", ("OP3", 0), "Split OP2"),  # before the mark
        (SECTIONS, "c", 1, ENTER, "H1 c OP2  OP3 d", ("OP2", 0), "Insert paragraph after H1"),
        (ANNEXED, "d", 0, ENTER, "OP2 c OP3  A1 d", ("A1", 0), "Insert paragraph after OP2"),
        (ANNEXED, "d", 1, ENTER, "A1 d A1.OP1  A1.OP2 e", ("A1.OP1", 0), "Insert paragraph after A1"),
        (PLAIN, "h", 0, BACK, "OP2 gh", ("OP2", 1), "Join OP2 and OP3"),
        (PLAIN, "g", 1, DEL, "OP2 gh", ("OP2", 1), "Join OP2 and OP3"),
        (ANNEXED, "b", 0, BACK, "PP1 ab OP1 c", ("PP1", 1), "Join PP1 and OP1"),
        (ANNEXED, "e", 0, BACK, "A1 de A1.OP1 f", ("A1", 1), "Join A1 and A1.OP1"),
        (NOTED, "d", 0, BACK, "OP2 cd^", ("OP2", 1), "Join OP2 and OP3"),
        (PLAIN, "c", 0, BACK, "", ("OP1", 0), ""),  # its points would stand in the preamble
        (ANNEXED, "d", 0, BACK, "", ("A1", 0), ""),
        (SECTIONS, "d", 0, BACK, "", ("OP2", 0), ""),
    ],
)
def test_pressed(hand, start, word, at, pressed, after, caret, name):
    hand.desk.open(drawn(start))
    before = hand.draft
    hand.put(key(hand.draft, word), at)
    hand.press(pressed)
    assert after in picture(hand.draft)
    assert hand.agrees()
    stack = hand.desk.undo_stack
    assert (stack.undoText(), stack.count(), len(hand.remarks) > 0) == (
        name,
        bool(name),
        caret[0] == "PP1" or not name,
    )
    here, offset = hand.caret()
    assert (hand.draft.label(here).id, offset) == caret
    if name:
        hand.press(Qt.Key.Key_Z, ctrl=True)
        assert hand.draft is before
        assert hand.agrees()
        stack.redo()
        assert after in picture(hand.draft)


def test_enter_behind_a_mark_leaves_it_where_it_is(hand):
    hand.desk.open(drawn(NOTED))
    hand.put(key(hand.draft, "c"), 1, marks=1)
    hand.press(ENTER)
    assert "OP2 c^ OP3  OP4 d" in picture(hand.draft)


def test_enter_twice_leads_out_of_the_points_and_typing_goes_on_there(hand):
    hand.desk.open(drawn(PLAIN))
    hand.put(key(hand.draft, "e"), 1)
    for _ in range(4):
        hand.press(ENTER)
    hand.type("x")
    assert picture(hand.draft) == "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP2  OP3 x OP3(a) f OP4 g OP5 h"
    assert hand.agrees()
    hand.undo_all()
    assert picture(hand.draft) == PLAIN


def test_the_line_of_an_annex_that_goes_says_where_its_paragraphs_stand(hand):
    hand.desk.open(drawn(ANNEXED))
    hand.put(key(hand.draft, "d"), 0)
    hand.press(DEL)
    hand.press(BACK)
    assert picture(hand.draft) == "PP1 a OP1 b OP2 c OP3 e OP4 f A1 g A1.OP1 h"
    assert hand.remarks == ["What stood under “A1” stands in the operative part now."]
    assert hand.agrees()
    hand.undo_all()
    assert picture(hand.draft) == ANNEXED
    assert hand.agrees()
