# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on whole paragraphs of the page: one undo step each, and the caret goes along."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from restructured import PICTURES, PLAIN, drawn, key, picture

from drafting.draft.restoring import Gone
from ui.editor.filters import Filter


@pytest.fixture
def lettered(hand):
    hand.desk.open(drawn(PLAIN))
    return hand


def do(hand, name):
    hand.page.shaping.acts()[name]()


def at(hand, word, offset=0):
    found = key(hand.draft, word)
    hand.put(found, offset)
    return found


@pytest.mark.parametrize(
    ("word", "name", "after"),
    [
        ("g", "move_up", "PP1 a PP2 b OP1 g OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 h"),
        ("c", "move_down", "PP1 a PP2 b OP1 g OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 h"),
        ("e", "promote", "PP1 a PP2 b OP1 c OP1(a) d OP1(b) e OP1(c) f OP2 g OP3 h"),
        ("g", "demote", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP1(c) g OP2 h"),
        ("b", "make_operative", "PP1 a OP1 b OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g OP4 h"),
        ("h", "make_preambular", "PP1 a PP2 b PP3 h OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g"),
        ("g", "make_heading", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f H1 g OP2 h"),
        ("c", "delete_paragraphs", "PP1 a PP2 b OP1 g OP2 h"),
    ],
)
def test_one_act_is_one_step_that_can_be_undone(lettered, word, name, after):
    here = at(lettered, word, 1)
    do(lettered, name)
    assert picture(lettered.draft) == after
    assert lettered.agrees()
    assert lettered.desk.undo_stack.count() == 1
    if here in lettered.draft:
        assert lettered.caret() == (here, 1)
    lettered.desk.undo_stack.undo()
    assert picture(lettered.draft) == PLAIN
    assert lettered.agrees()
    lettered.desk.undo_stack.redo()
    assert picture(lettered.draft) == after
    assert lettered.agrees()


def test_several_selected_paragraphs_move_together_and_stay_selected(lettered):
    g, h = key(lettered.draft, "g"), key(lettered.draft, "h")
    lettered.select((g, 0), (h, 1))
    do(lettered, "move_up")
    moved = "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"
    assert picture(lettered.draft) == moved
    assert lettered.page.shaping.selected() == (g, h)
    do(lettered, "move_down")
    assert picture(lettered.draft) == PLAIN
    assert lettered.agrees()


def test_a_selection_that_ends_at_a_beginning_leaves_that_paragraph_alone(lettered):
    lettered.select((key(lettered.draft, "a"), 0), (key(lettered.draft, "b"), 0))
    assert lettered.page.shaping.selected() == (key(lettered.draft, "a"),)


def test_tab_and_shift_tab_at_the_beginning_of_a_point(lettered):
    here = at(lettered, "f")
    QTest.keyClick(lettered.page, Qt.Key.Key_Tab)
    assert picture(lettered.draft) == "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(a)(ii) f OP2 g OP3 h"
    assert lettered.caret() == (here, 0)
    QTest.keyClick(lettered.page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert picture(lettered.draft) == PLAIN
    at(lettered, "d")
    QTest.keyClick(lettered.page, Qt.Key.Key_Tab)
    assert "Nothing was changed" in lettered.remarks[-1]


def test_only_the_key_itself_demotes(lettered):
    at(lettered, "f")
    lettered.page.setFocus()
    lettered.page.setEnabled(False)  # Qt looks for another field then
    lettered.page.hide()
    assert picture(lettered.draft) == PLAIN


@pytest.mark.parametrize(("word", "offset"), [("g", 0), ("f", 1), ("a", 0)])
def test_tab_goes_on_everywhere_else(lettered, word, offset):
    at(lettered, word, offset)
    assert not lettered.page.takes_tab(True)
    assert picture(lettered.draft) == PLAIN


@pytest.mark.parametrize(
    ("word", "name"),
    [("a", "move_up"), ("a", "make_heading"), ("c", "make_heading"), ("c", "promote"), ("h", "fit_opening")],
)
def test_what_cannot_be_done_is_said(lettered, word, name):
    at(lettered, word)
    do(lettered, name)
    assert picture(lettered.draft) == PLAIN
    assert lettered.remarks[-1].endswith("Nothing was changed.")
    assert not lettered.desk.undo_stack.count()


def test_a_new_paragraph_takes_what_is_typed(lettered):
    at(lettered, "d", 1)
    do(lettered, "insert_after")
    lettered.type("new")
    assert picture(lettered.draft) == (
        "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) new OP1(c) f OP2 g OP3 h"
    )
    do(lettered, "insert_before")
    lettered.type("x")
    assert "OP1(b) x OP1(c) new" in picture(lettered.draft)
    assert lettered.agrees()
    lettered.undo_all()
    assert picture(lettered.draft) == PLAIN


def test_a_footnote_is_typed_where_it_was_put_and_goes_again(hand):
    hand.put("p3", 6)
    do(hand, "insert_note")
    hand.type("See page 4.")
    (note,) = hand.draft.paragraph("p3").notes
    assert (note.text, note.offset, hand.draft.note_numbers[note.key]) == ("See page 4.", 6, 2)
    assert hand.caret() == (note.key, 11)
    assert hand.agrees()
    do(hand, "insert_note")
    assert hand.remarks[-1].startswith("A footnote has none of its own")
    do(hand, "remove_note")
    assert hand.draft.paragraph("p3").notes == ()
    assert hand.caret() == ("p3", 6)
    assert hand.agrees()
    do(hand, "remove_note")
    assert hand.remarks[-1].startswith("There is no footnote at the caret")


def test_the_fitting_opening_is_offered_and_put_in_when_asked_for(hand):
    hand.put("p3", 0)
    do(hand, "make_operative")
    assert hand.text("p3").startswith("Noting the report")
    assert hand.remarks[-1].endswith("“Noting” becomes “Notes”.")
    do(hand, "fit_opening")
    assert hand.text("p3").startswith("Notes the report")
    assert hand.agrees()


def test_what_goes_with_a_deletion_is_said_and_what_was_deleted_comes_back(hand):
    before = hand.draft
    hand.put("p5", 3)
    do(hand, "delete_paragraphs")
    assert hand.remarks == ["Deleted: 1 paragraph, 2 footnotes. Undo brings everything back."]
    hand.page.shaping.bring_back(Gone(1, "OP2"))
    assert [one.text for one in hand.draft.paragraphs] == [one.text for one in before.paragraphs]
    assert hand.page.here.key == "p7"
    assert hand.agrees()


def test_a_narrowed_view_shows_all_again(hand):
    hand.page.set_filter(Filter.OPEN)
    hand.put("p5", 0)
    do(hand, "move_up")
    assert hand.page.filter is Filter.ALL
    assert hand.draft.label("p5").id == "OP1"


def test_above_the_text_there_is_no_paragraph(hand):
    cursor = hand.page.textCursor()
    cursor.setPosition(0)
    hand.page.setTextCursor(cursor)
    do(hand, "delete_paragraphs")
    assert len(hand.draft.paragraphs) == 6
    assert len(hand.remarks) == 1


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_page_and_draft_agree_whatever_is_done_and_undo_leads_back(new_hand, data):
    hand = new_hand()
    hand.desk.open(drawn(data.draw(st.sampled_from(PICTURES))))
    start = hand.draft
    names = sorted(hand.page.shaping.acts())
    for _ in range(data.draw(st.integers(1, 10))):
        where = data.draw(st.sampled_from([one.key for one in hand.draft.paragraphs]))
        hand.put(where, data.draw(st.integers(0, 1)))
        if data.draw(st.booleans()):
            hand.type("x")
        do(hand, data.draw(st.sampled_from(names)))
        assert hand.agrees()
    end = hand.draft
    while hand.desk.undo_stack.canUndo():
        hand.desk.undo_stack.undo()
        assert hand.agrees()
    assert hand.draft == start
    while hand.desk.undo_stack.canRedo():
        hand.desk.undo_stack.redo()
    assert hand.draft.paragraphs == end.paragraphs
    assert hand.agrees()
