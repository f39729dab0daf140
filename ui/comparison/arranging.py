# SPDX-License-Identifier: GPL-3.0-or-later
"""From an alignment to the rows that are shown: cells with marks and tags, and a ghost for every move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafting.comparing.records import Alignment, Change, NoteEdit, Pair, Span
from drafting.comparing.tokens import tokens
from drafting.resolution import Footnote, Kind, Paragraph, Part, Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.updating.wording import listed
from ui.comparison.rows import Cell, Comparison, Note, Passage, Row, Tint, Version, name_of

_MOVED = frozenset({Change.MOVED, Change.MOVED_REWORDED})
_SHADOW_WORDS = 9


def compare(old: Version, new: Version, alignment: Alignment) -> Comparison:
    """The rows of an alignment of the two versions, with the ghost of each move at the place it left."""
    unplaced = [_row(pair, alignment, old, new) for pair in alignment.pairs]
    placed = _with_ghosts(unplaced, alignment, new)
    homes = {
        row.ids[0]: number for number, row in enumerate(placed) if row.change in _MOVED and not row.ghost
    }
    ghosts = {row.ids[0]: number for number, row in enumerate(placed) if row.ghost}
    partners = [(homes if row.ghost else ghosts).get(row.ids[0]) for row in placed]
    rows = (
        _numbered(row, number, partner)
        for number, (row, partner) in enumerate(zip(placed, partners, strict=True))
    )
    return Comparison(old, new, tuple(rows))


def _row(pair: Pair, alignment: Alignment, old: Version, new: Version) -> Row:
    left = _cell(pair, alignment.old, old, old_side=True)
    right = _cell(pair, alignment.new, new, old_side=False)
    was, became = _names(pair.old, alignment.old), _names(pair.new, alignment.new)
    match pair.change:
        case Change.ADDED:
            right = _tagged(right, f"new in {new.spoken}", Tint.ADDED)
        case Change.REMOVED:
            left = _tagged(left, f"not in {new.spoken}", Tint.REMOVED)
        case Change.SPLIT:
            left = _tagged(left, f"split into {became}", Tint.MOVED)
            right = _tagged(right, f"split from {was} of {old.spoken}", Tint.MOVED)
        case Change.MERGED:
            left = _tagged(left, f"merged into {became}", Tint.MOVED)
            right = _tagged(right, f"merged from {was} of {old.spoken}", Tint.MOVED)
        case Change.MOVED | Change.MOVED_REWORDED:
            place = _place(alignment.old, pair.old[0])
            right = _tagged(right, f"moved from {place} of {old.spoken}", Tint.MOVED)
        case Change.UNCHANGED | Change.REWORDED:
            pass
    return Row(0, pair.change, (left, right), pair.words, pair.notes)


def _tagged(cell: Cell | None, tag: str, tint: Tint) -> Cell | None:
    return cell and replace(cell, tag=tag, tint=tint)


def _numbered(row: Row, number: int, partner: int | None) -> Row:
    """The row in its place; a move now knows whether it went up or down."""
    left, right = row.cells
    if partner is not None:
        up = (partner > number) is not row.ghost
        direction = "moved up" if up else "moved down"
        if row.ghost and left:
            left = replace(left, tag=left.tag.replace("moved", direction, 1))
        elif right:
            right = replace(right, tag=right.tag.replace("moved", direction, 1))
    return replace(row, number=number, cells=(left, right), partner=partner)


def _with_ghosts(rows: list[Row], alignment: Alignment, new: Version) -> list[Row]:
    """The rows with a ghost after the last unmoved paragraph before the place each moved one left."""
    order = [paragraph.id for paragraph in alignment.old.paragraphs]
    home = {old_id: at for at, row in enumerate(rows) if row.change not in _MOVED for old_id in row.ids[0]}
    moved = [(order.index(row.ids[0][0]), row) for row in rows if row.change in _MOVED]
    after: dict[int, list[Row]] = {}
    for place, row in sorted(moved, key=lambda item: item[0]):
        before = (home[old_id] for old_id in reversed(order[:place]) if old_id in home)
        after.setdefault(next(before, -1), []).append(_ghost(row, new))
    result = after.get(-1, [])
    for at, row in enumerate(rows):
        result += [row, *after.get(at, [])]
    return result


def _ghost(row: Row, new: Version) -> Row:
    left, right = row.cells
    if left is None or right is None:
        raise ValueError("a moved paragraph stands in both versions")
    bare = tuple(_shadow(passage) for passage in left.passages)
    cell = Cell(bare, f"moved to {row.names[1]} of {new.spoken}", Tint.MOVED, faded=True)
    return Row(0, row.change, (cell, None), ghost=True)


def _shadow(passage: Passage) -> Passage:
    """The first words of a paragraph, enough to know it by."""
    words = passage.text.split(" ")
    text = " ".join(words[:_SHADOW_WORDS]) + (" …" if len(words) > _SHADOW_WORDS else "")
    return replace(passage, text=text, opening=min(passage.opening, len(text)), marks=(), blanks=(), notes=())


def _cell(pair: Pair, resolution: Resolution, version: Version, *, old_side: bool) -> Cell | None:
    paragraphs = [resolution.paragraph(name) for name in (pair.old if old_side else pair.new)]
    if not paragraphs:
        return None
    spans = [edit.old if old_side else edit.new for edit in pair.words]
    note_marks = _note_marks(pair.notes, paragraphs, old_side=old_side)
    passages = []
    start = note = 0
    for paragraph in paragraphs:
        marks = _within(spans, start, paragraph.text)
        notes = tuple(
            _note(footnote, note_marks.get(at, ()), draft=version.is_draft)
            for at, footnote in enumerate(paragraph.footnotes, start=note)
        )
        passages.append(_passage(paragraph, marks, notes, draft=version.is_draft))
        start += len(paragraph.text) + 1  # the line feed that joins several
        note += len(notes)
    return Cell(tuple(passages))


def _passage(paragraph: Paragraph, spans: Iterable[Span], notes: tuple[Note, ...], *, draft: bool) -> Passage:
    heading = paragraph.kind is Kind.HEADING
    marks, blanks = _marked(paragraph.text, spans, draft=draft)
    return Passage(
        paragraph.id,
        name_of(paragraph),
        _label(paragraph),
        paragraph.text,
        len(paragraph.opening),
        paragraph.level,
        heading,
        marks,
        blanks,
        notes,
    )


def _label(paragraph: Paragraph) -> str:
    """What stands beside a paragraph; headings are known by what is printed, annexes too ("Annex I")."""
    if paragraph.kind is not Kind.HEADING:
        return paragraph.id
    return paragraph.label or (paragraph.unit if paragraph.opens_unit else "heading")


def _note(footnote: Footnote, spans: Iterable[Span], *, draft: bool) -> Note:
    marks, blanks = _marked(footnote.text, spans, draft=draft)
    return Note(footnote.number, footnote.offset, footnote.text, marks, blanks)


def _marked(text: str, spans: Iterable[Span], *, draft: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The marks and the placeholders of a text; a missing fact shows as such, also in words that are new."""
    blanks = tuple(Span(t.start, t.end) for t in tokens(text) if PLACEHOLDER in t.key) if draft else ()
    return _within(_outside(spans, blanks), 0, text), blanks


