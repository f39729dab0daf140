# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to look at in the export dialog: each kind of file, and a file that could not be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from drafting.writing.forms import Form
from drafting.writing.word import write_word
from ui.app import create_window
from ui.desk import Desk
from ui.export.dialog import COUNTING, ExportDialog
from ui.files import load_sample
from ui.prompts import Prompts
from ui.settings import Settings
from ui.theme import themes
from ui.window import MainWindow

FULL = (
    "Draft 59.docx: the disk is full. Nothing was changed on disk, and nothing of your work is lost. "
    "Free some space, or choose another disk, and try again."
)


def export() -> Iterator[tuple[str, QWidget]]:
    """Every form, one of them at twice the text size, and what is said of a full disk."""
    with TemporaryDirectory() as folder:
        window = create_window(Desk(), Prompts(), Settings.in_file(Path(folder) / "settings.ini"))
        window.show()
        window.desk.open(load_sample().draft)
        window.acts["accept_all"].trigger()
        dialog = _opened(window)
        for form in Form:
            yield str(form), _with(dialog, form)
        draft = window.desk.draft
        assert draft is not None, "the sample series is open"
        write_word(draft.base, Path(folder) / "56-2.docx")
        dialog.against.show_official(Path(folder) / "56-2.docx")
        yield "official-known", _with(dialog, Form.OFFICIAL)
        dialog.show_problem(FULL)
        yield "full", _with(dialog, Form.TRACKED)
        dialog.reject()
        themes().set_scale(2.0)
        yield "large", _with(_opened(window), Form.TRACKED)
        themes().set_scale(1.0)
        window.desk.open(None)
        window.close()


def _opened(window: MainWindow) -> ExportDialog:
    window.acts["export"].trigger()
    dialog = window.exporting.dialog
    assert dialog is not None, "the dialog was just opened"
    return dialog


def _with(dialog: ExportDialog, form: Form) -> ExportDialog:
    """The dialog with this form, a name and the version before the base, when its figures are there."""
    dialog.what.show_form(form)
    dialog.what.buttons[form].setFocus()
    dialog.options.author.setText("Cuba")
    dialog.against.versions.setCurrentIndex(1)
    for _ in range(500):
        QTest.qWait(20)
        if dialog.told.text() != COUNTING:
            return dialog
    raise RuntimeError("the figures never came")
