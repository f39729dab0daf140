# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes in a paragraph of the file: what goes is wrapped where it stands, what comes set beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from drafting.writing.official import looks
from drafting.writing.official.atoms import NOTE, Atom, cut, lift, runs_of
from drafting.writing.official.places import Place
from drafting.writing.ooxml import Element, w
from drafting.writing.tracked.stamp import Stamps

_DELETED = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}


@dataclass(frozen=True, slots=True)
class Gone:
    """The atoms `[start, end)` go."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Come:
    """Words, or a footnote mark, come in front of the atom `at`."""

    at: int
    text: str = ""
    italic: bool = False
    run: Element | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """The paragraph ends in front of the atom `at`; `first` are the properties of the part before."""

    at: int
    first: Element


Act = Gone | Come | Parted


def note_atoms(place: Place) -> list[tuple[int, int]]:
    """The atoms of the footnotes of a paragraph in their order, with the comma between two of them."""
    notes = sorted(place.paragraph.footnotes, key=lambda note: note.offset)
    found: list[tuple[int, int]] = []
    last = 0
    for note in notes:
        start = max(place.end(note.offset) if note.offset else 0, last)
        end = place.atom(note.offset)
        first = next((at for at in range(start, end) if _is_mark(place.atoms[at])), None)
        if first is None:
            found.append((start, start))
            continue
        stop = first + 1
        if place.atoms[first].letter != NOTE:
            while stop < end and _is_mark(place.atoms[stop]) and place.atoms[stop].letter != NOTE:
                stop += 1
        comma = first > start and place.atoms[first - 1].raised and place.atoms[first - 1].letter == ","
        found.append((first - comma if found and comma else first, stop))
        last = stop
    return found


def _is_mark(atom: Atom) -> bool:
    return atom.letter == NOTE or (atom.raised and atom.letter.isalnum())


@dataclass(slots=True)
class Editor:
    """Does the acts of one paragraph, in their order; `made` are the paragraphs that came by parting."""

    place: Place
    stamps: Stamps
    made: list[Element] = field(default_factory=list)

    def do(self, acts: Sequence[Act]) -> None:
        """All acts; their places never overlap and never go back."""
        edges = [
            edge for act in acts for edge in ((act.start, act.end) if isinstance(act, Gone) else (act.at,))
        ]
        begins = cut(self.place.atoms, edges)
        for act in acts:
            if isinstance(act, Gone):
                self._wrap(begins.get(act.start), begins.get(act.end))
            elif isinstance(act, Come):
                self._set(begins.get(act.at), act)
            else:
                self._part(begins.get(act.at), act)

    def _runs(self) -> list[Element]:
        return [run for element in self.place.elements for run in runs_of(element)]

    def _wrap(self, first: Element | None, end: Element | None) -> None:
        if first is None:
            return
        runs = self._runs()
        start = runs.index(first)
        stop = len(runs) if end is None else runs.index(end)
        delete(runs[start:stop], self.stamps)

    def _set(self, before: Element | None, act: Come) -> None:
        made = act.run
        if made is None:
            made = looks.run(act.text, self._model(act.at), italic=act.italic)
        element = self.stamps.mark("ins", made)
        if before is None:
            self.place.elements[-1].append(element)
        else:
            lift(before, _paragraph_of(before)).addprevious(element)

    def _model(self, at: int) -> Element | None:
        """The run beside a place whose words are words: before it, else behind it."""
        atoms = self.place.atoms
        near = [*reversed(atoms[:at]), *atoms[at:]]
        return next((atom.run for atom in near if not atom.raised and not atom.letter.isspace()), None)

    def _part(self, before: Element | None, act: Parted) -> None:
        element = self.place.elements[-1] if before is None else _paragraph_of(before)
        stop = None if before is None else lift(before, element)
        looks.mark_end(act.first, self.stamps.mark("ins"))
        first = w("p", act.first)
        for child in list(element):
            if child is stop:
                break
            if child.tag != qn("w:pPr"):
                first.append(child)
        element.addprevious(first)
        self.made.append(first)


def _paragraph_of(run: Element) -> Element:
    return next(run.iterancestors(qn("w:p")))


def delete(runs: Sequence[Element], stamps: Stamps, tag: str = "del") -> None:
    """Mark runs as deleted where they stand, or as moved away; those that touch are one change."""
    last: Element | None = None
    for run in runs:
        for child in run if tag == "del" else ():
            child.tag = _DELETED.get(child.tag, child.tag)
        if last is not None and last.getnext() is run:
            last.append(run)
            continue
        last = stamps.mark(tag)
        run.addprevious(last)
        last.append(run)
