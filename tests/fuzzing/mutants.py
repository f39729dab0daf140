# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged files, each made again from its name: the file it was, and a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from tests.fuzzing.any_damage import Damage
from tests.fuzzing.damage import BOMBS, WAYS
from tests.fuzzing.originals import Original

_MOST = 4  # ways of damage that one file takes at once
_BOMBS = 40  # one in so many unpacks to hundreds of megabytes


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file damaged as chance has it; `only` are the places in its plan of what is done, all without it."""

    original: Original
    number: int
    only: tuple[int, ...] | None = None

    @property
    def name(self) -> str:
        """What makes it again: "56-2.txt#17", "56-2.txt#17:0,2"."""
        chosen = "" if self.only is None else ":" + ",".join(map(str, self.only))
        return f"{self.original.name}#{self.number}{chosen}"

    @property
    def suffix(self) -> str:
        """Its kind."""
        return self.original.suffix

    @property
    def told(self) -> str:
        """What is done to it, in order."""
        plan = self._plan()
        return ", ".join(plan[at].__name__ for at in self._chosen(plan))

    def content(self) -> bytes:
        """The damaged bytes."""
        data, plan = self.original.content(), self._plan()
        for at in self._chosen(plan):
            data = plan[at](data, _chance(self.original, self.number, at))
        return data

    def smaller(self) -> Iterator[Mutant]:
        """The same with less damage, the least first."""
        plan = self._plan()
        if len(plan) > 1:
            yield from (replace(self, only=(at,)) for at in range(len(plan)))
            yield from (replace(self, only=tuple(range(end))) for end in range(2, len(plan)))

    def _chosen(self, plan: list[Damage]) -> tuple[int, ...]:
        return tuple(range(len(plan))) if self.only is None else self.only

    def _plan(self) -> list[Damage]:
        chance = _chance(self.original, self.number)
        kind = self.original.suffix
        if kind in BOMBS and chance.randrange(_BOMBS) == 0:
            return [BOMBS[kind]]
        return [chance.choice(WAYS[kind]) for _ in range(chance.choice((1, 1, 2, _MOST)))]


def _chance(original: Original, number: int, at: int | None = None) -> Random:
    return Random(f"{original.name}/{number}/{at}")  # noqa: S311  # for damage, not for secrets


def named(name: str, originals: list[Original]) -> Mutant:
    """The mutant of this name; raises KeyError when there is no such original."""
    file, _, rest = name.rpartition("#")
    number, _, chosen = rest.partition(":")
    known = {original.name: original for original in originals}
    only = tuple(map(int, chosen.split(","))) if chosen else None
    return Mutant(known[file], int(number), only)
