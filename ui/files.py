# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and saving: reading goes on off the GUI thread, questions go through the prompts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTime, Signal
from PySide6.QtWidgets import QWidget

from drafting.comparing.records import Lineage
from drafting.data import load as load_data
from drafting.data import sample_files
from drafting.draft import Draft, retarget
from drafting.errors import FileError, PenholderError, TargetError
from drafting.keeping.stamp import Origin, Stamp, stamp_of
from drafting.reading.watch import Watch
from drafting.resolution import ReadWarning
from drafting.translation import tr, trn
from drafting.updating.records import CarryOver
from ui.desk import Desk
from ui.notices import MOST, Notice
from ui.prompts import Answer, Overwrite, Prompts
from ui.recovery.place import Place
from ui.settings import Settings, there
from ui.tasks import Lane, cancelled, tell

if TYPE_CHECKING:
    from drafting.opening import Gathered, Opened

SUFFIX, KEPT = ".penholder", ".bak"
READ = "*.docx *.pdf *.xml *.html *.htm *.mhtml *.mht *.txt *.md *.doc *.wpd *.rtf *.odt"
"""The files that resolutions and other documents are read from."""
MOST_REASONS = 4
"""Files that a message names with their reasons."""
SAVING = "saving"
"""Topic of notices."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of opening: the draft, what to remark, and the draft file it was saved in, if it was."""

    draft: Draft
    notices: tuple[Notice, ...] = ()
    path: Path | None = None
    sources: tuple[Path, ...] = ()
    refused: tuple[FileError, ...] = ()
    remarks: tuple[ReadWarning, ...] = ()
    """What the series as a whole shows."""
    stamp: Stamp | None = None
    """What the draft file was like when it was read."""


