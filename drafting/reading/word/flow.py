# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a text in their order: without the empty ones, and put together where each was a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from drafting.reading.blocks import Block, Mark
from drafting.reading.text.wrapping import is_finished, paragraphs

_FEW = 5  # places where a sentence goes on in the next paragraph; fewer are slips of typing
_SHARE = 4  # one in so many paragraphs is cut: the file came from printed lines


def flow(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that hold text; anchors of empty ones move to the next.

    Where a file has one paragraph for each printed line (pasted from a PDF), the lines are joined.
    """
    found = _with_content(blocks)
    return paragraphs(found) if _is_cut(found) else [replace(b, gap=True, whole=True) for b in found]


def _with_content(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that hold text as lines: `gap` where an empty one stood before."""
    found: list[Block] = []
    waiting: list[str] = []
    gap = False
    for block in blocks:
        if not block.text and not block.marks:
            waiting += [anchor.label for anchor in block.anchors]
            gap = True
            continue
        moved = tuple(Mark(0, label) for label in waiting)
        parted = gap or block.table or bool(block.label)
        found.append(replace(block, anchors=moved + block.anchors, gap=parted, whole=False))
        waiting, gap = [], False
    if waiting and found:
        last = found[-1]
        end = tuple(Mark(len(last.text), label) for label in waiting)
        found[-1] = replace(last, anchors=last.anchors + end)
    return found


def _is_cut(lines: Sequence[Block]) -> bool:
    """Whether paragraphs end in the middle of sentences again and again."""
    text = [line for line in lines if not line.table and not line.heading]
    cut = sum(not is_finished(a.text) and b.text[:1].islower() for a, b in pairwise(text))
    return cut >= _FEW and cut * _SHARE >= len(text)
