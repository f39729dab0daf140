# SPDX-License-Identifier: GPL-3.0-or-later
"""Redlines in plain formatting: both texts are in them, word for word, and nobody's name."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from drawn_resolutions import resolutions
from hypothesis import given, settings
from office.drafts import drafts
from word_reading import NS, Counter, W, part, text_of

from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.errors import TrackingFailed
from drafting.opening import open_sample
from drafting.reading import read
from drafting.resolution import Footnote, Resolution
from drafting.writing.official.package import TEXT, packed, parts
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.redline import redline_bytes, write_redline
from drafting.writing.redline.proof import prove


@pytest.fixture(scope="module", name="versions")
def _versions() -> tuple[Resolution, ...]:
    return tuple(map(read, sample_files()))


def proved(old: Resolution, new: Resolution) -> bytes:
    """The redline of two texts, read out both ways."""
    alignment = align(old, new)
    data = redline_bytes(alignment)
    prove(data, alignment, DEFAULTS)
    return data


@pytest.mark.parametrize(("old", "new"), [(2, 3), (0, 3), (3, 0), (3, 3)])
def test_two_adopted_texts_stand_in_it(versions: tuple[Resolution, ...], old: int, new: int) -> None:
    proved(versions[old], versions[new])


def test_what_is_of_clean_drafts_only_keeps_nobody_from_a_redline(
    versions: tuple[Resolution, ...], tmp_path: Path
) -> None:
    options = WordOptions(paragraph_tags=True, provenance=True, line_numbers=True)
    write_redline(align(versions[2], versions[3]), tmp_path / "a.docx", options)
    text = part((tmp_path / "a.docx").read_bytes(), "word/document.xml")
    assert "[PP1]" not in "".join(str(one) for one in text.itertext())


@pytest.mark.parametrize("version", [0, 3])
def test_drafts_with_every_kind_of_edit_stand_in_it(versions: tuple[Resolution, ...], version: int) -> None:
    for made in drafts(versions[version], seed=11, count=12):
        proved(versions[version], made.draft.resolution)


@settings(max_examples=40)
@given(resolutions(), resolutions())
def test_any_two_texts_stand_in_it(old: Resolution, new: Resolution) -> None:
    proved(old, new)


def test_what_is_gone_takes_no_number_from_what_is_there(versions: tuple[Resolution, ...]) -> None:
    data = proved(versions[0], versions[3])
    counter = Counter(part(data, "word/numbering.xml"), part(data, "word/styles.xml"))
    body = part(data, "word/document.xml").find("w:body", NS)
    assert body is not None
    labels = [counter.label(paragraph) for paragraph in body.findall("w:p", NS)]
    meant = [
        f"{one.label}." if one.label[-1].isalnum() else one.label
        for one in versions[3].paragraphs
        if one.label
    ]
    assert [label for label in labels if label] == meant


def test_what_is_gone_shows_its_old_number(versions: tuple[Resolution, ...]) -> None:
    old = versions[3]
    at = next(at for at, one in enumerate(old.paragraphs) if one.id == "OP5")
    new = replace(old, paragraphs=old.paragraphs[:at] + old.paragraphs[at + 1 :])
    xml = part(proved(old, new), "word/document.xml")
    gone = [p for p in xml.iter(f"{W}p") if p.find("w:pPr/w:rPr/w:strike", NS) is not None]
    assert [text_of(one)[:3] for one in gone] == ["5.\t"]


def test_a_footnote_that_is_gone_shows_its_old_number_and_counts_no_more(
    versions: tuple[Resolution, ...],
) -> None:
    old = versions[3]
    noted = next(one for one in old.paragraphs if one.footnotes)
    paragraphs = (replace(one, footnotes=()) if one is noted else one for one in old.paragraphs)
    data = proved(old, replace(old, paragraphs=tuple(paragraphs)))
    xml = part(data, "word/document.xml")
    struck = "".join(map(text_of, xml.xpath("//w:r[w:rPr/w:rStyle and w:rPr/w:strike]", namespaces=NS)))
    assert struck == "".join(f"{note.number} [{note.text}]" for note in noted.footnotes)
    counted = [one.get(f"{W}id") for one in xml.iter(f"{W}footnoteReference")]
    kept = sum(len(one.footnotes) for one in old.paragraphs if one is not noted)
    assert counted == [str(number) for number in range(1, kept + 1)]
    assert len(part(data, "word/footnotes.xml").findall("w:footnote", NS)) == kept + 2  # with the separators


@pytest.mark.parametrize("number", [-1, -2])
def test_a_note_of_the_first_page_that_is_gone_keeps_its_mark(
    versions: tuple[Resolution, ...], number: int
) -> None:
    first, *rest = versions[3].paragraphs
    noted = replace(first, footnotes=(Footnote(number, len(first.text), "Reissued for technical reasons."),))
    xml = part(proved(replace(versions[3], paragraphs=(noted, *rest)), versions[3]), "word/document.xml")
    struck = "".join(map(text_of, xml.xpath("//w:r[w:rPr/w:rStyle and w:rPr/w:strike]", namespaces=NS)))
    assert struck == "*" * -number + " [Reissued for technical reasons.]"


def test_the_first_page_says_what_the_marks_mean(versions: tuple[Resolution, ...]) -> None:
    body = part(proved(versions[2], versions[3]), "word/document.xml").find("w:body", NS)
    lines = [text_of(one) for one in body.findall("w:p", NS)]
    above = lines.index("Changes from 53/11 to 56/2: what is new, what is gone.")
    assert lines[above - 1].startswith("Promotion and protection of all human rights")
    assert "Resolution adopted by the Human Rights Council" in lines[above + 1]


def test_no_line_is_drawn_through_or_under_the_space_before_a_title(versions: tuple[Resolution, ...]) -> None:
    draft = open_sample(59).draft.resolution
    xml = part(proved(versions[3], draft), "word/document.xml")
    assert not xml.xpath("//w:r[w:rPr/w:strike or w:rPr/w:u][w:tab]", namespaces=NS)


def test_nothing_tells_who_or_when(versions: tuple[Resolution, ...]) -> None:
    moment = datetime(2025, 6, 1)  # noqa: DTZ001 - a clock on the wall
    named = replace(DEFAULTS, author="Ruritania", created=moment, modified=moment)
    with zipfile.ZipFile(BytesIO(redline_bytes(align(versions[0], versions[3]), named))) as package:
        told = "".join(package.read(name).decode("utf-8") for name in package.namelist())
    assert "Ruritania" not in told
    for traitor in (
        r"<w:(ins|del|move\w+|\w+Change|comment\w*)\b",
        r"\bw:(author|date|rsid\w*)=",
        "<dc:creator",
    ):
        assert not re.search(traitor, told)
    assert "2025-06-01" not in told


def test_a_redline_that_says_something_else_is_not_written(
    versions: tuple[Resolution, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = redline_bytes(align(versions[1], versions[3]))
    monkeypatch.setattr("drafting.writing.redline.redline_bytes", lambda *_: other)
    with pytest.raises(TrackingFailed, match="No file was written and the draft is safe"):
        write_redline(align(versions[2], versions[3]), tmp_path / "redline.docx")
    assert not list(tmp_path.iterdir())


def test_a_paragraph_that_goes_and_is_not_struck_through_fails_the_proof(
    versions: tuple[Resolution, ...],
) -> None:
    old = versions[3]
    alignment = align(old, replace(old, paragraphs=old.paragraphs[1:]))
    data = redline_bytes(alignment)
    text, _ = parts(data)
    gone = next(one for one in text.iter(f"{W}p") if "Reaffirming its commitment" in "".join(one.itertext()))
    for struck in gone.findall("w:r/w:rPr/w:strike", NS):
        struck.getparent().remove(struck)
    with pytest.raises(TrackingFailed, match="Reaffirming its commitment"):
        prove(packed(data, {TEXT: text}), alignment, DEFAULTS)


def test_a_footnote_reworded_is_marked_in_its_words(versions: tuple[Resolution, ...]) -> None:
    old = versions[3]
    noted = next(one for one in old.paragraphs if one.footnotes)
    said = Footnote(noted.footnotes[0].number, noted.footnotes[0].offset, f"{noted.footnotes[0].text} Ibid.")
    paragraphs = (replace(one, footnotes=(said,)) if one is noted else one for one in old.paragraphs)
    xml = part(proved(old, replace(old, paragraphs=tuple(paragraphs))), "word/footnotes.xml")
    assert [text_of(run).strip() for run in xml.xpath("//w:r[w:rPr/w:u]", namespaces=NS)][-1] == "Ibid."
