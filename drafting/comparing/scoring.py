# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely it is that one paragraph became another, for paragraphs that have no identical partner.

Resolutions are written in formulas ("the promotion and protection of all human rights"), so the share of
common words says little: strangers reach a third. What tells is what few paragraphs hold: a figure, a symbol,
a name, two words that stand side by side nowhere else, an opening that is used once. Every word, pair of
neighbouring words and opening counts by the square of one over the number of paragraphs that hold it. Where a
paragraph is formulas from end to end ("Takes note of the report of the Committee on its thirtieth session"),
the plain order of its words decides instead: strangers agree in less than half of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

import Levenshtein

from drafting.comparing.anchors import Link
from drafting.glyphs import folded, squeezed

_PUNCTUATION = ',;:()"'
_START = "|"
_STRANGERS_AGREE = 0.45
# Of all the paragraphs that stand elsewhere, some short one agrees by chance in many of its few words.
_STRANGERS_APART_AGREE = 0.55
# Two that open with the same words and stand in the same place: of the strangers that open alike within a few
# paragraphs of one another, one in twenty agrees in more than that.
_OPENING_ALIKE_AGREE = 0.32
_OPENING = 2
_BY_CHANCE = 2.5
_ALWAYS_ENOUGH = 0.9
_TOO_COMMON = 0.015
_AT_LEAST = 0.05
_WORTH_A_LOOK = 0.04
# So many of the texts on both sides are enough to know how common a word is.
_SAMPLE = 400


class Particulars(dict[str, set[str]]):
    """What a text can be known by, worked out once for each text that is asked for.

    These are its words, every two of them that stand side by side, and the word that opens it.
    """

    def __missing__(self, text: str) -> set[str]:
        words = words_of(squeezed(text))
        found = self[text] = set(words)
        found.update(map(" ".join, pairwise([_START, *words])))
        return found


class Standing:
    """How often each particular is met in texts that stand on both sides: there it is hardly evidence."""

    def __init__(self, texts: Sequence[str]) -> None:
        step = -(-len(texts) // _SAMPLE) or 1
        words = words_of(folded(f" {_START} ".join(("", *texts[::step]))))
        self._step = step
        self._counts = Counter(chain(words, map(" ".join, pairwise(words))))

    def among(self, particulars: set[str]) -> Iterator[tuple[str, int]]:
        """Those of the particulars that are met, with about how often."""
        for one in particulars & self._counts.keys():
            yield one, self._counts[one] * self._step


class Scores:
    """Scores from 0 to 1 between the leftovers of two versions, given by their indexes and texts.

    `standing` counts what stands on both sides anyway.
    """

    def __init__(
        self, old: Mapping[int, str], new: Mapping[int, str], standing: Standing | None, known: Particulars
    ) -> None:
        self._texts = old, new
        self._coded: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._numbers: dict[str, str] = {}
        found = [{index: known[text] for index, text in side.items()} for side in (old, new)]
        weights = _weights(found, standing)
        common = set(weights)
        self._old_totals, self._new_totals = (
            {index: _total(one, common, weights) for index, one in side.items()} for side in found
        )
        self._common = _in_common(found[0], found[1], weights)
        self._ratios: dict[Link, float] = {}

    def of(self, i: int, j: int, *, apart: bool = False, in_place: bool = False) -> float:
        """The score of one pair; where two paragraphs stand `apart`, formulas must agree more to count.

        Where they stand `in_place`, they need agree less if they open alike.
        """
        least = _STRANGERS_AGREE
        if apart:
            shorter = min(len(self._code(0, i)), len(self._code(1, j)))
            least = min(_STRANGERS_APART_AGREE + _BY_CHANCE / (shorter + 1), _ALWAYS_ENOUGH)
        elif in_place and self._code(0, i)[:_OPENING] == self._code(1, j)[:_OPENING]:
            least = _OPENING_ALIKE_AGREE
        formula = max(0.0, (self._ratio((i, j)) - least) / (1 - least))
        return 1 - (1 - self._particular(i, j)) * (1 - formula)

    def candidates(self) -> list[Link]:
        """All pairs that have enough in common to be looked at."""
        return [link for link in self._common if self._particular(*link) >= _WORTH_A_LOOK]

    def _ratio(self, link: Link) -> float:
        """How much two paragraphs agree in the plain order of their words."""
        ratio = self._ratios.get(link)
        if ratio is None:
            codes = self._code(0, link[0]), self._code(1, link[1])
            ratio = self._ratios[link] = Levenshtein.ratio(*codes, score_cutoff=_OPENING_ALIKE_AGREE)
        return ratio

    def _particular(self, i: int, j: int) -> float:
        """The share of particulars that two paragraphs have in common (twice the common ones over all)."""
        total = self._old_totals[i] + self._new_totals[j]
        return 2 * self._common.get((i, j), 0.0) / total if total else 0.0

    def _code(self, side: int, index: int) -> str:
        """The words of a paragraph as one code point each."""
        coded = self._coded[side].get(index)
        if coded is None:
            numbers = self._numbers
            words = words_of(squeezed(self._texts[side][index]))
            coded = "".join([numbers.setdefault(word, chr(len(numbers))) for word in words])
            self._coded[side][index] = coded
        return coded


def words_of(text: str) -> list[str]:
    """The words of a squeezed text in lower case, without the punctuation around them."""
    text = text.lower()
    for mark in _PUNCTUATION:
        text = text.replace(mark, " ")
    return text.split()


def _weights(sides: Sequence[Mapping[int, set[str]]], standing: Standing | None) -> dict[str, float]:
    """The weights of the particulars that more than one paragraph holds; all others weigh 1."""
    counts: dict[str, int] = {}
    everything: set[str] = set()
    for side in sides:
        seen: set[str] = set()
        again: set[str] = set()
        for found in side.values():
            again |= seen & found
            seen |= found
        for one, count in Counter(chain.from_iterable([again & found for found in side.values()])).items():
            counts[one] = max(counts.get(one, 1), count)
        everything |= seen
    if standing is not None:
        for one, count in standing.among(everything):
            counts[one] = counts.get(one, 1) + count
    return {one: 1 / (count * count) for one, count in counts.items()}


def _total(found: set[str], common: set[str], weights: Mapping[str, float]) -> float:
    several = found & common
    return len(found) - len(several) + sum(map(weights.__getitem__, several)) + len(several) * _AT_LEAST


def _in_common(
    old: Mapping[int, set[str]], new: Mapping[int, set[str]], weights: Mapping[str, float]
) -> dict[Link, float]:
    """The weight of what each old and new paragraph share, where they share anything worth counting."""
    owner: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    counting = {one for one, weight in weights.items() if weight > _TOO_COMMON}
    for j, found in new.items():
        owner.update(dict.fromkeys(found, j))
        for one in found & counting:
            holders.setdefault(one, []).append(j)
    alone, several = set(owner).difference(weights), set(holders)
    common: dict[Link, float] = {}
    for i, found in old.items():
        sums: dict[int, float] = dict(Counter(map(owner.__getitem__, found & alone)))
        for one in found & several:
            weight = weights[one]
            for j in holders[one]:
                sums[j] = sums.get(j, 0.0) + weight
        for j, weight in sums.items():
            common[i, j] = weight
    return common
