# SPDX-License-Identifier: GPL-3.0-or-later
"""Places that several rules go through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.checking.records import Spot
from drafting.resolution import Paragraph


def texts_of(paragraph: Paragraph) -> Iterator[tuple[Spot, str]]:
    """The text of a paragraph and then of each of its footnotes once, with an empty spot that says where."""
    yield Spot(paragraph.id, 0, 0), paragraph.text
    if paragraph.footnotes:
        for number, text in notes_of(paragraph).items():
            yield Spot(paragraph.id, 0, 0, number), text


def notes_of(paragraph: Paragraph) -> Mapping[int, str]:
    """The footnotes of a paragraph by their numbers; one marked twice is there once."""
    found: dict[int, str] = {}
    for note in paragraph.footnotes:
        found.setdefault(note.number, note.text)
    return found


def within(place: Spot, start: int, end: int) -> Spot:
    """A stretch of the text that the place names."""
    return Spot(place.paragraph, start, end, place.footnote)


_QUOTED = re.compile('“[^“”]*”|"[^"]*"')


def quoted(text: str) -> list[tuple[int, int]]:
    """Where the titles and quotations stand, with their marks: they keep the words they were given."""
    return [match.span() for match in _QUOTED.finditer(text)] if "“" in text or '"' in text else []


def stands_in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what begins here stands in one of these stretches, their marks counted in."""
    return any(start <= at < end for start, end in spans)
