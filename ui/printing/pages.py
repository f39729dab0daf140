# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of type on pages: footnotes stand at the foot of the page that bears their mark.

A heading never stands alone at the end of a page, and no single line of a paragraph is left behind or ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ui.printing.blocks import Block

ABOVE_NOTES = 240
"""Twips between the text and the footnotes, with the rule in the middle."""
_TOGETHER = 2  # lines of a paragraph that stay together at its beginning and its end


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a block, and how far its upper edge stands below the beginning of its page's text."""

    block: Block
    number: int
    top: float


@dataclass(slots=True)
class Sheet:
    """What stands on one page: the lines of the text, and those of its footnotes, from the top of each."""

    lines: list[Placed] = field(default_factory=list)
    notes: list[Placed] = field(default_factory=list)

    @property
    def notes_height(self) -> float:
        """The room that the footnotes take, without what is above them."""
        return self.notes[-1].top + self.notes[-1].block.pitch if self.notes else 0.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the text with what stands before it, and the footnotes that its marks call for."""

    block: Block
    number: int
    before: float

    @property
    def height(self) -> float:
        return self.before + self.block.pitch

    @property
    def notes(self) -> list[tuple[Block, int]]:
        """Every line of its footnotes."""
        found = (self.block.notes[key] for key in self.block.marks_in(self.number) if key in self.block.notes)
        return [(note, number) for note in found for number in range(note.count)]


def paginate(blocks: Sequence[Block], first: float, room: float) -> list[Sheet]:
    """The pages: `first` is the height for text and notes on the first of them, `room` on all others."""
    rows = list(_rows(blocks))
    starts = {at for at, row in enumerate(rows) if _may_begin(rows, at)}
    sheets: list[Sheet] = []
    at, carried = 0, list[tuple[Block, int]]()
    while at < len(rows) or carried:
        height = room if sheets else first
        end = _fill(rows, at, height, carried, starts)
        sheet, carried = _sheet(rows[at:end], height, carried)
        sheets.append(sheet)
        at = end
    return sheets or [Sheet()]


def _rows(blocks: Sequence[Block]) -> Iterator[_Row]:
    after = 0.0
    for block in blocks:
        for number in range(block.count):
            yield _Row(block, number, after + block.shape.before if number == 0 else 0.0)
        after = float(block.shape.after)


def _may_begin(rows: Sequence[_Row], at: int) -> bool:
    """Whether a page may begin with this line."""
    row = rows[at]
    if row.number == 0:
        return at == 0 or not rows[at - 1].block.shape.keep_next
    return _TOGETHER <= row.number <= row.block.count - _TOGETHER


def _fill(
    rows: Sequence[_Row], at: int, height: float, carried: Sequence[tuple[Block, int]], starts: set[int]
) -> int:
    """Where the page that begins at a line ends; at least one line stands on it, unless notes fill it."""
    notes = sum(block.pitch for block, _ in carried)
    used, called = 0.0, bool(carried)
    if notes + ABOVE_NOTES + (rows[at].block.pitch if at < len(rows) else 0.0) > height and carried:
        return at
    for place in range(at, len(rows)):
        row = rows[place]
        if place > at and row.number == 0 and row.block.shape.new_page:
            return place
        used += row.block.pitch if place == at else row.height
        own = row.notes
        notes += sum(block.pitch for block, _ in own)
        called = called or bool(own)
        if used + notes + (ABOVE_NOTES if called else 0) > height:
            allowed = (other for other in range(place, at, -1) if other in starts)
            return next(allowed, max(place, at + 1))
    return len(rows)


def _sheet(
    rows: Sequence[_Row], height: float, carried: Sequence[tuple[Block, int]]
) -> tuple[Sheet, list[tuple[Block, int]]]:
    """The page of these lines, and the lines of footnotes that it has no room for."""
    sheet, top = Sheet(), 0.0
    for row in rows:
        top += row.before if sheet.lines else 0.0
        sheet.lines.append(Placed(row.block, row.number, top))
        top += row.block.pitch
    wanted = [*carried, *(one for row in rows for one in row.notes)]
    room, foot = height - top - ABOVE_NOTES, 0.0
    for at, (block, number) in enumerate(wanted):
        if foot + block.pitch > room and sheet.lines + sheet.notes:
            return sheet, wanted[at:]
        sheet.notes.append(Placed(block, number, foot))
        foot += block.pitch
    return sheet, []
