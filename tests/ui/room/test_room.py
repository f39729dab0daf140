# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room sees: the words of one paragraph as they are in the draft, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QScreen
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from small import OP1, PP1, small_draft
from windows import act

from drafting.draft import Draft, Rewritten, insert, rewrite
from drafting.draft.negotiating import set_memo
from ui.room.board import SIZES, Board
from ui.room.window import RoomWindow, other_screen
from ui.room.words import RoomText, _both, room_text
from ui.theme import load_theme
from ui.window import MainWindow


def key_of(draft: Draft, label: str) -> str:
    return next(one.key for one in draft.paragraphs if draft.label(one.key).id == label)


def edited(draft: Draft, label: str, text: str) -> Draft:
    key = key_of(draft, label)
    return rewrite(draft, [key], [Rewritten(key, text)]).draft


def test_open_proposals_are_not_shown() -> None:
    draft = small_draft()
    shown = room_text(draft, key_of(draft, "PP1"), changes=True)
    assert (shown.text, shown.marks, shown.label) == (PP1, (), "PP1")
    assert shown.state == "as in 53/11"


def test_changes_stand_in_the_words_and_can_be_left_out() -> None:
    draft = edited(small_draft(), "OP1", "Reaffirms that all States [shall] cooperate;")
    key = key_of(draft, "OP1")
    shown = room_text(draft, key, changes=True)
    assert [(one.span.of(shown.text).strip(), one.gone) for one in shown.marks] == [
        ("all", False),
        ("[shall]", False),
    ]
    assert [span.of(shown.text) for span in shown.brackets] == ["[shall]"]
    plain = room_text(draft, key, changes=False)
    assert (plain.text, plain.marks) == ("Reaffirms that all States [shall] cooperate;", ())


def test_brackets_are_told_from_blanks_and_notes_are_not_shown() -> None:
    draft = edited(small_draft(), "OP1", "Reaffirms [that [all] States] recall 79/[…];")
    draft = set_memo(draft, key_of(draft, "OP1"), "Reykjavik wavers").draft
    shown = room_text(draft, key_of(draft, "OP1"), changes=True)
    assert [span.of(shown.text) for span in shown.brackets] == ["[that [all] States]", "[all]"]
    assert [span.of(shown.text) for span in shown.blanks] == ["[…]"]
    assert "Reykjavik" not in repr(shown)


def test_a_new_paragraph_is_new_all_over() -> None:
    draft = small_draft()
    draft = insert(draft, key_of(draft, "OP1"), "Welcomes the seminars;").draft
    shown = room_text(draft, key_of(draft, "OP2"), changes=True)
    assert shown.state == "new"
    assert [one.span.of(shown.text) for one in shown.marks] == ["Welcomes the seminars;"]


WORDS = st.lists(st.sampled_from(["States", "shall", "the", "rights", "of", "all,", "[…]"]), max_size=12).map(
    " ".join
)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_the_words(old: str, new: str) -> None:
    text, marks = _both(old, new)

    def without(gone: bool) -> str:
        dropped = {at for one in marks if one.gone is gone for at in range(one.span.start, one.span.end)}
        return "".join(letter for at, letter in enumerate(text) if at not in dropped)

    assert (without(False).split(), without(True).split()) == (old.split(), new.split())


@pytest.mark.parametrize("words", [8, 60])
def test_the_type_is_as_large_as_fits(qtbot: QtBot, words: int) -> None:
    board = Board()
    qtbot.addWidget(board)
    board.resize(1280, 720)
    board.show_text(RoomText("Draft", "OP1", "cooperation " * words))
    chosen = board.size_shown
    assert (chosen == SIZES[0]) is (words == 8)
    assert board.shown() == (1, board.lines())
    board.enlarge(-2)
    assert board.size_shown < chosen
    board.enlarge(9)
    assert board.size_shown == chosen


def test_what_is_too_long_is_shown_in_parts(qtbot: QtBot) -> None:
    board = Board()
    qtbot.addWidget(board)
    board.resize(1280, 720)
    board.show_text(RoomText("Draft", "OP1", "cooperation " * 600))
    seen = []
    while not seen or board.shown()[0] != 1:
        seen += range(board.shown()[0], board.shown()[1] + 1)
        board.go_on()
    assert seen == list(range(1, board.lines() + 1))


def test_the_room_follows_the_draft_and_the_drafter(window: MainWindow) -> None:
    page, draft = window.work.page, window.desk.draft
    assert draft is not None
    page.show_paragraph(key_of(draft, "OP1"))
    act(window, "room")
    room = window.room.window
    assert room is not None
    assert room.board.accessibleDescription() == f"OP1: {OP1}"
    window.desk.do(rewrite(draft, [key_of(draft, "OP1")], [Rewritten(key_of(draft, "OP1"), "Reaffirms;")]))
    assert room.board.accessibleDescription().startswith("OP1: Reaffirms")
    page.show_paragraph(key_of(draft, "OP2"))
    assert room.board.accessibleDescription().startswith("OP2: Takes note")
    act(window, "room_hold")
    page.show_paragraph(key_of(draft, "PP1"))
    assert room.board.accessibleDescription().startswith("OP2: Takes note")
    act(window, "room_hold")
    assert room.board.accessibleDescription().startswith("PP1")
    act(window, "undo")
    assert room.board.accessibleDescription() == f"OP1: {OP1}"
    act(window, "room")
    assert window.room.window is None


def test_closing_it_is_known_to_the_drafters_window(window: MainWindow) -> None:
    act(window, "room")
    assert window.room.window is not None
    window.room.window.close()
    assert not window.acts["room"].isChecked()
    act(window, "room")
    window.desk.open(None)
    assert window.room.window is None


def test_dark_or_light_whatever_the_other_windows_wear(window: MainWindow) -> None:
    act(window, "room", "room_dark")
    room = window.room.window
    assert room is not None
    image = room.board.grab().toImage()
    assert QColor(image.pixelColor(2, 2)).name().upper() == load_theme("dark").page
    act(window, "room_dark")
    image = room.board.grab().toImage()
    assert QColor(image.pixelColor(2, 2)).name().upper() == load_theme("light").page


def test_keys_fill_the_screen_and_leave_it(window: MainWindow) -> None:
    act(window, "room")
    room = window.room.window
    assert room is not None
    for key, full in ((Qt.Key.Key_F11, True), (Qt.Key.Key_Escape, False)):
        QTest.keyClick(room, key)
        assert room.isFullScreen() is full


def test_it_opens_on_the_screen_that_is_not_the_drafters() -> None:
    one, other = object(), object()
    screens: list[QScreen] = [one, other]  # type: ignore[list-item]
    assert other_screen(screens[0], screens) is other
    assert other_screen(screens[0], screens[:1]) is None


@pytest.mark.parametrize("beside", [True, False], ids=["another screen", "one screen"])
def test_the_keyboard_stays_with_the_drafter_only_where_the_room_is_on_another_screen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, beside: bool
) -> None:
    """On the only screen it would open behind the drafter's window, and nobody would see it."""
    taken = []
    monkeypatch.setattr(RoomWindow, "open_beside", lambda room, own: beside)
    monkeypatch.setattr(window, "activateWindow", lambda: taken.append(True))
    act(window, "room")
    assert taken == [True] * beside
