# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from drafting.draft import accept
from drafting.errors import DraftError
from ui.desk import RECENT
from ui.editor import typist
from ui.editor.menu import context_menu, move_selection

KEY = Qt.Key


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(page):
    page.typist.bursts.clock = Clock()
    return page.typist.bursts.clock


def test_typing_in_one_place_is_one_act(hand, clock, draft):
    hand.put("p3", 6)
    hand.type(" and so on")
    assert hand.desk.undo_stack.count() == 1
    assert hand.desk.undo_stack.undoText() == "Edit PP3"
    hand.press(KEY.Key_Z, ctrl=True)
    assert hand.draft is draft


def type_then(hand, clock, between) -> int:
    hand.put("p3", 6)
    hand.type("ab")
    between(hand, clock)
    hand.type("cd")
    return hand.desk.undo_stack.count()


def pause(hand, clock):
    clock.now += 2.5


def no_pause(hand, clock):
    clock.now += 1.5


BREAKS = {
    "a pause": (pause, 2),
    "a moment": (no_pause, 1),
    "the caret elsewhere": (lambda hand, clock: hand.put("p3", 0), 2),
    "the caret there and back": (
        lambda hand, clock: [hand.press(KEY.Key_Left), hand.press(KEY.Key_Right)],
        1,
    ),
    "Enter": (lambda hand, clock: hand.press(KEY.Key_Return), 3),
    "erasing": (lambda hand, clock: hand.press(KEY.Key_Backspace), 3),
    "a decision": (lambda hand, clock: hand.desk.do(accept(hand.draft, "q2")), 3),
}


@pytest.mark.parametrize("case", BREAKS)
def test_what_begins_a_new_act(hand, clock, case):
    between, acts = BREAKS[case]
    assert type_then(hand, clock, between) == acts
    assert hand.agrees()


def test_undo_puts_the_caret_where_something_changed(hand, clock):
    hand.put("p2", 9)
    hand.type("xyz")
    hand.put("p6", 0)
    hand.press(KEY.Key_Z, ctrl=True)
    assert hand.caret() == ("p2", 9)
    hand.put("p6", 0)
    hand.press(KEY.Key_Y if not hand.desk.undo_stack.canRedo() else KEY.Key_Z, ctrl=True, shift=True)
    assert hand.caret() == ("p2", 12)
    assert hand.agrees()


def test_undo_brings_its_place_into_view(hand):
    hand.page.resize(900, 120)
    hand.put("p1", 11)
    hand.type("x")
    hand.page.show_paragraph("p6")
    before = hand.page.verticalScrollBar().value()
    hand.press(KEY.Key_Z, ctrl=True)
    assert hand.page.verticalScrollBar().value() < before


def test_splits_and_joins_are_named_and_come_back(hand, draft):
    hand.put("p2", 9)
    hand.press(KEY.Key_Return)
    assert hand.desk.undo_stack.undoText() == "Split PP2"
    hand.press(KEY.Key_Backspace)
    assert hand.desk.undo_stack.undoText() == "Join PP2 and PP3"
    hand.undo_all()
    assert hand.draft is draft
    assert hand.agrees()


def test_the_document_keeps_no_history_of_its_own(hand):
    hand.put("p2", 9)
    hand.type("x")
    assert not hand.page.document().isUndoAvailable()


def test_the_context_menu_speaks_of_the_desk(hand):
    hand.put("p3", 6)
    hand.type("x")
    menu = context_menu(hand.page, QPointF(0, 0))
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert list(entries) == ["&Undo Edit PP3", "&Redo", "Cu&t", "&Copy", "&Paste", "Select &all"]
    assert not entries["&Copy"].isEnabled()
    entries["&Undo Edit PP3"].trigger()
    assert not hand.desk.undo_stack.canUndo()
    menu.close()


@pytest.mark.parametrize("target", [("p1", 0), ("p6", 3)])
def test_moved_text_is_one_act(hand, draft, target):
    hand.select(("p3", 0), ("p3", 7))
    words = hand.page.createMimeDataFromSelection()
    hand.put(*target)
    to = hand.page.textCursor().position()
    hand.select(("p3", 0), ("p3", 7))
    move_selection(hand.page, to, words)
    assert hand.text("p3").startswith("the report")
    assert "Noting " in hand.text(target[0])
    assert hand.desk.undo_stack.count() == 1
    assert hand.agrees()
    hand.press(KEY.Key_Z, ctrl=True)
    assert hand.draft is draft


def test_text_dropped_from_outside_is_put_in(hand):
    words = QMimeData()
    words.setText("dropped ")
    hand.put("p3", 0)
    place = QPointF(hand.page.cursorRect().center())
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    hand.page.dropEvent(QDropEvent(place, copy, words, Qt.MouseButton.LeftButton, none))
    assert hand.text("p3").startswith("dropped Noting")
    assert hand.agrees()


def test_what_the_draft_refuses_is_put_back(hand, draft, monkeypatch):
    def refuse(*_: object) -> None:
        raise DraftError("Not now.")

    monkeypatch.setattr(typist, "outcome", refuse)
    hand.put("p3", 6)
    hand.type("x")
    assert hand.remarks == ["Not now."]
    assert hand.draft is draft
    assert hand.caret() == ("p3", 6)
    assert hand.agrees()


class OwnDrop:
    """Text dragged within the page, which Qt makes only from a real mouse."""

    def __init__(self, page, place, words):
        self._page, self._place, self._words = page, place, words
        self.action = Qt.DropAction.MoveAction

    def source(self):
        return self._page

    def dropAction(self):
        return self.action

    def setDropAction(self, action):
        self.action = action

    def position(self):
        return self._place

    def mimeData(self):
        return self._words

    def accept(self):
        pass


def test_text_dragged_within_the_page_moves(hand, draft):
    hand.put("p6", 7)
    place = QPointF(hand.page.cursorRect().center())
    hand.select(("p3", 0), ("p3", 7))
    drop = OwnDrop(hand.page, place, hand.page.createMimeDataFromSelection())
    hand.page.dropEvent(drop)
    assert drop.action is Qt.DropAction.CopyAction
    assert hand.text("p3").startswith("the report")
    assert hand.text("p6").startswith("DecidesNoting  to continue")
    assert hand.desk.undo_stack.count() == 1
    assert hand.agrees()


def test_text_dropped_on_itself_stays(hand, draft):
    hand.put("p3", 3)
    place = QPointF(hand.page.cursorRect().center())
    hand.select(("p3", 0), ("p3", 7))
    hand.page.dropEvent(OwnDrop(hand.page, place, hand.page.createMimeDataFromSelection()))
    assert hand.draft is draft


def test_a_long_history_keeps_the_texts_and_lets_go_of_what_follows_from_them(hand, draft):
    hand.put("p3", 6)
    for _ in range(RECENT + 3):
        hand.put("p3", 1)
        hand.press(KEY.Key_Delete)
    assert "resolution" not in vars(draft)
    assert hand.agrees()
    hand.undo_all()
    assert hand.draft is draft
    assert hand.agrees()
    assert draft.resolution.paragraphs[0].id == "PP1"
