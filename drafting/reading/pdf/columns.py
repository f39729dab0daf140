# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows side by side: columns are read one after the other, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.reading.blocks import Block
from drafting.reading.pdf.pdfium import Page, Stroke
from drafting.reading.pdf.rows import Row

Line = list[Row]
_CLOSE = 1.7  # of the type size: three times as far below, rows side by side still belong together
_PARTED = 2.2  # of the type size: a row by itself so near below a column belongs to it
_LONGEST = 200  # lines of a page in columns
_DIVIDER = " | "


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table, each with the text of its cells."""

    page: int
    rows: tuple[tuple[str, ...], ...]

    def blocks(self) -> list[Block]:
        """One block for each row, cells joined by a bar."""
        return [
            Block(_DIVIDER.join(cells), table=True, gap=True, whole=True, page=self.page)
            for cells in self.rows
        ]


def in_reading_order(rows: Sequence[Row], sheet: Page, masthead: float) -> list[Row | Table]:
    """The rows of a page as they are read; those of a table are put together in one place.

    The masthead, which reaches down to the height `masthead`, has columns and no tables.
    """
    lines = _lines(rows)
    found: list[Row | Table] = []
    at = 0
    while at < len(lines):
        end = _end_of_region(lines, at)
        if end - at < 2:
            found += [replace(row, cell=0) for row in lines[at]]
            at += 1
            continue
        region = lines[at:end]
        if region[0][0].base < masthead and _is_table(region, sheet):
            found.append(Table(sheet.number, tuple(_table_rows(region, sheet.strokes))))
        else:
            found += _column_rows(region)
        at = end
    return found


def _lines(rows: Sequence[Row]) -> list[Line]:
    """The rows that stand side by side, together."""
    lines: list[Line] = []
    for row in rows:
        if row.cell and lines:
            lines[-1].append(row)
        else:
            lines.append([row])
    return lines


def _end_of_region(lines: Sequence[Line], start: int) -> int:
    """The end of the lines that are set in the same columns; `start` when none begin there."""
    if len(lines[start]) < 2 and not _beside(lines[start : start + 2]):
        return start
    last = start
    for at in range(start + 1, min(len(lines), start + _LONGEST)):
        region = lines[start : at + 1]
        far = lines[at - 1][0].base - lines[at][0].base > 3 * _CLOSE * lines[at][0].size
        if far or not _fits(region):
            break
        if len(lines[at]) < 2 and not _stands_under(lines[start:at], lines[at][0]):
            break
        last = at
    return last + 1


def _beside(lines: Sequence[Line]) -> bool:
    """Whether two single rows stand side by side, though not quite at one height."""
    if len(lines) < 2 or len(lines[1]) > 1:
        return False
    (first,), (second,) = lines
    clear = second.left - first.right > first.size or first.left - second.right > first.size
    return clear and first.base - second.base < 0.8 * min(first.size, second.size)


def _fits(lines: Sequence[Line]) -> bool:
    """Whether one gap at least runs down between the rows of all lines, with rows on both sides."""
    return bool(_gutters(lines))


def _gutters(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The gaps that run down through all lines, from left to right."""
    edges = sorted((row.left, row.right) for line in lines for row in line)
    gutters: list[tuple[float, float]] = []
    reach = edges[0][1]
    for left, right in edges[1:]:
        if left - reach > lines[0][0].size:
            gutters.append((reach, left))
        reach = max(reach, right)
    return gutters


def _stands_under(above: Sequence[Line], row: Row) -> bool:
    """Whether a row by itself goes on with one of the columns above it: close under its last row."""
    overlapping = (
        other
        for line in reversed(above)
        for other in line
        if other.left < row.right and row.left < other.right
    )
    last = next(overlapping, None)
    if last is None:
        return row.left > max(other.right for line in above for other in line)
    return last.base - row.base <= _PARTED * row.size


def _column_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of one column after the other, each told its column (from 1)."""
    columns = _columns(lines)
    return [replace(row, cell=at) for at, column in enumerate(columns, start=1) for row in column]


def _columns(lines: Sequence[Line]) -> list[list[Row]]:
    """The rows of each column from top to bottom."""
    gutters = _gutters(lines)
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for row in line:
            columns[_column(row, gutters)].append(row)
    return columns


def _column(row: Row, gutters: Sequence[tuple[float, float]]) -> int:
    return sum(row.left >= right - 0.1 for _, right in gutters)


def _is_table(lines: Sequence[Line], sheet: Page) -> bool:
    """Three columns or more, or lines printed above, between and below the rows across the columns."""
    gutters = _gutters(lines)
    several = sum(len(line) > 1 for line in lines)
    if len(gutters) > 1 and several > 1:
        return True
    room = 2 * lines[0][0].size
    top, bottom = lines[0][0].base + room, lines[-1][0].base - room
    edge = gutters[0]
    between = {
        round(stroke.base)
        for stroke in sheet.strokes
        if bottom <= stroke.base <= top and stroke.left <= edge[1] and stroke.right >= edge[0]
    }
    return several > 1 and len(between) > 1


def _table_rows(lines: Sequence[Line], strokes: Sequence[Stroke]) -> Iterator[tuple[str, ...]]:
    """The cells of each row of a table; what does not begin in the first column goes on with it."""
    gutters = _gutters(lines)
    cells: list[list[str]] = []
    above: Line | None = None
    for line in lines:
        ruled = above is not None and any(line[0].base < stroke.base < above[0].base for stroke in strokes)
        if cells and (ruled or _column(line[0], gutters) == 0):
            yield tuple(" ".join(cell) for cell in cells)
            cells = []
        cells = cells or [[] for _ in range(len(gutters) + 1)]
        for row in line:
            cells[_column(row, gutters)].append(row.text)
        above = line
    if cells:
        yield tuple(" ".join(cell) for cell in cells)
