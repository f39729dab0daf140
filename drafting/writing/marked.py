# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison ready to be shown: every paragraph of both versions cut where its words came, went or stayed.

The pieces of a paragraph, joined, are exactly its text; nothing of either version is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from drafting.comparing.records import Alignment, Change, Edit, NoteEdit, Pair, Span
from drafting.resolution import Footnote, Paragraph


class Mark(StrEnum):
    """What became of a word: it stayed, stands in the old version only, or in the new one only."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one mark; a footnote mark has no text but its `note`.

    `edit` is the edit it belongs to, None where the word stayed or its whole paragraph or note came or went.
    """

    text: str
    mark: Mark = Mark.KEPT
    italic: bool = False
    note: Footnote | None = None
    edit: Edit | None = None


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


def rows(alignment: Alignment) -> tuple[Row, ...]:
    """The pairs of an alignment in order, ready to be shown."""
    return tuple(_row(alignment, pair) for pair in alignment.pairs)


class _Marked(NamedTuple):
    """A stretch to be marked, and the edit it comes from; none where all is marked."""

    span: Span
    edit: Edit | None = None


def _row(alignment: Alignment, pair: Pair) -> Row:
    old = [alignment.old.paragraph(name) for name in pair.old]
    new = [alignment.new.paragraph(name) for name in pair.new]
    gone = [_Marked(edit.old, edit) for edit in pair.words] if new else None
    come = [_Marked(edit.new, edit) for edit in pair.words] if old else None
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
    paragraphs: Sequence[Paragraph], marked: list[_Marked] | None, mark: Mark, edits: Mapping[int, NoteEdit]
) -> Iterator[MarkedParagraph]:
    """One side of a pair; `marked` lie in the joined texts, None marks all of them (added or removed)."""
    start, index = 0, 0
    for paragraph in paragraphs:
        end = start + len(paragraph.text)
        whole = [_Marked(Span(0, len(paragraph.text)))]
        inside = whole if marked is None else _shifted(marked, start, end)
        notes = []
        for note in paragraph.footnotes:
            edit = edits.get(index)
            notes.append(_note(note, edit, mark, whole=marked is None))
            index += 1
        yield MarkedParagraph(paragraph, tuple(_pieces(paragraph, inside, mark)), tuple(notes))
        start = end + 1  # the line feed between two paragraphs


def _note(note: Footnote, edit: NoteEdit | None, mark: Mark, *, whole: bool) -> MarkedNote:
    if whole or (edit is not None and (edit.old is None or edit.new is None)):
        return MarkedNote(note, (Piece(note.text, mark),), changed=True)
    if edit is None:
        return MarkedNote(note, (Piece(note.text),), changed=False)
    marked = [_Marked(words.old if mark is Mark.DELETED else words.new, words) for words in edit.words]
    cuts = {0, len(note.text), *(edge for span, _ in marked for edge in (span.start, span.end))}
    return MarkedNote(note, tuple(_cut(note.text, sorted(cuts), marked, mark)), changed=True)


def _shifted(marked: Iterable[_Marked], start: int, end: int) -> list[_Marked]:
    """What is marked in `[start, end)`, counted from `start`."""
    inside = [
        _Marked(Span(max(span.start, start) - start, min(span.end, end) - start), edit)
        for span, edit in marked
    ]
    return [one for one in inside if one.span.start < one.span.end]


def _pieces(paragraph: Paragraph, marked: Sequence[_Marked], mark: Mark) -> Iterator[Piece]:
    text = paragraph.text
    opening = len(paragraph.opening) if text.startswith(paragraph.opening) else 0
    notes: dict[int, list[Footnote]] = {}
    for note in paragraph.footnotes:
        notes.setdefault(min(max(note.offset, 0), len(text)), []).append(note)
    edges = (edge for span, _ in marked for edge in (span.start, span.end))
    cuts = sorted({0, opening, len(text), *notes, *edges})
    for cut, piece in zip(cuts, [*_cut(text, cuts, marked, mark), Piece("")], strict=True):
        yield from (Piece("", note=note) for note in notes.get(cut, ()))
        if piece.text:
            yield replace(piece, italic=cut < opening)


def _cut(text: str, cuts: Sequence[int], marked: Sequence[_Marked], mark: Mark) -> Iterator[Piece]:
    """The text between neighbouring cuts, each piece with its mark."""
    for start, end in pairwise(cuts):
        inside = next((one for one in marked if one.span.start <= start < one.span.end), None)
        if inside is None:
            yield Piece(text[start:end])
        else:
            yield Piece(text[start:end], mark, edit=inside.edit)
