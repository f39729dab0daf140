# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft saved and opened again is the same draft; a file that is no draft is refused in a sentence."""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from annexed import WITH_ANNEXES, drafted, version
from small import PP1, small_carry, small_draft

from drafting.draft import (
    Counted,
    Draft,
    Ignored,
    Rewritten,
    Stage,
    accept,
    accept_all,
    keep,
    retarget,
    rewrite,
)
from drafting.errors import DamagedDraft, FileError, UnreadableFile
from drafting.opening import open_sample
from drafting.project import NEEDS, VERSION, Project, backup_of, open_project, read_project, save_project
from drafting.resolution import Act, Comment, ReadWarning, Revision
from drafting.updating.records import FactKind


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


def test_a_draft_with_a_bit_turned_over_is_refused_or_the_same(worked_on: Draft, tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    save_project(worked_on, path)
    whole = path.read_bytes()
    for place in range(0, len(whole), len(whole) // 200):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with suppress(FileError):
            assert open_project(path) == worked_on


def _saved(draft: Draft, path: Path) -> dict[str, Any]:
    save_project(draft, path)
    with zipfile.ZipFile(path) as archive:
        content: dict[str, Any] = json.loads(archive.read("draft.json"))
    return content


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("versions",), []),
        (("paragraphs", 0, "origin"), "PP99"),
        (("paragraphs", 0, "key"), "p2"),
        (("paragraphs", 0, "choices", 0, "proposal"), "PP99:1"),
        (("paragraphs", 0, "choices", 0, "end"), 5000),
        (("paragraphs", 0, "choices", 0, "note"), "p99n1"),
        (("carry", "proposals", 0, "fact"), "unknown"),
        (("carry", "proposals", 0, "certainty"), "beyond doubt"),
        (("last_key",), 0),  # the next paragraph would get a key that another one has
        (("last_key",), 5),
        (("last_key",), -1),
        (("paragraphs", 2, "key"), "p7"),
        (("paragraphs", 1, "notes", 0, "key"), "n7"),
    ],
)
def test_a_draft_whose_parts_disagree_is_refused(
    where: tuple[str | int, ...], value: object, tmp_path: Path
) -> None:
    path = tmp_path / "x.penholder"
    content = _saved(small_draft(), path)
    place: Any = content
    for step in where[:-1]:
        place = place[step]
    place[where[-1]] = value
    _zip(path, json.dumps(content).encode())
    with pytest.raises(DamagedDraft, match="damaged"):
        open_project(path)


def test_a_draft_saved_by_the_first_version_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    _zip(path, (Path(__file__).parent / "saved_by_version_1.json").read_bytes())
    draft = open_project(path)
    assert [(choice.proposal, choice.decision.value) for _, choice in draft.choices()] == [
        ("PP1:38", "accepted"), ("PP1:81", "kept"), ("OP2:n0", "open"),
        ("OP3:45", "edited"), ("OP3:89", "overtaken"),
    ]  # fmt: skip
    wanted = PP1.replace("77/1 of 1 December 2022", "78/199 of […] December 2023")
    assert draft.paragraph("p1").text == wanted
    assert draft.paragraph("p4").notes[0].text == "A/HRC/53/46."
    assert {paragraph.unit for paragraph in draft.paragraphs} == {""}
    assert (draft.base.masthead.language, draft.base.masthead.sponsors, draft.base.original) == (
        "en",
        "",
        None,
    )
    save_project(draft, path)
    assert open_project(path) == draft


