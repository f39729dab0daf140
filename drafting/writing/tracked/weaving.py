# SPDX-License-Identifier: GPL-3.0-or-later
"""Two texts woven into one: what stays, what goes and what comes, letter by letter and note by note.

Read without what comes, the strands are exactly the old text; read without what goes, exactly the new one.
A deletion stands before the insertion that takes its place. Where several paragraphs stand on a side, their
ends are strands as well, so that a split is nothing but an end that comes, and a merger one that goes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafting.comparing.exact import glyph_edits
from drafting.comparing.notes import note_edits
from drafting.comparing.records import Edit
from drafting.comparing.words import edits
from drafting.resolution import Footnote, Paragraph
from drafting.writing.marked import Mark


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote in a woven text: as it was, and as it is; None where it is not there."""

    old: Footnote | None
    new: Footnote | None


@dataclass(frozen=True, slots=True)
class Strand:
    """A stretch of one mark: words, a footnote mark, or (`ends`) the end of a paragraph.

    `old` and `new` count the paragraphs of each side it stands in, or comes after where it is not there.
    """

    mark: Mark
    text: str = ""
    italic: bool = False
    note: Note | None = None
    ends: bool = False
    old: int = 0
    new: int = 0


def all_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The edits between two texts, glyphs included, so that they rebuild either letter by letter."""
    words = edits(old, new)
    found = (*words, *glyph_edits(old, new, words))
    return tuple(sorted(found, key=lambda edit: (edit.old.start, edit.new.start)))


def woven(olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> tuple[Strand, ...]:
    """The paragraphs of one pair as strands, the end of the last one left out where both sides have it.

    One side may be empty: then all strands go or come.
    """
    if not olds or not news:
        return tuple(_alone(olds or news, Mark.DELETED if olds else Mark.INSERTED))
    return tuple(_Weaver(_Side.of(olds), _Side.of(news)).strands())


def woven_note(note: Note) -> tuple[Strand, ...]:
    """The text of a footnote that stays, as strands."""
    assert note.old is not None, "a footnote that came is whole"
    assert note.new is not None, "a footnote that went is whole"
    sides = _Side(note.old.text, (), (), (0,)), _Side(note.new.text, (), (), (0,))
    return tuple(_Weaver(*sides).strands())


def _alone(paragraphs: Sequence[Paragraph], mark: Mark) -> Iterator[Strand]:
    side = _Side.of(paragraphs)
    gone = mark is Mark.DELETED
    notes = _Waiting(side, lambda note: Note(note, None) if gone else Note(None, note))
    last = len(paragraphs) - 1
    yield from side.cut(0, len(side.text), mark, notes)
    yield Strand(mark, ends=True, old=last if gone else 0, new=0 if gone else last)


@dataclass(frozen=True)
class _Side:
    """The joined text of one side; `notes` have their offsets in it, `starts` are those of the paragraphs."""

    text: str
    notes: tuple[Footnote, ...]
    italics: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> _Side:
        notes: list[Footnote] = []
        italics, starts, at = [], [], 0
        for paragraph in paragraphs:
            text = paragraph.text
            ordered = sorted(paragraph.footnotes, key=lambda note: note.offset)
            places = (min(max(note.offset, 0), len(text)) for note in ordered)
            notes += [
                Footnote(note.number, at + place, note.text)
                for note, place in zip(ordered, places, strict=True)
            ]
            if text.startswith(paragraph.opening) and paragraph.opening:
                italics.append((at, at + len(paragraph.opening)))
            starts.append(at)
            at += len(text) + 1
        return cls("\n".join(one.text for one in paragraphs), tuple(notes), tuple(italics), tuple(starts))

    def paragraph_at(self, offset: int) -> int:
        """Which of the paragraphs an offset lies in; the end of one belongs to it."""
        return max(bisect_left(self.starts, offset + 1) - 1, 0)

    def is_end(self, offset: int) -> bool:
        """Whether the letter at this offset is the end of a paragraph."""
        return offset + 1 in self.starts[1:]

    def cut(self, start: int, end: int, mark: Mark, notes: _Waiting) -> Iterator[Strand]:
        """The strands of a stretch that stands on this side alone, with its footnotes that wait."""
        for index, note in [*notes.until(end), (None, None)]:
            stop = end if index is None else max(self.notes[index].offset, start)
            yield from self._words(start, stop, mark)
            start = stop
            if note is not None:
                yield self._placed(Strand(mark, note=note), stop, mark)

    def _words(self, start: int, end: int, mark: Mark) -> Iterator[Strand]:
        edges = {edge for span in self.italics for edge in span}
        edges |= {edge for at in self.starts[1:] for edge in (at - 1, at)}
        cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
        for first, last in pairwise(cuts):
            if first == last:
                continue
            italic = any(one <= first < other for one, other in self.italics)
            if self.is_end(first):
                yield self._placed(Strand(mark, ends=True), first, mark)
            else:
                yield self._placed(Strand(mark, self.text[first:last], italic), first, mark)

    def _placed(self, strand: Strand, offset: int, mark: Mark) -> Strand:
        at = self.paragraph_at(offset)
        old, new = (at, 0) if mark is Mark.DELETED else (0, at)
        return Strand(strand.mark, strand.text, strand.italic, strand.note, strand.ends, old, new)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A stretch that both texts have: where it begins in each, and its length; 0 for a footnote mark."""

    old: int
    new: int
    length: int
    notes: tuple[tuple[int, int], ...] = ()  # indexes of the footnotes in it that stay


