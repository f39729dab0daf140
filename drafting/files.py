# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a file in place whole or not at all; every writer and the saving of drafts go through here."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from drafting.errors import WriteFailed, WritingStopped
from drafting.translation import marked, tr

# Windows lets virus scanners and indexers hold a new file for a moment: access denied, shared, locked.
_HELD = frozenset({5, 32, 33})
_LOST = frozenset({2, 3})  # a file or a folder on the way to it is not found
_USUAL = 0o666  # less what the user's mask takes away
PRIVATE = 0o600
"""Permissions of what is for the user alone."""
_PART = re.compile(r"\.penholder-[0-9a-f]+\.part")
_LONG_AGO = 3600  # seconds; no writing takes as long
_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.4)  # seconds between tries, under a second in all

_SAFE = marked("Nothing was changed on disk, and nothing of your work is lost.")
_NO_FOLDER = marked(
    "there is no folder {folder} to write in. {safe} Create it, or choose another, and try again."
)
_IS_FOLDER = marked("a folder has this name. {safe} Choose another name.")
_READ_ONLY = marked("the file is marked read-only. {safe} Choose another name, or allow changes to the file.")
_OPEN = marked("it is open in another program, perhaps Word. {safe} Close it there, or choose another name.")
_NO_RIGHT = marked("you may not write in the folder {folder}. {safe} Choose another folder.")
_FULL = marked("the disk is full. {safe} Free some space, or choose another disk, and try again.")
_LONG = marked("the name, with its folders, is too long. {safe} Choose a shorter name or another folder.")
_NAME = marked("the name holds characters that are not allowed in file names. {safe} Choose another name.")
_STOP = marked("the writing was stopped. Nothing was changed on disk.")
_OTHER = marked("it could not be written ({detail}). {safe} Try again, or choose another folder.")
_BY_ERRNO = {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: _IS_FOLDER,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.ENAMETOOLONG: _LONG,
    errno.EINVAL: _NAME,
    errno.EBUSY: _OPEN,
}
# https://learn.microsoft.com/windows/win32/debug/system-error-codes
_BY_WINERROR = {
    3: _NO_FOLDER,
    19: _NO_RIGHT,
    32: _OPEN,
    33: _OPEN,
    39: _FULL,
    112: _FULL,
    123: _NAME,
    206: _LONG,
}

# File systems over a network may not know how to flush; that is no reason to refuse.
_CANNOT_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})

_STOPPED: ContextVar[Callable[[], bool]] = ContextVar("_STOPPED", default=lambda: False)


@contextmanager
def writing_unless(stopped: Callable[[], bool]) -> Iterator[None]:
    """What is written meanwhile, in this thread, is put in place only while `stopped` says no.

    It is asked last of all, when a file is made and proved, so that a drafter who cancels finds no file.
    Where it says yes, WritingStopped is raised.
    """
    token = _STOPPED.set(stopped)
    try:
        yield
    finally:
        _STOPPED.reset(token)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What stood at a place before, and where that is kept: `permissions` as of `chmod`.

    Where it `must` be kept and cannot, nothing is written.
    """

    path: Path
    data: bytes
    permissions: int
    must: bool = False


def write_atomically(
    path: Path, data: bytes, *, permissions: int | None = None, earlier: Earlier | None = None
) -> None:
    """Put `data` at `path` whole, or leave everything as it was and no stray file behind.

    A file that is replaced keeps its permissions, a new one gets those usual for the user, unless
    `permissions` are given (bits as of `chmod`, where the system has them). A link keeps pointing where it
    did. What was there `earlier` is kept only when the new file is whole on the disk, and what stood in the
    place of that comes back if the last step fails. Raises WriteFailed with a sentence for the drafter.
    """
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        mode = _mode_to_keep(path, target)
        with _part(target, data, mode if permissions is None else permissions) as part:
            if _STOPPED.get()():
                raise WritingStopped(target, tr(_STOP))
            with _kept(earlier):
                _replace(part, target)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise WriteFailed(path, _reason(error, path)) from error
    _flush_folder(target.parent)


def sweep(folder: Path) -> None:
    """Remove what programs that died while writing left there half written; what is young may be at work."""
    with suppress(OSError):
        for path in [one for one in folder.iterdir() if _PART.fullmatch(one.name)]:
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _LONG_AGO:
                    path.unlink()


def _mode_to_keep(path: Path, target: Path) -> int | None:
    """The permissions of the file to be replaced, None when there is none; refuses what must not go."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise WriteFailed(path, tr(_IS_FOLDER).format(safe=tr(_SAFE)))
    # Renaming would walk over a read-only file on Unix, where only the folder's permissions count.
    writable = status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if not writable or not os.access(target, os.W_OK):
        raise WriteFailed(path, tr(_READ_ONLY).format(safe=tr(_SAFE)))
    return stat.S_IMODE(status.st_mode)


