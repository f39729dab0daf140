# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraph became which: identical ones first, then sure ones, then what stands in the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import Levenshtein

from drafting.comparing.anchors import Link, heaviest_in_order, identical, keeping_order
from drafting.comparing.scoring import Particulars, Scores
from drafting.comparing.splitting import Side, parts
from drafting.glyphs import squeezed
from drafting.resolution import Kind, Paragraph

# A pair this likely is one wherever it stands; one that has moved far needs more than one in its place, where
# the neighbours speak for it as well. Strangers in the same place were seen up to 0.09, successors from 0.11.
_LITTLE_CHANGED = 0.8
_SURE = 0.5
_MOVED = 0.4
_IN_PLACE = 0.12
_BESIDE_ITS_NEIGHBOUR = 0.03
_SAME_PLACE_FIRST = 0.1
# A preambular paragraph that became operative keeps its verb ("Recognizing", "Recognizes"); one that opens
# otherwise ("Decides to hold a panel", "Welcoming the panel held") speaks of the same matter and is another
# paragraph.
_ANOTHER_PART = 0.05
_ANOTHER_VERB = 0.35
_HEADING_AND_TEXT = 0.5
_NEARLY_THE_SAME = 0.85
_FEW = 400


@dataclass(frozen=True, slots=True)
class Matching:
    """The links between two versions by index, and those of them that kept their order.

    `split` and `merged` hold, for a link whose paragraph has several on the new or the old side, the places
    of them all. `between` are the links from one text (resolution, annex, part) to another.
    """

    links: dict[int, int]
    in_order: set[Link]
    split: dict[Link, list[int]]
    merged: dict[Link, list[int]]
    between: frozenset[Link] = frozenset()


