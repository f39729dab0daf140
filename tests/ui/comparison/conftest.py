# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison window on a small series."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from compared_texts import SERIES, settled
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.comparison.rows import Version
from ui.comparison.window import ComparisonWindow
from ui.theme import apply_theme, themes


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., ComparisonWindow]]:
    """Opens a window of fixed size on two versions of the series and waits for the rows."""
    apply_theme(qapp, "light")

    def make(left: int, right: int, versions: tuple[Version, ...] = SERIES) -> ComparisonWindow:
        window = ComparisonWindow(versions, left, right)
        qtbot.addWidget(window)
        window.resize(900, 420)
        window.show()
        settled(window, qtbot)
        return window

    yield make
    tasks.drain()
    themes().normal_size()
    apply_theme(qapp, "light")