def _note_marks(
    edits: Sequence[NoteEdit], paragraphs: Sequence[Paragraph], *, old_side: bool
) -> dict[int, tuple[Span, ...]]:
    """The differing words of each footnote by its index: all of them where it stands on this side only."""
    footnotes = [footnote for paragraph in paragraphs for footnote in paragraph.footnotes]
    marks = {}
    for edit in edits:
        here, there = (edit.old, edit.new) if old_side else (edit.new, edit.old)
        if here is None:
            continue
        text = footnotes[here].text
        whole = [Span(0, len(text))]
        spans = whole if there is None else [word.old if old_side else word.new for word in edit.words]
        marks[here] = _within(spans, 0, text)
    return marks


def _within(spans: Iterable[Span], start: int, text: str) -> tuple[Span, ...]:
    """The part of each span on `text`, which begins at `start`, without the white space at its ends."""
    result = []
    for span in spans:
        first, last = max(span.start - start, 0), min(span.end - start, len(text))
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first < last:
            result.append(Span(first, last))
    return tuple(result)


def _outside(spans: Iterable[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """What of the spans lies outside the holes."""
    for span in spans:
        start = span.start
        for hole in holes:
            if start < hole.end and hole.start < span.end:
                yield from (piece for piece in [Span(start, hole.start)] if piece.start < piece.end)
                start = hole.end
        if start < span.end:
            yield Span(start, span.end)


def _place(resolution: Resolution, paragraph_id: str) -> str:
    """Where a paragraph stands, told by the one before it."""
    at = next(at for at, paragraph in enumerate(resolution.paragraphs) if paragraph.id == paragraph_id)
    if at:
        return f"after {name_of(resolution.paragraphs[at - 1])}"
    part = resolution.paragraphs[0].part
    return "the beginning" if part is Part.PREAMBLE else "the beginning of the operative part"


def _names(ids: Sequence[str], resolution: Resolution) -> str:
    return listed([name_of(resolution.paragraph(paragraph_id)) for paragraph_id in ids])
