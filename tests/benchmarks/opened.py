# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that opens a window, says when it was painted, and ends.

Prints one JSON object of moments in seconds of `time.time()`: "first paint" and, of Penholder, "draft shown".
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class Moments(QObject):
    """Notes when a window was first painted and whatever else it is told; prints all when the last is in."""

    def __init__(self, window: QWidget, *awaited: str) -> None:
        super().__init__(window)
        self._awaited = awaited
        self._seen: dict[str, float] = {}
        window.installEventFilter(self)

    def note(self, name: str) -> None:
        """This happened now, unless it did before."""
        self._seen.setdefault(name, time.time())
        if self._seen.keys() >= set(self._awaited):
            print(json.dumps(self._seen), flush=True)
            os._exit(0)  # at once: nothing is asked, nothing is kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: self.note("first paint"))  # once the painting is done
        return super().eventFilter(watched, event)


def open_sample(ready: Callable[[Any], object]) -> int:
    """Start Penholder on the sample series; `ready` gets the main window as its event loop begins."""
    import main as door  # here, so that the empty window does not pay for it

    run = QApplication.exec

    def begin_loop(*_application: QApplication) -> int:
        ready(next(window for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow)))
        return run()

    QApplication.exec = begin_loop  # type: ignore[method-assign]
    return door.main(["--sample"])


def _watch(window: Any) -> None:
    moments = Moments(window, "first paint", "draft shown")
    window.draft_shown.connect(lambda: moments.note("draft shown"))


def _open_empty() -> int:
    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 820)
    window.show()
    Moments(window, "first paint")
    return application.exec()


if __name__ == "__main__":
    sys.exit(_open_empty() if sys.argv[1] == "empty" else open_sample(_watch))
