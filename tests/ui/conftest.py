# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window on a small draft, with scripted prompts and settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, shown_window

from ui.settings import Settings
from ui.theme import apply_theme, themes
from ui.window import MainWindow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.in_file(tmp_path / "settings.ini")


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def empty_window(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> MainWindow:
    return shown_window(qtbot, prompts, settings)


@pytest.fixture
def window(empty_window: MainWindow) -> MainWindow:
    empty_window.desk.open(small_draft())
    return empty_window


@pytest.fixture
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Light, at normal size, whatever a test puts on."""
    apply_theme(qapp, "light")  # as at every start: the font stands before a window is built
    yield
    apply_theme(qapp, "light")
    themes().set_scale(1.0)
