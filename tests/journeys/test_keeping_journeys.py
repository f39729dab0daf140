# SPDX-License-Identifier: GPL-3.0-or-later
"""Never losing work: a crash, a second window, and the year after."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, shown_window

from drafting.draft.pairing import DRAFT, paired_by_hand, unpair
from drafting.keeping.differences import Differences
from drafting.project import open_project
from tests.kills.child import SAVED
from tests.kills.killing import Drafting
from ui.app import Start, begin
from ui.prompts import InUse, Overwrite
from ui.settings import Settings
from ui.window import MainWindow


def _window(qtbot: QtBot, prompts: ScriptedPrompts, ini: Path) -> MainWindow:
    return shown_window(qtbot, prompts, Settings.in_file(ini))


def _killed_with_a_copy(folder: Path) -> Path:
    """Where a window was killed while something was not saved; now and then one has just saved all."""
    for seed in range(7, 12):
        place = folder / str(seed)
        place.mkdir()
        drafting = Drafting(place, seed)
        drafting.begin()
        drafting.wait_for(60)
        drafting.wait_for_writing(10)
        drafting.kill()
        if list((place / "recovery").glob("*.penholder")):
            break
    return place


def test_crash_and_recover(qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    """A window is killed at work; the next one shows what it had beyond the saved file, and it goes on."""
    tmp_path = _killed_with_a_copy(tmp_path)
    window = _window(qtbot, prompts, tmp_path / "settings.ini")
    begin(window, Start((tmp_path / SAVED,)) if (tmp_path / SAVED).exists() else Start())
    qtbot.waitUntil(lambda: window.recovering.dialog is not None)
    dialog = window.recovering.dialog
    assert dialog is not None
    found = dialog.chosen
    assert found.differences != Differences() or found.saved is None
    dialog.take.click()
    assert window.desk.draft == found.copy.draft
    assert window.isWindowModified()
    assert window.desk.draft is not None

    prompts.places.append(tmp_path / SAVED)
    prompts.overwrites.append(Overwrite.REPLACE)
    act(window, "save")
    assert not window.isWindowModified()
    assert open_project(tmp_path / SAVED).paragraphs == window.desk.draft.paragraphs
    qtbot.waitUntil(lambda: not list((tmp_path / "recovery").glob("*.penholder")))
    assert window.close()
    again = _window(qtbot, prompts, tmp_path / "settings.ini")
    begin(again, Start((tmp_path / SAVED,)))
    qtbot.waitUntil(lambda: again.desk.draft is not None)
    assert again.recovering.dialog is None


def test_a_second_window_is_noticed(qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    """The second window takes a copy; neither writes over the other unasked."""
    path = tmp_path / "shared.penholder"
    first = _window(qtbot, prompts, tmp_path / "first.ini")
    with qtbot.waitSignal(first.desk.opened):
        first.files.open_sample()
    prompts.places.append(path)
    act(first, "accept", "save")

    second = _window(qtbot, prompts, tmp_path / "second.ini")
    prompts.elsewhere.append(InUse.COPY)
    with qtbot.waitSignal(second.desk.opened):
        second.files.open((path,))
    assert "shared.penholder in use: It is open on" in prompts.asked[-1]
    act(second, "accept")
    prompts.places.append(path)
    act(second, "save")  # over the first one's file, which is asked and declined
    assert "It is open on" in prompts.asked[-1]
    assert open_project(path) == first.desk.draft
    assert second.isWindowModified()

    act(first, "accept", "save")
    assert not first.isWindowModified()


def _finished(qtbot: QtBot, window: MainWindow, path: Path, prompts: ScriptedPrompts) -> None:
    """A pair is broken by hand, a finding ignored, everything certain accepted, and the draft saved."""
    act(window, "accept_all")
    assert window.desk.draft is not None
    window.desk.do(unpair(window.desk.draft, "53/11", DRAFT, [("PP3", "PP3")]))
    qtbot.waitUntil(lambda: window.checker.known and not window.checker.waiting)
    words = [one for one in window.checker.placed if one.finding.words]
    window.checker.choose(words[0].id)
    act(window, "ignore")
    prompts.places.append(path)
    act(window, "save")


def test_next_year_from_a_finished_draft(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, sample_files: tuple[Path, ...]
) -> None:
    """What was drafted on three versions was adopted as 56/2: the next draft starts from that."""
    with qtbot.waitSignal(window.desk.opened):
        window.files.open(sample_files[:3], 56)
    _finished(qtbot, window, tmp_path / "2024.penholder", prompts)
    finished = (tmp_path / "2024.penholder").read_bytes()

    prompts.files.append((sample_files[3],))
    with qtbot.waitSignal(window.desk.opened):
        act(window, "next_year")
    draft = window.desk.draft
    assert draft is not None
    assert [version.number for version in draft.lineage.versions] == ["47/9", "50/4", "53/11", "56/2"]
    assert draft.carry.session == 59
    assert paired_by_hand(draft, "53/11", "56/2").broken == (("PP3", "PP3"),)
    [ignored] = draft.ignored
    assert ignored.words in draft.paragraph(ignored.paragraph).text
    assert window.files.path is None
    assert window.isWindowModified()  # what came along is in no file yet: closing asks
    assert (tmp_path / "2024.penholder").read_bytes() == finished
    [notice] = [one for one in window.notices.notices if one.word == "next year"]
    assert "1 pair set or broken by hand and 1 ignored finding came along" in notice.text


@pytest.mark.parametrize("file", [0, 1, 2], ids=["older", "loaded", "base"])
def test_next_year_starts_from_no_other_text(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, sample_files: tuple[Path, ...], file: int
) -> None:
    with qtbot.waitSignal(window.desk.opened):
        window.files.open(sample_files[1:3])
    before = window.desk.draft
    prompts.files.append((sample_files[file],))
    act(window, "next_year")
    qtbot.waitUntil(lambda: bool(prompts.problems))
    assert "Next year's draft was not started." in prompts.problems[0]
    assert window.desk.draft is before
