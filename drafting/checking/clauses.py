# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of paragraphs as they are compared: runs of words, and what two texts have in common.

Words are compared without case and glyphs; what is known of a text is kept while it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from drafting.glyphs import folded

RUN = 8
"""Words in a row that are no chance: shorter runs are the phrases that all resolutions are made of."""

_WORD = re.compile(r"\w+(?:[-']\w+)*")
_KEPT = 16_384  # paragraphs; a long series has some thousand different ones
_NAMES = 0.4  # share of words in capitals and figures above which it is a name or a list of citations


class Stretch(NamedTuple):
    """Words `[start, end)` of one text that are, but for a few, the words `[at, to)` of another."""

    start: int
    end: int
    at: int
    to: int


def span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words `[start, end)` stand in the text, in code points."""
    places = _places(text)
    return places[start][0], places[end - 1][1]


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    """Where every word stands."""
    return tuple(match.span() for match in _WORD.finditer(folded(text)))


@lru_cache(maxsize=_KEPT)
def runs(text: str) -> tuple[int, ...]:
    """A number for every run of `RUN` words, by the place of its first; equal runs have equal numbers."""
    words = [hash(word) for word in _WORD.findall(folded(text).casefold())]
    return tuple(map(hash, zip(*(words[at:] for at in range(RUN)), strict=False)))


@lru_cache(maxsize=_KEPT)
def stretches(text: str, other: str, gap: int = 2) -> tuple[Stretch, ...]:
    """What two texts have in common, in order: runs, joined where at most `gap` words differ between them."""
    where: dict[int, int] = {}
    for at, run in enumerate(runs(other)):
        where.setdefault(run, at)
    found: list[Stretch] = []
    for start, run in enumerate(runs(text)):
        if run not in where:
            continue
        at = where[run]
        if found and _goes_on(found[-1], start, at, gap):
            found[-1] = Stretch(found[-1].start, start + RUN, found[-1].at, at + RUN)
        else:
            found.append(Stretch(start, start + RUN, at, at + RUN))
    return tuple(found)


def _goes_on(before: Stretch, start: int, at: int, gap: int) -> bool:
    """Whether a run goes on where a stretch ended, or some words further on in both texts."""
    ahead, apart = start + RUN - before.end, at + RUN - before.to
    return (ahead == apart == 1) or (RUN <= ahead <= RUN + gap and RUN <= apart <= RUN + gap)


def mostly_names(text: str) -> bool:
    """Whether some words are for the most part names and figures, which are the same wherever they stand."""
    found = re.findall(r"\w[\w'’/-]*", text)
    names = [word for word in found if word[0].isupper() or word[0].isdigit()]
    return len(names) > _NAMES * len(found)


def in_a_row(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of every row of numbers that follow each other."""
    row: list[int] = []
    for number in numbers:
        if row and number != row[-1] + 1:
            yield row[0], row[-1]
            row = []
        row.append(number)
    if row:
        yield row[0], row[-1]


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """The text without glyphs and figures, for telling a place again."""
    return re.sub(r"\d+", "#", folded(text))
