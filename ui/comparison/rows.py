# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparison shows, as plain records: aligned rows of cells, ready to be painted, spoken and copied.

A row has one cell for each column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from drafting.comparing.records import Change, Pair, Pairings, Span
from drafting.resolution import Kind, Paragraph, Part, Resolution
from drafting.translation import listed, tr


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
        return tr("the {draft}").format(draft=self.name.lower()) if self.is_draft else self.name


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

    @property
    def white(self) -> bool:
        """Whether white space in it counts: among glyphs only."""
        return self.layer is Layer.GLYPHS


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
    BACK = "back"  # it had been dropped
    REMOVED = "removed"
    MOVED = "moved"
    JOINED = "joined"  # split or merged
    GUESS = "guess"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Tag:
    """A few words under a cell: that its paragraph came, went or moved, how its pair was found."""

    text: str
    tint: Tint


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column shows in a row: its paragraphs and tags.

    `same` names the version whose words it repeats, where these need not be shown again.
    """

    passages: tuple[Passage, ...]
    tags: tuple[Tag, ...] = ()
    faded: bool = False  # the ghost of a paragraph that is shown in another row
    same: str = ""

    @property
    def tint(self) -> Tint | None:
        """What the bar beside it says: that it came, went or moved."""
        return next((tag.tint for tag in self.tags if tag.tint not in (Tint.GUESS, Tint.HAND)), None)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison; a cell is None where a version has nothing.

    `pairs` are, for each column, those with the column it is compared with; `said` tells what became of them.
    `partner` is the number of the row at the other end of a move, on the moved row and on its ghost alike.
    `layers` are the classes of all that differs.
    """

    number: int
    cells: tuple[Cell | None, ...]
    pairs: tuple[tuple[Pair, ...], ...]
    layers: Layers = frozenset()
    said: tuple[str, ...] = ()
    ghost: bool = False
    partner: int | None = None
    by_hand: bool = False

    @property
    def differs(self) -> bool:
        """Whether anything differs in words, place or footnotes; the ghost of a move is no change itself."""
        return not self.ghost and any(self.changed(column) for column in range(len(self.pairs)))

    def changed(self, column: int) -> bool:
        """Whether a column differs from the one it is compared with."""
        return any(pair.change is not Change.UNCHANGED or bool(pair.notes) for pair in self.pairs[column])

    @property
    def guess(self) -> bool:
        """Whether a pair in it is a guess."""
        return any(pair.guess for pairs in self.pairs for pair in pairs)

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
class Column:
    """One version, the column it is compared with (None for none), and what was decided about their pairs."""

    version: Version
    against: int | None = None
    fixed: Pairings = field(default_factory=Pairings)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Versions side by side and their rows in the order of the last; `changes` numbers those that differ."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    changes: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "changes", tuple(row.number for row in self.rows if row.differs))

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions by column."""
        return tuple(column.version for column in self.columns)

    @property
    def old(self) -> Version:
        """The version of the first column."""
        return self.columns[0].version

    @property
    def new(self) -> Version:
        """The version of the last column."""
        return self.columns[-1].version

    def changes_in(self, shown: Layers) -> tuple[int, ...]:
        """The numbers of the rows in which something of these classes differs."""
        return tuple(row.number for row in self.rows if not (row.ghost or row.quiet(shown)))

    def strongest(self, layer: Layer) -> int:
        """How many rows have their strongest difference in a class; of glyphs, how many have any."""
        rows = [row for row in self.rows if not row.ghost]
        if layer is Layer.GLYPHS:
            return sum(layer in row.layers for row in rows)
        return sum(row.layer is layer for row in rows)

    def pairs(self, column: int) -> list[Pair]:
        """What became of every paragraph between a column and the one it is compared with, ghosts apart."""
        return [pair for row in self.rows if not row.ghost for pair in row.pairs[column]]


def name_of(paragraph: Paragraph) -> str:
    """How a sentence speaks of a paragraph: "OP12", "heading II", "Annex I", "heading II of A1"."""
    if paragraph.opens_unit:
        name = paragraph.label or paragraph.id
        return name if paragraph.part is Part.ANNEX else tr("part {name}").format(name=name)
    if paragraph.kind is not Kind.HEADING:
        return paragraph.id
    name = tr("heading {label}").format(label=paragraph.label).strip()
    return tr("{heading} of {unit}").format(heading=name, unit=paragraph.unit) if paragraph.unit else name
