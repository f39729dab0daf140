# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of the open draft: documents in which its facts are looked up, chosen or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft, put_on_shelf, take_from_shelf
from drafting.errors import FileError
from drafting.reading.kinship import same_series
from drafting.reading.watch import Watch
from drafting.resolution import Masthead, Resolution
from drafting.translation import tr
from ui.answering import Answering
from ui.desk import Desk
from ui.files import Files, is_draft, named, not_opened, one_kind
from ui.notices import Notice
from ui.prompts import Prompts, Use
from ui.settings import Settings
from ui.tasks import Lane, cancelled, tell

if TYPE_CHECKING:
    from drafting.updating.shelf import Shelf, Shelved


class Shelving(QObject):
    """Puts documents on the shelf of the open draft and takes them off; each is one act."""

    noticed = Signal(object)
    """A tuple of `Notice`."""
    busy = Signal(str, bool)
    """What is going on, empty when nothing is, and whether it can be cancelled."""
    put = Signal()
    """Documents were put on the shelf."""

    def __init__(
        self, desk: Desk, prompts: Prompts, settings: Settings, files: Files, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._prompts, self._settings, self._window = desk, prompts, settings, window
        self._files = files
        self._lane = Lane(self)
        self._words = ""
        self._lane.busy_changed.connect(lambda busy: self.busy.emit(self._words if busy else "", busy))
        self.lookup = Answering(desk, self)
        self._later: tuple[Path, ...] = ()
        desk.opened.connect(self._opened)

    # ------------------------------------------------------------------------------------ documents

    def ask(self) -> None:
        """Choose documents and put them on the shelf."""
        paths = self._prompts.open_files(
            self._window, tr("Put on the shelf"), self._settings.folder, one_kind(tr("Documents"))
        )
        if paths:
            self.add(paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Read documents and put them on the shelf; what cannot be used is told."""
        self._read(tuple(paths), self._take)

    def add_later(self, paths: Sequence[Path]) -> None:
        """Put documents on the shelf of the next draft that is opened."""
        self._later = tuple(paths)

    def _opened(self) -> None:
        self._lane.cancel()
        if self._later and self._desk.draft is not None:
            paths, self._later = self._later, ()
            self.add(paths)

    def receive(self, paths: Sequence[Path]) -> None:
        """Files were dropped on the window: versions of a series, a saved draft, or documents for the shelf.

        Only what can be either is asked about.
        """
        paths = tuple(paths)
        drafts = any(is_draft(path) or path.is_dir() for path in paths)
        if self._desk.draft is None or drafts:
            self._files.open(paths)
        else:
            self._read(paths, lambda shelf: self._sort(paths, shelf))

    def cancel(self) -> None:
        """Put nothing of what is being read on the shelf."""
        self._lane.cancel()

    def remove(self, document: Shelved) -> None:
        """Take a document off the shelf; facts that were filled in from it stay."""
        if self._desk.draft is not None:
            self._desk.do(take_from_shelf(self._desk.draft, document.source))

    def _read(self, paths: tuple[Path, ...], done: object) -> None:
        from drafting.updating.shelf import read_shelf

        self._words = tr("Reading {files}").format(files=named(paths))
        self._lane.run(lambda: read_shelf(paths, Watch(tell, cancelled)), done)  # type: ignore[arg-type]

    def _sort(self, paths: tuple[Path, ...], shelf: Shelf) -> None:
        draft = self._desk.draft
        texts = [one for one in shelf.documents if is_text(one)]
        if draft is None:
            return
        if not texts:
            self._take(shelf)
            return
        kin = any(may_follow(draft, one) for one in texts)
        use = self._prompts.use_of(self._window, named(paths), kin)
        if use is Use.SHELF:
            self._take(shelf)
        elif use is Use.OPEN:
            self._files.open(paths)

    def _take(self, shelf: Shelf) -> None:
        draft = self._desk.draft
        if draft is None:
            return
        self.noticed.emit(tuple(_not_shelved(shelf.refused)))
        if shelf.documents:
            self._desk.do(put_on_shelf(draft, shelf.documents))
            self.put.emit()


def is_text(document: Shelved) -> bool:
    """Whether a document is a resolution, adopted or tabled, and so could be a version of a series."""
    from drafting.updating.shelf import ShelfKind

    return document.kind in (ShelfKind.RESOLUTION, ShelfKind.DRAFT)


def may_follow(draft: Draft, document: Shelved) -> bool:
    """Whether a resolution looks like a version of the open series: it is of the organ and has the title."""
    head = Resolution(Masthead(document.organ, title=document.title), ())
    return bool(document.title) and same_series(head, draft.base)


def _not_shelved(refused: Sequence[FileError]) -> list[Notice]:
    return [
        Notice(one.kind, one.head, one.text, one.acts, tr("not on the shelf")) for one in not_opened(refused)
    ]
