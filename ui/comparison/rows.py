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


class Layer(StrEnum):
    """A class of differences that can be shown or hidden, the strongest first: the weights, and glyphs."""

    SUBSTANCE = "substance"
    ROUTINE = "routine"
    STYLE = "style"
    GLYPHS = "glyphs"


Layers = frozenset[Layer]
WORDS: Layers = frozenset({Layer.SUBSTANCE, Layer.ROUTINE, Layer.STYLE})
"""All that makes a paragraph another; glyphs are shown only when asked for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that differs: its class, the reason in words, and whether it went or came."""

    span: Span
    layer: Layer
    why: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote under its paragraph; `marks` are words that differ, `blanks` facts that are missing."""

    number: int
    offset: int
    text: str
    marks: tuple[Mark, ...] = ()
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
    marks: tuple[Mark, ...] = ()
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
    remark: str = ""  # what is to be known of the pair: that it is a guess, or was set by hand


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison; a cell is None where a version has nothing.

    `partner` is the number of the row at the other end of a move, on the moved row and on its ghost alike.
    `edits`, `note_edits` and `glyphs` are those of the pair, for the sentence that is spoken; `layers` are
    the classes of all that differs.
    """

    number: int
    change: Change
    cells: tuple[Cell | None, ...]
    edits: tuple[Edit, ...] = ()
    note_edits: tuple[NoteEdit, ...] = ()
    ghost: bool = False
    partner: int | None = None
    glyphs: tuple[Edit, ...] = ()
    layers: Layers = frozenset()
    guess: bool = False
    score: float = 0.0
    by_hand: bool = False

    @property
    def differs(self) -> bool:
        """Whether anything differs in words, place or footnotes; the ghost of a move is no change itself."""
        return not self.ghost and (self.change is not Change.UNCHANGED or bool(self.note_edits))

    def quiet(self, shown: Layers = WORDS) -> bool:
        """Whether nothing of these classes differs, so that it may be folded; ghosts go with their row."""
        return not self.layers & shown

    @property
    def layer(self) -> Layer | None:
        """The class of its strongest difference, None where nothing differs, or only glyphs do."""
        return next((layer for layer in Layer if layer in self.layers & WORDS), None)

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

    def changes_in(self, shown: Layers) -> tuple[int, ...]:
        """The numbers of the rows in which something of these classes differs."""
        return tuple(row.number for row in self.rows if not (row.ghost or row.quiet(shown)))

    def strongest(self, layer: Layer) -> int:
        """How many rows have their strongest difference in a class; of glyphs, how many have any."""
        rows = [row for row in self.rows if not row.ghost]
        if layer is Layer.GLYPHS:
            return sum(layer in row.layers for row in rows)
        return sum(row.layer is layer for row in rows)

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
