# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: the ways in, and what was opened of late, which can be taken off the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.assistant.dialog import AssistantDialog
from ui.theme import themes
from ui.welcome import WelcomePage
from ui.window import MainWindow


@pytest.fixture
def recent(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> list[Path]:
    """Three files opened before, the last one first."""
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path in paths:
        path.write_text("text", encoding="utf-8")
        empty_window.settings.remember([path])
    empty_window.welcome.show_recent(empty_window.settings.recent())
    qtbot.waitUntil(lambda: len(buttons(empty_window, "recent")) == 3)
    return paths


def buttons(window: MainWindow, name: str) -> list[QPushButton]:
    return window.welcome.findChildren(QPushButton, name)


def names(window: MainWindow) -> list[str]:
    return [button.text()[0] for button in buttons(window, "recent")]


def test_the_calm_way_opens_the_assistant(empty_window: MainWindow) -> None:
    empty_window.welcome.drop.look.click()
    (dialog,) = empty_window.findChildren(AssistantDialog)
    assert dialog.isVisible()
    dialog.close()


def test_an_entry_can_be_taken_off_the_list(
    qtbot: QtBot, empty_window: MainWindow, recent: list[Path]
) -> None:
    assert names(empty_window) == ["c", "b", "a"]
    gone = buttons(empty_window, "forget")[1]
    assert gone.accessibleName().startswith("Remove b")
    gone.click()
    qtbot.waitUntil(lambda: names(empty_window) == ["c", "a"])
    assert [paths[0].name for paths in empty_window.settings.recent()] == ["c.txt", "a.txt"]
    assert recent[1].exists()


def test_the_delete_key_does_the_same(qtbot: QtBot, empty_window: MainWindow, recent: list[Path]) -> None:
    empty_window.activateWindow()
    first = buttons(empty_window, "recent")[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(empty_window) == ["b", "a"])


def test_the_list_can_be_cleared(qtbot: QtBot, empty_window: MainWindow, recent: list[Path]) -> None:
    assert empty_window.welcome.clear.isVisible()
    empty_window.welcome.clear.click()
    qtbot.waitUntil(lambda: not names(empty_window))
    assert empty_window.settings.recent() == ()
    assert not empty_window.welcome.clear.isVisible()


@pytest.mark.parametrize(("waiting", "words"), [(1, "1 draft that was"), (3, "3 drafts that were")])
def test_recovered_drafts_are_told_of(qtbot: QtBot, waiting: int, words: str) -> None:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.show_recovered(waiting)
    assert words in page.recovered.text()
    assert page.recovered.isVisibleTo(page)
    page.show_recovered(0)
    assert not page.recovered.isVisibleTo(page)


def test_every_way_in_is_reached_by_key(empty_window: MainWindow, recent: list[Path]) -> None:
    found = empty_window.welcome.findChildren(QPushButton)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in found)


@pytest.mark.usefixtures("usual_look")
def test_in_large_type_the_page_scrolls_and_loses_nothing(
    qtbot: QtBot, empty_window: MainWindow, recent: list[Path]
) -> None:
    themes().set_scale(2.0)
    empty_window.resize(900, 560)
    page = empty_window.welcome
    shown = [*page.findChildren(QPushButton), *page.findChildren(QLabel)]

    def squeezed() -> list[str]:
        seen = (one for one in shown if one.isVisible())
        return [one.text() for one in seen if one.height() < one.minimumSizeHint().height()]

    qtbot.waitUntil(lambda: squeezed() == [])


def test_the_menu_of_recent_files_can_be_cleared_too(empty_window: MainWindow, recent: list[Path]) -> None:
    menu = empty_window.acts.submenus["recent"]
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert empty_window.settings.recent() == ()
