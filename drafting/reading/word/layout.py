# SPDX-License-Identifier: GPL-3.0-or-later
"""From the lines and tables of a Word file to masthead and text: what is layout, and what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from drafting.reading.blocks import Block
from drafting.reading.closing import is_closing
from drafting.reading.forms import formula_in
from drafting.reading.labels import label_of
from drafting.reading.openings import opens_paragraph
from drafting.reading.word.lines import Line
from drafting.reading.word.story import Item, Table, lines_in
from drafting.reading.wrapping import is_finished
from drafting.resolution import Part

_HEAD = 400  # lines and rows in which the text has begun, if it is a resolution
_LONGEST_HEADING = 400
_LONGEST_TITLE = 200  # of a line that is a heading by its looks only
_HEADING_STYLE = re.compile(r"_?\s*h\s*_?\s*(?:ch|\d)|heading \d|title", re.IGNORECASE)
_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines above the text, the words of the organ's line, the text; `rest` stood behind that line."""

    above: tuple[Line, ...]
    below: tuple[Item, ...]
    formula: str = ""
    organ: str = ""
    at: Line | None = None  # the line of the formula


def parted(items: Sequence[Item]) -> Parts:
    """Masthead and text; a table above the text, or one the text begins in, is only layout.

    Without the organ's line the text begins with the first paragraph that opens as those of a resolution;
    without either all is text.
    """
    flat = list(items)
    at = 0
    while at < min(len(flat), _HEAD):
        item = flat[at]
        if isinstance(item, Table):
            lines = list(item.lines())
            if any(formula_in(line.text) for line in lines) or _begins(flat[at + 1 :]):
                flat[at : at + 1] = lines
                continue
        elif match := formula_in(item.text):
            organ = " ".join(match["organ"].split())
            return Parts(tuple(lines_in(flat[:at])), tuple(flat[at + 1 :]), match.group(), organ, item)
        at += 1
    start = next((at for at, item in enumerate(flat) if isinstance(item, Line) and _opens(item)), 0)
    return Parts(tuple(lines_in(flat[:start])), tuple(flat[start:]))


def at_formula(parts: Parts, labels: frozenset[str]) -> tuple[str, list[Block]]:
    """What else stands in the paragraph of the organ's line: words of the masthead, and of the text."""
    if parts.at is None:
        return "", []
    block = parts.at.block(labels)
    match = formula_in(block.text)
    if match is None:
        return "", []
    after = block.cut(match.end())
    return block.text[: match.start()].strip(), [replace(after, label="", depth=0)] if after.text else []


def _begins(items: Sequence[Item]) -> bool:
    """Whether the organ's line comes further on."""
    return any(formula_in(line.text) for line in lines_in(items[:_HEAD]))


def _opens(line: Line) -> bool:
    label = label_of(line.text)
    text = line.text[label.end :].strip() if label else line.text
    return len(text) > 30 and any(opens_paragraph(text, part) for part in Part)


def masthead_lines(lines: Iterable[Line], labels: frozenset[str]) -> Iterator[str]:
    """The masthead line by line as soft breaks divide it, a gap where the layout has one."""
    style = ""
    for line in lines:
        block = line.block(labels)
        starts = [0, *line.breaks]
        rows = [block.text[a:b].strip() for a, b in zip(starts, [*line.breaks, None], strict=True)]
        if block.label:
            rows[0] = f"{block.label} {rows[0]}"
        if not block.text or style != line.look.style:
            yield ""
        style = line.look.style
        yield from (row for row in rows if row)


def blocks_of(item: Item, labels: frozenset[str]) -> Iterator[Block]:
    """A paragraph as blocks (several where soft breaks part paragraphs), or a table row by row."""
    if isinstance(item, Line):
        block = item.block(labels)
        yield from _at_breaks(replace(block, heading=_is_heading(item, block)), item.breaks)
    elif all(len(row) == 1 for row in item.rows):  # a frame round paragraphs
        for line in item.lines():
            yield from blocks_of(line, labels)
    else:
        for row in item.rows:
            yield from _row(row, labels)


def _row(row: Sequence[Sequence[Item]], labels: frozenset[str]) -> Iterator[Block]:
    cells = [_cell(cell, labels) for cell in row]
    filled = [cell for cell in cells if cell.text or cell.anchors or cell.label]
    label = label_of(f"{filled[0].text} ") if len(filled) > 1 else None
    if label and label.end >= len(filled[0].text):
        yield reduce(lambda a, b: a.plus(b), filled)  # a column of numbers beside a column of text
    elif filled:
        yield replace(reduce(lambda a, b: a.plus(b, _CELLS), filled), table=len(row) > 1, label="", depth=0)


def _cell(cell: Sequence[Item], labels: frozenset[str]) -> Block:
    found = [line.block(labels) for line in lines_in(cell)]
    said = [_with_label(block) for block in found if block.text or block.anchors]
    return reduce(lambda a, b: a.plus(b), said) if said else Block("", gap=True, whole=True)


def _with_label(block: Block) -> Block:
    """A paragraph of a cell with its number written out."""
    return Block(block.label).plus(block) if block.label else block


def _at_breaks(block: Block, breaks: Sequence[int]) -> Iterator[Block]:
    """A block cut where a soft line break stands between two paragraphs."""
    start, rows = 0, [0, *breaks, len(block.text)]
    for before, at, after in zip(rows, rows[1:], rows[2:], strict=False):
        first, second = block.text[before:at].strip(), block.text[at:after].strip()
        empty_row = breaks.count(at) > 1 and not second
        if start < at and (empty_row or _parts(first, second)):
            yield block.cut(start, at)
            block, start = replace(block, label="", depth=0), at
    yield block.cut(start) if start else block


def _parts(first: str, second: str) -> bool:
    """Whether two rows of one Word paragraph are the end of a paragraph and the beginning of another."""
    if not first or not second:
        return False
    if is_closing(second) or is_closing(first):
        return True
    opens = label_of(second) or any(opens_paragraph(second, part) for part in Part)
    return bool(opens) and is_finished(first)


def _is_heading(line: Line, block: Block) -> bool:
    """Whether a paragraph is a heading, by its style or by its looks: bold or centred, short, unfinished."""
    text, label = block.text, label_of(block.text)
    if not text or is_finished(text) or len(text) > _LONGEST_HEADING or (label and label.number):
        return False
    if block.label.isdigit() and opens_paragraph(text, Part.OPERATIVE):
        return False
    if line.look.outline or _HEADING_STYLE.match(line.look.name):
        return True
    shown = line.look.centred or block.covered(block.bold) == len(text)
    return shown and len(text) <= _LONGEST_TITLE and text[:1].isupper() and not is_closing(text)
