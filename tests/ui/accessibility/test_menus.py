# SPDX-License-Identifier: GPL-3.0-or-later
"""Every act can be reached from the keyboard: by keys, or by a letter that no other of its menu has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot
from screenshots import series

from ui.comparison.window import ComparisonWindow
from ui.editor.menu import context_menu
from ui.window import MainWindow


def letter(text: str) -> str:
    """The letter that chooses an entry in its menu, empty when none does."""
    at = text.replace("&&", "  ").find("&")
    return text[at + 1].casefold() if 0 <= at < len(text) - 1 else ""


def menus(bar: QMenuBar | QMenu, path: str = "menu bar") -> Iterator[tuple[str, list[QAction]]]:
    """Every menu with its entries, those that are filled when they are opened too."""
    yield path, [action for action in bar.actions() if not action.isSeparator()]
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            yield from menus(menu, f"{path} > {action.text().replace('&', '')}")


def clashes(entries: list[QAction]) -> list[str]:
    """The letters that several entries of a menu have."""
    return sorted(
        one for one, number in Counter(map(letter, map(QAction.text, entries))).items() if number > 1 and one
    )


def out_of_reach(entries: list[QAction]) -> list[str]:
    """The entries with neither letter nor keys: in a long menu the arrows alone are no way."""
    return [action.text() for action in entries if not letter(action.text()) and not action.shortcuts()]


OF_THE_DRAFT = {"Open recent", "Bring back", "Target session"}
"""Filled with what a draft has: files, paragraphs and sessions, by arrows or the letters they begin with."""


def problems(bar: QMenuBar) -> dict[str, list[str]]:
    found = {}
    for path, entries in menus(bar):
        silent = [] if path.rpartition(" > ")[2] in OF_THE_DRAFT else out_of_reach(entries)
        if wrong := [f"twice: {one}" for one in clashes(entries)] + silent:
            found[path] = wrong
    return found


def test_letters_and_keys_of_the_main_window(window: MainWindow) -> None:
    assert len(list(menus(window.menuBar()))) > 8
    assert problems(window.menuBar()) == {}


def test_letters_and_keys_of_the_comparison(qtbot: QtBot) -> None:
    window = ComparisonWindow(series(), 2, 3)
    qtbot.addWidget(window)
    window.show()
    assert problems(window.menuBar()) == {}


def test_letters_of_the_menu_of_the_page(window: MainWindow) -> None:
    menu = context_menu(window.work.page, QPointF(200, 200))
    for path, entries in menus(menu, "page"):
        assert clashes(entries) == [], path


@pytest.mark.parametrize(
    ("text", "expected"),
    [("&Open", "o"), ("E&xit", "x"), ("Save && close", ""), ("Plain", ""), ("A && &B", "b")],
)
def test_letters_are_read_as_qt_reads_them(text: str, expected: str) -> None:
    assert letter(text) == expected


def test_a_letter_that_two_entries_have_is_found(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("&Copy", "&Cut", "Paste", "Se&lect"):
        menu.addAction(text)
    assert clashes(menu.actions()) == ["c"]
    assert out_of_reach(menu.actions()) == ["Paste"]
