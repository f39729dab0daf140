# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of the draft to a file: the dialog, the question where, the writing off the GUI thread.

Nothing is put in place once the drafter has stopped it, and nothing on the desk is ever touched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Blocker, Draft, blockers
from drafting.files import writing_unless
from drafting.translation import marked, tr
from drafting.writing.forms import Form
from drafting.writing.targets import opened_in
from ui.desk import Desk
from ui.export.choices import Wanted, from_kept, series_of, to_keep
from ui.export.preview import export_of
from ui.export.words import KINDS, file_stem, left_open, still_blocks
from ui.files import file_name
from ui.notices import Notice
from ui.prompts import Prompts
from ui.settings import Settings
from ui.tasks import Lane, cancelled

if TYPE_CHECKING:  # loaded when it is first wanted
    from ui.export.dialog import ExportDialog

EXPORTING = "exporting"
"""Topic of notices."""
WORD_FILES = (marked("Word files (*.docx)"), marked("All files (*)"))
RESOLUTIONS = (
    marked("Resolutions (*.docx *.pdf *.xml *.html *.htm *.txt *.doc *.odt)"),
    marked("All files (*)"),
)
_STOPPED = marked("Writing was stopped; no file was written")
_HELD = marked(
    "It has left its sign there: {sign}. If the file is open, close it first, or what is saved there later "
    "replaces the export. Where {program} broke down, the sign is only left over."
)


