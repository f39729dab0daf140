# SPDX-License-Identifier: GPL-3.0-or-later
"""What was left behind by windows that ended without a word, held against the saved drafts.

Off the GUI thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafting.draft import Draft, start_draft
from drafting.errors import FileError
from drafting.keeping.differences import Differences, differences
from drafting.keeping.recovery import Copy, read_copy
from drafting.keeping.stamp import Stamp, changed_since, stamp_of
from drafting.project import read_project
from drafting.translation import tr
from ui.recovery.copies import Held, left_behind

_NONE = Differences()


@dataclass(frozen=True, slots=True)
class Found:
    """A copy that was left behind, and the saved draft as it is now.

    `saved` is None when it was never saved, or when the file is gone or damaged; `trouble` says which, and
    `differences` are those from the text it began with. `changed`: somebody wrote the file after the window
    that left the copy had read or saved it.
    """

    held: Held
    copy: Copy
    saved: Draft | None = None
    stamp: Stamp | None = None
    trouble: str = ""
    changed: bool = False
    differences: Differences = _NONE

    @property
    def name(self) -> str:
        """What the draft is called, where it has no file by its title."""
        draft = self.copy.draft
        return (
            self.copy.origin.name
            if self.copy.origin.file
            else tr("Draft on {title}").format(title=draft.masthead.title)
        )


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What was found, the newest first, and the copies that could not be read; those stay where they are."""

    found: tuple[Found, ...] = ()
    unreadable: tuple[FileError, ...] = ()


def find(folder: Path) -> Leftovers:
    """Everything that was left behind; a copy that says just what the saved file says is removed."""
    found, unreadable = [], []
    for held in left_behind(folder):
        try:
            copy = read_copy(held.path)
        except FileError as error:
            held.lock.unlock()
            unreadable.append(error)
            continue
        one = _held_against(held, copy)
        if one.saved == copy.draft:
            held.remove()
        else:
            found.append(one)
    return Leftovers(tuple(found), tuple(unreadable))


def _held_against(held: Held, copy: Copy) -> Found:
    file = copy.origin.file
    if file is None:
        return Found(held, copy, trouble=tr("It was never saved."), differences=_beyond_the_base(copy.draft))
    stamp = stamp_of(file)
    before = copy.origin.saved
    try:
        saved = read_project(file).draft
        changed = before is not None and changed_since(file, before) is not None
    except FileError as error:
        reason = error.reason if stamp else tr("it is no longer in {parent}.").format(parent=file.parent)
        trouble = tr("The saved draft cannot be read: {reason}").format(reason=reason)
        return Found(held, copy, None, stamp, trouble, differences=_beyond_the_base(copy.draft))
    return Found(held, copy, saved, stamp, "", changed, differences(saved, copy.draft))


def _beyond_the_base(draft: Draft) -> Differences:
    """What a draft holds beyond the adopted text it began with."""
    return differences(start_draft(draft.lineage, draft.carry), draft)
