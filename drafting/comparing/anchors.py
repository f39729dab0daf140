# SPDX-License-Identifier: GPL-3.0-or-later
"""What two versions hold in common for certain, and the order they keep: a frame for the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

Link = tuple[int, int]


def identical(old: Sequence[str], new: Sequence[str]) -> list[Link]:
    """Links between equal texts, in the order of the old version; every index at most once.

    A text that stands once on each side is linked at once. Of a text that stands more often (boilerplate),
    the copies beside links already made go first, so that a repeated paragraph keeps its neighbours; the rest
    are paired in order.
    """
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, texts in enumerate((old, new)):
        for index, text in enumerate(texts):
            places.setdefault(text, ([], []))[side].append(index)
    shared = [pair for pair in places.values() if pair[0] and pair[1]]
    partner = {pair[0][0]: pair[1][0] for pair in shared if len(pair[0]) == len(pair[1]) == 1}
    repeated = [pair for pair in shared if len(pair[0]) > 1 or len(pair[1]) > 1]
    if repeated:
        _spread(partner, {index for pair in repeated for index in pair[0]}, old, new)
        taken = set(partner.values())
        for olds, news in repeated:
            partner.update(
                zip([i for i in olds if i not in partner], [j for j in news if j not in taken], strict=False)
            )
    return sorted(partner.items())


def _spread(partner: dict[int, int], waiting: set[int], old: Sequence[str], new: Sequence[str]) -> None:
    """Link equal texts that stand directly after or before a pair already linked, as far as that reaches."""
    taken = set(partner.values())
    for step in (1, -1):
        for start in sorted(partner, reverse=step < 0):
            i, j = start + step, partner[start] + step
            while (
                i in waiting
                and i not in partner
                and 0 <= j < len(new)
                and j not in taken
                and old[i] == new[j]
            ):
                partner[i] = j
                taken.add(j)
                i, j = i + step, j + step


def keeping_order(links: Sequence[Link]) -> set[Link]:
    """The most links that stand in the same order on both sides; those left over are what moved.

    `links` are sorted by their first index. Longest increasing subsequence by patience sorting.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, j) in enumerate(links):
        pile = bisect_left(tails, j)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(j)
            ends.append(place)
        else:
            tails[pile] = j
            ends[pile] = place
    kept: set[Link] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(links[place])
        place = before[place]
    return kept


def heaviest_in_order(weights: Mapping[Link, float]) -> list[Link]:
    """Of weighted links the choice that adds up to the most with no two crossing and no index used twice."""
    ends, totals = [-1], [0.0]
    chains: list[tuple[Link, int] | None] = [None]
    paths = [0]
    for link in sorted(weights, key=lambda link: (link[0], -link[1])):
        place = bisect_left(ends, link[1]) - 1
        total = totals[place] + weights[link]
        stop = place + 1
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        if stop == place + 1 < len(ends) and ends[stop] == link[1]:
            continue
        chains.append((link, paths[place]))
        ends[place + 1 : stop], totals[place + 1 : stop] = [link[1]], [total]
        paths[place + 1 : stop] = [len(chains) - 1]
    chosen: list[Link] = []
    step = chains[paths[-1]]
    while step is not None:
        chosen.append(step[0])
        step = chains[step[1]]
    return chosen[::-1]
