# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a saved draft: one that is damaged by its last good copy, one of a later Penholder with a word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafting.draft import Draft
from drafting.errors import DamagedDraft, FileError, LaterDraft
from drafting.files import sweep
from drafting.keeping.recovery import origin_of
from drafting.keeping.stamp import stamp_of
from drafting.project import BACKUP, Project, backup_of, read_project
from drafting.translation import tr
from ui.notices import Notice
from ui.recovery.place import moment


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft from its file; `whole`: saving it there again would lose nothing."""

    draft: Draft
    notices: tuple[Notice, ...] = ()
    whole: bool = True


def open_saved(path: Path) -> Saved:
    """The draft of a file, or of the copy that its last saving replaced when the file is damaged.

    What a dead program left half written beside it goes. Raises UnreadableFile, and DamagedDraft when there
    is no good copy either.
    """
    sweep(path.parent)
    try:
        return _told(path, read_project(path))
    except LaterDraft:
        raise
    except DamagedDraft as error:
        kept = backup_of(path)
        try:
            found, stamp = read_project(kept), stamp_of(kept)
        except FileError:
            raise error from None
        text = (
            tr(
                "the file is damaged. What is open is the copy beside it that the last saving replaced, "
                "written {when}; what was saved after it is not in it. The damaged file is as it was: "
                "Save asks for another name."
            ).format(when=moment(stamp.when))
            if stamp
            else tr(
                "the file is damaged. What is open is the copy beside it that the last saving replaced; "
                "what was saved after it is not in it. The damaged file is as it was: "
                "Save asks for another name."
            )
        )
        return Saved(found.draft, (Notice("error", path.name, text, word=tr("damaged")),), whole=False)


def _told(path: Path, found: Project) -> Saved:
    if path.suffix.lower() == BACKUP:
        text = tr("this is the copy that the last saving replaced. Save asks for a name of its own.")
        return Saved(found.draft, (Notice("note", path.name, text, word=tr("earlier copy")),), whole=False)
    if found.recovery:
        text = tr("this is a recovery copy of {name}. Save asks for a name of its own.").format(
            name=origin_of(path).name
        )
        return Saved(found.draft, (Notice("note", path.name, text, word=tr("recovery copy")),), whole=False)
    if not found.later and not found.unknown:
        return Saved(found.draft)
    what = ", ".join(found.unknown)
    first, word = (
        (tr("it was saved by a later Penholder."), tr("later version"))
        if found.later
        else (tr("it was added to."), tr("added to"))
    )
    lost = (
        tr("What this one does not know would be lost ({what}), so Save asks for another name.")
        if what
        else tr("To be sure, Save asks for another name.")
    ).format(what=what)
    text = f"{first} {lost} {tr('The file is as it was.')}"
    return Saved(found.draft, (Notice("look", path.name, text, word=word),), whole=False)
