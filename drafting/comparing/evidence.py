# SPDX-License-Identifier: GPL-3.0-or-later
"""What two sets of paragraphs hold in common that few others hold, counted so that it can be kept up to date.

All sums are of whole numbers: they come out the same in whatever order paragraphs were added and taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise, product

from drafting.comparing.anchors import Link
from drafting.glyphs import folded, squeezed

_PUNCTUATION = ',;:()"'
_START = "|"
# So many of the texts on both sides are enough to know how common a word is.
_SAMPLE = 200
# What a particular weighs that one paragraph of each side holds; held by n, it weighs the square of n less.
_WHOLE = 3_600_000
_TOO_MANY = 8
_AT_LEAST = _WHOLE // 20
# Beyond this share of paragraphs to be exchanged it is quicker to begin anew.
_MUCH = 0.2


def words_of(text: str) -> list[str]:
    """The words of a squeezed text in lower case, without the punctuation around them."""
    text = text.lower()
    for mark in _PUNCTUATION:
        text = text.replace(mark, " ")
    return text.split()


class Particulars(dict[str, set[str]]):
    """What a text can be known by, worked out once for each text that is asked for.

    These are its words, every two of them that stand side by side, and the word that opens it.
    """

    def __missing__(self, text: str) -> set[str]:
        words = words_of(squeezed(text))
        found = self[text] = set(words)
        found.update(map(" ".join, pairwise([_START, *words])))
        return found


def standing(texts: Sequence[str]) -> tuple[Counter[str], int]:
    """How often each particular is met in texts that stand on both sides: there it is hardly evidence.

    Of many texts only some are counted; the number says how often to take the count.
    """
    step = -(-len(texts) // _SAMPLE) or 1
    words = words_of(folded(f" {_START} ".join(("", *texts[::step]))))
    return Counter(chain(words, map(" ".join, pairwise(words)))), step


class Evidence:
    """The particulars of old and new paragraphs, by place: who holds which, and what two have in common."""

    def __init__(self, known: Particulars, counted: tuple[Counter[str], int] | None) -> None:
        self._known = known
        self._standing, self._step = counted or (Counter(), 1)
        self._texts: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._holders: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        self._totals: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._common: dict[Link, int] = {}

    def become(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        """Hold just these paragraphs: little is done when they are nearly those held already."""
        sides = (old, new)
        changes = [
            (side, place)
            for side in (0, 1)
            for place in self._texts[side].keys() | sides[side].keys()
            if self._texts[side].get(place) != sides[side].get(place)
        ]
        if len(changes) > _MUCH * (len(old) + len(new)):
            self._begin(old, new)
            return
        for side, place in changes:
            self._exchange(side, place, sides[side].get(place))

    def common(self, i: int, j: int) -> float:
        """The share of particulars that two paragraphs have in common (twice the common ones over all)."""
        total = self._totals[0][i] + self._totals[1][j]
        return 2 * self._common.get((i, j), 0) / total if total else 0.0

    def above(self, least: float) -> list[Link]:
        """All pairs that have at least this share in common, more than 0."""
        old, new = self._totals
        half = least / 2
        return [link for link, sum_ in self._common.items() if sum_ >= half * (old[link[0]] + new[link[1]])]

    def _begin(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        self._texts = dict(old), dict(new)
        self._holders = ({}, {})
        self._common = {}
        known = self._known
        for side, holders in enumerate(self._holders):
            for place, text in self._texts[side].items():
                for one in known[text]:
                    if one in holders:
                        holders[one].append(place)
                    else:
                        holders[one] = [place]
        first, second = (
            {place: _WHOLE * len(known[text]) for place, text in side.items()} for side in self._texts
        )
        self._totals = first, second
        self._weigh()

    def _weigh(self) -> None:
        """Count what is held by several, and what both sides hold; all else weighs whole."""
        first, second = self._holders
        totals, common, none = self._totals, self._common, list[int]()
        met, step, held, sum_of = self._standing.get, self._step, second.get, self._common.get
        for one, olds in first.items():
            news = held(one, none)
            count = max(len(olds), len(news)) + met(one, 0) * step
            if count == 1:
                if news:
                    link = (olds[0], news[0])
                    common[link] = sum_of(link, 0) + _WHOLE
                continue
            _lighten(totals[0], olds, count)
            if news:
                _lighten(totals[1], news, count)
                if weight := _weight(count):
                    for link in product(olds, news):
                        common[link] = sum_of(link, 0) + weight
        for one in second.keys() - first.keys():
            news = second[one]
            count = len(news) + met(one, 0) * step
            if count > 1:
                _lighten(totals[1], news, count)

    def _exchange(self, side: int, place: int, text: str | None) -> None:
        """Take away the paragraph at a place, or set another there."""
        before = self._known[self._texts[side].pop(place)] if place in self._texts[side] else set[str]()
        after = self._known[text] if text is not None else set[str]()
        self._totals[side].setdefault(place, 0)
        for one in before - after:
            self._weigh_again(one, -1)
            self._holders[side][one].remove(place)
            if not self._holders[side][one]:
                del self._holders[side][one]
            self._weigh_again(one, 1)
        for one in after - before:
            self._weigh_again(one, -1)
            self._holders[side].setdefault(one, []).append(place)
            self._weigh_again(one, 1)
        if text is not None:
            self._texts[side][place] = text
        else:
            del self._totals[side][place]
            for link in [link for link in self._common if link[side] == place]:
                del self._common[link]

    def _weigh_again(self, one: str, sign: int) -> None:
        """Add all that a particular weighs, or take it away."""
        olds, news = self._holders[0].get(one, ()), self._holders[1].get(one, ())
        count = max(len(olds), len(news)) + self._standing[one] * self._step
        if not count:
            return
        share, weight = sign * _share(count), sign * _weight(count)
        for totals, places in zip(self._totals, (olds, news), strict=True):
            for place in places:
                totals[place] += share
        if weight:
            for link in product(olds, news):
                self._common[link] = self._common.get(link, 0) + weight


def _lighten(totals: dict[int, int], places: Sequence[int], count: int) -> None:
    """Take off the totals what a particular weighs less when it is held so often."""
    less = _WHOLE - _share(count)
    for place in places:
        totals[place] -= less


def _weight(count: int) -> int:
    """What it weighs that two paragraphs share a particular; nothing when too many hold it."""
    return _WHOLE // (count * count) if count <= _TOO_MANY else 0


def _share(count: int) -> int:
    """What a particular adds to all that a paragraph holds."""
    return _WHOLE if count == 1 else _WHOLE // (count * count) + _AT_LEAST
