# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers Word prints before paragraphs, counted as Word counts them.

Counting goes by abstract list: instances of one share its counts, and an instance with a start of its own
begins there when it is first used. Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.ordinals import in_figures
from drafting.reading.numerals import in_letters, in_roman
from drafting.reading.word.names import Element, child, local, number, switched, value, value_of
from drafting.reading.word.styles import ParagraphLook, Styles

LEVELS = 9
_LONGEST = 40  # characters of a printed number; a level may print any text
_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff\u00b7o§\u25cf\u25cb\u25aa]")  # signs of the fonts that hold bullets
_BULLET = "\u2022"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints; `restart` is the level (from 1) that restarts it, 0 none."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _Counts:
    """How far an abstract list has counted, by level; levels not met yet are missing."""

    reached: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, counted on with every paragraph that is asked about, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[int, Element] = {}
        self._style_links: dict[str, str] = {}
        for element in root.iterchildren() if root is not None else ():
            if local(element) == "abstractNum":
                key = value(element, "abstractNumId")
                self._abstracts.setdefault(key, element)
                if link := value_of(element, "styleLink"):
                    self._style_links.setdefault(link, key)
            elif local(element) == "num" and (num := number(value(element, "numId"))) is not None:
                self._nums.setdefault(num, element)
        self._instances: dict[int, _Instance | None] = {}
        self._counts: dict[str, _Counts] = {}

    def label(self, look: ParagraphLook) -> tuple[str, int]:
        """The number printed before the next paragraph and its depth from 1; ("", 0) outside lists."""
        instance = self._instance(look.num) if look.num else None
        if instance is None:
            return "", 0
        depth = self._level_of(look, instance)
        level = instance.levels.get(depth)
        if level is None:
            return "", 0
        reached = self._count(instance, depth, level)
        return _printed(instance, depth, reached), depth + 1

    def _level_of(self, look: ParagraphLook, instance: _Instance) -> int:
        """The level of a paragraph: its own, or that which the list ties to its style."""
        tied = (at for at, level in instance.levels.items() if level.style and level.style == look.style)
        found = look.level if look.level is not None else next(tied, 0)
        return min(max(found, 0), LEVELS - 1)

    def _count(self, instance: _Instance, depth: int, level: Level) -> dict[int, int]:
        reached = self._counts.setdefault(instance.abstract, _Counts()).reached
        if depth in instance.starts and depth not in instance.begun:
            reached[depth] = instance.starts[depth]
            instance.begun.add(depth)
        else:
            start = instance.starts.get(depth, level.start)
            reached[depth] = reached[depth] + 1 if depth in reached else start
        for deeper in [other for other in reached if other > depth]:
            restart = instance.levels.get(deeper, Level()).restart
            if restart is None or depth < restart:  # restart after any higher level, or after one up to it
                del reached[deeper]
        return reached

    def _instance(self, num: int) -> _Instance | None:
        if num not in self._instances:
            self._instances[num] = self._read_instance(num)
        return self._instances[num]

    def _read_instance(self, num: int) -> _Instance | None:
        element = self._nums.get(num)
        if element is None:
            return None
        abstract = self._linked(value_of(element, "abstractNumId"))
        definition = self._abstracts.get(abstract)
        levels = dict(_levels(definition)) if definition is not None else {}
        starts: dict[int, int] = {}
        for override in element.iterchildren():
            at = number(value(override, "ilvl"))
            if local(override) != "lvlOverride" or at is None:
                continue
            levels |= dict(_levels(override))
            if (start := number(value_of(override, "startOverride"))) is not None:
                starts[at] = start
        return _Instance(abstract, levels, starts)

    def _linked(self, abstract: str) -> str:
        """The abstract list a list style stands for, where one only names the style."""
        link = value_of(self._abstracts.get(abstract), "numStyleLink")
        if not link:
            return abstract
        if link in self._style_links:
            return self._style_links[link]
        other = self._nums.get(self._styles.list_of(link) or -1)
        return value_of(other, "abstractNumId") or abstract


def _levels(element: Element) -> list[tuple[int, Level]]:
    found = []
    for definition in element.iterchildren():
        at = number(value(definition, "ilvl"))
        if local(definition) != "lvl" or at is None or not 0 <= at < LEVELS:
            continue
        start = number(value_of(definition, "start"))
        legal = child(definition, "isLgl")
        level = Level(
            start=1 if start is None else start,
            form=value_of(definition, "numFmt") or "decimal",
            text=value_of(definition, "lvlText")[:_LONGEST],
            restart=number(value_of(definition, "lvlRestart")),
            legal=legal is not None and switched(legal),
            style=value_of(definition, "pStyle"),
        )
        found.append((at, level))
    return found


def _printed(instance: _Instance, depth: int, reached: dict[int, int]) -> str:
    level = instance.levels[depth]

    def sign(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = instance.levels.get(at, Level())
        count = reached.get(at, instance.starts.get(at, other.start))
        return in_form(count, "decimal" if level.legal and at < depth else other.form)

    printed = " ".join(_PLACE.sub(sign, level.text).split())
    return _BULLET if _PRIVATE.fullmatch(printed) else printed


def in_form(count: int, form: str) -> str:
    """A number in one of Word's forms; a form not known is printed in figures."""
    if form in {"none", "bullet"}:
        return ""
    small = form[5:].lower() if form.startswith(("lower", "upper")) else ""
    sign = in_letters(count) if small == "letter" else in_roman(count) if small == "roman" else ""
    if sign:
        return sign.upper() if form.startswith("upper") else sign
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        return in_figures(count)
    return str(count)
