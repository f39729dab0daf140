# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely it is that one paragraph became another, for paragraphs that have no identical partner.

Resolutions are written in formulas ("the promotion and protection of all human rights"), so the share of common words
says little: strangers reach a third. What tells is what few paragraphs hold: a figure, a symbol, a name, two words that
stand side by side nowhere else, an opening that is used once. Every word, pair of neighbouring words and opening counts
by the square of one over the number of paragraphs that hold it. Where a paragraph is formulas from end to end
("Takes note of the report of the Committee on its thirtieth session"), the plain order of its words decides instead:
strangers agree in less than half of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import Levenshtein

from drafting.comparing.anchors import Link

Feature = str | tuple[str, ...]

_PUNCTUATION = str.maketrans(dict.fromkeys(',;:()"', " "))
_STRANGERS_AGREE = 0.45
_TOO_COMMON = 12
_WORTH_A_LOOK = 0.04


class Scores:
    """Scores from 0 to 1 between the leftovers of two versions, given by their indexes and squeezed texts.

    `shared` are the texts that stand on both sides: what they hold is no evidence.
    """

    def __init__(self, old: Mapping[int, str], new: Mapping[int, str], shared: Iterable[str]) -> None:
        self._old_words = {index: _words(text) for index, text in old.items()}
        self._new_words = {index: _words(text) for index, text in new.items()}
        self._numbers: dict[str, str] = {}
        self._coded: tuple[dict[int, str], dict[int, str]] = ({}, {})
        old_features = {index: _features(words) for index, words in self._old_words.items()}
        new_features = {index: _features(words) for index, words in self._new_words.items()}
        weights = _weights(old_features, new_features, [_words(text) for text in shared])
        self._old_totals = {i: sum([weights[f] for f in found]) for i, found in old_features.items()}
        self._new_totals = {j: sum([weights[f] for f in found]) for j, found in new_features.items()}
        self._common = _in_common(old_features, new_features, weights)
        self._known: dict[Link, float] = {}

    def of(self, i: int, j: int) -> float:
        """The score of one pair."""
        link = (i, j)
        score = self._known.get(link)
        if score is None:
            score = 1 - (1 - self.particular(i, j)) * (1 - self._formula(i, j))
            self._known[link] = score
        return score

    def particular(self, i: int, j: int) -> float:
        """The share of particulars that two paragraphs have in common (twice the common ones over all)."""
        total = self._old_totals[i] + self._new_totals[j]
        return 2 * self._common.get((i, j), 0.0) / total if total else 0.0

    def candidates(self) -> list[Link]:
        """All pairs that have enough in common to be looked at."""
        return [link for link in self._common if self.particular(*link) >= _WORTH_A_LOOK]

    def kept_of_old(self, i: int, j: int) -> float:
        """The share of the old paragraph's particulars found in the new one."""
        return self._common.get((i, j), 0.0) / self._old_totals[i] if self._old_totals[i] else 0.0

    def kept_of_new(self, i: int, j: int) -> float:
        """The share of the new paragraph's particulars found in the old one."""
        return self._common.get((i, j), 0.0) / self._new_totals[j] if self._new_totals[j] else 0.0

    def _formula(self, i: int, j: int) -> float:
        """How far the plain word order agrees beyond what strangers do: 0 to 1."""
        ratio = Levenshtein.ratio(
            self._code(0, i, self._old_words), self._code(1, j, self._new_words), score_cutoff=_STRANGERS_AGREE
        )
        return max(0.0, (ratio - _STRANGERS_AGREE) / (1 - _STRANGERS_AGREE))

    def _code(self, side: int, index: int, words: Mapping[int, list[str]]) -> str:
        """The words of a paragraph as one code point each."""
        coded = self._coded[side].get(index)
        if coded is None:
            numbers = self._numbers
            coded = "".join([numbers.setdefault(word, chr(len(numbers))) for word in words[index]])
            self._coded[side][index] = coded
        return coded


def _words(text: str) -> list[str]:
    return text.lower().rstrip(".").translate(_PUNCTUATION).split()


def _features(words: list[str]) -> set[Feature]:
    found: set[Feature] = set(words)
    found.update(zip(words, words[1:], strict=False))
    found.add(("", *words[:2]))
    return found


def _weights(
    old: Mapping[int, set[Feature]], new: Mapping[int, set[Feature]], shared: Iterable[list[str]]
) -> dict[Feature, float]:
    standing: Counter[Feature] = Counter()
    for words in shared:
        standing.update(_features(words))
    counts = [Counter[Feature](), Counter[Feature]()]
    for count, side in zip(counts, (old, new), strict=True):
        for found in side.values():
            count.update(found)
    first, second = counts
    return {f: 1 / (max(first[f], second[f]) + standing[f]) ** 2 for f in first | second}


def _in_common(
    old: Mapping[int, set[Feature]], new: Mapping[int, set[Feature]], weights: Mapping[Feature, float]
) -> dict[Link, float]:
    """The weight of what each old and new paragraph share; what a dozen paragraphs hold weighs nothing."""
    holders: dict[Feature, list[int]] = {}
    for j, found in new.items():
        for feature in found:
            holders.setdefault(feature, []).append(j)
    common: dict[Link, float] = {}
    for i, found in old.items():
        sums: dict[int, float] = {}
        for feature in found & holders.keys():
            places = holders[feature]
            if len(places) <= _TOO_COMMON:
                weight = weights[feature]
                for j in places:
                    sums[j] = sums.get(j, 0.0) + weight
        for j, weight in sums.items():
            common[i, j] = weight
    return common
