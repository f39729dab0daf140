# SPDX-License-Identifier: GPL-3.0-or-later
"""From files to a draft in one step: read, order, compare, propose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage
from drafting.data import language_name, sample_files
from drafting.draft import Draft, start_draft
from drafting.errors import FileError, SeriesError
from drafting.reading.series import read_series
from drafting.reading.watch import UNWATCHED, Watch
from drafting.resolution import ReadWarning, Resolution
from drafting.updating.proposals import propose


@dataclass(frozen=True, slots=True)
class Opened:
    """A fresh draft, the files that could not be used with the reason for each.

    And what the series as a whole shows.
    """

    draft: Draft
    refused: tuple[FileError, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()

    @property
    def lineage(self) -> Lineage:
        """The versions the draft is built on."""
        return self.draft.lineage

    def needs_look(self) -> tuple[str, ...]:
        """One sentence for each remark of the reader that a drafter should check, naming the version."""
        found = [warning.sentence for warning in self.warnings if warning.needs_look]
        for version in self.lineage.versions:
            found += [
                f"{version.number}: {warning.sentence}" for warning in version.warnings if warning.needs_look
            ]
        return tuple(found)


def open_series(paths: Sequence[Path], session: int | None = None, watch: Watch = UNWATCHED) -> Opened:
    """Read the files in any order and propose the next text, with the latest version as base.

    `session` None means the next one by the cadence of the series. Raises SeriesError when no file could be
    used (its text says why for each), TargetError when the session does not follow the base. `watch` is told
    how far the reading is; ReadingStopped when it says to stop.
    """
    reading = read_series(paths, watch)
    if not reading.versions:
        reasons = "\n".join(str(error) for error in reading.refused)
        raise SeriesError(f"None of the files could be opened.\n{reasons}".rstrip())
    lineage = trace(reading.versions)
    warnings = (*reading.warnings, *_in_another_language(lineage.latest))
    return Opened(start_draft(lineage, propose(lineage, session)), reading.refused, warnings)


def _in_another_language(base: Resolution) -> tuple[ReadWarning, ...]:
    """What a drafter must know of a draft that is not in English: only that is proposed and printed yet."""
    if base.masthead.language == "en":
        return ()
    language = language_name(base.masthead.language)
    message = (
        f"the text is in {language}: sessions, dates and resolutions are brought up to date in English texts "
        "only, and the lines above the text are written in English"
    )
    return (ReadWarning(message, base.number, needs_look=True),)


def open_sample(session: int | None = None) -> Opened:
    """The sample series, opened like any other."""
    return open_series(sample_files(), session)
