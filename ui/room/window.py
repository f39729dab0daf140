# SPDX-License-Identifier: GPL-3.0-or-later
"""The window for the room: on the second screen where there is one, led from the drafter's own window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafting.translation import tr
from ui.room.board import Board


class RoomWindow(QWidget):
    """Shows the board; F11 fills the screen with it, Esc makes it a window again."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.board = Board()
        self.setWindowTitle(tr("Room view"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.board)
        self.resize(self.board.sizeHint())

    def open_beside(self, own: QWidget) -> bool:
        """Fills another screen than that of the drafter's window, and says whether there is one.

        With one screen it opens as a window before that one: behind it nobody would see it.
        """
        screen = other_screen(own.screen(), QGuiApplication.screens())
        if screen is None:
            self.show()
            self.raise_()
            self.activateWindow()
            return False
        self.setGeometry(screen.availableGeometry())
        self.showFullScreen()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            (self.showNormal if self.isFullScreen() else self.showFullScreen)()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def other_screen(own: QScreen, screens: list[QScreen]) -> QScreen | None:
    """The first screen that is not the drafter's, None where there is no other."""
    return next((screen for screen in screens if screen is not own), None)
