# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain difference of words: no knowledge of citations, dates or sessions goes into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import Levenshtein

from drafting.comparing.records import Span
from drafting.glyphs import folded

_WORD = re.compile(r"[^\W_]+(?:[-/.'][^\W_]+)*|[^\s\w]")


@dataclass(frozen=True, slots=True)
class Turned:
    """One stretch of words that gave way to others: `old` and `new` in code points, either may be empty."""

    old: Span
    new: Span


@lru_cache(maxsize=4096)
def turned(old: str, new: str) -> tuple[Turned, ...]:
    """The differences of two texts, over whole words and signs; white space and glyphs aside."""
    if old == new:
        return ()
    before = list(_WORD.finditer(folded(old)))
    after = list(_WORD.finditer(folded(new)))
    steps = Levenshtein.opcodes([one[0] for one in before], [one[0] for one in after])
    found = []
    for tag, i1, i2, j1, j2 in steps:
        if tag != "equal":
            found.append(Turned(_span(before, i1, i2, len(old)), _span(after, j1, j2, len(new))))
    return tuple(_joined(found, old, new))


def _span(words: list[re.Match[str]], first: int, last: int, end: int) -> Span:
    if first == last:
        at = words[first].start() if first < len(words) else end
        return Span(at, at)
    return Span(words[first].start(), words[last - 1].end())


def _joined(found: list[Turned], old: str, new: str) -> list[Turned]:
    """Neighbours with nothing but white space between them are one change."""
    joined: list[Turned] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last
            and not old[last.old.end : one.old.start].strip()
            and not new[last.new.end : one.new.start].strip()
        ):
            joined[-1] = Turned(Span(last.old.start, one.old.end), Span(last.new.start, one.new.end))
        else:
            joined.append(one)
    return joined
