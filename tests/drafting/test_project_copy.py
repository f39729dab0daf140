# SPDX-License-Identifier: GPL-3.0-or-later
"""The copy that saving replaced: kept beside the draft, never lost to a saving that fails."""

from __future__ import annotations

import errno
import os
import stat
import time
import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from failing import failing
from small import small_draft

from drafting.draft import (
    Draft,
    accept_all,
)
from drafting.errors import WriteFailed
from drafting.project import backup_of, open_project, save_project


def test_the_copy_that_was_replaced_is_kept(worked_on: Draft, tmp_path: Path) -> None:
    path, after = tmp_path / "x.penholder", accept_all(small_draft()).draft
    save_project(worked_on, path)
    assert not backup_of(path).exists()
    save_project(after, path)
    assert open_project(backup_of(path)) == worked_on
    path.write_bytes(path.read_bytes()[:-20])
    save_project(after, path)  # what is damaged takes the place of no good copy
    assert open_project(backup_of(path)) == worked_on


@pytest.mark.parametrize("step", ["put", "write"])
@pytest.mark.parametrize("earlier", [False, True])
def test_a_failed_save_leaves_the_draft_and_the_copy_before_it(
    worked_on: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, earlier: bool
) -> None:
    path, real, put, flush = tmp_path / "a.penholder", small_draft(), Path.replace, os.fsync
    if earlier:
        save_project(real, path)
    save_project(worked_on, path)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    full = OSError(errno.ENOSPC, "No space left on device")

    def placed(part: Path, target: Path) -> Path:
        if target == path:
            raise full
        return put(part, target)

    if step == "put":
        monkeypatch.setattr(Path, "replace", placed)
    else:
        monkeypatch.setattr(os, "fsync", failing(full))
    with pytest.raises(WriteFailed, match="disk is full"):
        save_project(accept_all(worked_on).draft, path)
    monkeypatch.setattr(os, "fsync", flush)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_copy_that_cannot_be_put_leaves_the_copy_before_it(
    worked_on: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, put = tmp_path / "a.penholder", Path.replace
    save_project(worked_on, path)
    save_project(small_draft(), path)
    tries: list[Path] = []

    def placed(part: Path, target: Path) -> Path:
        tries.extend([target] if target == backup_of(path) else [])
        if len(tries) == 1 and target == backup_of(path):
            raise OSError(errno.EIO, "Input/output error")
        return put(part, target)

    monkeypatch.setattr(Path, "replace", placed)
    save_project(accept_all(worked_on).draft, path)
    assert open_project(backup_of(path)) == worked_on
    assert sorted(tmp_path.iterdir()) == [path, backup_of(path)]


def test_what_a_dead_program_left_half_written_goes_with_the_next_saving(tmp_path: Path) -> None:
    path = tmp_path / "a.penholder"
    names = (".penholder-0123456789ab.part", ".penholder-ba9876543210.part", "mine.part")
    for name, age in zip(names, (7200, 60, 7200), strict=True):
        place = tmp_path / name
        place.write_bytes(b"half")
        os.utime(place, (time.time() - age, time.time() - age))
    save_project(small_draft(), path)
    left = {one.name for one in tmp_path.iterdir()}
    assert left == {path.name, names[1], names[2]}  # the young one may be of a living program


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_who_may_read_the_draft_may_read_its_copy_and_nobody_else(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "mine.penholder"
    save_project(small_draft(), path)
    save_project(small_draft(), path)
    path.chmod(mode)  # after a copy that all may read
    save_project(small_draft(), path)
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, backup_of(path))] == [mode, mode]


def test_a_file_that_goes_while_it_is_read_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "mine.penholder", zipfile.ZipFile.close
    save_project(small_draft(), path)

    def closed(archive: zipfile.ZipFile) -> None:
        real(archive)
        path.unlink(missing_ok=True)  # on another machine, say

    monkeypatch.setattr(zipfile.ZipFile, "close", closed)
    assert open_project(path).paragraphs == small_draft().paragraphs


@pytest.mark.parametrize("must", [False, True])
def test_a_copy_that_cannot_be_put_stops_the_saving_only_where_it_must_be_kept(
    worked_on: Draft, tmp_path: Path, must: bool
) -> None:
    path = tmp_path / "mine.penholder"
    save_project(worked_on, path, must_keep=must)  # nothing is there to keep
    backup_of(path).mkdir()
    with pytest.raises(WriteFailed, match="a folder has this name") if must else nullcontext():
        save_project(small_draft(), path, must_keep=must)
    assert (open_project(path) == worked_on) is must
