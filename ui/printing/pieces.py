# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting that takes long, in short pieces: the window is at hand in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_PIECE = 12  # ms of painting at a time


class InPieces(QObject):
    """Goes through one work at a time; another one that is under way is given up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._done: Callable[[], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being painted."""
        return self._work is not None

    def run(self, work: Iterator[None], done: Callable[[], None]) -> None:
        """Go through a work, then call `done`."""
        self._work, self._done = work, done
        self._go_on(work)

    def finish(self) -> None:
        """Go through the rest of what is under way at once."""
        if self._work is not None:
            for _ in self._work:
                pass
            self._end()

    def _go_on(self, work: Iterator[None]) -> None:
        if work is not self._work:
            return
        started = QElapsedTimer()
        started.start()
        for _ in work:
            if started.elapsed() >= _PIECE:
                QTimer.singleShot(0, self, lambda: self._go_on(work))
                return
        self._end()

    def _end(self) -> None:
        done, self._work, self._done = self._done, None, None
        if done is not None:
            done()
