# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with tracked changes: accepted they are the draft, rejected the base, and no more is marked."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from office.drafts import drafts

from drafting.comparing.paragraphs import align
from drafting.comparing.summary import summarize
from drafting.data import sample_files
from drafting.draft import Rewritten, rewrite
from drafting.errors import TrackingFailed, WriteFailed
from drafting.opening import open_sample
from drafting.reading import read
from drafting.resolution import Kind, Paragraph, Resolution
from drafting.writing.against import against
from drafting.writing.counts import marked_counts
from drafting.writing.official.package import TEXT, packed, parts
from drafting.writing.options import DEFAULTS
from drafting.writing.tracked import Signature, tracked_bytes, write_tracked
from drafting.writing.tracked.proof import prove

_CUBA = Signature("Cuba", datetime(2025, 6, 1, 12))  # noqa: DTZ001 - a clock on the wall, as Word writes it


@pytest.fixture(scope="module", name="versions")
def _versions() -> tuple[Resolution, ...]:
    return tuple(map(read, sample_files()))


def xml_of(data: bytes, part: str = "document") -> str:
    """A part of the package as text."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(f"word/{part}.xml").decode("utf-8")


@pytest.mark.parametrize(("old", "new"), [(2, 3), (0, 3), (3, 0), (3, 3)])
def test_two_adopted_texts_come_back(versions: tuple[Resolution, ...], old: int, new: int) -> None:
    alignment = align(versions[old], versions[new])
    prove(tracked_bytes(alignment, _CUBA), alignment, DEFAULTS)


def test_real_versions_with_mergers_come_back(shared: Path) -> None:
    names = ("A_RES_78_217.xml", "A_RES_80_218.xml")
    old, new = (read(shared / "corpus" / "series" / "ga-migrants" / name) for name in names)
    alignment = align(old, new)
    prove(tracked_bytes(alignment, _CUBA), alignment, DEFAULTS)


@pytest.mark.parametrize("version", [0, 3])
def test_drafts_with_every_kind_of_edit_come_back(versions: tuple[Resolution, ...], version: int) -> None:
    for made in drafts(versions[version], seed=7, count=12):
        alignment = align(versions[version], made.resolution)
        prove(tracked_bytes(alignment, _CUBA), alignment, DEFAULTS)


def test_paragraphs_joined_without_a_blank_come_back(versions: tuple[Resolution, ...]) -> None:
    draft = open_sample(59).draft
    first, second = draft.paragraphs[3:5]
    joined = rewrite(draft, [first.key, second.key], [Rewritten(first.key, first.text + second.text)]).draft
    alignment = against(joined)
    prove(tracked_bytes(alignment, _CUBA), alignment, DEFAULTS)


def test_a_text_without_changes_carries_no_revision(versions: tuple[Resolution, ...]) -> None:
    xml = xml_of(tracked_bytes(align(versions[3], versions[3]), _CUBA))
    assert not re.search(r"<w:(ins|del|pPrChange|rPrChange)\b", xml)


def test_only_paragraphs_that_differ_are_marked(versions: tuple[Resolution, ...]) -> None:
    draft = open_sample(59).draft
    first = draft.paragraphs[5]
    changed = draft.with_paragraph(replace(first, text=f"{first.text} more"))
    xml = xml_of(tracked_bytes(align(versions[3], changed.resolution), _CUBA))
    organ = xml.index("The Human Rights Council")
    closing = xml.index("34th meeting")
    marked = re.findall(r"<w:(?:ins|del) ", xml[organ : xml.rindex("<w:p>", 0, closing)])
    assert len(marked) == 1


@pytest.mark.parametrize(
    ("signature", "author", "dated"),
    [(_CUBA, "Cuba", True), (Signature("Cuba & Co"), "Cuba &amp; Co", False), (Signature(), "Author", False)],
)
def test_nobody_is_named_unasked(
    versions: tuple[Resolution, ...], signature: Signature, author: str, dated: bool
) -> None:
    xml = xml_of(tracked_bytes(align(versions[2], versions[3]), signature))
    assert set(re.findall(r'w:author="([^"]*)"', xml)) == {author}
    assert ("w:date=" in xml) is dated


def test_footnotes_are_tracked_in_their_texts(versions: tuple[Resolution, ...]) -> None:
    notes = xml_of(tracked_bytes(align(versions[2], versions[3]), _CUBA), "footnotes")
    assert re.search(r"<w:del .*?<w:delText[^>]*>[^<]*52/80", notes)


def test_a_file_that_says_something_else_is_not_written(
    versions: tuple[Resolution, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alignment = align(versions[2], versions[3])
    other = tracked_bytes(align(versions[1], versions[3]), _CUBA)
    monkeypatch.setattr("drafting.writing.tracked.tracked_bytes", lambda *_, **__: other)
    with pytest.raises(TrackingFailed, match="No file was written and the draft is safe"):
        write_tracked(alignment, tmp_path / "draft.docx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("old", "new", "side"), [(0, 1, "accepted"), (1, 0, "rejected")])
def test_a_blank_line_that_would_stay_is_no_proof(
    versions: tuple[Resolution, ...], old: int, new: int, side: str
) -> None:
    whole = versions[3]
    less = replace(whole, paragraphs=tuple(one for one in whole.paragraphs if one.id != "PP5"))
    alignment = align((whole, less)[old], (whole, less)[new])
    data = tracked_bytes(alignment, _CUBA)
    text, _ = parts(data)
    (end,) = text.xpath(".//w:p/w:pPr[w:pStyle/@w:val='Preambular']/w:rPr/*[self::w:del or self::w:ins]")
    end.getparent().remove(end)
    with pytest.raises(TrackingFailed, match=f"all of them {side}"):
        prove(packed(data, {TEXT: text}), alignment, DEFAULTS)


def test_a_folder_that_is_not_there_is_told(versions: tuple[Resolution, ...], tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        write_tracked(align(versions[2], versions[3]), tmp_path / "none" / "draft.docx")


_REVISIONS = tuple(qn(f"w:{name}") for name in ("ins", "del", "pPrChange", "rPrChange"))


def marked_paragraphs(data: bytes) -> list[str]:
    """The words of every paragraph of the text, or note in it, with anything tracked in it."""
    notes = {one.get(qn("w:id")): one for one in parse_xml(xml_of(data, "footnotes").encode("utf-8"))}
    found = []
    for one in parse_xml(xml_of(data).encode("utf-8")).iterfind(f"{qn('w:body')}/{qn('w:p')}"):
        said = [notes[mark.get(qn("w:id"))] for mark in one.iter(qn("w:footnoteReference"))]
        if any(True for part in (one, *said) for _ in part.iter(*_REVISIONS)):
            found.append("".join(text.text or "" for text in one.iter(qn("w:t"), qn("w:delText"))).strip())
    return found


@pytest.mark.parametrize("old", [0, 1, 2])
def test_paragraphs_with_a_mark_are_those_that_differ(versions: tuple[Resolution, ...], old: int) -> None:
    alignment = align(versions[old], versions[3])
    before, after = ({one.id: one for one in side.paragraphs} for side in (alignment.old, alignment.new))
    same = {
        after[pair.new[0]].text
        for pair in alignment.pairs
        if len(pair.old) == len(pair.new) == 1
        and not pair.change.moved
        and said(before[pair.old[0]]) == said(after[pair.new[0]])
    }
    marked = marked_paragraphs(tracked_bytes(alignment, _CUBA))
    assert not same & set(marked)


def said(paragraph: Paragraph) -> tuple[object, ...]:
    """All that a paragraph says, its number aside."""
    notes = tuple((note.offset, note.text) for note in paragraph.footnotes)
    return paragraph.kind, paragraph.level, paragraph.text, notes


@pytest.mark.parametrize("old", [0, 1, 2])
def test_no_more_words_are_marked_than_the_comparison_says(
    versions: tuple[Resolution, ...], old: int
) -> None:
    alignment = align(versions[old], versions[3])
    counts, summary = marked_counts(alignment), summarize(alignment)
    assert counts.inserted <= summary.inserted
    assert counts.deleted <= summary.deleted


def test_one_paragraph_that_becomes_a_point_leaves_the_others_alone(versions: tuple[Resolution, ...]) -> None:
    old = versions[3]
    first = next(one for one in old.paragraphs if one.kind is Kind.OPERATIVE)
    point = replace(first, kind=Kind.SUBPARAGRAPH, level=1, label="(a)")
    new = replace(old, paragraphs=tuple(point if one is first else one for one in old.paragraphs))
    numbered = renumbered(new)
    alignment = align(old, numbered)
    data = tracked_bytes(alignment, _CUBA)
    prove(data, alignment, DEFAULTS)
    assert marked_paragraphs(data) == [first.text]


def renumbered(resolution: Resolution) -> Resolution:
    """The operative paragraphs counted from 1, as a draft counts them."""
    number = count(1)
    return replace(
        resolution,
        paragraphs=tuple(
            replace(one, label=str(next(number))) if one.kind is Kind.OPERATIVE else one
            for one in resolution.paragraphs
        ),
    )
