# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies for recovery: what they hold, for whom, and what differs from the saved file."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from failing import failing
from hypothesis import given
from hypothesis import strategies as st
from small import small_carry, small_draft

from drafting.draft import (
    Decision,
    Draft,
    Rewritten,
    accept,
    delete,
    edit_note,
    insert,
    move_down,
    retarget,
    rewrite,
    set_fact,
)
from drafting.draft.labels import Counted
from drafting.draft.stage import Stage
from drafting.draft.styling import restyled
from drafting.errors import DamagedDraft, DraftError, UnreadableFile, WriteFailed
from drafting.keeping.differences import Differences, differences
from drafting.keeping.recovery import read_copy, write_copy
from drafting.keeping.stamp import Origin, changed_since, stamp_of
from drafting.opening import open_sample
from drafting.project import open_project, save_project


@pytest.fixture(scope="module")
def sample() -> Draft:
    return open_sample().draft


def _typed(draft: Draft, key: str, words: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, draft.paragraph(key).text + words)]).draft


def test_a_copy_gives_the_draft_and_what_it_is_of(sample: Draft, tmp_path: Path) -> None:
    saved, path = tmp_path / "Ünser.penholder", tmp_path / "copy.penholder"
    save_project(sample, saved)
    origin = Origin("Ünser.penholder", str(saved), stamp_of(saved))
    typed = _typed(sample, "p3", " 𝔘 and more")
    write_copy(typed, origin, path)
    copy = read_copy(path)
    assert (copy.draft, copy.path, copy.origin.file) == (typed, path, saved)
    assert copy.origin.saved == origin.saved
    assert copy.origin.at is not None
    assert abs(copy.origin.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert open_project(path) == typed  # any Penholder opens it as a draft


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_copy_is_for_its_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "copy.penholder"
    for _ in range(2):
        write_copy(small_draft(), Origin("x"), path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_copy_that_cannot_be_put_leaves_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "copy.penholder"
    write_copy(small_draft(), Origin("x"), path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteFailed, match="disk is full"):
        write_copy(_typed(small_draft(), "p1", "x"), Origin("x"), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_file_is_no_copy(tmp_path: Path) -> None:
    save_project(small_draft(), tmp_path / "x.penholder")
    with pytest.raises(DamagedDraft):
        read_copy(tmp_path / "x.penholder")


def test_a_file_that_was_written_since_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    assert stamp_of(path) is None
    path.write_bytes(b"one")
    before = stamp_of(path)
    assert changed_since(path, before) is None
    os.utime(path, ns=(1, 1))  # a share that sets times anew
    assert changed_since(path, before) is None
    path.write_bytes(b"two")
    now = changed_since(path, before)
    assert now is not None
    assert now.digest != before.digest
    assert changed_since(path, None) == now  # it was not there
    path.unlink()
    assert changed_since(path, before) is None


def _other_note(draft: Draft) -> Draft:
    noted = next(one for one in draft.paragraphs if one.notes)
    return edit_note(draft, noted.key, noted.notes[0].key, "Resolution 1.").draft


ACTS = {
    "reworded": lambda draft: _typed(draft, "p3", " and more"),
    "new": lambda draft: _typed(insert(draft, "p3").draft, "p71", "Welcoming the seminar,"),
    "taken out": lambda draft: delete(draft, ["p3"]).draft,
    "footnote": _other_note,
    "moved": lambda draft: move_down(draft, ["p3"]).draft,
}


@pytest.mark.parametrize("what", ACTS)
def test_what_differs_is_named(sample: Draft, what: str) -> None:
    found = differences(sample, ACTS[what](sample)).paragraphs
    assert what in {one.what for one in found}
    assert len(found) <= 2  # a move may be told of either neighbour
    assert differences(sample, sample) == Differences()


def test_decisions_and_facts_are_counted() -> None:
    draft = small_draft()
    after = set_fact(accept(draft, draft.carry.proposals[1].id).draft, "report", {"serial": "40"}).draft
    found = differences(draft, after)
    assert found.others == ("1 decision on a proposal", "1 fact")
    assert [one.label for one in found.paragraphs] == ["PP1"]
    again = retarget(draft, small_carry(62)).draft
    assert "the session: 62 in place of 56" in differences(draft, again).others


def test_what_was_negotiated_is_told_in_numbers() -> None:
    draft = small_draft()
    first, second = draft.paragraphs[0], draft.paragraphs[1]
    later = draft.with_paragraph(replace(first, memo="Ask Oslo", stage=Stage.PLACEMENT))
    later = later.with_paragraph(replace(second, counted=Counted.BIS))
    found = differences(draft, later)
    assert found.paragraphs == ()
    assert found.others == ("1 number as bis or alternative", "1 state of a paragraph", "1 private note")


@given(st.sampled_from(["p1", "p2", "p3", "p4", "p6"]), st.text(min_size=1, max_size=12))
def test_no_word_that_differs_is_passed_over(key: str, words: str) -> None:
    draft = small_draft()
    after = _typed(draft, key, words)
    found = differences(draft, after).paragraphs
    texts = {one.new for one in found}
    if after.paragraph(key).text != draft.paragraph(key).text:
        assert any(after.paragraph(key).text in text for text in texts)
    else:
        assert not found


def test_a_copy_is_on_the_disk_before_it_takes_the_place_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    flush, put = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        flush(handle)

    def placed(part: Path, target: Path) -> Path:
        done.append("put")
        return put(part, target)

    monkeypatch.setattr("os.fsync", flushed)
    monkeypatch.setattr(Path, "replace", placed)
    write_copy(small_draft(), Origin("x"), tmp_path / "copy.penholder")
    assert done == (["file", "put", "folder"] if os.name == "posix" else ["file", "put"])


def _done(draft: Draft, act: str, place: int) -> Draft:
    """One act at a place counted round the draft; one that the draft does not allow changes nothing."""
    key = draft.paragraphs[place % len(draft.paragraphs)].key
    open_now = [choice.proposal for _, choice in draft.choices() if choice.decision is Decision.OPEN]
    with suppress(DraftError):
        if act == "accept" and open_now:
            return accept(draft, open_now[place % len(open_now)]).draft
        if act == "insert":
            return insert(draft, key).draft
        if act == "delete" and len(draft.paragraphs) > 1:
            return delete(draft, [key]).draft
        if act == "move":
            return move_down(draft, [key]).draft
        return _typed(draft, key, f" {act}")
    return draft


@given(st.lists(st.tuples(st.sampled_from(["accept", "insert", "delete", "move", "𝔘"]), st.integers(0, 9))))
def test_whatever_was_done_a_copy_gives_it_back(acts: list[tuple[str, int]]) -> None:
    draft = small_draft()
    for act, place in acts:
        draft = _done(draft, act, place)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "copy.penholder"
        write_copy(draft, Origin("x"), path)
        found = read_copy(path).draft
    assert replace(found, lineage=draft.lineage) == restyled(draft)  # the small lineage was not traced
    assert not differences(draft, found).paragraphs


def test_other_words_of_the_same_length_and_time_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    path.write_bytes(b"mine")
    before = stamp_of(path)
    assert before is not None
    path.write_bytes(b"hers")
    os.utime(path, ns=(before.changed, before.changed))
    assert changed_since(path, before) == stamp_of(path) != before
    path.write_bytes(b"mine")
    assert changed_since(path, before) is None
    path.unlink()
    assert changed_since(path, before) is None


def test_what_cannot_be_read_is_not_said_to_be_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.penholder"
    path.write_bytes(b"mine")
    before = stamp_of(path)
    monkeypatch.setattr(Path, "read_bytes", failing(PermissionError(errno.EACCES, "denied")))
    with pytest.raises(UnreadableFile):
        changed_since(path, before)
