# SPDX-License-Identifier: GPL-3.0-or-later
"""One paragraph as it stands in one column, with its marks, its blanks and its footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.comparing.records import Span
from drafting.comparing.tokens import tokens
from drafting.resolution import Kind, Paragraph
from drafting.updating.records import PLACEHOLDER
from ui.comparison.rows import Mark, Note, Passage, Version, name_of


def passage_of(
    paragraph: Paragraph, marks: Iterable[Mark], notes: Mapping[int, list[Mark]], version: Version
) -> Passage:
    """The paragraph as it is shown; `notes` has the marks of its footnotes by their places among them."""
    blanks = _blanks(paragraph.text, version)
    return Passage(
        paragraph.id,
        name_of(paragraph),
        _label(paragraph),
        paragraph.text,
        len(paragraph.opening),
        paragraph.level,
        paragraph.kind is Kind.HEADING,
        tuple(_outside(marks, blanks, paragraph.text)),
        blanks,
        tuple(_notes(paragraph, notes, version)),
    )


def _notes(paragraph: Paragraph, marks: Mapping[int, list[Mark]], version: Version) -> Iterator[Note]:
    for at, note in enumerate(paragraph.footnotes):
        blanks = _blanks(note.text, version)
        yield Note(
            note.number, note.offset, note.text, tuple(_outside(marks.get(at, ()), blanks, note.text)), blanks
        )


def _label(paragraph: Paragraph) -> str:
    """What stands beside a paragraph; headings are known by what is printed, annexes too ("Annex I")."""
    if paragraph.kind is not Kind.HEADING:
        return paragraph.id
    return paragraph.label or (paragraph.unit if paragraph.opens_unit else "heading")


def _blanks(text: str, version: Version) -> tuple[Span, ...]:
    """The placeholders of facts that are missing, in a draft."""
    if not version.is_draft:
        return ()
    return tuple(Span(token.start, token.end) for token in tokens(text) if PLACEHOLDER in token.key)


def _outside(marks: Iterable[Mark], holes: Sequence[Span], text: str) -> Iterator[Mark]:
    """What of the marks lies outside the holes: a missing fact shows as such, also in words that are new."""
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        for hole in holes:
            if start < hole.end and hole.start < end:
                yield from _piece(mark, start, hole.start, text)
                start = hole.end
        yield from _piece(mark, start, end, text)


def _piece(mark: Mark, start: int, end: int, text: str) -> Iterator[Mark]:
    words = text[start:end]
    if mark.span.start == mark.span.end:
        yield mark
    elif start < end and (words.strip() or mark.white):
        first = start if mark.white else start + len(words) - len(words.lstrip())
        last = end if mark.white else end - (len(words) - len(words.rstrip()))
        yield replace(mark, span=Span(first, last))
