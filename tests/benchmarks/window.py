# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a drafter waits for the window, and the page for a key; beside the least that Qt itself takes.

Every start is a process of its own, timed from before it is created. Starts of the empty window and of
Penholder take turns, so that a busy machine slows both alike.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.processes import run

STARTS = 9
EMPTY = "an empty PySide6 window"
BARE = "a bare QTextEdit"


def figures() -> Iterator[Figure]:
    """First paint, the draft on screen, and keys typed into it."""
    empty, first, shown = [], [], []
    for _ in range(STARTS + 1):
        empty.append(_start("empty")["first paint"])
        times = _start("sample")
        first.append(times["first paint"])
        shown.append(times["draft shown"])
    nothing = Figure(EMPTY, empty[1:])  # the first of each warms the disk
    yield Figure("process start → first paint", first[1:], against=[nothing])
    yield Figure(
        "process start → sample draft shown", shown[1:], 1000, against=[nothing], limits=[(EMPTY, 3)]
    )
    for name, aim in (("letter", 8.0), ("enter", None)):
        own, bare = (
            json.loads(run("-m", "tests.benchmarks.typing", what, name)) for what in ("sample", "bare")
        )
        yield Figure(f"key press ({name}) in the draft → painted", own, aim, aim, [Figure(BARE, bare)])


def _start(what: str) -> dict[str, float]:
    """Milliseconds from before the process is created to each of the moments it reports."""
    begun = time.time()
    moments: dict[str, float] = json.loads(run("-m", "tests.benchmarks.opened", what))
    return {name: (moment - begun) * 1000 for name, moment in moments.items()}
