# SPDX-License-Identifier: GPL-3.0-or-later
"""Alignment of two versions of a resolution: what became of every paragraph, heading and subparagraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from drafting.comparing.anchors import Link
from drafting.comparing.exact import glyph_edits
from drafting.comparing.fixing import by_places
from drafting.comparing.matching import Matching
from drafting.comparing.memory import Memory
from drafting.comparing.notes import note_edits
from drafting.comparing.records import Alignment, Change, Pair, Pairings, Wording
from drafting.comparing.units import match_units
from drafting.comparing.words import edits_and_likeness, same_words
from drafting.resolution import Paragraph, Resolution


def align(old: Resolution, new: Resolution, fixed: Pairings | None = None) -> Alignment:
    """Pair two versions so that every paragraph of both stands in exactly one pair.

    Pairs follow the new version; removed paragraphs stand where they were. A paragraph is moved only when it
    changed its order among those that live on, and then its neighbours are not; or when it went from the
    preamble to the operative part, or back, or from one text (the resolution, an annex, a part) to another.
    The pairs a drafter `fixed` are kept, and the rest is aligned around them. The words that changed within
    a pair are worked out when they are asked for; `Alignment.worked_out` asks for all at once.
    """
    return Aligner(old).align(new, fixed)


class Aligner:
    """Aligns one old version with a new one that is being edited: what did not change is not compared again.

    Each alignment is the one that `align` gives, whatever was aligned before.
    """

    def __init__(self, old: Resolution) -> None:
        self.old = old
        self._memory = Memory()
        self._pairs: dict[tuple[str, str], tuple[_Asked, Pair]] = {}
        self._equals: dict[tuple[str, str], Pair] = {}

    def align(self, new: Resolution, fixed: Pairings | None = None) -> Alignment:
        """The alignment with this state of the new version."""
        self._memory.tidy()
        decided = by_places(fixed, self.old, new) if fixed else None
        matching = match_units(self.old.paragraphs, new.paragraphs, self._memory, decided)
        linked = {j: (i, j) for i, j in matching.links.items()}
        attached = {j for (_, main), news in matching.split.items() for j in news if j != main}
        removed = _Removed(self.old.paragraphs, matching)
        standing = self._standing(new, matching)
        pairs = [*removed.after(-1)]
        for j, paragraph in enumerate(new.paragraphs):
            if j in standing:
                pairs.append(standing[j])
                pairs += removed.after(linked[j][0])
            elif (link := linked.get(j)) is not None:
                pairs.append(self._pair(new, link, matching))
                if link in matching.in_order:
                    pairs += removed.after(link[0])
            elif j not in attached:
                pairs.append(Pair((), (paragraph.id,), Change.ADDED, 0.0))
        return Alignment(self.old, new, tuple(pairs))

    def _standing(self, new: Resolution, matching: Matching) -> dict[int, Pair]:
        """By new places the pairs of which there is nothing to tell: most, and there may be thousands."""
        told = matching.between | matching.guesses | matching.split.keys() | matching.merged.keys()
        olds, news, known = self.old.paragraphs, new.paragraphs, self._equals
        standing = {}
        for i, j in matching.in_order - told:
            first, other = olds[i], news[j]
            if first.text == other.text and first.part is other.part:
                if first.footnotes or other.footnotes:
                    continue
                ids = first.id, other.id
                if ids not in known:
                    known[ids] = Pair(ids[:1], ids[1:], Change.UNCHANGED, 1.0)
                standing[j] = known[ids]
        return standing

    def _pair(self, new: Resolution, link: Link, matching: Matching) -> Pair:
        first, other = self.old.paragraphs[link[0]], new.paragraphs[link[1]]
        elsewhere = link in matching.between or first.part is not other.part
        moved = elsewhere or link not in matching.in_order
        guess = link in matching.guesses
        if link in matching.merged or link in matching.split:
            olds = tuple([self.old.paragraphs[i] for i in matching.merged.get(link, link[:1])])
            news = tuple([new.paragraphs[j] for j in matching.split.get(link, link[1:])])
        else:
            olds, news = (first,), (other,)
        asked = _Asked(olds, news, moved, guess)
        kept = self._pairs.get((first.id, other.id))
        if kept is None or kept[0] != asked:
            kept = self._pairs[first.id, other.id] = asked, self._compared(asked)
        return kept[1]

    def _compared(self, asked: _Asked) -> Pair:
        olds, news, moved, guess = asked
        before, after = _joined(olds), _joined(news)
        same = before == after
        reworded = not (same or same_words(self._memory.squeezed[before], self._memory.squeezed[after]))
        change = _change(len(olds) > 1, len(news) > 1, moved, reworded)
        notes = note_edits(
            [note for paragraph in olds for note in paragraph.footnotes],
            [note for paragraph in news for note in paragraph.footnotes],
        )
        ids = tuple([p.id for p in olds]), tuple([p.id for p in news])
        elsewhere = moved and not change.moved
        if same:
            return Pair(*ids, change, 1.0, (), notes, guess, (), elsewhere)
        return Pair.pending(
            ids, change, partial(_wording, before, after), notes, guess=guess, elsewhere=elsewhere
        )


class _Asked(NamedTuple):
    """All that a pair is made from."""

    olds: tuple[Paragraph, ...]
    news: tuple[Paragraph, ...]
    moved: bool
    guess: bool


class _Removed:
    """Hands out the removed paragraphs that stood behind one that kept its order and before the next such."""

    def __init__(self, paragraphs: Sequence[Paragraph], matching: Matching) -> None:
        in_order = {i for i, _ in matching.in_order}
        living = matching.links.keys() | {i for olds in matching.merged.values() for i in olds}
        self._behind: dict[int, list[Pair]] = {}
        last = -1
        for i, paragraph in enumerate(paragraphs):
            if i in in_order:
                last = i
            elif i not in living:
                gone = Pair((paragraph.id,), (), Change.REMOVED, 0.0)
                self._behind.setdefault(last, []).append(gone)

    def after(self, index: int) -> Sequence[Pair]:
        """Those behind the paragraph at this place."""
        return self._behind.get(index, ())


def _wording(before: str, after: str) -> Wording:
    words, score = edits_and_likeness(before, after)
    return Wording(score, words, glyph_edits(before, after, words))


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    if len(paragraphs) == 1:
        return paragraphs[0].text
    return "\n".join([paragraph.text for paragraph in paragraphs])


def _change(merged: bool, split: bool, moved: bool, reworded: bool) -> Change:
    if merged or split:
        return Change.SPLIT if split else Change.MERGED
    if moved:
        return Change.MOVED_REWORDED if reworded else Change.MOVED
    return Change.REWORDED if reworded else Change.UNCHANGED
