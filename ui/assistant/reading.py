# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a new draft as they were read: the versions in order, and what could not be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafting.errors import FileError, TargetError
from drafting.opening import Gathered, compared, files_in
from drafting.reading.series import read_series
from drafting.reading.watch import Watch
from drafting.resolution import Resolution
from drafting.translation import tr
from drafting.updating.proposals import check_target
from ui.files import Loaded, is_draft, loaded_of
from ui.tasks import cancelled, tell


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading files: `gathered` is None where no version of a series was among them."""

    paths: tuple[Path, ...] = ()
    gathered: Gathered | None = None
    refused: tuple[FileError, ...] = ()

    @property
    def versions(self) -> tuple[Resolution, ...]:
        """The versions found, oldest first."""
        return self.gathered.lineage.versions if self.gathered else ()

    def path_of(self, version: Resolution) -> Path | None:
        """The file that a version was read from."""
        refused = {error.path for error in self.refused}
        return next((path for path in self.paths if path not in refused and _is_source(path, version)), None)

    def moved(self, place: int, by: int) -> Reading:
        """The versions with one of them before or after its neighbour."""
        assert self.gathered is not None, "there are versions to move"
        order = list(range(len(self.versions)))
        order[place], order[place + by] = order[place + by], order[place]
        return Reading(self.paths, self.gathered.in_order(order), self.refused)


def _is_source(path: Path, version: Resolution) -> bool:
    return version.source in (path.name, f"{path.parent.name}/{path.name}", str(path))


def read_files(paths: Sequence[Path]) -> Reading:
    """Read files and folders; saved drafts among them are refused, since they are opened as they are."""
    found = tuple(dict.fromkeys(files_in(paths)))
    saved = [path for path in found if is_draft(path)]
    reason = tr("this is a saved draft and no version of a series; open it with File ▸ Open series or draft…")
    drafts = tuple(FileError(path, reason) for path in saved)
    reading = read_series([path for path in found if path not in saved], Watch(tell, cancelled))
    gathered = compared(reading) if reading.versions else None
    return Reading(found, gathered, (*reading.refused, *drafts))


def trouble(gathered: Gathered, session: int) -> str:
    """Why the draft cannot be for a session, empty when it can."""
    try:
        check_target(gathered.lineage.latest, session)
    except TargetError as error:
        return str(error)
    return ""


def make(reading: Reading, based: Gathered, session: int | None) -> Loaded:
    """The draft of a series up to its base, for a session; None for the next one."""
    found = (reading.path_of(version) for version in based.lineage.versions)
    return loaded_of(based.opened(session), tuple(path for path in found if path is not None))
