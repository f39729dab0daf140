# SPDX-License-Identifier: GPL-3.0-or-later
"""The XML files of the United Nations beside the project: nothing lost, and the same as in other formats."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from drafting.glyphs import folded
from drafting.reading import read
from drafting.reading.akn import source_of
from drafting.reading.source import Document

SERIES = "corpus/series"
SLIPS = {"underling": "underlining"}  # in the XML alone; the printed text has it right


@pytest.fixture(scope="module")
def files(shared) -> list[Path]:
    found = sorted((shared / "corpus").rglob("*.xml"))
    if not found:
        pytest.skip("there are no XML files in the corpus")
    return found


def source(path: Path):
    return source_of(Document(path, path.read_bytes()))


def visible(path: Path):
    root = etree.parse(path).getroot()
    for meta in list(root.iter("{*}meta")):
        meta.getparent().remove(meta)
    return root


def signs(texts) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if sign.isalnum())


def repeated_marks(root) -> list[str]:
    """The raised numbers, which become footnote marks."""
    return [raised.text for raised in root.iter("{*}sup") if (raised.text or "").isdecimal()]


def test_every_sign_outside_the_metadata_is_kept(files):
    for path in files:
        root, found = visible(path), source(path)
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        told = [element.text or "" for element in elements] + [element.tail or "" for element in root.iter()]
        kept = [*found.masthead, *found.formulas, *found.masthead_notes, *repeated_marks(root)]
        kept += [text for block in found.body for text in (block.label, block.text)]
        assert signs(told) == signs(kept), path.name


def test_every_number_and_every_footnote_is_kept(files):
    for path in files:
        root, found = visible(path), source(path)
        printed = [number.text.strip().rstrip(".-") for number in root.iter("{*}num")]
        notes = [block.note for block in found.body if block.note]
        marks = [mark.label for block in found.body for mark in block.marks]
        assert [block.label for block in found.body if block.label] == printed, path.name
        assert notes == [str(number + 1) for number in range(len(list(root.iter("{*}authorialNote"))))]
        assert len(marks) == len(notes) + len(repeated_marks(root)), path.name


def test_every_file_reads_with_its_paragraphs_and_footnotes(files):
    for path in files:
        root, found = visible(path), read(path)
        preambular = sum(paragraph.id.startswith("PP") for paragraph in found.paragraphs)
        wrongly = len(list(root.iter("{*}preamble"))) - 1  # one paragraph each, between two preambles
        assert preambular == len(list(root.iter("{*}container"))) + wrongly, path.name
        labels = {paragraph.label for paragraph in found.paragraphs}
        assert {number.text.strip().rstrip(".-") for number in root.iter("{*}num")} <= labels, path.name
        assert all(note.text for paragraph in found.paragraphs for note in paragraph.footnotes), path.name


def plain(text: str) -> str:
    for slip, right in SLIPS.items():
        text = re.sub(rf"\b{slip}\b", right, text)
    return folded(text)


def without_glyphs(paragraph):
    notes = tuple(replace(note, text=plain(note.text)) for note in paragraph.footnotes)
    return replace(paragraph, text=plain(paragraph.text), opening=plain(paragraph.opening), footnotes=notes)


def states(resolution):
    vote = resolution.vote
    sides = (vote.in_favour, vote.against, vote.abstaining)
    return [(side.count, [plain(state) for state in side.states]) for side in sides]


def test_same_as_the_sample_in_text(shared, sample_files):
    path = shared / SERIES / "hrc-intl-cooperation-human-rights" / "A_HRC_RES_56_2.xml"
    if not path.is_file():
        pytest.skip("the XML of 56/2 is not in the corpus")
    found, sample = read(path), read(sample_files[-1])
    assert found.masthead == sample.masthead
    assert states(found) == states(sample)
    for one, other in zip(found.paragraphs, sample.paragraphs, strict=True):
        assert without_glyphs(one) == without_glyphs(other)
