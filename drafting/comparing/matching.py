# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraph became which: identical ones first, then sure ones, then what stands in the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from drafting.comparing.anchors import Link, heaviest_in_order
from drafting.comparing.links import Decided, Links
from drafting.comparing.memory import Memory
from drafting.comparing.plain import link_plain
from drafting.comparing.scoring import Scores
from drafting.comparing.splitting import Side, several, stolen
from drafting.comparing.twins import put_in_order
from drafting.glyphs import squeezed
from drafting.resolution import Kind, Paragraph

# A pair this likely is one wherever it stands; one that has moved far needs more than one in its place, where
# the neighbours speak for it as well. Strangers in the same place were seen up to 0.09, successors from 0.11.
_SURE = 0.5
_MOVED = 0.4
_IN_PLACE = 0.12
_IN_PLACE_OPENING_ALIKE = 0.06
_BESIDE_ITS_NEIGHBOUR = 0.03
_SAME_PLACE_FIRST = 1.0
_LIKELY_IN_PLACE = 0.3
# A preambular paragraph that became operative keeps its verb ("Recognizing", "Recognizes"); one that opens
# otherwise ("Decides to hold a panel", "Welcoming the panel held") speaks of the same matter and is another
# paragraph.
_ANOTHER_PART = 0.05
_ANOTHER_VERB = 0.35
_HEADING_AND_TEXT = 0.5
# A point that became a paragraph of its own, or the other way round, is seldom, and has to be seen.
_ANOTHER_LEVEL = 0.05
_NEARLY_THE_SAME = 0.85
_FEW = 400
# A pair is a guess below this score, and where another pairing scores nearly as much.
_THIN = 0.35
_NEARLY_AS_MUCH = 0.1


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
    guesses = _link_leftovers(old, new, links, memory)
    split, merged = several(Side(old, memory), Side(new, memory), links)
    return Matching(links.partner, set(links.in_order()), split, merged, guesses=guesses)


def _link_leftovers(
    old: Sequence[Paragraph], new: Sequence[Paragraph], links: Links, memory: Memory
) -> set[Link]:
    """Link what is left by what it can be known by; the links that are guesses are told.

    All that counts is which paragraphs are left, what they are, and which of the others are linked.
    """
    olds, news = links.free()
    if not olds or not news:
        return set()
    linked = tuple(sorted(links.partner.items()))
    sides = [(i, old[i].text, old[i].part, old[i].kind) for i in olds]
    others = [(j, new[j].text, new[j].part, new[j].kind) for j in news]
    asked = (linked, tuple(sides), tuple(others), links.decided.broken, links.lengths)
    known = memory.leftovers.get(asked)
    if known is None:
        free = {i: old[i].text for i in olds}, {j: new[j].text for j in news}
        leftovers = _Leftovers(old, new, links, memory.scores(*free, [old[i].text for i, _ in linked]))
        candidates = leftovers.scores.candidates()
        leftovers.link_clear(candidates)
        leftovers.link_sure(candidates, _SURE)
        leftovers.put_in_order(memory)
        leftovers.link_in_place()
        leftovers.link_sure(_among_the_last(*free, leftovers, links, memory), _MOVED)
        leftovers.put_in_order(memory)
        leftovers.give_back(Side(old, memory), Side(new, memory))
        known = memory.leftovers[asked] = leftovers.undone, leftovers.made, leftovers.guesses()
    else:
        for i in known[0]:
            links.undo(i)
        links.add(known[1])
    return known[2]


def _among_the_last(
    old: Mapping[int, str], new: Mapping[int, str], leftovers: _Leftovers, links: Links, memory: Memory
) -> list[Link]:
    """What may have moved: the candidates there were, and formulas beside one another alone.

    What formulas have in common stands elsewhere too, so that it counted for nothing.
    """
    olds, news = links.free()
    if len(olds) * len(news) <= _FEW:
        return list(product(olds, news))
    first, second = (set(side) for side in leftovers.scores.formulas())
    formulas = memory.scores(
        {i: old[i] for i in olds if i in first}, {j: new[j] for j in news if j in second}, None
    )
    return [*leftovers.scores.candidates(), *formulas.candidates()]


