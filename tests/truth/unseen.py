# SPDX-License-Identifier: GPL-3.0-or-later
"""Truths that no rule of comparing was made on: other texts, other things done to them, more at once.

`versions` draws for each paragraph what befalls it; here whole sections, runs of boilerplate and annexes are
treated as drafters treat them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from tests.truth import wordings
from tests.truth.stock import Stock
from tests.truth.versions import Item, Made, resolution

_MOST_MOVED = 6
_RUN = 5
_FEW = 0.04
_BOILER = (
    "Takes note of the report of the Secretary-General on the situation in {} and requests him to report to"
    " the General Assembly at its seventieth session;"
)
_OF_BOILER = _BOILER[: _BOILER.index("{")]


def _words(stock: Stock) -> list[str]:
    return [word for one in stock.strangers[:200] for word in one.text.split()]


def _plain(stock: Stock) -> list[Item]:
    return [Item(one, (place,)) for place, one in enumerate(stock.base)]


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """Paragraphs with their points."""
    groups: list[list[Item]] = []
    for item in items:
        if item.paragraph.level and groups and groups[-1][0].paragraph.kind is not Kind.HEADING:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _touch(item: Item, words: Sequence[str], chance: random.Random, share: float) -> None:
    if chance.random() < share and item.paragraph.kind is not Kind.HEADING and len(item.origins) == 1:
        _say(item, wordings.edited(item.paragraph.text, words, chance), "edited")


def _say(item: Item, text: str, what: str) -> None:
    if text != item.paragraph.text:
        item.paragraph = replace(item.paragraph, text=text)
        item.kind = what if item.kind == "untouched" else f"{item.kind}+{what}"


def _made(stock: Stock, items: Sequence[Item]) -> Made:
    return Made(
        resolution("1", stock.base),
        resolution("2", [item.paragraph for item in items]),
        tuple(item.origins for item in items),
        tuple(item.kind for item in items),
        frozenset(place for place, item in enumerate(items) if item.displaced),
    )


def sections(stock: Stock, chance: random.Random) -> Made:
    """Whole sections in another order, with a fifth of the paragraphs edited."""
    words, runs = _words(stock), [list[Item]()]
    for item in _plain(stock):
        starts = item.paragraph.kind is Kind.HEADING and item.paragraph.part is Part.OPERATIVE
        if starts or item.paragraph.part is not (runs[-1] or [item])[0].paragraph.part:
            runs.append([])
        runs[-1].append(item)
    operative = [place for place, run in enumerate(runs) if run and run[0].paragraph.part is Part.OPERATIVE]
    for _ in range(min(2, len(operative) // 3)):
        start, goal = chance.sample(operative[1:], 2)
        moving = runs.pop(start)
        runs.insert(goal, moving)
        for item in moving:
            item.displaced, item.kind = True, "section"
    items = [item for run in runs for item in run]
    for item in items:
        _touch(item, words, chance, 0.2)
    return _made(stock, items)


def split_and_moved(stock: Stock, chance: random.Random) -> Made:
    """Paragraphs split in two or three, or with half their words exchanged, that were moved as well."""
    words, groups = _words(stock), _groups(_plain(stock))
    for _ in range(max(2, len(groups) // 60)):
        group = chance.choice(groups)
        if len(group) > 1 or group[0].kind != "untouched" or group[0].paragraph.kind is Kind.HEADING:
            continue
        goal = _goal(groups, groups.index(group), chance)
        changed = _changed(group[0], words, chance) if goal is not None else []
        if goal is not None and changed:
            groups.remove(group)
            groups.insert(goal, changed)
    return _made(stock, [item for group in groups for item in group])


def _changed(item: Item, words: Sequence[str], chance: random.Random) -> list[Item]:
    text = item.paragraph.text
    if chance.random() < 0.5:
        pieces, what = [wordings.reworked(text, words, chance)], "reworked+moved"
    else:
        pieces, what = wordings.split(text, chance, lettered=False) or [], "split+moved"
    return [Item(replace(item.paragraph, text=one), item.origins, what, displaced=True) for one in pieces]


def _goal(groups: Sequence[Sequence[Item]], start: int, chance: random.Random) -> int | None:
    """A place three to six groups further, within the part, not over another that moved."""
    goal = start + chance.choice((-1, 1)) * chance.randint(3, _MOST_MOVED)
    if not 0 <= goal < len(groups):
        return None
    part = groups[start][0].paragraph.part
    passed = groups[min(start, goal) : max(start, goal) + 1]
    alone = all(not one[0].displaced and one[0].paragraph.part is part for one in passed)
    return goal if alone else None


def swapped_boilerplate(stock: Stock, chance: random.Random) -> Made:
    """Runs of paragraphs that differ in one name, all set forward; some neighbours swapped, some dropped."""
    words = _words(stock)
    base = _with_runs(stock, words, chance)
    groups = _groups([Item(one, (place,)) for place, one in enumerate(base)])
    for at in range(1, len(groups) - 1):
        both = (*groups[at], *groups[at + 1])
        if all(_boiler(item) and not item.displaced for item in both) and chance.random() < _FEW:
            groups[at], groups[at + 1] = groups[at + 1], groups[at]
            both[1].displaced, both[1].kind = True, "swapped"
    items = [item for group in groups for item in group]
    items = [item for item in items if item.displaced or not _boiler(item) or chance.random() > _FEW]
    for item in items:
        if _boiler(item):
            _say(item, item.paragraph.text.replace("seventieth", "seventy-first"), "renewed")
        else:
            _touch(item, words, chance, 0.1)
    return _made(Stock(tuple(base), stock.strangers), items)


def _with_runs(stock: Stock, words: Sequence[str], chance: random.Random) -> list[Paragraph]:
    bare = (word.strip(",;.”’") for word in words)
    names = sorted({word for word in bare if word.istitle() and word.isascii() and len(word) > 5})
    chance.shuffle(names)
    base: list[Paragraph] = []
    for place, one in enumerate(stock.base):
        base.append(one)
        if one.kind is Kind.OPERATIVE and place % 25 == 7 and len(names) >= _RUN:
            base += [replace(one, text=_BOILER.format(names.pop()), level=0) for _ in range(_RUN)]
    return base


def _boiler(item: Item) -> bool:
    return item.paragraph.text.startswith(_OF_BOILER)


def annexes(stock: Stock, chance: random.Random) -> Made:
    """Three annexes of which the first is dropped, so that the others have another number; a few edits."""
    words = _words(stock)
    plain = [item for item in _plain(stock) if item.paragraph.kind is not Kind.HEADING]
    operative = [item for item in plain if item.paragraph.part is Part.OPERATIVE]
    size = len(operative) // 6
    bound = [_annex(title, operative[at * size : (at + 1) * size]) for at, title in enumerate(_TITLES)]
    whole = [item for item in plain if item.paragraph.part is not Part.ANNEX]
    old, before = _bound("1", whole, bound)
    for item in before:
        _touch(item, words, chance, 0.15)
    new, after = _bound("2", whole, bound[1:])
    places = {id(item): place for place, item in enumerate(before)}
    origins = tuple((places[id(item)],) for item in after)
    return Made(old, new, origins, tuple(item.kind for item in after), frozenset())


_TITLES = ("Guidelines for harbours", "Rules of procedure of the forum", "Terms of reference of the fund")


def _annex(title: str, items: Sequence[Item]) -> list[Item]:
    for item in items:
        item.paragraph = replace(item.paragraph, part=Part.ANNEX, kind=Kind.OPERATIVE, level=0)
    return [Item(Paragraph("", Kind.HEADING, Part.ANNEX, title), ()), *items]


def _bound(
    number: str, whole: Sequence[Item], bound: Sequence[Sequence[Item]]
) -> tuple[Resolution, list[Item]]:
    """A resolution with its annexes, and the item of each paragraph."""
    paragraphs = [*resolution(number, [item.paragraph for item in whole]).paragraphs]
    for place, annex in enumerate(bound, 1):
        for at, item in enumerate(annex):
            name = f"A{place}.OP{at}" if at else f"A{place}"
            label = str(at) if at else f"Annex {place}"
            paragraphs.append(replace(item.paragraph, id=name, label=label, unit=f"A{place}"))
    items = [*whole, *(item for annex in bound for item in annex)]
    return Resolution(Masthead(number=number), tuple(paragraphs)), items


UNSEEN: dict[str, Callable[[Stock, random.Random], Made]] = {
    "sections": sections,
    "split+moved": split_and_moved,
    "swapped boilerplate": swapped_boilerplate,
    "annexes": annexes,
}
