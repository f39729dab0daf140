# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that types into a page and prints, as JSON, the milliseconds from each key press to its painting.

The page is the draft of the sample series in Penholder's window, or a bare QTextEdit with the same text.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from tests.benchmarks.opened import open_sample

PRESSES = {"letter": (Qt.Key.Key_E, 200), "enter": (Qt.Key.Key_Return, 40)}
PAUSE = 30  # ms between two keys, about what a fast typist leaves


class Painted(QObject):
    """Whether a widget was painted since last asked."""

    def __init__(self, page: QTextEdit) -> None:
        super().__init__(page)
        self._painted = False
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._painted |= event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def forget(self) -> None:
        """Count from now on."""
        self._painted = False

    def wait(self) -> None:
        """Let the event loop turn until the widget is painted; RuntimeError after a second without it."""
        latest = time.perf_counter() + 1
        while not self._painted:
            QApplication.processEvents()
            if time.perf_counter() > latest:
                raise RuntimeError("a key press was not followed by a painting")


def type_into(page: QTextEdit, what: str) -> list[float]:
    """Press the key again and again in the middle of the text; each press until it is on screen, in ms."""
    key, presses = PRESSES[what]
    QApplication.setCursorFlashTime(0)  # a blinking caret paints too
    page.setFocus()
    cursor = page.textCursor()
    cursor.setPosition(page.document().characterCount() // 2)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    QTest.qWait(1000)  # whatever follows opening is done
    painted, times = Painted(page), []
    for number in range(presses):
        if what == "enter" or number % 20 == 0:  # on to another word, or to another place for a new paragraph
            page.moveCursor(QTextCursor.MoveOperation.NextWord)
        QTest.qWait(PAUSE)
        painted.forget()
        start = time.perf_counter()
        QTest.keyClick(page, key)
        painted.wait()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _report(page: QTextEdit, what: str) -> None:
    times = type_into(page, what)
    print(json.dumps(times), flush=True)
    os._exit(0)  # at once: nothing is asked, nothing is kept


def _type_into_draft(window: Any) -> None:
    window.draft_shown.connect(lambda: QTimer.singleShot(0, lambda: _report(window.work.page, sys.argv[2])))


def _bare() -> int:
    from drafting.data import sample_files
    from drafting.opening import open_series

    application = QApplication([])
    window, page = QMainWindow(), QTextEdit()
    base = open_series(sample_files()).draft.base
    page.setPlainText("\n".join(paragraph.text for paragraph in base.paragraphs))
    window.setCentralWidget(page)
    window.resize(1280, 820)
    window.show()
    QTimer.singleShot(0, lambda: _report(page, sys.argv[2]))
    return application.exec()


if __name__ == "__main__":
    sys.exit(_bare() if sys.argv[1] == "bare" else open_sample(_type_into_draft))
