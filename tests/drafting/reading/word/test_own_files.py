# SPDX-License-Identifier: GPL-3.0-or-later
"""What Penholder writes it reads back exactly: texts, labels, openings, footnotes, masthead, vote."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_samples import ADOPTED, TEXT, VOTE

from drafting.reading import read
from drafting.reading.recognise import recognise
from drafting.reading.source import Document
from drafting.reading.structure.labels import told_label
from drafting.reading.word import source_of
from drafting.resolution import Footnote, Kind, Paragraph, Part, Resolution
from drafting.writing.word import word_bytes, write_word


@pytest.mark.parametrize("name", ["47-9", "50-4", "53-11", "56-2"])
def test_the_samples(name, sample_files, tmp_path):
    path = next(path for path in sample_files if path.stem == name)
    written = read(path)
    write_word(written, tmp_path / "written.docx")
    again = read(tmp_path / "written.docx")
    assert again.paragraphs == written.paragraphs
    assert (again.masthead, again.vote, again.format) == (written.masthead, written.vote, "Word")


def test_a_small_adopted_text():
    written = Resolution(ADOPTED, TEXT, VOTE)
    again = recognise(source_of(Document(Path("small.docx"), word_bytes(written))), "small.docx")
    assert again is not None
    assert (again.paragraphs, again.vote) == (written.paragraphs, written.vote)


WORDS = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x2FF, exclude_categories=("Cc", "Cf", "Zs")), min_size=1
)
PHRASES = st.lists(WORDS, max_size=6).map(" ".join)


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """Texts whose words are any words, in the order of a resolution, with lettered points and footnotes."""
    made: list[Paragraph] = []
    notes = 0
    shapes = [(Kind.PREAMBULAR, "")] * draw(st.integers(1, 3))
    for number in range(1, draw(st.integers(1, 4)) + 1):
        points = [(Kind.SUBPARAGRAPH, f"({chr(96 + at)})") for at in range(1, draw(st.integers(0, 3)) + 1)]
        shapes += [(Kind.OPERATIVE, str(number)), *points]
    for kind, label in shapes:
        text = f"Begins {draw(PHRASES)}".strip()
        offsets = draw(st.lists(st.integers(1, len(text)), max_size=2))
        marks = [
            Footnote(notes + at, offset, f"Note {draw(PHRASES)}".strip())
            for at, offset in enumerate(sorted(offsets), 1)
        ]
        notes += len(marks)
        part = Part.PREAMBLE if kind is Kind.PREAMBULAR else Part.OPERATIVE
        level = int(kind is Kind.SUBPARAGRAPH)
        made.append(Paragraph(f"x{len(made)}", kind, part, text, label, "", level, tuple(marks)))
    return Resolution(replace(ADOPTED), tuple(made))


@settings(max_examples=25)
@given(resolutions())
def test_any_words_come_back(written):
    """Before anything is recognised: every paragraph with its number, and every note at its place."""
    source = source_of(Document(Path("any.docx"), word_bytes(written)))
    notes = {block.note: block.text for block in source.body if block.note}
    blocks = [block for block in source.body if not block.note][: len(written.paragraphs)]
    for block, paragraph in zip(blocks, written.paragraphs, strict=True):
        assert (block.text, told_label(block.label).text) == (paragraph.text, paragraph.label)
        marks = [(int(mark.label), mark.offset, notes[mark.label]) for mark in block.marks]
        spaced = [
            note.offset - bool(re.match(r"\s", paragraph.text[note.offset - 1 :]))
            for note in paragraph.footnotes
        ]
        assert marks == [
            (note.number, offset, note.text) for note, offset in zip(paragraph.footnotes, spaced, strict=True)
        ]
