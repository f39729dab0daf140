# SPDX-License-Identifier: GPL-3.0-or-later
"""A drafter at work until the process is killed: types, splits, decides, undoes and saves, by chance.

Arguments: a folder for everything it writes, and a seed. After every act it prints one line: the moment
(CLOCK_MONOTONIC, which all processes share), a sign of the draft as it is then, and what was done.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.kills.signs import sign_of
from ui.app import begin, create_window, make_application, read_arguments
from ui.desk import Desk
from ui.prompts import Prompts
from ui.settings import Settings
from ui.window import MainWindow

SAVED = "mine.penholder"
WORDS = "and the promotion of cooperation among States, inter alia, "


class SavesHere(Prompts):
    """Saves where it was told to, and is asked nothing else."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def save_file(self, *_: object) -> Path | None:
        return self._path


class Drafter:
    """Does one act after another; the pauses are those of somebody who types."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)  # noqa: S311  # a script, no secret
        self._acts: dict[str, tuple[int, Callable[[], None]]] = {
            "type": (70, self._type),
            "erase": (8, lambda: self._key(Qt.Key.Key_Backspace)),
            "split": (2, lambda: self._key(Qt.Key.Key_Return)),
            "go": (6, self._go),
            "accept": (3, lambda: self._act("accept")),
            "undo": (3, lambda: self._act("undo")),
            "redo": (1, lambda: self._act("redo")),
            "move": (1, lambda: self._act("move_down")),
            "delete": (1, lambda: self._act("delete_paragraphs")),
            "save": (5, lambda: self._act("save")),
        }

    def go_on(self) -> None:
        """Do one act, say so, and the next after a while; now and then after a pause for thought."""
        names, weights = list(self._acts), [weight for weight, _ in self._acts.values()]
        [name] = self._random.choices(names, weights)
        self._acts[name][1]()
        say(self._window, name)
        thinks = self._random.random() < 0.02
        QTimer.singleShot(
            self._random.randint(200, 900) if thinks else self._random.randint(2, 60), self.go_on
        )

    def _type(self) -> None:
        QTest.keyClicks(self._window.work.page, self._random.choice(WORDS))

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._window.work.page, key)

    def _go(self) -> None:
        page = self._window.work.page
        cursor = page.textCursor()
        cursor.setPosition(self._random.randrange(page.document().characterCount()))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
        page.setTextCursor(cursor)

    def _act(self, name: str) -> None:
        if self._window.acts[name].isEnabled():
            self._window.acts[name].trigger()


def say(window: MainWindow, what: str) -> None:
    """One line, handed to the system at once: it is not lost with the process."""
    draft = window.desk.draft
    line = json.dumps([time.monotonic(), sign_of(draft) if draft else "", what])
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main(folder: Path, seed: int) -> int:
    """Work on the sample series, or on the draft of an earlier run."""
    app = make_application()
    prompts, settings = SavesHere(folder / SAVED), Settings.in_file(folder / "settings.ini")
    window = create_window(Desk(), prompts, settings)
    window.show()
    drafter = Drafter(window, seed)

    def start() -> None:
        say(window, "opened")
        QTimer.singleShot(0, drafter.go_on)

    window.draft_shown.connect(start)
    begin(window, read_arguments(["--sample"]))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
