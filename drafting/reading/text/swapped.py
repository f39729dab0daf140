# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that an extractor set in the wrong order: the last line of a short paragraph before its first.

pdftotext goes by columns: a number alone on the margin and a short last line below it make a column to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafting.reading.blocks import Block
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.labels import label_of
from drafting.reading.text.wrapping import is_finished
from drafting.resolution import Part, ReadWarning

_SHORT = 60  # characters of a last line that was taken for a column


def in_order(lines: Sequence[Block]) -> tuple[list[Block], list[ReadWarning]]:
    """The lines, those of a paragraph put back behind each other, and a remark to look at each of these."""
    result = list(lines)
    remarks = []
    for at in range(len(result) - 2):
        number, last, first = result[at : at + 3]
        if _is_swapped(number, last, first):
            result[at + 1 : at + 3] = [replace(first, gap=False), replace(last, gap=False)]
            name = number.text.rstrip(". ")
            message = f"the lines of paragraph {name} stood in the wrong order in the file and were put right"
            remarks.append(ReadWarning(message, f"line {number.line}", needs_look=True))
    return result, remarks


def _is_swapped(number: Block, last: Block, first: Block) -> bool:
    """Whether a number stands alone, the end of a sentence follows it, and then comes what opens as one."""
    label = label_of(f"{number.text} ")
    return (
        label is not None
        and bool(label.number)
        and label.end >= len(number.text)
        and last.text[:1].islower()
        and last.text.endswith(".")
        and len(last.text) <= _SHORT
        and not is_finished(first.text)
        and opens_paragraph(first.text, Part.OPERATIVE)
    )
