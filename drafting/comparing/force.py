# SPDX-License-Identifier: GPL-3.0-or-later
"""How strongly the verb of a paragraph binds (scales with their sources in `resources/force.json`)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafting.comparing.records import Reason
from drafting.data import load

_LONGEST_OPENING = 90  # code points; far more than any verb with its adverbs
_WORD = re.compile(r"[\w-]+")


class Opening(NamedTuple):
    """The verb that opens a text, in lower case, without "also" and "further"; `end` is where it ends.

    `adverbs` are those left out. The verb is empty where the text opens with none that is on a scale.
    """

    verb: str
    adverbs: tuple[str, ...]
    end: int


def opening(text: str) -> Opening:
    """The opening of a paragraph: the longest phrase of a scale that stands at its beginning."""
    adverbs = _adverbs()
    places = [match.span() for match in _WORD.finditer(text, 0, _LONGEST_OPENING)]
    words = [text[start:end].casefold() for start, end in places]
    kept: list[str] = []
    found, length = "", 0
    for count, word in enumerate(words, 1):
        if word in adverbs:
            if found and length == count - 1:
                length = count  # "Recalling further" belongs to the verb
            continue
        kept.append(word)
        phrase = " ".join(kept)
        if phrase not in _begun():
            break
        if phrase in _levels():
            found, length = phrase, count
    left_out = tuple(word for word in words[:length] if word in adverbs)
    return Opening(found, left_out, places[length - 1][1] if length else 0)


def known(phrase: str) -> bool:
    """Whether a phrase in lower case is a verb of some scale."""
    return phrase in _levels()


def begins(word: str) -> bool:
    """Whether a word in lower case is a verb of some scale, or its first word."""
    return word in _begun()


def compared(old: str, new: str) -> Reason:
    """Whether the force rises or falls from one verb to another (lower case), or cannot be compared."""
    before, after = _levels().get(old, {}), _levels().get(new, {})
    common = [scale for scale in before if scale in after and before[scale] != after[scale]]
    if not common:
        return Reason.VERB
    # "Notes" stands at the foot of two scales; the other verb tells which one is meant.
    return Reason.RISES if before[common[0]] < after[common[0]] else Reason.FALLS


@cache
def _levels() -> dict[str, dict[str, int]]:
    """The level of every verb on each scale it stands on."""
    levels: dict[str, dict[str, int]] = {}
    for scale in load("force")["scales"]:
        for level, verbs in enumerate(scale["levels"]):
            for verb in verbs:
                levels.setdefault(verb, {})[scale["name"]] = level
    return levels


@cache
def _begun() -> frozenset[str]:
    """Every beginning of a verb of several words."""
    words = [verb.split() for verb in _levels()]
    return frozenset(" ".join(verb[:count]) for verb in words for count in range(1, len(verb) + 1))


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(load("weights")["adverbs"])
