# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands further on in a unit, found in one pass: the next number, whether a section has any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.reading.structure.endings import ending
from drafting.reading.structure.labels import section_of
from drafting.reading.structure.pieces import Piece


@dataclass(frozen=True, slots=True)
class Ahead:
    """The view from each place of a unit, and from its end.

    `numbers`: the first number from there on, 0 for none. `unnumbered`: the section that goes on there has no
    number. `operative`: the first paragraph from there on is a numbered one.
    """

    numbers: tuple[int, ...]
    unnumbered: tuple[bool, ...]
    operative: tuple[bool, ...]


def ahead_of(pieces: Sequence[Piece]) -> Ahead:
    """The view from every place of a unit."""
    number, unnumbered, operative = 0, True, False
    numbers, sections, operatives = [number], [unnumbered], [operative]
    for piece in reversed(pieces):
        own = piece.label.number if piece.label else 0
        if piece.full.heading or section_of(piece.full.text):
            unnumbered = True
        elif own:
            unnumbered = False
        number = own or number
        if piece.label or ending(piece.block.text):
            operative = bool(own)
        numbers.append(number)
        sections.append(unnumbered)
        operatives.append(operative)
    return Ahead(tuple(reversed(numbers)), tuple(reversed(sections)), tuple(reversed(operatives)))
