# SPDX-License-Identifier: GPL-3.0-or-later
"""Autosave: a recovery copy of what is not saved yet, after every pause and during long typing.

The user's own file is never written unasked. The copy is written by a thread beside; the draft never changes,
so the window only hands it over.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from drafting.draft import Draft
from drafting.keeping.stamp import Origin
from ui.desk import Desk
from ui.recovery.copies import Held, OwnCopy
from ui.tasks import Lane

PAUSE = 300
"""Milliseconds without a change after which a copy is written."""
MOST = 1000
"""Milliseconds of change without a pause after which a copy is written all the same."""
AGAIN = 5000
"""Milliseconds after which a copy that could not be written is tried again."""


class Keeper(QObject):
    """Sees to it that the copy holds what is on the desk, and that none is there when all is saved."""

    failed = Signal(str)
    """No copy could be written; why, in a sentence, said once as long as it is the same."""
    kept = Signal()
    """The disk is as it should be: the copy is there, or none is needed."""

    def __init__(self, desk: Desk, origin: Callable[[], Origin], folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._origin = desk, origin
        self.copy = OwnCopy(folder)
        self._lane = Lane(self, at_once=True)
        self._held: Draft | None = None  # what the copy holds; None when there is none
        self._told = ""  # why none could be written
        self._pause, self._most, self._again = map(self._timer, (PAUSE, MOST, AGAIN))
        desk.changed.connect(self._wait)
        desk.undo_stack.cleanChanged.connect(self._wait)
        desk.opened.connect(self._wait)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.now)
        return timer

    @property
    def settled(self) -> bool:
        """Whether nothing is waiting or under way."""
        return not (self._lane.busy or self._pause.isActive() or self._most.isActive())

    def now(self) -> None:
        """Bring the copy up to date without waiting for a pause."""
        self._stop_waiting()
        if self._lane.busy:
            return  # looks again when it is done
        draft, turn = self._unsaved(), self.copy.turn
        if draft is self._held:
            self.kept.emit()
        elif draft is None:
            self._lane.run(lambda: self.copy.remove(turn), lambda _: self._done(None), self._not_kept)
        else:
            origin = self._origin()
            self._lane.run(
                lambda: self.copy.put(draft, origin, turn), lambda _: self._done(draft), self._not_kept
            )

    def adopt(self, held: Held, draft: Draft) -> None:
        """The draft on the desk came from a copy that was left behind: that one is kept up to date."""
        self._lane.cancel()
        self.copy.adopt(held)
        self._held = draft
        self._wait()

    def end(self) -> None:
        """The program ends as it should: no copy is left."""
        self._stop_waiting()
        self._lane.cancel()
        self.copy.end()

    def _wait(self) -> None:
        self._pause.start()
        if not self._most.isActive():
            self._most.start()

    def _stop_waiting(self) -> None:
        for timer in (self._pause, self._most, self._again):
            timer.stop()

    def _unsaved(self) -> Draft | None:
        return None if self._desk.undo_stack.isClean() else self._desk.draft

    def _done(self, draft: Draft | None) -> None:
        self._held, self._told = draft, ""
        self.now()

    def _not_kept(self, message: str) -> None:
        """Tried again with the next change, or after a while: what was in the way may pass without one."""
        if message != self._told:
            self._told = message
            self.failed.emit(message)
        self._again.start()
