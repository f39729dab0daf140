# SPDX-License-Identifier: GPL-3.0-or-later
"""Real documents: no word of the page is lost, and the PDF says what the official XML says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from drafting.errors import NotAResolution
from drafting.reading import read
from drafting.reading.pdf.layout import source_of
from drafting.reading.source import Document, Source

_FOLDED = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u2019": "'", "\u00ad": "", "\x02": "-"})


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text.translate(_FOLDED)))


def _kept(source: Source) -> str:
    lines = [*source.masthead, *source.masthead_notes, *source.formulas]
    return "\n".join([*lines, *(block.text for block in source.body)])


def _plain(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as file:
        return "\n".join(page.get_textpage().get_text_range() for page in file)


def _pdfs(shared: Path) -> list[Path]:
    return sorted((shared / "corpus").rglob("*.pdf"))


def test_every_word_of_the_pages_is_kept(shared: Path) -> None:
    for path in _pdfs(shared):
        source = source_of(Document(path, path.read_bytes()))
        if source.body:
            plain, kept = _words(_plain(path)), _words(_kept(source))
            assert Counter("".join(plain.elements())) == Counter("".join(kept.elements())), path.name
            lost = plain - kept  # the library itself parts a word here and there
            assert all(any(piece in word for word in kept) for piece in lost), path.name
            assert lost.total() <= 0.005 * kept.total()


def test_the_pdf_says_what_the_xml_says(shared: Path) -> None:
    pairs = [path for path in _pdfs(shared) if path.with_suffix(".xml").exists()]
    same = whole = 0
    for path in pairs:
        mine, theirs = read(path), read(path.with_suffix(".xml"))
        printed = {paragraph.id: paragraph for paragraph in mine.paragraphs}
        for paragraph in theirs.paragraphs:
            other = printed[paragraph.id]
            assert (other.opening, other.label) == (paragraph.opening, paragraph.label)
            assert [note.number for note in other.footnotes] == [note.number for note in paragraph.footnotes]
            same += other.text.translate(_FOLDED) == paragraph.text.translate(_FOLDED)
            whole += 1
    assert same >= 0.999 * whole > 0


def test_what_is_no_resolution_is_refused_as_such(shared: Path) -> None:
    path = shared / "corpus" / "reader" / "pdf" / "A_HRC_59_15_Add.1.pdf"
    with pytest.raises(NotAResolution):
        read(path)
