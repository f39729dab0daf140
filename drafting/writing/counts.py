# SPDX-License-Identifier: GPL-3.0-or-later
"""What will be marked in a file that shows changes, in figures, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafting.comparing.records import Alignment
from drafting.writing.laid import Laid
from drafting.writing.marked import Mark
from drafting.writing.tracked.moving import strands_here
from drafting.writing.tracked.sequence import Item, sequence
from drafting.writing.tracked.weaving import Strand, woven


@dataclass(frozen=True, slots=True)
class MarkedCounts:
    """Paragraphs by what became of them, words and footnotes as they will be marked.

    `moved` paragraphs are neither `new` nor `gone`. `inserted` and `deleted` count words of the paragraphs;
    those of a moved paragraph count on both sides where it is written as gone and new; where it is written as
    a move, only those that were reworded. `notes` are footnotes that come, go or read otherwise. The lines
    above the text and computed numbers are not counted. `split` and `merged` are how many of the paragraphs
    were, and count among the others too.
    """

    changed: int = 0
    new: int = 0
    gone: int = 0
    moved: int = 0
    inserted: int = 0
    deleted: int = 0
    notes: int = 0
    split: int = 0
    merged: int = 0

    @property
    def paragraphs(self) -> int:
        """How many paragraphs have a mark."""
        return self.changed + self.new + self.gone + self.moved


def marked_counts(alignment: Alignment, *, moves: bool = False) -> MarkedCounts:
    """The figures of the file that is written from an alignment; `moves`: moves are written as such."""
    moved = {("old", one) for pair in alignment.pairs if pair.moved for one in pair.old}
    moved |= {("new", one) for pair in alignment.pairs if pair.moved for one in pair.new}
    sides = [[Laid(one, "") for one in side.paragraphs] for side in (alignment.old, alignment.new)]
    found = [_counted(item, moved) for item in sequence(sides[0], sides[1], alignment, moves=moves)]
    names = ("changed", "new", "gone", "inserted", "deleted", "notes")
    sums = {name: sum(getattr(one, name) for one in found) for name in names}
    moves_made = sum(pair.moved for pair in alignment.pairs)
    split = sum(len(pair.old) < len(pair.new) for pair in alignment.pairs if pair.old)
    merged = sum(len(pair.new) < len(pair.old) for pair in alignment.pairs if pair.new)
    return MarkedCounts(moved=moves_made, split=split, merged=merged, **sums)


def _counted(item: Item, moved: set[tuple[str, str]]) -> MarkedCounts:
    olds, news = [one.paragraph for one in item.olds], [one.paragraph for one in item.news]
    if olds == news:
        return MarkedCounts()
    elsewhere = (not news and ("old", olds[0].id) in moved) or (not olds and ("new", news[0].id) in moved)
    strands = strands_here(item) if item.there else woven(olds, news)
    inserted, deleted = (_words(strands, mark) for mark in (Mark.INSERTED, Mark.DELETED))
    notes = 0 if item.there and item.olds else sum(map(_other_note, strands))  # a move has two ends
    here = bool(olds and news)
    return MarkedCounts(
        changed=int(here and any(map(_marked, strands))),
        new=0 if here or elsewhere else len(news),
        gone=0 if here or elsewhere else len(olds),
        inserted=inserted,
        deleted=deleted,
        notes=notes,
    )


def _marked(strand: Strand) -> bool:
    return strand.mark is not Mark.KEPT or _other_note(strand)


def _other_note(strand: Strand) -> bool:
    """Whether the strand is a footnote that comes, goes, or says something else than before."""
    note = strand.note
    if note is None:
        return False
    return note.old is None or note.new is None or note.old.text != note.new.text


def _words(strands: Sequence[Strand], wanted: Mark) -> int:
    return sum(len([word for word in text.split() if _says(word)]) for text in _stretches(strands, wanted))


def _stretches(strands: Sequence[Strand], wanted: Mark) -> Iterator[str]:
    """The words of one mark as they stand together."""
    for mark, found in groupby(strands, key=lambda strand: strand.mark):
        if mark is wanted:
            yield "".join("\n" if one.ends else one.text for one in found)


def _says(word: str) -> bool:
    """Whether it is more than quotes, dashes or points."""
    return any(sign.isalnum() for sign in word)
