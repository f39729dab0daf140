# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf: documents in which open facts are looked up; what they answer waits for the drafter's word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft, Step, put_on_shelf, set_fact, take_from_shelf
from drafting.errors import FileError
from drafting.reading.kinship import same_series
from drafting.reading.watch import Watch
from drafting.resolution import Masthead, Resolution
from ui.desk import Desk
from ui.files import KINDS, SUFFIX, Files, named, not_opened
from ui.notices import Notice
from ui.prompts import Prompts, Use
from ui.settings import Settings
from ui.tasks import Lane, cancelled, tell

if TYPE_CHECKING:
    from drafting.updating.facts import Problem
    from drafting.updating.records import Fact
    from drafting.updating.shelf import Answer, Shelf, Shelved

FOR_SHELF = (KINDS[0].replace("Resolutions and drafts", "Documents").replace(f" *{SUFFIX}", ""), KINDS[-1])


class Shelving(QObject):
    """Puts documents on the shelf of the open draft, and uses what they answer; each is one act."""

    noticed = Signal(object)
    """A tuple of `Notice`."""
    busy = Signal(str, bool)
    """What is going on, empty when nothing is, and whether it can be cancelled."""
    put = Signal()
    """Documents were put on the shelf."""
    answered = Signal()
    """The facts of the draft were looked up."""

    def __init__(
        self, desk: Desk, prompts: Prompts, settings: Settings, files: Files, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._prompts, self._settings, self._window = desk, prompts, settings, window
        self._files = files
        self._lane = Lane(self)
        self._words = ""
        self._lane.busy_changed.connect(lambda busy: self.busy.emit(self._words if busy else "", busy))
        self._looking = Lane(self)
        self._key: object = None
        self._known: tuple[Answer, ...] = ()
        self._later: tuple[Path, ...] = ()
        desk.opened.connect(self._opened)

    # ------------------------------------------------------------------------------------ documents

    def ask(self) -> None:
        """Choose documents and put them on the shelf."""
        paths = self._prompts.open_files(self._window, "Put on the shelf", self._settings.folder, FOR_SHELF)
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
        drafts = any(path.suffix.lower() == SUFFIX or path.is_dir() for path in paths)
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

        self._words = f"Reading {named(paths)}"
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

    # -------------------------------------------------------------------------------------- answers

    def found(self, draft: Draft) -> tuple[Answer, ...]:
        """What shelf and loaded texts say of the facts of a draft; nothing until it has been looked up."""
        key = draft.carry, draft.shelf
        if self._key != key:
            self._key, self._known = key, ()
            self._look_up(draft)
        return self._known

    def answers(self, draft: Draft) -> dict[str, tuple[Answer, ...]]:
        """The answers to the facts that are still open, best first; by fact."""
        wanted = {fact.id for fact in draft.missing_facts}
        by_fact: dict[str, tuple[Answer, ...]] = {}
        for one in self.found(draft):
            if one.fact in wanted:
                by_fact[one.fact] = (*by_fact.get(one.fact, ()), one)
        return by_fact

    def doubts(self, draft: Draft, fact: Fact) -> tuple[Problem, ...]:
        """What was filled in for a fact and stands otherwise in a document."""
        values = draft.facts.get(fact.id, {})
        found = [one for one in self.found(draft) if one.fact == fact.id] if any(values.values()) else []
        if not found:
            return ()
        from drafting.updating.shelf import contradictions

        return contradictions(fact, values, found)

    def _look_up(self, draft: Draft) -> None:
        from drafting.updating.shelf import answers

        facts, shelf, texts = draft.carry.facts, draft.shelf, draft.lineage.versions
        self._looking.run(lambda: answers(facts, shelf, texts), self._looked_up)

    def _looked_up(self, found: tuple[Answer, ...]) -> None:
        self._known = found
        if found:
            self.answered.emit()

    def use(self, answer: Answer) -> None:
        """Fill a fact in with what a document says of it."""
        if self._desk.draft is not None:
            self._desk.do(set_fact(self._desk.draft, answer.fact, answer.values))

    def use_sure(self) -> None:
        """Fill in every open fact of which the shelf is sure, as one act."""
        draft = self._desk.draft
        if draft is None:
            return
        changed: frozenset[str] = frozenset()
        for one in sure_of(self.answers(draft)):
            step = set_fact(draft, one.fact, one.values)
            draft, changed = step.draft, changed | step.changed
        self._desk.do(Step(draft, changed, "Fill in facts from the shelf"))


def sure_of(answers: dict[str, tuple[Answer, ...]]) -> list[Answer]:
    """The best answer of each fact, where it is sure."""
    return [found[0] for found in answers.values() if found[0].sure]


def is_text(document: Shelved) -> bool:
    """Whether a document is a resolution, adopted or tabled, and so could be a version of a series."""
    from drafting.updating.shelf import ShelfKind

    return document.kind in (ShelfKind.RESOLUTION, ShelfKind.DRAFT)


def may_follow(draft: Draft, document: Shelved) -> bool:
    """Whether a resolution looks like a version of the open series: it is of the organ and has the title."""
    head = Resolution(Masthead(document.organ, title=document.title), ())
    return bool(document.title) and same_series(head, draft.base)


def _not_shelved(refused: Sequence[FileError]) -> list[Notice]:
    return [Notice(one.kind, one.head, one.text, one.acts, "not on the shelf") for one in not_opened(refused)]
