# SPDX-License-Identifier: GPL-3.0-or-later
"""From files to a draft in one step: read, order, compare, propose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage
from drafting.data import language_name, sample_files
from drafting.draft import Draft, put_on_shelf, start_draft
from drafting.errors import FileError, SeriesError
from drafting.reading.languages import ENGLISH
from drafting.reading.series import SeriesReading, read_series
from drafting.reading.watch import UNWATCHED, Watch
from drafting.resolution import ReadWarning, Resolution
from drafting.translation import tr, trn
from drafting.updating.calendar import session_of
from drafting.updating.proposals import propose
from drafting.updating.shelf import Answer, Shelf, answers, read_shelf
from drafting.updating.wording import listed

NOTHING = Shelf()


@dataclass(frozen=True, slots=True)
class Opened:
    """A fresh draft, the files that could not be used with the reason for each.

    And what the series as a whole shows. `shelf_refused` are the files for the shelf that could not be used.
    """

    draft: Draft
    refused: tuple[FileError, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    shelf_refused: tuple[FileError, ...] = ()

    @property
    def lineage(self) -> Lineage:
        """The versions the draft is built on."""
        return self.draft.lineage

    def answers(self) -> tuple[Answer, ...]:
        """What the shelf answers of the facts asked for, and the versions by what they cite."""
        return answers(self.draft.carry.facts, self.draft.shelf, self.lineage.versions)

    def needs_look(self) -> tuple[str, ...]:
        """One sentence for each remark of the reader that a drafter should check, naming the version."""
        found = [warning.sentence for warning in self.warnings if warning.needs_look]
        for version in self.lineage.versions:
            found += [
                f"{version.number}: {warning.sentence}" for warning in version.warnings if warning.needs_look
            ]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The versions of a series as read and compared, before a draft is proposed for any session."""

    lineage: Lineage
    refused: tuple[FileError, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()

    def opened(self, session: int | None = None, shelf: Shelf = NOTHING) -> Opened:
        """A draft for the session, None for the next one; raises TargetError when it cannot follow the base.

        Nothing is read again, so another session may be tried.
        """
        draft = start_draft(self.lineage, propose(self.lineage, session))
        if shelf.documents:
            draft = put_on_shelf(draft, shelf.documents).draft
        return Opened(draft, self.refused, self.warnings, shelf.refused)

    def up_to(self, base: int) -> Gathered:
        """The series with the version at this place as its base: those after it are left out, which is said.

        What is drafted rests on its latest text throughout, so a later text can have no part in it.
        """
        kept, later = self.lineage.versions[: base + 1], self.lineage.versions[base + 1 :]
        if not later:
            return self
        gone = {version.number for version in later}
        warnings = tuple(warning for warning in self.warnings if warning.place not in gone)
        return _gathered(kept, self.refused, (*warnings, _left_out(kept[-1], later)))

    def in_order(self, order: Sequence[int]) -> Gathered:
        """The versions in another order, by their places in the present one.

        Only those that tell no time of their own may go elsewhere (`undated`); ValueError when another does.
        """
        versions = self.lineage.versions
        fixed = [place for place in order if place not in self.undated]
        if sorted(order) != list(range(len(versions))) or fixed != sorted(fixed):
            raise ValueError(f"these versions cannot stand in the order {order}")
        return _gathered(tuple(versions[place] for place in order), self.refused, self.warnings)

    @property
    def undated(self) -> frozenset[int]:
        """The places of versions without session and date: their order is a guess that may be changed."""
        return frozenset(
            place
            for place, version in enumerate(self.lineage.versions)
            if session_of(version) is None and version.masthead.adopted is None
        )


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and for a folder those in it by name, without hidden ones and Word's locks."""
    return [inside for path in paths for inside in _inside(path)]


def _inside(path: Path) -> list[Path]:
    try:
        found = sorted(one for one in path.iterdir() if one.is_file())
    except (OSError, ValueError):  # a file, or nothing there, or not allowed: the reader says which
        return [path]
    return [one for one in found if not one.name.startswith((".", "~$"))]


def gather(paths: Sequence[Path], watch: Watch = UNWATCHED) -> Gathered:
    """Read the files, and those in the folders, in any order, and compare the versions.

    Raises SeriesError when no file could be used (its text says why for each). `watch` is told how far the
    reading is; ReadingStopped when it says to stop.
    """
    reading = read_series(files_in(paths), watch)
    if not reading.versions:
        raise SeriesError(_none_opened(paths, reading.refused))
    return compared(reading)


def compared(reading: SeriesReading) -> Gathered:
    """The versions of a reading, of at least one, compared."""
    return _gathered(reading.versions, reading.refused, reading.warnings)


def _gathered(
    versions: tuple[Resolution, ...], refused: tuple[FileError, ...], warnings: Iterable[ReadWarning]
) -> Gathered:
    lineage = trace(versions)
    of_base = _in_another_language(lineage.latest)
    return Gathered(lineage, refused, tuple(dict.fromkeys((*warnings, *of_base))))


def _left_out(base: Resolution, later: Sequence[Resolution]) -> ReadWarning:
    """What is to be said of versions that come after the chosen base."""
    message = trn(
        "{names} was read and left out, because {base} was chosen as the base: the draft, its proposals and "
        "its checks know nothing of what comes later",
        "{names} were read and left out, because {base} was chosen as the base: the draft, its proposals and "
        "its checks know nothing of what comes later",
        len(later),
    )
    names = listed([version.number for version in later])
    return ReadWarning(message.format(names=names, base=base.number), base.number, needs_look=True)


def open_series(
    paths: Sequence[Path],
    session: int | None = None,
    watch: Watch = UNWATCHED,
    shelf: Sequence[Path] = (),
) -> Opened:
    """Read files and folders in any order and propose the next text, with the latest version as base.

    `session` None means the next one by the cadence of the series; `shelf` are files and folders of documents
    to look facts up in. Raises SeriesError when no file of the series could be used, TargetError when the
    session does not follow the base, ReadingStopped when `watch` says to stop.
    """
    gathered = gather(paths, watch)
    return gathered.opened(session, read_shelf(files_in(shelf), watch) if shelf else NOTHING)


def _none_opened(paths: Sequence[Path], refused: Sequence[FileError]) -> str:
    """The first line says what happened, those below why."""
    if not refused:
        names = ", ".join(path.name or str(path) for path in paths)
        return tr("There is no file to open in {folders}.").format(folders=names)
    if len(refused) == 1:
        reason = refused[0].reason
        name = refused[0].path.name or refused[0].path
        head = tr("{name} could not be opened.").format(name=name)
        return f"{head}\n{reason[:1].upper()}{reason[1:]}"
    return "\n".join([tr("None of the files could be opened."), *map(str, refused)])


def _in_another_language(base: Resolution) -> tuple[ReadWarning, ...]:
    """What a drafter must know of a draft that is not in English: only that is proposed and printed yet."""
    if base.masthead.language == ENGLISH:
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
