# SPDX-License-Identifier: GPL-3.0-or-later
"""The window comes back as it was left, and as it came when that is wanted."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act

from ui.app import create_window
from ui.desk import Desk
from ui.geometry import usual
from ui.settings import Settings
from ui.window import MainWindow
from ui.workspace import LEFT, RIGHT

pytestmark = pytest.mark.usefixtures("usual_look")


def another(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> MainWindow:
    window = create_window(Desk(), prompts, settings)
    qtbot.addWidget(window)
    window.desk.open(small_draft())
    window.show()
    return window


def test_the_panel_in_front_comes_back_once(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, settings: Settings
) -> None:
    act(window, "panel_checks")
    window.close()
    second = another(qtbot, prompts, settings)
    assert second.work.tabs.currentWidget() is second.work.checks
    second.desk.open(small_draft())
    assert second.work.tabs.currentWidget() is second.work.proposals


def test_without_a_draft_the_panel_is_not_forgotten(
    qtbot: QtBot, empty_window: MainWindow, settings: Settings
) -> None:
    settings.panel = "FactsPanel"
    empty_window.close()
    assert settings.panel == "FactsPanel"


def test_a_panel_there_is_no_more_is_passed_over(
    qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings
) -> None:
    settings.panel = "PanelOfOld"
    window = another(qtbot, prompts, settings)
    assert window.work.tabs.currentWidget() is window.work.proposals


def test_a_window_left_on_a_screen_that_is_gone_is_in_sight(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, settings: Settings
) -> None:
    window.move(9000, 7000)
    window.close()
    second = another(qtbot, prompts, settings)
    assert second.screen().availableGeometry().contains(second.geometry())


def test_all_goes_back_to_how_it_came(window: MainWindow, settings: Settings) -> None:
    act(window, "panel_history")
    window.resize(900, 500)
    window.work.setSizes([300, 300, 300])
    window.work.splitterMoved.emit(300, 1)
    act(window, "reset_layout")
    assert window.geometry() == usual(window.screen().availableGeometry())
    assert bytes(window.work.columns().data()) == f"{LEFT} {RIGHT}".encode()
    assert window.work.tabs.currentWidget() is window.work.proposals
