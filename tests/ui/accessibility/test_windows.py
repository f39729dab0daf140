# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window, panel and dialog of the pictures: told to a screen reader, and reached by the Tab key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heard import faults, name_of, stops
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListWidget,
    QMenu,
    QPushButton,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from screenshots import SCENES, settle

pytestmark = pytest.mark.usefixtures("usual_look")
MOST_STOPS = 400


def shown(scene: str) -> Iterator[tuple[str, QWidget]]:
    """What a scene shows, one state after another, with the keyboard in it."""
    QAccessible.setActive(True)
    for name, window in SCENES[scene]():
        settle(window)
        window.activateWindow()
        yield name, window


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_everything_has_a_name_a_role_and_its_state(qapp: QApplication, scene: str) -> None:
    found: dict[str, str] = {}
    for name, window in shown(scene):
        found |= dict.fromkeys(faults(window), name)
        assert name_of(window) or isinstance(window, QMenu), name
    assert found == {}


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_the_tab_key_comes_to_everything_and_round(qapp: QApplication, scene: str) -> None:
    missed = {}
    for name, window in shown(scene):
        if not isinstance(window, QMenu):
            missed |= {f"{name}: {name_of(widget)}": type(widget).__name__ for widget in unreached(window)}
    assert missed == {}


def unreached(window: QWidget) -> list[QWidget]:
    """Where the Tab key does not come, or from where it does not come back: that is a trap."""
    wanted = stops(window)
    if not wanted:
        return []
    wanted[0].setFocus()
    for key, again in ((Qt.Key.Key_Tab, MOST_STOPS), (Qt.Key.Key_Backtab, MOST_STOPS)):
        seen = [with_keyboard(window)]
        for _ in range(again):
            QTest.keyClick(seen[-1], key)
            seen.append(with_keyboard(window))
            if seen[-1] is seen[0]:
                break
        assert seen[-1] is seen[0], f"{name_of(seen[-1])} keeps the keyboard"
        if left := [widget for widget in wanted if widget not in seen]:
            return left
    return []


def with_keyboard(window: QWidget) -> QWidget:
    """What has it now."""
    found = window.window().focusWidget()
    assert found is not None, f"{name_of(window)} lost the keyboard"
    return found


def test_what_is_wrong_is_found(qtbot: QtBot) -> None:
    """An arrow and a tab without a name, a list with a silent row, a choice called by its value."""
    window = QWidget()
    qtbot.addWidget(window)
    tabs, rows, choice = QTabWidget(), QListWidget(), QComboBox()
    tabs.setAccessibleName("Panels")
    tabs.tabBar().setAccessibleName("Panels")
    tabs.addTab(QWidget(), "3")
    rows.addItems(["PP1", ""])
    rows.setAccessibleName("Rows")
    choice.addItem("Every version")
    column = QVBoxLayout(window)
    for widget in (QPushButton("‹"), tabs, rows, choice):
        column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    assert sorted(fault.split(": ")[1] for fault in faults(window)) == [
        "has a tab without a name",
        "has no name",
        "has no name",
        "has no name",
        "is called by what stands in it",
        "row 1 is silent",
        "row 1 says nothing",
    ]


def test_a_trap_is_found(qtbot: QtBot) -> None:
    window, trap = QWidget(), QTextEdit("the Tab key writes here")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (QPushButton("Before"), trap, QPushButton("After")):
        column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    trap.setAccessibleName("Notes")
    with pytest.raises(AssertionError, match="Notes keeps the keyboard"):
        unreached(window)
    trap.setTabChangesFocus(True)
    assert unreached(window) == []
