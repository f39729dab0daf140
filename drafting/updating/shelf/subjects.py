# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a title and a description speak of the same thing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafting import ordinals
from drafting.data import load
from drafting.glyphs import squeezed

SAME = 0.9
"""The share of words from which a title is taken for the one that is described."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words that say something of a subject, singular and plural alike.

    Sessions and years are no part of it: the same report comes back at another session.
    """
    plain = _counted().sub(" ", squeezed(text).casefold().replace("'s", ""))
    found = re.findall(r"[^\W_]+", plain)
    return frozenset(_plain(word) for word in found) - _common()


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{ordinals.pattern()}|\d{{4}})(?![\w-])")


def _plain(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _common() -> frozenset[str]:
    return frozenset(map(_plain, load("shelf")["common"]))


def share(of: str, within: str) -> float:
    """The share of the words of one text that stand in the other; 0 for a text without words of matter."""
    words = words_of(of)
    return len(words & words_of(within)) / len(words) if words else 0.0


def same(one: str, two: str) -> bool:
    """Whether two titles or subjects have nearly all words in common, both ways."""
    return min(share(one, two), share(two, one)) >= SAME
