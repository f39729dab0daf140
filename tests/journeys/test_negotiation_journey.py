# SPDX-License-Identifier: GPL-3.0-or-later
"""Two rounds of negotiation in the window, and the clean text at their end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, text_of

from drafting.draft import Draft, Obstacle, Stage, blockers, find_all, find_named
from drafting.draft.negotiating import progress
from drafting.project import open_project
from ui.editor.filters import Filter
from ui.window import MainWindow


def key(draft: Draft | None, name: str) -> str:
    assert draft is not None
    return find_named(draft, name).key


def test_a_text_is_negotiated_from_brackets_to_a_straight_count(
    qtbot: QtBot, opened: Callable[..., MainWindow], prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window = opened()
    hand, desk = Hand(window.work.page), window.desk
    hand.put(key(desk.draft, "OP2"), 4)
    act(window, "insert_after")
    hand.type("Requests the Office to report yearly;")
    act(window, "number_bis")
    hand.put(key(desk.draft, "OP2bis"), 13)
    act(window, "bracket")
    assert text_of(desk.draft, "OP2bis") == "Requests the [Office] to report yearly;"
    assert key(desk.draft, "OP3") == "p36"  # its number has not shifted
    prompts.words = ["Oslo may move on this"]
    act(window, "memo")
    assert prompts.asked[-1] == "note on OP2bis: "
    hand.select((key(desk.draft, "OP1"), 3), (key(desk.draft, "OP2"), 3))
    act(window, "stage_agreed")
    assert window.desk.undo_stack.undoText() == "Mark OP1 to OP2 as agreed"
    act(window, "show_not_agreed")
    assert window.work.page.filter is Filter.NOT_AGREED
    assert window.work.page.hides(key(desk.draft, "OP1"))
    act(window, "show_all")

    prompts.places = [tmp_path / "round.penholder"]
    act(window, "save")
    qtbot.waitUntil((tmp_path / "round.penholder").exists)
    assert open_project(tmp_path / "round.penholder") == desk.draft

    assert desk.draft is not None
    found = [one.about for one in blockers(desk.draft, find_all(desk.draft)) if one.kind is Obstacle.FINDING]
    assert {"brackets-left", "number-inserted"} <= set(found)
    act(window, "next_bracket")
    assert window.work.page.textCursor().selectedText() == "[Office]"
    act(window, "unbracket")
    hand.put(key(desk.draft, "OP2bis"), 3)
    act(window, "stage_ad_referendum", "number_all")
    assert text_of(desk.draft, "OP3") == "Requests the Office to report yearly;"
    left = [one.about for one in blockers(desk.draft, find_all(desk.draft)) if one.kind is Obstacle.FINDING]
    assert not {"brackets-left", "number-inserted"} & set(left)
    far = progress(desk.draft)
    assert (far.agreed, far.ad_referendum, far.brackets, far.memos) == (2, 1, 0, 1)
    assert desk.draft.paragraph(key(desk.draft, "OP3")).stage is Stage.AD_REFERENDUM


def test_acts_of_negotiation_have_their_keys_on_the_page(
    opened: Callable[..., MainWindow],
) -> None:
    window = opened()
    hand, page = Hand(window.work.page), window.work.page
    window.activateWindow()
    page.setFocus()
    hand.put(key(window.desk.draft, "OP2"), 3)
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text_of(window.desk.draft, "OP2").startswith("[Recognizes] that")
    QTest.keyClick(
        page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    QTest.keyClick(
        page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert text_of(window.desk.draft, "OP2").startswith("Recognizes that")
    draft = window.desk.draft
    assert draft is not None
    assert draft.paragraph(key(draft, "OP2")).stage is Stage.AGREED
