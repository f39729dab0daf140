# SPDX-License-Identifier: GPL-3.0-or-later
"""Which versions stand in which columns, and what each is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ui.comparison.grouping import Node, Threads
from ui.comparison.rows import Version

MOST = 5
"""More columns than these leave too few words to a line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Versions, those shown by their places, and the column all are compared with (None: each with its left).

    `threads` are the ids of each paragraph of the series by version.
    """

    versions: tuple[Version, ...]
    shown: tuple[int, ...]
    fixed: int | None = None
    threads: Threads = ()

    @property
    def against(self) -> tuple[int | None, ...]:
        """For each column the one it is compared with."""
        if self.fixed is None:
            return (None, *range(len(self.shown) - 1))
        return tuple(None if at == self.fixed else self.fixed for at in range(len(self.shown)))

    @property
    def lives(self) -> Threads:
        """The threads by column."""
        return [[thread[at] if at < len(thread) else None for at in self.shown] for thread in self.threads]

    @property
    def returned(self) -> frozenset[Node]:
        """What stands in a column, not in that it is compared with, and stood in a version before that."""
        found = []
        for at, against in enumerate(self.against):
            if against is None or self.shown[against] > self.shown[at]:
                continue
            before, here = self.shown[against], self.shown[at]
            for thread in self.threads:
                one = thread[here] if here < len(thread) else None
                if one is not None and thread[before] is None and any(thread[:before]):
                    found.append((at, one))
        return frozenset(found)

    def renewed(self, versions: Sequence[Version], threads: Threads = ()) -> Choice:
        """Other texts; each column keeps its version by its name, or takes the last one there is."""
        names = [version.name for version in versions]
        last = len(names) - 1
        former = [self.versions[at].name for at in self.shown]
        shown = tuple(
            names.index(name) if name in names else min(at, last)
            for name, at in zip(former, self.shown, strict=True)
        )
        return replace(self, versions=tuple(versions), shown=shown, threads=threads)

    def with_column(self, at: int, version: int) -> Choice:
        """Another version in a column; among more than two, the column that had it takes the one given up."""
        shown = list(self.shown)
        if len(shown) > 2 and version in shown:
            shown[shown.index(version)] = shown[at]
        shown[at] = version
        return replace(self, shown=tuple(shown))

    def added(self) -> Choice:
        """One version more, the latest not shown yet, in the order of the versions where they stand in it."""
        free = [at for at in range(len(self.versions)) if at not in self.shown]
        if not free or len(self.shown) >= MOST:
            return self
        shown = [*self.shown, free[-1]]
        in_order = list(self.shown) == sorted(self.shown)
        return self._arranged(sorted(shown) if in_order else shown)

    def dropped(self, at: int) -> Choice:
        """Without a column; two are left at least."""
        if len(self.shown) <= 2:
            return self
        return self._arranged([one for column, one in enumerate(self.shown) if column != at])

    def moved(self, at: int, by: int) -> Choice:
        """A column changes places with its neighbour."""
        to = at + by
        if not 0 <= to < len(self.shown):
            return self
        shown = list(self.shown)
        shown[at], shown[to] = shown[to], shown[at]
        return self._arranged(shown)

    def compared_with(self, at: int | None) -> Choice:
        """All compared with one column, or each with its left neighbour."""
        return replace(self, fixed=at)

    def _arranged(self, shown: Sequence[int]) -> Choice:
        """Other columns; the fixed one stays the same version, or there is none any more."""
        fixed = None if self.fixed is None else self.shown[self.fixed]
        at = shown.index(fixed) if fixed is not None and fixed in shown else None
        return replace(self, shown=tuple(shown), fixed=at)
