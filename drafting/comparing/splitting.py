# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that were split into several or merged from several, found beside the pairs already linked.

A new paragraph without a partner is a part of the one beside it when most of it is what that one lost; an old
paragraph without a partner was merged into the one beside it when most of it is what that one gained.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafting.comparing.anchors import Link
from drafting.comparing.scoring import Particulars
from drafting.resolution import Kind, Paragraph

_MOST = 0.5


class Side(NamedTuple):
    """One version: its paragraphs, their squeezed texts, and what these can be known by."""

    paragraphs: Sequence[Paragraph]
    texts: Sequence[str]
    known: Particulars

    def particulars(self, place: int) -> set[str]:
        """What the paragraph at this place can be known by."""
        return self.known[self.texts[place]]


def parts(source: Side, result: Side, links: Mapping[int, int]) -> dict[Link, list[int]]:
    """For each link whose source was split: the places of all its parts in the result, side by side.

    Called the other way round (the result as source, the links reversed) it finds the merged ones.
    """
    taken = set(links.values())
    found: dict[Link, list[int]] = {}
    if len(taken) == len(result.texts):
        return found
    for i, j in links.items():
        if source.texts[i] != result.texts[j]:
            group = _grown(source, i, result, j, taken)
            if len(group) > 1:
                taken.update(group)
                found[i, j] = group
    return found


def _grown(source: Side, i: int, result: Side, j: int, taken: set[int]) -> list[int]:
    """The stretch of result paragraphs around `j` that together were the source paragraph `i`."""
    group = [j]
    missing: set[str] | None = None
    for step in (1, -1):
        place = j + step
        while 0 <= place < len(result.texts) and place not in taken:
            if not _could_be_one(source.paragraphs[i], result.paragraphs[place]):
                break
            if missing is None:
                missing = source.particulars(i) - result.particulars(j)
            own = result.particulars(place)
            if len(own & missing) < _MOST * len(own):
                break
            missing = missing - own
            group.append(place)
            place += step
    return sorted(group)


def _could_be_one(one: Paragraph, other: Paragraph) -> bool:
    return one.part is other.part and Kind.HEADING not in (one.kind, other.kind)
