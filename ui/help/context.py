# SPDX-License-Identifier: GPL-3.0-or-later
"""The help key in every window: it opens the section that tells of what has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.help.places import section_for

_NAME = "help key"


class HelpKeys(QObject):
    """Gives the help key to each dialog and window when it first gets the keyboard.

    The main window has the key already, as an act of its own. No event passes through here: what is typed
    reaches its place as fast as before.
    """

    def __init__(self, main: QWidget, ask: Callable[[], object]) -> None:
        super().__init__(main)
        self._main, self._ask = main, ask
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "windows need an application"
        application.focusWindowChanged.connect(self._came)

    def _came(self, _window: QWindow | None) -> None:
        window = QApplication.activeWindow()
        if window is None or window is self._main or window.findChild(QShortcut, _NAME) is not None:
            return
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        key.setObjectName(_NAME)
        key.activated.connect(self._ask)


def section_here() -> str:
    """The section that tells of what has the keyboard; of the window, where nothing in it has."""
    return section_for(QApplication.focusWidget()) or section_for(QApplication.activeWindow())
