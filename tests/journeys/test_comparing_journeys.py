# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories told in the comparison window beside the page of the draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, text_of

from drafting.draft import Rewritten, insert, move_to, rewrite
from ui.comparison.window import ComparisonWindow
from ui.window import MainWindow

Opening = Callable[..., MainWindow]


@pytest.fixture
def beside(qtbot: QtBot, opened: Opening) -> tuple[MainWindow, ComparisonWindow]:
    """The sample series opened, and the draft compared with its base."""
    window = opened()
    act(window, "compare")
    shown = window.comparing.window
    assert shown is not None
    shown.resize(1280, 800)
    settled(window, qtbot)
    return window, shown


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until the rows show the draft as it is."""
    window.comparing.update()
    shown = window.comparing.window
    assert shown is not None
    qtbot.waitUntil(lambda: not shown.busy and shown.model.comparison is not None)


def on_page(window: MainWindow) -> str:
    """The label of the paragraph in hand on the page."""
    assert window.desk.draft is not None
    return window.desk.draft.label(window.work.page.current_paragraph).id


def key_of(window: MainWindow, label: str) -> str:
    draft = window.desk.draft
    assert draft is not None
    return next(one.key for one in draft.paragraphs if draft.label(one.key).id == label)


def line_of(shown: ComparisonWindow, title: str) -> int:
    lines = [str(shown.model.index(line).data()) for line in range(shown.model.rowCount())]
    return lines.index(title)


def test_a_click_brings_the_page_to_the_same_paragraph(
    beside: tuple[MainWindow, ComparisonWindow],
) -> None:
    window, shown = beside
    shown.view.go_to(50)
    place = shown.view.visualRect(shown.model.index(line_of(shown, "OP18")))
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(30, 8))
    assert on_page(window) == "OP18"
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    assert on_page(window) == "OP19"


def test_and_the_page_brings_the_comparison(
    qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow]
) -> None:
    window, shown = beside
    window.work.page.show_paragraph(key_of(window, "OP30"))
    assert shown.view.currentIndex().data() == "OP30"
    assert shown.view.viewport().rect().intersects(shown.view.visualRect(shown.view.currentIndex()))
    draft = window.desk.draft
    assert draft is not None
    window.desk.do(insert(draft, key_of(window, "PP2"), "Noting the seminars,"))
    window.work.page.show_paragraph(key_of(window, "PP3"))
    settled(window, qtbot)
    assert shown.view.currentIndex().data() == "PP3"
    assert on_page(window) == "PP3"


def test_what_is_shown_anew_does_not_move_the_caret(
    qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow]
) -> None:
    window, shown = beside
    window.work.page.show_paragraph(key_of(window, "OP30"))
    act(window, "accept_all")
    settled(window, qtbot)
    shown.acts["changes_only"].setChecked(True)
    assert on_page(window) == "OP30"


def test_five_columns_with_the_living_draft(
    qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow]
) -> None:
    window, shown = beside
    for _ in range(3):
        shown.acts["add_column"].trigger()
    settled(window, qtbot)
    names = [shown.head.box(at).currentText() for at in range(5)]
    assert names == ["47/9", "50/4", "53/11", "56/2", "Draft"]
    assert shown.head.texts()[4].endswith("nothing changed from 56/2")
    act(window, "accept_all")
    settled(window, qtbot)
    assert shown.head.texts()[4].endswith("3 changed from 56/2")
    act(window, "undo")
    settled(window, qtbot)
    assert shown.head.texts()[4].endswith("nothing changed from 56/2")


def test_a_move_is_shown_and_jumped_to(qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow]) -> None:
    window, shown = beside
    draft = window.desk.draft
    assert draft is not None
    window.desk.do(move_to(draft, [key_of(window, "OP20")], key_of(window, "OP4")))
    settled(window, qtbot)
    [ribbon] = shown.view.ribbons()
    shown.view.go_to(ribbon.home)
    assert shown.view.currentIndex().data() == "OP20, now OP4"
    shown.acts["other_end"].trigger()
    assert shown.view.current_number() == ribbon.ghost
    shown.acts["other_end"].trigger()
    assert shown.view.current_number() == ribbon.home
    assert on_page(window) == "OP4"


def test_a_pair_broken_by_hand_is_remembered_in_the_file(
    qtbot: QtBot,
    beside: tuple[MainWindow, ComparisonWindow],
    opened: Opening,
    prompts: ScriptedPrompts,
    tmp_path: Path,
) -> None:
    window, shown = beside
    shown.view.go_to(line_of(shown, "OP18"))
    shown.acts["unpair"].trigger()
    settled(window, qtbot)
    assert _columns_of(shown, "OP18") == [(True, False), (False, True)]
    prompts.places.append(tmp_path / "mine.penholder")
    act(window, "save", "close")
    opened(tmp_path / "mine.penholder")
    act(window, "compare")
    settled(window, qtbot)
    again = window.comparing.window
    assert again is not None
    assert _columns_of(again, "OP18") == [(True, False), (False, True)]


def _columns_of(shown: ComparisonWindow, name: str) -> list[tuple[bool, ...]]:
    """For every row with this paragraph, which columns have it."""
    assert shown.model.comparison is not None
    rows = [row for row in shown.model.comparison.rows if name in row.names]
    return sorted((tuple(cell is not None for cell in row.cells) for row in rows), reverse=True)


def test_wording_is_taken_over_and_taken_back(
    qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow]
) -> None:
    window, shown = beside
    shown.choose(0, 4)
    settled(window, qtbot)
    before = text_of(window.desk.draft, "PP11")
    shown.view.go_to(line_of(shown, "PP11"))
    shown.view.set_column(0)
    shown.acts["take"].trigger()
    assert "unprecedented effects" in text_of(window.desk.draft, "PP11")
    act(window, "undo")
    assert text_of(window.desk.draft, "PP11") == before
    assert shown.isVisible()


def test_the_room_follows_the_draft_from_the_comparison(
    qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow]
) -> None:
    window, shown = beside
    shown.acts["room"].trigger()
    room = window.room.window
    assert room is not None
    shown.view.go_to(line_of(shown, "OP30"))
    assert room.board.accessibleDescription().startswith("OP30: Reiterates its request")
    key = key_of(window, "OP30")
    assert window.desk.draft is not None
    window.desk.do(rewrite(window.desk.draft, [key], [Rewritten(key, "Invites the High Commissioner;")]))
    assert "Invites" in room.board.accessibleDescription()
    act(window, "undo")
    assert room.board.accessibleDescription().startswith("OP30: Reiterates its request")
    shown.acts["room"].trigger()
    assert window.room.window is None


def test_what_is_compared_goes_out_as_pages(
    qtbot: QtBot, beside: tuple[MainWindow, ComparisonWindow], prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window, shown = beside
    act(window, "accept_all")
    settled(window, qtbot)
    for name, suffix in (("out_word", "docx"), ("out_web", "html"), ("out_pdf", "pdf")):
        prompts.places.append(tmp_path / f"out.{suffix}")
        shown.acts[name].trigger()
        qtbot.waitUntil(lambda: not shown.sending.busy)
    assert prompts.problems == []
    assert sorted(path.suffix for path in tmp_path.glob("out.*")) == [".docx", ".html", ".pdf"]
    assert "10 July 2024" in (tmp_path / "out.html").read_text(encoding="utf-8")
