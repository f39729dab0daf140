# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to look at in the main window, one state after another."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from drafting.data import sample_files
from drafting.errors import TargetError
from drafting.opening import open_sample
from ui.app import create_window
from ui.desk import Desk
from ui.dialogs.read_report import ReadReport
from ui.editor.filters import Filter
from ui.files import load, load_sample
from ui.prompts import Prompts
from ui.settings import Settings
from ui.window import MainWindow


def main_window() -> Iterator[tuple[str, QWidget]]:
    """The welcome page, the sample draft, every panel, decisions taken, the page narrowed, files refused."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        window = create_window(Desk(), Prompts(), Settings.in_file(place / "settings.ini"))
        window.show()
        yield "welcome", window
        window.desk.open(load_sample().draft)
        yield "draft", window
        yield from _at_work(window)
        loaded = load([_with_bad_files(place / "series")])
        window.desk.open(loaded.draft)
        window.notices.add(loaded.notices)
        window.work.series.show_refused(loaded.refused)
        window.work.series.say(_too_early())
        yield "refused", window
        dialog = ReadReport(loaded.draft.lineage.versions, loaded.refused, loaded.remarks, window)
        yield "read-report", dialog
        dialog.close()
        window.desk.open(None)
        window.close()


def _at_work(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for name in ("accept_all", "accept"):
        window.acts[name].trigger()
    yield "decided", window
    window.work.proposals.masthead.button.setChecked(True)
    window.work.narrow(Filter.OPEN)
    yield "narrowed", window
    window.acts["panel_facts"].trigger()
    yield "facts", window
    window.work.page.show_paragraph("p4")
    window.acts["panel_history"].trigger()
    yield "history", window


def _with_bad_files(folder: Path) -> Path:
    folder.mkdir()
    for path in sample_files():
        shutil.copy(path, folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "download.txt").write_text(
        "<!DOCTYPE html><html><body>Not found</body></html>", encoding="utf-8"
    )
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 20)
    return folder


def _too_early() -> str:
    try:
        open_sample(40)
    except TargetError as error:
        return str(error)
    return ""