class Exporting(QObject):
    """Asks what and where, and writes it; remembers the choices for the next time."""

    noticed = Signal(object)
    """A tuple of `Notice`."""
    busy = Signal(str, bool)
    """What is being written, empty when nothing is, and that it can be cancelled."""
    stopped = Signal(str)
    """The drafter stopped the writing; a word in passing."""

    def __init__(self, desk: Desk, prompts: Prompts, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._prompts, self._settings, self._window = desk, prompts, settings, window
        self.blockers: Callable[[Draft], tuple[Blocker, ...]] = blockers
        """What stands against submitting a draft; it is told, and keeps nobody from exporting."""
        self.dialog: ExportDialog | None = None
        self._lane = Lane(self, at_once=True)
        self._name = ""
        self._last: Wanted | None = None
        self._afterwards: Callable[[], object] | None = None
        self._lane.busy_changed.connect(self._tell_busy)
        desk.opened.connect(self._forget)

    # ------------------------------------------------------------------------------------- asking

    def choose(self) -> None:
        """Show the dialog; asked for again, it comes to the front."""
        draft = self._desk.draft
        if draft is None:
            return
        if self.dialog is None:
            self.dialog = self._made(draft)
        self.follow()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def again(self) -> None:
        """Export as chosen last, and ask only where."""
        draft = self._desk.draft
        if draft is None:
            return
        wanted = self.wanted(draft)
        # Where nothing shows what goes into the file, private notes never do.
        wanted = replace(wanted, choices=replace(wanted.choices, notes=False))
        if wanted.form is Form.OFFICIAL and wanted.official is None:
            self.choose()  # the file is not known yet
        else:
            self.write(wanted)

    def wanted(self, draft: Draft) -> Wanted:
        """What was chosen last: for this draft, else the choices that are remembered for its series."""
        official, loaded = self._word_file(draft), self._loaded(draft)
        if self._last is not None:
            return replace(self._last, counted=None, official=self._last.official or official, loaded=loaded)
        choices = from_kept(self._settings.export, series_of(draft.lineage.versions))
        return Wanted(choices, official=official, loaded=loaded)

    def follow(self) -> None:
        """Show the dialog the draft as it is now; the window asks for it when the typing pauses."""
        draft = self._desk.draft
        if self.dialog is not None and draft is not None:
            self.dialog.show_draft(draft, self._still_open(draft))

    def _made(self, draft: Draft) -> ExportDialog:
        from ui.export.dialog import ExportDialog

        dialog = ExportDialog(draft, self.wanted(draft), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_wanted.connect(self.write)
        dialog.stop_wanted.connect(self.cancel)
        dialog.other_wanted.connect(self._ask_other)
        dialog.official_wanted.connect(self._ask_official)
        dialog.finished.connect(self._gone)
        return dialog

    def _gone(self) -> None:
        self.dialog = None

    def _forget(self) -> None:
        """Another draft lies on the desk: what was chosen for the one before says nothing of it.

        What is being written of it goes on.
        """
        self._last = None
        if self.dialog is not None:
            self.dialog.show_writing("")
            self.dialog.reject()

    def _ask_other(self) -> None:
        if self.dialog is not None and (path := self._asked(tr("Mark changes against"), RESOLUTIONS)):
            self.dialog.against.show_other(path)

    def _ask_official(self) -> None:
        if self.dialog is not None and (path := self._asked(tr("Official Word file"), WORD_FILES)):
            self._settings.know_word_files((path,))
            self.dialog.against.show_official(path)

    def _asked(self, title: str, kinds: tuple[str, ...]) -> Path | None:
        spoken = tuple(tr(kind) for kind in kinds)
        paths = self._prompts.open_files(self._window, title, self._settings.folder, spoken)
        return paths[0] if paths else None

    def _word_file(self, draft: Draft) -> Path | None:
        """The Word file from which the newest version that came from one was read."""
        versions = reversed(draft.lineage.versions)
        names = (version.source for version in versions if version.format == "Word")
        known = self._settings.word_files
        return next((known[name] for name in names if name in known), None)

    def _loaded(self, draft: Draft) -> tuple[Path, ...]:
        """The files of the series, as far as it is remembered where they stand."""
        names = {version.source for version in draft.lineage.versions}
        entries = (path for paths in self._settings.recent() for path in paths)
        return tuple(path for path in (*entries, *self._settings.word_files.values()) if path.name in names)

    def _still_open(self, draft: Draft) -> str:
        open_now = self._desk.draft
        known = open_now is not None and open_now.lineage is draft.lineage  # else nobody checks it any more
        found = still_blocks(self.blockers(draft)) if known else ""
        return " ".join(filter(None, (found, left_open(draft))))

    # ------------------------------------------------------------------------------------ writing

    def write(self, wanted: Wanted) -> None:
        """Ask where, and write it; what is remembered from now on is what was chosen for it."""
        draft = self._desk.draft
        if draft is None or self._lane.busy:
            return
        self._last = wanted
        self._settings.export = to_keep(wanted.choices, series_of(draft.lineage.versions))
        suffix = wanted.form.suffix
        suggested = self._settings.folder / f"{file_stem(file_name(draft), wanted.form)}{suffix}"
        path = self._prompts.save_file(self._window, tr("Export"), suggested, tr(KINDS[suffix]))
        if path is None or not self._may_write(path):
            return
        self._settings.folder = path.parent
        self._name = path.name
        self._lane.run(
            lambda: _written(draft, wanted, path),
            lambda remarks: self._done(draft, path, remarks),
            self._not_written,
        )

    def holds_up(self, act: Callable[[], object]) -> bool:
        """Whether a file is being written; then `act` is done when it is there, and not if it fails."""
        self._afterwards = act if self._lane.busy else None
        return self._lane.busy

    def cancel(self) -> None:
        """Put nothing in place of what is being written."""
        self._afterwards = None
        if self._lane.busy:
            self._lane.cancel()
            self.stopped.emit(tr(_STOPPED))

    def _may_write(self, path: Path) -> bool:
        """Whether nobody seems to have the file open, or the drafter says that it may be replaced."""
        program = opened_in(path)
        if not program:
            return True
        question = tr("{name} seems to be open in {program}. Write it all the same?").format(
            name=path.name, program=program
        )
        more = tr(_HELD).format(
            sign=tr("a file that {program} keeps beside those it has open").format(program=program),
            program=program,
        )
        return self._prompts.certain(self._window, question, more, tr("&Write it"))

    def _tell_busy(self) -> None:
        name = self._name if self._lane.busy else ""
        if self.dialog is not None:
            self.dialog.show_writing(name)
        self.busy.emit(tr("Writing {name}").format(name=name) if name else "", True)

    def _done(self, draft: Draft, path: Path, remarks: tuple[str, ...]) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        acts = (
            (tr("Open"), lambda: self._open_written(path)),
            (tr("Reveal in folder"), lambda: self._reveal(path)),
        )
        text = " ".join(
            filter(
                None,
                (tr("written to {parent}.").format(parent=path.parent), *remarks, self._still_open(draft)),
            )
        )
        self.noticed.emit((Notice("done", path.name, text, acts, tr("exported"), EXPORTING),))
        if self._afterwards is not None:
            self._afterwards()

    def _not_written(self, message: str) -> None:
        self._afterwards = None  # the drafter has to see this first
        if self.dialog is not None:
            self.dialog.show_problem(message)
        self.noticed.emit((Notice("error", "", message, word=tr("not exported"), topic=EXPORTING),))

    def _reveal(self, path: Path) -> None:
        if not self._prompts.show_folder(path):
            text = tr("the folder {parent} could not be shown. The file stands there.").format(
                parent=path.parent
            )
            self.noticed.emit((Notice("look", path.name, text, word=tr("not shown")),))

    def _open_written(self, path: Path) -> None:
        if not self._prompts.open_file(path):
            text = tr("no program on this computer opens it. It stands in its folder, ready to be sent.")
            self.noticed.emit((Notice("look", path.name, text, word=tr("not opened")),))


def _written(draft: Draft, wanted: Wanted, path: Path) -> tuple[str, ...]:
    from drafting.writing.exporting import export

    with writing_unless(cancelled):
        return export(draft, path, export_of(draft, wanted), wanted.loaded)
