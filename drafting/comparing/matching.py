# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraph became which: identical ones first, then the sure ones, then what stands in the same place."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from drafting.comparing.anchors import Link, identical, keeping_order
from drafting.comparing.scoring import Scores
from drafting.comparing.tokens import squeezed
from drafting.resolution import Kind, Paragraph

# A pair this likely is one wherever it stands; one that has moved far needs more than one in its place, where the
# neighbours speak for it as well. Strangers in the same place were seen up to 0.09, successors from 0.11.
_SURE = 0.5
_MOVED = 0.4
_IN_PLACE = 0.12
_BESIDE_ITS_NEIGHBOUR = 0.03
_SAME_PLACE_FIRST = 0.1
_ANOTHER_PART = 0.15
_HEADING_AND_TEXT = 0.5
_NEARLY_THE_SAME = 0.85


@dataclass(frozen=True, slots=True)
class Matching:
    """The links between two versions by index: all of them, those that kept the order, and those of equal text."""

    links: dict[int, int]
    in_order: frozenset[Link]
    equal: frozenset[Link]


def match(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Matching:
    """Link every paragraph that lives on, each at most once."""
    old_texts = [squeezed(paragraph.text) for paragraph in old]
    new_texts = [squeezed(paragraph.text) for paragraph in new]
    equal = identical(old_texts, new_texts)
    links = dict(equal)
    taken = set(links.values())
    free_old = {i: text for i, text in enumerate(old_texts) if i not in links}
    free_new = {j: text for j, text in enumerate(new_texts) if j not in taken}
    if free_old and free_new:
        scores = Scores(free_old, free_new, [old_texts[i] for i in links])
        leftovers = _Leftovers(old, new, links, scores)
        leftovers.link_sure(_SURE)
        leftovers.link_in_place()
        leftovers.link_sure(_MOVED)
    return Matching(links, frozenset(keeping_order(sorted(links.items()))), frozenset(equal))


class _Leftovers:
    """The paragraphs still without a partner; every step adds to the links given at the start."""

    def __init__(
        self, old: Sequence[Paragraph], new: Sequence[Paragraph], links: dict[int, int], scores: Scores
    ) -> None:
        self._old, self._new, self._links, self._scores = old, new, links, scores
        self._taken = set(links.values())
        self._candidates = scores.candidates()

    def link_sure(self, least: float) -> None:
        """Link the most likely pairs first, wherever they stand, down to a score of `least`."""
        old_gaps, new_gaps = self._gaps()
        ranked = []
        for i, j in self._candidates:
            if i in self._links or j in self._taken:
                continue
            score = self._score(i, j)
            if score >= least:
                near = _SAME_PLACE_FIRST if old_gaps[i] == new_gaps[j] else 0.0
                ranked.append((score + near, -abs(i - j), i, j))
        for _, _, i, j in sorted(ranked, reverse=True):
            if i not in self._links and j not in self._taken:
                self._link(i, j)

    def link_in_place(self) -> None:
        """Between two neighbours that kept their order, link what is likely enough, in order, as much as possible."""
        old_gaps, new_gaps = self._gaps()
        gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i in range(len(self._old)):
            if i not in self._links:
                gaps[old_gaps[i]][0].append(i)
        for j in range(len(self._new)):
            if j not in self._taken:
                gaps[new_gaps[j]][1].append(j)
        for olds, news in gaps.values():
            if olds and news:
                for i, j in self._best_in_order(olds, news):
                    self._link(i, j)

    def _best_in_order(self, olds: Sequence[int], news: Sequence[int]) -> list[Link]:
        """The pairs of a gap, none crossing, whose scores above the threshold add up to the most."""
        values = self._values(olds, news)
        best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
        for a in range(len(olds) - 1, -1, -1):
            for b in range(len(news) - 1, -1, -1):
                value = values.get((a, b), 0.0)
                best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + value if value else 0.0)
        chosen, a, b = [], 0, 0
        while a < len(olds) and b < len(news):
            if best[a][b] == best[a + 1][b]:
                a += 1
            elif best[a][b] == best[a][b + 1]:
                b += 1
            else:
                chosen.append((olds[a], news[b]))
                a, b = a + 1, b + 1
        return chosen

    def _values(self, olds: Sequence[int], news: Sequence[int]) -> dict[Link, float]:
        values: dict[Link, float] = {}
        for a, i in enumerate(olds):
            for b, j in enumerate(news):
                value = self._score(i, j) + self._neighbourhood(i, j) - _IN_PLACE
                if value > 0:
                    values[a, b] = value
        return values

    def _neighbourhood(self, i: int, j: int) -> float:
        before = self._links.get(i - 1) == j - 1
        after = self._links.get(i + 1) == j + 1
        return _BESIDE_ITS_NEIGHBOUR if before or after else 0.0

    def _score(self, i: int, j: int) -> float:
        """The score of the texts, less what speaks against the pair: another part, a heading against a text."""
        old, new = self._old[i], self._new[j]
        score = self._scores.of(i, j)
        if old.part is not new.part:
            score -= _ANOTHER_PART
        if (old.kind is Kind.HEADING) is not (new.kind is Kind.HEADING):
            score -= _HEADING_AND_TEXT
        return score

    def _link(self, i: int, j: int) -> None:
        self._links[i] = j
        self._taken.add(j)

    def _gaps(self) -> tuple[list[int], list[int]]:
        """For each paragraph of both sides, after how many of the pairs that kept their order it stands."""
        kept = sorted(keeping_order(sorted(self._links.items())))
        old_ends, new_ends = [i for i, _ in kept], [j for _, j in kept]
        return (
            [bisect(old_ends, i) for i in range(len(self._old))],
            [bisect(new_ends, j) for j in range(len(self._new))],
        )


def match_again(former: Sequence[Paragraph], added: Sequence[Paragraph]) -> list[Link]:
    """Which added paragraphs repeat former ones in the same or nearly the same words, by index; order plays no part."""
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
        scores = Scores(free_old, free_new, ())
        taken: set[int] = set()
        for score, i, j in sorted(((scores.of(i, j), i, j) for i, j in scores.candidates()), reverse=True):
            if score >= _NEARLY_THE_SAME and i not in links and j not in taken:
                links[i] = j
                taken.add(j)
    return sorted(links.items())
