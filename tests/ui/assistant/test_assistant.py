# SPDX-License-Identifier: GPL-3.0-or-later
"""The assistant for a new draft: what it shows of files, what can be chosen, what comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act

from drafting.data import sample_files
from ui.assistant.dialog import AssistantDialog
from ui.prompts import Answer
from ui.window import MainWindow

UNDATED = (
    "The Council,\n\nRecalling its resolutions on the keeping of lighthouses,\n\n1. Decides to keep {} lit.\n"
)


@pytest.fixture
def assistant(empty_window: MainWindow) -> AssistantDialog:
    act(empty_window, "new_draft")
    return empty_window.findChildren(AssistantDialog)[-1]


@pytest.fixture
def read(qtbot: QtBot, assistant: AssistantDialog) -> Callable[..., AssistantDialog]:
    """Adds files and waits until they are read."""

    def add(*paths: Path) -> AssistantDialog:
        assistant.add(paths)
        settle(qtbot, assistant)
        return assistant

    return add


def settle(qtbot: QtBot, dialog: AssistantDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._lane.busy and not dialog._basing.busy, timeout=20_000)


def cells(dialog: AssistantDialog, column: int) -> list[str]:
    return [row.cells[column] for row in dialog.form.files.rows]


def choose_base(qtbot: QtBot, dialog: AssistantDialog, at: int) -> None:
    dialog.form.base.setCurrentIndex(at)
    dialog.form.base.activated.emit(at)
    settle(qtbot, dialog)


def test_without_files_there_is_nothing_to_create(assistant: AssistantDialog) -> None:
    assert not assistant.form.create.isEnabled()
    assert assistant.form.hint.isVisible()


def test_versions_stand_in_their_order_with_what_was_found(read: Callable[..., AssistantDialog]) -> None:
    dialog = read(*reversed(sample_files()))
    assert cells(dialog, 0) == ["47/9", "50/4", "53/11", "56/2, base"]
    assert cells(dialog, 2) == ["47-9.txt", "50-4.txt", "53-11.txt", "56-2.txt"]
    assert all("paragraphs, " in found for found in cells(dialog, 3))
    assert "4 versions, 2021 to 2024" in dialog.form.series.text()
    assert dialog.form.session.currentText().startswith("59th")
    assert dialog.form.why.text().startswith("56/2 names this session")


def test_what_cannot_be_used_says_why(read: Callable[..., AssistantDialog], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    shutil.copy(sample_files()[0], tmp_path / "again.txt")
    dialog = read(*sample_files(), tmp_path)
    refused = [row for row in dialog.form.files.rows if row.place < 0]
    assert [(row.cells[0], row.cells[2]) for row in refused] == [
        ("✕ not used", "again.txt"),
        ("✕ not used", "empty.txt"),
    ]
    assert "47/9 again" in refused[0].details
    assert dialog.form.create.isEnabled()


def test_where_nothing_can_be_used_nothing_can_be_created(
    read: Callable[..., AssistantDialog], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "mine.penholder").write_bytes(b"PK")
    dialog = read(tmp_path)
    assert cells(dialog, 2) == ["empty.txt", "mine.penholder"]
    assert "saved draft" in dialog.form.files.rows[1].details
    assert not dialog.form.create.isEnabled()
    assert not dialog.form.base.isVisible()


def test_a_file_left_out_is_no_part_of_it(qtbot: QtBot, read: Callable[..., AssistantDialog]) -> None:
    dialog = read(*sample_files())
    dialog.form.list.setCurrentIndex(dialog.form.files.index(3, 0))
    dialog.form.remove.click()
    settle(qtbot, dialog)
    assert cells(dialog, 0) == ["47/9", "50/4", "53/11, base"]


def test_the_delete_key_leaves_a_file_out_too(qtbot: QtBot, read: Callable[..., AssistantDialog]) -> None:
    dialog = read(*sample_files())
    dialog.activateWindow()
    dialog.form.list.setFocus()
    dialog.form.list.setCurrentIndex(dialog.form.files.index(0, 0))
    QTest.keyClick(dialog.form.list, Qt.Key.Key_Delete)
    settle(qtbot, dialog)
    assert cells(dialog, 0) == ["50/4", "53/11", "56/2, base"]


def test_of_two_files_of_one_version_the_other_can_be_used(
    qtbot: QtBot, read: Callable[..., AssistantDialog], tmp_path: Path
) -> None:
    shutil.copy(sample_files()[0], tmp_path / "again.txt")
    dialog = read(*sample_files(), tmp_path)
    used = cells(dialog, 2).index("47-9.txt") if "47-9.txt" in cells(dialog, 2)[:4] else 0
    first = cells(dialog, 2)[used]
    dialog.form.list.setCurrentIndex(dialog.form.files.index(used, 0))
    dialog.form.remove.click()
    settle(qtbot, dialog)
    assert len(dialog.reading.versions) == 4
    assert first not in cells(dialog, 2)


def test_an_earlier_base_leaves_the_later_versions_out_and_says_so(
    qtbot: QtBot, read: Callable[..., AssistantDialog]
) -> None:
    dialog = read(*sample_files())
    choose_base(qtbot, dialog, 1)
    assert cells(dialog, 0) == ["47/9", "50/4", "53/11, base", "56/2, left out"]
    assert dialog.form.left_out.text().startswith("56/2 was read and left out")
    assert dialog.form.session.currentText().startswith("56th")
    choose_base(qtbot, dialog, 0)
    assert not dialog.form.left_out.isVisible()
    assert dialog.form.session.currentText().startswith("59th")


def test_while_the_base_is_changed_nothing_can_be_created(read: Callable[..., AssistantDialog]) -> None:
    dialog = read(*sample_files())
    dialog.form.base.setCurrentIndex(1)
    dialog.form.base.activated.emit(1)
    assert not dialog.form.create.isEnabled()


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("62", ""),
        ("59th · June", ""),
        ("40", "The draft cannot be for the fortieth session"),
        ("next", "Type the number"),
        ("", "Choose the session"),
    ],
)
def test_a_session_that_cannot_be_is_said_at_once(
    read: Callable[..., AssistantDialog], typed: str, trouble: str
) -> None:
    dialog = read(*sample_files())
    dialog.form.session.setEditText(typed)
    assert trouble in dialog.form.trouble.text()
    assert dialog.form.create.isEnabled() is (trouble == "")


def test_only_versions_that_tell_no_time_can_be_moved(
    qtbot: QtBot, read: Callable[..., AssistantDialog], tmp_path: Path
) -> None:
    for name, what in (("a", "all the lamps"), ("b", "all the old lamps")):
        (tmp_path / f"{name}.txt").write_text(UNDATED.format(what), encoding="utf-8")
    dialog = read(tmp_path)
    assert cells(dialog, 2) == ["a.txt", "b.txt"]
    dialog.form.list.setCurrentIndex(dialog.form.files.index(0, 0))
    assert (dialog.form.up.isEnabled(), dialog.form.down.isEnabled()) == (False, True)
    dialog.form.down.click()
    settle(qtbot, dialog)
    assert cells(dialog, 2) == ["b.txt", "a.txt"]
    assert dialog.form.row is dialog.form.files.rows[1]


def test_dated_versions_stay_where_they_are(read: Callable[..., AssistantDialog]) -> None:
    dialog = read(*sample_files())
    for at in range(4):
        dialog.form.list.setCurrentIndex(dialog.form.files.index(at, 0))
        assert not dialog.form.up.isEnabled()
        assert not dialog.form.down.isEnabled()


def test_the_draft_is_made_as_chosen(
    qtbot: QtBot, empty_window: MainWindow, read: Callable[..., AssistantDialog]
) -> None:
    dialog = read(*sample_files())
    choose_base(qtbot, dialog, 1)
    dialog.form.session.setEditText("57")
    with qtbot.waitSignal(empty_window.desk.opened, timeout=20_000):
        dialog.form.create.click()
    draft = empty_window.desk.draft
    assert draft is not None
    assert (draft.base.number, draft.carry.session) == ("53/11", 57)
    assert not dialog.isVisible()
    assert any("left out" in notice.text for notice in empty_window.notices.notices)
    (recent,) = empty_window.settings.recent()
    assert [path.name for path in recent] == ["47-9.txt", "50-4.txt", "53-11.txt"]


def test_what_is_open_is_asked_about_first(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, read: Callable[..., AssistantDialog]
) -> None:
    empty_window.desk.open(small_draft())
    act(empty_window, "accept_all", "new_draft")
    dialog = empty_window.findChildren(AssistantDialog)[-1]
    dialog.add(sample_files())
    settle(qtbot, dialog)
    prompts.answers = [Answer.CANCEL]
    dialog.form.create.click()
    assert prompts.asked == ["the draft"]
    assert dialog.isVisible()
    assert empty_window.desk.draft is not None
    assert empty_window.desk.draft.base.number == "53/11"


def test_files_can_be_chosen_and_dropped(
    qtbot: QtBot, prompts: ScriptedPrompts, assistant: AssistantDialog
) -> None:
    prompts.files = [sample_files()[:2]]
    assistant.form.add.click()
    settle(qtbot, assistant)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sample_files()[2:]])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    assistant.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    settle(qtbot, assistant)
    assert len(assistant.reading.versions) == 4


def test_leaving_stops_the_reading(
    qtbot: QtBot, empty_window: MainWindow, assistant: AssistantDialog
) -> None:
    assistant.add(sample_files())
    assistant.form.cancel.click()
    assert not assistant._lane.busy
    assert empty_window.desk.draft is None


def test_the_table_is_a_sound_model(qtbot: QtBot, read: Callable[..., AssistantDialog]) -> None:
    dialog = read(*sample_files())
    QAbstractItemModelTester(dialog.form.files, QAbstractItemModelTester.FailureReportingMode.Fatal)
    spoken = dialog.form.files.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("56/2, base, 10 July 2024, 56-2.txt, ")
