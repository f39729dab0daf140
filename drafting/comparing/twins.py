# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that say nearly the same: where each can be followed in its own place, none of them moved.

A long text holds the same request for two years, or for two organizations. Edited a little, each may come to
read more like the other did than like itself. That both changed places is then the less likely story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from typing import NamedTuple

from drafting.comparing.anchors import Link
from drafting.comparing.links import Links
from drafting.comparing.memory import Memory

_NEARLY_AS_MUCH = 0.1
_AT_LEAST = 0.5
# Where so few links keep their order, a place says little.
_FAR = 40
_OF_ITS_OWN = 0.8
Kinship = Callable[[int, int], float | None]


class Exchange(NamedTuple):
    """Links to undo, by their old places, and links to make instead."""

    undone: tuple[int, ...]
    made: dict[int, int]


def put_in_order(
    texts: tuple[Sequence[str], Sequence[str]], links: Links, memory: Memory, loose: Set[int], own: Kinship
) -> Iterator[Exchange]:
    """Exchange partners among near twins until no link out of order has a twin in its place; tell each.

    Only links of `loose` old places are touched. Where few words tell paragraphs apart, as a name does in a
    run of boilerplate, these words say what moved: `own` gives what two hold in common that few others hold.
    """
    asked: set[Link] = set()
    while moved := sorted(links.partner.items() - set(links.frame()) - links.decided.links.items() - asked):
        for link in moved:
            asked.add(link)
            exchange = _Place(texts, links, memory, link, own).exchange(loose) if link[0] in loose else None
            if exchange:
                for i in exchange.undone:
                    links.undo(i)
                links.add(exchange.made)
                yield exchange
                break


class _Place:
    """Where the two paragraphs of a link would stand if they had kept their order."""

    def __init__(
        self,
        texts: tuple[Sequence[str], Sequence[str]],
        links: Links,
        memory: Memory,
        link: Link,
        own: Kinship,
    ) -> None:
        self._old, self._new = texts
        self._links, self._memory, self._link, self._own = links, memory, link, own
        self._here, self._there = links.opposite(1, link[1]), links.opposite(0, link[0])

    def exchange(self, loose: Set[int]) -> Exchange | None:
        """What to link instead, if there are twins enough among the loose old places."""
        (i, j), had = self._link, self._agreement(*self._link)
        if not had or len(self._here) + len(self._there) > _FAR:
            return None
        least = max(had - _NEARLY_AS_MUCH, _AT_LEAST)
        free_old, free_new = self._links.free_within(self._here, self._there)
        found = [
            self._likest([(k, j) for k in free_old], least),
            self._likest([(i, k) for k in free_new], least),
        ]
        made = dict(filter(None, found))
        if not made or (None in found and self._old[i] == self._new[j]):
            return self._crossing(had, loose)
        return Exchange((i,), made)

    def _likest(self, options: Sequence[Link], least: float) -> Link | None:
        allowed = [link for link in options if link not in self._links.decided.broken and self._kin(link)]
        best = max(allowed, key=lambda link: self._agreement(*link), default=None)
        return best if best and self._agreement(*best) >= least else None

    def _crossing(self, had: float, loose: Set[int]) -> Exchange | None:
        """Two links that cross, with partners exchanged; not where both moved word for word."""
        i, j = self._link
        decided = self._links.decided
        for k in self._here:
            other = self._links.partner.get(k, -1)
            if k == i or k not in loose or other not in self._there or k in decided.links:
                continue
            if {(k, j), (i, other)} & decided.broken:
                continue
            if self._old[i] == self._new[j] and self._old[k] == self._new[other]:
                continue
            now = had + self._agreement(k, other)
            if not (self._kin((k, j)) and self._kin((i, other))):
                continue
            then = self._agreement(k, j), self._agreement(i, other)
            if min(then) >= _AT_LEAST and sum(then) >= now - 2 * _NEARLY_AS_MUCH:
                return Exchange((i, k), {k: j, i: other})
        return None

    def _kin(self, link: Link) -> bool:
        """Whether it has as much of its own in common as the link that is there, or nearly."""
        had, would = self._own(*self._link), self._own(*link)
        if had is None or would is None or would >= had * _OF_ITS_OWN:
            return True
        (i, j), (k, m) = self._link, link
        undated = self._memory.undated
        return (
            undated[self._old[k]] == undated[self._old[i]] and undated[self._new[m]] == undated[self._new[j]]
        )

    def _agreement(self, i: int, j: int) -> float:
        return self._memory.agreement(self._old[i], self._new[j])
