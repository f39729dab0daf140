# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of message boxes, as the dialogs themselves ask them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from small import small_draft

from ui.editor.going import GoToDialog
from ui.printing.paper import Paper, Wishes
from ui.prompts import InUse, Overwrite, Prompts, Use
from ui.window import MainWindow


def _answer_with(monkeypatch: pytest.MonkeyPatch, press: str) -> None:
    """Press this button of the next box; nothing named is Enter."""

    def answer(box: QMessageBox) -> int:
        named = {button.text(): button for button in box.buttons()}
        button = named[press] if press and press != "Cancel" else box.defaultButton()
        (box.button(QMessageBox.StandardButton.Cancel) if press == "Cancel" else button).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)


Ask = Callable[[Prompts, QWidget], object]


def _use(kin: bool) -> Ask:
    return lambda prompts, parent: prompts.use_of(parent, "79-166.docx", kin)


def _in_use(prompts: Prompts, parent: QWidget) -> object:
    return prompts.in_use(parent, "mine.penholder", "It is open on B.")


def _overwrite(prompts: Prompts, parent: QWidget) -> object:
    return prompts.overwrite(parent, "mine.penholder", "It was written at 12:04.")


def _certain(prompts: Prompts, parent: QWidget) -> object:
    return prompts.certain(parent, "Throw it away?", "It cannot be brought back.", "&Throw away")


# Enter is what is meant most often, and does no harm.
@pytest.mark.parametrize(
    ("ask", "press", "meant"),
    [
        (_use(False), "", Use.SHELF),
        (_use(True), "", Use.OPEN),
        (_use(False), "&Open as a series", Use.OPEN),
        (_use(True), "Put on the &shelf", Use.SHELF),
        (_use(True), "Cancel", Use.NOTHING),
        (_in_use, "", InUse.COPY),
        (_in_use, "Open a &copy", InUse.COPY),
        (_in_use, "Open &anyway", InUse.ANYWAY),
        (_in_use, "Cancel", InUse.CANCEL),
        (_overwrite, "", Overwrite.OTHER_NAME),
        (_overwrite, "Save under another &name…", Overwrite.OTHER_NAME),
        (_overwrite, "&Replace it", Overwrite.REPLACE),
        (_overwrite, "Cancel", Overwrite.CANCEL),
        (_certain, "", False),
        (_certain, "&Throw away", True),
        (_certain, "Cancel", False),
    ],
)
def test_what_is_pressed_is_what_is_done(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ask: Ask, press: str, meant: object
) -> None:
    _answer_with(monkeypatch, press)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask(Prompts(), parent) is meant


def test_a_printer_has_the_pages_it_is_asked_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 1)
    parent = QWidget()
    qtbot.addWidget(parent)
    size, upright = QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, upright, QMarginsF(0, 0, 0, 0))
    asked = Prompts().printer(parent, "Draft 59", layout)
    assert asked is not None
    assert asked.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    assert asked.pageLayout().orientation() is upright
    usual = Prompts().printer(parent, "Compared")
    assert usual is not None
    assert usual.pageLayout().orientation() is QPageLayout.Orientation.Landscape


def test_a_draft_is_painted_on_a_printer_as_on_a_pdf(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 1)
    parent = QWidget()
    qtbot.addWidget(parent)
    paper = Paper(small_draft(), Wishes(marks=True))
    printer = Prompts().printer(parent, "Draft 56", paper.page_layout)
    assert isinstance(printer, QPrinter)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    for _ in paper.print(printer):
        pass
    document = pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())
    assert len(document) == len(paper.sheets)
    assert "Cooperation" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_a_dialog_goes_once_it_was_answered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GoToDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
    goal = Prompts().place(window, window.desk.draft, "OP2")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (goal.key, window.findChildren(GoToDialog)) == ("p4", [])
