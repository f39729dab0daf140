# SPDX-License-Identifier: GPL-3.0-or-later
"""From alignments to the rows that are shown: cells side by side, and a ghost for every move."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from drafting.comparing.records import Alignment, Change, Pair, Pairings
from drafting.translation import tr
from ui.comparison.grouping import Group, Node, Origin, Threads, grouped
from ui.comparison.marking import Marked, layers_of
from ui.comparison.passages import passage_of
from ui.comparison.rows import Cell, Column, Comparison, Passage, Row, Tag, Tint, Version
from ui.comparison.tags import tags_of, verdict

_SHADOW_WORDS = 9


def compare(old: Version, new: Version, alignment: Alignment, fixed: Pairings | None = None) -> Comparison:
    """The rows of two versions; `fixed` is what was decided by hand when they were aligned."""
    columns = (Column(old), Column(new, 0, fixed or Pairings()))
    return arrange(columns, {1: alignment})


def arrange(
    columns: Sequence[Column],
    alignments: dict[int, Alignment],
    threads: Threads = (),
    returned: Collection[Node] = (),
) -> Comparison:
    """The rows of several versions, each aligned with the column it is compared with.

    `alignments` are by the column of the newer side. Rows follow the last column; what an earlier one has
    alone stands where it was. What came back after it was dropped stands in the row it had, by `threads`;
    `returned` are paragraphs of which versions know that are not shown here.
    """
    groups = grouped(columns, alignments, threads, returned)
    marked = Marked(columns, alignments)
    unplaced = [_row(group, columns, marked) for group in groups]
    placed = _with_ghosts(unplaced, columns, alignments)
    return Comparison(tuple(columns), tuple(_partnered(placed)))


def _row(group: Group, columns: Sequence[Column], marked: Marked) -> Row:
    cells = tuple(_cell(group, at, columns, marked) if ids else None for at, ids in enumerate(group.ids))
    layers = frozenset(layer for pairs in group.pairs for pair in pairs for layer in layers_of(pair))
    said = tuple(verdict(group, at, columns) for at in range(len(columns)))
    return Row(0, cells, group.pairs, layers, said, by_hand=_by_hand(group, columns))


def _cell(group: Group, at: int, columns: Sequence[Column], marked: Marked) -> Cell:
    version = columns[at].version
    paragraphs = [version.resolution.paragraph(paragraph_id) for paragraph_id in group.ids[at]]
    passages = tuple(
        passage_of(one, marked.words(at, one), marked.notes(at, one), version) for one in paragraphs
    )
    # Words that went in a later column are to be seen struck, so that they cannot stand behind "as 47/9".
    same = "" if any(map(_loses, passages)) else _same(group, at, columns)
    return Cell(passages, tags_of(group, at, columns), same=same)


def _loses(passage: Passage) -> bool:
    marks = [*passage.marks, *(mark for note in passage.notes for mark in note.marks)]
    return any(mark.gone for mark in marks)


def _same(group: Group, at: int, columns: Sequence[Column]) -> str:
    """The version a cell reads like, where there are columns enough that its words need not stand again."""
    against = columns[at].against
    if against is None or len(columns) < 3:
        return ""
    pairs = group.pairs[at]
    if not pairs or any(pair.change is not Change.UNCHANGED or pair.notes for pair in pairs):
        return ""
    return _same(group, against, columns) or columns[against].version.spoken


def _by_hand(group: Group, columns: Sequence[Column]) -> bool:
    return any(
        one in group.ids[column.against] and other in group.ids[at]
        for at, column in enumerate(columns)
        if column.against is not None
        for one, other in column.fixed.made
    ) or any(tag.tint is Tint.HAND for at in range(len(columns)) for tag in tags_of(group, at, columns))


# ------------------------------------------------------------------------------------------------ moves


def _with_ghosts(
    rows: Sequence[Row], columns: Sequence[Column], alignments: dict[int, Alignment]
) -> list[tuple[Row, Origin | None]]:
    """The rows with a ghost after the last unmoved paragraph before the place each moved one left."""
    after: dict[int, list[tuple[Row, Origin | None]]] = {}
    for at, alignment in sorted(alignments.items()):
        against = columns[at].against
        assert against is not None
        order = {paragraph.id: place for place, paragraph in enumerate(alignment.old.paragraphs)}
        home = {
            place: number
            for number, row in enumerate(rows)
            if not _moved(row, at)
            for place in (order[one] for one in row.ids[against])
        }
        leavers = [(order[pair.old[0]], pair, row) for row in rows for pair in _moved(row, at)]
        for place, pair, row in sorted(leavers, key=lambda leaver: leaver[0]):
            number = next((home[before] for before in range(place - 1, -1, -1) if before in home), -1)
            after.setdefault(number, []).append((_ghost(row, at, pair, columns), (at, pair.old)))
    result = after.get(-1, [])
    for number, row in enumerate(rows):
        result += [(row, None), *after.get(number, [])]
    return result


def _moved(row: Row, at: int) -> list[Pair]:
    return [pair for pair in row.pairs[at] if pair.change.moved]


def _ghost(row: Row, at: int, pair: Pair, columns: Sequence[Column]) -> Row:
    against = columns[at].against
    assert against is not None
    cell, new = row.cells[against], columns[at].version
    assert cell is not None  # a moved paragraph stands in both versions
    bare = tuple(_shadow(passage) for passage in cell.passages if passage.id in pair.old)
    words = tr("moved to {paragraph} of {version}").format(paragraph=row.names[at], version=new.spoken)
    cells: list[Cell | None] = [None] * len(columns)
    cells[against] = Cell(bare, (Tag(words, Tint.MOVED),), faded=True)
    pairs = tuple((pair,) if column == at else () for column in range(len(columns)))
    said = tuple(words if column == at else "" for column in range(len(columns)))
    return Row(0, tuple(cells), pairs, row.layers, said, ghost=True)


def _shadow(passage: Passage) -> Passage:
    """The first words of a paragraph, enough to know it by."""
    words = passage.text.split(" ")
    text = " ".join(words[:_SHADOW_WORDS]) + (" …" if len(words) > _SHADOW_WORDS else "")
    return replace(passage, text=text, opening=min(passage.opening, len(text)), marks=(), blanks=(), notes=())


def _partnered(placed: Sequence[tuple[Row, Origin | None]]) -> Iterable[Row]:
    """The rows numbered; both ends of a move know each other, and whether it went up or down."""
    ghosts = {origin: number for number, (_, origin) in enumerate(placed) if origin}
    homes = {
        (at, pair.old): number
        for number, (row, origin) in enumerate(placed)
        if origin is None
        for at in range(len(row.pairs))
        for pair in _moved(row, at)
    }
    for number, (row, origin) in enumerate(placed):
        if origin:
            partner = homes[origin]
            yield _directed(replace(row, number=number, partner=partner), origin[0], up=partner < number)
        else:
            ends = [(at, ghosts[at, pair.old]) for at in range(len(row.pairs)) for pair in _moved(row, at)]
            yield _left(replace(row, number=number), ends)


def _left(row: Row, ends: Sequence[tuple[int, int]]) -> Row:
    """The row with the ghosts of its moves, given by column; the last one is the other end."""
    for at, ghost in ends:
        row = replace(_directed(row, at, up=ghost > row.number), partner=ghost)
    return row


def _directed(row: Row, at: int, *, up: bool) -> Row:
    direction = tr("moved up") if up else tr("moved down")
    where = next(column for column, cell in enumerate(row.cells) if cell) if row.ghost else at
    cell = row.cells[where]
    assert cell is not None
    tags = tuple(
        replace(tag, text=tag.text.replace(tr("moved"), direction, 1)) if tag.tint is Tint.MOVED else tag
        for tag in cell.tags
    )
    cells = (*row.cells[:where], replace(cell, tags=tags), *row.cells[where + 1 :])
    told = row.said[at].replace(tr("moved"), direction, 1)
    return replace(row, cells=cells, said=(*row.said[:at], told, *row.said[at + 1 :]))
