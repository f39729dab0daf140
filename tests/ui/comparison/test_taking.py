# SPDX-License-Identifier: GPL-3.0-or-later
"""Wording taken over into the draft from the comparison and undone there; going to a paragraph by name."""

from __future__ import annotations

import pytest
from compared_texts import DraftCompared
from pictures import compared
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from small import small_draft

from drafting.draft import Rewritten, delete, rewrite
from ui.comparison.going import place_of
from ui.theme import apply_theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Room(DraftCompared):
    """A draft in which OP1 was reworded, beside its base."""

    def __init__(self, qtbot: QtBot) -> None:
        draft = small_draft()
        self.key = next(one.key for one in draft.paragraphs if draft.label(one.key).id == "OP1")
        self.old = draft.paragraph(self.key).text
        first, *middle, last = self.old.split()
        self.new = " ".join([first, "strongly", *middle, f"always {last}"])
        super().__init__(qtbot, rewrite(draft, [self.key], [Rewritten(self.key, self.new)]).draft)

    def go(self, name: str) -> None:
        number = place_of(self.shown, name)
        assert number is not None
        self.window.view.go_to(number)

    def text(self) -> str:
        assert self.desk.draft is not None
        return self.desk.draft.paragraph(self.key).text


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Room:
    apply_theme(qapp, "light")
    return Room(qtbot)


@pytest.mark.parametrize("column", [0, 1])
def test_the_whole_wording_is_taken_over_and_undone(room: Room, column: int) -> None:
    room.go("OP1")
    room.window.view.set_column(column)
    assert room.window.acts["take"].text() == "&Take 53/11 wording into the draft"
    QTest.keyClick(room.window.view, Qt.Key.Key_T, CTRL)
    assert room.text() == room.old
    assert room.said().startswith("OP1 of the draft reads like OP1 of 53/11.")
    room.settle()
    assert not room.window.acts["take"].isEnabled()
    room.desk.undo_stack.undo()
    assert room.text() == room.new


def offered(room: Room) -> QMenu:
    menu = QMenu(room.window)
    room.window.taking.fill(menu)
    return menu


def test_one_change_is_taken_over_alone(room: Room) -> None:
    room.go("OP1")
    assert room.window.acts["take_one"].isEnabled()
    menu = offered(room)
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Take out “strongly”", "Take out “always”"]
    menu.actions()[0].trigger()
    assert room.text() == room.new.replace(" strongly", "")
    assert room.desk.undo_stack.undoText() == "Take one change over in OP1"


def test_a_change_looked_at_before_the_draft_changed_is_not_taken(room: Room) -> None:
    room.go("OP1")
    menu = offered(room)
    draft = room.desk.draft
    assert draft is not None
    room.desk.do(rewrite(draft, [room.key], [Rewritten(room.key, "Urges all to act;")]))
    menu.actions()[0].trigger()
    assert room.text() == "Urges all to act;"
    assert "changed in the meantime" in room.said()


def test_a_paragraph_the_draft_lacks_is_brought_back(room: Room) -> None:
    draft = room.desk.draft
    assert draft is not None
    room.desk.do(delete(draft, [room.key]))
    room.settle()
    room.window.view.set_column(0)
    found = room.window.model.comparison
    assert found is not None
    room.window.view.go_to(next(row.number for row in found.rows if row.ids == (("OP1",), ())))
    room.window.acts["take"].trigger()
    assert room.said().startswith("OP1 of 53/11 stands in the draft again.")
    assert room.desk.draft is not None
    assert room.old in [one.text for one in room.desk.draft.paragraphs]


def test_what_is_the_same_offers_nothing(room: Room) -> None:
    room.go("PP1")
    assert not room.window.acts["take"].isEnabled()
    assert not room.window.acts["take_one"].isEnabled()
    assert offered(room).actions() == []


@pytest.mark.parametrize(
    ("typed", "here", "said"),
    [
        ("OP2", "OP2", ""),
        (" op 3 ", "OP3", ""),
        ("OP99", "PP1", "No column has a paragraph OP99."),
        ("", "PP1", ""),
    ],
)
def test_going_to_a_paragraph_by_its_name(room: Room, typed: str, here: str, said: str) -> None:
    room.go("PP1")
    QTest.keyClick(room.window.view, Qt.Key.Key_J, CTRL)
    QTest.keyClicks(room.window.go_to, typed)
    QTest.keyClick(room.window.go_to, Qt.Key.Key_Return)
    assert str(room.window.view.currentIndex().data()) == here
    assert room.said() == said


def test_no_two_acts_share_a_key(room: Room) -> None:
    keys = [key.toString() for act in room.window.acts.all() for key in act.shortcuts()]
    assert len(keys) == len(set(keys)) > 30


def test_a_name_is_looked_for_in_the_last_column_first() -> None:
    found = compared("- PP1 -\n= PP2 PP1\n= PP3 PP2")
    assert [place_of(found, name) for name in ("PP1", "PP3", "pp 2", "PP4")] == [1, 2, 2, None]
