# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain difference of words: no knowledge of citations, dates or sessions goes into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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
    before, after, steps = _steps(old, new)
    found = [
        Turned(_span(before, i1, i2, len(old)), _span(after, j1, j2, len(new)))
        for tag, i1, i2, j1, j2 in steps
        if tag != "equal"
    ]
    return tuple(_joined(found, old, new))


def standing(old: str, new: str, span: Span) -> str:
    """The words of the new text where the words of a span of the old one stood, as far as changes reach."""
    before, after, steps = _steps(old, new)
    inside = [at for at, word in enumerate(before) if word.start() < span.end and span.start < word.end()]
    if not inside:
        return ""
    ends: list[int] = []
    for at, last in ((inside[0], False), (inside[-1], True)):
        tag, i1, _, j1, j2 = next(one for one in steps if one[1] <= at < one[2])
        ends.append(j1 + at - i1 + last if tag == "equal" else j2 if last else j1)
    place = _span(after, ends[0], ends[1], len(new)) if ends[0] < ends[1] else Span(0, 0)
    return place.of(new)


@lru_cache(maxsize=4096)
def _steps(old: str, new: str) -> tuple[list[re.Match[str]], list[re.Match[str]], list[tuple[Any, ...]]]:
    """The words of both texts, and the steps from the ones to the others: tag, old range, new range."""
    before, after = list(_WORD.finditer(folded(old))), list(_WORD.finditer(folded(new)))
    return before, after, Levenshtein.opcodes([one[0] for one in before], [one[0] for one in after])


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
