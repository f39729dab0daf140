# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left when the plain pairs are found: paragraphs rewritten, moved, new, dropped, split or merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product

from drafting.comparing.anchors import Link, heaviest_in_order
from drafting.comparing.links import Found, Links
from drafting.comparing.memory import Memory
from drafting.comparing.splitting import Side, stolen
from drafting.comparing.twins import put_in_order
from drafting.resolution import Kind, Paragraph

# A pair this likely is one wherever it stands; one that has moved, and far, needs more than one in its place,
# where the neighbours speak for it as well. Of strangers in one place that open otherwise, those of real
# versions score up to 0.09, successors from 0.11. Between 0.4 and 0.5 what stands far apart is its successor
# in real versions, and its near twin in made ones; the real ones decide.
_SURE = 0.5
_MOVED = 0.4
_MOVED_NEAR = 0.3
_NEAR = 8  # paragraphs beyond its own place
# Of so few words any other one makes another paragraph: "Decides to remain (actively) seized of the matter".
_SHORT = 10
_OF_THE_SHORT = 0.95
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
_FEW = 400
# A pair is a guess below this score, and where another pairing scores nearly as much.
_THIN = 0.35
_NEARLY_AS_MUCH = 0.1


def link_leftovers(
    old: Sequence[Paragraph], new: Sequence[Paragraph], links: Links, memory: Memory
) -> set[Link]:
    """Link what is left by what it can be known by; the links that are guesses are told.

    What counts is which paragraphs are left, what they are, which of the others are linked, and what those
    say that may have moved.
    """
    olds, news = links.free()
    if not olds or not news:
        return set()
    linked = tuple(sorted(links.partner.items()))
    loose = _loose(old, links)
    sides = [(i, old[i].text, old[i].part, old[i].kind) for i in olds]
    others = [(j, new[j].text, new[j].part, new[j].kind) for j in news]
    moved = [(i, new[j].text) for i, j in sorted(loose)]
    asked = (linked, tuple(sides), tuple(others), tuple(moved), links.decided.broken, links.lengths)
    known = memory.leftovers.get(asked)
    texts = Side(old, memory), Side(new, memory)
    if known is not None:
        for i in known.undone:
            links.undo(i)
        links.add(known.made)
        if stolen(*texts, links, known.doubtful) == known.stolen:
            for i in known.made.keys() - known.at_last.keys():
                links.undo(i)
            links.add({i: j for i, j in known.at_last.items() if known.made.get(i) != j})
            return known.guesses
        for i in known.made:
            links.undo(i)
        links.add({i: j for i, j in linked if i in known.undone})
    found = memory.leftovers[asked] = _Leftovers(old, new, links, memory, loose).found(texts)
    return found.guesses


def _loose(old: Sequence[Paragraph], links: Links) -> set[Link]:
    """The links that may have moved, and those of one of several paragraphs that read alike."""
    texts = Counter([one.text for one in old])
    frame = set(links.frame())
    return {link for link in links.partner.items() if link not in frame or texts[old[link[0]].text] > 1}


