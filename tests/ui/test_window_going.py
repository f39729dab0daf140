# SPDX-License-Identifier: GPL-3.0-or-later
"""Going to a paragraph, a point, a footnote by its name: what there is comes up while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act

from ui.editor.going import GoToDialog
from ui.window import MainWindow


def test_going_to_a_place_by_its_name(window: MainWindow, prompts: ScriptedPrompts) -> None:
    prompts.words = ["op 2 (a)", "fn 2", "3"]
    page, note = window.work.page, window.desk.draft.paragraph("p4").notes[0].key
    seen = []
    for _ in range(4):
        act(window, "go_to")
        seen.append((page.current_paragraph, page.here.note))
    assert seen == [("p5", ""), ("p4", note), ("p6", ""), ("p6", "")]
    assert prompts.asked == ["PP1", "OP2(a)", "OP2", "OP3"]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> GoToDialog:
    dialog = GoToDialog(window, window.desk.draft, "PP1")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def offered(dialog: GoToDialog) -> list[str]:
    completer = dialog.field.completer()
    completer.setCompletionPrefix(dialog.field.text())
    model = completer.completionModel()
    return [completer.pathFromIndex(model.index(row, 0)) for row in range(model.rowCount())]


OFFERED = {
    "OP2": ["OP2", "OP2(a)"],
    "fn ": ["fn 1", "fn 2"],
    "seminar": ["PP2"],
    "nowhere": [],
    "reaffirms": ["OP1"],
    "the charter": ["PP2"],
}


@pytest.mark.parametrize("typed", OFFERED)
def test_names_and_first_words_come_up_while_typing(qtbot: QtBot, dialog: GoToDialog, typed: str) -> None:
    qtbot.keyClicks(dialog.field, typed)
    assert offered(dialog) == OFFERED[typed]


def test_it_stays_open_and_says_what_there_is(qtbot: QtBot, dialog: GoToDialog) -> None:
    assert dialog.field.selectedText() == "PP1"
    qtbot.keyClicks(dialog.field, "OP99")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.told.text() == "There is no OP99 in this draft. Its paragraphs go up to PP2 and OP3."
    assert dialog.field.property("state") == "wrong"
    qtbot.keyClicks(dialog.field, "op3")
    assert dialog.field.property("state") == ""
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.goal is not None
    assert dialog.goal.key == "p6"


def test_what_is_taken_from_the_list_is_the_name(qtbot: QtBot, dialog: GoToDialog) -> None:
    qtbot.keyClicks(dialog.field, "decides")
    popup = dialog.field.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.field.text() == "OP3"
    assert not dialog.isVisible()  # one Enter takes the name and goes there


def test_enter_goes_while_names_are_offered(qtbot: QtBot, dialog: GoToDialog) -> None:
    qtbot.keyClicks(dialog.field, "OP2")
    popup = dialog.field.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.goal is not None
    assert dialog.goal.key == "p4"
