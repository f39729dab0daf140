# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that were split into several or merged from several, found beside the pairs already linked.

A new paragraph without a partner is a part of the one beside it when most of it is what that one lost; an old
paragraph without a partner was merged into the one beside it when most of it is what that one gained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import Levenshtein

from drafting.comparing.anchors import Link
from drafting.comparing.links import Links
from drafting.comparing.memory import Memory
from drafting.resolution import Kind, Paragraph

_MOST = 0.5
_CLEARLY = 0.8
# Words that stand alone ("the", "States") are met anywhere.
_RUN = 2
# So much of its words, and of every two of them side by side, must stand in the whole at all.
_WORTH_A_LOOK = 0.4
# Further from its main one than a row of points reaches, no part is looked for.
_PARTS = 12


class Side(NamedTuple):
    """One version: its paragraphs, and what is known of their texts."""

    paragraphs: Sequence[Paragraph]
    memory: Memory

    def text(self, place: int) -> str:
        """The text at this place."""
        return self.paragraphs[place].text


def several(old: Side, new: Side, links: Links) -> tuple[dict[Link, list[int]], dict[Link, list[int]]]:
    """For each link whose old paragraph was split, the places of its parts; and the same for merged ones.

    What was decided is among them.
    """
    decided = links.decided
    split, merged = dict(decided.split), dict(decided.merged)
    settled = set(decided.links.items())
    spent_old, spent_new = links.spent
    forward = {i: j for i, j in links.partner.items() if (i, j) not in settled}
    split |= _parts(old, new, forward, set(spent_new), decided.broken)
    backward = {j: i for i, j in forward.items() if (i, j) not in split}
    parted = frozenset((j, i) for i, j in decided.broken)
    merged |= {(i, j): olds for (j, i), olds in _parts(new, old, backward, set(spent_old), parted).items()}
    return split, merged


def _parts(
    source: Side, result: Side, links: Mapping[int, int], taken: set[int], broken: frozenset[Link]
) -> dict[Link, list[int]]:
    """For each link whose source was split: the places of all its parts in the result, side by side."""
    found: dict[Link, list[int]] = {}
    whole_of = {j: i for i, j in links.items()}
    free = [place for place in range(len(result.paragraphs)) if place not in taken]
    beside = {place + step for place in free for step in (-1, 1)}
    for i, j in sorted((i, j) for i, j in links.items() if j in beside) if free else ():
        if source.text(i) != result.text(j):
            closed = taken | {place for other, place in broken if other == i} if broken else taken
            group = _grown(source, result, (i, j), closed, whole_of)
            if len(group) > 1:
                taken.update(group)
                found[i, j] = group
    return found


def _grown(source: Side, result: Side, link: Link, taken: set[int], whole_of: Mapping[int, int]) -> list[int]:
    """The stretch of result paragraphs around a link that together were its source paragraph.

    What stands between two links belongs to the one that holds more of it.
    """
    i, j = link
    group = [j]
    texts = [source.paragraphs[i].text, result.paragraphs[j].text]
    for step in (1, -1):
        place = j + step
        while 0 <= place < len(result.paragraphs) and place not in taken:
            texts.append(result.paragraphs[place].text)
            share = _part_of(tuple(texts), source.memory)
            beyond = place + step
            other = whole_of.get(beyond, i)
            if other != i and share >= _MOST and source.text(other) != result.text(beyond):
                rival = (source.text(other), result.text(beyond), texts[-1])
                share = 0.0 if _part_of(rival, source.memory) > share else share
            if share < _MOST or not _could_be_one(source.paragraphs[i], result.paragraphs[place]):
                texts.pop()
                break
            group.append(place)
            place += step
    return sorted(group)


