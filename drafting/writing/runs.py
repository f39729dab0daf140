# SPDX-License-Identifier: GPL-3.0-or-later
"""A text cut into runs of one look each: italic opening words, placeholders, footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from drafting.data import load
from drafting.resolution import Footnote, Paragraph
from drafting.updating.records import PLACEHOLDER
from drafting.writing.ooxml import UNREADABLE, Element, Look, character_look, text_elements, w, writable

# A character that could not be written needs the drafter's eye as much as a blank does.
_BLANK = re.compile(f"{re.escape(PLACEHOLDER)}|{UNREADABLE}+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one look; a footnote mark has no text but the id of its note.

    What stands `beside` the words is none of them: the name of the paragraph, and where it comes from.
    """

    text: str = ""
    italic: bool = False
    blank: bool = False  # a placeholder still to be filled
    raised: bool = False
    note: int | None = None
    mark: str = ""  # of a note that has a mark of its own
    beside: bool = False


def notes_in_order(paragraph: Paragraph) -> list[Footnote]:
    """Its footnotes in the order of their marks."""
    return sorted(paragraph.footnotes, key=lambda note: note.offset)


def own_mark(note: Footnote) -> str:
    """The asterisks that mark a note of the first page, which Word does not count; empty for all others.

    Such notes have the numbers -1, -2 …, since they are none of the footnotes of the text.
    """
    return "*" * -note.number


def paragraph_runs(paragraph: Paragraph, first_note: int = 1) -> tuple[Run, ...]:
    """The runs of a paragraph; its notes get the ids from `first_note` on, in the order of their places."""
    notes = notes_in_order(paragraph)
    opening = paragraph.opening if paragraph.text.startswith(paragraph.opening) else ""
    return tuple(_runs(writable(paragraph.text), len(opening), notes, first_note))


def plain_runs(text: str, italic: bool = False) -> tuple[Run, ...]:
    """The runs of a text without footnotes."""
    text = writable(text)
    return tuple(_runs(text, len(text) if italic else 0, (), 0))


def note_runs(text: str) -> tuple[Run, ...]:
    """The runs of the text of a footnote: titles of publications in italics (`resources/word/italics`)."""
    text = writable(text)
    titles = [found.span() for found in _titles().finditer(text)]
    edges = [0, *(edge for span in titles for edge in span), len(text)]
    pieces = (text[start:end] for start, end in pairwise(edges))
    return tuple(run for at, piece in enumerate(pieces) for run in plain_runs(piece, italic=at % 2 == 1))


@cache
def _titles() -> re.Pattern[str]:
    return re.compile("|".join(load("word/italics")["titles"]))


def run_elements(
    runs: Iterable[Run], *, highlight: bool, bold: bool = False, italic: bool = False, size: int = 0
) -> Iterator[Element]:
    """The runs as elements; placeholders are marked yellow when `highlight` is wanted."""
    for run in runs:
        if run.note is not None:
            yield note_reference(run.note, run.mark)
            continue
        if run.beside:
            yield w("r", w("rPr", w("rStyle", val="Beside")), *text_elements(run.text))
            continue
        look = Look(
            bold=bold,
            italic=italic or run.italic,
            size=size,
            highlight=highlight and run.blank,
            raised=run.raised,
        )
        shown = [*character_look(look)]
        yield w("r", *([w("rPr", *shown)] if shown else []), *text_elements(run.text))


def note_mark(element: Element) -> Element:
    """The run of a footnote mark, in the text or before the note."""
    return w("r", w("rPr", w("rStyle", val="FootnoteReference")), element)


def note_reference(number: int, mark: str = "") -> Element:
    """The mark in the text of the note with this id; Word counts it when it has none of its own.

    An asterisk stands high enough by itself, and is not raised in issued documents.
    """
    if not mark:
        return note_mark(w("footnoteReference", id=number))
    return w("r", w("footnoteReference", customMarkFollows=1, id=number), *text_elements(mark))


def _runs(text: str, opening: int, notes: Iterable[Footnote], first_note: int) -> Iterator[Run]:
    places: dict[int, list[Run]] = {}
    for number, note in enumerate(notes, start=first_note):
        mark = Run(note=number, mark=own_mark(note))
        places.setdefault(min(max(note.offset, 0), len(text)), []).append(mark)
    blanks = [match.span() for match in _BLANK.finditer(text)]
    cuts = sorted({0, opening, len(text), *places, *(edge for span in blanks for edge in span)})
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        for index, mark in enumerate(places.get(start, ())):
            if index:
                yield Run(",", raised=True)  # two notes at one place (rule 4.4)
            yield mark
        if start < end:
            blank = any(first <= start < last for first, last in blanks)
            yield Run(text[start:end], italic=start < opening, blank=blank)
