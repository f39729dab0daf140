# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a unit with their labels taken off, and what only their neighbours tell about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.reading.blocks import Block
from drafting.reading.endings import ending, is_title
from drafting.reading.labels import Label, label_of, section_of, told_label

_OPENING, _CLOSING = '\u201c\u201e\u00ab\u201f"', '\u201d\u00bb\u201c"'
_LEFT_OPEN = re.compile(r":\s?[\u201c\u00ab][^\u201d\u00bb]*$")
_QUOTED_REACH = 80  # paragraphs of one quotation at the most
_LISTED = 4  # lines in a row that look like titles: names in a list, not headings


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph: `block` without its label, `full` with it.

    `quoted`: it stands in a quotation that is set off (an amendment). `listed`: it is one of many short
    lines.
    """

    block: Block
    label: Label | None
    full: Block
    quoted: bool = False
    listed: bool = False


def pieces_of(blocks: Sequence[Block]) -> list[Piece]:
    """The pieces of a unit, one for each block."""
    quoted, listed = _quoted(blocks), _listed(blocks)
    return [_piece(block, at in quoted, at in listed) for at, block in enumerate(blocks)]


def _piece(block: Block, quoted: bool, listed: bool) -> Piece:
    if not block.label:
        label = None if block.table else label_of(block.text)
        return Piece(block.behind(label.end) if label else block, label, block, quoted, listed)
    bare = replace(block, label="")
    full = Block(block.label).plus(bare) if block.text else replace(bare, text=block.label)
    full = replace(bare, text=full.text, marks=full.marks, anchors=full.anchors, italics=full.italics)
    return Piece(bare, told_label(block.label), full, quoted, listed)


def _quoted(blocks: Sequence[Block]) -> set[int]:
    """The places of quotations set off after a colon; one that is never closed is none."""
    found: set[int] = set()
    at = 1
    while at < len(blocks):
        before = blocks[at - 1].text
        inside = bool(_LEFT_OPEN.search(before))  # it began in the paragraph before
        begins = blocks[at].text[:1] in tuple(_OPENING) and not blocks[at].label
        if inside or (begins and (ending(before) == ":" or at - 1 in found)):
            reach = range(at, min(at + _QUOTED_REACH, len(blocks)))
            end = next((to for to in reach if _closes(blocks[to].text, alone=inside)), at - 1)
            found.update(range(at, end + 1))
            at = max(end, at)
        at += 1
    return found


def _closes(text: str, *, alone: bool) -> bool:
    """Whether a quotation ends here; `alone`: with a sign more than were opened here."""
    bare = text.rstrip(" ;.,)")
    more = sum(text.count(sign) for sign in _CLOSING) > sum(text.count(sign) for sign in _OPENING)
    return len(bare) > 1 and bare[-1] in _CLOSING and (more or not alone)


def _listed(blocks: Sequence[Block]) -> set[int]:
    """The places of many short lines in a row that no source marks as headings."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate([*blocks, Block("")]):
        plain = not (block.heading or block.label or block.table or label_of(block.text))
        if plain and is_title(block.text) and not section_of(block.text):
            run.append(at)
            continue
        found.update(run if len(run) >= _LISTED else ())
        run = []
    return found