class _Leftovers:
    """The paragraphs still without a partner; every step adds to the links given at the start."""

    def __init__(
        self,
        old: Sequence[Paragraph],
        new: Sequence[Paragraph],
        links: Links,
        memory: Memory,
        loose: set[Link],
    ) -> None:
        self._old, self._new, self._links, self._memory = old, new, links, memory
        olds, news = links.free()
        self._free = {i: old[i].text for i in olds}, {j: new[j].text for j in news}
        self._scores = memory.scores(*self._free, [old[i].text for i in sorted(links.partner)])
        self._loose = {*olds, *(i for i, _ in loose)}
        self._seen: dict[Link, float] = {}
        self._held = {one.text for one in old}
        self._made: dict[int, int] = {}
        self._undone: set[int] = set()

    def found(self, texts: tuple[Side, Side]) -> Found:
        """All steps in turn: the surest first, for the others take their places from it."""
        candidates = self._scores.candidates()
        self._link_clear(candidates)
        self._link_sure(candidates)
        self._put_in_order()
        self._link_in_place()
        self._link_moved(self._among_the_last(candidates))
        self._put_in_order()
        made, doubtful = dict(self._made), self._doubtful()
        taken = stolen(*texts, self._links, doubtful)
        self._give_back(*taken)
        return Found(frozenset(self._undone), made, doubtful, taken, self._made, self._guesses())

    def _among_the_last(self, candidates: Sequence[Link]) -> list[Link]:
        """What may have moved: the candidates there were, and formulas beside one another alone.

        What formulas have in common stands elsewhere too, so that it counted for nothing.
        """
        olds, news = self._links.free()
        if len(olds) * len(news) <= _FEW:
            return list(product(olds, news))
        first, second = self._scores.formulas()
        alone = self._memory.scores(
            {i: self._free[0][i] for i in first if i not in self._links.spent[0]},
            {j: self._free[1][j] for j in second if j not in self._links.spent[1]},
            None,
        )
        return [*candidates, *alone.candidates()]

    def _link_clear(self, candidates: Sequence[Link]) -> None:
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

    def _link_sure(self, candidates: Iterable[Link]) -> None:
        """Link the most likely of the candidates first, wherever they stand."""
        ranked = []
        for (i, j), (score, apart) in self._scored(candidates).items():
            if score >= _SURE:
                ranked.append((score if apart else score + _SAME_PLACE_FIRST, -abs(i - j), i, j))
            elif not apart and (near := self._score(i, j, in_place=True)) >= _LIKELY_IN_PLACE:
                self._seen[i, j] = near
                ranked.append((near + _LIKELY_IN_PLACE, -abs(i - j), i, j))
        for _, _, i, j in sorted(ranked, reverse=True):
            if self._links.may(i, j):
                self._link(i, j)

    def _link_moved(self, candidates: Iterable[Link]) -> None:
        """Link what is less sure where it went not far; most that move do not."""
        ranked = [
            (score, -abs(i - j), i, j)
            for (i, j), (score, _) in self._scored(candidates).items()
            if score >= (_MOVED_NEAR if self._near(i, j) else _MOVED)
        ]
        for _, _, i, j in sorted(ranked, reverse=True):
            if self._links.may(i, j):
                self._link(i, j)

    def _near(self, i: int, j: int) -> bool:
        there = self._links.opposite(0, i)
        return there.start - _NEAR <= j < there.stop + _NEAR

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

    def _link_in_place(self) -> None:
        """Between two links that kept their order, link what is likely enough, and let none cross."""
        for olds, news in list(self._links.gaps()):
            if len(olds) * len(news) <= _FEW:
                options: Iterable[Link] = product(olds, news)
            else:
                free_old, free_new = set(olds), set(news)
                options = [(i, j) for i, j in self._scores.candidates() if i in free_old and j in free_new]
            values = {}
            for i, j in options:
                if self._links.may(i, j):
                    self._seen[i, j] = score = self._score(i, j, in_place=True)
                    least = _IN_PLACE_OPENING_ALIKE if self._open_alike(i, j) else _IN_PLACE
                    values[i, j] = score + self._neighbourhood(i, j) - least
            for i, j in heaviest_in_order({link: value for link, value in values.items() if value > 0}):
                self._link(i, j)

    def _put_in_order(self) -> None:
        """Let near twins stay in their places; the scores do not see places."""
        texts = [one.text for one in self._old], [one.text for one in self._new]
        for exchange in put_in_order(texts, self._links, self._memory, self._loose, self._scores.own):
            for i in exchange.undone:
                if self._made.pop(i, None) is None:
                    self._undone.add(i)
            self._made.update(exchange.made)
            for i, j in exchange.made.items():
                self._seen[i, j] = self._memory.agreement(texts[0][i], texts[1][j])

    def _doubtful(self) -> dict[Link, float]:
        """The links from afar, and the thin ones, with their scores.

        They may hold a part of what stands beside them. So it is where a text holds nearly the same paragraph
        twice and one of the two was split or merged.
        """
        in_order = set(self._links.in_order())
        return {
            link: self._seen[link]
            for link in self._made.items()
            if link not in in_order or self._seen[link] < _SURE
        }

    def _give_back(self, parts: Sequence[Link], wholes: Sequence[Link]) -> None:
        """Undo links that hold parts; then look at what stands in the same place once more."""
        for i, _ in (*parts, *wholes):
            self._links.undo(i)
            del self._made[i]
        if parts or wholes:
            held = {i for i, _ in wholes}, {j for _, j in parts}
            self._links.spent[0].update(held[0])
            self._links.spent[1].update(held[1])
            self._link_in_place()
            self._links.spent[0].difference_update(held[0])
            self._links.spent[1].difference_update(held[1])

    def _guesses(self) -> set[Link]:
        """The links made here on thin evidence, and those that had a rival which is nearly as likely.

        What changed but little is no guess, unless the rival is as like it.
        """
        rivals: dict[tuple[int, int], list[Link]] = {}
        for i, j in self._seen:
            rivals.setdefault((0, i), []).append((i, j))
            rivals.setdefault((1, j), []).append((i, j))
        found = set()
        for i, j in self._made.items():
            others = {*rivals[0, i], *rivals[1, j]} - {(i, j)}
            if self._memory.alike(self._old[i].text, self._new[j].text):
                others = {
                    (k, m) for k, m in others if self._memory.alike(self._old[k].text, self._new[m].text)
                }
            elif self._seen[i, j] < _THIN:
                found.add((i, j))
            if any(self._as_likely((i, j), other) for other in others):
                found.add((i, j))
        return found

    def _as_likely(self, link: Link, rival: Link) -> bool:
        """Whether the rival, with the partners of both exchanged, would score nearly as much."""
        (i, j), (other_i, other_j) = link, rival
        had, would = self._seen[link], self._seen[rival]
        if i == other_i:
            freed = next((one for one in self._made.items() if one[1] == other_j), None)
            exchanged = (freed[0], j) if freed else None
        else:
            freed = (other_i, self._made[other_i]) if other_i in self._made else None
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
        if apart and self._too_short(i, j):
            return 0.0
        score = self._scores.of(i, j, apart=apart, in_place=in_place)
        if old.part is not new.part:
            score -= _ANOTHER_PART if _stems(old) & _stems(new) else _ANOTHER_PART + _ANOTHER_VERB
        if (old.kind is Kind.HEADING) is not (new.kind is Kind.HEADING):
            score -= _HEADING_AND_TEXT
        elif (old.kind is Kind.SUBPARAGRAPH) is not (new.kind is Kind.SUBPARAGRAPH):
            score -= _ANOTHER_LEVEL
        return score

    def _too_short(self, i: int, j: int) -> bool:
        """Whether the words are too few to know a paragraph again that went far and changed as well."""
        texts = self._old[i].text, self._new[j].text
        return (
            min(len(self._memory.coded(text)) for text in texts) < _SHORT
            and self._memory.agreement(*texts) < _OF_THE_SHORT
            and not self._near(i, j)
        )

    def _link(self, i: int, j: int) -> None:
        self._links.add({i: j})
        self._made[i] = j


def _stems(paragraph: Paragraph) -> set[str]:
    """The beginnings of the first two words, of which one is the opening verb."""
    return {word[:4].lower() for word in paragraph.text.split()[:2] if len(word) > 3}
