# SPDX-License-Identifier: GPL-3.0-or-later
"""The room view led by the drafter: which paragraph, with or without its changes, dark or light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.actions import Actions
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.room.window import RoomWindow


ACTS = ("room", "room_on", "room_hold", "room_changes", "room_dark", "room_larger", "room_smaller")


class RoomView(QObject):
    """Opens and closes the window for the room, loaded when it is first wanted.

    It shows the paragraph in hand on the page, word by word as it is written, unless it is held at one.
    """

    opened = Signal(bool)
    """Whether the room sees something."""

    def __init__(self, desk: Desk, own: QWidget) -> None:
        super().__init__(own)
        self._desk, self._own = desk, own
        self._key = ""  # on the page
        self._shown = ""  # in the room
        self._held = self._dark = False
        self._changes = True
        self.window: RoomWindow | None = None
        desk.changed.connect(self._show)
        desk.opened.connect(self.close)

    def take(self, acts: Actions) -> None:
        """Lets the acts of the drafter's window lead the room view."""
        acts["room"].toggled.connect(self.open)
        acts["room_hold"].toggled.connect(self.hold)
        acts["room_dark"].toggled.connect(self.set_dark)
        acts["room_changes"].setChecked(self._changes)
        acts["room_changes"].toggled.connect(self.show_changes)
        acts["room_larger"].triggered.connect(lambda: self.enlarge(1))
        acts["room_smaller"].triggered.connect(lambda: self.enlarge(-1))
        acts["room_on"].triggered.connect(self.go_on)
        self.opened.connect(acts["room"].setChecked)
        acts.submenus["room"].addActions([acts[name] for name in ACTS])

    def open(self, wanted: bool = True) -> None:
        """Shows the room view, or closes it."""
        if not wanted:
            self.close()
        elif self.window is None:
            from ui.room.window import RoomWindow

            self.window = RoomWindow()
            self.window.closed.connect(self._forget)
            self.window.board.set_dark(self._dark)
            self._shown = self._key
            self._show()
            if self.window.open_beside(self._own):
                self._own.activateWindow()  # the drafter goes on where they were
            self.opened.emit(True)

    def close(self) -> None:
        """Closes it: another draft lies on the desk, or the program ends."""
        if self.window is not None:
            self.window.close()

    def follow(self, key: str) -> None:
        """The page went to another paragraph."""
        self._key = key
        if not self._held:
            self._shown = key
            self._show()

    def hold(self, held: bool) -> None:
        """Holds the paragraph in the room while the drafter looks elsewhere; let go, it follows again."""
        self._held = held
        self.follow(self._key)

    def show_changes(self, changes: bool) -> None:
        """With what went and came since the last text, or as it will read."""
        self._changes = changes
        self._show()

    def set_dark(self, dark: bool) -> None:
        """Light letters on a dark ground, or the other way round."""
        self._dark = dark
        if self.window is not None:
            self.window.board.set_dark(dark)

    def enlarge(self, steps: int) -> None:
        """Larger type in the room, or smaller with negative steps."""
        if self.window is not None:
            self.window.board.enlarge(steps)

    def go_on(self) -> None:
        """The lines of a long paragraph that do not stand in the room yet."""
        if self.window is not None:
            self.window.board.go_on()

    def _show(self) -> None:
        if self.window is None:
            return
        from ui.room.words import room_text

        draft = self._desk.draft
        if draft is None or self._shown not in draft:
            self.window.board.show_text(None)
        else:
            self.window.board.show_text(room_text(draft, self._shown, changes=self._changes))

    def _forget(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
            self.opened.emit(False)
