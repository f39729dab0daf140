# SPDX-License-Identifier: GPL-3.0-or-later
"""One stretch of a Word file (the text, a footnote, a header) to lines and tables, in one view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from drafting.reading.word.lines import Line
from drafting.reading.word.names import ALTERNATIVES, Element, alternative, child, local, value
from drafting.reading.word.reader import Reader
from drafting.reading.word.runs import ANCHORS, Runs
from drafting.reading.word.tracked import Tracked, View, reformatted, tracked, tracked_in

_BLOCKS = frozenset({"sdt", "sdtContent", "customXml"})


@dataclass(slots=True)
class Table:
    """A table: rows of cells, each with its lines and tables."""

    rows: list[list[list[Item]]]

    def lines(self) -> Iterator[Line]:
        """All lines in reading order."""
        for row in self.rows:
            for cell in row:
                yield from lines_in(cell)


Item: TypeAlias = Line | Table


def lines_in(items: Iterable[Item]) -> Iterator[Line]:
    """The lines among these, those in tables too, in reading order."""
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            yield from item.lines()


def with_boxes(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each with those of the text boxes anchored in it before it."""
    for line in lines:
        yield from line.boxes
        yield line


class Story:
    """Reads one stretch; fields and deleted paragraph marks reach over its paragraphs."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._runs = Runs(reader, self._boxed)
        self._open: Line | None = None  # the mark of its paragraph is not shown: the next goes on in it
        self._waiting: list[str] = []  # comments that begin or end between paragraphs

    def items(self, container: Element) -> list[Item]:
        """The paragraphs and tables in a container, in order."""
        found: list[Item] = []
        self._blocks(container, None, found)
        self._close(found)
        return found

    # between paragraphs

    def _blocks(self, container: Element, change: Tracked | None, found: list[Item]) -> None:
        for element in container.iterchildren():
            name = local(element)
            if name == "p":
                self._paragraph(element, change, found)
            elif name == "tbl":
                self._close(found)
                found.append(self._table(element, change))
            elif name in _BLOCKS:
                self._blocks(element, change, found)
            elif (wrapped := tracked(element)) is not None:
                self._blocks(element, wrapped, found)
            elif name in ANCHORS:
                self._waiting.append(self._runs.anchor(None, value(element, "id"), ANCHORS[name]))
            elif name in {"altChunk", "subDoc"}:
                self._reader.aside.parts += 1
            elif element.tag == ALTERNATIVES and (branch := alternative(element)) is not None:
                self._blocks(branch, change, found)

    def _close(self, found: list[Item]) -> None:
        if self._open is not None:  # nothing follows that it could go on in
            self._number(self._open)
            found.append(self._open)
            self._open = None

    def _table(self, table: Element, change: Tracked | None) -> Table:
        rows = []
        for row in _children(table, "tr"):
            hidden = tracked_in(child(row, "trPr"), self._reader.view) or change
            cells = []
            for cell in _children(row, "tc"):
                found: list[Item] = []
                self._blocks(cell, hidden, found)
                self._close(found)
                cells.append(found)
            rows.append(cells)
        return Table(rows)

    def _paragraph(self, element: Element, change: Tracked | None, found: list[Item]) -> None:
        reader = self._reader
        reader.places += 1
        reader.step()
        properties = child(element, "pPr")
        shown, before = properties, reformatted(properties, "pPr")
        if before is not None and reader.view is View.ORIGINAL:
            shown = before[1]
        line, self._open = self._open or Line(reader.places), None
        if not line.said:  # the look of a paragraph is that of the one its text begins in
            line.look = reader.styles.paragraph(shown)
        start = line.length
        for name in filter(None, self._waiting):
            line.anchor(name)
        self._waiting.clear()
        self._runs.inside(element, line, change)
        if before is not None and reader.record is not None and line.length > start:
            reader.record.inserted(line, before[0], start)
        self._end(line, tracked_in(child(properties, "rPr"), reader.view) or change, found)

    def _end(self, line: Line, mark: Tracked | None, found: list[Item]) -> None:
        """The end of a paragraph, whose mark may be tracked."""
        reader = self._reader
        if mark is not None and reader.record is not None:
            reader.record.mark(line, mark)
        if mark is not None and mark.act is reader.view.hidden:
            self._open = line
            line.joined = line.said and not reader.literal
            return
        self._number(line)
        if line.label and not line.said:
            reader.aside.empty_numbers.append(line.label)
        found.append(line)

    def _number(self, line: Line) -> None:
        line.label, line.depth = self._reader.numbering.label(line.look)

    def _boxed(self, box: Element) -> list[Line]:
        """The lines of a text box, a stretch of its own."""
        return list(with_boxes(lines_in(Story(self._reader).items(box))))


def _children(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, through content controls and the like."""
    for part in element.iterchildren():
        found = local(part)
        if found == name:
            yield part
        elif found in _BLOCKS or tracked(part) is not None:
            yield from _children(part, name)
