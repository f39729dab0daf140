# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison on its way out: Word files, a web page, a PDF, a summary, paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QObject, Signal
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from drafting.comparing.records import Alignment
from drafting.errors import PenholderError
from drafting.files import write_atomically
from drafting.translation import listed, marked, tr
from drafting.writing.redline import write_redline
from drafting.writing.tracked import write_tracked
from ui.actions import Actions
from ui.comparison.layouts import Look
from ui.comparison.model import Entry
from ui.comparison.paper import Paper, landscape
from ui.comparison.rows import Comparison
from ui.comparison.sheets import print_summary, summary_html
from ui.comparison.web import columns_html
from ui.printing.device import pdf_writer, with_device
from ui.printing.pieces import InPieces
from ui.prompts import Prompts
from ui.settings import Settings
from ui.tasks import Lane
from ui.widgets import plain_button

_ACTS = ("out_word", "out_redline", "out_web", "out_pdf", "out_summary", "out_print")
_TITLES = {"tracked changes": marked("Export tracked changes"), "redline": marked("Export redline")}
"""What the dialog is called that asks for a Word file, by the word its name ends in."""
_WORD, _WEB, _PDF = marked("Word document (*.docx)"), marked("Web page (*.html)"), marked("PDF (*.pdf)")


@dataclass(frozen=True, slots=True)
class Sent:
    """What is shown when it is sent: rows and folds, how they look, and the column in hand."""

    comparison: Comparison
    entries: Sequence[Entry]
    look: Look
    column: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """Whom to ask, and who remembers the folder."""

    prompts: Prompts
    settings: Settings | None = None


class Source(Protocol):
    """The window that shows the comparison."""

    def sent(self) -> Sent | None:
        """What it shows, None before the first rows."""
        ...

    def aligned(self, comparison: Comparison, column: int) -> Alignment:
        """A column aligned with the one it is compared with; off the GUI thread too."""
        ...


