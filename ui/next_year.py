# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year: the draft on the desk was adopted, and the next one starts from the adopted text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft
from drafting.ordinals import counted
from drafting.reading.watch import Watch
from drafting.translation import tr
from drafting.updating.wording import listed
from ui.desk import Desk
from ui.files import KINDS, SUFFIX, Files
from ui.notices import Notice
from ui.prompts import Prompts
from ui.settings import Settings
from ui.tasks import Lane, cancelled, tell

if TYPE_CHECKING:
    from drafting.keeping import next_year

ADOPTED = (KINDS[0].replace("Resolutions and drafts", "Resolutions").replace(f" *{SUFFIX}", ""), KINDS[-1])


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
        paths = self._prompts.open_files(self._window, title, self._settings.folder, ADOPTED)
        if paths:
            self.start(paths[0])

    def start(self, path: Path) -> None:
        """Start the draft after the one on the desk from its adopted text."""
        self._desk.settle()
        draft = self._desk.draft
        if draft is not None:
            self._words = tr("Reading {name}").format(name=path.name)
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
    came = [f"{counted(found.pairs, 'pair')} set or broken by hand"] if found.pairs else []
    came += [counted(found.ignored, tr("ignored finding"))] if found.ignored else []
    came += [counted(found.memos, tr("private note"))] if found.memos else []
    along = tr("; {listed} came along").format(listed=listed(came)) if came else ""
    missed = ((found.pairs_left + found.ignored_left, "choice"), (found.memos_left, tr("private note")))
    left = listed(counted(number, word) for number, word in missed if number)
    lost = tr(" {left} had no place in the adopted text.").format(left=left) if left else ""
    text = tr(
        "the draft starts from it{along}.{lost} Save asks for a name; the finished draft stays as it is."
    ).format(along=along, lost=lost)
    return Notice("look" if left else "note", found.draft.base.number, text, word=tr("next year"))
