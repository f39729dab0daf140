# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that works on a page and prints, as JSON, the milliseconds from each key press to its painting.

Arguments: `draft` for Penholder's window with every panel filled, or `bare` for a QTextEdit with the same
text; and how many paragraphs, the 70 of the sample or 800. Printed are by what was done the "times", what the
GUI thread "worked" of them, and under "memory" the MiB that the process held when the typing was over, and
at most.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from tests.benchmarks.kept import long_draft
from tests.benchmarks.measuring import peak
from tests.benchmarks.processes import collect_as_the_program_does

LETTERS, ENTERS, ACTS = 200, 40, 8
PAUSE = 30  # ms between two keys, about what a fast typist leaves
PATIENCE = 10  # seconds until a painting
THOUGHT = 400  # ms after some words: what waits for a pause is done
SIZE = (1280, 820)  # as the program opens it; every column is there


class Painted(QObject):
    """Whether a widget was painted since last asked."""

    def __init__(self, page: QTextEdit) -> None:
        super().__init__(page)
        self._painted = False
        self.times: dict[str, list[float]] = {}
        self.worked: dict[str, list[float]] = {}
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._painted |= event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def time(self, name: str, act: Callable[[], object]) -> None:
        """Note the milliseconds of an act until the widget is painted; RuntimeError when it is not.

        Beside them those that the GUI thread worked: on a busy machine it waits for a processor too.
        """
        self._painted = False
        start, busy = time.perf_counter(), time.thread_time()
        act()
        while not self._painted:
            if time.perf_counter() > start + PATIENCE:
                raise RuntimeError("an act was not followed by a painting")
            QApplication.processEvents()
        self.worked.setdefault(name, []).append((time.thread_time() - busy) * 1000)
        self.times.setdefault(name, []).append((time.perf_counter() - start) * 1000)


def work_on(page: QTextEdit, turn: Callable[[int], object]) -> Painted:
    """Type, part paragraphs and undo that in the middle of the text; `turn` is called now and then."""
    QApplication.setCursorFlashTime(0)  # a blinking caret paints too
    page.setFocus()
    cursor = page.textCursor()
    cursor.setPosition(page.document().characterCount() // 2)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    QTest.qWait(2000)  # whatever follows opening is done
    painted = Painted(page)
    control = Qt.KeyboardModifier.ControlModifier
    for number in range(LETTERS):
        if number % 20 == 0:  # on to another word
            turn(number // 20)
            page.moveCursor(QTextCursor.MoveOperation.NextWord)
            QTest.qWait(THOUGHT)
        QTest.qWait(PAUSE)
        painted.time("letter", lambda: QTest.keyClick(page, Qt.Key.Key_E))
    for number in range(ENTERS):  # each at another place
        page.moveCursor(QTextCursor.MoveOperation.NextWord)
        QTest.qWait(THOUGHT if number % 10 == 0 else PAUSE)
        painted.time("enter", lambda: QTest.keyClick(page, Qt.Key.Key_Return))
    for name, key in (("undo", Qt.Key.Key_Z), ("redo", Qt.Key.Key_Y)):
        for _ in range(ENTERS):
            QTest.qWait(PAUSE)
            painted.time(name, partial(QTest.keyClick, page, key, control))
    return painted


def _far_acts(window: Any, painted: Painted) -> None:
    """What reaches every paragraph: accepting all that is certain, undoing that, text size, theme."""
    acts = window.acts
    names = {"accept all": "accept_all", "undo it": "undo", "text size": "larger", "back": "normal_size"}
    names |= {"dark": "theme_dark", "light": "theme_light"}
    for _ in range(ACTS):
        for name, act in names.items():
            QTest.qWait(THOUGHT)
            painted.time(name, acts[act].trigger)


def _draft(paragraphs: int) -> Any:
    from drafting.opening import open_sample

    return open_sample().draft if paragraphs < 100 else long_draft()


def draft(paragraphs: int) -> dict[str, Any]:
    """In Penholder's window, each panel at the right in front for a while."""
    from ui.app import create_window, make_application
    from ui.desk import Desk
    from ui.prompts import Prompts
    from ui.settings import Settings

    make_application()
    with TemporaryDirectory() as folder:
        window = create_window(Desk(), Prompts(), Settings.in_file(Path(folder) / "settings.ini"))
        window.resize(*SIZE)
        window.show()
        window.desk.open(_draft(paragraphs))
        tabs = window.work.tabs
        painted = work_on(window.work.page, lambda number: tabs.setCurrentIndex(number % tabs.count()))
        held = _held()
        _far_acts(window, painted)
        window.recovering.end()
        return _found(painted, held)


def bare(paragraphs: int) -> dict[str, Any]:
    """The same words in a QTextEdit that nobody helped."""
    _application = QApplication([])
    window, page = QMainWindow(), QTextEdit()
    page.setPlainText("\n".join(paragraph.text for paragraph in _draft(paragraphs).paragraphs))
    window.setCentralWidget(page)
    window.resize(*SIZE)
    window.show()
    return _found(work_on(page, lambda _number: None), _held())


def _held() -> float:
    return psutil.Process().memory_info().rss / 2**20


def _found(painted: Painted, held: float) -> dict[str, Any]:
    return {"times": painted.times, "worked": painted.worked, "memory": [held, peak()]}


if __name__ == "__main__":
    collect_as_the_program_does()
    found = {"draft": draft, "bare": bare}[sys.argv[1]](int(sys.argv[2]))
    print(json.dumps(found), flush=True)
    os._exit(0)  # at once: nothing is asked, nothing is kept
