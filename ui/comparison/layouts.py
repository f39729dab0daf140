# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of one comparison laid out, each once: at leisure before they are shown, or when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QFontMetricsF

from drafting.translation import tr
from ui.comparison.ink import Style
from ui.comparison.layout import CellLayout
from ui.comparison.rows import WORDS, Cell, Comparison, Layers, Row
from ui.theme import Theme, current_theme, scaled, ui_font

SIDE, RIGHT = 14, 18  # px left of the labels and right of the text
_AFTER_LABEL = 12
_WIDEST = 760  # px of a line of text; longer ones are hard to follow


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand in a width; the head and the rows share it, so that they line up."""

    width: int
    count: int
    label: int

    def pane(self, column: int) -> tuple[int, int]:
        """Left edge and width of a column."""
        left = self.width * column // self.count
        return left, self.width * (column + 1) // self.count - left

    def at(self, x: float) -> int | None:
        """The column in which a point stands, None beside them all."""
        for column in range(self.count):
            left, width = self.pane(column)
            if left <= x < left + width:
                return column
        return None

    def beside(self, column: int) -> tuple[int, int]:
        """Left edge and width of what the labels have up to the text."""
        left = self.pane(column)[0] + scaled(SIDE)
        return left, self.text(column)[0] - left

    def text(self, column: int) -> tuple[int, int]:
        """Left edge and width of the text in a column."""
        left, width = self.pane(column)
        before = scaled(SIDE) + self.label + scaled(_AFTER_LABEL)
        return left + before, max(scaled(60), min(width - before - scaled(RIGHT), scaled(_WIDEST)))


@dataclass(frozen=True, slots=True)
class Look:
    """What of the cells is shown: the classes of their marks, and whether words that repeat."""

    shown: Layers = WORDS
    in_full: bool = False


class Layouts:
    """Layouts of the cells of a comparison; those that `former` has of the same cells are taken on."""

    def __init__(
        self,
        comparison: Comparison | None = None,
        former: Layouts | None = None,
        theme: Theme | None = None,
        look: Look | None = None,
    ) -> None:
        self.look: Look = look or (former.look if former else Look())
        self._theme = theme
        self._cells: list[tuple[int, Cell]] = []
        # By identity, since hashing a whole cell takes longer than all else when a row is painted; by value,
        # to be handed on to the next comparison.
        self._at_hand: dict[tuple[int, int], CellLayout] = {}
        self._known: dict[tuple[int, Cell], CellLayout] = {}
        self._former = former._known if former else {}
        self.comparison = comparison
        self._width = -1
        self._heights: dict[int, int] = {}
        self._count = 2
        self._label = 0
        if comparison is not None:
            self._count = len(comparison.columns)
            self._cells = [
                (at, cell) for row in comparison.rows for at, cell in enumerate(row.cells) if cell is not None
            ]
            self.measure()

    @property
    def theme(self) -> Theme:
        """The colours in which it is drawn: that given, or the one in force."""
        return self._theme or current_theme()

    def measure(self) -> None:
        """Finds the room that the labels need."""
        labels = {passage.label for _, cell in self._cells for passage in cell.passages}
        metrics = QFontMetricsF(ui_font(12))
        widest = max((metrics.horizontalAdvance(label) for label in labels), default=0.0)
        self._label = min(max(round(widest), scaled(34)), scaled(80))

    def columns(self, width: int) -> Columns:
        """Where the columns stand in a width."""
        return Columns(width, self._count, self._label)

    def warm(self, width: int) -> Iterator[None]:
        """Lays out cell by cell for a width, so that the work can be done in pieces."""
        columns = self.columns(width)
        for at, cell in self._cells:
            self.of(cell, at, columns)
            yield
        self._former = {}

    def of(self, cell: Cell, column: int, columns: Columns) -> CellLayout:
        """The layout of a cell in its column; free when it is known for this width."""
        layout = self._at_hand.get((column, id(cell)))
        if layout is None:
            layout = self._at_hand[column, id(cell)] = self._found(cell, column)
        layout.flow(columns.text(column)[1])
        return layout

    def _found(self, cell: Cell, column: int) -> CellLayout:
        key = (column, cell)
        layout = self._known.get(key) or self._former.get(key)
        if layout is None:
            shown = cell if not cell.same or self.look.in_full else _repeated(cell)
            layout = CellLayout(shown, Style(self.theme, self.look.shown))
        self._known[key] = layout
        return layout

    def has(self, row: Row) -> bool:
        """Whether a row is of this comparison."""
        rows = self.comparison.rows if self.comparison else ()
        return row.number < len(rows) and rows[row.number] is row

    def heights(self, width: int) -> dict[int, int]:
        """The heights of rows by their numbers, as far as they are known for this width."""
        if width != self._width:
            self._width = width
            self._heights = {}
        return self._heights

    def forget(self) -> None:
        """Drops every layout: colours or sizes have changed."""
        self._heights = {}
        self._at_hand.clear()
        self._known.clear()
        self._former = {}

    def show(self, look: Look) -> None:
        """Shows otherwise; what looks the same stays laid out."""
        full = look.in_full != self.look.in_full
        self.look = look
        self._former, self._heights = {}, {}
        for at, cell in self._cells:
            if cell.same if full else _marked(cell):
                self._at_hand.pop((at, id(cell)), None)
                self._known.pop((at, cell), None)


def _marked(cell: Cell) -> bool:
    return any(passage.marks or any(note.marks for note in passage.notes) for passage in cell.passages)


def _repeated(cell: Cell) -> Cell:
    """What stands for a cell whose words are those of another column."""
    words = tr("as {version}").format(version=cell.same)
    passages = tuple(
        replace(passage, text=words, opening=0, heading=False, marks=(), blanks=(), notes=())
        for passage in cell.passages[:1]
    )
    return replace(cell, passages=passages, faded=True)