class Files(QObject):
    """The draft's way from and to the disk; `path` is where it was saved last."""

    noticed = Signal(object)
    """A tuple of `Notice`."""
    busy = Signal(str, bool)
    """What is going on, empty when nothing is, and whether it can be cancelled."""
    progressed = Signal(int, int)
    """Steps done and all steps of the reading under way."""
    stopped = Signal(str)
    """The drafter stopped reading; a word in passing."""
    refused_changed = Signal()
    """Other files than before could not be opened."""
    saved_changed = Signal()
    """The path or the time of saving differs."""
    refused_target = Signal(str)
    """Why the draft cannot be for the session that was asked for; empty when it can."""
    aimed = Signal()
    """The draft is for another session now."""

    def __init__(self, desk: Desk, prompts: Prompts, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._prompts, self._settings, self._window = desk, prompts, settings, window
        self._opening, self._aiming = Lane(self), Lane(self)
        self._words = ""
        self._opening.busy_changed.connect(self._tell_busy)
        self._opening.progressed.connect(self.progressed)
        desk.opened.connect(self._aiming.cancel)
        self.place = Place(prompts, window)
        self.refused: tuple[FileError, ...] = ()
        self.remarks: tuple[ReadWarning, ...] = ()
        self.saved_at = ""

    @property
    def path(self) -> Path | None:
        """The file the open draft is saved in."""
        return self.place.path

    @property
    def name(self) -> str:
        """What the open draft is called in a sentence."""
        return self.path.name if self.path else tr("the draft")

    # ------------------------------------------------------------------------------------ opening

    def ask_open(self) -> None:
        """Choose files and open them."""
        paths = self._prompts.open_files(
            self._window, tr("Open series or draft"), self._settings.folder, _kinds()
        )
        if paths:
            self.open(paths)

    def open(self, paths: Sequence[Path], session: int | None = None) -> None:
        """Open a series from its files, or a saved draft; what is open now stays until that has succeeded."""
        paths = tuple(Path(path) for path in paths)
        if not any(map(there, paths)):
            self._settings.forget(paths)
        if paths and self.may_replace():
            self._load(lambda: load(paths, session), tr("Reading {files}").format(files=named(paths)))

    def open_sample(self, session: int | None = None) -> None:
        """Open the sample series."""
        if self.may_replace():
            self._load(lambda: load_sample(session), tr("Reading the sample series"))

    def begin(self, make: Callable[[], Loaded]) -> None:
        """Start a draft that was looked at before; what is open now stays until it is made."""
        if self.may_replace():
            self._load(make, tr("Making the draft"))

    def close(self) -> None:
        """Put the draft away."""
        if self._desk.draft is not None and self.may_replace():
            self.place.leave()
            self._put(None)

    def take_up(self, draft: Draft, origin: Origin | None = None, notices: tuple[Notice, ...] = ()) -> bool:
        """Go on with a draft that was made here; False when what is open must stay.

        It counts as not saved. With an `origin` it was recovered.
        """
        file, stamp = (origin.file, origin.saved) if origin else (None, None)
        if not self.may_replace() or not self.place.enter(file, stamp):
            return False
        self._put(draft)
        self._desk.undo_stack.resetClean()
        self.saved_changed.emit()
        self.noticed.emit(notices)
        return True

    def may_replace(self) -> bool:
        """Whether the open draft may be put away: nothing unsaved, or the drafter said so."""
        if self._desk.undo_stack.isClean():
            return True
        answer = self._prompts.unsaved(self._window, self.name)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    @property
    def reading(self) -> bool:
        """Whether files are being read."""
        return self._opening.busy

    def cancel(self) -> None:
        """Open nothing of what is being read; what is open stays."""
        self._opening.cancel()
        self.stopped.emit(tr("Reading was stopped; nothing was opened"))

    def _tell_busy(self) -> None:
        self.busy.emit(self._words if self._opening.busy else "", True)

    def _load(self, work: Callable[[], Loaded], words: str) -> None:
        self._words = words
        self._desk.settle()
        before = self._desk.draft
        self._opening.run(work, lambda loaded: self._loaded(loaded, before), self._failed)

    def _loaded(self, loaded: Loaded, before: Draft | None) -> None:
        if self._desk.draft is not before and not self.may_replace():
            return  # something was done on the open draft meanwhile, and the drafter wants to keep it
        if not self.place.enter(loaded.path, loaded.stamp):
            return
        self._put(loaded.draft, loaded)
        self._settings.remember(loaded.sources)
        self.noticed.emit(loaded.notices)

    def _failed(self, message: str) -> None:
        head, _, more = message.partition("\n")
        lines = more.splitlines()
        details = more if len(lines) > MOST_REASONS else ""  # all of them would not fit on the screen
        if details:
            left = len(lines) - MOST_REASONS
            more_of_them = trn("and {n} more, under the details.", "and {n} more, under the details.", left)
            lines = [*lines[:MOST_REASONS], more_of_them]
        if self._desk.draft is not None:
            lines.append(tr("What was open before is still open."))
        self._prompts.problem(self._window, head, "\n".join(lines), details)

    def _put(self, draft: Draft | None, loaded: Loaded | None = None) -> None:
        self.saved_at = ""
        self.refused, self.remarks = (loaded.refused, loaded.remarks) if loaded else ((), ())
        self._desk.open(draft)
        self.refused_changed.emit()
        self.saved_changed.emit()

    # ------------------------------------------------------------------------------------- saving

    def save(self) -> bool:
        """Save where the draft was saved before, or ask where; whether it is saved now."""
        return self._save(self.path) if self.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where, and save there; whether it is saved now."""
        draft = self._desk.draft
        if draft is None:
            return False
        suggested = self.path or self._settings.folder / f"{file_name(draft)}{SUFFIX}"
        path = self._prompts.save_file(
            self._window, tr("Save draft"), suggested, tr("Penholder draft (*.penholder)")
        )
        return path is not None and self._save(path)

    def _save(self, path: Path) -> bool:
        from drafting.project import save_project

        self._desk.settle()
        draft = self._desk.draft
        if draft is None:
            return False
        answer = self.place.may_write(path)
        if answer not in (None, Overwrite.REPLACE):
            return answer is Overwrite.OTHER_NAME and self.save_as()
        try:
            save_project(draft, path, must_keep=answer is Overwrite.REPLACE)
        except PenholderError as error:
            self.noticed.emit((Notice("error", "", str(error), word=tr("not saved"), topic=SAVING),))
            return False
        self.place.written(path)
        self.saved_at = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._desk.undo_stack.setClean()
        self._settings.remember((path,))
        self.saved_changed.emit()
        return True

    # ------------------------------------------------------------------------------------- target

    def aim(self, session: int) -> None:
        """Turn the draft to another session, as one act; the drafter's own words stay."""
        draft = self._desk.draft
        if draft is None:
            return
        lineage = draft.lineage
        self._aiming.run(lambda: _propose(lineage, session), self._aimed, self.refused_target.emit)

    def _aimed(self, carry: CarryOver) -> None:
        draft = self._desk.draft
        if draft is not None:
            self._desk.do(retarget(draft, carry))
            self.refused_target.emit("")
            self.aimed.emit()


def load(paths: Sequence[Path], session: int | None = None) -> Loaded:
    """Open a series from its files and folders, or the draft among them.

    Raises PenholderError when nothing can be used.
    """
    from drafting.opening import files_in, gather

    found = [path for path in files_in(paths) if path in paths or not path.name.endswith(KEPT)]
    drafts = [path for path in found if is_draft(path)]
    if drafts:
        return _load_draft(drafts[0], [path for path in found if path != drafts[0]])
    opened, remarks = _for_session(gather(paths, Watch(tell, cancelled)), session)
    refused = {error.path for error in opened.refused}
    return loaded_of(opened, tuple(path for path in found if path not in refused), remarks)


def loaded_of(opened: Opened, sources: tuple[Path, ...], remarks: tuple[Notice, ...] = ()) -> Loaded:
    """What came of opening a series from these files, with remarks on what was refused or needs a look."""
    told = (*remarks, *not_opened(opened.refused), *_looks(opened))
    return Loaded(opened.draft, told, None, sources, opened.refused, opened.warnings)


def is_draft(path: Path) -> bool:
    """Whether a file is a saved draft, or the copy that a saving replaced, by its name."""
    return path.name.lower().endswith((SUFFIX, SUFFIX + KEPT))


def not_opened(refused: Sequence[FileError]) -> list[Notice]:
    """A notice for each file that could not be used; one for all where there are many."""
    if len(refused) <= MOST:
        return [Notice("error", error.path.name, error.reason) for error in refused]
    names = ", ".join(error.path.name for error in refused[:2])
    text = tr(
        "{all} files, {names} and {left} more. They stand in the series at the left; "
        "View ▸ How the files were read… says why, and what to do."
    ).format(all=len(refused), names=names, left=len(refused) - 2)
    return [Notice("error", "", text)]


def load_sample(session: int | None = None) -> Loaded:
    """The sample series."""
    from drafting.opening import gather

    opened, remarks = _for_session(gather(sample_files()), session)
    return Loaded(opened.draft, (*remarks, *_looks(opened)))


def _looks(opened: Opened) -> list[Notice]:
    """What a drafter should check, the version it stands in as its head."""
    series = [Notice("look", "", warning.sentence) for warning in opened.warnings if warning.needs_look]
    return series + [
        Notice("look", version.number, warning.sentence)
        for version in opened.lineage.versions
        for warning in version.warnings
        if warning.needs_look
    ]


def _for_session(gathered: Gathered, session: int | None) -> tuple[Opened, tuple[Notice, ...]]:
    """A draft for the session asked for.

    When it cannot follow the base, for the next one, with a remark that says so.
    """
    try:
        return gathered.opened(session), ()
    except TargetError as error:
        text = tr("{error} The draft is for the next session of the series instead.").format(error=error)
        return gathered.opened(), (Notice("look", "", text),)


def _load_draft(path: Path, others: Sequence[Path]) -> Loaded:
    from ui.recovery.saved import open_saved

    text = tr("a saved draft was opened with it. Open the draft alone, or the resolutions alone.")
    refused = tuple(FileError(other, text) for other in others)
    notices = tuple(Notice("error", error.path.name, error.reason) for error in refused)
    stamp = stamp_of(path)
    found = open_saved(path)
    told = (*found.notices, *notices)
    return Loaded(found.draft, told, path if found.whole else None, (path,), refused, (), stamp)


def _propose(lineage: Lineage, session: int) -> CarryOver:
    from drafting.updating.proposals import propose

    return propose(lineage, session)


def named(paths: Sequence[Path]) -> str:
    """Files in a sentence: the name of one, the number of more."""
    return paths[0].name if len(paths) == 1 else trn("{n} file", "{n} files", len(paths))


def one_kind(name: str) -> tuple[str, ...]:
    """The choices of a dialog that asks for documents, called so; the last is any file."""
    return f"{name} ({READ})", tr("All files (*)")


def _kinds() -> tuple[str, ...]:
    all_of_them, anything = one_kind(tr("Resolutions and drafts"))
    with_drafts = f"{all_of_them.removesuffix(')')} *{SUFFIX})"
    return with_drafts, f"{tr('Penholder drafts')} (*{SUFFIX} *{SUFFIX}{KEPT})", anything


def file_name(draft: Draft) -> str:
    """A name for files of this draft that every system allows: "Draft 59 Enhancement of international"."""
    words = _NOT_IN_NAMES.sub(" ", f"Draft {draft.carry.session or ''} {draft.masthead.title}").split()
    name = words[0]
    for word in words[1:]:
        if len(name) + len(word) > 60:
            break
        name = f"{name} {word}"
    kept = name.rstrip(". ").split(" ")
    while len(kept) > 1 and kept[-1].lower() in _small_words():  # it would seem to go on
        kept.pop()
    return " ".join(kept).rstrip(".,; ")


@cache
def _small_words() -> frozenset[str]:
    """Articles, conjunctions and prepositions."""
    return frozenset(word for words in load_data("function_words")["phrase_openers"] for word in words)
