# SPDX-License-Identifier: GPL-3.0-or-later
"""What two versions hold in common for certain, and the order they keep: a frame for the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from itertools import chain, pairwise

Link = tuple[int, int]


def identical(old: Sequence[str], new: Sequence[str], made: Mapping[int, int] | None = None) -> list[Link]:
    """Links between equal texts, in the order of the old version; every index at most once.

    A text that stands once on each side is linked at once. Of a text that stands more often (boilerplate),
    the copies beside links already made go first, so that a repeated paragraph keeps its neighbours; the rest
    are paired in order, where that order is the one of the other links; last go those beside what was moved.
    `made` are links that stand already.
    """
    partner = dict(made or {})
    taken = set(partner.values())
    places: dict[str, list[int]] = {}
    for i, text in enumerate(old):
        if i not in partner:
            places.setdefault(text, []).append(i)
    shared: dict[str, list[int]] = {}
    for j, text in enumerate(new):
        if text in places and j not in taken:
            shared.setdefault(text, []).append(j)
    repeated = []
    for text, news in shared.items():
        olds = places[text]
        if len(olds) == len(news) == 1:
            partner[olds[0]] = news[0]
        else:
            repeated.append((olds, news))
    if repeated:
        waiting = {index for pair in repeated for index in pair[0]}
        steady = {i for i, _ in keeping_order(sorted(partner.items()))}
        moved = partner.keys() - steady
        _spread(partner, steady, waiting, (old, new))
        _pair_in_order(partner, repeated)
        _spread(partner, moved, waiting, (old, new))
    return sorted(partner.items())


def once_each(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Links between the texts that stand exactly once on each side."""
    first = dict(zip(reversed(old), range(len(old) - 1, -1, -1), strict=True))
    last = dict(zip(old, range(len(old)), strict=True))
    first_new = dict(zip(reversed(new), range(len(new) - 1, -1, -1), strict=True))
    last_new = dict(zip(new, range(len(new)), strict=True))
    return {
        i: last_new[text]
        for text, i in last.items()
        if text in last_new and first[text] == i and first_new[text] == last_new[text]
    }


def _spread(
    partner: dict[int, int], starts: Set[int], waiting: set[int], texts: tuple[Sequence[str], Sequence[str]]
) -> None:
    """Link equal texts that stand directly after or before a pair already linked, as far as that reaches."""
    old, new = texts
    taken = set(partner.values())
    for step in (1, -1):
        for start in sorted(starts, reverse=step < 0):
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


def _pair_in_order(partner: dict[int, int], repeated: Sequence[tuple[list[int], list[int]]]) -> None:
    """Pair the copies that are left where both stand between the same two links that kept their order."""
    frame = sorted(keeping_order(sorted(partner.items())))
    befores, afters = [i for i, _ in frame], [j for _, j in frame]
    taken = set(partner.values())
    for olds, news in repeated:
        waiting: dict[int, list[int]] = {}
        for j in reversed(news):
            if j not in taken:
                waiting.setdefault(bisect_left(afters, j), []).append(j)
        for i in olds:
            here = waiting.get(bisect_left(befores, i)) if i not in partner else None
            if here:
                partner[i] = here.pop()


def keeping_order(links: Sequence[Link]) -> set[Link]:
    """The most links that stand in the same order on both sides; those left over are what moved.

    `links` are sorted by their first index. Links that follow one another on both sides keep their order, or
    lose it, together, so that only whole stretches have to be weighed against one another.
    """
    return set(most_in_order(links))


def most_in_order(links: Sequence[Link]) -> tuple[Link, ...]:
    """What `keeping_order` gives, sorted."""
    stretches = _stretches(links)
    if len(stretches) <= 1:
        return tuple(links)
    kept = heaviest_in_order({links[start]: float(end - start) for start, end in stretches})
    return _of_stretches(links, stretches, set(kept))


def surely_keeping_order(links: Sequence[Link]) -> set[Link]:
    """The links that keep their order however one chooses the most that do.

    Of two that changed places none does: either may be the one that moved. `links` are sorted.
    """
    return set(surely_in_order(links))


def surely_in_order(links: Sequence[Link]) -> tuple[Link, ...]:
    """What `surely_keeping_order` gives, sorted."""
    stretches = _stretches(links)
    weights = {links[start]: end - start for start, end in stretches}
    ends = _heaviest_ending(weights)
    starts = _heaviest_ending({(-i, -j): weight for (i, j), weight in weights.items()})
    most = max(ends.values(), default=0)
    on_one = [
        (end - weights[link], end, link)
        for link, end in ends.items()
        if end + starts[-link[0], -link[1]] - weights[link] == most
    ]
    on_one.sort()
    sure, reached = set(), 0
    followings = [*(start for start, _, _ in on_one[1:]), most]
    for (start, end, link), following in zip(on_one, followings, strict=False):
        if reached <= start and end <= following:
            sure.add(link)  # no other could stand in its place
        reached = max(reached, end)
    return _of_stretches(links, stretches, sure)


def _stretches(links: Sequence[Link]) -> list[Link]:
    """Where runs of sorted links that follow one another on both sides, other links aside, begin and end."""
    news = [j for _, j in links]
    ranked = dict(zip(sorted(news), range(len(news)), strict=True))
    ranks = [ranked[j] for j in news]
    edges = [place for place, (rank, following) in enumerate(pairwise(ranks), 1) if following != rank + 1]
    return [*pairwise((0, *edges, len(links)))] if links else []


def _of_stretches(links: Sequence[Link], stretches: Sequence[Link], chosen: Set[Link]) -> tuple[Link, ...]:
    """The links of those stretches whose first one was chosen."""
    return tuple(
        chain.from_iterable([links[start:end] for start, end in stretches if links[start] in chosen])
    )


def _heaviest_ending(weights: Mapping[Link, int]) -> dict[Link, int]:
    """For each link the heaviest choice that ends with it and keeps the order; no index stands twice."""
    ends: list[int] = []
    totals = [0]
    heaviest = {}
    for link in sorted(weights):
        place = bisect_left(ends, link[1])
        heaviest[link] = total = totals[place] + weights[link]
        stop = place
        while stop < len(ends) and totals[stop + 1] <= total:
            stop += 1
        ends[place:stop], totals[place + 1 : stop + 1] = [link[1]], [total]
    return heaviest


def heaviest_in_order(weights: Mapping[Link, float]) -> list[Link]:
    """Of weighted links the choice that adds up to the most with no two crossing and no index used twice."""
    if len(weights) <= 1:
        return [*weights]
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
