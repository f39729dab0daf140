# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a file may be put: not over what it is made from, and with a word where another program holds it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drafting.errors import WriteFailed
from drafting.translation import marked, tr

_OFFICIAL = marked(
    "it is the official file that the changes are written on, and that is never written over. "
    "Nothing was changed on disk. Choose another name."
)
_LOADED = marked(
    "it is one of the files that were read, and those are never written over. "
    "Nothing was changed on disk. Choose another name."
)


def same_file(one: Path, other: Path) -> bool:
    """Whether both names are of one file that exists, however they are spelled and linked."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one is not there; ValueError: a null character in the name
        return False


def check_target(path: Path, official: Path | None = None, loaded: Iterable[Path] = ()) -> None:
    """Raises WriteFailed when the file to be written is one of those it is made from."""
    if official is not None and same_file(path, official):
        raise WriteFailed(path, tr(_OFFICIAL))
    if any(same_file(path, one) for one in loaded):
        raise WriteFailed(path, tr(_LOADED))


def opened_in(path: Path) -> str:
    """The program that left its sign of having the file open, "Word" or "LibreOffice"; empty when none did.

    The sign is a file beside it. Word's begins with "~$", which takes the place of the first two letters of a
    long name and of one of seven. It stays behind when the program broke down, so that it proves nothing.
    """
    stem = path.stem
    cut = min(max(len(stem) - 6, 0), 2)
    signs = {f"~${path.name[cut:]}": "Word", f".~lock.{path.name}#": "LibreOffice"}
    for name, program in signs.items():
        try:
            if path.with_name(name).is_file():
                return program
        except (OSError, ValueError):  # a folder that may not be looked into
            return ""
    return ""
