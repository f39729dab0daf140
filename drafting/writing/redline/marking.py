# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes shown by plain formatting: bold and underlined what comes, struck through what goes.

Both are needed for what comes, since headings are bold already. A paragraph that is gone keeps its number as
typed and struck through, and a footnote that is gone stands with its own in the text, so that neither counts
among the new ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from docx.oxml.ns import qn

from drafting.resolution import Kind
from drafting.writing.footnotes import footnote
from drafting.writing.laid import Laid, properties
from drafting.writing.layout import Layout, numbering_shape
from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element, w
from drafting.writing.options import WordOptions
from drafting.writing.redline.looks import apparatus, mark_end, marked
from drafting.writing.redline.notes import told
from drafting.writing.runs import own_mark
from drafting.writing.tracked.marking import Marking
from drafting.writing.tracked.sequence import Item
from drafting.writing.tracked.stamp import NOBODY, Stamps
from drafting.writing.tracked.weaving import Note, Strand, woven

PARTED = "¶"
"""Stands where a paragraph ends in one of the two texts alone."""


class PlainMarking(Marking):
    """Makes the paragraphs of a redline, and its footnotes."""

    def __init__(self, options: WordOptions, layout: Layout) -> None:
        super().__init__(options, Stamps(NOBODY))
        self._layout = layout

    def elements(self, item: Item) -> Iterator[Element]:
        """The paragraphs of an item; where several became one, they are one with signs in it."""
        both = bool(item.olds and item.news)
        inside: list[Strand] = []
        for strand in woven([one.paragraph for one in item.olds], [one.paragraph for one in item.news]):
            if not strand.ends or (both and strand.mark is not Mark.KEPT):
                inside.append(strand)
            if strand.ends and not (both and strand.mark is Mark.DELETED):
                yield self._paragraph(item, inside, strand)
                inside = []
        if both:
            last = Strand(Mark.KEPT, ends=True, old=len(item.olds) - 1, new=len(item.news) - 1)
            yield self._paragraph(item, inside, last)

    def _paragraph(self, item: Item, inside: Sequence[Strand], end: Strand) -> Element:
        old = item.olds[end.old] if item.olds else None
        new = item.news[end.new] if item.news else None
        shown = new or old
        assert shown is not None, "an item has a side"
        number = _number(shown) if new is None else ""
        shape = self._uncounted(shown) if number else w("pPr", *properties(shown))
        before = self._runs(shown.leading, shown) or _typed(number)
        content = list(self._content(inside, old, new))
        if old is None or new is None:
            mark_end(shape, end.mark)
            before += _leading_tabs(content)
        return w("p", shape, *before, *content)

    def _uncounted(self, laid: Laid) -> Element:
        """The look of a paragraph whose number is typed: where its style counts, a style that does not."""
        levels = [level for levels in self._layout["lists"].values() for level in levels]
        shapes = {level["style"]: level for level in levels if level.get("linked")}
        if laid.style not in shapes:
            return w("pPr", *properties(replace(laid, place=None)))
        plain = replace(laid, style="SingleTxtG", place=None)
        return w("pPr", *properties(plain), *numbering_shape(shapes[laid.style], self._layout))

    def _content(self, strands: Sequence[Strand], old: Laid | None, new: Laid | None) -> Iterator[Element]:
        for ends, some in groupby(strands, key=lambda strand: strand.ends):
            if ends:
                yield from (apparatus(PARTED, strand.mark) for strand in some)
            else:
                yield from super()._content(list(some), old, new)

    def _wrapped(self, mark: Mark, runs: list[Element]) -> Iterator[Element]:
        return (marked(run, mark) for run in runs)

    # ---------------------------------------------------------------------------------------- footnotes

    def _refer(self, strand: Strand) -> list[Element]:
        note = strand.note
        if note is None or note.new is not None or note.old is None:
            return super()._refer(strand)
        return told(note.old, self._words(Strand(Mark.DELETED, note.old.text)))

    def _footnote(self, number: int, note: Note) -> Element:
        if note.new is None or note.old is not None:
            return super()._footnote(number, note)
        return footnote(number, self._words(Strand(Mark.INSERTED, note.new.text)), own_mark(note.new))


def _typed(number: str) -> list[Element]:
    """A number and the tabs around it, which no line is drawn through."""
    pieces = (piece for piece in re.split("(\t)", number) if piece)
    return [apparatus(piece, Mark.DELETED if piece.strip() else Mark.KEPT) for piece in pieces]


def _leading_tabs(runs: Sequence[Element]) -> list[Element]:
    """The tabs before the first word, taken out of its run: no line is drawn through or under them.

    They go and come with their whole paragraph, which is marked at its end.
    """
    inside = [child for child in runs[0] if child.tag != qn("w:rPr")] if runs else []
    tabs = [*takewhile(lambda child: child.tag == qn("w:tab"), inside)]
    return [w("r", *tabs)] if tabs else []


def _number(laid: Laid) -> str:
    """The number of a paragraph as typed before it; empty where it has none."""
    label = laid.paragraph.label
    if laid.place is None or laid.place.num is None or not label:
        return ""
    before = "\t" if laid.paragraph.kind is Kind.HEADING else ""  # it ends at the first tab (rule 9.1)
    return f"{before}{label}{'.' if label[-1].isalnum() else ''}\t"
