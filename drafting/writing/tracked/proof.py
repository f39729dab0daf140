# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of a file with tracked changes: it is read back before anybody gets it.

With all changes accepted it must read like the clean file of the new text, with all of them rejected like
that of the old: every word, number, footnote, line and note of the first page, whatever the recogniser makes
of them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from docx.oxml.parser import parse_xml

from drafting.comparing.records import Alignment
from drafting.errors import TrackingFailed
from drafting.reading.blocks import Block
from drafting.reading.source import Document, Source
from drafting.reading.word import source_of
from drafting.writing.layout import layout_of
from drafting.writing.options import WordOptions
from drafting.writing.word import word_bytes

_GONE = {"accepted": ("del", "moveFrom"), "rejected": ("ins", "moveTo")}  # the paragraph ends that go
_LONGEST = 60  # characters of a paragraph that are shown


def prove(data: bytes, alignment: Alignment, options: WordOptions) -> None:
    """Raises TrackingFailed, which names the first paragraph that came back otherwise."""
    accepted = read_back(data)
    rejected = accepted.original or accepted
    sides = (("accepted", accepted, alignment.new), ("rejected", rejected, alignment.old))
    layout = layout_of(alignment.new.masthead)  # the one the file has, whichever text is shown
    for taken, said, meant in sides:
        clean = word_bytes(meant, options.bare, layout=layout)
        for found, wanted in differences(said, clean):
            raise TrackingFailed(taken, _shown(found), _shown(wanted))
        ends, meant_ends = _ends(data, taken), _ends(clean, taken)
        if ends != meant_ends:  # an empty paragraph says nothing, so that nothing said tells of it
            raise TrackingFailed(taken, f"{ends} paragraphs", f"{meant_ends} paragraphs")


def _ends(data: bytes, taken: str) -> int:
    """How many paragraph ends a file has when its changes are so taken."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = parse_xml(package.read("word/document.xml"))
    gone = text.xpath("|".join(f".//w:p/w:pPr/w:rPr/w:{tag}" for tag in _GONE[taken]))
    return len(text.xpath(".//w:p")) - len({mark.getparent() for mark in gone})


def differences(found: Source, clean: bytes) -> Iterator[tuple[str, str]]:
    """What a file says otherwise than the clean file of a text: there and here, by lines."""
    wanted = read_back(clean)
    pairs = [*zip_longest(found.masthead, wanted.masthead, fillvalue="")]
    pairs += zip_longest(found.masthead_notes, wanted.masthead_notes, fillvalue="")
    pairs += [
        (_told(one), _told(other))
        for one, other in zip_longest(found.body, wanted.body)
        if _plain(one) != _plain(other)
    ]
    return (pair for pair in pairs if pair[0] != pair[1])


def _plain(block: Block | None) -> Block | None:
    """What a block says; where its lines stood, what was tracked in it and italics, which follow by rule."""
    return replace(block, line=0, page=0, anchors=(), italics=()) if block else None


def _told(block: Block | None) -> str:
    """A block in one line, with its number and the marks of its footnotes."""
    if block is None:
        return ""
    marks = " ".join(f"({mark.label} at {mark.offset})" for mark in block.marks)
    return " ".join(filter(None, (block.note, block.label, block.text, marks)))


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def read_back(data: bytes) -> Source:
    """What our reader finds in a file, letter by letter: words that run together are not parted."""
    return source_of(Document(Path("tracked.docx"), data), literal=True)
