# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process and those it starts take: memory at its peak, seconds of the processor."""

from __future__ import annotations

import threading

import psutil

_TICK = 0.01  # seconds between two looks


class MemoryWatch:
    """Looks at the memory from its creation until its end, as often as a hundred times a second."""

    def __init__(self, process_id: int | None = None) -> None:
        """Watch this process, or another."""
        self._own = psutil.Process(process_id)
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> float:
        """The MiB that all of them had together at the peak."""
        self._ended.set()
        self._thread.join()
        return self._peak / 2**20

    def _watch(self) -> None:
        while True:
            self._peak = max(self._peak, self._taken())
            if self._ended.wait(_TICK):
                return

    def _taken(self) -> int:
        try:
            family = (self._own, *self._own.children())
        except psutil.Error:
            return 0  # it has just ended
        return sum(map(_memory, family))


def _memory(process: psutil.Process) -> int:
    try:
        taken: int = process.memory_info().rss
    except psutil.Error:
        return 0
    return taken


def processor_seconds() -> float:
    """How long the processor has worked for this process and for those it started that have ended.

    On a machine that others use too, a file takes longer than this, but not more work.
    """
    times = psutil.Process().cpu_times()
    # Windows does not add up what a process started: there it is the process alone.
    return (
        times.user + times.system + getattr(times, "children_user", 0) + getattr(times, "children_system", 0)
    )
