# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys begin with the window as a drafter finds it: empty."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, shown_window

from ui.settings import Settings
from ui.window import MainWindow


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.in_file(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> MainWindow:
    return shown_window(qtbot, prompts, settings)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> Callable[..., MainWindow]:
    """Opens files (the sample series without any) and waits until the draft lies on the desk."""

    def open_them(*paths: Path, session: int | None = None) -> MainWindow:
        with qtbot.waitSignal(window.desk.opened):
            if paths:
                window.files.open(paths, session)
            else:
                window.files.open_sample(session)
        return window

    return open_them


@pytest.fixture
def folder(tmp_path: Path, sample_files: tuple[Path, ...]) -> Path:
    """A folder with the sample series, to which a test may add."""
    place = tmp_path / "series"
    place.mkdir()
    for path in sample_files:
        shutil.copy(path, place / path.name)
    return place