class Sending(QObject):
    """Asks where, and writes there off the GUI thread or in short pieces; `said` tells how it went."""

    said = Signal(str)

    def __init__(self, acts: Actions, window: QWidget, source: Source, outlet: Outlet | None = None) -> None:
        super().__init__(window)
        self._acts, self._window = acts, window
        self._shown, self._aligned = source.sent, source.aligned
        outlet = outlet or Outlet(Prompts())
        self._prompts, self._settings = outlet.prompts, outlet.settings
        self._lane = Lane(self)
        self._printing = InPieces(self)
        acts["out_word"].triggered.connect(lambda: self._word(write_tracked, "tracked changes"))
        acts["out_redline"].triggered.connect(lambda: self._word(write_redline, "redline"))
        acts["out_web"].triggered.connect(self._web)
        acts["out_pdf"].triggered.connect(self._pdf)
        acts["out_summary"].triggered.connect(self._summary)
        acts["out_print"].triggered.connect(self._print)

    @property
    def busy(self) -> bool:
        """Whether something is being written or printed."""
        return self._lane.busy or self._printing.busy

    def button(self) -> QPushButton:
        """Opens the ways out."""
        button = plain_button(tr("Export ▾"), tr("Writes or prints the comparison"))
        button.setAccessibleName(tr("Export"))
        menu = QMenu(button)
        for name in _ACTS:
            if name in ("out_web", "out_print"):
                menu.addSeparator()
            menu.addAction(self._acts[name])
        button.setMenu(menu)
        return button

    def follow(self, comparison: Comparison | None, column: int) -> None:
        """Another column is in hand: a Word file holds it and the one it is compared with."""
        for name in _ACTS:
            self._acts[name].setEnabled(comparison is not None)
        if comparison is not None:
            pair = _name_of(comparison, _compared(comparison, column))
            self._acts["out_word"].setText(tr("&Word file with tracked changes, {pair}…").format(pair=pair))
            self._acts["out_redline"].setText(tr("Word &redline by formatting, {pair}…").format(pair=pair))

    # ---------------------------------------------------------------------------------------- ways

    def _word(self, write: Callable[[Alignment, Path], None], kind: str) -> None:
        sent = self._shown()
        if sent is None:
            return
        at = _compared(sent.comparison, sent.column)
        name = f"{_name_of(sent.comparison, at)} {kind}"
        if path := self._ask(tr(_TITLES[kind]), name, ".docx", _WORD):
            self._run(path, lambda: write(self._aligned(sent.comparison, at), path))

    def _web(self) -> None:
        sent = self._shown()
        if sent is not None and (path := self._ask(tr("Export web page"), _title(sent), ".html", _WEB)):

            def write() -> None:
                page = columns_html(sent.comparison, sent.look, summary_html(self._pairs(sent)))
                write_atomically(path, page.encode("utf-8"))

            self._run(path, write)

    def _pdf(self) -> None:
        sent = self._shown()
        if sent is not None and (path := self._ask(tr("Export PDF"), _title(sent), ".pdf", _PDF)):
            buffer = QBuffer()
            buffer.open(QBuffer.OpenModeFlag.WriteOnly)
            writer = pdf_writer(buffer, _title(sent))
            landscape(writer)
            self._paint(sent, writer, lambda: self._keep(path, buffer.data()))

    def _summary(self) -> None:
        sent = self._shown()
        if sent is None:
            return
        title = f"{_title(sent)}, {tr('summary')}"
        if path := self._ask(tr("Export summary"), title, ".pdf", _PDF):
            buffer = QBuffer()
            buffer.open(QBuffer.OpenModeFlag.WriteOnly)
            subject = sent.comparison.new.resolution.masthead.title
            print_summary(pdf_writer(buffer, title), _title(sent), subject, self._pairs(sent))
            self._keep(path, buffer.data())

    def _print(self) -> None:
        sent = self._shown()
        if sent is not None and (printer := self._prompts.printer(self._window, _title(sent))):
            self._paint(sent, printer, lambda: self.said.emit(tr("Sent to the printer.")))

    # ------------------------------------------------------------------------------------- writing

    def _ask(self, title: str, name: str, suffix: str, kind: str) -> Path | None:
        folder = self._settings.folder if self._settings else Path.home()
        plain = name.replace("/", "-").replace("→", "to")
        path = self._prompts.save_file(self._window, title, folder / f"{plain}{suffix}", tr(kind))
        if path is not None and self._settings is not None:
            self._settings.folder = path.parent
        return path

    def _run(self, path: Path, work: Callable[[], None]) -> None:
        self.said.emit(tr("Writing {name} …").format(name=path.name))
        self._lane.run(work, lambda _: self._tell(path), self._fail)

    def _paint(self, sent: Sent, device: QPagedPaintDevice, done: Callable[[], None]) -> None:
        """Paints page after page, the window at hand in between; another paper under way is given up."""
        work = Paper(sent.comparison, sent.entries, sent.look).print(device)
        self._printing.run(with_device(device, work), done)

    def _keep(self, path: Path, data: QByteArray) -> None:
        try:
            write_atomically(path, bytes(data.data()))
        except PenholderError as error:
            self._fail(str(error))
        else:
            self._tell(path)

    def _tell(self, path: Path) -> None:
        self.said.emit(tr("{name} is in {parent}.").format(name=path.name, parent=path.parent))

    def _fail(self, message: str) -> None:
        self.said.emit("")
        self._prompts.problem(self._window, message)

    def _pairs(self, sent: Sent) -> list[tuple[str, Alignment]]:
        columns = enumerate(sent.comparison.columns)
        compared = [at for at, column in columns if column.against is not None]
        return [(_name_of(sent.comparison, at), self._aligned(sent.comparison, at)) for at in compared]


def _compared(comparison: Comparison, column: int) -> int:
    """The column in hand, or the first that is compared with it where it is compared with none."""
    against = [one.against for one in comparison.columns]
    return column if against[column] is not None else against.index(column)


def _name_of(comparison: Comparison, at: int) -> str:
    """A pair by its names: "53/11 → 56/2"."""
    against = comparison.columns[at].against
    assert against is not None
    return f"{comparison.versions[against].name} → {comparison.versions[at].name}"


def _title(sent: Sent) -> str:
    names = listed([version.spoken for version in sent.comparison.versions])
    return tr("{names} compared").format(names=names)
