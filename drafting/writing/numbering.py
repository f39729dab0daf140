# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraph numbers as Word's own numbering: what is printed equals the record's label, and is never typed.

A label that follows from its place in the list is left to Word's counting. One that jumps begins a new
instance of the list at that number; one that is no number of the list ("5 bis") becomes a list of its own
that prints it as it is, so that the count goes on after it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from string import ascii_lowercase
from typing import Any

from drafting.draft.labels import roman
from drafting.writing.layout import Layout, numbering_shape
from drafting.writing.ooxml import Element, w

_HIGHEST, _HIGHEST_ROMAN = 780, 399  # beyond, a label is printed as it is


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's place in Word's numbering: list instance (None: no number), level, and style.

    `by_style`: the style alone gives it that place. `lead` stands between number and text.
    """

    num: int | None
    level: int
    style: str
    by_style: bool = False
    lead: str = ""


class Numbering:
    """Gives the paragraphs of one text their places in order, then the part that prints their numbers.

    With `beside` the text shares the lists of another one in the same document: a paragraph that stands in
    both has the same place wherever it is printed with the same number.
    """

    def __init__(self, layout: Layout, beside: Numbering | None = None) -> None:
        self.layout = layout
        self._definitions: _Definitions = beside._definitions if beside else _Definitions(layout)
        if beside is None:
            for levels in layout["lists"].values():
                self._definitions.instance(self._definitions.add(levels))
        self._plain: Mapping[str, str] = layout["plain_heading"]
        names = list(layout["lists"])
        lists = {name: _List(self._definitions, layout["lists"][name], at) for at, name in enumerate(names)}
        self._paragraphs, self._headings = lists["operative"], lists["headings"]

    def paragraph(self, level: int, label: str, like: Place | None = None) -> Place:
        """The place of an operative paragraph (level 0) or a point (1 and deeper) printed with this label.

        `like` is its place in the other text.
        """
        place = self._paragraphs.place(level, label, like)
        if not label and not level:
            # Taken out of the list of its style, it would lose its indents in LibreOffice.
            return Place(None, 0, "Unnumbered", by_style=True)
        return replace(place, by_style=place.num == self._paragraphs.first)

    def restart_points(self) -> None:
        """A paragraph without number stands here: the points after it begin again."""
        self._paragraphs.cut()

    def heading(self, label: str, like: Place | None = None) -> Place:
        """The place of a heading: sections in roman numerals, then letters; one without number is plain."""
        if not label:
            return Place(None, 0, self._plain["style"], by_style=True, lead=self._plain["lead"])
        return self._headings.place(self._headings.level_of(label), label, like)

    def part(self) -> Element:
        """The numbering part of the document."""
        return w("numbering", *self._definitions.abstracts, *self._definitions.nums)


@dataclass
class _Definitions:
    """The lists of a document and their instances, as they come to be needed."""

    layout: Layout
    abstracts: list[Element] = field(default_factory=list)
    nums: list[Element] = field(default_factory=list)
    made: dict[int, Hashable] = field(default_factory=dict)  # what each instance was made for
    apart: dict[int, int] = field(default_factory=dict)  # the list of headless points of each list

    def add(self, levels: Sequence[Mapping[str, Any]]) -> int:
        """A new list; returns its index."""
        index = len(self.abstracts)
        kind = w("multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel")
        made = (_level(place, level, self.layout) for place, level in enumerate(levels))
        self.abstracts.append(w("abstractNum", kind, *made, abstractNumId=index))
        return index

    def headless(self, abstract: int, levels: Sequence[Mapping[str, Any]]) -> int:
        """The list of points with no paragraph of level 0 before them; returns its index.

        LibreOffice takes them for points of a first paragraph and would go on at 2; and were the list begun
        anew for that, every paragraph after it would stand in another list, though one alone became a point.
        """
        if abstract not in self.apart:
            self.apart[abstract] = self.add([{**level, "linked": False} for level in levels])
        return self.apart[abstract]

    def instance(self, abstract: int, level: int = 0, start: int | None = None) -> int:
        """A new instance of a list; with `start` it counts from there at `level`, whatever came before."""
        number = len(self.nums) + 1
        override = [] if start is None else [w("lvlOverride", w("startOverride", val=start), ilvl=level)]
        self.nums.append(w("num", w("abstractNumId", val=abstract), *override, numId=number))
        return number


class _List:
    """Word's counting in one list, followed step by step."""

    def __init__(self, definitions: _Definitions, levels: Sequence[Mapping[str, Any]], abstract: int) -> None:
        self.first = abstract + 1  # the instance that counts from the beginning of the text
        self._definitions = definitions
        self._levels = levels
        self._abstract = abstract
        self._main = self.first  # counts level 0
        self._below: int | None = None  # counts the levels below; None when they must begin again
        self._begun = 0  # the level from which `_below` counts
        self._counts: dict[int, int] = {}
        self._last = 0
        self._like: Place | None = None
        self._used: set[int] = set()

    def place(self, level: int, label: str, like: Place | None = None) -> Place:
        self._like = like
        shape = self._levels[min(level, len(self._levels) - 1)]
        number = _number(shape, label) if level < len(self._levels) else None
        if number is None:
            if level == 0:
                self.cut()
            deep = min(level, len(self._levels) - 1) if label else 0
            num = self._printed_as_it_is(shape, label, deep) if label else None
            return Place(num, deep, shape["style"], lead=shape.get("lead", ""))
        follows = number == self._counts.get(level, 0) + 1
        num = self._counted(level, number, follows)
        self._counts = {key: count for key, count in self._counts.items() if key < level} | {level: number}
        self._last = level
        return Place(num, level, shape["style"], lead=shape.get("lead", ""))

    def cut(self) -> None:
        """What stands below level 0 must begin again, though Word saw no number of that level."""
        self._below = None
        self._counts = {level: count for level, count in self._counts.items() if level == 0}

    def level_of(self, label: str) -> int:
        """The level whose next number the label is, else the first that can print it, else 0."""
        levels = range(len(self._levels))
        able = [level for level in levels if _number(self._levels[level], label) is not None]
        near = sorted(able, key=lambda level: (level != self._last, level))
        next_in = [
            level for level in near if _number(self._levels[level], label) == self._counts.get(level, 0) + 1
        ]
        return next(iter(next_in + able), 0)

    def _counted(self, level: int, number: int, follows: bool) -> int:
        if level == 0:
            if not follows:
                self._main = self._instance(0, number)
            self._below, self._begun = self._main, 0
            return self._main
        if self._below is None or not follows or level < self._begun:
            self._below, self._begun = self._instance(level, number), level
        return self._below

    def _instance(self, level: int, start: int) -> int:
        """A new instance that counts from there, or the one of the other text that does so at this place."""
        headless = level > 0 and 0 not in self._counts
        abstract = self._definitions.headless(self._abstract, self._levels) if headless else self._abstract
        purpose = (abstract, level, start)
        return self._again(purpose) or self._made(purpose, self._definitions.instance(abstract, level, start))

    def _again(self, purpose: Hashable) -> int | None:
        """The instance at this place of the other text, when it serves this purpose and no other yet."""
        num = self._like.num if self._like else None
        if num is None or num in self._used or self._definitions.made.get(num) != purpose:
            return None
        self._used.add(num)
        return num

    def _made(self, purpose: Hashable, num: int) -> int:
        self._definitions.made[num] = purpose
        self._used.add(num)
        return num

    def _printed_as_it_is(self, shape: Mapping[str, Any], label: str, level: int) -> int:
        """A list of its own, at the depth of the others: to who reads it what follows is its neighbour."""
        stop = "." if shape["text"].endswith(".") and label[-1].isalnum() else ""
        fixed = {**shape, "format": "decimal", "text": label + stop, "linked": False}
        above = [{**other, "linked": False} for other in self._levels[:level]]
        purpose = (label + stop, shape["style"], level)
        made = self._again(purpose)
        return made or self._made(purpose, self._definitions.instance(self._definitions.add([*above, fixed])))


