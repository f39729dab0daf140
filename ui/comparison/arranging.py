# SPDX-License-Identifier: GPL-3.0-or-later
"""From an alignment to the rows that are shown: cells with marks and tags, and a ghost for every move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from drafting.comparing.records import Alignment, Change, Pair, Pairings
from drafting.resolution import Kind, Paragraph, Part, Resolution
from drafting.updating.wording import listed
from ui.comparison.marking import Side, blanks_of, layers_of, marks_of, notes_of, outside, within
from ui.comparison.rows import Cell, Comparison, Mark, Note, Passage, Row, Tint, Version, name_of

_MOVED = frozenset({Change.MOVED, Change.MOVED_REWORDED})
_SHADOW_WORDS = 9


def compare(old: Version, new: Version, alignment: Alignment, fixed: Pairings | None = None) -> Comparison:
    """The rows of an alignment of the two versions, with the ghost of each move at the place it left.

    `fixed` is what was decided by hand when the versions were aligned.
    """
    hands = fixed or Pairings()
    unplaced = [_remarked(_row(pair, alignment, old, new), pair, hands) for pair in alignment.pairs]
    placed = _with_ghosts(unplaced, alignment, new)
    homes = {
        row.ids[0]: number for number, row in enumerate(placed) if row.change in _MOVED and not row.ghost
    }
    ghosts = {row.ids[0]: number for number, row in enumerate(placed) if row.ghost}
    partners = [(homes if row.ghost else ghosts).get(row.ids[0]) for row in placed]
    rows = (
        _numbered(row, number, partner)
        for number, (row, partner) in enumerate(zip(placed, partners, strict=True))
    )
    return Comparison(old, new, tuple(rows))


def _row(pair: Pair, alignment: Alignment, old: Version, new: Version) -> Row:
    left = _cell(pair, alignment.old, old, Side(gone=True))
    right = _cell(pair, alignment.new, new, Side(gone=False))
    was, became = _names(pair.old, alignment.old), _names(pair.new, alignment.new)
    match pair.change:
        case Change.ADDED:
            right = _tagged(right, f"new in {new.spoken}", Tint.ADDED)
        case Change.REMOVED:
            left = _tagged(left, f"not in {new.spoken}", Tint.REMOVED)
        case Change.SPLIT:
            left = _tagged(left, f"split into {became}", Tint.MOVED)
            right = _tagged(right, f"split from {was} of {old.spoken}", Tint.MOVED)
        case Change.MERGED:
            left = _tagged(left, f"merged into {became}", Tint.MOVED)
            right = _tagged(right, f"merged from {was} of {old.spoken}", Tint.MOVED)
        case Change.MOVED | Change.MOVED_REWORDED:
            place = _place(alignment.old, pair.old[0])
            right = _tagged(right, f"moved from {place} of {old.spoken}", Tint.MOVED)
        case Change.UNCHANGED | Change.REWORDED:
            pass
    return Row(
        0, pair.change, (left, right), pair.words, pair.notes, glyphs=pair.glyphs, layers=layers_of(pair)
    )


def _remarked(row: Row, pair: Pair, hands: Pairings) -> Row:
    """The row with a word on how its pair came about, where that is worth one."""
    by_hand = not {(one, other) for one in pair.old for other in pair.new}.isdisjoint(hands.made)
    parted = not (pair.old and pair.new) and any(
        one in pair.old or other in pair.new for one, other in hands.broken
    )
    if by_hand:
        remark = "paired by hand"
    elif parted:
        remark = "unpaired by hand"
    elif pair.guess:
        remark = f"? paired by guess, {pair.score:.0%} alike"
    else:
        return row
    last = max(at for at, cell in enumerate(row.cells) if cell)
    cells = tuple(
        replace(cell, remark=remark) if cell and at == last else cell for at, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells, guess=pair.guess, score=pair.score, by_hand=by_hand or parted)


def _tagged(cell: Cell | None, tag: str, tint: Tint) -> Cell | None:
    return cell and replace(cell, tag=tag, tint=tint)


def _numbered(row: Row, number: int, partner: int | None) -> Row:
    """The row in its place; a move now knows whether it went up or down."""
    left, right = row.cells
    if partner is not None:
        up = (partner > number) is not row.ghost
        direction = "moved up" if up else "moved down"
        if row.ghost and left:
            left = replace(left, tag=left.tag.replace("moved", direction, 1))
        elif right:
            right = replace(right, tag=right.tag.replace("moved", direction, 1))
    return replace(row, number=number, cells=(left, right), partner=partner)


def _with_ghosts(rows: list[Row], alignment: Alignment, new: Version) -> list[Row]:
    """The rows with a ghost after the last unmoved paragraph before the place each moved one left."""
    order = [paragraph.id for paragraph in alignment.old.paragraphs]
    home = {old_id: at for at, row in enumerate(rows) if row.change not in _MOVED for old_id in row.ids[0]}
    moved = [(order.index(row.ids[0][0]), row) for row in rows if row.change in _MOVED]
    after: dict[int, list[Row]] = {}
    for place, row in sorted(moved, key=lambda item: item[0]):
        before = (home[old_id] for old_id in reversed(order[:place]) if old_id in home)
        after.setdefault(next(before, -1), []).append(_ghost(row, new))
    result = after.get(-1, [])
    for at, row in enumerate(rows):
        result += [row, *after.get(at, [])]
    return result


def _ghost(row: Row, new: Version) -> Row:
    left, right = row.cells
    if left is None or right is None:
        raise ValueError("a moved paragraph stands in both versions")
    bare = tuple(_shadow(passage) for passage in left.passages)
    cell = Cell(bare, f"moved to {row.names[1]} of {new.spoken}", Tint.MOVED, faded=True)
    return Row(0, row.change, (cell, None), ghost=True, layers=row.layers)


def _shadow(passage: Passage) -> Passage:
    """The first words of a paragraph, enough to know it by."""
    words = passage.text.split(" ")
    text = " ".join(words[:_SHADOW_WORDS]) + (" …" if len(words) > _SHADOW_WORDS else "")
    return replace(passage, text=text, opening=min(passage.opening, len(text)), marks=(), blanks=(), notes=())


def _cell(pair: Pair, resolution: Resolution, version: Version, side: Side) -> Cell | None:
    paragraphs = [resolution.paragraph(name) for name in (pair.old if side.gone else pair.new)]
    marks = marks_of(pair, side)
    notes = iter(notes_of(pair, paragraphs, side, draft=version.is_draft))
    passages = []
    start = 0
    for paragraph in paragraphs:
        here = within(marks, start, paragraph.text)
        own = tuple(islice(notes, len(paragraph.footnotes)))
        passages.append(_passage(paragraph, here, own, draft=version.is_draft))
        start += len(paragraph.text) + 1  # the line feed that joins several
    return Cell(tuple(passages)) if passages else None


def _passage(paragraph: Paragraph, marks: Iterable[Mark], notes: tuple[Note, ...], *, draft: bool) -> Passage:
    blanks = blanks_of(paragraph.text, draft=draft)
    return Passage(
        paragraph.id,
        name_of(paragraph),
        _label(paragraph),
        paragraph.text,
        len(paragraph.opening),
        paragraph.level,
        paragraph.kind is Kind.HEADING,
        within(outside(marks, blanks), 0, paragraph.text),
        blanks,
        notes,
    )


def _label(paragraph: Paragraph) -> str:
    """What stands beside a paragraph; headings are known by what is printed, annexes too ("Annex I")."""
    if paragraph.kind is not Kind.HEADING:
        return paragraph.id
    return paragraph.label or (paragraph.unit if paragraph.opens_unit else "heading")


def _place(resolution: Resolution, paragraph_id: str) -> str:
    """Where a paragraph stands, told by the one before it."""
    at = next(at for at, paragraph in enumerate(resolution.paragraphs) if paragraph.id == paragraph_id)
    if at:
        return f"after {name_of(resolution.paragraphs[at - 1])}"
    part = resolution.paragraphs[0].part
    return "the beginning" if part is Part.PREAMBLE else "the beginning of the operative part"


def _names(ids: Sequence[str], resolution: Resolution) -> str:
    return listed([name_of(resolution.paragraph(paragraph_id)) for paragraph_id in ids])
