# SPDX-License-Identifier: GPL-3.0-or-later
"""A drafter exports from the window: each kind of file, and what is said when it cannot be written."""

from __future__ import annotations

import errno
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from failing import failing
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act

from drafting.reading import read
from drafting.resolution import Paragraph
from drafting.writing.forms import Form
from drafting.writing.word import write_word
from ui.export.dialog import COUNTING, ExportDialog
from ui.prompts import Answer
from ui.tasks import drain
from ui.window import MainWindow

Opening = Callable[..., MainWindow]


def dialog_of(window: MainWindow) -> ExportDialog:
    """The export dialog, opened."""
    act(window, "export")
    dialog = window.exporting.dialog
    assert dialog is not None
    return dialog


def chosen(qtbot: QtBot, window: MainWindow, form: Form) -> ExportDialog:
    """The dialog with this form, when its figures are there."""
    dialog = dialog_of(window)
    dialog.what.show_form(form)
    qtbot.waitUntil(lambda: dialog.told.text() != COUNTING)
    return dialog


def exported(qtbot: QtBot, window: MainWindow, dialog: ExportDialog) -> str:
    """What is said after the button was pressed."""
    with qtbot.waitSignal(window.exporting.noticed) as told:
        dialog.export.click()
    [notice] = told.args[0]
    return str(notice.line)


