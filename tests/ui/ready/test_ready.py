# SPDX-License-Identifier: GPL-3.0-or-later
"""What blocks submission is listed, leads to its place, and goes when it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, shown_window

from drafting.checking import Finding, Rule, Severity, Spot, rules
from drafting.draft import Blocker, Located, Obstacle
from ui.export.words import still_blocks
from ui.ready.dialog import ReadyDialog
from ui.ready.rows import READY, rows_of, summary
from ui.settings import Settings
from ui.window import MainWindow

BLOCKING: Rule = next(one for one in rules() if one.blocking and not one.generated)
FOUND = Finding(BLOCKING.id, Severity.ERROR, Spot("OP1", 16, 22), "States", "“States” is wrong.")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    shown = shown_window(qtbot, ScriptedPrompts(), Settings.in_file(tmp_path / "settings.ini"))
    shown.checker.find = lambda draft, _off: (Located(FOUND, draft.paragraphs[2].key),)
    with qtbot.waitSignal(shown.checker.checked):
        shown.desk.open(small_draft())
    return shown


@pytest.fixture
def dialog(window: MainWindow) -> ReadyDialog:
    act(window, "ready")
    [shown] = window.findChildren(ReadyDialog)
    return shown


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), READY),
        ((Obstacle.FACT,), "Not ready: 1 fact"),
        ((Obstacle.FINDING, Obstacle.FACT, Obstacle.FACT), "Not ready: 2 facts, 1 check"),
        ((Obstacle.BLANK, Obstacle.BLANK, Obstacle.PROPOSAL), "Not ready: 1 proposal, 2 blanks"),
    ],
)
def test_all_in_one_line(kinds: Sequence[Obstacle], words: str) -> None:
    assert summary([Blocker(kind, "", "") for kind in kinds]) == words


def test_warnings_are_told_beside_what_blocks() -> None:
    assert summary([Blocker(Obstacle.FACT, "", "")], 2) == "Not ready: 1 fact · 2 warnings"
    assert summary([], 1) == f"{READY} · 1 warning"


def test_rows_say_where_and_what() -> None:
    draft = small_draft()
    blockers = (
        Blocker(Obstacle.BLANK, "", "a blank is left", "p4", "p4n1"),
        Blocker(Obstacle.BLANK, "", "a blank is left", "p4", "p4n1"),
        Blocker(Obstacle.FACT, "dates", "not known"),
    )
    rows = rows_of(draft, blockers)
    assert [row.spoken for row in rows] == [
        "OP2, footnote 2, blank: A blank is left.",
        "OP2, footnote 2, blank: A blank is left.",
        "Above the text, fact: Not known.",
    ]
    assert len({row.id for row in rows}) == 3


def test_the_foot_of_the_window_says_how_far_it_is(window: MainWindow) -> None:
    assert window.status.ready.text() == "Not ready: 2 facts, 2 proposals, 1 check"
    window.desk.open(None)
    assert window.status.ready.isHidden()


def test_every_blocker_leads_to_its_place(qtbot: QtBot, window: MainWindow, dialog: ReadyDialog) -> None:
    work, seen = window.work, []
    for number in range(dialog.model.rowCount()):
        dialog.list.choose(dialog.model.row(number).id)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        seen.append((dialog.model.row(number).kind, work.tabs.tabText(work.tabs.currentIndex())))
    assert seen == [
        ("fact", "Facts"),
        ("fact", "Facts"),
        ("proposal", "Proposals"),
        ("proposal", "Proposals"),
        ("check", "Checks"),
    ]
    assert window.checker.chosen is not None
    assert window.checker.chosen.finding == FOUND


def test_a_blank_is_selected_on_the_page(window: MainWindow) -> None:
    window.readiness.wanted.emit(Blocker(Obstacle.BLANK, "", "", "p3", None, 0, 9))
    assert window.work.page.textCursor().selectedText() == "Reaffirms"
    window.readiness.wanted.emit(Blocker(Obstacle.BLANK, "", "above"))
    assert window.work.page.verticalScrollBar().value() == 0


def test_the_list_empties_while_the_drafter_works(
    qtbot: QtBot, window: MainWindow, dialog: ReadyDialog
) -> None:
    act(window, "accept_all")
    assert [row.kind for row in dialog.model.rows] == ["fact", "fact", "check"]
    for fact, values in (("topic", {"number": "9", "date": "19"}), ("report", {"serial": "7"})):
        window.deciding.fill(fact, values)
        window.deciding.accept_fact(fact)
    assert [row.kind for row in dialog.model.rows] == ["check"]
    window.checker.choose(window.checker.placed[0].id)
    act(window, "ignore")
    assert dialog.model.rows == ()
    assert dialog.head.text() == window.status.ready.text() == READY
    assert dialog.list.isHidden()


def test_the_list_goes_with_the_draft(window: MainWindow, dialog: ReadyDialog) -> None:
    window.desk.open(None)
    assert not dialog.isVisible()


def test_an_export_tells_of_what_blocks(window: MainWindow) -> None:
    assert window.desk.draft is not None
    told = still_blocks(window.exporting.blockers(window.desk.draft))
    assert told == f"{window.readiness.summary.partition(' · ')[0]}."
    assert "1 check" in told
    assert still_blocks(()) == ""
