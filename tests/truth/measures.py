# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of a known truth an alignment found."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.comparing.records import Alignment, Change, Pair
from drafting.resolution import Resolution
from tests.truth.versions import Made

Told = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Tally:
    """Counts over one or several versions: of each kind how many there were and how many were found.

    `wrong` names what was not; `invented` counts moves that nobody made, `noise` marks on paragraphs that
    nobody touched.
    """

    total: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    invented: int = 0
    noise: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another one in."""
        self.total += other.total
        self.right += other.right
        self.invented += other.invented
        self.noise += other.noise
        self.wrong += other.wrong

    def share(self, *kinds: str) -> float:
        """The share of these kinds that was found, 1 where there are none."""
        total = sum(self.total[kind] for kind in kinds)
        return sum(self.right[kind] for kind in kinds) / total if total else 1.0

    def count(self, kind: str, told: str, *, right: bool) -> None:
        """Count one case."""
        self.total[kind] += 1
        self.right[kind] += right
        if not right:
            self.wrong.append(f"{kind}: {told}")


def measured(made: Made, alignment: Alignment) -> Tally:
    """All that can be told about one alignment. The kinds "links", "moves", "splits", "merges" are sums."""
    tally = Tally()
    found = {name: pair for pair in alignment.pairs for name in pair.new}
    olds = [paragraph.id for paragraph in made.old.paragraphs]
    truth = _groups(made, olds)
    twins: dict[str, list[str]] = {}
    for paragraph in made.new.paragraphs:
        twins.setdefault(paragraph.text, []).append(paragraph.id)
    for place, paragraph in enumerate(made.new.paragraphs):
        pair = found[paragraph.id]
        expected = truth.get(paragraph.id, ((), (paragraph.id,)))
        right = (_read(made.old, pair.old), pair.new) == (_read(made.old, expected[0]), expected[1])
        right = right or _interchangeable(
            made, pair, expected[0], [found[name] for name in twins[paragraph.text]]
        )
        told = f"{expected} found {(pair.old, pair.new, pair.change.value)}"
        tally.count(made.kinds[place], told, right=right)
        tally.count("links", "", right=right)
    gone = sorted(set(olds).difference(*(pair[0] for pair in truth.values())))
    removed = Counter(made.old.paragraph(pair.old[0]).text for pair in alignment.pairs if not pair.new)
    for name in gone:
        text = made.old.paragraph(name).text
        tally.count("deleted", name, right=removed[text] > 0)
        tally.count("links", "", right=removed[text] > 0)
        removed[text] -= 1
    _count_groups(tally, set(truth.values()), {(pair.old, pair.new) for pair in alignment.pairs})
    _count_moves(tally, made, alignment)
    tally.wrong = [line for line in tally.wrong if not line.startswith(("links:", "splits:", "merges:"))]
    return tally


def _interchangeable(made: Made, pair: Pair, expected: Sequence[str], twins: Sequence[Pair]) -> bool:
    """Whether another paragraph that reads the same has the expected partner: none can say which is which."""
    if len(pair.new) > 1 or len(twins) == 1:
        return False
    return any(_read(made.old, twin.old) == _read(made.old, expected) for twin in twins)


def _read(resolution: Resolution, names: Sequence[str]) -> list[str]:
    """The texts of paragraphs: of two that read alike, no one can say which is which."""
    return [resolution.paragraph(name).text for name in names]


def _groups(made: Made, olds: Sequence[str]) -> dict[str, Told]:
    """For each new paragraph that comes from somewhere: all that belong together with it."""
    together: dict[tuple[int, ...], list[str]] = {}
    for paragraph, origins in zip(made.new.paragraphs, made.origins, strict=True):
        if origins:
            together.setdefault(origins, []).append(paragraph.id)
    return {
        name: (tuple(olds[place] for place in origins), tuple(names))
        for origins, names in together.items()
        for name in names
    }


def _count_groups(tally: Tally, truth: set[Told], found: set[Told]) -> None:
    for pair in truth:
        if len(pair[0]) > 1:
            tally.count("merges", "", right=pair in found)
        elif len(pair[1]) > 1:
            tally.count("splits", "", right=pair in found)
    several = {pair for pair in found if len(pair[0]) > 1 or len(pair[1]) > 1}
    invented = several - truth
    tally.total["invented splits and merges"] += len(invented)
    tally.wrong += [f"invented: {pair}" for pair in invented]


def _count_moves(tally: Tally, made: Made, alignment: Alignment) -> None:
    """Moves to find are as few as explain the order; which of two swapped paragraphs moved is open."""
    order = [origins[0] for origins in made.origins if origins]
    names = [one.id for one, origins in zip(made.new.paragraphs, made.origins, strict=True) if origins]
    steady, least = _always_kept(order)
    may_move = {name for name, keeps in zip(names, steady, strict=True) if not keeps}
    flagged = {name for pair in alignment.pairs if pair.moved for name in pair.new}
    tally.total["moves"] += least
    tally.right["moves"] += min(least, len(flagged & may_move))
    tally.invented += len(flagged - may_move)
    tally.wrong += [f"invented move: {name}" for name in flagged - may_move]
    _count_noise(tally, made, alignment, may_move)


def _count_noise(tally: Tally, made: Made, alignment: Alignment, may_move: set[str]) -> None:
    """Untouched paragraphs that are marked; of copies that read alike, as many as are marked too many."""
    changes = {name: pair.change for pair in alignment.pairs for name in pair.new}
    quiet = Counter(
        paragraph.text
        for paragraph, kind in zip(made.new.paragraphs, made.kinds, strict=True)
        if kind == "untouched" and paragraph.id not in may_move
    )
    for paragraph in made.new.paragraphs:
        quiet[paragraph.text] -= changes[paragraph.id] is Change.UNCHANGED
    for text in +quiet:
        tally.noise += quiet[text]
        marked = (paragraph.id for paragraph in made.new.paragraphs if paragraph.text == text)
        tally.wrong.append(f"noise: {', '.join(f'{name} {changes[name].value}' for name in marked)}")


def _always_kept(order: Sequence[int]) -> tuple[list[bool], int]:
    """Whether each place is in every longest rising chain (equal values rise), and how many are in none."""
    ends = _chain_lengths(order)
    starts = _chain_lengths([-value for value in reversed(order)])[::-1]
    longest = max(ends, default=0)
    on_one = [end + start - 1 == longest for end, start in zip(ends, starts, strict=True)]
    at_length = Counter(end for end, on in zip(ends, on_one, strict=True) if on)
    kept = [on and at_length[end] == 1 for end, on in zip(ends, on_one, strict=True)]
    return kept, len(order) - longest


def _chain_lengths(order: Sequence[int]) -> list[int]:
    """The length of the longest chain that never falls and ends at each place."""
    tails: list[tuple[int, int]] = []
    lengths = []
    for place, value in enumerate(order):
        length = bisect_left(tails, (value, place))
        tails[length : length + 1] = [(value, place)]
        lengths.append(length + 1)
    return lengths
