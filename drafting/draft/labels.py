# SPDX-License-Identifier: GPL-3.0-or-later
"""How paragraphs are named and numbered: computed from their order, never typed.

Practice: preambular paragraphs carry no number in print and are called PP1, PP2 …; operative paragraphs run
1., 2., 3. (a single one has no number); subparagraphs are (a), (i), a., i. (rules 1.5 and 1.7). Every annex
and every part of a resolution counts for itself, and its name stands before those of its paragraphs
("A1.OP3"); unnumbered text of an annex is called T1, T2 …

In negotiation a paragraph put in may be numbered beside the one before it, so that all others keep their
numbers: "7 bis", "7 ter"; another wording of it is "7 alt", the next "7 alt2", and that of 7 bis "7 bis alt"
(rule 1.9).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import Protocol

from drafting.data import load
from drafting.reading.structure.letters import id_sign
from drafting.resolution import Kind, Part


class Counted(StrEnum):
    """How a paragraph gets its number."""

    ON = "on"  # the next one
    BIS = "bis"  # beside the one before: "7 bis", then "7 ter"
    ALT = "alt"  # another wording of the one before: "7 alt", then "7 alt2"


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
    def counted(self) -> Counted:
        """Whether its number runs on, or stands beside that of the one before."""

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


@lru_cache(maxsize=1024)
def _printed(row: str, number: int, again: str) -> str:
    """A point as printed: "(a)", "(a bis)"."""
    beside = f" {again}" if again else ""
    return _SIGN.sub(lambda sign: _counted(sign[0], number) + beside, row, count=1)


@lru_cache(maxsize=1024)
def _named(row: str, number: int, again: str) -> str:
    """How the id says a point: in brackets and in Latin letters or figures, whatever is printed."""
    core = _SIGN.search(row)
    sign = id_sign(_counted(core[0].lower(), number)) if core else f"({row}{number})"
    return f"{sign}{again.replace(' ', '')}"


@dataclass(slots=True)
class _Row:
    """A row of numbers as far as it has come; `sign` is that of its first one, where it is a row of points.

    `beside` counts those numbered beside the last one, `others` the other wordings of the last of these.
    """

    sign: str = ""
    number: int = 0
    beside: int = 0
    others: int = 0

    def step(self, counted: Counted) -> None:
        """Go to the next paragraph; beside nothing, and beside a bullet, nothing can be numbered."""
        bullet = bool(self.sign) and not _SIGN.search(self.sign)
        if counted is Counted.ON or not self.number or bullet:
            self.number, self.beside, self.others = self.number + 1, 0, 0
        elif counted is Counted.BIS:
            self.beside, self.others = self.beside + 1, 0
        else:
            self.others += 1

    @property
    def again(self) -> str:
        """What stands behind the number: "", "bis", "alt2", "bis alt"."""
        if not (self.beside or self.others):
            return ""  # nearly always, and asked for every paragraph of a long text
        return " ".join(filter(None, (inserted(self.beside), other_wording(self.others))))

    @property
    def name(self) -> str:
        """The point as an id says it."""
        return _named(self.sign, self.number, self.again)


def inserted(number: int) -> str:
    """What marks the first, second … paragraph numbered beside another: "bis", "ter" …; "" for none."""
    again: list[str] = load("labels")["again"]
    return "" if not number else again[number - 1] if number <= len(again) else f"{again[0]}{number}"


def other_wording(number: int) -> str:
    """What marks the first, second … other wording of a paragraph: "alt", "alt2" …; "" for none."""
    word: str = load("labels")["alternative"]
    return "" if not number else word if number == 1 else f"{word}{number}"


def labels_of(paragraphs: Sequence[Labelled]) -> dict[str, Label]:
    """The label of every paragraph, by key."""
    units: dict[str, _Unit] = {}
    for paragraph in paragraphs:
        if paragraph.unit not in units:
            units[paragraph.unit] = _Unit(paragraph.unit)
        units[paragraph.unit].look_at(paragraph)
    return {paragraph.key: units[paragraph.unit].next(paragraph) for paragraph in paragraphs}


NUMBERED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
"""The kinds of paragraphs that are counted, and can so be numbered beside another."""
_NAMES = {Kind.PREAMBULAR: "PP", Kind.OPERATIVE: "OP", Kind.HEADING: "H", Kind.TEXT: "T"}


@dataclass(slots=True)
class _Unit:
    """The count in the resolution, or in one annex or part; `sections` says how many are numbered in each."""

    name: str
    sections: list[int] = field(default_factory=lambda: [0])
    section: int = 0
    rows: dict[Kind, _Row] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)  # how often each name was given
    parent: str = ""  # what points stand under
    below: list[_Row] = field(default_factory=list)  # the rows of points, by level

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
            return self._point(max(1, paragraph.level), paragraph)
        if paragraph.opens_unit:
            self.parent, self.below = self.name, []
            return Label(self.name, paragraph.title)
        row = self.rows.setdefault(paragraph.kind, _Row())
        row.step(paragraph.counted if paragraph.kind in NUMBERED else Counted.ON)
        number = f"{row.number} {row.again}".rstrip()
        sign = number.replace(" ", "")
        name = self._free(f"{self.name}{'.' if self.name else ''}{_NAMES[paragraph.kind]}{sign}")
        if paragraph.restarts and paragraph.kind is Kind.HEADING:
            self.section += 1
            self.rows.pop(Kind.OPERATIVE, None)
        if not (self.below and goes_on(paragraph)):
            self.parent, self.below = name, []
        if paragraph.kind is Kind.OPERATIVE:
            alone = self.sections[self.section] == 1 and paragraph.part is not Part.ANNEX
            return Label(name, "" if alone else number)
        return Label(name, "" if paragraph.kind is Kind.PREAMBULAR else paragraph.title)

    def _point(self, level: int, paragraph: Labelled) -> Label:
        below, sign = self.below, paragraph.title or _usual(level)
        while len(below) < level - 1:  # (i) without its (a) takes the place of one below (a)
            below.append(_Row(_usual(len(below) + 1), 1))
        goes_on = len(below) >= level and below[level - 1].sign == sign
        row = below[level - 1] if goes_on else _Row(sign)
        row.step(paragraph.counted)
        below[level - 1 :] = [row]
        name = self._free(self.parent + "".join(one.name for one in below))
        return Label(name, _printed(sign, row.number, row.again))

    def _free(self, name: str) -> str:
        """The name, marked "bis", "ter" and so on where it stands already (numbers that begin anew)."""
        times = self.taken.get(name, 0)
        self.taken[name] = times + 1
        if not times:
            return name
        again: list[str] = load("labels")["again"]
        return self._free(f"{name}{again[(times - 1) % len(again)]}")


def goes_on(paragraph: Labelled) -> bool:
    """Whether points after the paragraph count on: it is text that only goes on with what they belong to."""
    return paragraph.kind is Kind.TEXT and not paragraph.announces
