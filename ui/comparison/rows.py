# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparison shows, as plain records: aligned rows of cells, ready to be painted, spoken and copied.

A row has one cell for each column, so that more columns than two need no other records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from drafting.comparing.records import Change, Edit, NoteEdit, Span
from drafting.resolution import Kind, Paragraph, Part, Resolution
from drafting.updating.wording import listed


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


def name_of(paragraph: Paragraph) -> str:
    """How a sentence speaks of a paragraph: "OP12", "heading II", "Annex I", "heading II of A1"."""
    if paragraph.opens_unit:
        name = paragraph.label or paragraph.id
        return name if paragraph.part is Part.ANNEX else f"part {name}"
    if paragraph.kind is not Kind.HEADING:
        return paragraph.id
    where = f" of {paragraph.unit}" if paragraph.unit else ""
    return f"heading {paragraph.label}".strip() + where
