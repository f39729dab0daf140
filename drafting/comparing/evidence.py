# SPDX-License-Identifier: GPL-3.0-or-later
"""What two sets of paragraphs hold in common that few others hold, counted so that it can be kept up to date.

All sums are of whole numbers: they come out the same in whatever order paragraphs were added and taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache
from itertools import chain, product

from drafting.comparing.anchors import Link
from drafting.comparing.coding import Codes

_WORD, _TWO = 4, 8  # bytes of a code point, and of two side by side
# So many of the texts on both sides are enough to know how common a word is.
_SAMPLE = 200
# What a particular weighs that one paragraph of each side holds; held by n, it weighs the square of n less.
_WHOLE = 3_600_000
_TOO_MANY = 8
_AT_LEAST = _WHOLE // 20
# Formulas from end to end were seen up to 0.16, all particulars being counted whole.
_OWN = 0.2
# Beyond this share of paragraphs to be exchanged it is quicker to begin anew.
_MUCH = 0.2


class Particulars(dict[str, set[int]]):
    """What a text can be known by, worked out once for each text that is asked for.

    These are its words, and every two of them that stand side by side, as numbers: `coded` gives a text with
    each word as one code point.
    """

    def __init__(self, coded: Callable[[str], str]) -> None:
        super().__init__()
        self._coded = coded

    def __missing__(self, text: str) -> set[int]:
        words, pairs = _listed(self._coded(text))
        found = self[text] = {*words, *pairs}
        return found


def _listed(words: str) -> tuple[list[int], list[int]]:
    """The particulars of a coded text, each as often as it is there: words, and two side by side.

    The code points are laid out in memory and read again as numbers of one or two, which is quickest.
    """
    laid = memoryview(words.encode("utf-32-le", "surrogatepass"))
    even, odd = len(laid) // _TWO * _TWO, (len(laid) - _WORD) // _TWO * _TWO
    pairs = laid[:even].cast("Q").tolist() + laid[_WORD : _WORD + max(0, odd)].cast("Q").tolist()
    return laid.cast("I").tolist(), pairs


def standing(texts: Sequence[str], codes: Codes) -> tuple[Counter[int], int]:
    """How often each particular is met in texts that stand on both sides: there it is hardly evidence.

    A word that opens a text is met twice there: openings are formulas. Of many texts only some are counted;
    the number says how often to take the count.
    """
    step = -(-len(texts) // _SAMPLE) or 1
    codes.prepare(texts[::step])
    met: list[int] = []
    for words, pairs in [_listed(codes[text]) for text in texts[::step]]:
        met += words
        met += words[:1]
        met += pairs
    return Counter(met), step


_Holders = tuple[dict[int, list[int]], dict[int, list[int]]]


class Evidence:
    """The particulars of old and new paragraphs, by place: who holds which, and what two have in common."""

    def __init__(self, known: Particulars, counted: tuple[Counter[int], int] | None) -> None:
        self._known = known
        self._standing, self._step = counted or (Counter(), 1)
        self._texts: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._holders: _Holders | None = None  # needed when paragraphs are exchanged one by one
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

    def formulas(self) -> tuple[list[int], list[int]]:
        """The places of the paragraphs of each side that hold hardly anything of their own."""
        first, second = (
            [place for place, text in side.items() if totals[place] < _OWN * _WHOLE * len(self._known[text])]
            for side, totals in zip(self._texts, self._totals, strict=True)
        )
        return first, second

    def _begin(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        """Count anew; what one paragraph alone holds weighs whole and needs no second look."""
        self._texts, self._holders = (dict(old), dict(new)), None
        known, step = self._known, self._step
        first, second = (
            Counter(chain.from_iterable(map(known.__getitem__, side.values()))) for side in self._texts
        )
        both = [*(first.keys() & second.keys())]
        most = {**first, **second}
        most |= zip(both, map(max, map(first.__getitem__, both), map(second.__getitem__, both)), strict=True)
        for one in self._standing.keys() & most.keys():
            most[one] += self._standing[one] * step
        # A get, a filter and a sum of whole texts are quicker than any loop over their particulars.
        less = {one: _WHOLE - _share(many) for one, many in most.items() if many > 1}.get
        totals = [
            {
                place: _WHOLE * len(known[text]) - sum(filter(None, map(less, known[text])))
                for place, text in side.items()
            }
            for side in self._texts
        ]
        self._totals = totals[0], totals[1]
        self._common = self._summed({one: many for one in both if (many := most[one]) <= _TOO_MANY})

    def _summed(self, counts: Mapping[int, int]) -> dict[Link, int]:
        """What every two paragraphs have in common of particulars that are held so often."""
        first, second = (_holding(side, self._known, set(counts)) for side in self._texts)
        alike: dict[int, list[int]] = {}
        for one, count in counts.items():
            alike.setdefault(count, []).append(one)
        common: dict[Link, int] = {}
        sum_of = common.get
        for count, ones in alike.items():
            weight = _weight(count)
            links = chain.from_iterable([product(first[one], second[one]) for one in ones])
            for link, times in Counter(links).items():
                common[link] = sum_of(link, 0) + weight * times
        return common

    def _exchange(self, side: int, place: int, text: str | None) -> None:
        """Take away the paragraph at a place, or set another there."""
        if self._holders is None:
            first, second = (_holding(texts, self._known) for texts in self._texts)
            self._holders = first, second
        before = self._known[self._texts[side].pop(place)] if place in self._texts[side] else set[int]()
        after = self._known[text] if text is not None else set[int]()
        self._totals[side].setdefault(place, 0)
        holders = self._holders
        for one in before - after:
            self._weigh_again(one, holders, -1)
            holders[side][one].remove(place)
            if not holders[side][one]:
                del holders[side][one]
            self._weigh_again(one, holders, 1)
        for one in after - before:
            self._weigh_again(one, holders, -1)
            holders[side].setdefault(one, []).append(place)
            self._weigh_again(one, holders, 1)
        if text is not None:
            self._texts[side][place] = text
        else:
            del self._totals[side][place]
            for link in [link for link in self._common if link[side] == place]:
                del self._common[link]

    def _weigh_again(self, one: int, holders: _Holders, sign: int) -> None:
        """Add all that a particular weighs, or take it away."""
        olds, news = holders[0].get(one, ()), holders[1].get(one, ())
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


def _holding(
    texts: Mapping[int, str], known: Particulars, asked: Set[int] | None = None
) -> dict[int, list[int]]:
    """Which paragraphs hold each particular, or each of those asked for."""
    holders: dict[int, list[int]] = {}
    for place, text in texts.items():
        for one in known[text] if asked is None else known[text] & asked:
            if one in holders:
                holders[one].append(place)
            else:
                holders[one] = [place]
    return holders


def _weight(count: int) -> int:
    """What it weighs that two paragraphs share a particular; nothing when too many hold it."""
    return _WHOLE // (count * count) if count <= _TOO_MANY else 0


@cache
def _share(count: int) -> int:
    """What a particular adds to all that a paragraph holds."""
    return _WHOLE if count == 1 else _WHOLE // (count * count) + _AT_LEAST
