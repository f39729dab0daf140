# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that stand in another place as Word's moves: where they were, and where they are.

What was reworded on the way goes at the former place and comes at the new one, beside the words that moved.
A footnote can be referred to once only, so that one that moved is there twice, as when Word tracks a move: as
it was, and as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.writing.laid import properties
from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element, w
from drafting.writing.tracked.marking import TAGS, Marking
from drafting.writing.tracked.sequence import Item
from drafting.writing.tracked.weaving import Note, Strand, woven


class MovingMarking(Marking):
    """Makes the paragraphs of one document; what moved is tracked as a move."""

    moves = True
    _moved = ""  # while a paragraph that moved is made, the tag of its end of the move

    def elements(self, item: Item) -> Iterator[Element]:
        """The paragraphs of an item, tracked where they differ."""
        if item.there is None:
            yield from super().elements(item)
            return
        here = (item.news or item.olds)[0]
        strands = strands_here(item)
        self._moved = "moveTo" if item.news else "moveFrom"
        self._stamps.next_paragraph()
        # LibreOffice takes an end back only together with words of the same mark before it.
        end = TAGS.get(strands[-1].mark, self._moved) if strands else self._moved
        shape = w("pPr", *properties(here), w("rPr", self._stamps.mark(end)))
        start, stop = self._stamps.around(self._moved, item.move)
        leading = self._wrapped(Mark.KEPT, self._runs(here.leading, here))
        yield w("p", shape, start, *leading, *self._content(strands, here, here), self._stamps.empty(end))
        yield stop
        self._moved = ""

    def _wrapped(self, mark: Mark, runs: list[Element]) -> Iterator[Element]:
        if self._moved and mark is Mark.KEPT and runs:
            yield self._stamps.mark(self._moved, *runs)
        else:
            yield from super()._wrapped(mark, runs)


def strands_here(item: Item) -> list[Strand]:
    """The words at one end of a move: those that moved, and those that go or come there."""
    assert item.there is not None, "a move has two ends"
    there = item.there.paragraph
    if item.news:
        found = woven([there], [item.news[0].paragraph])
        return [one for one in found if one.mark is not Mark.DELETED]
    found = woven([item.olds[0].paragraph], [there])
    return [_as_it_was(one) for one in found if one.mark is not Mark.INSERTED]


def _as_it_was(strand: Strand) -> Strand:
    note = strand.note
    return strand if note is None else replace(strand, note=Note(note.old, note.old))