@contextmanager
def _kept(earlier: Earlier | None) -> Iterator[None]:
    """What was there earlier is in its place meanwhile and stays, unless what is done meanwhile fails."""
    if earlier is None:
        yield
        return
    aside = _beside(earlier.path)  # where the copy waits that stood in its place
    try:
        done = _keep(earlier, aside)
        with ExitStack() as undoing:
            if done:
                undoing.callback(_put_back, earlier.path, aside)
            yield
            undoing.pop_all()  # the new file is in place: what was kept stays
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _keep(earlier: Earlier, aside: Path) -> bool:
    """Put it in its place, and what stood there aside; whether it is there now."""
    try:
        before = _mode_to_keep(earlier.path, earlier.path) is not None
        with _part(earlier.path, earlier.data, earlier.permissions) as copy:
            if before:
                _replace(earlier.path, aside)
            try:
                _replace(copy, earlier.path)
            except OSError:
                if before:
                    _put_back(earlier.path, aside)
                raise
    except (OSError, WriteFailed) as error:
        if not earlier.must:
            return False
        if isinstance(error, WriteFailed):
            raise
        raise WriteFailed(earlier.path, _reason(error, earlier.path)) from error
    return True


def _put_back(path: Path, aside: Path) -> None:
    with suppress(OSError):  # the error that matters is on its way
        if aside.exists():
            _replace(aside, path)
        else:
            path.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".penholder-{secrets.token_hex(6)}.part")


@contextmanager
def _part(target: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """A file beside the target that holds the data, flushed to the disk; gone afterwards if not put."""
    part = _beside(target)
    try:
        _write_new(part, data, _USUAL if mode is None else mode)  # at no moment for more than may read it
        if mode is not None:
            with suppress(OSError):  # a drive without permissions (a memory stick) has none to keep
                part.chmod(mode)
        yield part
    finally:
        with suppress(OSError):  # the error that matters is on its way; a vanished folder took the file along
            part.unlink(missing_ok=True)


def _write_new(part: Path, data: bytes, mode: int) -> None:
    # Opened by hand and not by tempfile, whose files nobody else may read, not even on a shared drive.
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        _flush(file.fileno())


def _flush(handle: int) -> None:
    """See that what was written is on the disk, and not in its memory alone."""
    try:
        if sys.platform == "darwin":  # where fsync leaves it in the memory of the disk
            import fcntl

            with suppress(OSError):  # a disk on the network knows fsync alone
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise


def _replace(part: Path, target: Path) -> None:
    for pause in _PATIENCE:
        try:
            part.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    part.replace(target)


def _flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can; the file itself is in place already."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError | ValueError, target: Path) -> str:
    code = getattr(error, "winerror", None)
    number = getattr(error, "errno", None)
    if isinstance(error, ValueError):
        sentence = _NAME
    elif code in _LOST and target.parent.is_dir():
        sentence = _LONG  # the folder is there: what Windows does not find is a name of more than 259 letters
    elif code == 5 and target.exists():  # access denied while replacing: somebody holds the old file
        sentence = _OPEN
    else:
        sentence = _BY_WINERROR.get(code or 0) or _BY_ERRNO.get(number or 0) or _OTHER
    detail = getattr(error, "strerror", None) or type(error).__name__
    return tr(sentence).format(folder=target.parent, detail=detail, safe=tr(_SAFE))
