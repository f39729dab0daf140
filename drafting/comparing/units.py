# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions matched text by text: the resolution with the resolution, an annex with the annex it was.

An annex or a part is known by its words, its title and its label, in this order of weight: with another
number it is still the same. Only what finds no partner in its own text may have moved to another one, and
then it must say nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from operator import attrgetter

import Levenshtein

from drafting.comparing.anchors import Link, keeping_order
from drafting.comparing.links import Decided
from drafting.comparing.matching import Matching, match, match_again
from drafting.comparing.memory import Memory
from drafting.comparing.tokens import tokens
from drafting.glyphs import squeezed
from drafting.resolution import Kind, Paragraph, Part

_TITLES_ALIKE = 0.75
_TEXTS_ALIKE = 0.2  # share of three-word runs in common
_SAME_LABEL = 0.1
_MOVED_BETWEEN = 0.6  # more than in one text (0.4): no neighbours speak for it
_WORTH_MOVING = 5  # words; a shorter text ("Introduction") stands in many annexes


@dataclass(frozen=True, slots=True)
class _Unit:
    """The resolution itself (without name), an annex or a part: the places of its paragraphs."""

    name: str
    places: tuple[int, ...]
    annex: bool
    opening: int | None  # the place of the line that opens it
    label: str
    title: str
    texts: tuple[str, ...]


def match_units(
    old: Sequence[Paragraph], new: Sequence[Paragraph], memory: Memory, decided: Decided | None = None
) -> Matching:
    """Link every paragraph that lives on, each at most once, and never across texts while its own has one.

    What is decided is kept, also across texts.
    """
    decided = decided or Decided()
    if not any(map(attrgetter("unit"), chain(old, new))):
        return match(old, new, memory, decided)
    whole = Matching(dict(decided.links), set(), dict(decided.split), dict(decided.merged))
    together: set[tuple[str, str]] = set()
    for one, other in _paired(_units(old), _units(new), memory):
        together.add((one.name, other.name))
        _match_pair((one, other), (old, new), memory, decided, whole)
    taken = _taken(whole, decided)
    between = {(i, j) for i, j in _between(old, new, taken, together) if (i, j) not in decided.broken}
    whole.links.update(between)
    between |= {(i, j) for i, j in decided.links.items() if (old[i].unit, new[j].unit) not in together}
    return replace(whole, in_order=keeping_order(sorted(whole.links.items())), between=frozenset(between))


def _match_pair(
    units: tuple[_Unit, _Unit],
    texts: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    memory: Memory,
    decided: Decided,
    whole: Matching,
) -> None:
    """Match one unit with the one it became, and add that to the whole."""
    one, other = units
    olds, news = [*one.places], [*other.places]
    openings = (one.opening, other.opening)
    if one.opening is not None and other.opening is not None:
        spent = decided.spent
        if one.opening not in spent[0] and other.opening not in spent[1] and openings not in decided.broken:
            whole.links[one.opening] = other.opening
            olds.remove(one.opening)
            news.remove(other.opening)
    here = decided.within(olds, news)
    found = match([texts[0][i] for i in olds], [texts[1][j] for j in news], memory, here)
    whole.links.update({olds[i]: news[j] for i, j in found.links.items()})
    whole.split.update({(olds[i], news[j]): [news[k] for k in all_] for (i, j), all_ in found.split.items()})
    whole.merged.update(
        {(olds[i], news[j]): [olds[k] for k in all_] for (i, j), all_ in found.merged.items()}
    )
    whole.guesses.update((olds[i], news[j]) for i, j in found.guesses)


def _taken(whole: Matching, decided: Decided) -> tuple[set[int], set[int]]:
    """The places that have a partner already, on each side."""
    olds, news = decided.spent
    olds |= {*whole.links, *(i for several in whole.merged.values() for i in several)}
    news |= {*whole.links.values(), *(j for several in whole.split.values() for j in several)}
    return olds, news


def _units(paragraphs: Sequence[Paragraph]) -> list[_Unit]:
    places: dict[str, list[int]] = {}
    for place, paragraph in enumerate(paragraphs):
        places.setdefault(paragraph.unit, []).append(place)
    return [_unit(name, own, paragraphs) for name, own in places.items()]


def _unit(name: str, places: Sequence[int], paragraphs: Sequence[Paragraph]) -> _Unit:
    opening = next((place for place in places if paragraphs[place].opens_unit), None)
    first = None if opening is None else paragraphs[opening]
    annex = paragraphs[places[0]].part is Part.ANNEX
    texts = tuple(paragraphs[place].text for place in places)
    label, title = (first.label, first.text) if first else ("", "")
    return _Unit(name, tuple(places), annex, opening, label, title, texts)


def _paired(old: Sequence[_Unit], new: Sequence[_Unit], memory: Memory) -> Iterator[tuple[_Unit, _Unit]]:
    """Which unit became which, the likeliest first; the resolution itself is itself in every version."""
    left = {unit.name: unit for unit in old}
    right = {unit.name: unit for unit in new}
    if "" in left and "" in right:
        yield left.pop(""), right.pop("")
    scored = [
        (_kinship(one, other, memory), -abs(at - place), one.name, other.name)
        for (at, one), (place, other) in product(enumerate(left.values()), enumerate(right.values()))
    ]
    for score, _, name, other_name in sorted(scored, reverse=True):
        if score > 0 and name in left and other_name in right:
            yield left.pop(name), right.pop(other_name)


def _kinship(one: _Unit, other: _Unit, memory: Memory) -> float:
    """How likely two units are one; 0 for an annex and a part, and for what has nothing in common."""
    if one.annex is not other.annex:
        return 0.0
    runs, others = (set().union(*map(memory.runs.__getitem__, unit.texts)) for unit in (one, other))
    smaller = min(len(runs), len(others))
    texts = len(runs & others) / smaller if smaller else 0.0
    titles = (squeezed(one.title).casefold(), squeezed(other.title).casefold())
    title = Levenshtein.ratio(*titles) if all(titles) else 0.0
    label = _SAME_LABEL if one.label == other.label else 0.0
    alike = texts >= _TEXTS_ALIKE or title >= _TITLES_ALIKE
    return 2 * texts + title + label if alike else label


def _between(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    taken: tuple[set[int], set[int]],
    together: set[tuple[str, str]],
) -> Iterator[Link]:
    """What left one text and stands in another."""
    olds = [i for i, paragraph in enumerate(old) if i not in taken[0] and _may_move(paragraph)]
    news = [j for j, paragraph in enumerate(new) if j not in taken[1] and _may_move(paragraph)]
    for i, j in match_again([old[i] for i in olds], [new[j] for j in news], _MOVED_BETWEEN):
        if (old[olds[i]].unit, new[news[j]].unit) not in together:
            yield olds[i], news[j]


def _may_move(paragraph: Paragraph) -> bool:
    return paragraph.kind is not Kind.HEADING and len(tokens(paragraph.text)) > _WORTH_MOVING
