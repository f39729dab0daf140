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
AIMS = {"letter": (4.0, 8.0), "enter": (30.0, None), "undo": (30.0, None), "redo": (30.0, None)}
"""Milliseconds from key press to painting: median and 95th percentile."""


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
    for paragraphs in (70, 800):
        yield from _typed(paragraphs)


def _typed(paragraphs: int) -> Iterator[Figure]:
    """Work on the page of a draft so long, beside the same on a bare QTextEdit."""
    own, bare = (
        json.loads(run("-m", "tests.benchmarks.typing", what, str(paragraphs))) for what in ("draft", "bare")
    )
    for name, runs in own["times"].items():
        aim, most = AIMS.get(name, (None, None))
        against = [Figure(BARE, bare["times"][name])] if name in bare["times"] else []
        worked = Figure("", own["worked"][name])
        note = f"of it the GUI thread at work {worked.median:.1f} ms, p95 {worked.p95:.1f}"
        yield Figure(f"{paragraphs} paragraphs: {name} → painted", runs, aim, most, against, note=note)
    least = Figure(BARE, bare["memory"][:1], unit="MiB")
    most_held = f"at most {own['memory'][1]:.0f} MiB, after changes of theme and text size"
    name = f"{paragraphs} paragraphs: memory, every panel shown"
    yield Figure(name, own["memory"][:1], 250, against=[least], note=most_held, unit="MiB")


def _start(what: str) -> dict[str, float]:
    """Milliseconds from before the process is created to each of the moments it reports."""
    begun = time.time()
    moments: dict[str, float] = json.loads(run("-m", "tests.benchmarks.opened", what))
    return {name: (moment - begun) * 1000 for name, moment in moments.items()}
