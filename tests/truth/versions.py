# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year's version of a text, made up by chance, with the truth about what became of every paragraph."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from tests.truth import wordings
from tests.truth.stock import Stock

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of a hundred paragraphs each thing befalls."""

    edited: float = 0
    reworked: float = 0
    rewritten: float = 0
    renewed: float = 0
    split: float = 0
    lettered: float = 0
    merged: float = 0
    deleted: float = 0
    replaced: float = 0
    inserted: float = 0
    repeated: float = 0
    near: float = 0
    far: float = 0
    swapped: float = 0
    block: float = 0
    boilerplate: float = 0


@dataclass(slots=True)
class Item:
    """A paragraph of the new version while it is made: its origins are places in the old one."""

    paragraph: Paragraph
    origins: tuple[int, ...]
    kind: str = "untouched"
    displaced: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """Two versions and the truth: the places in `old` each new paragraph comes from, and what was done."""

    old: Resolution
    new: Resolution
    origins: tuple[tuple[int, ...], ...]
    kinds: tuple[str, ...]
    displaced: frozenset[int]


@dataclass(slots=True)
class _Making:
    """One version in the making: groups of items that stay together."""

    stock: Stock
    base: list[Paragraph]
    chance: random.Random
    groups: list[list[Item]] = field(default_factory=list)

    @property
    def vocabulary(self) -> Sequence[str]:
        return [word for paragraph in self.stock.strangers[:200] for word in paragraph.text.split()]


def made(stock: Stock, seed: int, shares: Shares) -> Made:
    """The base of a stock and its successor; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - makes test texts, keeps no secret
    base = _with_boilerplate(list(stock.base), shares, chance)
    making = _Making(stock, base, chance)
    words = making.vocabulary
    place = 0
    while place < len(base):
        place += _one(making, place, shares, words)
    _displace(making, shares, len(base))
    _insert(making, shares, len(base))
    items = [item for group in making.groups for item in group]
    return Made(
        resolution("1", base),
        resolution("2", [item.paragraph for item in items]),
        tuple(item.origins for item in items),
        tuple(item.kind for item in items),
        frozenset(place for place, item in enumerate(items) if item.displaced),
    )


def _with_boilerplate(base: list[Paragraph], shares: Shares, chance: random.Random) -> list[Paragraph]:
    """The base in which some short operative paragraph stands again and again."""
    count = round(len(base) * shares.boilerplate / 100)
    short = [one for one in base if one.kind is Kind.OPERATIVE and 5 < len(one.text.split()) < 30]
    for _ in range(count if short else 0):
        places = [place for place, one in enumerate(base) if one.kind is Kind.OPERATIVE]
        base.insert(chance.choice(places), short[chance.randrange(min(3, len(short)))])
    return base


def _one(making: _Making, place: int, shares: Shares, words: Sequence[str]) -> int:
    """Decide what becomes of the paragraph at a place; how many old paragraphs that took."""
    base, chance = making.base, making.chance
    paragraph = base[place]
    what = _drawn(shares, chance)
    alone = not (place + 1 < len(base) and base[place + 1].level > paragraph.level)
    heading = paragraph.kind is Kind.HEADING
    beside = place + 1 < len(base) and base[place + 1].kind is paragraph.kind and not heading
    if what in ("deleted", "replaced") and alone and not heading:
        if what == "replaced" and (other := _stranger(making, paragraph)):
            making.groups.append([Item(other, (), "replaced")])
        return 1
    if what == "merged" and beside and alone and base[place + 1].level == paragraph.level:
        text = wordings.merged(paragraph.text, base[place + 1].text, chance)
        following = place + 2 < len(base) and base[place + 2].level > paragraph.level
        if not following:
            making.groups.append([Item(_saying(paragraph, text), (place, place + 1), "merged")])
            return 2
    if what in ("split", "lettered") and alone and not heading and paragraph.level == 0:
        pieces = wordings.split(paragraph.text, chance, lettered=what == "lettered")
        if pieces:
            making.groups.append([Item(one, (place,), what) for one in _pieces(paragraph, pieces, what)])
            return 1
    text = paragraph.text if heading else _worded(what, paragraph.text, words, chance)
    kind = what if text != paragraph.text else "untouched"
    item = Item(_saying(paragraph, text), (place,), kind)
    if paragraph.level and making.groups and making.groups[-1][0].paragraph.kind is not Kind.HEADING:
        making.groups[-1].append(item)
    else:
        making.groups.append([item])
    return 1


def _drawn(shares: Shares, chance: random.Random) -> str:
    point = chance.uniform(0, 100)
    for name in _BEFALLS:
        point -= getattr(shares, name)
        if point < 0:
            return name
    return "untouched"


_BEFALLS = (
    "edited", "reworked", "rewritten", "renewed", "split", "lettered", "merged", "deleted", "replaced",
)  # fmt: skip


