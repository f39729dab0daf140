# SPDX-License-Identifier: GPL-3.0-or-later
"""Items as elements of Word with their changes tracked, and the footnotes that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from docx.oxml.ns import qn

from drafting.writing.footnotes import FIRST, footnote
from drafting.writing.laid import Laid, line, properties
from drafting.writing.marked import Mark
from drafting.writing.masthead import Words
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.runs import Run, note_reference, note_runs, own_mark, plain_runs, run_elements
from drafting.writing.tracked.sequence import Item
from drafting.writing.tracked.stamp import Stamps
from drafting.writing.tracked.weaving import Note, Strand, woven, woven_note

TAGS = {Mark.DELETED: "del", Mark.INSERTED: "ins"}
_COMMA = Run(",", raised=True)  # two notes at one place (rule 4.4)


class Marking:
    """Makes the paragraphs of one document; `notes` are its footnotes in the order of their ids, from 1.

    `moves`: whether what moved is to be told apart from what goes and comes.
    """

    moves = False

    def __init__(self, options: WordOptions, stamps: Stamps) -> None:
        self.notes: list[Element] = []
        self._options = options
        self._stamps = stamps

    def elements(self, item: Item) -> Iterator[Element]:
        """The paragraphs of an item, tracked where they differ."""
        strands = woven([one.paragraph for one in item.olds], [one.paragraph for one in item.news])
        inside: list[Strand] = []
        for strand in strands:
            if not strand.ends:
                inside.append(strand)
                continue
            yield self._paragraph(item, inside, strand)
            inside = []
        if item.olds and item.news:
            last = Strand(Mark.KEPT, ends=True, old=len(item.olds) - 1, new=len(item.news) - 1)
            yield self._paragraph(item, inside, last)

    def line(self, old: Words, new: Words) -> list[Element]:
        """The runs of a line of the masthead."""
        texts = line("line", old.text), line("line", new.text)
        looks = [
            Laid(text, "", bold=words.bold, size=words.size)
            for text, words in zip(texts, (old, new), strict=True)
        ]
        return list(self._content(woven(texts[:1], texts[1:]), looks[0], looks[1]))

    def _paragraph(self, item: Item, inside: Sequence[Strand], end: Strand) -> Element:
        old = item.olds[end.old] if item.olds else None
        new = item.news[end.new] if item.news else None
        self._stamps.next_paragraph()
        shape = self._properties(old, new, end.mark)
        if item.reshaped and old is not None:
            shape.append(self._stamps.mark("pPrChange", w("pPr", *properties(old))))
        alone = old is None or new is None
        leading = self._leading(old, new, end.mark if alone else Mark.KEPT)
        closing = [self._stamps.empty(TAGS[end.mark])] if alone else []
        first, rest = first_word(inside) if item.parted else ((), inside)
        with self._stamps.apart():
            begun = list(self._content(first, old, new))
        content = list(self._content(rest, old, new))
        if item.reshaped and old is None:
            reshape(content, self._stamps)
        return w("p", shape, *leading, *begun, *content, *closing)

    def _properties(self, old: Laid | None, new: Laid | None, mark: Mark) -> Element:
        shown = new or old
        assert shown is not None, "an item has a side"
        shape = w("pPr", *properties(shown))
        if mark is not Mark.KEPT:
            shape.append(w("rPr", self._stamps.mark(TAGS[mark])))
        if old is not None and new is not None and (old.style, old.place) != (new.style, new.place):
            # LibreOffice gives back no number that the former style alone would give.
            shape.append(self._stamps.mark("pPrChange", w("pPr", *properties(old, explicit=True))))
        return shape

    def _leading(self, old: Laid | None, new: Laid | None, mark: Mark) -> Iterator[Element]:
        if old is not None and new is not None and old.indent != new.indent:
            yield from self._wrapped(Mark.DELETED, self._runs(old.leading, old))
            yield from self._wrapped(Mark.INSERTED, self._runs(new.leading, new))
            return
        shown = new or old
        assert shown is not None, "an item has a side"
        yield from self._wrapped(mark, self._runs(shown.leading, shown))

    def _content(self, strands: Sequence[Strand], old: Laid | None, new: Laid | None) -> Iterator[Element]:
        after_note = {Mark.DELETED: False, Mark.INSERTED: False}
        pieces: list[tuple[Mark, list[Element]]] = []
        for strand in strands:
            look = old if strand.mark is Mark.DELETED else new
            assert look is not None, "a strand stands on a side that is there"
            if strand.note is None:
                pieces.append((strand.mark, self._runs(plain_runs(strand.text, strand.italic), look)))
            else:
                pieces += [(mark, self._runs([_COMMA], look)) for mark in _comma(strand.mark, after_note)]
                pieces.append((strand.mark, self._refer(strand)))
            for side in after_note:
                if strand.mark in (Mark.KEPT, side):
                    after_note[side] = strand.note is not None
        for mark, grouped in groupby(pieces, key=lambda piece: piece[0]):
            yield from self._wrapped(mark, [run for _, runs in grouped for run in runs])

    def _runs(self, runs: Iterable[Run], look: Laid) -> list[Element]:
        highlight = self._options.highlight_placeholders
        return list(
            run_elements(runs, highlight=highlight, bold=look.bold, italic=look.italic, size=look.size)
        )

    def _wrapped(self, mark: Mark, runs: list[Element]) -> Iterator[Element]:
        if mark is Mark.KEPT or not runs:
            yield from runs
            return
        if mark is Mark.DELETED:
            for text in (one for run in runs for one in run.iter(qn("w:t"))):
                text.tag = qn("w:delText")
        yield self._stamps.mark(TAGS[mark], *runs)

    # ---------------------------------------------------------------------------------------- footnotes

    def _refer(self, strand: Strand) -> list[Element]:
        assert strand.note is not None, "only a footnote is referred to"
        number = len(self.notes) + FIRST
        self.notes.append(self._footnote(number, strand.note))
        return [note_reference(number, _own(strand.note))]

    def _footnote(self, number: int, note: Note) -> Element:
        if note.old is not None and note.new is not None:
            strands: Sequence[Strand] = woven_note(note)
        else:
            said = note.new or note.old
            assert said is not None, "a footnote stands in one of the texts"
            strands = [Strand(Mark.KEPT, said.text)]  # its mark in the text is tracked, and it goes with that
        return footnote(number, (one for strand in strands for one in self._words(strand)), _own(note))

    def _words(self, strand: Strand) -> Iterator[Element]:
        highlight = self._options.highlight_placeholders
        yield from self._wrapped(strand.mark, list(run_elements(note_runs(strand.text), highlight=highlight)))


def _own(note: Note) -> str:
    """The mark of a note that Word does not count."""
    said = note.new or note.old
    return own_mark(said) if said else ""


def _comma(mark: Mark, after_note: dict[Mark, bool]) -> Iterator[Mark]:
    """With which mark a comma stands between a footnote and the one before it, on each side."""
    old = mark is not Mark.INSERTED and after_note[Mark.DELETED]
    new = mark is not Mark.DELETED and after_note[Mark.INSERTED]
    if old and new:
        yield Mark.KEPT
    elif old:
        yield Mark.DELETED
    elif new:
        yield Mark.INSERTED


def reshape(content: Iterable[Element], stamps: Stamps) -> None:
    """Mark the look of words that come as changed to what it is."""
    for run in (run for element in content for run in element.iter(qn("w:r"))):
        if run.find(qn("w:t")) is not None:
            if run.find(qn("w:rPr")) is None:
                run.insert(0, w("rPr"))
            same = (deepcopy(child) for child in run[0])
            run[0].append(stamps.mark("rPrChange", w("rPr", *same)))


def first_word(strands: Sequence[Strand]) -> tuple[Sequence[Strand], Sequence[Strand]]:
    """The first word of a paragraph, and the rest."""
    word, space, rest = strands[0].text.partition(" ")
    if not rest:
        return strands[:1], strands[1:]
    return [replace(strands[0], text=word + space)], [replace(strands[0], text=rest), *strands[1:]]
