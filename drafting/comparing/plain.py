# SPDX-License-Identifier: GPL-3.0-or-later
"""The pairs that are plain to see: equal texts, and texts in the same place that changed but little.

This is most of a yearly update, and cheap to find; what is left is weighed in `matching`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from drafting.comparing.anchors import heaviest_in_order, identical, once_each
from drafting.comparing.links import Links
from drafting.comparing.memory import Memory

# Strangers between the same two links agree in so much of their words once in some hundred times, and then
# mostly because one of them is nearly the other's twin.
_AGREE = 0.6
_CLEARLY_MORE = 0.15
_FEW = 400


def link_plain(old: Sequence[str], new: Sequence[str], links: Links, memory: Memory) -> None:
    """Add the links between equal texts, then those in place that changed little, then those reworded."""
    _link_identical(old, new, links, memory)
    _link_little_changed(old, new, links, memory)
    _link_reworded(old, new, links, memory)


def _link_identical(old: Sequence[str], new: Sequence[str], links: Links, memory: Memory) -> None:
    """Link equal texts; first those equal to the letter, which is most of them."""
    decided, same = links.decided, memory.squeezed
    if not any(links.spent) and not decided.broken:
        links.add(once_each(old, new))
        if len(links.partner) == len(old) == len(new):
            return
    olds, news = links.spent
    keys = (
        ["\0" if i in olds else same[text] for i, text in enumerate(old)],
        ["\1" if j in news else same[text] for j, text in enumerate(new)],
    )
    found = set(identical(*keys, links.partner)) - links.partner.items()
    links.add({i: j for i, j in found if links.may(i, j)})
    _put_back(old, new, links, memory)


def _put_back(old: Sequence[str], new: Sequence[str], links: Links, memory: Memory) -> None:
    """Undo equal texts that seem to have moved where each has a partner, little changed, in its own place.

    Set forward by a year, one of two like paragraphs may come to read as the other did.
    """
    loose = links.partner.items() - set(links.frame()) - links.decided.links.items()
    back = {j: i for i, j in links.partner.items()} if loose else {}
    for i, j in sorted(loose):
        places = {links.partner.get(i - 1, -2) + 1, links.partner.get(i + 1, -2) - 1}
        others = {back.get(j - 1, -2) + 1, back.get(j + 1, -2) - 1}
        here = any(0 <= k < len(new) and k not in back and memory.alike(old[i], new[k]) for k in places)
        there = any(
            0 <= k < len(old) and k not in links.partner and memory.alike(old[k], new[j]) for k in others
        )
        if here and there:
            links.undo(i)


def _link_little_changed(old: Sequence[str], new: Sequence[str], links: Links, memory: Memory) -> None:
    """Between two links that kept their order, link from both ends inward what changed but little.

    This is what happens in most places of a yearly update, and it is cheap to see. Where the next paragraph
    would do as well (boilerplate, a dropped neighbour), nothing is decided here.
    """

    def alike(i: int, j: int) -> bool:
        return memory.alike(old[i], new[j]) and (i, j) not in broken

    broken = links.decided.broken
    found: dict[int, int] = {}
    for olds, news in links.gaps():
        for end, beside in ((0, 1), (-1, -2)):
            while olds and news and alike(olds[end], news[end]):
                if len(news) > 1 and alike(olds[end], news[beside]):
                    break
                if len(olds) > 1 and alike(olds[beside], news[end]):
                    break
                found[olds.pop(end)] = news.pop(end)
    links.add(found)


def _link_reworded(old: Sequence[str], new: Sequence[str], links: Links, memory: Memory) -> None:
    """Between two links that kept their order, link what agrees in most of its words, if no other does."""
    found: dict[int, int] = {}
    gaps = [(olds, news) for olds, news in links.gaps() if len(olds) * len(news) <= _FEW]
    memory.codes.prepare(
        side[place] for gap in gaps for side, places in zip((old, new), gap, strict=True) for place in places
    )
    for olds, news in gaps:
        agree = {
            (i, j): agreement
            for i, j in product(olds, news)
            if (agreement := memory.agreement(old[i], new[j])) and (i, j) not in links.decided.broken
        }
        clear = {
            (i, j): agreement
            for (i, j), agreement in agree.items()
            if agreement >= _AGREE
            and all(
                other < agreement - _CLEARLY_MORE
                for link, other in agree.items()
                if (link[0] == i) is not (link[1] == j)
            )
        }
        found.update(heaviest_in_order(clear))
    links.add(found)