def _worded(what: str, text: str, words: Sequence[str], chance: random.Random) -> str:
    makers: dict[str, Callable[[str, Sequence[str], random.Random], str]] = {
        "edited": wordings.edited,
        "reworked": wordings.reworked,
        "rewritten": wordings.rewritten,
        "renewed": wordings.renewed,
    }
    return makers[what](text, words, chance) if what in makers else text


def _pieces(paragraph: Paragraph, pieces: Sequence[str], what: str) -> Iterable[Paragraph]:
    yield _saying(paragraph, pieces[0])
    for text in pieces[1:]:
        if what == "lettered":
            yield Paragraph("", Kind.SUBPARAGRAPH, paragraph.part, text, level=1)
        else:
            yield _saying(paragraph, text)


def _displace(making: _Making, shares: Shares, size: int) -> None:
    """Move, swap and move in blocks; what was split or merged stays where it is."""
    chance, groups = making.chance, making.groups
    for name, least, most in (("near", 2, 5), ("far", 10, size), ("swapped", 1, 1), ("block", 8, size)):
        for _ in range(round(size * getattr(shares, name) / 100)):
            length = chance.randint(2, 4) if name == "block" else 1
            start = chance.randrange(max(1, len(groups) - length))
            moving = groups[start : start + length]
            if not all(_movable(group) for group in moving):
                continue
            goal = start + chance.choice((-1, 1)) * chance.randint(least, max(least, min(most, len(groups))))
            if not 0 <= goal <= len(groups) - length:
                continue
            passed = groups[min(goal, start) : max(goal, start) + length]
            part = moving[0][0].paragraph.part
            if any(group[0].paragraph.part is not part for group in (*passed, *moving)):
                continue
            if name == "swapped" and not all(_movable(group) for group in passed):
                continue
            del groups[start : start + length]
            groups[goal:goal] = moving
            for group in moving:
                for item in group:
                    item.displaced = True
                    item.kind = f"{name}+{item.kind}" if item.kind != "untouched" else name


def _movable(group: Sequence[Item]) -> bool:
    first = group[0]
    return (
        not any(item.displaced for item in group)
        and first.kind in ("untouched", "edited")
        and first.paragraph.kind is not Kind.HEADING
        and first.paragraph.level == 0
    )


def _insert(making: _Making, shares: Shares, size: int) -> None:
    chance, groups = making.chance, making.groups
    for name in ("inserted", "repeated"):
        for _ in range(round(size * getattr(shares, name) / 100)):
            place = chance.randrange(len(groups) + 1)
            beside = groups[min(place, len(groups) - 1)][0].paragraph
            one = _stranger(making, beside) if name == "inserted" else _copy(making, beside)
            if one:
                groups.insert(place, [Item(one, (), name)])


def _stranger(making: _Making, beside: Paragraph) -> Paragraph | None:
    """A paragraph from elsewhere, of the same part; each is used once."""
    used = {item.paragraph.text for group in making.groups for item in group}
    likes = [one for one in making.stock.strangers if one.part is beside.part and one.text not in used]
    if not likes:
        return None
    chosen = making.chance.choice(likes)
    kind = Kind.PREAMBULAR if beside.part is Part.PREAMBLE else Kind.OPERATIVE
    return Paragraph("", kind, beside.part, chosen.text)


def _copy(making: _Making, beside: Paragraph) -> Paragraph | None:
    """A short paragraph of the text itself, all of whose copies are untouched, to stand once more."""
    items = [item for group in making.groups for item in group]
    old = Counter(paragraph.text for paragraph in making.base)
    new = Counter(item.paragraph.text for item in items if item.kind == "untouched")
    short = [
        item.paragraph
        for item in items
        if item.paragraph.part is beside.part and item.paragraph.kind is not Kind.HEADING
        and len(item.paragraph.text.split()) < 40 and new[item.paragraph.text] == old[item.paragraph.text] > 0
    ]  # fmt: skip
    if not short:
        return None
    kind = Kind.PREAMBULAR if beside.part is Part.PREAMBLE else Kind.OPERATIVE
    return Paragraph("", kind, beside.part, making.chance.choice(short).text)


def _saying(paragraph: Paragraph, text: str) -> Paragraph:
    return Paragraph("", paragraph.kind, paragraph.part, text, level=paragraph.level)


def resolution(number: str, paragraphs: Iterable[Paragraph]) -> Resolution:
    """A version of these paragraphs, numbered anew."""
    counts = {"PP": 0, "OP": 0, "H": 0}
    numbered, parent, point = [], "", 0
    for one in paragraphs:
        if one.kind is Kind.SUBPARAGRAPH:
            label = f"({_LETTERS[point % 26] * (point // 26 + 1)})"
            name, point = f"{parent}{label}", point + 1
        else:
            letters = {Kind.PREAMBULAR: "PP", Kind.HEADING: "H"}.get(one.kind, "OP")
            counts[letters] += 1
            parent = name = f"{letters}{counts[letters]}"
            label, point = (str(counts[letters]) if letters == "OP" else ""), 0
        numbered.append(Paragraph(name, one.kind, one.part, one.text, label, level=one.level))
    return Resolution(Masthead(number=number), tuple(numbered))
