# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraph became which: identical ones first, then sure ones, then what stands in the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.comparing.anchors import Link
from drafting.comparing.explained import undo_explained
from drafting.comparing.leftovers import link_leftovers
from drafting.comparing.links import Decided, Links
from drafting.comparing.memory import Memory
from drafting.comparing.plain import link_plain
from drafting.comparing.splitting import Side, several
from drafting.glyphs import squeezed
from drafting.resolution import Paragraph

_NEARLY_THE_SAME = 0.85


@dataclass(frozen=True, slots=True)
class Matching:
    """The links between two versions by index, and those of them that kept their order.

    `split` and `merged` hold, for a link whose paragraph has several on the new or the old side, the places
    of them all. `between` are the links from one text (resolution, annex, part) to another. `guesses` are
    the links for which the evidence is thin.
    """

    links: dict[int, int]
    in_order: set[Link]
    split: dict[Link, list[int]]
    merged: dict[Link, list[int]]
    between: frozenset[Link] = frozenset()
    guesses: set[Link] = field(default_factory=set)


def match(
    old: Sequence[Paragraph], new: Sequence[Paragraph], memory: Memory, decided: Decided | None = None
) -> Matching:
    """Link every paragraph that lives on, each at most once, around the links that are decided."""
    texts = [paragraph.text for paragraph in old], [paragraph.text for paragraph in new]
    links = Links(len(old), len(new), decided or Decided())
    link_plain(*texts, links, memory)
    undo_explained(old, new, links, memory)
    guesses = link_leftovers(old, new, links, memory)
    split, merged = several(Side(old, memory), Side(new, memory), links)
    return Matching(links.partner, set(links.in_order()), split, merged, guesses=guesses)


def match_again(
    former: Sequence[Paragraph], added: Sequence[Paragraph], least: float = _NEARLY_THE_SAME
) -> list[Link]:
    """Which added paragraphs repeat former ones in (nearly) the same words, by index, in whatever order.

    `least` is the score that counts as nearly.
    """
    former_texts = [squeezed(paragraph.text) for paragraph in former]
    added_texts = [squeezed(paragraph.text) for paragraph in added]
    links: dict[int, int] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for i in range(len(former) - 1, -1, -1):
        waiting[former_texts[i]].append(i)
    free_new = {}
    for j, text in enumerate(added_texts):
        if waiting.get(text):
            links[waiting[text].pop()] = j
        else:
            free_new[j] = text
    free_old = {i: text for i, text in enumerate(former_texts) if i not in links}
    if free_old and free_new:
        scores = Memory().scores(free_old, free_new, None)
        taken: set[int] = set()
        for score, i, j in sorted(((scores.of(i, j), i, j) for i, j in scores.candidates()), reverse=True):
            if score >= least and i not in links and j not in taken:
                links[i] = j
                taken.add(j)
    return sorted(links.items())
