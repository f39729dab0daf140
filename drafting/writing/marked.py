# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison ready to be shown: every paragraph of both versions cut where its words came, went or stayed.

The pieces of a paragraph, joined, are exactly its text; nothing of either version is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from drafting.comparing.records import Alignment, Change, NoteEdit, Pair, Span
from drafting.resolution import Footnote, Paragraph


class Mark(StrEnum):
    """What became of a word: it stayed, stands in the old version only, or in the new one only."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one mark; a footnote mark has no text but its `note`."""

    text: str
    mark: Mark = Mark.KEPT
    italic: bool = False
    note: Footnote | None = None


@dataclass(frozen=True, slots=True)
class MarkedNote:
    """A footnote with its words marked; `changed` when it came, went or was reworded."""

    note: Footnote
    pieces: tuple[Piece, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph of one version with its words and footnotes marked."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    notes: tuple[MarkedNote, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: one pair of the alignment, with the number of its footnotes that changed."""

    pair: Pair
    old: tuple[MarkedParagraph, ...]
    new: tuple[MarkedParagraph, ...]
    notes_changed: int

    @property
    def changed(self) -> bool:
        """Whether there is anything to see here."""
        return self.pair.change is not Change.UNCHANGED or self.notes_changed > 0

    def words(self, mark: Mark) -> int:
        """How many words of the text carry a mark; footnotes are counted apart."""
        pieces = (piece for item in (*self.old, *self.new) for piece in item.pieces)
        return sum(len(piece.text.split()) for piece in pieces if piece.mark is mark)


@dataclass(frozen=True, slots=True)
class Summary:
    """A comparison in figures: pairs by what became of them, words and footnotes."""

    changes: Mapping[Change, int]
    deleted: int
    inserted: int
    notes: int


def rows(alignment: Alignment) -> tuple[Row, ...]:
    """The pairs of an alignment in order, ready to be shown."""
    return tuple(_row(alignment, pair) for pair in alignment.pairs)


def summary(shown: Iterable[Row]) -> Summary:
    """The figures of a comparison."""
    shown = tuple(shown)
    return Summary(
        Counter(row.pair.change for row in shown),
        sum(row.words(Mark.DELETED) for row in shown),
        sum(row.words(Mark.INSERTED) for row in shown),
        sum(row.notes_changed for row in shown),
    )


def _row(alignment: Alignment, pair: Pair) -> Row:
    old = [alignment.old.paragraph(name) for name in pair.old]
    new = [alignment.new.paragraph(name) for name in pair.new]
    gone = [edit.old for edit in pair.words] if new else None
    come = [edit.new for edit in pair.words] if old else None
    old_notes = {edit.old: edit for edit in pair.notes if edit.old is not None}
    new_notes = {edit.new: edit for edit in pair.notes if edit.new is not None}
    alone = sum(len(paragraph.footnotes) for paragraph in old + new)
    return Row(
        pair,
        tuple(_side(old, gone, Mark.DELETED, old_notes)),
        tuple(_side(new, come, Mark.INSERTED, new_notes)),
        len(pair.notes) if old and new else alone,
    )


def _side(
    paragraphs: Sequence[Paragraph], spans: list[Span] | None, mark: Mark, edits: Mapping[int, NoteEdit]
) -> Iterator[MarkedParagraph]:
    """One side of a pair; `spans` lie in the joined texts, None marks all of them (added or removed)."""
    start, index = 0, 0
    for paragraph in paragraphs:
        end = start + len(paragraph.text)
        inside = [Span(0, len(paragraph.text))] if spans is None else _shifted(spans, start, end)
        notes = []
        for note in paragraph.footnotes:
            edit = edits.get(index)
            notes.append(_note(note, edit, mark, whole=spans is None))
            index += 1
        yield MarkedParagraph(paragraph, tuple(_pieces(paragraph, inside, mark)), tuple(notes))
        start = end + 1  # the line feed between two paragraphs


def _note(note: Footnote, edit: NoteEdit | None, mark: Mark, *, whole: bool) -> MarkedNote:
    if whole or (edit is not None and (edit.old is None or edit.new is None)):
        return MarkedNote(note, (Piece(note.text, mark),), changed=True)
    if edit is None:
        return MarkedNote(note, (Piece(note.text),), changed=False)
    spans = [words.old if mark is Mark.DELETED else words.new for words in edit.words]
    cuts = {0, len(note.text), *(edge for span in spans for edge in (span.start, span.end))}
    return MarkedNote(note, tuple(_marked(note.text, sorted(cuts), spans, mark)), changed=True)


def _shifted(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The parts of spans that lie in `[start, end)`, counted from `start`."""
    inside = [Span(max(span.start, start) - start, min(span.end, end) - start) for span in spans]
    return [span for span in inside if span.start < span.end]


def _pieces(paragraph: Paragraph, spans: Sequence[Span], mark: Mark) -> Iterator[Piece]:
    text = paragraph.text
    opening = len(paragraph.opening) if text.startswith(paragraph.opening) else 0
    notes: dict[int, list[Footnote]] = {}
    for note in paragraph.footnotes:
        notes.setdefault(min(max(note.offset, 0), len(text)), []).append(note)
    edges = (edge for span in spans for edge in (span.start, span.end))
    cuts = sorted({0, opening, len(text), *notes, *edges})
    for cut, piece in zip(cuts, [*_marked(text, cuts, spans, mark), Piece("")], strict=True):
        yield from (Piece("", note=note) for note in notes.get(cut, ()))
        if piece.text:
            yield Piece(piece.text, piece.mark, italic=cut < opening)


def _marked(text: str, cuts: Sequence[int], spans: Sequence[Span], mark: Mark) -> Iterator[Piece]:
    """The text between neighbouring cuts, each piece with its mark."""
    for start, end in pairwise(cuts):
        inside = any(span.start <= start < span.end for span in spans)
        yield Piece(text[start:end], mark if inside else Mark.KEPT)
