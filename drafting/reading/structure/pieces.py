# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a unit with their labels taken off, and what only their neighbours tell about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.reading.blocks import Block
from drafting.reading.structure.endings import ending, is_title
from drafting.reading.structure.labels import Label, bracketed_tag_of, label_of, section_of, told_label

_OPENING, _CLOSING = '\u201c\u201e\u00ab\u201f"', '\u201d\u00bb"'
_LEFT_OPEN = re.compile(r":\s?[\u201c\u00ab][^\u201d\u00bb]*$")
_TAIL = 2000  # code points at the end of a paragraph in which a quotation may begin
_END = 20  # code points in which a quotation ends
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
        label, own = _tagged(label, block.behind(label.end) if label else block)
        return Piece(own, label, block, quoted, listed)
    bare = replace(block, label="")
    full = Block(block.label).plus(bare) if block.text else replace(bare, text=block.label)
    full = replace(bare, text=full.text, marks=full.marks, anchors=full.anchors, italics=full.italics)
    label, own = _tagged(told_label(block.label), bare)
    return Piece(own, label, full, quoted, listed)


def _tagged(label: Label | None, block: Block) -> tuple[Label | None, Block]:
    """Label and text without the name in brackets that stands before the text, where its number is told too.

    Of a preambular paragraph, which prints no number, the name is its label.
    """
    tag = None if block.table else bracketed_tag_of(block.text)
    if tag is None or (label is None) != (tag.tag == "PP"):
        return label, block
    return (replace(label, tag=tag.tag) if label else tag), block.behind(tag.end)


def _quoted(blocks: Sequence[Block]) -> set[int]:
    """The places of quotations set off after a colon; one that is never closed is none."""
    found: set[int] = set()
    ends = {
        alone: [at for at, b in enumerate(blocks) if _closes(b.text, alone=alone)] for alone in (True, False)
    }
    at = 1
    while at < len(blocks):
        before = blocks[at - 1].text
        inside = bool(_LEFT_OPEN.search(before[-_TAIL:]))  # it began in the paragraph before
        begins = blocks[at].text[:1] in tuple(_OPENING) and not blocks[at].label
        if inside or (begins and (ending(before) == ":" or at - 1 in found)):
            later = ends[inside][bisect_left(ends[inside], at) :][:1]
            if later and later[0] < at + _QUOTED_REACH:
                found.update(range(at, later[0] + 1))
                at = later[0]
        at += 1
    return found


def _closes(text: str, *, alone: bool) -> bool:
    """Whether a quotation ends here; `alone`: with a sign more than were opened here."""
    bare = text[-_END:].rstrip(" ;.,)")
    if len(bare) < 2 or bare[-1] not in _CLOSING:
        return False
    return not alone or sum(map(text.count, _CLOSING)) > sum(map(text.count, _OPENING))


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
