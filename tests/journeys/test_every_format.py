# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever kind of file a drafter has: it is opened, or stays in the list with its reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_files import MAKERS
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act

from drafting.reading import read
from drafting.resolution import Resolution
from ui.dialogs.read_report import ReadReport
from ui.window import MainWindow

Opening = Callable[..., MainWindow]


@pytest.fixture
def versions(sample_files: tuple[Path, ...]) -> list[Resolution]:
    return [read(path) for path in sample_files]


def made(folder: Path, kind: str, resolution: Resolution) -> Path:
    """The resolution as a file of this kind, under a name that tells nothing."""
    path = folder / f"{resolution.number.replace('/', '-')}{kind}.file"
    path.write_bytes(MAKERS[kind](resolution))
    return path


@pytest.mark.parametrize("kind", MAKERS)
def test_chosen_in_the_dialog(
    qtbot: QtBot,
    window: MainWindow,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    versions: list[Resolution],
    kind: str,
) -> None:
    prompts.files.append(tuple(made(tmp_path, kind, version) for version in versions[-2:]))
    with qtbot.waitSignal(window.desk.opened, timeout=30_000):
        act(window, "open")
    assert window.desk.draft is not None
    read_back = window.desk.draft.lineage.versions
    assert [version.number for version in read_back] == ["53/11", "56/2"]
    assert [len(version.paragraphs) for version in read_back] == [
        len(version.paragraphs) for version in versions[-2:]
    ]
    assert not prompts.problems


def test_all_kinds_dropped_together_with_files_that_fail(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, versions: list[Resolution]
) -> None:
    kinds = [*MAKERS, *MAKERS][: len(versions)]
    paths = [made(tmp_path, kind, version) for kind, version in zip(kinds, versions, strict=True)]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(MAKERS[".pdf"](versions[0])[:300])
    _drop(qtbot, window, [*paths, broken])
    assert window.desk.draft is not None
    assert [version.number for version in window.desk.draft.lineage.versions] == [
        "47/9",
        "50/4",
        "53/11",
        "56/2",
    ]
    last = window.work.series.model.rows[-1]
    assert last.text == "broken.pdf"
    assert last.note.startswith("not opened: ")
    assert any(notice.head == "broken.pdf" for notice in window.notices.notices)
    window.work.series.list.acted.emit(last)
    dialog = window.findChild(ReadReport)
    assert dialog is not None
    assert "broken.pdf" in dialog.words.toPlainText()
    dialog.close()


def test_a_long_reading_says_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, opened: Opening, prompts: ScriptedPrompts, tmp_path: Path, versions: list[Resolution]
) -> None:
    window = opened()
    before = window.desk.draft
    path = made(tmp_path, ".pdf", versions[-1])
    with qtbot.waitSignal(window.files.progressed, timeout=30_000) as told:
        window.files.open((path,))
    done, total = told.args
    assert 0 <= done <= total
    window.status.cancel.click()
    assert not window.status.busy.isVisible()
    assert window.desk.draft is before
    assert not prompts.problems


def _drop(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    point, keys = QPoint(5, 5), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    with qtbot.waitSignal(window.desk.opened, timeout=30_000):
        window.dropEvent(event)
