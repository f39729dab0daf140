# SPDX-License-Identifier: GPL-3.0-or-later
"""Alignment of two versions of a resolution: what became of every paragraph, heading and subparagraph."""

from __future__ import annotations

from drafting.comparing.matching import Matching, match
from drafting.comparing.notes import note_edits
from drafting.comparing.records import Alignment, Change, Pair
from drafting.comparing.words import edits, likeness
from drafting.resolution import Paragraph, Resolution


def align(old: Resolution, new: Resolution) -> Alignment:
    """Pair two versions so that every paragraph of both stands in exactly one pair.

    Pairs follow the new version; removed paragraphs stand where they were. A paragraph is moved only when it changed
    its order among those that live on, and then its neighbours are not.
    """
    matching = match(old.paragraphs, new.paragraphs)
    pairs: list[Pair] = []
    partner = {j: i for i, j in matching.links.items()}
    removed = _Removed(old, matching)
    pairs += removed.up_to_next(-1)
    for j, paragraph in enumerate(new.paragraphs):
        i = partner.get(j)
        if i is None:
            pairs.append(Pair((), (paragraph.id,), Change.ADDED, 0.0))
            continue
        pairs.append(_pair(old.paragraphs[i], paragraph, (i, j) not in matching.in_order, (i, j) in matching.equal))
        if (i, j) in matching.in_order:
            pairs += removed.up_to_next(i)
    return Alignment(old, new, tuple(pairs))


class _Removed:
    """Hands out the removed paragraphs that stood after a given one, up to the next that kept its order."""

    def __init__(self, old: Resolution, matching: Matching) -> None:
        self._paragraphs = old.paragraphs
        self._linked = matching.links
        self._in_order = {i for i, _ in matching.in_order}

    def up_to_next(self, index: int) -> list[Pair]:
        found = []
        for i in range(index + 1, len(self._paragraphs)):
            if i in self._in_order:
                break
            if i not in self._linked:
                found.append(Pair((self._paragraphs[i].id,), (), Change.REMOVED, 0.0))
        return found


def _pair(old: Paragraph, new: Paragraph, moved: bool, equal: bool) -> Pair:
    notes = note_edits(old.footnotes, new.footnotes)
    if equal:
        return Pair((old.id,), (new.id,), Change.MOVED if moved else Change.UNCHANGED, 1.0, (), notes)
    words = edits(old.text, new.text)
    if not words:
        return Pair((old.id,), (new.id,), Change.MOVED if moved else Change.UNCHANGED, 1.0, (), notes)
    change = Change.MOVED_REWORDED if moved else Change.REWORDED
    return Pair((old.id,), (new.id,), change, likeness(old.text, new.text), words, notes)
