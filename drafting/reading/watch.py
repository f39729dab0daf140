# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever waits for a file to be read: told how far it is, and able to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafting.errors import ReadingStopped
from drafting.translation import tr


def _unheard(done: int, total: int) -> None:
    """Nobody listens."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """`progress` is told the pages (or other steps) done and their total; `stopped` says whether to give up.

    Both are called from the thread that reads, at least at every step that may take a tenth of a second.
    """

    progress: Callable[[int, int], None] = _unheard
    stopped: Callable[[], bool] = _never

    def step(self, path: Path, done: int, total: int) -> None:
        """Report a step; raises ReadingStopped when the drafter no longer waits."""
        if self.stopped():
            raise ReadingStopped(
                path, tr("the reading was stopped. The file was not changed; choose it again.")
            )
        self.progress(done, total)


UNWATCHED = Watch()
"""Nobody waits."""
