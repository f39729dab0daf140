# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a text and of the versions before it, looked up by their runs of words.

An adopted version never changes: its runs are put in order once. A draft is cut into blocks of some
paragraphs, and what is known of a block is kept while its paragraphs stay as they are, so that after a key
press one block is looked through again. Which old paragraph became which new one is told by the runs they
share, so that nobody has to align the versions first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, count, pairwise
from typing import Protocol, TypeVar

from drafting.checking.clauses import runs
from drafting.checking.records import Subject
from drafting.checking.versions import OfVersion
from drafting.resolution import Kind, Paragraph, Resolution

FORGOTTEN = 3
"""Versions in which a change may have been forgotten in places: what stays longer is meant."""

_CUT = 20  # a block ends with one paragraph in so many: an insertion moves one border at most
_KEPT = 8192

_MADE = count()

Block = tuple[str, ...]
Pair = tuple[str, str]
T = TypeVar("T")


def _texts(version: Resolution) -> Iterator[str]:
    """The different paragraphs that are no headings, in order."""
    return iter(
        dict.fromkeys(
            paragraph.text for paragraph in version.paragraphs if paragraph.kind is not Kind.HEADING
        )
    )


class Held:
    """Paragraphs by their runs. Most runs stand in one alone: only the others have a list."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.made = next(_MADE)
        self.first: dict[int, str] = {}
        self.several: dict[int, list[str]] = {}
        for text in texts:
            for run in runs(text):
                before = self.first.setdefault(run, text)
                if before is not text:
                    there = self.several.setdefault(run, [before])
                    if there[-1] is not text:
                        there.append(text)

    def holding(self, run: int) -> Sequence[str]:
        """The paragraphs that hold a run, in order."""
        if run in self.several:
            return self.several[run]
        return (self.first[run],) if run in self.first else ()

    def pairs(self) -> Iterator[Pair]:
        """Each two paragraphs that hold a run, once for every such run."""
        return chain.from_iterable(combinations(texts, 2) for texts in self.several.values())


class Side(Protocol):
    """A version whose paragraphs are looked up by their runs."""

    @property
    def texts(self) -> frozenset[str]:
        """All paragraphs."""

    def holding(self, run: int) -> Sequence[str]:
        """The paragraphs that hold a run."""

    def standing(self, wanted: frozenset[int]) -> frozenset[int]:
        """Those of some runs that stand in it."""

    def twins(self, least: int) -> Sequence[Pair]:
        """Each two paragraphs that have so many runs in common, once, the first before the second."""


class Past:
    """A version that does not change."""

    def __init__(self, version: Resolution) -> None:
        self.texts = frozenset(_texts(version))
        self._held = Held(_texts(version))
        self.holding = self._held.holding

    def standing(self, wanted: frozenset[int]) -> frozenset[int]:
        """Those of some runs that stand in it."""
        return frozenset(filter(self._held.first.__contains__, wanted))

    def twins(self, least: int) -> Sequence[Pair]:
        """Each two paragraphs that have so many runs in common, once, the first before the second."""
        return _twins(self._held.pairs(), least)


past_of = OfVersion(Past)


class Present:
    """A text that is being written."""

    def __init__(self, text: Resolution) -> None:
        self.texts = frozenset(_texts(text))
        self.blocks = tuple(_blocks(text))
        self._held = tuple(map(held_in, self.blocks))

    def holding(self, run: int) -> Sequence[str]:
        """The paragraphs that hold a run."""
        return [text for held in self._held if run in held.first for text in held.holding(run)]

    def standing(self, wanted: frozenset[int]) -> frozenset[int]:
        """Those of some runs that stand in it."""
        return frozenset[int]().union(*(wanted & runs_in(block) for block in self.blocks))

    def twins(self, least: int) -> Sequence[Pair]:
        """Each two paragraphs that have so many runs in common, once, the first before the second."""
        blocks = self.blocks
        return [
            pair
            for at, block in enumerate(blocks)
            for other in blocks[at:]
            for pair in _between(block, other, least)
        ]


def present(subject: Subject) -> Side:
    """The text as it is looked up; to be asked for `once`."""
    return Present(subject.text) if subject.drafting else past_of(subject.text)


def places_of(subject: Subject) -> Mapping[str, Sequence[Paragraph]]:
    """The paragraphs of the text by their words; to be asked for `once`."""
    found: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in subject.text.paragraphs:
        found[paragraph.text].append(paragraph)
    return found


def _blocks(text: Resolution) -> Iterator[Block]:
    block: list[str] = []
    for one in _texts(text):
        block.append(one)
        if len(one) % _CUT == 0:
            yield tuple(block)
            block = []
    if block:
        yield tuple(block)


@lru_cache(maxsize=1024)
def held_in(block: Block) -> Held:
    """What a block holds. Callers share it and must not change it."""
    return Held(block)


@lru_cache(maxsize=1024)
def runs_in(block: Block) -> frozenset[int]:
    """All runs of a block."""
    return frozenset(held_in(block).first)


@lru_cache(maxsize=_KEPT)
def _between(block: Block, other: Block, least: int) -> Sequence[Pair]:
    """The twins of two blocks, or those within one.

    Worked out from the block that was made later: of a block in which one paragraph changed, all the others
    are known beside the older block.
    """
    mine, theirs = held_in(block), held_in(other)
    if block is other:
        return _twins(mine.pairs(), least)
    if mine.made > theirs.made:
        return [(text, found) for text in block for found in _beside(text, other, least)]
    return [(found, text) for text in other for found in _beside(text, block, least)]


@lru_cache(maxsize=4 * _KEPT)
def _beside(text: str, block: Block, least: int) -> Sequence[str]:
    """The paragraphs of a block that have so many runs in common with a text."""
    shared = frozenset(runs(text)) & runs_in(block)
    if len(shared) < least:
        return ()
    counts = Counter(chain.from_iterable(map(held_in(block).holding, shared)))
    return [found for found, times in counts.items() if times >= least]


def _twins(pairs: Iterable[Pair], least: int) -> Sequence[Pair]:
    return [pair for pair, times in Counter(pairs).items() if times >= least]


# --------------------------------------------------------------------------------------------- what became


@lru_cache(maxsize=_KEPT)
def _came_from(text: str, old: Past) -> tuple[str, int] | None:
    """The paragraph of an older version with which a text has most runs in common, and how many."""
    counts = Counter(chain.from_iterable(old.holding(run) for run in runs(text)))
    best = max(counts.items(), key=lambda item: (item[1], item[0]), default=None)
    return best if best is not None and 3 * best[1] >= len(runs(best[0])) else None


def changed(old: Past, new: Side) -> Mapping[str, str]:
    """What became of every changed paragraph: the one that has most of its runs, and a third at least."""
    found: dict[str, tuple[int, str]] = {}
    for text in new.texts - old.texts:
        if (source := _came_from(text, old)) and source[0] not in new.texts:
            found[source[0]] = max(found.get(source[0], (0, "")), (source[1], text))
    return {text: became for text, (_, became) in sorted(found.items())}


@lru_cache(maxsize=64)
def _changed_of_old(old: Past, new: Past) -> Mapping[str, str]:
    return changed(old, new)


def _changed_now(subject: Subject) -> Mapping[str, str]:
    return changed(past_of(subject.earlier[-1]), subject.once(present))


def steps(
    subject: Subject, found: Callable[[Past, Side, Mapping[str, str]], T], kept: Callable[[Past, Past], T]
) -> Iterator[tuple[T, str]]:
    """What is found between each two of the latest versions, with the number of the later.

    `found` works it out from both sides and from what became of the changed paragraphs; `kept` does the same
    for two older versions and remembers it. A draft takes the latest version up, and what was forgotten in
    that is still to be told: it does not count among the versions.
    """
    if not subject.earlier:
        return
    latest = subject.earlier[-FORGOTTEN - subject.drafting :]
    for old, new in pairwise(latest):
        yield kept(past_of(old), past_of(new)), new.number
    now = found(past_of(latest[-1]), subject.once(present), subject.once(_changed_now))
    yield now, "this draft" if subject.drafting else subject.text.number


def became(text: str, version: Resolution, subject: Subject) -> str | None:
    """What a paragraph of an older version is in the text, step by step; None where it was lost."""
    at = next(at for at, one in enumerate(subject.earlier) if one is version)
    for old, new in pairwise(subject.earlier[at:]):
        before, after = past_of(old), past_of(new)
        found = text if text in after.texts else _changed_of_old(before, after).get(text)
        if found is None:
            return None
        text = found
    return text if text in subject.once(present).texts else subject.once(_changed_now).get(text)