def _part_of(texts: tuple[str, ...], memory: Memory) -> float:
    """How much of the last text stands in the first, beside what those between took of it; from 0 to 1."""
    found = memory.parts.get(texts)
    if found is None:
        whole, part = memory.known[texts[0]], memory.known[texts[-1]]
        found = 0.0
        if len(whole & part) >= _WORTH_A_LOOK * len(part):
            rest = _Rest(memory.coded(texts[0]), memory.coded(texts[1]))
            for one in texts[2:]:
                found = rest.take(memory.coded(one))
        memory.parts[texts] = found
    return found


def stolen(
    old: Side, new: Side, links: Links, doubtful: Mapping[Link, float]
) -> tuple[list[Link], list[Link]]:
    """Of doubtful links, those whose new paragraph is clearly a part of what was split beside it.

    And those whose old paragraph was clearly merged into what stands beside it. What a link scores, the part
    has to beat.
    """
    back = {j: i for i, j in links.partner.items()}
    parts, wholes = [], []
    for (i, j), score in doubtful.items():
        least = max(_CLEARLY, score)
        if any(share >= least for share in _shares(old, new, back, j)):
            parts.append((i, j))
        elif any(share >= least for share in _shares(new, old, links.partner, i)):
            wholes.append((i, j))
    return parts, wholes


def _shares(source: Side, result: Side, whole_of: Mapping[int, int], piece: int) -> Iterator[float]:
    """How much of a result paragraph stands in what the next linked ones before and behind it come from.

    Between the piece and that one only other parts of it may stand, without a link of their own.
    """
    for step in (-1, 1):
        main = piece + step
        while 0 <= main < len(result.paragraphs) and main not in whole_of and abs(main - piece) < _PARTS:
            main += step
        if main not in whole_of or not _could_be_one(
            source.paragraphs[whole_of[main]], result.paragraphs[piece]
        ):
            continue
        texts = [source.text(whole_of[main]), result.text(main)]
        for place in range(main - step, piece, -step):
            texts.append(result.text(place))
            if _part_of(tuple(texts), result.memory) < _MOST:
                break
        else:
            yield _part_of((*texts, result.text(piece)), result.memory)


def share_of_part(source: Side, whole: int, result: Side, piece: int, main: int | None = None) -> float:
    """How much of a piece stands in a whole, beside what its main part took of that; from 0 to 1."""
    if not _could_be_one(source.paragraphs[whole], result.paragraphs[piece]):
        return 0.0
    taken = "" if main is None else result.text(main)
    return _part_of((source.text(whole), taken, result.text(piece)), source.memory)


class _Rest:
    """The stretches of a paragraph, each word one code point, that none of its parts was seen to hold."""

    def __init__(self, words: str, main: str) -> None:
        kept = Levenshtein.matching_blocks(Levenshtein.editops(words, main), len(words), len(main))
        self._stretches: list[str] = []
        start = 0
        for place, _, size in kept:  # the last is empty and stands at the end
            if size >= _RUN or not size:
                self._stretches.append(words[start:place])
                start = place + size

    def take(self, words: str) -> float:
        """The share of a part that stands here, two words and more side by side; most of it is taken.

        What the part says once is taken once, where it stands first.
        """
        wanted = Counter(pairwise(words))
        found: Counter[tuple[str, str]] = Counter()
        left = []
        for stretch in filter(None, self._stretches):
            taken: list[bool] = []
            for pair in pairwise(stretch):
                taken.append(found[pair] < wanted[pair])
                found[pair] += taken[-1]
            left.append("".join([w for w, gone in zip(stretch, _touched(taken), strict=True) if not gone]))
        share = sum(_touched([found[pair] > 0 for pair in pairwise(words)])) / (len(words) or 1)
        if share >= _MOST:
            self._stretches = left
        return share


def _touched(pairs: Sequence[bool]) -> list[bool]:
    """For each word whether one of the pairs it stands in is meant; there is one word more than pairs."""
    return [before or after for before, after in pairwise((False, *pairs, False))]


def _could_be_one(one: Paragraph, other: Paragraph) -> bool:
    return one.part is other.part and Kind.HEADING not in (one.kind, other.kind)
