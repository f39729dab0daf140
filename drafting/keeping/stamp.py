# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file on disk was like: so that others' writing is noticed, and a copy says what it is a copy of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as it was: its size in bytes, the time of its last change in nanoseconds, its SHA-256."""

    size: int
    changed: int
    digest: str

    @property
    def when(self) -> datetime:
        """The time of the last change, in UTC."""
        return datetime.fromtimestamp(self.changed / 1e9, UTC)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a copy is a copy of.

    `name` is what the draft is called; `path` the file it was saved in last, empty when in none; `saved` that
    file as it was then, `at` the moment of the copy.
    """

    name: str
    path: str = ""
    saved: Stamp | None = None
    at: datetime | None = None

    @property
    def file(self) -> Path | None:
        """The file it was saved in last."""
        return Path(self.path) if self.path else None


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None when there is none that can be read."""
    try:
        status = path.stat()
        return Stamp(status.st_size, status.st_mtime_ns, sha256(path.read_bytes()).hexdigest())
    except (OSError, ValueError):  # ValueError: a null character in the name
        return None


def changed_since(path: Path, before: Stamp | None) -> Stamp | None:
    """What a file is now when that is something else than it was; None when it is the same, or gone.

    The words decide and not the time: shares and copying programs set times anew.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if before is not None and (status.st_size, status.st_mtime_ns) == (before.size, before.changed):
        return None
    now = stamp_of(path)
    return None if now is None or (before is not None and now.digest == before.digest) else now
