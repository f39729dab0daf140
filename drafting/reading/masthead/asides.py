# SPDX-License-Identifier: GPL-3.0-or-later
"""Asterisk notes of the first page: why it was reissued, for whom a sponsor speaks, who records the sponsors.

They belong to the masthead, wherever a source sets them. Source: Editorial Manual, notes on title pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache

from drafting.data import load
from drafting.reading.blocks import Block

_NOTE = re.compile(r"(\*{1,4})\s?(?=[^\W\d_]\S*\s+\S+\s+\S)")
_MARK = re.compile(r"(?<=[^\s*])(\*{1,4})(?![\w*])")


def with_asides_told(blocks: Sequence[Block], masthead: Iterable[str]) -> list[Block]:
    """The blocks, those that begin an asterisk note of the first page labelled with its asterisks (`note`).

    A note is known by its usual words, or by a mark that the masthead bears and no other block begins with:
    asterisks before several blocks are bullets.
    """
    marked = {mark for line in masthead for mark in _MARK.findall(line)}
    found = [None if block.note or block.table else _NOTE.match(block.text) for block in blocks]
    used = Counter(match[1] for match in found if match)
    result = list(blocks)
    for at, (block, match) in enumerate(zip(blocks, found, strict=True)):
        usual = not block.note and not block.marks and _usual().match(block.text)
        if match and (usual or (match[1] in marked and used[match[1]] == 1)):
            result[at] = replace(block, note=match[1], gap=True)
        elif usual:  # its asterisk was lost
            result[at] = replace(block, note="*", gap=True)
    return result


def without_asides(blocks: Iterable[Block], above: Collection[str]) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks without the notes of the first page, and what these say.

    `above` are the labels of the footnote marks that the masthead bears: what is marked there only is a note
    of the first page, too, whatever its sign.
    """
    every = list(blocks)
    below = {mark.label for block in every for mark in block.marks}
    asides = [block.note in set(above) - below or _is_told(block, below) for block in every]
    kept = [block for block, aside in zip(every, asides, strict=True) if not aside]
    return kept, tuple(block.text for block, aside in zip(every, asides, strict=True) if aside)


def _is_told(block: Block, below: Collection[str]) -> bool:
    return block.note.startswith("*") and block.note not in below


@cache
def _usual() -> re.Pattern[str]:
    """How the notes begin that documents of the United Nations share."""
    return re.compile(rf"\*{{0,4}}\s?(?:{'|'.join(load('reading')['first_page_notes'])})")