class _Waiting:
    """The footnotes that stand on one side alone, handed out in order among those that stay."""

    def __init__(self, side: _Side, made: Callable[[Footnote], Note], staying: Collection[int] = ()) -> None:
        self._side = side
        self._made = made
        self._staying = sorted(staying)
        self._left = [index for index in range(len(side.notes)) if index not in staying]

    def passed(self, index: int) -> None:
        """A footnote that stays has been told; those behind it may come."""
        self._staying.remove(index)

    def until(self, end: int) -> Iterator[tuple[int, Note]]:
        """Those up to an offset, before the next that stays."""
        limit = self._staying[0] if self._staying else len(self._side.notes)
        while self._left and self._left[0] < limit and self._side.notes[self._left[0]].offset <= end:
            index = self._left.pop(0)
            yield index, self._made(self._side.notes[index])


class _Weaver:
    """Walks from anchor to anchor: before each, what goes, then what comes."""

    def __init__(self, old: _Side, new: _Side) -> None:
        self.old, self.new = old, new
        self.anchors = self._anchors()
        kept = [pair for anchor in self.anchors for pair in anchor.notes]
        self.gone = _Waiting(old, lambda note: Note(note, None), {i for i, _ in kept})
        self.come = _Waiting(new, lambda note: Note(None, note), {j for _, j in kept})

    def strands(self) -> Iterator[Strand]:
        """All of both texts."""
        i = j = 0
        for anchor in (*self.anchors, _Anchor(len(self.old.text), len(self.new.text), 0)):
            yield from self._set(self.old.cut(i, anchor.old, Mark.DELETED, self.gone), new=j)
            yield from self._set(self.new.cut(j, anchor.new, Mark.INSERTED, self.come), old=anchor.old)
            yield from self._kept(anchor)
            i, j = anchor.old + anchor.length, anchor.new + anchor.length

    def _set(
        self, strands: Iterator[Strand], old: int | None = None, new: int | None = None
    ) -> Iterator[Strand]:
        """The strands of one side with the place on the other side, where they do not stand."""
        for one in strands:
            before = one.old if old is None else self.old.paragraph_at(old)
            after = one.new if new is None else self.new.paragraph_at(new)
            yield Strand(one.mark, one.text, one.italic, one.note, one.ends, before, after)

    def _kept(self, anchor: _Anchor) -> Iterator[Strand]:
        """What stays, cut where footnotes stand and where italics and paragraphs end on the new side."""
        shift, at = anchor.old - anchor.new, anchor.new
        for i, j in (*anchor.notes, (None, None)):
            stop = anchor.new + anchor.length if j is None else self.new.notes[j].offset
            others = [
                (self.old.notes[index].offset - shift, Mark.DELETED, note)
                for index, note in self.gone.until(stop + shift)
            ]
            others += [
                (self.new.notes[index].offset, Mark.INSERTED, note) for index, note in self.come.until(stop)
            ]
            for place, mark, note in sorted(others, key=lambda one: one[0]):
                yield from self._same(at, place, shift)
                at = max(at, place)
                yield self._mark(mark, note, at, shift)
            yield from self._same(at, stop, shift)
            at = stop
            if i is not None and j is not None:
                yield self._mark(Mark.KEPT, Note(self.old.notes[i], self.new.notes[j]), at, shift)
                self.gone.passed(i)
                self.come.passed(j)

    def _mark(self, mark: Mark, note: Note, at: int, shift: int) -> Strand:
        places = self.old.paragraph_at(at + shift), self.new.paragraph_at(at)
        return Strand(mark, note=note, old=places[0], new=places[1])

    def _same(self, start: int, end: int, shift: int) -> Iterator[Strand]:
        at = start
        for one in self.new._words(start, end, Mark.KEPT):
            yield Strand(
                Mark.KEPT, one.text, one.italic, None, one.ends, self.old.paragraph_at(at + shift), one.new
            )
            at += len(one.text) or 1

    # ------------------------------------------------------------------------------------------ anchors

    def _anchors(self) -> list[_Anchor]:
        """What both texts have, in order: the stretches between the edits, and the footnotes that stay."""
        found: list[_Anchor] = []
        i = j = 0
        for edit in (*all_edits(self.old.text, self.new.text), None):
            end = edit.old.start if edit else len(self.old.text)
            found += self._even(i, j, end - i)
            if edit:
                i, j = edit.old.end, edit.new.end
        return self._with_notes(found)

    def _even(self, old: int, new: int, length: int) -> Iterator[_Anchor]:
        """A stretch cut where only one side ends a paragraph: an end and a letter are never the same."""
        start = 0
        for at in range(length):
            if self.old.is_end(old + at) != self.new.is_end(new + at):
                if at > start:
                    yield _Anchor(old + start, new + start, at - start)
                start = at + 1
        if length > start:
            yield _Anchor(old + start, new + start, length - start)

    def _with_notes(self, anchors: list[_Anchor]) -> list[_Anchor]:
        """The anchors with the footnotes that stay: within a stretch, or as an anchor between two."""
        for pair in _staying(self.old.notes, self.new.notes):
            p, q = self.old.notes[pair[0]].offset, self.new.notes[pair[1]].offset
            for index, anchor in enumerate((*anchors, _Anchor(len(self.old.text), len(self.new.text), 0))):
                inside = anchor.old <= p <= anchor.old + anchor.length and p - anchor.old == q - anchor.new
                if inside and index < len(anchors):
                    notes = (*anchor.notes, pair)
                    anchors[index] = _Anchor(anchor.old, anchor.new, anchor.length, notes)
                    break
                before = anchors[index - 1] if index else _Anchor(0, 0, 0)
                between = before.old + before.length <= p <= anchor.old and (
                    before.new + before.length <= q <= anchor.new
                )
                if between:
                    anchors.insert(index, _Anchor(p, q, 0, (pair,)))
                    break
        return anchors


def _staying(old: Sequence[Footnote], new: Sequence[Footnote]) -> list[tuple[int, int]]:
    """The footnotes that stand in both texts, reworded or not, in order, by index."""
    changed = note_edits(old, new)
    gone = {one.old for one in changed if one.old is not None}
    come = {one.new for one in changed if one.new is not None}
    same = zip(
        (index for index in range(len(old)) if index not in gone),
        (index for index in range(len(new)) if index not in come),
        strict=True,
    )
    reworded = ((one.old, one.new) for one in changed if one.old is not None and one.new is not None)
    return sorted([*same, *reworded])
