# SPDX-License-Identifier: GPL-3.0-or-later
"""What drafters do to the words of one paragraph, done by chance."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_FIGURE = re.compile(r"\d+")
_VERBS = ("Also encourages", "Further stresses", "Emphasizes")
_PAUSE = re.compile(r"(?<=[,;]) ")


def edited(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """One to three small edits: figures set forward, a few words inserted, deleted or replaced."""
    words = text.split()
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(words))
        figures = [index for index, word in enumerate(words) if _FIGURE.search(word)]
        kind = chance.choice(("figure", "insert", "delete", "replace"))
        if kind == "figure" and figures:
            index = chance.choice(figures)
            words[index] = _FIGURE.sub(lambda found: str(int(found[0]) + 1), words[index], count=1)
        elif kind == "insert":
            words[place:place] = _phrase(vocabulary, chance.randint(1, 6), chance)
        elif kind == "delete" and len(words) > 8:
            del words[place : place + chance.randint(1, 3)]
        else:
            words[place] = chance.choice(vocabulary)
    return " ".join(words)


def reworked(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Two stretches of together a quarter to a half of the words replaced, and the figures set forward."""
    words = renewed(text, vocabulary, chance).split()
    length = max(1, int(len(words) * chance.uniform(0.12, 0.25)))
    for _ in range(2):
        place = chance.randrange(1, max(2, len(words) - length))
        words[place : place + length] = _phrase(vocabulary, chance.randint(length // 2, length + 2), chance)
    return " ".join(words)


def rewritten(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Of a paragraph the opening and a third to a half of its words survived, in one piece or in three."""
    words = text.split()
    kept = max(4, int(len(words) * chance.uniform(0.33, 0.5)))
    fresh = _phrase(vocabulary, max(0, len(words) - kept), chance)
    if chance.random() < 0.5:
        start = chance.randrange(max(1, len(words) - kept))
        half = chance.randrange(len(fresh) + 1)
        return " ".join([*words[:2], *fresh[:half], *words[start : start + kept], *fresh[half:]])
    third, step = max(2, kept // 3), max(1, len(words) // 3)
    pieces = [words[place : place + third] for place in range(0, len(words), step)][:3]
    share = len(fresh) // 3 + 1
    words = []
    for place, piece in enumerate(pieces):
        words += [*piece, *fresh[place * share : (place + 1) * share]]
    return " ".join(words)


def renewed(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Every figure set forward by one, as from one year to the next."""
    return _FIGURE.sub(lambda found: str(int(found[0]) + 1).zfill(len(found[0])), text)


def split(text: str, chance: random.Random, *, lettered: bool) -> list[str] | None:
    """A text in two to four parts at its pauses, or None where it has too few; words are kept, nearly all.

    Before lettered points stands a colon; other parts may open with a verb of their own.
    """
    least = 5 if lettered else 10
    pieces = _PAUSE.split(text)
    count = chance.randint(3, 4) if lettered else chance.randint(2, 3)
    parts: list[str] = []
    goal = len(text.split()) / count
    run: list[str] = []
    for piece in pieces:
        run.append(piece)
        long = sum(len(one.split()) for one in run)
        if long >= max(goal, least):
            parts.append(" ".join(run))
            run = []
    if run:
        if len(" ".join(run).split()) >= least or not parts:
            parts.append(" ".join(run))
        else:
            parts[-1] = f"{parts[-1]} {' '.join(run)}"
    if len(parts) < 2:
        return None
    first = _ended(parts[0], ":" if lettered else ";")
    return [first, *(_opened(one, chance, lettered=lettered) for one in parts[1:])]


def merged(first: str, second: str, chance: random.Random) -> str:
    """Two texts as one sentence; the second may lose its opening verb."""
    joint = chance.choice((", and ", ", ", "; "))
    words = second.split()
    if chance.random() < 0.5 and len(words) > 8:
        words = words[chance.randint(1, 2) :]
    rest = " ".join(words)
    return f"{first.rstrip(' ,;.')}{joint}{rest[:1].lower()}{rest[1:]}"


def _opened(text: str, chance: random.Random, *, lettered: bool) -> str:
    bare = re.sub(r"^(and|or|as well as|including) ", "", text)
    bare = f"{bare[:1].upper()}{bare[1:]}"
    if not lettered and chance.random() < 0.5:
        return f"{chance.choice(_VERBS)} {bare[:1].lower()}{bare[1:]}"
    return _ended(bare, ";")


def _ended(text: str, mark: str) -> str:
    return text.rstrip(" ,;.:") + mark


def _phrase(vocabulary: Sequence[str], length: int, chance: random.Random) -> list[str]:
    start = chance.randrange(max(1, len(vocabulary) - length))
    return list(vocabulary[start : start + length])
