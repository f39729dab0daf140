# SPDX-License-Identifier: GPL-3.0-or-later
"""The footnotes of somebody else's file: new ones like those there, changed ones tracked in place."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.oxml.ns import qn

from drafting.errors import OfficialFileError
from drafting.resolution import Footnote, Kind, Paragraph, Part
from drafting.writing.footnotes import FIRST
from drafting.writing.marked import Mark
from drafting.writing.official import looks
from drafting.writing.official.atoms import atoms, runs_of
from drafting.writing.official.edits import Act, Come, Editor, Gone
from drafting.writing.official.places import Place, matched_anywhere
from drafting.writing.ooxml import Element, w
from drafting.writing.runs import note_runs
from drafting.writing.tracked.stamp import Stamps
from drafting.writing.tracked.weaving import Note, woven_note


class Notes:
    """The footnotes part; `changed` when anything in it was, `come` when footnotes were added."""

    def __init__(self, root: Element, stamps: Stamps) -> None:
        self.changed = False
        self.come = False
        self._root = root
        self._stamps = stamps
        self._known = {one.get(qn("w:id")): one for one in root}
        self._model = next((one for one in root if one.get(qn("w:type")) is None), None)

    def add(self, text: str) -> int:
        """A new footnote with this text; gives its id."""
        number = max((int(name or 0) for name in self._known), default=0) + 1
        element = w("footnote", self._like_the_others(text), id=number)
        self._root.append(element)
        self._known[str(number)] = element
        self.changed = self.come = True
        return number

    def change(self, number: str, note: Note) -> None:
        """Track what changed in a footnote that stays; raises OfficialFileError when it is not found."""
        if note.old is None or note.new is None or note.old.text == note.new.text:
            return
        place = self._place(number, note.old)
        acts = list(acts_of(place, note))
        Editor(place, self._stamps).do(acts)
        self.changed = True

    def _place(self, number: str, note: Footnote) -> Place:
        element = self._known.get(number)
        if element is None:
            raise OfficialFileError(f"footnote {note.number}")
        inside = tuple(element.iter(qn("w:p")))
        found = tuple(atom for one in inside for atom in atoms(one))
        said = Paragraph(f"footnote {note.number}", Kind.TEXT, Part.PREAMBLE, note.text)
        place = matched_anywhere(said, inside, found)
        if place is None:
            raise OfficialFileError(f"footnote {note.number}")
        return place

    def _like_the_others(self, text: str) -> Element:
        """A paragraph with the mark, the white space and the look of another footnote."""
        if self._model is None:
            mark = w("r", w("rPr", w("vertAlign", val="superscript")), w("footnoteRef"))
            return w("p", mark, looks.run(" ", None), *_words(text, None))
        model = next(self._model.iter(qn("w:p")))
        made = w("p", looks.shape(model))
        words = None
        for run in runs_of(model):
            leading = deepcopy(run)
            if any(child.tag == qn("w:t") and (child.text or "").strip() for child in run):
                words = run
                for child in list(leading):
                    if child.tag == qn("w:t"):
                        leading.remove(child)
                if leading.find(qn("w:tab")) is not None:
                    made.append(leading)
                break
            made.append(leading)
        made.extend(_words(text, words))
        return made


def _words(text: str, model: Element | None) -> Iterator[Element]:
    """The runs of a footnote: titles of publications in italics."""
    return (looks.run(piece.text, model, italic=piece.italic) for piece in note_runs(text))


def in_order(text: Element, notes: Element) -> None:
    """Number the footnotes anew by the order of their marks, and set them in it, as Word does when it saves.

    LibreOffice takes the first footnote of the part for the first mark, whatever their ids say.
    """
    known = {one.get(qn("w:id")): one for one in notes if one.get(qn("w:type")) is None}
    marks = [mark for mark in text.iter(qn("w:footnoteReference")) if mark.get(qn("w:id")) in known]
    ordered = list(dict.fromkeys([*(mark.get(qn("w:id")) for mark in marks), *known]))
    numbers = {name: str(number) for number, name in enumerate(ordered, start=FIRST)}
    for name in ordered:
        known[name].set(qn("w:id"), numbers[name])
        notes.append(known[name])
    for mark in marks:
        mark.set(qn("w:id"), numbers[mark.get(qn("w:id"))])


def acts_of(place: Place, note: Note) -> Iterator[Act]:
    """What has to be done to a text without footnotes of its own: a footnote, or a line above the text."""
    at, letter = place.start, 0
    for strand in woven_note(note):
        if strand.mark is Mark.INSERTED:
            yield from (Come(at, piece.text, piece.italic) for piece in note_runs(strand.text))
            continue
        start = place.atom(letter)
        letter += len(strand.text)
        end = place.end(letter)
        if strand.mark is Mark.DELETED:
            yield Gone(start, end)
        at = end
