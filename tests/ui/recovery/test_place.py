# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft that is open elsewhere, was written elsewhere, is damaged, or comes from a later Penholder."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from failing import failing
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, shown_window

from drafting.draft import Draft, accept_all
from drafting.errors import DamagedDraft, LaterDraft
from drafting.keeping.recovery import write_copy
from drafting.keeping.stamp import Origin
from drafting.opening import open_sample
from drafting.project import VERSION, backup_of, open_project, save_project
from ui.files import load
from ui.prompts import InUse, Overwrite
from ui.recovery.saved import open_saved
from ui.settings import Settings
from ui.window import MainWindow

ANOTHER_MACHINE = "4711\npenholder\nGENEVA-LAPTOP\nanother-machine\nanother-boot\n"
ANOTHER_PROCESS = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
print(lock.tryLock(0), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "mine.penholder"
    save_project(open_sample().draft, place)
    return place


def _lock(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _open(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.files.saved_changed):
        window.files.open((path,))


def _refused(qtbot: QtBot, window: MainWindow, path: Path, prompts: ScriptedPrompts) -> None:
    asked = len(prompts.asked)
    window.files.open((path,))
    qtbot.waitUntil(lambda: len(prompts.asked) > asked and not window.files.reading)


def test_an_open_draft_has_a_lock_beside_it(qtbot: QtBot, empty_window: MainWindow, path: Path) -> None:
    _open(qtbot, empty_window, path)
    assert _lock(path).exists()
    _open(qtbot, empty_window, path)  # again in the same window
    act(empty_window, "close")
    assert not _lock(path).exists()
    _open(qtbot, empty_window, path)
    assert empty_window.close()
    assert not _lock(path).exists()


def test_what_a_dead_program_left_half_written_goes_when_the_draft_is_opened(path: Path) -> None:
    part = path.with_name(".penholder-0123456789ab.part")
    part.write_bytes(b"half")
    open_saved(path)
    assert part.exists()  # a living program may be at work on it
    os.utime(part, (1, 1))
    open_saved(path)
    assert not part.exists()


@pytest.mark.parametrize(
    ("answer", "opened", "kept"),
    [(InUse.CANCEL, False, False), (InUse.COPY, True, False), (InUse.ANYWAY, True, True)],
)
def test_a_draft_open_on_another_machine(
    qtbot: QtBot,
    empty_window: MainWindow,
    prompts: ScriptedPrompts,
    path: Path,
    answer: InUse,
    opened: bool,
    kept: bool,
) -> None:
    _lock(path).write_text(ANOTHER_MACHINE, encoding="utf-8")
    prompts.elsewhere.append(answer)
    _refused(qtbot, empty_window, path, prompts)
    assert (empty_window.desk.draft is not None, empty_window.files.path == path) == (opened, kept)
    assert prompts.asked[0].startswith("mine.penholder in use: It is open on GENEVA-LAPTOP")
    assert re.search(r" since \d", prompts.asked[0])
    lines = _lock(path).read_text(encoding="utf-8").splitlines()
    assert (lines[0] == str(os.getpid())) is kept  # else theirs stays
    empty_window.close()
    assert _lock(path).exists() is not kept


@pytest.fixture
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the lock, as another Penholder would."""
    command = [sys.executable, "-c", ANOTHER_PROCESS, str(_lock(path))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "True"
        yield process
        process.kill()


def test_a_draft_open_in_another_process_and_then_that_is_killed(
    qtbot: QtBot,
    empty_window: MainWindow,
    prompts: ScriptedPrompts,
    path: Path,
    another_process: subprocess.Popen[str],
) -> None:
    _refused(qtbot, empty_window, path, prompts)
    assert empty_window.desk.draft is None
    prompts.elsewhere.append(InUse.ANYWAY)
    _open(qtbot, empty_window, path)
    assert _lock(path).read_text(encoding="utf-8").startswith(f"{another_process.pid}\n")  # alive: theirs
    act(empty_window, "close")
    another_process.kill()
    another_process.wait()
    assert _lock(path).exists()
    _open(qtbot, empty_window, path)  # the lock of the dead is taken over
    assert empty_window.files.path == path
    assert len(prompts.asked) == 2


@pytest.mark.parametrize(
    ("answer", "theirs", "saved"),
    [(Overwrite.CANCEL, True, False), (Overwrite.REPLACE, False, True), (Overwrite.OTHER_NAME, True, True)],
)
def test_a_file_written_by_somebody_else_is_not_replaced_unasked(
    qtbot: QtBot,
    empty_window: MainWindow,
    prompts: ScriptedPrompts,
    path: Path,
    answer: Overwrite,
    theirs: bool,
    saved: bool,
) -> None:
    _open(qtbot, empty_window, path)
    act(empty_window, "accept")
    other = accept_all(open_sample().draft).draft
    save_project(other, path)
    prompts.overwrites.append(answer)
    prompts.places.append(path.with_name("other.penholder"))
    act(empty_window, "save")
    assert "mine.penholder changed: It was written at" in prompts.asked[0]
    assert (open_project(path) == other) is theirs
    assert empty_window.desk.undo_stack.isClean() is saved
    if answer is Overwrite.REPLACE:
        assert open_project(backup_of(path)) == other  # and nothing of theirs is lost
    if answer is Overwrite.OTHER_NAME:
        assert empty_window.files.path == path.with_name("other.penholder")
        assert not _lock(path).exists()


def test_what_somebody_else_wrote_is_not_replaced_when_it_cannot_be_kept(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    _open(qtbot, empty_window, path)
    act(empty_window, "accept")
    other = accept_all(open_sample().draft).draft
    save_project(other, path)
    backup_of(path).unlink(missing_ok=True)
    backup_of(path).mkdir()
    prompts.overwrites.append(Overwrite.REPLACE)
    act(empty_window, "save")
    assert open_project(path) == other
    assert empty_window.isWindowModified()
    [notice] = [one for one in empty_window.notices.notices if one.word == "not saved"]
    assert notice.text.startswith("mine.penholder.bak: a folder has this name. Nothing was changed on disk")


def test_one_s_own_saving_asks_nothing(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    _open(qtbot, empty_window, path)
    for _ in range(2):
        act(empty_window, "accept", "save")
    os.utime(path, ns=(1, 1))  # a share that sets times anew
    act(empty_window, "accept", "save")
    assert not prompts.asked
    assert empty_window.desk.undo_stack.isClean()


def test_saving_over_a_draft_open_elsewhere_is_asked(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    _lock(path).write_text(ANOTHER_MACHINE, encoding="utf-8")
    prompts.places.append(path)
    act(window, "save_as")
    assert "It is open on GENEVA-LAPTOP" in prompts.asked[-1]
    assert open_project(path) == open_sample().draft


def test_a_failed_saving_elsewhere_keeps_the_lock(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    _open(qtbot, empty_window, path)
    prompts.places.append(path.parent / "no such folder" / "x.penholder")
    act(empty_window, "save_as")
    assert empty_window.files.path == path
    assert _lock(path).exists()


def test_a_draft_that_is_put_away_leaves_no_lock_where_saving_failed(
    window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    path.chmod(0o400)
    prompts.places.append(path)
    act(window, "save_as")
    assert window.files.path is None
    window.files.place.leave()
    assert not _lock(path).exists()


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="the superuser may write everywhere")
def test_a_draft_in_a_folder_to_read_only_opens(qtbot: QtBot, empty_window: MainWindow, path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        _open(qtbot, empty_window, path)
        assert empty_window.desk.draft is not None
    finally:
        path.parent.chmod(0o700)


def test_where_no_lock_can_be_put_nobody_is_asked(
    empty_window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    place = empty_window.files.place
    assert place.enter(tmp_path / "no such folder" / "x.penholder", None)
    assert not prompts.asked


def test_a_damaged_draft_opens_as_its_last_good_copy(path: Path) -> None:
    first, after = open_project(path), accept_all(open_sample().draft).draft
    save_project(after, path)
    path.write_bytes(path.read_bytes()[:-50])
    found = open_saved(path)
    assert (found.draft, found.whole) == (first, False)
    [notice] = found.notices
    assert notice.word == "damaged"
    assert "the copy beside it that the last saving replaced" in notice.text
    assert "start again" not in notice.text  # nothing is to be done but to look
    backup_of(path).unlink()
    with pytest.raises(DamagedDraft):
        open_saved(path)


def test_the_copy_that_was_replaced_opens_by_its_name(
    qtbot: QtBot, empty_window: MainWindow, path: Path, prompts: ScriptedPrompts
) -> None:
    first = open_project(path)
    save_project(accept_all(first).draft, path)
    _open(qtbot, empty_window, backup_of(path))
    assert empty_window.desk.draft == first
    assert empty_window.files.path is None
    assert [one.word for one in empty_window.notices.notices] == ["earlier copy"]


def test_in_a_folder_the_draft_is_opened_and_not_the_copy(path: Path) -> None:
    save_project(accept_all(open_project(path)).draft, path)
    loaded = load([path.parent])
    assert (loaded.path, loaded.notices) == (path, ())


def _of_later(draft: Draft, path: Path, needs: int) -> None:
    save_project(draft, path)
    with zipfile.ZipFile(path) as archive:
        content = json.loads(archive.read("draft.json"))
    content |= {"version": VERSION + 1, "needs": needs, "meetings": []}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("draft.json", json.dumps(content))


def test_a_draft_of_a_later_penholder_is_not_saved_over(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    _of_later(open_sample().draft, path, VERSION)
    before = path.read_bytes()
    _open(qtbot, empty_window, path)
    [notice] = [one for one in empty_window.notices.notices if one.word == "later version"]
    assert "meetings" in notice.text
    act(empty_window, "save")
    assert prompts.asked  # where to
    assert path.read_bytes() == before


def test_a_draft_that_was_packed_with_other_files_is_not_saved_over(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/._draft.json", b"x")
    found = open_saved(path)
    assert not found.whole
    [notice] = found.notices
    assert notice.text.startswith("it was added to. What this one does not know would be lost (__MACOSX/")


def test_a_draft_that_needs_a_later_penholder_is_refused_whatever_copy_there_is(path: Path) -> None:
    save_project(open_sample().draft, path)
    _of_later(open_sample().draft, path, VERSION + 1)
    assert backup_of(path).exists()
    with pytest.raises(LaterDraft, match="Update Penholder"):
        open_saved(path)


def test_a_window_for_each(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, path: Path, tmp_path: Path
) -> None:
    """Two windows of one program on one file: the second one is told."""
    prompts.places.append(path)
    prompts.overwrites.append(Overwrite.REPLACE)
    act(window, "save_as")
    second = shown_window(qtbot, prompts, Settings.in_file(tmp_path / "other.ini"))
    prompts.elsewhere.append(InUse.COPY)
    _refused(qtbot, second, path, prompts)
    assert second.files.path is None
    assert second.desk.draft is not None


def test_a_recovery_copy_opened_by_hand_has_no_file_yet(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    copy, draft = tmp_path / "0123456789abcdef.penholder", accept_all(open_sample().draft).draft
    write_copy(draft, Origin("mine.penholder", str(tmp_path / "mine.penholder")), copy)
    before = copy.read_bytes()
    _open(qtbot, empty_window, copy)
    assert (empty_window.desk.draft, empty_window.files.path) == (draft, None)
    [notice] = empty_window.notices.notices
    assert notice.line.endswith("this is a recovery copy of mine.penholder. Save asks for a name of its own.")
    prompts.places.append(tmp_path / "other.penholder")
    assert empty_window.files.save()
    assert copy.read_bytes() == before
    assert open_project(tmp_path / "other.penholder") == draft


def test_another_writing_of_the_name_is_the_same_file_where_the_disk_says_so(
    qtbot: QtBot, empty_window: MainWindow, prompts: ScriptedPrompts, path: Path
) -> None:
    """As on a Mac, where the system tells of two writings that they name one file."""
    _open(qtbot, empty_window, path)
    os.link(path, path.with_name("MINE.penholder"))
    _lock(path.with_name("MINE.penholder")).write_text(ANOTHER_MACHINE, encoding="utf-8")
    assert empty_window.files.place.may_write(path.with_name("MINE.penholder")) is None
    os.link(path, path.with_name("other.penholder"))
    _lock(path.with_name("other.penholder")).write_text(ANOTHER_MACHINE, encoding="utf-8")
    assert empty_window.files.place.may_write(path.with_name("other.penholder")) is Overwrite.CANCEL
    assert len(prompts.asked) == 1


def test_a_file_that_cannot_be_read_is_not_said_to_be_unchanged(
    qtbot: QtBot,
    empty_window: MainWindow,
    prompts: ScriptedPrompts,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _open(qtbot, empty_window, path)
    monkeypatch.setattr(Path, "read_bytes", failing(PermissionError(errno.EACCES, "denied")))
    assert empty_window.files.place.may_write(path) is Overwrite.CANCEL
    assert "cannot be seen whether somebody else has written it" in prompts.asked[0]
