# SPDX-License-Identifier: GPL-3.0-or-later
"""Private notes, and what the room said, stand in no file unless the drafter asks for it."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.cli import main
from drafting.comparing.paragraphs import align
from drafting.draft import Draft, Stage
from drafting.draft.negotiating import set_memo, set_stage
from drafting.opening import open_sample
from drafting.project import save_project
from drafting.reading import read
from drafting.report import comparison
from drafting.writing.comments import with_notes
from drafting.writing.exporting import Export, export
from drafting.writing.html import comparison_html
from drafting.writing.options import WordOptions
from drafting.writing.redline import Marks, write_redline
from drafting.writing.text import comparison_text
from drafting.writing.tracked import write_tracked
from drafting.writing.word import write_word

NOTE = "Reykjavik wavers on this"
STATE = "ad referendum"
EVERYTHING = Export(
    options=WordOptions(paragraph_tags=True, provenance=True, line_numbers=True), moves=True, comments=True
)
NAMES = ("a.docx", "a.xml", "a.html", "a.txt", "tracked.docx", "redline.docx", "official.docx")


@pytest.fixture(scope="module", name="draft")
def _draft() -> Draft:
    """The sample with a note on every paragraph, all of them agreed and one changed since."""
    draft = open_sample(59).draft
    draft = set_stage(draft, [one.key for one in draft.paragraphs], Stage.AD_REFERENDUM).draft
    for one in draft.paragraphs:
        draft = set_memo(draft, one.key, f"{NOTE} ({one.key})").draft
    changed = replace(draft.paragraphs[3], text=draft.paragraphs[3].text + " indeed")
    return draft.with_paragraph(changed)


def _bytes(path: Path) -> bytes:
    """All that is in a file, unpacked too."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            data += b"".join(name.encode() + package.read(name) for name in package.namelist())
    return data


def _written(draft: Draft, folder: Path, name: str, *, notes: bool) -> Path:
    wanted, path = Export(notes=True, comments=True) if notes else EVERYTHING, folder / name
    if name.startswith("official"):
        official = folder / "56-2.docx"
        write_word(draft.base, official)
        wanted = replace(wanted, official=official)
    elif not name.startswith("a."):
        marks = Marks.PLAIN if name.startswith("redline") else Marks.TRACKED
        wanted = replace(wanted, base=draft.base, marks=marks)
    export(draft, path, wanted)
    return path


@pytest.mark.parametrize("name", NAMES)
def test_no_byte_of_an_export_holds_them(draft: Draft, tmp_path: Path, name: str) -> None:
    data = _bytes(_written(draft, tmp_path, name, notes=False)).lower()
    assert NOTE.lower().encode() not in data
    assert STATE.encode() not in data


@pytest.mark.parametrize("name", NAMES)
def test_every_byte_is_that_of_a_draft_without_them(draft: Draft, tmp_path: Path, name: str) -> None:
    """So that no property, number or name of a part tells of them either."""
    bare = tuple(replace(one, memo="", stage=Stage.OPEN, agreed=()) for one in draft.paragraphs)
    plain = replace(draft, paragraphs=bare)
    for folder in ("with", "without"):
        (tmp_path / folder).mkdir()
    one = _written(draft, tmp_path / "with", name, notes=False)
    other = _written(plain, tmp_path / "without", name, notes=False)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("name", ["a.docx", "tracked.docx", "official.docx"])
def test_asked_for_they_are_comments_at_their_paragraphs(draft: Draft, tmp_path: Path, name: str) -> None:
    path = _written(draft, tmp_path, name, notes=True)
    found = [one for one in read(path).comments if NOTE in one.text]
    assert len(found) == len(draft.paragraphs)
    assert {one.paragraph for one in found} == {draft.label(one.key).id for one in draft.paragraphs}
    first, changed = found[0], found[3]
    assert first.text == f"Agreed ad referendum. Note: {NOTE} (p1)"
    assert changed.text == f"Agreed ad referendum, changed since. Note: {NOTE} (p4)"


@pytest.mark.parametrize("name", ["a.xml", "a.html", "a.txt", "redline.docx"])
def test_where_there_are_no_comments_they_do_not_stand_either(
    draft: Draft, tmp_path: Path, name: str
) -> None:
    assert NOTE.encode() not in _bytes(_written(draft, tmp_path, name, notes=True))


def test_no_comparison_holds_them(draft: Draft, tmp_path: Path) -> None:
    alignment = align(draft.base, draft.resolution)
    write_redline(alignment, tmp_path / "redline.docx")
    write_tracked(alignment, tmp_path / "tracked.docx")
    said = comparison_html(alignment) + comparison_text(alignment) + json.dumps(comparison(alignment))
    data = said.encode() + _bytes(tmp_path / "redline.docx") + _bytes(tmp_path / "tracked.docx")
    assert NOTE.encode() not in data
    assert STATE.encode() not in data


def test_notes_stand_before_what_is_open_in_the_order_of_the_text(draft: Draft) -> None:
    order = {draft.label(one.key).id: at for at, one in enumerate(draft.paragraphs)}
    places = [(order[one.paragraph], one.start) for one in with_notes(draft)]
    assert places == sorted(places)
    assert not with_notes(open_sample(59).draft)


def test_a_saved_draft_is_written_as_it_stands(draft: Draft, tmp_path: Path) -> None:
    saved, path = tmp_path / "a.penholder", tmp_path / "a.docx"
    save_project(draft, saved)
    assert main(["draft", str(saved), "-o", str(path)]) == 0
    assert NOTE.encode() not in _bytes(path)
    assert main(["draft", str(saved), "--notes", "-o", str(path)]) == 0
    assert sum(NOTE in one.text for one in read(path).comments) == len(draft.paragraphs)
    assert [one.text for one in read(path).paragraphs] == [one.text for one in draft.resolution.paragraphs]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--notes"], "name its file (.penholder)"),
        (["{saved}", "--accept", "none"], "written as it stands"),
        (["{saved}", "--session", "60"], "written as it stands"),
        (["{saved}", "{saved}"], "name no other file"),
        (["{saved}", "--notes", "--redline"], "a redline names nobody"),
        (["{saved}", "--notes", "--format", "xml"], "--tracked or --on"),
    ],
)
def test_what_does_not_go_with_a_saved_draft_is_said(
    draft: Draft,
    sample_files: tuple[Path, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    said: str,
) -> None:
    saved = tmp_path / "a.penholder"
    save_project(draft, saved)
    files = [] if "{saved}" in options else map(str, sample_files)
    given = [option.format(saved=saved) for option in options]
    assert main(["draft", *files, *given, "-o", str(tmp_path / "b.docx")]) == 2
    assert said in capsys.readouterr().err