def texts(paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in paragraphs]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder to export to."""
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


@pytest.fixture
def official(folder: Path) -> Path:
    """The official file of the last version, which stands for it in the series."""
    path = folder / "56-2.docx"
    write_word(read(folder / "56-2.txt"), path)
    (folder / "56-2.txt").unlink()
    return path


def test_tracked_changes_accepted_are_the_draft(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path
) -> None:
    window = opened()
    act(window, "accept_all")
    dialog = chosen(qtbot, window, Form.TRACKED)
    dialog.options.author.setText("Cuba")
    assert dialog.told.text().startswith("Against 56/2: 3 paragraphs changed; ")
    prompts.places.append(place / "draft.docx")
    said = exported(qtbot, window, dialog)
    assert said.startswith(f"draft.docx: written to {place}.")
    assert "still open" in said

    draft = window.desk.draft
    assert draft is not None
    found = read(place / "draft.docx")
    assert texts(found.paragraphs) == texts(draft.resolution.paragraphs)
    assert found.original is not None
    assert texts(found.original.paragraphs) == texts(draft.base.paragraphs)
    assert {one.author for one in found.revisions} == {"Cuba"}
    assert window.exporting.dialog is None  # it has done its work
    assert names(place) == ["draft.docx"]


def test_changes_are_written_on_the_official_file_the_series_was_read_from(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, folder: Path, official: Path, place: Path
) -> None:
    before = official.read_bytes()
    window = opened(folder)
    act(window, "accept_all")
    dialog = chosen(qtbot, window, Form.OFFICIAL)
    assert dialog.against.official == official  # nobody had to choose it
    prompts.places.append(place / "draft.docx")
    exported(qtbot, window, dialog)
    draft = window.desk.draft
    assert draft is not None
    assert texts(read(place / "draft.docx").paragraphs) == texts(draft.resolution.paragraphs)
    assert official.read_bytes() == before

    prompts.places.append(official)
    said = exported(qtbot, window, chosen(qtbot, window, Form.OFFICIAL))
    assert "it is the official file" in said
    assert "Choose another name" in said
    assert official.read_bytes() == before


def test_a_loaded_version_is_never_written_over(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, folder: Path
) -> None:
    version = folder / "53-11.docx"
    write_word(read(folder / "53-11.txt"), version)
    (folder / "53-11.txt").unlink()
    before = version.read_bytes()
    window = opened(folder)
    prompts.places.append(version)
    said = exported(qtbot, window, chosen(qtbot, window, Form.CLEAN))
    assert "53-11.docx: it is one of the files that were read, and those are never written over." in said
    assert version.read_bytes() == before


def test_an_official_file_that_vanished_is_told(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, folder: Path, official: Path, place: Path
) -> None:
    window = opened(folder)
    official.unlink()
    dialog = chosen(qtbot, window, Form.OFFICIAL)
    assert "56-2.docx: there is no such file. It may have been moved or renamed" in dialog.told.text()
    prompts.places.append(place / "draft.docx")
    assert "there is no such file" in exported(qtbot, window, dialog)
    assert names(place) == []


def test_another_base_that_changed_since_it_was_counted_is_told(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, folder: Path, place: Path, tmp_path: Path
) -> None:
    base = tmp_path / "mine.txt"
    base.write_bytes((folder / "47-9.txt").read_bytes())
    window = opened(folder)
    dialog = chosen(qtbot, window, Form.TRACKED)
    prompts.files.append((base,))
    dialog.against.more.click()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Against 47/9"))
    base.write_bytes((folder / "50-4.txt").read_bytes())
    prompts.places += [place / "draft.docx"] * 2
    assert "mine.txt: it has changed since its figures were counted" in exported(qtbot, window, dialog)
    assert names(place) == []
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Against 50/4"))
    assert "written to" in exported(qtbot, window, dialog)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "you may not write in the folder"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "is too long"),
        (OSError(errno.EBUSY, "busy"), "it is open in another program"),
    ],
)
def test_other_reasons_are_told_in_the_dialog(
    qtbot: QtBot,
    opened: Opening,
    prompts: ScriptedPrompts,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    said: str,
) -> None:
    window = opened()
    before = window.desk.draft
    dialog = chosen(qtbot, window, Form.TRACKED)

    monkeypatch.setattr(Path, "replace", failing(error))
    prompts.places.append(place / "draft.docx")
    told = exported(qtbot, window, dialog)
    monkeypatch.undo()
    assert said in told
    assert said in dialog.problem.text()
    assert (window.desk.draft, names(place)) == (before, [])


def test_an_official_file_that_changed_meanwhile_is_refused(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, folder: Path, official: Path, place: Path
) -> None:
    window = opened(folder)
    write_word(read(folder / "53-11.txt"), official)  # somebody else wrote it
    dialog = chosen(qtbot, window, Form.OFFICIAL)
    assert "it has changed since it was read" in dialog.told.text()
    prompts.places.append(place / "draft.docx")
    said = exported(qtbot, window, dialog)
    assert "56-2.docx: it has changed since it was read" in said
    assert "Open the series again" in said
    assert dialog.problem.text() in said
    assert names(place) == []


def test_a_redline_names_nobody(qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path) -> None:
    window = opened()
    act(window, "accept_all")
    dialog = dialog_of(window)
    dialog.options.author.setText("María Pérez")
    dialog.what.show_form(Form.REDLINE)
    assert not dialog.options.author.isEnabled()
    prompts.places.append(place / "draft.docx")
    exported(qtbot, window, dialog)
    with zipfile.ZipFile(place / "draft.docx") as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    assert "<w:strike" in parts["word/document.xml"]
    assert not any(re.search(r"<w:(ins|del)\b", text) or "María Pérez" in text for text in parts.values())


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [(Form.XML, "d.xml", "<?xml"), (Form.PAGE, "d.html", "<!"), (Form.TEXT, "d.txt", "")],
)
def test_other_kinds_of_file(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path, form: Form, name: str, begins: str
) -> None:
    window = opened()
    prompts.places.append(place / name)
    exported(qtbot, window, chosen(qtbot, window, form))
    text = (place / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "Universal Declaration of Human Rights" in text
    assert prompts.asked[-1].endswith(Path(name).suffix)


def test_a_full_disk_leaves_the_draft_safe_and_the_next_try_works(
    qtbot: QtBot,
    opened: Opening,
    prompts: ScriptedPrompts,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = opened()
    act(window, "accept_all")
    before = window.desk.draft
    (place / "draft.docx").write_bytes(b"of last week")
    dialog = chosen(qtbot, window, Form.TRACKED)

    monkeypatch.setattr(os, "fsync", failing(OSError(errno.ENOSPC, "No space left on device")))
    prompts.places.append(place / "draft.docx")
    said = exported(qtbot, window, dialog)
    monkeypatch.undo()
    assert "the disk is full. Nothing was changed on disk, and nothing of your work is lost." in said
    assert dialog.problem.isVisibleTo(dialog)
    assert window.desk.draft is before
    assert names(place) == ["draft.docx"]
    assert (place / "draft.docx").read_bytes() == b"of last week"

    prompts.places.append(place / "draft.docx")
    assert "written to" in exported(qtbot, window, dialog)
    assert zipfile.is_zipfile(place / "draft.docx")
    words = {notice.word for notice in window.notices.notices}
    assert words & {"exported", "not exported"} == {"exported"}  # the old word is gone


def test_once_more_asks_only_where(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path
) -> None:
    window = opened()
    act(window, "accept_all")
    dialog = dialog_of(window)
    dialog.what.show_form(Form.REDLINE)
    prompts.places += [place / "one.docx", place / "two.docx"]
    exported(qtbot, window, dialog)
    with qtbot.waitSignal(window.exporting.noticed):
        act(window, "export_again")
    assert (place / "one.docx").read_bytes() == (place / "two.docx").read_bytes()
    prompts.answers.append(Answer.DISCARD)
    opened()  # another draft: the form is remembered, what it was against is not
    assert dialog_of(window).what.form is Form.REDLINE


def test_a_file_open_in_word_is_asked_about(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path
) -> None:
    window = opened()
    (place / "~$draft.docx").write_bytes(b"\x04Cuba")
    (place / "draft.docx").write_bytes(b"of last week")
    prompts.places += [place / "draft.docx"] * 2
    act(window, "export_again")
    assert "draft.docx seems to be open in Word." in prompts.asked[-1]
    assert (place / "draft.docx").read_bytes() == b"of last week"
    prompts.certainties.append(True)
    with qtbot.waitSignal(window.exporting.noticed):
        act(window, "export_again")
    assert zipfile.is_zipfile(place / "draft.docx")


def test_closing_the_window_waits_for_the_file(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path
) -> None:
    window = opened()
    prompts.places.append(place / "draft.docx")
    act(window, "export_again")
    assert not window.close()  # not yet
    qtbot.waitUntil(lambda: not window.isVisible())
    assert names(place) == ["draft.docx"]


def test_closing_the_window_stays_where_the_file_failed(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window = opened()
    prompts.places.append(tmp_path / "no such folder" / "draft.docx")
    act(window, "export_again")
    with qtbot.waitSignal(window.exporting.noticed):
        window.close()
    assert window.isVisible()
    assert "there is no folder" in window.notices.notices[-1].text


def test_another_draft_may_be_opened_meanwhile(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path
) -> None:
    window = opened()
    prompts.places.append(place / "draft.docx")
    with qtbot.waitSignal(window.exporting.noticed):
        act(window, "export_again")
        window.desk.open(None)
    assert names(place) == ["draft.docx"]


def test_what_is_stopped_puts_nothing_in_place(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, place: Path
) -> None:
    window = opened()
    dialog = dialog_of(window)
    prompts.places.append(place / "draft.docx")
    with qtbot.waitSignal(window.exporting.stopped):
        dialog.export.click()
        assert dialog.cancel.text() == "Stop"
        dialog.cancel.click()
    assert dialog.cancel.text() == "Close"
    drain()
    assert names(place) == []
