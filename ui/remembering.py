# SPDX-License-Identifier: GPL-3.0-or-later
"""How the main window was left: its place, the widths of its columns, the panel in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject

from ui.geometry import place, usual
from ui.workspace import LEFT, RIGHT

if TYPE_CHECKING:
    from ui.window import MainWindow

GEOMETRY, COLUMNS, PANEL = "window/geometry", "window/columns", "window/panel"


class Remembering(QObject):
    """Puts the window back as it was left, on whatever screen there is now, or as it came."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._panel = self._settings.panel
        # Once, with the first draft: every other one opens with its proposals.
        window.desk.opened.connect(self._bring_up)

    def restore(self) -> None:
        """As it was left."""
        window = self._window
        place(window, self._settings.bytes_of(GEOMETRY))
        columns = self._settings.bytes_of(COLUMNS)
        if columns is not None:
            window.work.restore_columns(columns)

    def keep(self) -> None:
        """Remember how it is now."""
        window = self._window
        self._settings.keep_bytes(GEOMETRY, window.saveGeometry())
        self._settings.keep_bytes(COLUMNS, window.work.columns())
        if window.desk.draft is not None:
            self._settings.panel = type(window.work.tabs.currentWidget()).__name__

    def reset(self) -> None:
        """As it came: the usual size in the middle of the screen, usual widths, the proposals in front."""
        window = self._window
        self._settings.forget_state((GEOMETRY, COLUMNS, PANEL))
        window.showNormal()
        window.setGeometry(usual(window.screen().availableGeometry()))
        window.work.restore_columns(QByteArray(f"{LEFT} {RIGHT}".encode("ascii")))
        window.work.tabs.setCurrentWidget(window.work.proposals)

    def _bring_up(self) -> None:
        if self._window.desk.draft is None:
            return
        tabs, wanted = self._window.work.tabs, self._panel
        self._panel = ""
        panels = (tabs.widget(at) for at in range(tabs.count()))
        panel = next((one for one in panels if type(one).__name__ == wanted), None)
        if panel is not None:
            tabs.setCurrentWidget(panel)
