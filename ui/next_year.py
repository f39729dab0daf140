# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year: the draft on the desk was adopted, and the next one starts from the adopted text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft
from drafting.reading.watch import Watch
from drafting.translation import listed, marked_plural, tr, trn
from ui.desk import Desk
from ui.files import Files, one_kind
from ui.notices import Notice
from ui.prompts import Prompts
from ui.settings import Settings
from ui.tasks import Lane, cancelled, tell

if TYPE_CHECKING:
    from drafting.keeping import next_year


class NextYear(QObject):
    """Asks for the adopted text, and puts the draft that follows it on the desk."""

    busy = Signal(str, bool)
    """What is going on, empty when nothing is, and whether it can be cancelled."""

    def __init__(
        self, desk: Desk, prompts: Prompts, settings: Settings, files: Files, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._prompts, self._settings, self._window = desk, prompts, settings, window
        self._files = files
        self._lane = Lane(self)
        self._words = ""
        self._lane.busy_changed.connect(lambda busy: self.busy.emit(self._words if busy else "", False))
        desk.opened.connect(self._lane.cancel)

    def ask(self) -> None:
        """Choose the text as it was adopted, and start from it."""
        if self._desk.draft is None:
            return
        title = tr("Next year: choose the text as it was adopted")
        kinds = one_kind(tr("Resolutions"))
        paths = self._prompts.open_files(self._window, title, self._settings.folder, kinds)
        if paths:
            self.start(paths[0])

    def start(self, path: Path) -> None:
        """Start the draft after the one on the desk from its adopted text."""
        self._desk.settle()
        draft = self._desk.draft
        if draft is not None:
            self._words = tr("Reading {files}").format(files=path.name)
            self._lane.run(lambda: _made(draft, path), self._put, self._failed)

    def _put(self, found: next_year.NextYear) -> None:
        self._files.take_up(found.draft, notices=(told(found),))

    def _failed(self, message: str) -> None:
        self._prompts.problem(self._window, tr("Next year's draft was not started."), message)


def _made(draft: Draft, path: Path) -> next_year.NextYear:
    from drafting.keeping.next_year import next_year
    from drafting.reading import read

    return next_year(draft, read(path, Watch(tell, cancelled)))


def told(found: next_year.NextYear) -> Notice:
    """What came along and what did not."""
    notes = marked_plural("{n} private note", "{n} private notes")
    came = listed(
        trn(*words, number)
        for words, number in (
            (
                marked_plural("{n} pair set or broken by hand", "{n} pairs set or broken by hand"),
                found.pairs,
            ),
            (marked_plural("{n} ignored finding", "{n} ignored findings"), found.ignored),
            (notes, found.memos),
        )
        if number
    )
    choices = marked_plural("{n} choice", "{n} choices")
    missed = ((choices, found.pairs_left + found.ignored_left), (notes, found.memos_left))
    left = listed(trn(*words, number) for words, number in missed if number)
    parts = [
        tr("the draft starts from it; {what} came along.").format(what=came)
        if came
        else tr("the draft starts from it."),
        tr("{what} had no place in the adopted text.").format(what=left) if left else "",
        tr("Save asks for a name; the finished draft stays as it is."),
    ]
    text = " ".join(filter(None, parts))
    return Notice("look" if left else "note", found.draft.base.number, text, word=tr("next year"))
