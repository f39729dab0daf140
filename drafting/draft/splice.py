# SPDX-License-Identifier: GPL-3.0-or-later
"""How spans of a text follow when one stretch of it is replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = ",;:."  # a footnote mark stands behind them


@dataclass(frozen=True, slots=True)
class Splice:
    """One replacement: `removed` code points from `start` on gave way to `added` others."""

    start: int
    removed: int
    added: int


def between(old: str, new: str, at: int | None = None) -> Splice:
    """The smallest single replacement that turns `old` into `new`.

    Where it could stand at several places ("aa" to "aaa"), it stands as near to `at` as it can, else late.
    """
    limit = min(len(old), len(new))
    start = _alike(old, new, 0, limit if at is None else min(at, limit))
    limit -= start
    tail = 0
    while tail < limit and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start = _alike(old, new, start, start + limit - tail)
    return Splice(start, len(old) - start - tail, len(new) - start - tail)


def _alike(old: str, new: str, start: int, end: int) -> int:
    """The first place from `start` on, up to `end`, where the texts differ."""
    if old[start:end] == new[start:end]:
        return end
    while old[start] == new[start]:
        start += 1
    return start


def moved(start: int, end: int, splice: Splice) -> tuple[int, int, bool]:
    """Where `[start, end)` stands after the splice, and whether the splice reached into it.

    Text put in right before or right after the span is not in it.
    """
    cut = splice.start + splice.removed
    shift = splice.added - splice.removed
    if end <= splice.start and not start == end == splice.start:
        return start, end, False
    if start >= cut:
        return start + shift, end + shift, False
    new_start = min(start, splice.start)
    new_end = end + shift if end > cut else splice.start + splice.added
    return new_start, max(new_start, new_end), True


def moved_point(offset: int, splice: Splice) -> int:
    """Where a footnote mark at `offset` stands after the splice; text put in at the mark comes after it."""
    if offset <= splice.start:
        return offset
    if offset >= splice.start + splice.removed:
        return offset + splice.added - splice.removed
    return splice.start + splice.added


def moved_mark(offset: int, start: int, old: str, new: str, after: str = "") -> int:
    """Where a footnote mark stands after the words `old` at `start`, before `after`, gave way to `new`.

    It stays behind the words it stood behind where those are still said, and behind a sign that now comes
    before what follows it: marks follow punctuation (Editorial Manual). What is undone brings it back.
    """
    place, signs = offset - start, len(after) - len(after.lstrip(_SIGNS))
    end = len(old) + signs
    if not 0 <= place <= end or len(old) <= place < end:
        return moved_point(offset, Splice(start, len(old), len(new)))
    before = old[:place]
    if place < end and not before.strip(_SIGNS):
        kept = place == 0 and old[:1] == new[:1]
        return start + (0 if kept else len(new) - len(new.lstrip(_SIGNS)))
    still = _still_said(before, new)
    return start + (still if still < len(new) else len(new) + signs)


def _still_said(before: str, new: str) -> int:
    """The end of the words before a mark, or of the last half of them at least, in others; else of these."""
    for cut in range(len(before) // 2 + 1):
        if still := re.search(rf"{re.escape(before[cut:])}(?!\w)", new):
            return still.end()
    return len(new)
