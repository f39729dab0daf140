# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison window on a long series: opening, stalls of the GUI thread, scrolling, resizing, memory.

Run as a module with the places of the versions to show (4 5 6), it prints what was measured as JSON. Gaps
between turns of the event loop are stalls: whoever types or clicks waits as long.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from drafting.reading import read
from tests.benchmarks.figures import Figure
from tests.benchmarks.processes import collect_as_the_program_does, run

SERIES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "series" / "ga-sustainable-fisheries"
VERSIONS = ("74_18", "75_89", "76_71", "77_118", "78_68", "79_145", "80_109")
SHOWN = {"fisheries, three columns": ("4", "5", "6"), "fisheries, five of seven": ("2", "3", "4", "5", "6")}
PAINTED, LAID_OUT, STALL, FRAME, RESIZED, MEMORY = 1000.0, 3000.0, 100.0, 1000 / 60, 200.0, 350.0
RUNS = 3
_STEP = 72  # px a turn of the wheel scrolls
_WIDTHS = (1800, 1500, 1280, 1600, 1920)


def figures() -> Iterator[Figure]:
    """Nothing where the series is not beside the project."""
    for name, shown in SHOWN.items() if SERIES.is_dir() else ():
        found = [json.loads(run("-m", "tests.benchmarks.columns", *shown)) for _ in range(RUNS)]
        memory = max(one["memory"] for one in found)
        verdict = "met" if memory <= MEMORY else "missed"
        told = f"memory at most {memory:.0f} MiB, aim ≤ {MEMORY:g} MiB: {verdict}"
        yield Figure(f"{name}: open → first paint", [one["painted"] for one in found], PAINTED)
        yield Figure(f"{name}: open → all laid out", [one["laid out"] for one in found], LAID_OUT, note=told)
        yield Figure(f"{name}: longest stall while opening", [one["stall"] for one in found], STALL, STALL)
        yield Figure(f"{name}: scrolling, a step", [t for one in found for t in one["scroll"]], None, FRAME)
        yield Figure(f"{name}: another width", [t for one in found for t in one["resize"]], RESIZED)


class Watch(QObject):
    """When a widget was first painted, and the longest time in which the event loop did not turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.painted = 0.0
        self.stall = 0.0
        self._last = time.perf_counter()
        timer = QTimer(self)
        timer.timeout.connect(self._turn)
        timer.start(0)

    def _turn(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, now - self._last)
        self._last = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = time.perf_counter()
        return super().eventFilter(watched, event)


def measured(shown: list[int]) -> dict[str, Any]:
    """Open the window on these versions and use it."""
    from ui.comparison.rows import Version
    from ui.comparison.window import ComparisonWindow

    versions = [Version(name, "", read(SERIES / f"A_RES_{name}.xml")) for name in VERSIONS]
    start = time.perf_counter()
    window = ComparisonWindow(versions, *shown)
    watch = Watch(window)
    window.resize(1920, 1080)
    window.installEventFilter(watch)
    window.show()
    _until(lambda: not window.busy and window.model.comparison is not None and watch.painted > 0)
    laid_out = time.perf_counter() - start
    _until(lambda: time.perf_counter() - start > laid_out + 0.3)  # what follows counts too
    stall, view = watch.stall, window.view
    bar = view.verticalScrollBar()
    return {
        "painted": (watch.painted - start) * 1000,
        "laid out": laid_out * 1000,
        "stall": stall * 1000,
        "scroll": [_timed(lambda: bar.setValue(bar.value() + _STEP)) for _ in range(200)],
        "resize": [_timed(partial(window.resize, width, 1000)) for width in _WIDTHS],
        "memory": _memory(),
    }


def _until(done: Callable[[], bool]) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start(5)
    loop.exec()


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def _memory() -> float:
    import psutil

    return float(psutil.Process().memory_info().rss) / 2**20


if __name__ == "__main__":
    collect_as_the_program_does()
    application = QApplication(sys.argv)
    from ui.tasks import take_turns
    from ui.theme import apply_theme

    take_turns()
    apply_theme(application, "light")
    print(json.dumps(measured([int(one) for one in sys.argv[1:]])))
