# SPDX-License-Identifier: GPL-3.0-or-later
"""A file appears whole or not at all, and the drafter is told why."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

import pytest
from failing import failing, windows_error

from drafting.errors import WriteFailed, WritingStopped
from drafting.files import PRIVATE, write_atomically, writing_unless

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links as on Unix")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("before", [None, b"old"])
@pytest.mark.parametrize("data", [b"", b"new", bytes(range(256)) * 5000])
def test_the_data_is_in_place_and_nothing_else(tmp_path: Path, before: bytes | None, data: bytes) -> None:
    target = tmp_path / "draft é 59.docx"
    if before is not None:
        target.write_bytes(before)
    write_atomically(target, data)
    assert target.read_bytes() == data
    assert names(tmp_path) == [target.name]


@pytest.mark.parametrize("step", ["replace", "fsync", "open"])
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_failure_at_any_step_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, before: bytes | None
) -> None:
    target = tmp_path / "draft.docx"
    if before is not None:
        target.write_bytes(before)
    owner = Path if step == "replace" else os
    monkeypatch.setattr(owner, step, failing(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(WriteFailed, match="disk is full"):
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert (target.read_bytes() if target.exists() else None) == before
    assert names(tmp_path) == ([target.name] if before is not None else [])


def test_a_write_that_breaks_off_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fdopen

    class Half:
        def __init__(self, handle: int, mode: str) -> None:
            self.file = real(handle, mode)

        def __enter__(self) -> Half:
            return self

        def __exit__(self, *_error: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> None:
            self.file.write(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", Half)
    with pytest.raises(WriteFailed):
        write_atomically(tmp_path / "draft.docx", b"0123456789")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "disk is full"),
        (OSError(errno.EROFS, "x"), "may not write"),
        (OSError(errno.ENAMETOOLONG, "x"), "too long"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (PermissionError(errno.EACCES, "x"), "may not write"),
        (windows_error(32), "open in another program"),
        (windows_error(5), "open in another program"),
        (windows_error(112), "disk is full"),
        (windows_error(206), "too long"),
        (windows_error(3), "too long"),  # the folder is there
    ],
)
def test_every_reason_has_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    target = tmp_path / "draft.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", failing(error))
    with pytest.raises(WriteFailed, match=words) as caught:
        write_atomically(target, b"new")
    assert str(caught.value).startswith("draft.docx: ")
    assert "nothing of your work is lost" in str(caught.value)
    assert target.read_bytes() == b"old"


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, tries, real = tmp_path / "draft.docx", [], Path.replace

    def held_twice(part: Path, goal: Path) -> Path:
        tries.append(part)
        if len(tries) < 3:
            raise windows_error(32)
        return real(part, goal)

    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", held_twice)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert len(tries) == 3


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("absent/draft.docx", "there is no folder"),
        ("a file/draft.docx", "there is no folder"),
        ("a folder", "a folder has this name"),
        ("read-only.docx", "read-only"),
        ("nul\0.docx", "not allowed"),
    ],
)
def test_places_where_nothing_can_be_written(tmp_path: Path, place: str, words: str) -> None:
    (tmp_path / "a file").write_bytes(b"here")
    (tmp_path / "a folder").mkdir()
    (tmp_path / "read-only.docx").write_bytes(b"final")
    (tmp_path / "read-only.docx").chmod(0o444)
    before = names(tmp_path)
    with pytest.raises(WriteFailed, match=words):
        write_atomically(tmp_path / place, b"new")
    assert names(tmp_path) == before
    assert (tmp_path / "read-only.docx").read_bytes() == b"final"


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of Linux")
def test_a_name_too_long_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="too long"):
        write_atomically(tmp_path / ("x" * 300 + ".docx"), b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("before", [None, b"old"])
def test_what_is_stopped_leaves_everything_as_it_was(tmp_path: Path, before: bytes | None) -> None:
    target = tmp_path / "draft.docx"
    if before is not None:
        target.write_bytes(before)
    with pytest.raises(WritingStopped, match="Nothing was changed"), writing_unless(lambda: True):
        write_atomically(target, b"new")
    assert (target.read_bytes() if target.exists() else None) == before
    assert names(tmp_path) == ([target.name] if before is not None else [])
    with writing_unless(lambda: False):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


@posix
def test_permissions_are_kept_and_new_files_are_as_usual(tmp_path: Path) -> None:
    kept, usual, ours = tmp_path / "kept", tmp_path / "usual", tmp_path / "ours"
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    usual.write_bytes(b"as any program would")
    write_atomically(kept, b"new")
    write_atomically(ours, b"new")
    assert kept.stat().st_mode & 0o777 == 0o640
    assert ours.stat().st_mode == usual.stat().st_mode
    write_atomically(ours, b"new", permissions=PRIVATE)
    assert ours.stat().st_mode & 0o777 == 0o600


@posix
def test_what_few_may_read_is_at_no_moment_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, real, modes = tmp_path / "kept", os.open, []
    kept.write_bytes(b"old")
    kept.chmod(0o600)

    def opened(path: Path, flags: int, mode: int = 0) -> int:
        if flags & os.O_CREAT:
            modes.append(mode)
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    write_atomically(kept, b"new")
    assert modes == [0o600]


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    link = tmp_path / "link.docx"
    link.symlink_to(tmp_path / "drafts" / "real.docx")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert names(tmp_path / "drafts") == ["real.docx"]
