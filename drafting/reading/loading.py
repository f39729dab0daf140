# SPDX-License-Identifier: GPL-3.0-or-later
"""From a path to the bytes of a file."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import UnreadableFile
from drafting.reading.formats import LARGEST, TOO_LARGE
from drafting.reading.source import Document
from drafting.reading.watch import Watch
from drafting.translation import marked, tr

EMPTY = marked("the file is empty. Choose another copy of the resolution.")


def load_document(path: Path, watch: Watch) -> Document:
    """The bytes of a file; raises UnreadableFile when it cannot be had, is empty or far too large."""
    try:
        if path.is_dir():
            raise UnreadableFile(
                path, tr("this is a folder, not a file. Choose the files of the resolution inside it.")
            )
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(path, tr(TOO_LARGE))
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise unreadable(path, error) from error
    if not data.strip(b"\x00 \t\r\n\f"):
        raise UnreadableFile(path, tr(EMPTY))
    return Document(path, data, watch)


def unreadable(path: Path, error: OSError | ValueError) -> UnreadableFile:
    """Why a file cannot be had, and what to do."""
    if isinstance(error, FileNotFoundError):
        reason = tr("there is no such file. It may have been moved or renamed; choose it again.")
    elif isinstance(error, PermissionError):
        reason = tr(
            "the file may not be opened. Another program may hold it, or you lack the right to read it. "
            "Close it elsewhere, or copy it to a folder of your own."
        )
    else:
        detail = getattr(error, "strerror", None) or tr("its name is not valid")
        reason = tr("the file could not be read ({detail}). Copy it to this computer and try again.").format(
            detail=detail
        )
    return UnreadableFile(path, reason)