def match(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Matching:
    """Link every paragraph that lives on, each at most once."""
    old_texts = [squeezed(paragraph.text) for paragraph in old]
    new_texts = [squeezed(paragraph.text) for paragraph in new]
    links = dict(identical(old_texts, new_texts))
    known = Particulars()
    _link_little_changed(old_texts, new_texts, links)
    taken = set(links.values())
    free_old = {i: text for i, text in enumerate(old_texts) if i not in links}
    free_new = {j: text for j, text in enumerate(new_texts) if j not in taken}
    if free_old and free_new:
        scores = Scores(free_old, free_new, [old_texts[i] for i in links], known)
        leftovers = _Leftovers(old, new, links, scores)
        leftovers.link_sure(scores.candidates(), _SURE)
        leftovers.link_in_place()
        leftovers.link_sure(_among_the_last(free_old, free_new, links, known), _MOVED)
    sides = Side(old, old_texts, known), Side(new, new_texts, known)
    split = parts(sides[0], sides[1], links)
    whole = {j: i for i, j in links.items() if (i, j) not in split}
    merged = {(i, j): olds for (j, i), olds in parts(sides[1], sides[0], whole).items()}
    return Matching(links, keeping_order(sorted(links.items())), split, merged)


def _link_little_changed(old: Sequence[str], new: Sequence[str], links: dict[int, int]) -> None:
    """Between two links that kept their order, link from both ends inward what changed but little.

    This is what happens in most places of a yearly update, and it is cheap to see. Where the next paragraph
    would do as well (boilerplate, a dropped neighbour), nothing is decided here.
    """

    def alike(i: int, j: int) -> bool:
        return Levenshtein.ratio(old[i], new[j], score_cutoff=_LITTLE_CHANGED) > 0

    for olds, news in _gaps(links, len(old), len(new)):
        for end, beside in ((0, 1), (-1, -2)):
            while olds and news and alike(olds[end], news[end]):
                if len(news) > 1 and alike(olds[end], news[beside]):
                    break
                if len(olds) > 1 and alike(olds[beside], news[end]):
                    break
                links[olds.pop(end)] = news.pop(end)


def _among_the_last(
    old: Mapping[int, str], new: Mapping[int, str], links: Mapping[int, int], known: Particulars
) -> list[Link]:
    """What the last leftovers have in common, also where all of it stands elsewhere too."""
    taken = set(links.values())
    last_old = {i: text for i, text in old.items() if i not in links}
    last_new = {j: text for j, text in new.items() if j not in taken}
    if len(last_old) * len(last_new) <= _FEW:
        return list(product(last_old, last_new))
    return Scores(last_old, last_new, (), known).candidates()


def _gaps(
    links: Mapping[int, int], old_length: int, new_length: int
) -> Iterator[tuple[list[int], list[int]]]:
    """The unlinked paragraphs between every two links that kept their order, where both sides have some."""
    taken = set(links.values())
    i = j = 0
    for next_i, next_j in [*sorted(keeping_order(sorted(links.items()))), (old_length, new_length)]:
        if next_i > i and next_j > j:
            olds = [index for index in range(i, next_i) if index not in links]
            news = [index for index in range(j, next_j) if index not in taken]
            if olds and news:
                yield olds, news
        i, j = next_i + 1, next_j + 1


class _Leftovers:
    """The paragraphs still without a partner; every step adds to the links given at the start."""

    def __init__(
        self, old: Sequence[Paragraph], new: Sequence[Paragraph], links: dict[int, int], scores: Scores
    ) -> None:
        self._old, self._new, self._links, self._scores = old, new, links, scores
        self._taken = set(links.values())

    def link_sure(self, candidates: Iterable[Link], least: float) -> None:
        """Link the most likely of the candidates first, wherever they stand, down to a score of `least`."""
        old_gap: dict[int, int] = {}
        new_gap: dict[int, int] = {}
        for number, (olds, news) in enumerate(self._gaps()):
            old_gap.update(dict.fromkeys(olds, number))
            new_gap.update(dict.fromkeys(news, number))
        ranked = []
        for i, j in candidates:
            if i in self._links or j in self._taken:
                continue
            apart = old_gap.get(i, -1) != new_gap.get(j, -2)
            score = self._score(i, j, apart=apart)
            if score >= least:
                ranked.append((score if apart else score + _SAME_PLACE_FIRST, -abs(i - j), i, j))
        for _, _, i, j in sorted(ranked, reverse=True):
            if i not in self._links and j not in self._taken:
                self._link(i, j)

    def link_in_place(self) -> None:
        """Between two links that kept their order, link what is likely enough, and let none cross."""
        for olds, news in list(self._gaps()):
            if len(olds) * len(news) <= _FEW:
                options: Iterable[Link] = product(olds, news)
            else:
                free_old, free_new = set(olds), set(news)
                options = [(i, j) for i, j in self._scores.candidates() if i in free_old and j in free_new]
            values = {(i, j): self._score(i, j) + self._neighbourhood(i, j) - _IN_PLACE for i, j in options}
            for i, j in heaviest_in_order({link: value for link, value in values.items() if value > 0}):
                self._link(i, j)

    def _neighbourhood(self, i: int, j: int) -> float:
        """What it adds to a pair that both stand directly after, or before, paragraphs that are linked."""
        before = i == j == 0 or self._links.get(i - 1) == j - 1
        after = self._links.get(i + 1) == j + 1
        return _BESIDE_ITS_NEIGHBOUR if before or after else 0.0

    def _score(self, i: int, j: int, *, apart: bool = False) -> float:
        """The score of the texts, less what speaks against it: another part, a heading against a text."""
        old, new = self._old[i], self._new[j]
        score = self._scores.of(i, j, apart=apart)
        if old.part is not new.part:
            score -= _ANOTHER_PART if _stems(old) & _stems(new) else _ANOTHER_PART + _ANOTHER_VERB
        if (old.kind is Kind.HEADING) is not (new.kind is Kind.HEADING):
            score -= _HEADING_AND_TEXT
        return score

    def _link(self, i: int, j: int) -> None:
        self._links[i] = j
        self._taken.add(j)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        return _gaps(self._links, len(self._old), len(self._new))


def _stems(paragraph: Paragraph) -> set[str]:
    """The beginnings of the first two words, of which one is the opening verb."""
    return {word[:4].lower() for word in paragraph.text.split()[:2] if len(word) > 3}


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
        scores = Scores(free_old, free_new, (), Particulars())
        taken: set[int] = set()
        for score, i, j in sorted(((scores.of(i, j), i, j) for i, j in scores.candidates()), reverse=True):
            if score >= least and i not in links and j not in taken:
                links[i] = j
                taken.add(j)
    return sorted(links.items())
