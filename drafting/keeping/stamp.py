# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file on disk was like: so that others' writing is noticed, and a copy says what it is a copy of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from drafting.reading.loading import unreadable


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
        return _stamp(path)
    except (OSError, ValueError):  # ValueError: a null character in the name
        return None


def changed_since(path: Path, before: Stamp | None) -> Stamp | None:
    """What a file is now when that is something else than it was; None when it is the same, or gone.

    The content decides and neither size nor time: shares and copying programs set times anew, and some keep
    them. Raises UnreadableFile where it cannot be seen.
    """
    try:
        now = _stamp(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    return None if before is not None and now.digest == before.digest else now


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns, sha256(path.read_bytes()).hexdigest())
