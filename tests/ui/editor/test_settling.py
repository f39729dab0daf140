# SPDX-License-Identifier: GPL-3.0-or-later
"""Style proposals come when the typing rests, not at the caret; in the same act, and nowhere twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from drafting.draft import Decision, accept
from drafting.draft.styling import restyled

KEY = Qt.Key
PLAIN = "_Noting also_ the report of 𝔘nesco on 😀 culture,"
MARKED = "_Noting_{ also} the report of 𝔘nesco on 😀 culture,"


@pytest.fixture
def typing(hand):
    """“Noting also” was typed with no “Noting” before it."""
    hand.put("p3", 6)
    hand.type(" also")
    return hand


def due(hand) -> bool:
    """Whether the word put in is proposed to go, on the page and in the draft on the desk."""
    proposed = any(
        choice.decision is Decision.OPEN and hand.draft.is_style(choice) for _, choice in hand.draft.choices()
    )
    assert proposed == ("{" in hand.shown("p3"))
    return proposed


def test_nothing_is_proposed_at_the_caret(typing):
    assert not due(typing)
    assert typing.caret() == ("p3", 11)
    assert not typing.desk.settled
    assert typing.agrees()


def rest(hand):
    hand.page.typist.pause.timeout.emit()


def leave(hand):
    hand.put("p1", 0)


def decide(hand):
    hand.desk.do(accept(hand.draft, "q4"))


def split(hand):
    hand.put("p3", 30)
    hand.press(KEY.Key_Return)


@pytest.mark.parametrize("end", [rest, leave, decide, split])
def test_it_is_when_the_typing_ends(typing, end):
    acts = typing.desk.undo_stack.count()
    assert typing.page.typist.pause.isActive()
    end(typing)
    assert due(typing)
    assert typing.desk.settled
    assert restyled(typing.draft) is typing.draft
    assert typing.desk.undo_stack.count() == acts + (end in (decide, split))
    assert typing.agrees()


def test_the_pause_begins_anew_with_every_key(typing):
    typing.page.typist.pause.stop()
    typing.type("x")
    typing.press(KEY.Key_Backspace)
    assert typing.page.typist.pause.isActive()


def test_resting_leaves_caret_act_and_selection(typing):
    rest(typing)
    assert typing.caret() == ("p3", 11)
    typing.type("x")
    assert typing.desk.undo_stack.count() == 1
    cursor = typing.page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, 1)
    typing.page.setTextCursor(cursor)
    rest(typing)
    assert typing.page.textCursor().selectedText() == "x"


def test_undo_takes_it_along_and_redo_brings_it_at_once(typing, draft):
    typing.press(KEY.Key_Z, ctrl=True)
    assert typing.draft is draft
    assert typing.desk.settled
    typing.desk.undo_stack.redo()
    assert due(typing)


def test_a_second_act_goes_back_to_all_of_the_first(typing):
    for _ in range(2):
        typing.press(KEY.Key_Backspace)
    typing.desk.undo_stack.undo()
    assert due(typing)
    assert typing.text("p3").startswith("Noting also the")


def test_of_typing_in_two_places_each_act_has_its_own(typing):
    typing.put("p1", 0)
    typing.type("x")
    typing.desk.undo_stack.undo()
    assert due(typing)
    typing.desk.undo_stack.undo()
    assert not due(typing)
    typing.desk.undo_stack.redo()
    assert due(typing)
    assert restyled(typing.draft) is typing.draft


def test_what_is_no_longer_due_goes_at_once(typing):
    rest(typing)
    for _ in " also":
        typing.press(KEY.Key_Backspace)
    assert not due(typing)
    rest(typing)
    assert not due(typing)
    assert typing.desk.settled


def test_what_stood_there_before_stays_while_typing(typing):
    rest(typing)
    typing.put("p3", len("Noting also the report"))
    typing.type("s")
    assert due(typing)
