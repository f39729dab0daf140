# SPDX-License-Identifier: GPL-3.0-or-later
"""The links between two versions while they are being found: what is free, and what stands between which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from drafting.comparing.anchors import Link, most_in_order, surely_in_order


@dataclass(frozen=True, slots=True)
class Decided:
    """What is settled beforehand, by places, and never taken apart.

    `split` and `merged` hold for a link all places on its new or old side; `broken` links are never made.
    `olds` and `news` are settled otherwise and have no partner here.
    """

    links: Mapping[int, int] = field(default_factory=dict)
    split: Mapping[Link, list[int]] = field(default_factory=dict)
    merged: Mapping[Link, list[int]] = field(default_factory=dict)
    broken: frozenset[Link] = frozenset()
    olds: frozenset[int] = frozenset()
    news: frozenset[int] = frozenset()

    @property
    def spent(self) -> tuple[set[int], set[int]]:
        """The places on either side that may find no partner any more."""
        olds = {*self.olds, *self.links, *(i for several in self.merged.values() for i in several)}
        news = {*self.news, *self.links.values(), *(j for several in self.split.values() for j in several)}
        return olds, news

    def within(self, olds: Sequence[int], news: Sequence[int]) -> Decided:
        """The same for these places alone, numbered from 0; what leads elsewhere is settled there."""
        if self == Decided():
            return self
        at_old = {place: at for at, place in enumerate(olds)}
        at_new = {place: at for at, place in enumerate(news)}
        inside = [link for link in self.links.items() if link[0] in at_old and link[1] in at_new]
        spent = self.spent
        return Decided(
            {at_old[i]: at_new[j] for i, j in inside},
            broken=frozenset((at_old[i], at_new[j]) for i, j in self.broken if i in at_old and j in at_new),
            olds=frozenset(at_old[i] for i in spent[0] if i in at_old),
            news=frozenset(at_new[j] for j in spent[1] if j in at_new),
        )


class Found(NamedTuple):
    """What was found about leftovers: kept until one of them, or a link, changes.

    First the links `made`, and those of before that were `undone` for it. Of these some were `stolen` from
    what stands beside them; that depends on more texts and is seen anew each time. Then what is so in the
    end, and the links that are guesses.
    """

    undone: frozenset[int]
    made: dict[int, int]
    doubtful: dict[Link, float]
    stolen: tuple[list[Link], list[Link]]
    at_last: dict[int, int]
    guesses: set[Link]


# While a version is edited the same links are found again and again, about a dozen sets of them each time.
_SETS = 32


@lru_cache(maxsize=_SETS)
def _in_order(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return most_in_order(links)


@lru_cache(maxsize=_SETS)
def _surely_in_order(links: tuple[Link, ...]) -> tuple[Link, ...]:
    kept = _in_order(links)
    return kept if len(kept) == len(links) else surely_in_order(links)


@lru_cache(maxsize=_SETS)
def _between(frame: tuple[Link, ...], lengths: Link) -> tuple[tuple[range, range], ...]:
    """The places between every two links that kept their order, where both sides have some."""
    found = []
    i = j = 0
    for next_i, next_j in (*frame, lengths):
        if next_i > i and next_j > j:
            found.append((range(i, next_i), range(j, next_j)))
        i, j = next_i + 1, next_j + 1
    return tuple(found)


class Links:
    """Links from old places to new ones, each place at most once, around what is decided."""

    def __init__(self, old_length: int, new_length: int, decided: Decided) -> None:
        self.lengths = old_length, new_length
        self.decided = decided
        self.partner: dict[int, int] = dict(decided.links)
        self.spent = decided.spent
        self._order: tuple[Link, ...] | None = None
        self._frame: tuple[Link, ...] | None = None

    def add(self, links: Mapping[int, int]) -> None:
        """Make links between places that are free."""
        if not links:
            return
        self.partner.update(links)
        self.spent[0].update(links)
        self.spent[1].update(links.values())
        self._order = self._frame = None

    def undo(self, i: int) -> None:
        """Take a link back, so that both its places are free."""
        self.spent[0].discard(i)
        self.spent[1].discard(self.partner.pop(i))
        self._order = self._frame = None

    def may(self, i: int, j: int) -> bool:
        """Whether both places are free, and the drafter did not part them."""
        return i not in self.spent[0] and j not in self.spent[1] and (i, j) not in self.decided.broken

    def free(self) -> tuple[list[int], list[int]]:
        """The places without partner on either side."""
        return self.free_within(range(self.lengths[0]), range(self.lengths[1]))

    def free_within(self, olds: Iterable[int], news: Iterable[int]) -> tuple[list[int], list[int]]:
        """Those of these places that have no partner."""
        return [i for i in olds if i not in self.spent[0]], [j for j in news if j not in self.spent[1]]

    def in_order(self) -> tuple[Link, ...]:
        """The links that kept their order, sorted."""
        if self._order is None:
            self._order = _in_order(tuple(sorted(self.partner.items())))
        return self._order

    def frame(self) -> tuple[Link, ...]:
        """The links that surely kept their order, sorted."""
        if self._frame is None:
            self._frame = _surely_in_order(tuple(sorted(self.partner.items())))
        return self._frame

    def opposite(self, side: int, place: int) -> range:
        """The places of the other version where one of this side would stand if it had kept its order."""
        frame, other = self.frame(), 1 - side
        at = bisect_left(frame, place, key=itemgetter(side))
        start = frame[at - 1][other] + 1 if at else 0
        return range(start, frame[at][other] if at < len(frame) else self.lengths[other])

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """The free places between every two links of the frame, where both sides have some."""
        for olds, news in _between(self.frame(), self.lengths):
            free_old, free_new = self.free_within(olds, news)
            if free_old and free_new:
                yield free_old, free_new
