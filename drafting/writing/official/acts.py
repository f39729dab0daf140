# SPDX-License-Identifier: GPL-3.0-or-later
"""From strands to acts: what has to be done to each paragraph of the file, in the order of its letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from drafting.resolution import Paragraph
from drafting.writing.marked import Mark
from drafting.writing.official.edits import Act, Come, Gone, Parted, note_atoms
from drafting.writing.official.looks import comma
from drafting.writing.official.places import Place
from drafting.writing.ooxml import Element
from drafting.writing.tracked.weaving import Note, Strand

Referred = Callable[[Note, Place | None, int], "Element | None"]
"""Gives the run of a footnote mark that comes; of one that stays it sees to the text (place and index)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs of a kind begin and look in the file: properties, and what is typed before the text."""

    shape: Callable[[Paragraph], Element]
    before: Callable[[Paragraph], str]


@dataclass(slots=True)
class Work:
    """The acts of the paragraphs of one item; `joined` are those whose end goes."""

    places: Sequence[Place]
    news: Sequence[Paragraph]
    style: Style
    refer: Referred
    acts: list[list[Act]] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)

    def planned(self, strands: Sequence[Strand]) -> Work:
        """All strands as acts."""
        self.acts = [[] for _ in self.places]
        walk = _Walk(self)
        walk.begin(self.news[0])
        for strand in strands:
            walk.step(strand)
        return self


class _Walk:
    """Where the walk through the old paragraphs stands: paragraph, letter, atom and footnote."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._index = 0
        self._new = 0
        self._after_note: Mark | None = None  # how the footnote is marked that the new text just had
        self._enter()

    def _enter(self) -> None:
        place = self._work.places[self._index]
        self._place = place
        self._letter, self._at, self._note = 0, place.start, 0
        self._notes = note_atoms(place)

    def begin(self, new: Paragraph) -> None:
        """An old paragraph begins a new one: what is typed before it is set right."""
        self._add(*prefix(self._place, self._work.style.before(new)))

    def _add(self, *acts: Act) -> None:
        self._work.acts[self._index].extend(acts)

    def step(self, strand: Strand) -> None:
        """One strand; letters, footnotes and ends each have their own way."""
        if strand.ends:
            self._end(strand)
        elif strand.note is not None:
            self._mark(strand.mark, strand.note)
        elif strand.mark is Mark.INSERTED:
            self._add(Come(self._at, strand.text, strand.italic))
        else:
            start = max(self._place.atom(self._letter), self._at)
            self._letter += len(strand.text)
            self._at = max(self._place.end(self._letter), self._at)
            if strand.mark is Mark.DELETED and start < self._at:
                self._add(Gone(start, self._at))
        if strand.mark is not Mark.DELETED:
            self._after_note = strand.mark if strand.note is not None else None

    def _mark(self, mark: Mark, note: Note) -> None:
        if mark is Mark.INSERTED:
            run = self._work.refer(note, None, 0)
            if run is not None and self._after_note is not None:
                self._add(Come(self._at, run=comma(run)))
            self._add(Come(self._at, run=run))
            return
        start, end = self._notes[self._note]
        start = max(start, self._at)
        first = self._place.atoms[start] if start < end else None
        if mark is Mark.KEPT and self._after_note is Mark.INSERTED and first and first.letter != ",":
            self._add(Come(start, run=comma(first.run)))
        if mark is Mark.KEPT and (_same_text(note) or _refers(self._place, start, end)):
            self._work.refer(note, self._place, start)
        else:
            if start < end:
                self._add(Gone(start, end))
            if mark is Mark.KEPT:  # a mark that repeats another one cannot say something else: it is replaced
                self._add(Come(end, run=self._work.refer(note, None, 0)))
        self._note += 1
        self._at = max(self._at, end)

    def _end(self, strand: Strand) -> None:
        work = self._work
        if strand.mark is not Mark.DELETED:
            self._new += 1
        if strand.mark is Mark.INSERTED:
            self._add(Parted(self._at, work.style.shape(work.news[self._new - 1])))
            self._add(Come(self._at, work.style.before(work.news[self._new])))
            return
        if strand.mark is Mark.DELETED:
            work.joined.append(self._index)
        self._index += 1
        self._enter()
        if strand.mark is Mark.DELETED:
            self._add(Gone(0, self._place.start))
        else:
            self.begin(work.news[self._new])


def _same_text(note: Note) -> bool:
    return note.old is not None and note.new is not None and note.old.text == note.new.text


def _refers(place: Place, start: int, end: int) -> bool:
    return any(atom.note for atom in place.atoms[start:end])


def prefix(place: Place, wanted: str) -> Iterator[Act]:
    """What is typed before a text, made to read as it should; white space that does for both stays."""
    typed = place.before
    if typed.split() == wanted.split():
        return
    head = len(typed) - len(typed.lstrip())
    tail = len(typed.rstrip())
    if not typed.strip() or not wanted.strip():  # a number comes or goes, and with it its white space
        if typed:
            yield Gone(0, len(typed))
        yield Come(len(typed), wanted)
        return
    yield Gone(head, tail)
    yield Come(tail, wanted.strip())
