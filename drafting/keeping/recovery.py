# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a draft that hold what is not saved yet, for the case that the program or the machine stops.

A copy is a draft file with one more entry, `recovery.json`, that says what it is a copy of; so it can be
opened like any draft. It is put in place whole, flushed to the disk, and readable by the user alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from drafting.draft import Draft
from drafting.draft.styling import restyled
from drafting.errors import DamagedDraft
from drafting.files import PRIVATE, write_atomically
from drafting.keeping.stamp import Origin
from drafting.project import RECOVERY, entry_of, packed, read_project
from drafting.translation import tr


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy as it was read: where it stands, what it is a copy of, and the draft."""

    path: Path
    origin: Origin
    draft: Draft


def write_copy(draft: Draft, origin: Origin, path: Path) -> None:
    """Put a copy in place, whole and flushed to the disk; raises WriteFailed and leaves the last one.

    May be called on any thread: a draft never changes.
    """
    told = replace(origin, at=datetime.now(UTC))
    data = packed(draft, {RECOVERY: msgspec.json.encode(told)}, fast=True)
    write_atomically(path, data, permissions=PRIVATE)


def read_copy(path: Path) -> Copy:
    """A copy, with the style proposals that were held back while words were being typed.

    Raises UnreadableFile or DamagedDraft, as for any draft.
    """
    return Copy(path, origin_of(path), restyled(read_project(path).draft))


def origin_of(path: Path) -> Origin:
    """What a copy is a copy of; raises UnreadableFile or DamagedDraft."""
    try:
        return msgspec.json.decode(entry_of(path, RECOVERY), type=Origin)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamagedDraft(path, tr("it does not say what draft it is a copy of.")) from error
