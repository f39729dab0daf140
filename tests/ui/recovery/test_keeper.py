# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not saved is copied while the drafter works, and no copy is left when all is saved."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act

from drafting.keeping.recovery import read_copy
from drafting.keeping.stamp import Origin
from ui.prompts import Answer
from ui.recovery.copies import OwnCopy, any_copies, left_behind
from ui.recovery.keeper import MOST, PAUSE
from ui.window import MainWindow


def _copies(window: MainWindow) -> list[Path]:
    return sorted(window.settings.recovery.glob("*.penholder"))


def _type(window: MainWindow, words: str) -> None:
    window.work.page.show_paragraph("p3")
    QTest.keyClicks(window.work.page, words)


def test_two_seconds_are_enough() -> None:
    assert PAUSE < MOST <= 1000  # and a second for the disk


def test_after_a_pause_a_copy_holds_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.recovering.keeper.kept):
        _type(window, "xyz")
    [path] = _copies(window)
    assert "xyz" in read_copy(path).draft.paragraph("p3").text
    assert read_copy(path).draft.paragraphs == window.desk.draft.paragraphs


def test_long_typing_is_copied_without_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    keeper = window.recovering.keeper
    keeper._pause.setInterval(1_000_000)  # no pause ever comes
    with qtbot.waitSignal(keeper.kept, timeout=5 * MOST):
        _type(window, "x")
        _type(window, "y")
    assert len(_copies(window)) == 1


def test_what_is_typed_while_a_copy_is_written_is_copied_after_it(qtbot: QtBot, window: MainWindow) -> None:
    keeper = window.recovering.keeper
    _type(window, "x")
    keeper.now()
    assert not keeper.settled
    _type(window, "y")
    with qtbot.waitSignal(keeper.kept):
        keeper.now()
    assert "yx" in read_copy(_copies(window)[0]).draft.paragraph("p3").text


def test_the_file_of_the_drafter_is_not_written_unasked(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    path = tmp_path / "mine.penholder"
    prompts.places.append(path)
    act(window, "save")
    before = path.read_bytes()
    with qtbot.waitSignal(window.recovering.keeper.kept):
        _type(window, "x")
    assert path.read_bytes() == before
    origin = read_copy(_copies(window)[0]).origin
    assert (origin.file, origin.name) == (path, "mine.penholder")


@pytest.mark.parametrize("how", ["save", "undo", "close"])
def test_no_copy_is_left_when_all_is_saved(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, how: str
) -> None:
    keeper = window.recovering.keeper
    prompts.places.append(tmp_path / "mine.penholder")
    prompts.answers.append(Answer.DISCARD)
    with qtbot.waitSignal(keeper.kept):
        act(window, "accept")
    assert len(_copies(window)) == 1
    with qtbot.waitSignal(keeper.kept):
        act(window, how)
    assert list(window.settings.recovery.iterdir()) == []


def test_a_window_that_closes_leaves_nothing(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts
) -> None:
    with qtbot.waitSignal(window.recovering.keeper.kept):
        _type(window, "x")
    prompts.answers.append(Answer.DISCARD)
    assert window.close()
    assert list(window.settings.recovery.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_copies_are_for_the_user_alone(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.recovering.keeper.kept):
        _type(window, "x")
    assert stat.S_IMODE(window.settings.recovery.stat().st_mode) == 0o700
    assert stat.S_IMODE(_copies(window)[0].stat().st_mode) == 0o600


def test_that_no_copy_can_be_kept_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.settings.recovery.parent.mkdir(exist_ok=True)
    window.settings.recovery.write_text("no folder", encoding="utf-8")
    with qtbot.waitSignal(window.recovering.keeper.failed):
        _type(window, "x")
    [notice] = window.notices.notices
    assert notice.word == "no recovery"
    window.settings.recovery.unlink()
    with qtbot.waitSignal(window.recovering.keeper.kept):
        _type(window, "y")
    assert not window.notices.notices  # it no longer holds


def test_what_could_not_be_copied_is_tried_again_without_a_change(qtbot: QtBot, window: MainWindow) -> None:
    keeper = window.recovering.keeper
    keeper._again.setInterval(10)
    said: list[str] = []
    keeper.failed.connect(said.append)
    window.settings.recovery.parent.mkdir(exist_ok=True)
    window.settings.recovery.write_text("no folder", encoding="utf-8")
    with qtbot.waitSignals([keeper.failed, keeper._again.timeout, keeper._again.timeout]):
        _type(window, "x")
    assert len(said) == 1  # and not at every try
    window.settings.recovery.unlink()
    with qtbot.waitSignal(keeper.kept):
        pass
    assert "x" in read_copy(_copies(window)[0]).draft.paragraph("p3").text


def test_what_was_under_way_leaves_a_copy_alone_that_was_taken_up(tmp_path: Path) -> None:
    own, found = OwnCopy(tmp_path), tmp_path / "a.penholder"
    found.write_bytes(b"found")
    turn = own.turn
    own.put(small_draft(), Origin("x"), turn)
    [held] = left_behind(tmp_path)
    own.adopt(held)
    own.remove(turn)
    own.put(small_draft(), Origin("x"), turn)
    assert list(tmp_path.glob("*.penholder")) == [found]
    assert found.read_bytes() == b"found"


def test_the_copy_of_a_living_window_is_not_left_behind(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.recovering.keeper.kept):
        _type(window, "x")
    assert any_copies(window.settings.recovery)
    assert left_behind(window.settings.recovery) == []


def test_what_a_dead_window_left_is_held_by_one_who_looks(tmp_path: Path) -> None:
    (tmp_path / "a.penholder").write_bytes(b"x")
    old = tmp_path / ".penholder-1.part"
    old.write_bytes(b"half")
    os.utime(old, (1, 1))
    [held] = left_behind(tmp_path)
    assert left_behind(tmp_path) == []
    assert not old.exists()
    held.lock.unlock()
    again = left_behind(tmp_path)
    assert len(again) == 1
    again[0].remove()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_without_a_living_owner_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "a.penholder").write_bytes(b"x")
    theirs = QLockFile(str(tmp_path / "a.lock"))
    theirs.setStaleLockTime(0)
    assert theirs.tryLock(0)
    lines = (tmp_path / "a.lock").read_text(encoding="utf-8").splitlines()
    theirs.unlock()
    (tmp_path / "a.lock").write_text("\n".join(["4194304000", *lines[1:]]) + "\n", encoding="utf-8")
    assert len(left_behind(tmp_path)) == 1


def test_another_draft_on_the_desk_ends_the_copy(qtbot: QtBot, window: MainWindow) -> None:
    keeper = window.recovering.keeper
    with qtbot.waitSignal(keeper.kept):
        _type(window, "x")
    with qtbot.waitSignal(keeper.kept):
        window.desk.open(small_draft())
    assert not _copies(window)