class _Leftovers:
    """The paragraphs still without a partner; every step adds to the links given at the start."""

    def __init__(
        self, old: Sequence[Paragraph], new: Sequence[Paragraph], links: Links, scores: Scores
    ) -> None:
        self._old, self._new, self._links = old, new, links
        self.scores = scores
        self._seen: dict[Link, float] = {}
        self._held = {one.text for one in old}
        self.made: dict[int, int] = {}
        self.undone: set[int] = set()

    def link_clear(self, candidates: Sequence[Link]) -> None:
        """Link what is sure and has no rival: it is the frame in which the rest has its place."""
        scored = self._scored(candidates)
        best: dict[tuple[int, int], list[float]] = {}
        for (i, j), (score, _) in scored.items():
            for end in ((0, i), (1, j)):
                best.setdefault(end, []).append(score)
        for (i, j), (score, apart) in scored.items():
            if score >= _SURE and not apart:
                rivals = [other for end in ((0, i), (1, j)) for other in best[end] if other != score]
                ties = best[0, i].count(score) + best[1, j].count(score)
                if ties == 2 and max(rivals, default=0.0) < score - _NEARLY_AS_MUCH:
                    self._link(i, j)

    def link_sure(self, candidates: Iterable[Link], least: float) -> None:
        """Link the most likely of the candidates first, wherever they stand, down to a score of `least`."""
        ranked = []
        for (i, j), (score, apart) in self._scored(candidates).items():
            if score >= least:
                ranked.append((score if apart else score + _SAME_PLACE_FIRST, -abs(i - j), i, j))
            elif not apart and (near := self._score(i, j, in_place=True)) >= _LIKELY_IN_PLACE:
                self._seen[i, j] = near
                ranked.append((near + _LIKELY_IN_PLACE, -abs(i - j), i, j))
        for _, _, i, j in sorted(ranked, reverse=True):
            if self._links.may(i, j):
                self._link(i, j)

    def _scored(self, candidates: Iterable[Link]) -> dict[Link, tuple[float, bool]]:
        """The scores of those candidates that may be linked, and whether they stand apart."""
        old_gap: dict[int, int] = {}
        new_gap: dict[int, int] = {}
        for number, (olds, news) in enumerate(self._links.gaps()):
            old_gap.update(dict.fromkeys(olds, number))
            new_gap.update(dict.fromkeys(news, number))
        scored = {}
        for i, j in candidates:
            if self._links.may(i, j):
                apart = old_gap.get(i, -1) != new_gap.get(j, -2)
                if not (apart and self._stands_elsewhere(i, j)):
                    self._seen[i, j] = score = self._score(i, j, apart=apart)
                    scored[i, j] = score, apart
        return scored

    def link_in_place(self) -> None:
        """Between two links that kept their order, link what is likely enough, and let none cross."""
        for olds, news in list(self._links.gaps()):
            if len(olds) * len(news) <= _FEW:
                options: Iterable[Link] = product(olds, news)
            else:
                free_old, free_new = set(olds), set(news)
                options = [(i, j) for i, j in self.scores.candidates() if i in free_old and j in free_new]
            values = {}
            for i, j in options:
                if self._links.may(i, j):
                    self._seen[i, j] = score = self._score(i, j, in_place=True)
                    least = _IN_PLACE_OPENING_ALIKE if self._open_alike(i, j) else _IN_PLACE
                    values[i, j] = score + self._neighbourhood(i, j) - least
            for i, j in heaviest_in_order({link: value for link, value in values.items() if value > 0}):
                self._link(i, j)

    def put_in_order(self, memory: Memory) -> None:
        """Let near twins stay in their places; the scores do not see places."""
        texts = [one.text for one in self._old], [one.text for one in self._new]
        for exchange in put_in_order(*texts, self._links, memory):
            for i in exchange.undone:
                if self.made.pop(i, None) is None:
                    self.undone.add(i)
            self.made.update(exchange.made)
            for i, j in exchange.made.items():
                self._seen[i, j] = memory.agreement(texts[0][i], texts[1][j])

    def give_back(self, old: Side, new: Side) -> None:
        """Undo what was linked from afar, or thinly, though it is a part of what stands beside it.

        So it is where a text holds nearly the same paragraph twice and one of the two was split or merged.
        Then what stands in the same place is looked at once more.
        """
        in_order = set(self._links.in_order())
        doubtful = {
            link: self._seen[link]
            for link in self.made.items()
            if link not in in_order or self._seen[link] < _SURE
        }
        parts, wholes = stolen(old, new, self._links, doubtful)
        for i, _ in (*parts, *wholes):
            self._links.undo(i)
            del self.made[i]
        if parts or wholes:
            held = {i for i, _ in wholes}, {j for _, j in parts}
            self._links.spent[0].update(held[0])
            self._links.spent[1].update(held[1])
            self.link_in_place()
            self._links.spent[0].difference_update(held[0])
            self._links.spent[1].difference_update(held[1])

    def guesses(self) -> set[Link]:
        """The links made here on thin evidence, and those that had a rival which is nearly as likely."""
        rivals: dict[tuple[int, int], list[Link]] = {}
        for i, j in self._seen:
            rivals.setdefault((0, i), []).append((i, j))
            rivals.setdefault((1, j), []).append((i, j))
        return {
            (i, j)
            for i, j in self.made.items()
            if self._seen[i, j] < _THIN
            or any(self._as_likely((i, j), other) for other in (*rivals[0, i], *rivals[1, j]))
        }

    def _as_likely(self, link: Link, rival: Link) -> bool:
        """Whether the rival, with the partners of both exchanged, would score nearly as much."""
        if rival == link:
            return False
        (i, j), (other_i, other_j) = link, rival
        had, would = self._seen[link], self._seen[rival]
        if i == other_i:
            freed = next((one for one in self.made.items() if one[1] == other_j), None)
            exchanged = (freed[0], j) if freed else None
        else:
            freed = (other_i, self.made[other_i]) if other_i in self.made else None
            exchanged = (i, freed[1]) if freed else None
        if freed and exchanged:
            had += self._seen[freed]
            would += self._seen.get(exchanged, 0.0)
        return would > had - _NEARLY_AS_MUCH

    def _neighbourhood(self, i: int, j: int) -> float:
        """What it adds to a pair that both stand directly after, or before, paragraphs that are linked."""
        partner = self._links.partner
        before = i == j == 0 or partner.get(i - 1) == j - 1
        after = partner.get(i + 1) == j + 1
        return _BESIDE_ITS_NEIGHBOUR if before or after else 0.0

    def _open_alike(self, i: int, j: int) -> bool:
        return self._old[i].text.split(None, 2)[:2] == self._new[j].text.split(None, 2)[:2]

    def _stands_elsewhere(self, i: int, j: int) -> bool:
        """Whether the new paragraph repeats another old one word for word: it is a copy of that."""
        text = self._new[j].text
        return text in self._held and text != self._old[i].text

    def _score(self, i: int, j: int, *, apart: bool = False, in_place: bool = False) -> float:
        """The score of the texts, less what speaks against it: another part, a heading against a text."""
        old, new = self._old[i], self._new[j]
        score = self.scores.of(i, j, apart=apart, in_place=in_place)
        if old.part is not new.part:
            score -= _ANOTHER_PART if _stems(old) & _stems(new) else _ANOTHER_PART + _ANOTHER_VERB
        if (old.kind is Kind.HEADING) is not (new.kind is Kind.HEADING):
            score -= _HEADING_AND_TEXT
        elif (old.kind is Kind.SUBPARAGRAPH) is not (new.kind is Kind.SUBPARAGRAPH):
            score -= _ANOTHER_LEVEL
        return score

    def _link(self, i: int, j: int) -> None:
        self._links.add({i: j})
        self.made[i] = j


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
        scores = Memory().scores(free_old, free_new, None)
        taken: set[int] = set()
        for score, i, j in sorted(((scores.of(i, j), i, j) for i, j in scores.candidates()), reverse=True):
            if score >= least and i not in links and j not in taken:
                links[i] = j
                taken.add(j)
    return sorted(links.items())
