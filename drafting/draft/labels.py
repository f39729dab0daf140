# SPDX-License-Identifier: GPL-3.0-or-later
"""How paragraphs are named and numbered: computed from their order, never typed.

Practice: preambular paragraphs carry no number in print and are called PP1, PP2 …; operative paragraphs run
1., 2., 3. (a single one has no number); subparagraphs are (a), (i), a., i. (rules 1.5 and 1.7). Every annex
and every part of a resolution counts for itself, and its name stands before those of its paragraphs
("A1.OP3"); unnumbered text of an annex is called T1, T2 …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from drafting.data import load
from drafting.reading.structure.letters import id_sign
from drafting.resolution import Kind, Part


@dataclass(frozen=True, slots=True)
class Label:
    """`id` is the name delegations use ("OP12(a)").

    `printed` is what stands before the text ("12", "(a)", "").
    """

    id: str
    printed: str


class Labelled(Protocol):
    """What is needed to name a paragraph."""

    @property
    def key(self) -> str:
        """What tells the paragraph from every other."""

    @property
    def kind(self) -> Kind:
        """Its kind."""

    @property
    def part(self) -> Part:
        """The part it stands in."""

    @property
    def level(self) -> int:
        """Its depth: 0, or from 1 on for subparagraphs."""

    @property
    def title(self) -> str:
        """What no rule counts: the number of a heading or text ("II"), the row of a point (`row_of`)."""

    @property
    def announces(self) -> bool:
        """Whether it ends in a colon, so that points of its own follow."""

    @property
    def restarts(self) -> bool:
        """Whether it is a heading under which numbers begin anew."""

    @property
    def unit(self) -> str:
        """The annex or part it stands in, empty outside them."""

    @property
    def opens_unit(self) -> bool:
        """Whether it is the line that opens its annex or part."""


def letters(number: int) -> str:
    """a, b … z, aa, bb … for 1, 2 … 26, 27, 28 …, as Word counts too."""
    times, rest = divmod(number - 1, 26)
    return chr(ord("a") + rest) * (times + 1)


def roman(number: int) -> str:
    """i, ii, iii … in lower case."""
    steps = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for value, sign in steps:
        while number >= value:
            text += sign
            number -= value
    return text


def row_of(label: str, level: int) -> str:
    """How a row of points counts whose first one is printed with this label: that label, or a bullet.

    Empty for the row that is usual at its level, and for a label that begins no row.
    """
    core = _SIGN.search(label)
    begins = not core or core[0] in _FIRST or any(core[0] == row[0] for row in _other_rows())
    return label if begins and label != _usual(level) else ""


_SIGN = re.compile(r"[^\W_]+")
_FIRST = frozenset({"a", "i", "A", "I", "1"})


def _usual(level: int) -> str:
    sign = "a" if level % 2 else "i"
    return f"({sign})" if level <= 2 else f"{sign}."


@cache
def _other_rows() -> tuple[tuple[str, ...], ...]:
    """The signs of other scripts that count points, row by row."""
    return tuple(tuple(row["signs"]) for row in load("labels")["rows"])


def _counted(first: str, number: int) -> str:
    """The sign of this number in the row whose first sign is given."""
    if first in _FIRST:
        if first == "1":
            return str(number)
        sign = letters(number) if first in "aA" else roman(number)
        return sign.upper() if first.isupper() else sign
    row = next(row for row in _other_rows() if row[0] == first)
    return row[number - 1] if number <= len(row) else str(number)


def _printed(row: str, number: int) -> str:
    return _SIGN.sub(lambda sign: _counted(sign[0], number), row, count=1)


def _named(row: str, number: int) -> str:
    """How the id says a point: in brackets and in Latin letters or figures, whatever is printed."""
    core = _SIGN.search(row)
    return id_sign(_counted(core[0].lower(), number)) if core else f"({row}{number})"


def labels_of(paragraphs: Sequence[Labelled]) -> dict[str, Label]:
    """The label of every paragraph, by key."""
    units: dict[str, _Unit] = {}
    for paragraph in paragraphs:
        units.setdefault(paragraph.unit, _Unit(paragraph.unit)).look_at(paragraph)
    return {paragraph.key: units[paragraph.unit].next(paragraph) for paragraph in paragraphs}


_NAMES = {Kind.PREAMBULAR: "PP", Kind.OPERATIVE: "OP", Kind.HEADING: "H", Kind.TEXT: "T"}


@dataclass(slots=True)
class _Unit:
    """The count in the resolution, or in one annex or part; `sections` says how many are numbered in each."""

    name: str
    sections: list[int] = field(default_factory=lambda: [0])
    section: int = 0
    counts: Counter[Kind] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    parent: str = ""  # what points stand under
    below: list[tuple[str, int]] = field(default_factory=list)  # the row and the count of points, by level

    def __post_init__(self) -> None:
        self.parent = self.name

    def look_at(self, paragraph: Labelled) -> None:
        """See a paragraph before anything is named: a single one has no number."""
        if paragraph.restarts and paragraph.kind is Kind.HEADING:
            self.sections.append(0)
        self.sections[-1] += paragraph.kind is Kind.OPERATIVE

    def next(self, paragraph: Labelled) -> Label:
        """The label of the paragraph that comes next in the unit."""
        if paragraph.kind is Kind.SUBPARAGRAPH:
            return self._point(max(1, paragraph.level), paragraph.title)
        if paragraph.opens_unit:
            self.parent, self.below = self.name, []
            return Label(self.name, paragraph.title)
        self.counts[paragraph.kind] += 1
        number = self.counts[paragraph.kind]
        name = self._free(f"{self.name}{'.' if self.name else ''}{_NAMES[paragraph.kind]}{number}")
        if paragraph.restarts and paragraph.kind is Kind.HEADING:
            self.section += 1
            self.counts[Kind.OPERATIVE] = 0
        if not (self.below and goes_on(paragraph)):
            self.parent, self.below = name, []
        if paragraph.kind is Kind.OPERATIVE:
            alone = self.sections[self.section] == 1 and paragraph.part is not Part.ANNEX
            return Label(name, "" if alone else str(number))
        return Label(name, "" if paragraph.kind is Kind.PREAMBULAR else paragraph.title)

    def _point(self, level: int, row: str) -> Label:
        below, row = self.below, row or _usual(level)
        while len(below) < level - 1:  # (i) without its (a) takes the place of one below (a)
            below.append((_usual(len(below) + 1), 1))
        before, count = below[level - 1] if len(below) >= level else (row, 0)
        below[level - 1 :] = [(row, count + 1 if before == row else 1)]
        signs = "".join(_named(*step) for step in below)
        return Label(self._free(self.parent + signs), _printed(row, below[-1][1]))

    def _free(self, name: str) -> str:
        """The name, marked "bis", "ter" and so on where it stands already (numbers that begin anew)."""
        self.taken[name] += 1
        times = self.taken[name] - 1
        again: list[str] = load("labels")["again"]
        return name if not times else self._free(f"{name}{again[(times - 1) % len(again)]}")


def goes_on(paragraph: Labelled) -> bool:
    """Whether points after the paragraph count on: it is text that only goes on with what they belong to."""
    return paragraph.kind is Kind.TEXT and not paragraph.announces
