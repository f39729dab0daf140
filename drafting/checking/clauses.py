# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of a text stand in it twice: runs of words, looked up instead of compared.

A text is cut into blocks of some paragraphs, and what is known of a block is kept while its paragraphs stay
as they are: after a key press one block is looked through again. Words are compared without case and glyphs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from drafting.checking.records import Subject
from drafting.glyphs import folded
from drafting.resolution import Kind, Paragraph, Resolution

RUN = 8
"""Words in a row that are no chance: shorter runs are the phrases that all resolutions are made of."""

_WORD = re.compile(r"\w+(?:[-']\w+)*")
_KEPT = 16_384  # paragraphs; a long series has some thousand different ones
FORGOTTEN = 3
"""Versions in which a change may have been forgotten in places: what stays longer is meant."""

_NAMES = 0.4  # share of words in capitals and figures above which it is a name or a list of citations
_CUT = 12  # a block ends with one paragraph in so many: an insertion moves one border at most

Texts = tuple[str, ...]


class Stretch(NamedTuple):
    """Words `[start, end)` of one text that are, but for a few, the words `[at, to)` of another."""

    start: int
    end: int
    at: int
    to: int


@lru_cache(maxsize=_KEPT)
def words(text: str) -> Texts:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(folded(text).casefold()))


def span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words `[start, end)` stand in the text, in code points."""
    found = [match.span() for match in _WORD.finditer(folded(text))]
    return found[start][0], found[end - 1][1]


@lru_cache(maxsize=_KEPT)
def runs(text: str) -> tuple[int, ...]:
    """A number for every run of `RUN` words, by the place of its first; equal runs have equal numbers."""
    found = words(text)
    return tuple(hash(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


Block = tuple[str, ...]
Version = tuple[Block, ...]
T = TypeVar("T")


def places_of(subject: Subject) -> Mapping[str, Sequence[Paragraph]]:
    """The paragraphs of the text by their words; to be asked for `once`."""
    found: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in subject.text.paragraphs:
        found[paragraph.text].append(paragraph)
    return found


def blocks_of(subject: Subject) -> tuple[Block, ...]:
    """The blocks of the text; to be asked for `once`."""
    return blocks(subject.text)


def blocks(text: Resolution) -> tuple[Block, ...]:
    """The different paragraphs of a text that are no headings, in order, cut into blocks."""
    found: list[Block] = []
    open_block: list[str] = []
    for words_of_it in dict.fromkeys(
        paragraph.text for paragraph in text.paragraphs if paragraph.kind is not Kind.HEADING
    ):
        open_block.append(words_of_it)
        if len(words_of_it) % _CUT == 0:
            found.append(tuple(open_block))
            open_block.clear()
    return (*found, tuple(open_block)) if open_block else tuple(found)


def texts(version: tuple[Block, ...]) -> frozenset[str]:
    """All paragraphs of some blocks."""
    return frozenset(text for block in version for text in block)


@lru_cache(maxsize=1024)
def holders(block: Block) -> dict[int, Texts]:
    """For every run of a block the paragraphs that hold it. Callers share it and must not change it."""
    found: dict[int, Texts] = {}
    for text in block:
        alone = (text,)
        for run in runs(text):
            before = found.get(run)
            found[run] = alone if before is None or before == alone else (*before, text)
    return found


def holding(run: int, among: Iterable[Block]) -> list[str]:
    """The paragraphs of the blocks that hold a run."""
    return [text for block in among for text in dict.fromkeys(holders(block).get(run, ()))]


def with_words(words_in_a_row: str, among: Iterable[Block]) -> list[str]:
    """The paragraphs of the blocks that have the first run of some words, at least `RUN` of them."""
    first = runs(words_in_a_row)[:1]
    return holding(first[0], among) if first else []


def twins(among: Sequence[Block]) -> list[tuple[str, str]]:
    """Each two paragraphs of the blocks that have a run in common, in order."""
    return list(
        dict.fromkeys(
            pair for at, block in enumerate(among) for other in among[at:] for pair in _between(block, other)
        )
    )


@lru_cache(maxsize=8192)
def _between(block: Block, other: Block) -> tuple[tuple[str, str], ...]:
    mine, theirs = holders(block), holders(other)
    if block is other:
        shared = [(texts, texts) for texts in mine.values() if len(texts) > 1]
    else:
        shared = [(mine[run], theirs[run]) for run in mine.keys() & theirs.keys()]
    order = {text: at for at, text in enumerate(dict.fromkeys((*block, *other)))}
    found = {(one, two) for ones, twos in shared for one in ones for two in twos if order[one] < order[two]}
    return tuple(sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]])))


@lru_cache(maxsize=_KEPT)
def stretches(text: str, other: str, gap: int = 2) -> tuple[Stretch, ...]:
    """What two texts have in common, in order: runs, joined where at most `gap` words differ between them."""
    where: dict[int, int] = {}
    for at, run in enumerate(runs(other)):
        where.setdefault(run, at)
    found: list[Stretch] = []
    for start, run in enumerate(runs(text)):
        if run not in where:
            continue
        at = where[run]
        if found and _near(found[-1], start, at, gap):
            found[-1] = Stretch(found[-1].start, start + RUN, found[-1].at, at + RUN)
        else:
            found.append(Stretch(start, start + RUN, at, at + RUN))
    return tuple(found)


def _near(before: Stretch, start: int, at: int, gap: int) -> bool:
    """Whether a run goes on where a stretch ended, or some words further on in both texts."""
    ahead, apart = start + RUN - before.end, at + RUN - before.to
    return (ahead == apart == 1) or (RUN <= ahead <= RUN + gap and RUN <= apart <= RUN + gap)


def mostly_names(text: str) -> bool:
    """Whether some words are for the most part names and figures, which are the same wherever they stand."""
    found = re.findall(r"\w[\w'’/-]*", text)
    names = [word for word in found if word[0].isupper() or word[0].isdigit()]
    return len(names) > _NAMES * len(found)


def in_a_row(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of every row of numbers that follow each other."""
    row: list[int] = []
    for number in numbers:
        if row and number != row[-1] + 1:
            yield row[0], row[-1]
            row = []
        row.append(number)
    if row:
        yield row[0], row[-1]


