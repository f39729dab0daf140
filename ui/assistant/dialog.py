# SPDX-License-Identifier: GPL-3.0-or-later
"""The assistant for a new draft: which files in which order, on which base, for which session.

Nothing is opened before "Create the draft"; every choice shows at once what comes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from drafting.opening import Gathered
from drafting.translation import tr
from drafting.updating.calendar import next_session
from ui.assistant import words
from ui.assistant.layout import Form
from ui.assistant.model import rows_of
from ui.assistant.reading import Reading, make, read_files, trouble
from ui.dropping import files_in
from ui.files import Files, one_kind
from ui.panels.series_rows import targets, typed_session
from ui.prompts import Prompts
from ui.settings import Settings
from ui.tasks import Lane
from ui.widgets import on_key


class AssistantDialog(QDialog):
    """Shows what was found in the files and what would become of them."""

    wanted = Signal(object, object, object)
    """The reading, the series up to its base, and the session (None for one that is not known)."""

    def __init__(self, prompts: Prompts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts, self._settings = prompts, settings
        self.setWindowTitle(tr("New draft"))
        self.setAcceptDrops(True)
        self.reading = Reading()
        self.based: Gathered | None = None
        self._lane, self._basing = Lane(self), Lane(self)
        self.form = Form(self)
        self._connect()
        self._show()

    # ------------------------------------------------------------------------------------- files

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files too, all of them together."""
        if paths:
            self._read((*self.reading.paths, *paths))

    def choose(self) -> None:
        """Ask for files, and add them."""
        title = tr("New draft: choose the versions adopted so far")
        kinds = one_kind(tr("Resolutions"))
        self.add(self._prompts.open_files(self, title, self._settings.folder, kinds))

    def remove(self) -> None:
        """Leave the file in hand out of the draft; it stays where it is."""
        row = self.form.row
        if row is None:
            return
        if row.place >= 0:
            gone = self.reading.path_of(self.reading.versions[row.place])
        else:
            refused = self.reading.refused[self.form.files.rows.index(row) - len(self.reading.versions)]
            gone = refused.path
        self._read([path for path in self.reading.paths if path != gone])

    def shift(self, by: int) -> None:
        """Take the version in hand before or after its neighbour."""
        row = self.form.row
        if row is not None and self._may_move(by):
            at, reading = row.place + by, self.reading
            self._basing.run(
                lambda: reading.moved(row.place, by),
                lambda moved: self._take(moved, at),
                self.form.say_trouble,
            )

    def _read(self, paths: Sequence[Path]) -> None:
        self._basing.cancel()
        kept = tuple(dict.fromkeys(paths))
        if kept:
            self._lane.run(lambda: read_files(kept), self._take, self.form.say_trouble)
        else:
            self._take(Reading())

    def _take(self, reading: Reading, in_hand: int = 0) -> None:
        self.reading = reading
        self.based = reading.gathered
        self._offer_bases()
        self._show(in_hand)

    def _may_move(self, by: int) -> bool:
        """Whether the version in hand and its neighbour may change places: one of them tells no time."""
        row, gathered = self.form.row, self.reading.gathered
        if row is None or gathered is None or row.place < 0:
            return False
        other = row.place + by
        return 0 <= other < len(self.reading.versions) and not gathered.undated.isdisjoint({row.place, other})

    # ------------------------------------------------------------------------------ base and session

    def _offer_bases(self) -> None:
        bases = [(one.number, words.when(one)) for one in reversed(self.reading.versions)]
        self.form.offer_bases([f"{number} · {day}" for number, day in bases])

    @property
    def base(self) -> int:
        """The place of the base among the versions."""
        return len(self.reading.versions) - 1 - max(self.form.base.currentIndex(), 0)

    def _rebase(self) -> None:
        gathered, base = self.reading.gathered, self.base
        if gathered is not None:
            self._basing.run(lambda: gathered.up_to(base), self._based, self.form.say_trouble)

    def _based(self, based: Gathered) -> None:
        self.based = based
        self._show()

    @property
    def session(self) -> int | None:
        """The session that is chosen or typed; None for none."""
        chosen = self.form.session.currentText().strip()
        return typed_session(chosen)

    def _aim(self) -> None:
        """Say what is wrong with the session that was typed, and whether the draft can be made."""
        told = ""
        if self.based is not None:
            session, due = self.session, next_session(self.based.lineage)
            if session is None and self.form.session.currentText().strip():
                told = tr("Type the number of a session, such as 59.")
            elif session is None and due:
                told = tr("Choose the session the draft is for.")
            elif session is not None:
                told = trouble(self.based, session)
        self.form.say_trouble(told)
        busy = self._lane.busy or self._basing.busy
        self.form.create.setEnabled(self.based is not None and not told and not busy)

    # ------------------------------------------------------------------------------------ showing

    def _show(self, in_hand: int = 0) -> None:
        based = self.based
        self.form.files.show(rows_of(self.reading, self.base))
        self.form.take_in_hand(in_hand)
        self.form.show_part(based is not None)
        if based is not None:
            later = [f"{one.sentence}." for one in based.warnings if one.needs_look]
            self.form.tell(words.title(based.lineage), words.series(based.lineage), "\n".join(later))
            due = next_session(based.lineage)
            self.form.offer_sessions(targets(based.lineage), due, words.why(based.lineage))
        self._aim()
        self._follow()

    def _follow(self) -> None:
        """The acts that are possible on the file in hand."""
        self.form.follow(self._may_move(-1), self._may_move(1))

    def _tell_busy(self, busy: bool) -> None:
        self.form.show_busy(busy)
        self._aim()

    def _make(self) -> None:
        if self.form.create.isEnabled():
            self.wanted.emit(self.reading, self.based, self.session)

    def _connect(self) -> None:
        form = self.form
        form.add.clicked.connect(self.choose)
        form.remove.clicked.connect(self.remove)
        on_key(form.list, "Del", self.remove)
        form.up.clicked.connect(lambda: self.shift(-1))
        form.down.clicked.connect(lambda: self.shift(1))
        form.chosen.connect(self._follow)
        form.base.activated.connect(self._rebase)
        form.session.editTextChanged.connect(self._aim)
        form.create.clicked.connect(self._make)
        form.cancel.clicked.connect(self.reject)
        self._lane.busy_changed.connect(self._tell_busy)
        self._basing.busy_changed.connect(lambda _busy: self._aim())
        self._lane.progressed.connect(form.show_progress)

    def done(self, result: int) -> None:
        """Read nothing any more."""
        self._lane.cancel()
        self._basing.cancel()
        super().done(result)

    # ---------------------------------------------------------------------------------- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(files_in(event.mimeData()))


def serve(dialog: AssistantDialog, files: Files) -> None:
    """Let the draft that is wanted be made; nothing that was open goes before that has succeeded."""

    def start(reading: Reading, based: Gathered, session: int | None) -> None:
        files.begin(lambda: make(reading, based, session))

    dialog.wanted.connect(start)
