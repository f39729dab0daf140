# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs set and broken by hand: what they mean for two versions."""

from __future__ import annotations

from drafting.comparing.links import Decided
from drafting.comparing.records import Pairings
from drafting.resolution import Resolution


def by_places(fixed: Pairings, old: Resolution, new: Resolution) -> Decided:
    """The decisions by the places of the paragraphs.

    Of the pairs that were set, one that would join several old paragraphs with several new ones is passed
    over, and so is one that was broken as well.
    """
    at_old = {paragraph.id: place for place, paragraph in enumerate(old.paragraphs)}
    at_new = {paragraph.id: place for place, paragraph in enumerate(new.paragraphs)}

    def places(pairs: tuple[tuple[str, str], ...]) -> list[tuple[int, int]]:
        return [(at_old[one], at_new[other]) for one, other in pairs if one in at_old and other in at_new]

    broken = frozenset(places(fixed.broken))
    news_of: dict[int, list[int]] = {}
    olds_of: dict[int, list[int]] = {}
    for i, j in places(fixed.made):
        joins = any(len(olds_of[k]) > 1 for k in news_of.get(i, ())) or any(
            len(news_of[k]) > 1 for k in olds_of.get(j, ())
        )
        both = i in news_of and j in olds_of
        if joins or both or (i, j) in broken:
            continue
        news_of.setdefault(i, []).append(j)
        olds_of.setdefault(j, []).append(i)
    links = {i: js[0] for i, js in news_of.items() if olds_of[js[0]][0] == i}
    return Decided(
        links,
        {(i, js[0]): sorted(js) for i, js in news_of.items() if len(js) > 1},
        {(is_[0], j): sorted(is_) for j, is_ in olds_of.items() if len(is_) > 1},
        broken,
    )
