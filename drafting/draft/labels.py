# SPDX-License-Identifier: GPL-3.0-or-later
"""How paragraphs are named and numbered: computed from their order, never typed.

Practice: preambular paragraphs carry no number in print and are called PP1, PP2 …; operative paragraphs run
1., 2., 3. (a single one has no number); subparagraphs are (a), (i), a., i. (rules 1.5 and 1.7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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
        """The printed number of a heading."""


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


def sub_label(level: int, number: int) -> str:
    """The printed label of a subparagraph: (a) at level 1, (i) at 2, a. at 3, i. at 4 (rule 1.7)."""
    sign = letters(number) if level % 2 else roman(number)
    return f"({sign})" if level <= 2 else f"{sign}."


def labels_of(paragraphs: Sequence[Labelled]) -> dict[str, Label]:
    """The label of every paragraph, by key."""
    single = sum(paragraph.kind is Kind.OPERATIVE for paragraph in paragraphs) == 1
    found: dict[str, Label] = {}
    counts = {Kind.PREAMBULAR: 0, Kind.OPERATIVE: 0, Kind.HEADING: 0}
    parent = ""
    below: list[int] = []  # how many points there are so far at each level, from level 1 on
    for paragraph in paragraphs:
        if paragraph.kind is Kind.SUBPARAGRAPH:
            level = max(1, paragraph.level)
            below += [1] * (level - 1 - len(below))  # (i) without its (a) takes the place of one below (a)
            below[level - 1 :] = [sum(below[level - 1 : level]) + 1]
            signs = [sub_label(step, count) for step, count in enumerate(below, start=1)]
            found[paragraph.key] = Label(parent + "".join(signs), signs[-1])
            continue
        counts[paragraph.kind] += 1
        number = counts[paragraph.kind]
        if paragraph.kind is Kind.HEADING:
            found[paragraph.key] = Label(f"H{number}", paragraph.title)
            continue
        preamble = paragraph.part is Part.PREAMBLE
        parent = f"PP{number}" if preamble else f"OP{number}"
        found[paragraph.key] = Label(parent, "" if preamble or single else str(number))
        below = []
    return found
