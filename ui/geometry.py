# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a window stands: within what its screen has room for, also when that has become smaller."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL = QSize(1440, 900)
"""A window that was never placed, where the screen has that much room."""
SMALLEST = QSize(640, 420)
EDGE, TITLE = 8, 32
"""What a frame takes that the system has not drawn yet."""


def place(window: QWidget, saved: QByteArray | None = None) -> None:
    """Give a window that is not shown yet the place it had, else a usual one in the middle of its screen.

    No text size makes it grow later: its least size is set here and does not follow from what is in it.
    """
    available = window.screen().availableGeometry()
    window.setMinimumSize(SMALLEST.boundedTo(available.size()))
    if saved is None or not window.restoreGeometry(saved):
        window.setGeometry(usual(available))
    elif not window.isMaximized() and not window.isFullScreen():
        screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
        window.setGeometry(within(window.geometry(), screen.availableGeometry()))


def usual(available: QRect) -> QRect:
    """The usual size in the middle of what is available, the frame not counted."""
    room = available.adjusted(EDGE, TITLE, -EDGE, -EDGE)
    size = USUAL.boundedTo(room.size())
    free = (room.size() - size) / 2
    return QRect(room.topLeft() + QPoint(int(free.width()), int(free.height())), size)


def within(wanted: QRect, available: QRect) -> QRect:
    """The wanted place, made smaller and moved as far as it reaches beyond what is available."""
    rect = QRect(wanted.topLeft(), wanted.size().boundedTo(available.size()))
    rect.moveLeft(min(max(rect.left(), available.left()), available.right() + 1 - rect.width()))
    rect.moveTop(min(max(rect.top(), available.top()), available.bottom() + 1 - rect.height()))
    return rect
