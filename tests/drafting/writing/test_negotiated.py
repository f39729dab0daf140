# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft with numbers beside others and brackets goes out in every form, and comes back the same."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from annexed import drafted

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Change
from drafting.draft import Counted, Draft, demote, find_named, insert
from drafting.draft.bracketing import Passage, bracket
from drafting.draft.numbered import number_as, number_straight
from drafting.opening import open_sample
from drafting.reading import read
from drafting.resolution import Kind, Resolution
from drafting.writing.exporting import Export, export
from drafting.writing.options import WordOptions
from drafting.writing.redline import Marks
from drafting.writing.word import write_word

FORMS = ("a.docx", "a.xml", "a.html", "a.txt", "tracked.docx", "moves.docx", "redline.docx")
LABELS = ["1", "2", "2 alt", "2 bis", "2 bis alt", "3", "(a)", "(a bis)", "(b)", "4"]


@pytest.fixture(scope="module", name="draft")
def _draft() -> Draft:
    return _made(points=True)


@pytest.fixture(scope="module", name="flat")
def _flat() -> Draft:
    """The same without points: in an official file a paragraph that becomes one keeps its number."""
    return _made(points=False)


def _made(*, points: bool) -> Draft:
    draft = open_sample(59).draft

    def key(name: str) -> str:
        return find_named(draft, name).key

    for _ in range(3 if points else 0):
        draft = demote(draft, [key("OP4")]).draft
    if points:
        draft = number_as(draft, [key("OP3(b)")], Counted.BIS).draft
    for after, counted in (("OP2", Counted.ALT), ("OP2alt", Counted.BIS), ("OP2bis", Counted.ALT)):
        draft = insert(draft, key(after), f"Requests the Office to publish {after} at once;").draft
        draft = number_as(draft, [f"p{draft.last_key}"], counted).draft
    draft = number_as(draft, [key("PP4")], Counted.BIS).draft
    whole = draft.paragraph(key("OP2bis"))
    draft = bracket(draft, [Passage(whole.key, 9, 19)]).draft
    return bracket(draft, [Passage(whole.key, 0, len(draft.paragraph(whole.key).text))]).draft


def _written(draft: Draft, folder: Path, name: str) -> Path:
    wanted = Export()
    if name == "official.docx":
        write_word(draft.base, folder / "56-2.docx")
        wanted = Export(official=folder / "56-2.docx")
    elif not name.startswith("a."):
        marks = Marks.PLAIN if name == "redline.docx" else Marks.TRACKED
        wanted = Export(base=draft.base, marks=marks, moves=name == "moves.docx")
    export(draft, folder / name, wanted)
    return folder / name


def _told(text: Resolution) -> list[tuple[str, str, str]]:
    """Names, labels and words; preambular paragraphs print no number, so they are counted here."""
    preamble = [one for one in text.paragraphs if one.kind is Kind.PREAMBULAR]
    names = {one.id: f"PP{at}" for at, one in enumerate(preamble, start=1)}
    return [(names.get(one.id, one.id), one.label, one.text) for one in text.paragraphs]


def test_the_draft_is_numbered_as_it_is_meant(draft: Draft) -> None:
    printed = [one for one in draft.resolution.paragraphs if one.kind is not Kind.PREAMBULAR]
    assert [one.label for one in printed[:10]] == LABELS
    assert "[Requests] the" not in printed[3].text
    assert re.fullmatch(r"\[.*\[.*\].*\]", printed[3].text)


@pytest.mark.parametrize("name", FORMS)
def test_it_comes_back_the_same(draft: Draft, tmp_path: Path, name: str) -> None:
    assert _told(read(_written(draft, tmp_path, name))) == _told(draft.resolution)


@pytest.mark.parametrize("name", ["tracked.docx", "moves.docx"])
def test_without_its_changes_it_is_the_base(draft: Draft, tmp_path: Path, name: str) -> None:
    before = read(_written(draft, tmp_path, name)).original
    assert before is not None
    assert _told(before) == _told(draft.base)


def test_word_counts_on_past_numbers_beside_others(draft: Draft, tmp_path: Path) -> None:
    with zipfile.ZipFile(_written(draft, tmp_path, "a.docx")) as package:
        numbering = package.read("word/numbering.xml").decode("utf-8")
        text = package.read("word/document.xml").decode("utf-8")
    for printed in ("2 alt.", "2 bis.", "2 bis alt.", "(a bis)"):
        assert f'w:lvlText w:val="{printed}"' in numbering
    assert "2 bis" not in text  # nothing is typed


def test_tags_name_preambular_paragraphs_beside_others(draft: Draft, tmp_path: Path) -> None:
    export(draft, tmp_path / "a.txt", Export(options=WordOptions(paragraph_tags=True)))
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "[PP3bis]" in text
    assert "[OP2bisalt]" in text
    assert "[OP3(a)bis]" in text


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.txt"])
def test_with_tags_preambular_paragraphs_come_back_with_their_numbers_too(
    draft: Draft, tmp_path: Path, name: str
) -> None:
    export(draft, tmp_path / name, Export(options=WordOptions(paragraph_tags=True)))
    found = read(tmp_path / name)
    assert [(one.id, one.label, one.text) for one in found.paragraphs] == [
        (one.id, one.label, one.text) for one in draft.resolution.paragraphs
    ]
    assert [one.text for one in found.warnings if "tags" in one.message]
    assert [one.id for one in drafted(found).resolution.paragraphs] == [one.id for one in found.paragraphs]


def test_a_draft_on_such_a_text_has_its_numbers(draft: Draft, tmp_path: Path) -> None:
    """What a delegation sends round with numbers of negotiation is continued with them."""
    back = read(_written(draft, tmp_path, "a.docx"))
    made = drafted(back).resolution
    assert [one.label for one in made.paragraphs] == [one.label for one in back.paragraphs]


def test_another_number_alone_is_no_other_wording(draft: Draft) -> None:
    now = find_named(draft, "OP4").key
    beside = number_as(draft, [now], Counted.BIS).draft
    changes = {pair.change for pair in align(draft.resolution, beside.resolution).pairs}
    assert changes == {Change.UNCHANGED}


def test_numbers_beside_others_come_and_go_in_an_official_file(flat: Draft, tmp_path: Path) -> None:
    """Those of paragraphs that come, and of one that stands there."""
    official = tmp_path / "56-2.docx"
    write_word(flat.base, official)
    turned = number_as(flat, [find_named(flat, "OP4").key, find_named(flat, "OP7").key], Counted.BIS).draft
    for number, draft in enumerate((flat, turned, number_straight(turned).draft)):
        path = tmp_path / f"{number}.docx"
        export(draft, path, Export(official=official))
        found = read(path)
        assert _told(found) == _told(draft.resolution)
        assert found.original is not None
        assert _told(found.original) == _told(draft.base)


def test_an_official_file_with_numbers_beside_others_gets_straight_ones(flat: Draft, tmp_path: Path) -> None:
    sent = tmp_path / "sent.docx"
    write_word(flat.resolution, sent)
    draft = drafted(read(sent))
    assert [one.label for one in draft.resolution.paragraphs if "bis" in one.label]
    for number, one in enumerate((draft, number_straight(draft).draft)):
        path = tmp_path / f"{number}.docx"
        export(one, path, Export(official=sent))
        assert _told(read(path)) == _told(one.resolution)