def _level(place: int, level: Mapping[str, Any], layout: Layout) -> Element:
    element = w("lvl", w("start", val=1), w("numFmt", val=level["format"]), ilvl=place)
    if level.get("linked"):
        element.append(w("pStyle", val=level["style"]))
    side = "right" if "number_right" in level else "left"
    after = "nothing" if level.get("lead") else "tab"  # what leads to the text stands in the paragraph then
    element.extend((w("suff", val=after), w("lvlText", val=level["text"]), w("lvlJc", val=side)))
    element.append(numbering_shape(level, layout))
    return element


def _number(shape: Mapping[str, Any], label: str) -> int | None:
    """Which number of its level a label is, a full stop aside; None when the level cannot print it."""
    return _labels(shape["format"], shape["text"]).get(label.removesuffix("."))


@cache
def _labels(form: str, text: str) -> Mapping[str, int]:
    """Every number by the label a level prints for it, without a full stop."""
    if form == "decimal":
        signs = [str(number) for number in range(1, _HIGHEST + 1)]
    elif form.endswith("Roman"):
        signs = [roman(number) for number in range(1, _HIGHEST_ROMAN + 1)]
    else:  # Word goes on after z with aa, bb, cc
        signs = [letter * rounds for rounds in range(1, _HIGHEST // 26 + 1) for letter in ascii_lowercase]
    if form.startswith("upper"):
        signs = [sign.upper() for sign in signs]
    return {
        re.sub(r"%\d", sign, text).removesuffix("."): number for number, sign in enumerate(signs, start=1)
    }
