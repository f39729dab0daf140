# SPDX-License-Identifier: GPL-3.0-or-later
"""From the lines and tables of a Word file to masthead and text: what is layout, and what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from drafting.reading.blocks import Block
from drafting.reading.masthead.closing import is_closing
from drafting.reading.masthead.forms import formula_in
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.labels import label_of
from drafting.reading.structure.signs import begins_text
from drafting.reading.text.markup import CELLS
from drafting.reading.text.wrapping import is_finished
from drafting.reading.word.lines import Break, Labels, Line
from drafting.reading.word.story import Item, lines_in
from drafting.resolution import Part

_HEAD = 400  # lines and rows in which the text has begun, if it is a resolution
_LONGEST_HEADING = 400
_LONGEST_TITLE = 200  # of a line that is a heading by its looks only
_HEADING_STYLE = re.compile(r"_?\s*h\s*_?\s*(?:ch|\d)|heading \d|title", re.IGNORECASE)
_MOST_BREAKS = 2_000  # of one Word paragraph


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
    for at, item in enumerate(items[:_HEAD]):
        lines = [item] if isinstance(item, Line) else list(item.lines())
        for place, line in enumerate(lines):
            if match := _formula_of(line):
                above = (*lines_in(items[:at]), *lines[:place])
                organ = " ".join(match["organ"].split())
                return Parts(above, (*lines[place + 1 :], *items[at + 1 :]), match.group(), organ, line)
    lines_at = ((at, item.text) for at, item in enumerate(items) if isinstance(item, Line))
    start = next((at for at, text in lines_at if begins_text(text)), 0)
    return Parts(tuple(lines_in(items[:start])), tuple(items[start:]))


def at_formula(parts: Parts, labels: Labels) -> tuple[str, list[Block]]:
    """What else stands in the paragraph of the organ's line: words of the masthead, and of the text."""
    if parts.at is None:
        return "", []
    block = parts.at.block(labels)
    found = _formula(block.text, [place.offset for place in parts.at.breaks])
    if found is None:
        return "", []
    shift, match = found
    after = replace(block.cut(shift + match.end()), label="", depth=0)
    breaks = [
        Break(place.offset - (len(block.text) - len(after.text)), place.empty_row)
        for place in parts.at.breaks
    ]
    below = _at_breaks(after, [place for place in breaks if place.offset > 0])
    return block.text[: shift + match.start()].strip(), list(below) if after.text else []


def _formula(text: str, breaks: Sequence[int] = ()) -> tuple[int, re.Match[str]] | None:
    """The organ's line in a paragraph or in one row of it, and where that row begins."""
    rows = [0, *breaks, len(text)] if breaks else []
    for start, row in ((0, text), *((a, text[a:b].rstrip()) for a, b in pairwise(rows))):
        if match := formula_in(row):
            return start, match
    return None


def _formula_of(line: Line) -> re.Match[str] | None:
    return next(filter(None, map(formula_in, [line.text, *line.rows()])), None)


def masthead_lines(lines: Iterable[Line], labels: Labels) -> Iterator[str]:
    """The masthead line by line as soft breaks divide it, an empty one where the layout has a gap."""
    style, said, gap = "", False, False
    for line in lines:
        block = line.block(labels)
        places = [0, *(place.offset for place in line.breaks), len(block.text)]
        rows = [block.text[a:b].strip() for a, b in pairwise(places)]
        if block.label:
            rows[0] = f"{block.label} {rows[0]}"
        gap = gap or not block.text or style != line.look.style
        style = line.look.style
        for row in filter(None, rows):
            if said and gap:
                yield ""
            yield row
            said, gap = True, False


def blocks_of(item: Item, labels: Labels) -> Iterator[Block]:
    """A paragraph as blocks (several where soft breaks part paragraphs), or a table row by row."""
    if isinstance(item, Line):
        block = item.block(labels)
        is_row = CELLS in block.text  # Penholder writes the row of a table so
        block = replace(block, table=is_row, heading=not is_row and _is_heading(item, block))
        yield from _at_breaks(block, item.breaks)
    elif all(len(row) == 1 for row in item.rows):  # a frame round paragraphs
        for line in item.lines():
            yield from blocks_of(line, labels)
    else:
        for row in item.rows:
            yield from _row(row, labels)


def _row(row: Sequence[Sequence[Item]], labels: Labels) -> Iterator[Block]:
    cells = [_cell(cell, labels) for cell in row]
    filled = [cell for cell in cells if cell.text or cell.marks]
    if not filled:
        yield from cells  # for what is anchored in them
        return
    at = cells.index(filled[0])
    label = label_of(f"{filled[0].text} ") if len(filled) > 1 else None
    numbered = label is not None and label.end >= len(filled[0].text)  # numbers beside a column of text
    glue = " " if numbered else CELLS
    whole = reduce(lambda a, b: a.plus(b, glue if b.text else ""), cells[at:])
    yield replace(whole, table=not numbered, label="", depth=0)


def _cell(cell: Sequence[Item], labels: Labels) -> Block:
    found = [line.block(labels) for line in lines_in(cell)]
    said = [_with_label(block) for block in found if block.text or block.anchors]
    return reduce(lambda a, b: a.plus(b), said) if said else Block("", gap=True, whole=True)


def _with_label(block: Block) -> Block:
    """A paragraph of a cell with its number written out."""
    return Block(block.label).plus(block) if block.label else block


def _at_breaks(block: Block, breaks: Sequence[Break]) -> Iterator[Block]:
    """A block cut where a soft line break stands between two paragraphs."""
    if len(breaks) > _MOST_BREAKS:
        yield block
        return
    start = 0
    ends = [place.offset for place in breaks[1:]] + [len(block.text)]
    before = 0
    for place, end in zip(breaks, ends, strict=False):
        first, second = block.text[before : place.offset].strip(), block.text[place.offset : end].strip()
        if first and second and (place.empty_row or _parts(first, second)):
            yield block.cut(start, place.offset)
            block, start = replace(block, label="", depth=0), place.offset
        before = place.offset
    yield block.cut(start) if start else block


def _parts(first: str, second: str) -> bool:
    """Whether two rows of one Word paragraph are the end of a paragraph and the beginning of another."""
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
