# SPDX-License-Identifier: GPL-3.0-or-later
"""What is looked for in a draft, where, and what was found. Offsets count code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, overload

Span = tuple[int, int]
MOST = 100_000
"""Places beyond which nobody looks at any: more must be said of what is looked for."""


class Scope(StrEnum):
    """Which part of a draft is searched; a footnote goes with its paragraph."""

    ALL = "all"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEXES = "annexes"
    FOOTNOTES = "footnotes"  # and nothing but them
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `words`, or a regular expression when `pattern`.

    `case` tells capitals apart, `whole` takes whole words only.
    """

    words: str
    case: bool = False
    whole: bool = False
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A text that is searched from `low` to `high`: that of a paragraph, or of its footnote `note`."""

    key: str
    note: str
    text: str
    low: int
    high: int

    @property
    def block(self) -> str:
        """The key of the footnote or of the paragraph, by which it is known on the page."""
        return self.note or self.key


class Place(NamedTuple):
    """One place found, the `number`th of all from 0.

    `new` is what a replacement puts there, if one was asked for.
    """

    number: int
    key: str
    note: str
    start: int
    end: int
    old: str
    new: str | None = None

    @property
    def block(self) -> str:
        """The key of the footnote or of the paragraph it stands in."""
        return self.note or self.key


@dataclass(frozen=True)  # without slots, so that the counts are added up once
class Found(Sequence[Place]):
    """All places found in the order of the text; places are made when asked for, so many cost little.

    `spans` are the places of each field; `news` what comes in their stead, empty where nobody asked.
    """

    fields: tuple[Field, ...] = ()
    spans: tuple[Sequence[Span], ...] = ()
    news: tuple[Sequence[str], ...] = ()

    @cached_property
    def _ends(self) -> list[int]:
        """How many places there are up to each field, itself included."""
        return list(accumulate(map(len, self.spans)))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {field.block: number for number, field in enumerate(self.fields)}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, number: int) -> Place: ...
    @overload
    def __getitem__(self, number: slice) -> list[Place]: ...
    def __getitem__(self, number: int | slice) -> Place | list[Place]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        number = number + len(self) if number < 0 else number
        if not 0 <= number < len(self):
            raise IndexError(number)
        at = bisect_right(self._ends, number)
        return self._place(at, number - (self._ends[at] - len(self.spans[at])))

    def __iter__(self) -> Iterator[Place]:
        for at, spans in enumerate(self.spans):
            for inner in range(len(spans)):
                yield self._place(at, inner)

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """The number of a place, which it knows itself; raises ValueError for one of another search."""
        last = len(self) if stop is None else stop
        if isinstance(value, Place) and start <= value.number < last and self[value.number] == value:
            return value.number
        raise ValueError(value)

    def first_in(self, at: int) -> int:
        """The number of the first place in the field at an index, or after it."""
        return self._ends[at - 1] if at else 0

    def within(self, block: str) -> list[Place]:
        """The places in one paragraph, or in one footnote."""
        at = self._numbers.get(block)
        return [] if at is None else [self._place(at, inner) for inner in range(len(self.spans[at]))]

    def _place(self, at: int, inner: int) -> Place:
        field, (start, end) = self.fields[at], self.spans[at][inner]
        new = self.news[at][inner] if self.news else None
        number = self.first_in(at) + inner
        return Place(number, field.key, field.note, start, end, field.text[start:end], new)
