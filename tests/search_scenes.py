# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to look at of searching: the bar, a wrong expression, what replacing does, names, phrases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from drafting.searching.fields import fields
from drafting.searching.plain import find
from drafting.searching.records import Query
from ui.app import create_window
from ui.desk import Desk
from ui.editor.going import GoToDialog
from ui.editor.preview import ReplacePreview
from ui.files import load_sample
from ui.prompts import Prompts
from ui.settings import Settings
from ui.window import MainWindow

_LONGEST = 200  # tenths of a second


def search() -> Iterator[tuple[str, QWidget]]:
    """Words found, an expression that is wrong, what replacing would do, names and phrases while typing."""
    with TemporaryDirectory() as folder:
        window = create_window(Desk(), Prompts(), Settings.in_file(Path(folder) / "settings.ini"))
        window.show()
        window.desk.open(load_sample().draft)
        window.acts["find"].trigger()
        window.finder.field.setText("human rights")
        yield "found", window
        yield from _replacing(window)
        window.finder.leave()
        dialog = GoToDialog(window, window.desk.draft, "PP1")
        dialog.show()
        QTest.keyClicks(dialog.field, "OP1")
        dialog.field.completer().complete()
        yield "go-to", dialog.field.completer().popup()
        dialog.close()
        window.work.page.show_paragraph("p6")
        window.acts["insert_after"].trigger()
        QTest.keyClicks(window.work.page, "Re")
        window.completing.ask()
        QTest.keyClick(window.work.page, Qt.Key.Key_Down)
        yield "opening-words", window
        window.desk.open(None)
        window.close()


def _replacing(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.acts["replace"].trigger()
    window.find_bar.pattern.setChecked(True)
    window.finder.field.setText(r"(\d+)/(\d+")
    for _ in range(_LONGEST):
        if window.find_bar.problem.text():
            break
        QTest.qWait(100)
    yield "wrong-expression", window
    window.find_bar.pattern.setChecked(False)
    draft = window.desk.draft
    assert draft is not None
    places = list(find(fields(draft), Query("international cooperation"), "cooperation"))
    preview = ReplacePreview(window, draft, places)
    preview.show()
    preview.model.setData(preview.model.index(1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    yield "replace-all", preview
    preview.close()
