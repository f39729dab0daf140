# SPDX-License-Identifier: GPL-3.0-or-later
"""The Word files of the corpus: no word lost, every number there, no file slow."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree
from word_xml import W

from drafting.reading.source import Document, Source
from drafting.reading.word import source_of

_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_SHOWN = [f"{{{W}}}{name}" for name in ("t", "tab", "br", "noBreakHyphen", "p", "instrText")]


def word_files(shared: Path) -> list[Path]:
    corpus = shared / "corpus"
    return sorted([*corpus.glob("reader/docx/*.docx"), *corpus.glob("series/*/*.docx")])


def words_of_zip(path: Path) -> Counter[str]:
    """Every word that stands in a text element of the package, read without any code of the reader."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as package:
        for name in filter(_PARTS.fullmatch, package.namelist()):
            root = etree.fromstring(package.read(name))
            pieces = [(e.text or "") if e.tag.endswith("}t") else " " for e in root.iter(*_SHOWN)]
            found += Counter(re.findall(r"[^\W\d_]+", "".join(pieces)))
    return found


def words_of_source(source: Source) -> set[str]:
    said = [*source.masthead, *source.masthead_notes, *source.formulas]
    said += [block.text for block in source.body] + [warning.text for warning in source.warnings]
    said += [comment.text for comment in source.comments]
    return set(re.findall(r"[^\W\d_]+", "\n".join(said)))


def test_no_word_is_lost(shared):
    for path in [*word_files(shared), *(shared / "corpus/reader/geneva").glob("*.docx")]:
        source = source_of(Document(path, path.read_bytes()))
        assert set(words_of_zip(path)) - words_of_source(source) == set(), path.name


def test_every_typed_number_opens_its_paragraph(shared):
    """In the New York template numbers are typed: they come in order, and at most begin anew."""
    for path in word_files(shared):
        blocks = [block for block in source_of(Document(path, path.read_bytes())).body if not block.note]
        last = 0
        for block in blocks:
            if match := re.match(r"(\d+)\. ", block.text):
                assert int(match[1]) in {last + 1, 1}, f"{path.name}: {block.text[:40]}"
                last = int(match[1])


def test_every_note_and_every_mark(shared):
    """As many notes as the file refers to; a mark for each reference and for each raised number beside."""
    for path in word_files(shared):
        with zipfile.ZipFile(path) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        references = len(list(root.iter(f"{{{W}}}footnoteReference")))
        raised = root.xpath("//w:r[w:rPr/w:vertAlign[@w:val='superscript']]/w:t/text()", namespaces={"w": W})
        body = source_of(Document(path, path.read_bytes())).body
        assert len([block for block in body if block.note]) == references, path.name
        marks = sum(len(block.marks) for block in body)
        assert marks == references + sum(text.isdigit() for text in raised), path.name


def test_every_paragraph(shared):
    """A block for each Word paragraph behind the organ's line, two for closing lines that stand in one."""
    for path in word_files(shared):
        with zipfile.ZipFile(path) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        paragraphs = ["".join(one.itertext(f"{{{W}}}t")).strip() for one in root.iter(f"{{{W}}}p")]
        behind = paragraphs[paragraphs.index("The General Assembly,") + 1 :]
        text = [paragraph for paragraph in behind if paragraph]
        source = source_of(Document(path, path.read_bytes()))
        blocks = [block for block in source.body if not block.note]
        assert len(blocks) - len(text) in {0, 1}, path.name
