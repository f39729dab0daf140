# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to look at in the main window, one state after another."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from drafting.data import sample_files
from drafting.draft import delete
from drafting.errors import TargetError
from drafting.opening import open_sample
from ui.app import create_window
from ui.checks.dialog import WhichChecks
from ui.checks.rows import Kind
from ui.desk import Desk
from ui.dialogs.read_report import ReadReport
from ui.editor.filters import Filter
from ui.files import load, load_sample
from ui.prompts import Prompts
from ui.ready.dialog import ReadyDialog
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
        yield from _checked(window)
        yield from _facts(window, place)
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
    window.work.history.wordings.show_each(True)
    yield "history-each", window
    yield from _dropped(window)


def _dropped(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What the draft does not hold, one removed by hand among them; narrowed by words that none has."""
    draft = window.desk.draft
    assert draft is not None
    window.desk.do(delete(draft, [draft.paragraphs[8].key]))
    window.acts["panel_dropped"].trigger()
    yield "dropped", window
    window.work.history.dropped.narrowing.field.setText("seminar")
    yield "dropped-none", window
    window.work.history.dropped.widen()


def _checked(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The findings of a fresh draft, one that can be mended, some passed over, the list of all checks."""
    window.desk.open(load_sample().draft)
    _wait(window)
    window.acts["panel_checks"].trigger()
    yield "checks", window
    window.checker.choose(next(one.id for one in window.checker.placed if one.fix))
    yield "check-fix", window
    for _ in range(3):
        window.acts["next_finding"].trigger()
    for name in ("ignore", "ignore_always"):
        window.acts[name].trigger()
    window.work.checks.show_kind(Kind.IGNORED)
    window.work.checks.list.setCurrentIndex(window.work.checks.filter.index(0, 0))
    yield "checks-ignored", window
    window.work.checks.show_kind(Kind.ALL)
    window.acts["which_checks"].trigger()
    yield "which-checks", window.findChildren(WhichChecks)[-1]
    window.findChildren(WhichChecks)[-1].close()
    window.acts["ready"].trigger()
    yield "ready", window.findChildren(ReadyDialog)[-1]
    window.findChildren(ReadyDialog)[-1].close()


def _facts(window: MainWindow, place: Path) -> Iterator[tuple[str, QWidget]]:
    """Facts that cannot be used or should be checked, and what a document on the shelf answers."""
    window.acts["panel_facts"].trigger()
    card = window.work.facts.cards[0]
    for name, words in (("number", "80/166"), ("date", "5 March 2022")):
        card.fields.edits[name].setText(words)
        card.fields.edits[name].editingFinished.emit()
    yield "facts-problems", window
    for name in card.fields.edits:
        card.fields.edits[name].clear()
        card.fields.edits[name].editingFinished.emit()
    (place / "79-166.txt").write_text(RESOLUTION, encoding="utf-8")
    window.shelving.add([place / "79-166.txt"])
    until(lambda: not window.work.facts.shelf.sure.isHidden())
    yield "shelf", window


def _wait(window: MainWindow) -> None:
    until(lambda: window.checker.known and not window.checker.waiting)


def until(done: Callable[[], bool]) -> None:
    """Let everything go on until it is so; RuntimeError when it never is."""
    for _ in range(500):
        if done():
            return
        QTest.qWait(20)
    raise RuntimeError("what a picture needs never came")


RESOLUTION = """A/RES/79/166
General Assembly
Distr.: General
19 December 2024

Seventy-ninth session
Agenda item 71 (b)

Resolution adopted by the General Assembly on 17 December 2024

79/166. Enhancement of international cooperation in the field of human rights

The General Assembly,

Recalling its resolution 78/199 of 19 December 2023,

1. Reaffirms that it is one of the purposes of the United Nations to achieve international cooperation;

2. Decides to continue its consideration of the question at its eightieth session.

54th plenary meeting
17 December 2024
"""


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
