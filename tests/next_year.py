# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year's version of a text, made up by chance, with the truth about what became of every paragraph."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution


@dataclass
class NextYear:
    """Two versions and the truth: which old paragraph each new one was, and which of them were moved."""

    old: Resolution
    new: Resolution
    origin: dict[str, str | None]
    moved: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Shares:
    """How much of a text is deleted, edited, rewritten, inserted and moved."""

    deleted: float = 0.05
    edited: float = 0.25
    rewritten: float = 0.03
    inserted: float = 0.05
    moved: float = 0.04


@dataclass(slots=True)
class _Item:
    text: str
    origin: int | None
    moved: bool = False
    changed: bool = False


def next_year(
    texts: Sequence[str], strangers: Sequence[str], seed: int, shares: Shares | None = None
) -> NextYear:
    """A version made of `texts` and its successor; inserted paragraphs are taken from `strangers`."""
    shares = shares or Shares()
    chance = random.Random(seed)  # noqa: S311 - invents test texts, keeps no secret
    vocabulary = [word for text in strangers for word in text.split()]
    items = []
    for number, text in enumerate(texts):
        if chance.random() < shares.deleted:
            continue
        item = _Item(text, number)
        what = chance.random()
        if what < shares.edited:
            item.text = edited(text, vocabulary, chance)
        elif what < shares.edited + shares.rewritten:
            item.text = rewritten(text, vocabulary, chance)
        item.changed = item.text != text
        items.append(item)
    _move(items, round(len(texts) * shares.moved), chance)
    for text in chance.sample(list(strangers), round(len(texts) * shares.inserted)):
        items.insert(chance.randrange(len(items) + 1), _Item(text, None))
    old, new = version("1", texts), version("2", [item.text for item in items])
    ids = [paragraph.id for paragraph in old.paragraphs]
    named = list(zip(new.paragraphs, items, strict=True))
    return NextYear(
        old,
        new,
        {paragraph.id: None if item.origin is None else ids[item.origin] for paragraph, item in named},
        {paragraph.id for paragraph, item in named if item.moved},
        {paragraph.id for paragraph, item in named if item.changed},
    )


def version(number: str, texts: Sequence[str]) -> Resolution:
    """Operative paragraphs of these texts as one version."""
    paragraphs = tuple(
        Paragraph(f"OP{place}", Kind.OPERATIVE, Part.OPERATIVE, text, str(place))
        for place, text in enumerate(texts, start=1)
    )
    return Resolution(Masthead(number=number), paragraphs)


def edited(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """One to three small edits: figures set forward, a few words inserted, deleted or replaced."""
    words = text.split()
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(words))
        figures = [index for index, word in enumerate(words) if re.search(r"\d", word)]
        kind = chance.choice(("figure", "insert", "delete", "replace"))
        if kind == "figure" and figures:
            index = chance.choice(figures)
            words[index] = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), words[index], count=1)
        elif kind == "insert":
            start = chance.randrange(len(vocabulary) - 6)
            words[place:place] = vocabulary[start : start + chance.randint(1, 6)]
        elif kind == "delete" and len(words) > 8:
            del words[place : place + chance.randint(1, 3)]
        else:
            words[place] = chance.choice(vocabulary)
    return " ".join(words)


def rewritten(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """A paragraph of which the opening and one stretch of a third to a half of its words survived."""
    words = text.split()
    length = max(4, int(len(words) * chance.uniform(0.33, 0.5)))
    start = chance.randrange(max(1, len(words) - length))
    kept = words[start : start + length]
    other = chance.randrange(max(1, len(vocabulary) - len(words)))
    fresh = vocabulary[other : other + len(words) - length]
    half = chance.randrange(len(fresh) + 1)
    return " ".join([*words[:2], *fresh[:half], *kept, *fresh[half:]])


def _move(items: list[_Item], count: int, chance: random.Random) -> None:
    for _ in range(count):
        start = chance.randrange(len(items))
        if items[start].moved:
            continue
        item = items.pop(start)
        places = [place for place in range(len(items) + 1) if abs(place - start) > 1]
        item.moved = True
        items.insert(chance.choice(places), item)
