# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing the draft: what it will look like, and the choices there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, Signal
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from drafting.errors import PenholderError
from drafting.files import write_atomically
from drafting.translation import tr, trn
from ui.desk import Desk
from ui.files import file_name
from ui.printing.device import pdf_writer, with_device
from ui.printing.paper import Paper, Wishes
from ui.printing.pieces import InPieces
from ui.printing.shapes import usual_paper
from ui.printing.sheets import Preview
from ui.prompts import Prompts
from ui.settings import PAPERS, Settings
from ui.theme import scaled
from ui.widgets import muted_label, plain_button, primary_button, section_label


class PrintDialog(QDialog):
    """Shows the pages of the draft on the desk as they will come out; prints them or saves them as PDF."""

    said = Signal(str)
    """What became of it, a word in passing."""

    def __init__(
        self, desk: Desk, prompts: Prompts, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        draft = desk.draft
        assert draft is not None, "there is something to print"
        self._desk, self._draft, self._prompts, self._settings = desk, draft, prompts, settings
        self.setWindowTitle(tr("Print or save as PDF"))
        self.preview = Preview()
        self.clean = QRadioButton(tr("As it &reads now"))
        self.marked = QRadioButton(tr("With proposals and &names"))
        self.lines = QCheckBox(tr("&Line numbers, every fifth"))
        self.paper = QComboBox()
        self.pages, self.told = QLabel(), muted_label()
        self.print_out = primary_button(tr("&Print…"), tr("Chooses a printer and prints these pages"))
        self.pdf = plain_button(tr("Save as P&DF…"), tr("Writes these pages into a PDF file"))
        self.close_it = plain_button(tr("Close"))
        self._painting = InPieces(self)
        self._lay_out()
        self._begin()
        self._connect()
        self.show_pages()

    @property
    def wishes(self) -> Wishes:
        """What is chosen now."""
        return Wishes(self.marked.isChecked(), self.lines.isChecked(), PAPERS[self.paper.currentIndex()])

    def renew(self) -> None:
        """The draft became another: show its pages, or once the dialog is turned to, so that typing goes on.

        Without a draft there is nothing to print.
        """
        if self._desk.draft is None:
            self.close()
        elif self.isActiveWindow():
            self._catch_up()

    def _catch_up(self) -> None:
        """Show the pages of the draft as it is now."""
        draft = self._desk.draft
        if draft is not None and draft is not self._draft:
            self._draft = draft
            self.show_pages()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._catch_up()

    def show_pages(self) -> None:
        """Set the pages anew."""
        self._made = Paper(self._draft, self.wishes)
        self.preview.show_paper(self._made)
        self.pages.setText(trn("{n} page", "{n} pages", len(self._made.sheets)))

    # ------------------------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self.print_out.setDefault(True)
        group = QButtonGroup(self)
        for button in (self.clean, self.marked):
            group.addButton(button)
        self.clean.setToolTip(tr("The text as it stands; what is only proposed is left out"))
        self.marked.setToolTip(
            tr("Proposed words underlined, what they replace struck; PP4 and OP12 in the margin")
        )
        self.paper.addItems(list(PAPERS))
        name = QLabel(tr("P&aper:"))
        name.setBuddy(self.paper)
        on = QHBoxLayout()
        on.addWidget(name)
        on.addWidget(self.paper, 1)
        side = QVBoxLayout()
        side.setSpacing(8)
        for widget in (section_label(tr("What to print")), self.clean, self.marked, self.lines):
            side.addWidget(widget)
        side.addSpacing(6)
        side.addLayout(on)
        side.addWidget(self.pages)
        side.addStretch()
        side.addWidget(self.told)
        for act in (self.print_out, self.pdf, self.close_it):
            side.addWidget(act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 16, 14)
        layout.setSpacing(16)
        layout.addWidget(self.preview, 1)
        column = QWidget()
        column.setMinimumWidth(scaled(220))
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        side.setContentsMargins(0, 16, 0, 0)
        column.setLayout(side)
        layout.addWidget(column)
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(min(scaled(1000), room.width()), min(scaled(860), room.height()))

    def _begin(self) -> None:
        """The choices of last time."""
        (self.marked if self._settings.print_marks else self.clean).setChecked(True)
        self.lines.setChecked(self._settings.print_lines)
        self.paper.setCurrentText(self._settings.paper or usual_paper())

    def _connect(self) -> None:
        for button in (self.marked, self.lines):
            button.toggled.connect(self._chosen)
        self.paper.activated.connect(self._chosen)
        self.print_out.clicked.connect(self._print)
        self.pdf.clicked.connect(self._save)
        self.close_it.clicked.connect(self.reject)

    def _chosen(self) -> None:
        wishes = self.wishes
        self._settings.print_marks, self._settings.print_lines = wishes.marks, wishes.lines
        # The usual paper is not kept: the laptop may travel.
        self._settings.paper = "" if wishes.paper == usual_paper() else wishes.paper
        self.show_pages()

    # ------------------------------------------------------------------------------------- out

    def _print(self) -> None:
        self._catch_up()
        printer = self._prompts.printer(self, file_name(self._draft), self._made.page_layout)
        if printer is not None:
            self._paint(printer, lambda: self._tell(tr("Sent to the printer.")))

    def _save(self) -> None:
        self._catch_up()
        place = self._settings.folder / f"{file_name(self._draft)}.pdf"
        path = self._prompts.save_file(self, tr("Save as PDF"), place, tr("PDF (*.pdf)"))
        if path is None:
            return
        self._settings.folder = path.parent
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = pdf_writer(buffer, file_name(self._draft))
        self._paint(writer, lambda: self._keep(path, bytes(buffer.data().data())))

    def _keep(self, path: Path, data: bytes) -> None:
        try:
            write_atomically(path, data)
        except PenholderError as error:
            self._tell("")
            self._prompts.problem(self, str(error))
        else:
            self._tell(tr("{file} is in {folder}.").format(file=path.name, folder=path.parent))

    def _paint(self, device: QPagedPaintDevice, done: Callable[[], None]) -> None:
        """Paint the pages as they are now, whatever becomes of the draft meanwhile."""
        self.told.setText(tr("Writing {pages} …").format(pages=self.pages.text()))
        self._allow(False)
        self._painting.run(with_device(device, self._made.print(device)), done)

    def _allow(self, on: bool) -> None:
        for button in (self.print_out, self.pdf):
            button.setEnabled(on)

    def _tell(self, words: str) -> None:
        self._allow(True)
        self.told.setText(words)
        self.said.emit(words)

    def done(self, result: int) -> None:
        """What is under way is brought to its end before the dialog goes."""
        self._painting.finish()
        super().done(result)
