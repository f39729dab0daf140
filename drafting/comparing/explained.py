# SPDX-License-Identifier: GPL-3.0-or-later
"""Equal paragraphs that seem to have moved, where another story explains both of them in their own places.

A long text holds the same request twice. When one of the two is split, a part of it may come to read as the
other did, while that one was merged or reworded where it stood. Nothing moved then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafting.comparing.anchors import Link
from drafting.comparing.links import Links
from drafting.comparing.memory import Memory
from drafting.comparing.splitting import Side, share_of_part
from drafting.resolution import Paragraph

_CLEARLY = 0.8
_WHOLLY = 0.95
_FAR = 60  # free paragraphs; where so few links keep their order, a place says little


def undo_explained(old: Sequence[Paragraph], new: Sequence[Paragraph], links: Links, memory: Memory) -> None:
    """Part equal paragraphs far from one another where each has a partner, or a whole, in its own place."""
    moved = links.partner.items() - set(links.frame()) - links.decided.links.items()
    if not moved:
        return
    sides = Side(old, memory), Side(new, memory)
    back = {j: i for i, j in links.partner.items()}
    parted: set[Link] = set()
    for i, j in sorted(moved):
        if old[i].text != new[j].text:
            continue
        stays = _explained(sides, links, (1, j), back) and _explained(sides, links, (0, i), links.partner)
        if stays or _set_forward(sides, links, j):
            parted.add((i, j))
    for i, _ in parted:
        links.undo(i)
    if parted:
        links.decided = replace(links.decided, broken=links.decided.broken | parted)


def _set_forward(sides: tuple[Side, Side], links: Links, j: int) -> bool:
    """Whether its own place holds what the new paragraph says, but for figures and dates.

    Set forward by a year it came to read as another did, whatever became of that one.
    """
    free = links.free_within(links.opposite(1, j), ())[0]
    if not 0 < len(free) <= _FAR:
        return False
    old, new = sides
    undated = new.memory.undated
    return any(undated[old.text(one)] == undated[new.text(j)] for one in free)


def _explained(sides: tuple[Side, Side], links: Links, end: Link, partner: Mapping[int, int]) -> bool:
    """Whether a place of one side has a partner in its own place, or belongs to what stands beside it."""
    side, place = end
    own, other = sides[side], sides[1 - side]
    for beside in (place - 1, place + 1):
        whole = partner.get(beside, -1)
        reworded = whole >= 0 and other.text(whole) != own.text(beside)
        if reworded and share_of_part(other, whole, own, place, beside) >= _CLEARLY:
            return True
    there = links.opposite(side, place)
    free = links.free_within(there, ())[0] if side else links.free_within((), there)[1]
    return len(free) <= _FAR and any(
        own.memory.alike(other.text(one), own.text(place)) or share_of_part(other, one, own, place) >= _WHOLLY
        for one in free
    )
