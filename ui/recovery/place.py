# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of the open draft: kept from other windows and machines, and watched for what they write.

A lock file stands beside it for as long as the draft is open. The lock of a program that has died is taken
over; where none can be put (a folder to read only), the draft opens without.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QFileInfo, QLocale, QLockFile
from PySide6.QtWidgets import QWidget

from drafting.errors import UnreadableFile
from drafting.keeping.stamp import Stamp, changed_since, stamp_of
from drafting.translation import tr
from ui.prompts import InUse, Overwrite, Prompts


@dataclass(slots=True)
class Place:
    """Where the open draft is saved; `path` is None while it is nowhere."""

    prompts: Prompts
    window: QWidget
    path: Path | None = None
    stamp: Stamp | None = None
    _lock: QLockFile | None = None
    _coming: QLockFile | None = None  # of the file the draft is being saved in

    def enter(self, path: Path | None, stamp: Stamp | None) -> bool:
        """A draft was read from a file, which was then like `stamp`; False when it shall not be opened.

        A draft that is open elsewhere may be opened as a copy, which has no file yet.
        """
        if path is None:
            self.leave()
            return True
        if not self._is_ours(path):
            lock, others = _tried(path)
            answer = self.prompts.in_use(self.window, path.name, others) if others else InUse.ANYWAY
            if answer is InUse.CANCEL:
                return False
            if answer is InUse.COPY:
                self.leave()
                return True
            self._put_lock(lock or _taken_over(path))
        self.path, self.stamp = path, stamp
        return True

    def leave(self) -> None:
        """The draft is put away, or is to be saved elsewhere."""
        self.path = self.stamp = self._coming = None
        self._put_lock(None)

    def may_write(self, path: Path) -> Overwrite | None:
        """Whether the draft may be saved there; asks when somebody else has the file or has written it.

        None when nobody had to be asked.
        """
        self._coming = None
        if self._is_ours(path):
            why = _written_since(path, self.stamp)
        else:
            self._coming, why = _tried(path)
        return self.prompts.overwrite(self.window, path.name, why) if why else None

    def written(self, path: Path) -> None:
        """The draft was saved there."""
        if not self._is_ours(path):
            self._put_lock(self._coming)
        self.path, self.stamp, self._coming = path, stamp_of(path), None

    def _is_ours(self, path: Path) -> bool:
        return self.path is not None and _same(path, self.path)

    def _put_lock(self, lock: QLockFile | None) -> None:
        if self._lock is not None:
            self._lock.unlock()
        self._lock = lock


def _tried(path: Path) -> tuple[QLockFile | None, str]:
    """The lock of a file; or who has it, in a sentence. Neither where no lock can be put."""
    lock = QLockFile(str(_lock_path(path)))
    lock.setStaleLockTime(0)  # a draft may stay open for days; who is dead the system knows
    if lock.tryLock(0):
        return lock, ""
    return None, holder(lock) if lock.error() is QLockFile.LockError.LockFailedError else ""


def _taken_over(path: Path) -> QLockFile | None:
    """The lock of a file that somebody on another machine has, or had; never that of a living process here.

    Else a machine that broke down, and does not come back, would be told of for ever. If it is alive, it is
    told when it saves after us.
    """
    lock = QLockFile(str(_lock_path(path)))
    lock.setStaleLockTime(1)  # millisecond: Qt removes what is older, unless a process here holds it open
    return lock if lock.tryLock(0) else None


def _written_since(path: Path, before: Stamp | None) -> str:
    """That somebody has written the file since then, in a sentence; empty when nobody has."""
    try:
        now = changed_since(path, before)
    except UnreadableFile as error:
        return tr("It cannot be seen whether somebody else has written it: {reason}").format(
            reason=error.reason
        )
    return tr("It was written {moment}, after you opened it.").format(moment=moment(now.when)) if now else ""


def _same(one: Path, other: Path) -> bool:
    """Whether two paths name one file.

    Where case or the writing of accents makes no other name (Windows, most disks of a Mac) the system is
    asked; who locks such a file meets one lock, however the name is written.
    """
    if _lock_path(one) == _lock_path(other):
        return True
    try:
        return _folded(one) == _folded(other) and one.samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name).casefold()


def _lock_path(path: Path) -> Path:
    """Where the lock of a file stands, however links lead to it.

    The dot hides it on Unix; Windows shows it for as long as the draft is open. A folder of texts is read
    without such names on every system.
    """
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.lock")


def holder(lock: QLockFile) -> str:
    """Who has a lock, in a sentence: the machine, the user where the system knows, and since when."""
    info = QFileInfo(lock.fileName())
    _pid, host, _program = lock.getLockInfo()
    owner = info.owner()
    known = [tr("on {host}").format(host=host) if host else tr("on another machine")]
    if owner:
        known.append(tr("by {owner}").format(owner=owner))
    if (since := info.lastModified()).isValid():
        date, clock = _date_and_clock(datetime.fromtimestamp(since.toSecsSinceEpoch(), UTC))
        words = tr("since {date} at {clock}") if date else tr("since {clock}")
        known.append(words.format(date=date, clock=clock))
    return tr("It is open {where}.").format(where=" ".join(known))


def moment(when: datetime) -> str:
    """A moment as the user's system writes it, "at" or "on" before it; of today the time alone."""
    date, clock = _date_and_clock(when)
    words = tr("on {date} at {clock}") if date else tr("at {clock}")
    return words.format(date=date, clock=clock)


def _date_and_clock(when: datetime) -> tuple[str, str]:
    """A moment as the user's system writes it; the date is empty when it is today."""
    local, short = QDateTime.fromSecsSinceEpoch(int(when.timestamp())), QLocale.FormatType.ShortFormat
    clock = QLocale().toString(local.time(), short)
    if local.date() == QDateTime.currentDateTime().date():
        return "", clock
    return QLocale().toString(local.date(), short), clock
