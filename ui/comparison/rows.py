# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparison shows, as plain records: aligned rows of cells, ready to be painted, spoken and copied.

A row has one cell for each column, so that more columns than two need no other records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafting.comparing.records import Alignment, Change, Edit, NoteEdit, Pair, Span
from drafting.comparing.tokens import tokens
from drafting.resolution import Footnote, Kind, Paragraph, Part, Resolution
from drafting.updating.records import PLACEHOLDER

_MOVED = frozenset({Change.MOVED, Change.MOVED_REWORDED})
_SHADOW_WORDS = 9


@dataclass(frozen=True, slots=True)
class Version:
    """A version to compare: its name ("56/2", "Draft"), a line under it ("10 July 2024"), its text."""

    name: str
    subtitle: str
    resolution: Resolution
    is_draft: bool = False

    @property
    def spoken(self) -> str:
        """The name within a sentence."""
        return f"the {self.name.lower()}" if self.is_draft else self.name


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote under its paragraph; `marks` are words that differ, `blanks` facts that are missing."""

    number: int
    offset: int
    text: str
    marks: tuple[Span, ...] = ()
    blanks: tuple[Span, ...] = ()

    @property
    def lead(self) -> str:
        """What stands before its text."""
        return f"{self.number} "

    @property
    def shown(self) -> str:
        """The footnote as it is shown and searched, with its number."""
        return self.lead + self.text


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as it stands in one column; all spans count code points in `text`.

    `name` is how a sentence speaks of it ("OP12", "heading II"), `label` what stands beside it.
    """

    id: str
    name: str
    label: str
    text: str
    opening: int = 0
    level: int = 0
    heading: bool = False
    marks: tuple[Span, ...] = ()
    blanks: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


class Tint(StrEnum):
    """What a tag or the bar of a cell says; its colour and place follow from it."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column shows in a row: its paragraphs, and a tag in words where they moved, came or went."""

    passages: tuple[Passage, ...]
    tag: str = ""
    tint: Tint | None = None
    faded: bool = False  # the ghost of a paragraph that is shown in another row


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison; a cell is None where a version has nothing.

    `partner` is the number of the row at the other end of a move, on the moved row and on its ghost alike.
    `edits` and `note_edits` are those of the pair, for the sentence that is spoken.
    """

    number: int
    change: Change
    cells: tuple[Cell | None, ...]
    edits: tuple[Edit, ...] = ()
    note_edits: tuple[NoteEdit, ...] = ()
    ghost: bool = False
    partner: int | None = None

    @property
    def differs(self) -> bool:
        """Whether anything differs in words, place or footnotes; the ghost of a move is no change itself."""
        return not self.ghost and (self.change is not Change.UNCHANGED or bool(self.note_edits))

    @property
    def quiet(self) -> bool:
        """Whether the row may be folded away when only changes are wanted."""
        return not (self.differs or self.ghost)

    @property
    def ids(self) -> tuple[tuple[str, ...], ...]:
        """The paragraphs of each column, by which a row is found again after the versions have changed."""
        return tuple(tuple(passage.id for passage in cell.passages) if cell else () for cell in self.cells)

    @property
    def names(self) -> tuple[str, ...]:
        """How a sentence speaks of the paragraphs of each column, empty where there is none."""
        return tuple(
            listed([passage.name for passage in cell.passages]) if cell else "" for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and their rows in the order of the new one; `changes` numbers the rows that differ."""

    old: Version
    new: Version
    rows: tuple[Row, ...]
    changes: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "changes", tuple(row.number for row in self.rows if row.differs))

    @property
    def versions(self) -> tuple[Version, Version]:
        """The versions by column."""
        return (self.old, self.new)

    def count(self, *changes: Change) -> int:
        """How many rows have one of these verdicts, ghosts apart."""
        return sum(row.change in changes for row in self.rows if not row.ghost)


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
        (paragraph.label or "heading") if heading else paragraph.id,
        paragraph.text,
        len(paragraph.opening),
        paragraph.level,
        heading,
        marks,
        blanks,
        notes,
    )


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


def name_of(paragraph: Paragraph) -> str:
    """How a sentence speaks of a paragraph: "OP12", "heading II"."""
    return f"heading {paragraph.label}".strip() if paragraph.kind is Kind.HEADING else paragraph.id


def listed(names: Sequence[str]) -> str:
    """Several names in a sentence: "OP3, OP4 and OP5"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