def test_a_draft_saved_by_the_second_version_opens_with_style_and_typed_facts(tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    _zip(path, (Path(__file__).parent / "saved_by_version_2.json").read_bytes())
    draft = open_project(path)
    decided = [(choice.proposal, choice.decision.value) for _, choice in draft.choices()]
    assert decided == [
        ("PP1:38", "accepted"), ("PP1:81", "kept"), (draft.styles[0].id, "open"), ("OP2:n0", "open"),
        ("OP3:45", "overtaken"), ("OP3:89", "open"),
    ]  # fmt: skip
    assert [(one.old, one.new) for one in draft.styles] == [("Recalling further", "Recalling also")]
    assert [part.kind for part in draft.fact("topic").parts] == [FactKind.NUMBER, FactKind.DATE]
    assert draft.paragraph("p1").text.startswith("Recalling General Assembly resolution 78/199 of […]")
    save_project(draft, path)
    assert open_project(path) == draft


def test_what_was_ignored_decided_on_style_and_left_to_rest_is_saved(tmp_path: Path) -> None:
    draft = accept(small_draft(), small_carry().proposals[1].id).draft
    draft = retarget(draft, replace(small_carry(), proposals=())).draft
    draft = rewrite(draft, ["p1", "p2"], [Rewritten("p2", draft.paragraph("p2").text)]).draft
    draft = keep(draft, draft.styles[0].id).draft
    draft = replace(draft, ignored=frozenset({Ignored("term-left", "p3", "Member States")}))
    assert draft.styles
    assert draft.paragraph("p6").resting
    save_project(draft, tmp_path / "x.penholder")
    opened = open_project(tmp_path / "x.penholder")
    assert replace(opened, lineage=draft.lineage) == draft  # the small lineage was not traced


def test_all_that_a_reader_can_find_is_saved(tmp_path: Path) -> None:
    head = {
        "adoption": "Adopted without a vote",
        "sponsors": "Fiji",
        "notes": ("* Reissued.",),
        "language": "fr",
    }
    base = version(WITH_ANNEXES, **head)
    base = replace(
        base,
        format="Word",
        original=replace(base, paragraphs=base.paragraphs[:3]),
        revisions=(Revision(Act.INSERT, "seas", "A. Keeper", "2025-11-01T10:00:00Z", "OP1", 3, 7),),
        comments=(Comment("Really?", "A. Keeper", "", "A1.OP2", 0, 5),),
        warnings=(ReadWarning("could not be placed", "page 1", needs_look=True, text="GE.25-1"),),
    )
    path = tmp_path / "x.penholder"
    save_project(drafted(base), path)
    assert open_project(path) == drafted(base)
    assert open_project(path).base == base


def _of_later(content: dict[str, Any], needs: int) -> dict[str, Any]:
    """The content as a later Penholder may write it: with more fields, here and there."""
    content["version"], content["needs"] = VERSION + 1, needs
    content["meetings"] = ["informal"]
    for paragraph in content["paragraphs"]:
        paragraph["remark"] = "ask the capital"
    return content


def test_a_draft_of_a_later_version_opens_and_what_is_not_known_is_named(tmp_path: Path) -> None:
    path, draft = tmp_path / "x.penholder", open_sample().draft
    _zip(path, json.dumps(_of_later(_saved(draft, path), VERSION)).encode())
    found = read_project(path)
    assert (found.draft, found.later) == (draft, True)
    assert set(found.unknown) == {"meetings", "paragraphs.remark"}


def test_a_draft_that_needs_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    _zip(path, json.dumps(_of_later(_saved(small_draft(), path), VERSION + 1)).encode())
    with pytest.raises(DamagedDraft, match="later version of Penholder and holds what this one does not"):
        open_project(path)


def test_an_entry_that_is_not_known_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    save_project(small_draft(), path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("sources/56-2.docx", b"bytes")
    assert read_project(path).unknown == ("sources/56-2.docx",)


def test_of_a_draft_of_its_own_version_everything_is_known(worked_on: Draft, tmp_path: Path) -> None:
    save_project(worked_on, tmp_path / "x.penholder")
    found = read_project(tmp_path / "x.penholder")
    assert (found.later, found.unknown) == (False, ())


def test_a_draft_of_the_fourth_version_still_opens(worked_on: Draft, tmp_path: Path) -> None:
    path = tmp_path / "x.penholder"
    content = _saved(worked_on, path) | {"version": 4}
    del content["needs"]
    _zip(path, json.dumps(content).encode())
    assert read_project(path) == Project(worked_on)


def test_a_draft_of_the_fifth_version_opens_with_straight_numbers_and_nothing_agreed(
    worked_on: Draft, tmp_path: Path
) -> None:
    path = tmp_path / "x.penholder"
    content = _saved(worked_on, path) | {"version": 5}
    for paragraph in content["paragraphs"]:
        for name in ("counted", "stage", "agreed", "memo", "opens"):
            del paragraph[name]
    _zip(path, json.dumps(content).encode())
    assert read_project(path) == Project(worked_on)


def test_only_names_given_by_hand_need_the_sixth_version(tmp_path: Path) -> None:
    path, draft = tmp_path / "x.penholder", small_draft()
    marked = replace(draft.paragraphs[1], stage=Stage.AGREED, agreed=("so",), memo="ask Oslo")
    told = draft.with_paragraph(marked)
    opened = told.with_paragraph(replace(marked, opens=True, unit="A1"))
    beside = told.with_paragraph(replace(marked, counted=Counted.BIS))
    assert [_saved(one, path)["needs"] for one in (draft, told, opened, beside)] == [5, 5, 6, 6]
    assert open_project(path).paragraphs == beside.paragraphs


def test_a_draft_says_of_which_version_it_is_and_which_it_needs(tmp_path: Path) -> None:
    content = _saved(small_draft(), tmp_path / "x.penholder")
    assert (content["version"], content["needs"]) == (VERSION, NEEDS)


@pytest.mark.parametrize(
    "changed",
    [
        {10: 0},
        {10: 12},
        {10: 14},  # packed in other ways than it says
        {8: 1},  # encrypted
        {9: 8, 46: 0xFF},  # a name that is no UTF-8
        {46: ord("x")},  # another name
        {20: 0, 24: 0},  # other lengths
        {42: 9},  # another place
    ],
    ids=str,
)
def test_whatever_is_damaged_is_refused_and_can_be_saved_over(
    tmp_path: Path, changed: dict[int, int]
) -> None:
    """Bytes of the table of contents of the archive are others."""
    path = tmp_path / "x.penholder"
    save_project(small_draft(), path)
    data = bytearray(path.read_bytes())
    start = data.rindex(b"PK\x01\x02")
    for place, byte in changed.items():
        data[start + place] = byte
    path.write_bytes(data)
    with pytest.raises(DamagedDraft, match="damaged"):
        open_project(path)
    save_project(small_draft(), path)
    assert open_project(path).paragraphs == small_draft().paragraphs
    assert not backup_of(path).exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [("nothing.penholder", "no such file"), ("", "could not be read|may not be opened"), ("\0", "not valid")],
)
def test_a_draft_that_cannot_be_had(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        open_project(tmp_path / name)