def plain(text: str) -> str:
    """The text without glyphs and figures, for telling a place again."""
    return re.sub(r"\d+", "#", folded(text))


def most_alike(text: str, among: tuple[Block, ...]) -> str | None:
    """The paragraph that has most runs of a text, at least a third of them; the text itself if it stands."""
    counts: Counter[str] = Counter()
    mine = runs(text)
    for run in mine:
        counts.update(holding(run, among))
    if not counts:
        return text if text in texts(among) else None
    best, count = max(counts.items(), key=lambda item: (item[1], item[0] == text))
    return best if 3 * count >= len(mine) else None


def steps(subject: Subject, found: Callable[[Version, Version], T]) -> Iterator[tuple[T, str]]:
    """What is found between each two of the latest versions, with the number of the later."""
    texts = (*subject.earlier[-FORGOTTEN:], subject.text)
    versions = [*map(blocks, texts[:-1]), subject.once(blocks_of)]
    for old, new, text in zip(versions, versions[1:], texts[1:], strict=False):
        yield found(old, new), text.number


def successors(old: Version, new: Version) -> Iterator[tuple[str, str]]:
    """The paragraphs that were changed, each with what it became: the one that has most of its runs."""
    before, now = texts(old), texts(new)
    come = now - before
    for text in (text for block in old for text in block if text not in now):
        mine = set(runs(text))
        best = max(come, key=lambda other: (len(mine.intersection(runs(other))), other), default=None)
        if best is not None and 3 * len(mine.intersection(runs(best))) >= len(mine) > 0:
            yield text, best
