# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft saved and opened again is the same draft; a file that is no draft is refused in a sentence."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from drafting.draft import Draft, Rewritten, accept_all, keep, rewrite, set_fact
from drafting.errors import DamagedDraft, FileError, UnreadableFile
from drafting.opening import open_sample
from drafting.project import open_project, save_project


@pytest.fixture(scope="module")
def worked_on() -> Draft:
    """The sample draft with every kind of decision in it."""
    draft = accept_all(open_sample().draft).draft
    first = draft.paragraphs[0]
    draft = rewrite(draft, [first.key], [Rewritten(first.key, first.text + " 𝔘 and more,")]).draft
    fact = draft.carry.facts[0]
    draft = set_fact(draft, fact.id, {fact.parts[0].name: "199"}).draft
    waiting = next(choice for _, choice in draft.choices() if choice.decision == "open")
    return keep(draft, waiting.proposal).draft


def test_saved_and_opened_again_it_is_the_same_draft(worked_on: Draft, tmp_path: Path) -> None:
    path = tmp_path / "Ünser draft.penholder"
    save_project(worked_on, path)
    assert open_project(path) == worked_on
    first = path.read_bytes()
    save_project(open_project(path), path)
    assert path.read_bytes() == first


def test_a_failed_save_leaves_the_last_good_file(
    worked_on: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.penholder"
    save_project(worked_on, path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(FileError):
        save_project(accept_all(worked_on).draft, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def _zip(path: Path, content: bytes) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("draft.json", content)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", DamagedDraft, "damaged or of another kind"),
        (b"no zip at all", DamagedDraft, "damaged or of another kind"),
        (json.dumps({"format": "penholder-draft", "version": 99}).encode(), DamagedDraft, "later version"),
        (json.dumps({"format": "penholder-draft", "version": 1}).encode(), DamagedDraft, "damaged"),
        (b'{"format": "other"', DamagedDraft, "damaged"),
        (b"\xff\xfe", DamagedDraft, "damaged"),
    ],
)
def test_what_is_no_draft_is_refused(
    content: bytes, error: type[FileError], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.penholder"
    _zip(path, content) if content[:1] in (b"{", b"\xff") else path.write_bytes(content)
    with pytest.raises(error, match=words):
        open_project(path)


def test_a_draft_cut_short_is_refused(worked_on: Draft, tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    save_project(worked_on, path)
    whole = path.read_bytes()
    for size in (10, len(whole) // 2, len(whole) - 5):
        path.write_bytes(whole[:size])
        with pytest.raises(DamagedDraft):
            open_project(path)


def test_a_missing_draft_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.penholder", tmp_path):
        with pytest.raises(UnreadableFile):
            open_project(path)
