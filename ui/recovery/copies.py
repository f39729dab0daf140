# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of recovery copies: each window has one copy, and a lock that tells that it is alive.

Nothing here needs the GUI thread.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QLockFile

from drafting.draft import Draft
from drafting.errors import WriteFailed
from drafting.files import sweep
from drafting.keeping.stamp import Origin

_SUFFIX = ".penholder"


@dataclass(slots=True)
class Held:
    """A copy whose lock this process has, so that no other window offers or removes it."""

    path: Path
    lock: QLockFile

    def remove(self) -> None:
        """Nothing of it is left, where the system lets it go."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.lock.unlock()


class OwnCopy:
    """The copy of the draft on this desk: not there while everything is saved."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: Held | None = None
        self._one_at_a_time = Lock()
        self.turn = 0
        """Counts on when what was under way must not be written any more."""

    @property
    def path(self) -> Path | None:
        """Where the copy stands, or stood last."""
        return self._held.path if self._held else None

    def put(self, draft: Draft, origin: Origin, turn: int) -> None:
        """Replace the copy, unless its turn is over; raises WriteFailed and leaves the last one."""
        from drafting.keeping.recovery import write_copy

        with self._one_at_a_time:
            if turn != self.turn:
                return
            try:
                write_copy(draft, origin, self._place().path)
            except WriteFailed as error:  # the name of a copy says nothing to anybody
                raise WriteFailed(self._folder, error.reason) from error

    def remove(self, turn: int) -> None:
        """Everything is saved, or was given up: no copy is left, unless the turn is over."""
        with self._one_at_a_time:
            if turn == self.turn and self._held is not None:
                self._held.remove()
                self._held = None

    def end(self) -> None:
        """No copy is left, and none is put that was under way."""
        self.turn += 1
        self.remove(self.turn)

    def adopt(self, held: Held) -> None:
        """Go on with a copy that was found, in place of one's own."""
        self.end()
        with self._one_at_a_time:
            self._held = held

    def _place(self) -> Held:
        if self._held is None:
            path = self._folder / f"{secrets.token_hex(8)}{_SUFFIX}"
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise WriteFailed(path, f"{error.strerror or 'the folder cannot be made'}.") from error
            lock = _lock_of(path)
            lock.tryLock(0)  # without it, another window might offer this copy while it is in use; no harm
            self._held = Held(path, lock)
        return self._held


def any_copies(folder: Path) -> bool:
    """Whether there is any copy at all, of a window that is alive or of one that is not."""
    try:
        return any(path.suffix == _SUFFIX for path in folder.iterdir())
    except OSError:
        return False


def left_behind(folder: Path) -> list[Held]:
    """The copies of windows that ended without saying what shall become of them, the newest first.

    Until they are removed, adopted or their locks given back, no other window finds them.
    """
    try:
        inside = list(folder.iterdir())
    except OSError:
        return []
    sweep(folder)
    paths = [path for path in inside if path.suffix == _SUFFIX]
    found = []
    for path in sorted(paths, key=_written, reverse=True):
        lock = _lock_of(path)
        if lock.tryLock(0):
            found.append(Held(path, lock))
    return found


def remove_left(path: Path) -> bool:
    """Remove a copy that no window has; False where one has it, or the system does not let it go."""
    held = Held(path, _lock_of(path))
    if not held.lock.tryLock(0):
        return False
    held.remove()
    return not path.exists()


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # a window may stay open for days; what is dead the system knows
    return lock
