# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that measures what autosave costs the window and how long a saved draft takes to be on screen.

Arguments: `autosave`, or `open FILE`, or `save FILE VERSIONS...` to make a file to open. Prints JSON:
milliseconds. The draft of `autosave` has the paragraphs of the sample over and over, 800 of them.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

PARAGRAPHS, COPIES = 800, 40


def long_draft() -> Any:
    """A draft of 800 paragraphs on the four versions of the sample, each as long."""
    from drafting.comparing.lineage import trace
    from drafting.draft import start_draft
    from drafting.opening import open_sample
    from drafting.updating.proposals import propose

    lineage = trace(tuple(map(_lengthened, open_sample().draft.lineage.versions)))
    return start_draft(lineage, propose(lineage))


def _lengthened(version: Any) -> Any:
    """The version with its operative paragraphs over and over, each time for another part of the world."""
    from drafting.resolution import Kind

    body = [one for one in version.paragraphs if one.kind is Kind.OPERATIVE]
    copies = (
        replace(one, id=f"OP{number}", label=str(number), text=_for_part(one.text, number // len(body)))
        for number, one in enumerate(cycle(body), start=len(body) + 1)
    )
    more = islice(copies, PARAGRAPHS - len(version.paragraphs))
    return replace(version, paragraphs=(*version.paragraphs, *(replace(one, footnotes=()) for one in more)))


def _for_part(text: str, part: int) -> str:
    return f"{text[:-1]}, in part {part}{text[-1:]}"


def autosave() -> dict[str, list[float]]:
    """What a copy takes of the GUI thread, and the longest turn of the event loop with and without one."""
    from ui.app import create_window, make_application
    from ui.desk import Desk
    from ui.prompts import Prompts
    from ui.settings import Settings

    make_application()
    with TemporaryDirectory() as folder:
        window = create_window(Desk(), Prompts(), Settings.in_file(Path(folder) / "settings.ini"))
        window.show()
        window.desk.open(long_draft())
        QTest.qWait(3000)  # whatever follows opening is done
        keeper, page = window.recovering.keeper, window.work.page
        page.show_paragraph(window.desk.draft.paragraphs[PARAGRAPHS // 2].key)  # type: ignore[union-attr]
        handed, worked, stood, still = [], [], [], []
        for _ in range(COPIES):
            QTest.keyClick(page, "e")  # type: ignore[call-overload]
            QTest.qWait(100)
            still.append(_longest_turn(lambda: False, 60))
            start, busy = time.perf_counter(), time.thread_time()
            keeper.now()
            worked.append((time.thread_time() - busy) * 1000)
            handed.append((time.perf_counter() - start) * 1000)
            stood.append(_longest_turn(lambda: keeper.settled, 2000))
        window.recovering.end()
    return {"handed": handed, "worked": worked, "stood": stood, "still": still}


def _longest_turn(done: Any, patience: float) -> float:
    """The longest turn of the event loop, in ms, until `done`; nothing is typed meanwhile."""
    longest, begun = 0.0, time.perf_counter()
    while not done() and (time.perf_counter() - begun) * 1000 < patience:
        start = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - start) * 1000)
    return longest


def open_saved(path: Path) -> int:
    """From the wish to open a draft until it has been painted, in a window that is there."""
    import main as door

    run = QApplication.exec

    def begin_loop(*_application: QApplication) -> int:
        window: Any = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "draft_shown"))
        QTimer.singleShot(500, lambda: _open(window, path))
        return run()

    QApplication.exec = begin_loop  # type: ignore[method-assign]
    return door.main([])


def _open(window: Any, path: Path) -> None:
    start = time.perf_counter()

    def shown() -> None:
        print(json.dumps((time.perf_counter() - start) * 1000), flush=True)
        os._exit(0)  # at once: nothing is asked, nothing is kept

    window.draft_shown.connect(shown)
    window.files.open((path,))


def _save(path: Path, versions: list[Path]) -> None:
    from drafting.opening import open_series
    from drafting.project import save_project

    draft = open_series(versions).draft
    save_project(draft, path)
    print(json.dumps(len(draft.paragraphs)))


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "open":
        sys.exit(open_saved(Path(rest[0])))
    if what == "save":
        _save(Path(rest[0]), [Path(one) for one in rest[1:]])
    else:
        print(json.dumps(autosave()), flush=True)
