# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of a file with tracked changes: it is read back before anybody gets it.

With all changes accepted it must read like the clean file of the new text, with all of them rejected like
that of the old: every word, number, footnote, line and note of the first page, whatever the recogniser makes
of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from drafting.comparing.records import Alignment
from drafting.errors import TrackingFailed
from drafting.reading.blocks import Block
from drafting.reading.source import Document, Source
from drafting.reading.word import source_of
from drafting.resolution import Resolution
from drafting.writing.layout import Layout, layout_of
from drafting.writing.options import WordOptions
from drafting.writing.word import word_bytes

_LONGEST = 60  # characters of a paragraph that are shown


def prove(data: bytes, alignment: Alignment, options: WordOptions) -> None:
    """Raises TrackingFailed, which names the first paragraph that came back otherwise."""
    accepted = read_back(data)
    rejected = accepted.original or accepted
    sides = (("accepted", accepted, alignment.new), ("rejected", rejected, alignment.old))
    layout = layout_of(alignment.new.masthead)  # the one the file has, whichever text is shown
    for taken, said, meant in sides:
        for found, wanted in differences(said, meant, options, layout):
            raise TrackingFailed(taken, _shown(found), _shown(wanted))


def differences(
    found: Source, meant: Resolution, options: WordOptions, layout: Layout
) -> Iterator[tuple[str, str]]:
    """What a file says otherwise than the clean file of a text in its layout: there and here, by lines."""
    wanted = read_back(word_bytes(meant, options.bare, layout=layout))
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
    """What our reader finds in a file."""
    return source_of(Document(Path("tracked.docx"), data))
