# SPDX-License-Identifier: GPL-3.0-or-later
"""Guesses shown as guesses, and pairs set and broken by hand: by keys, kept in the draft, undone there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from compared_texts import DraftCompared
from pictures import compared
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from small import small_draft

from drafting.draft.pairing import DRAFT, paired_by_hand
from ui.comparison.rows import Tag, Tint
from ui.comparison.sentences import describe
from ui.comparison.window import ComparisonWindow
from ui.theme import apply_theme

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class Room(DraftCompared):
    """Pairs set and broken by keys."""

    def rows(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        found = self.shown
        return {describe(row, found).split(",")[0]: row.ids for row in found.rows}

    def row(self, column: int, paragraph: str) -> int:
        rows = self.shown.rows
        return next(row.number for row in rows if paragraph in row.ids[column] and not row.ghost)

    def at(self, column: int, paragraph: str, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> str:
        """Goes to a paragraph, presses a key, and gives what is said."""
        self.window.view.go_to(self.row(column, paragraph))
        QTest.keyClick(self.window.view, key, held)
        said = self.said()
        self.settle()
        return said

    def partner(self, paragraph: str) -> tuple[str, ...]:
        return self.shown.rows[self.row(0, paragraph)].ids[1]


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Iterator[Room]:
    apply_theme(qapp, "light")
    made = Room(qtbot, small_draft())
    yield made
    made.comparing.close()


def test_a_guess_is_said_to_be_one_with_its_score() -> None:
    comparison = compared("~? OP1 OP1")
    row = comparison.rows[0]
    tags = [tag for cell in row.cells if cell for tag in cell.tags]
    assert tags == [Tag("? paired by guess, 31% alike", Tint.GUESS)]
    assert describe(row, comparison).startswith("OP1, reworded, paired by guess, 31% alike: ")
    assert not compared("~ OP1 OP1").rows[0].guess


def test_two_that_were_paired_are_unpaired_and_it_is_remembered(room: Room) -> None:
    assert room.partner("OP1") == ("OP1",)
    said = room.at(0, "OP1", KEYS.Key_L, CTRL | SHIFT)
    assert said.startswith("Unpaired OP1 and OP1.")
    assert room.partner("OP1") == ()
    assert room.desk.draft is not None
    assert paired_by_hand(room.desk.draft, "53/11", DRAFT).broken == (("OP1", "OP1"),)
    found = room.window.model.comparison
    assert found is not None
    assert "unpaired by hand" in describe(found.rows[room.row(0, "OP1")], found)


def test_undo_in_the_draft_pairs_them_again(room: Room) -> None:
    room.at(0, "OP1", KEYS.Key_L, CTRL | SHIFT)
    room.desk.undo_stack.undo()
    room.settle()
    assert room.partner("OP1") == ("OP1",)
    room.desk.undo_stack.redo()
    room.settle()
    assert room.partner("OP1") == ()


def test_one_is_taken_in_hand_and_paired_with_another(room: Room) -> None:
    said = room.at(0, "OP1", KEYS.Key_L)
    assert said == "OP1 of 53/11 is in hand: go to its partner and press Ctrl+L again; Esc lets it go."
    room.window.view.go_to(room.row(1, "OP3"))
    assert room.window.acts["pair"].text() == "&Pair with OP1 of 53/11"
    assert room.at(1, "OP3", KEYS.Key_L).startswith("Paired OP1 of 53/11 with OP3.")
    assert room.partner("OP1") == ("OP3",)
    found = room.window.model.comparison
    assert found is not None
    assert "paired by hand" in describe(found.rows[room.row(0, "OP1")], found)


def test_a_decision_is_taken_back_by_its_own_key(room: Room) -> None:
    room.at(0, "OP1", KEYS.Key_L)
    room.at(1, "OP3", KEYS.Key_L)
    room.at(0, "OP1", KEYS.Key_L, CTRL | ALT)
    assert room.partner("OP1") == ("OP1",)
    assert not room.window.acts["pair_anew"].isEnabled()


def test_what_is_in_hand_is_let_go(room: Room) -> None:
    room.at(0, "OP1", KEYS.Key_L)
    room.at(0, "OP1", KEYS.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert room.window.acts["pair"].text() == "&Pair by hand"
    assert not room.window.acts["let_go"].isEnabled()


def test_a_decision_holds_whichever_way_they_are_compared(room: Room) -> None:
    room.at(0, "OP1", KEYS.Key_L, CTRL | SHIFT)
    room.window.acts["swap"].trigger()
    room.settle()
    assert room.window.model.comparison is not None
    assert room.window.model.comparison.old.is_draft
    assert room.partner("OP1") == ()
    room.window.view.go_to(room.row(0, "OP1"))
    room.window.acts["pair_anew"].trigger()
    room.settle()
    assert room.partner("OP1") == ("OP1",)


def test_without_a_draft_to_keep_them_no_pairs_are_set(qtbot: QtBot) -> None:
    one = compared("= PP1 PP1")
    window = ComparisonWindow(one.versions, 0, 1)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not window.busy and window.model.comparison is not None)
    window.view.setCurrentIndex(window.model.index(0))
    assert [window.acts[name].isEnabled() for name in ("pair", "unpair", "pair_anew")] == [False] * 3
