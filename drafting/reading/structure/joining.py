# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs that a page break or a footnote cut in two, put together again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafting.reading.blocks import Block, joined
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.endings import ending
from drafting.reading.structure.labels import bullet_of, deep_label_of, label_of, roman_heading
from drafting.reading.text.wrapping import LONGEST, is_finished
from drafting.resolution import Part

_MOST_MARKS = 500  # of one paragraph; more is no resolution
_LONG = 60  # code points of a text that can be the first part of a paragraph


def rejoined(blocks: Iterable[Block], language: str = "en") -> list[Block]:
    """The paragraphs; each says in `rejoined` how often it was cut.

    A part goes on when it does not end as paragraphs end (a numbered one never ends in a comma), or when the
    next begins in small letters; a label alone goes with the text after it. Footnote marks are out by now.
    What the source calls whole stays as it is, unless it breaks off in the middle of a sentence.
    """
    result: list[Block] = []
    for block in blocks:
        if result and _goes_on(result[-1], block, language):
            together = joined(result[-1], block)
            cut = bool(block.text and result[-1].text and not _is_bare(result[-1]))
            result[-1] = replace(together, rejoined=together.rejoined + cut)
        elif block.text or block.label or block.marks:
            result.append(block)
    return result


def _goes_on(before: Block, block: Block, language: str) -> bool:
    if not block.text and not block.label and not block.table:
        return len(before.marks) < _MOST_MARKS  # a footnote mark alone on its line
    told = block.label or block.heading or before.heading or before.table or block.table
    if told or len(before.text) > LONGEST or label_of(block.text) or _begins_deep(before, block):
        return False
    if _is_bare(before):
        return True
    if before.whole or block.whole:
        return _breaks_off(before, block)
    return (
        _small_goes_on(before, language)
        if block.text[0].islower()
        else _large_goes_on(before, block, language)
    )


def _large_goes_on(before: Block, block: Block, language: str) -> bool:
    """Whether what begins with a capital goes on with a known paragraph that does not end as one."""
    label = label_of(before.text)
    finished = is_finished(before.text) and not (label and before.text.endswith(","))
    if finished or bullet_of(block.text) or roman_heading(block.text):
        return False
    known = label is not None or _opens(before.text, language, known=True)  # no title: "Transforming our …"
    return known and len(before.text) > _LONG and not _opens(block.text, language)


def _begins_deep(before: Block, block: Block) -> bool:
    """Whether a point of the deepest levels ("a.", "i.") begins, after a colon or a closed point."""
    return bool(deep_label_of(block.text)) and ending(before.text) in {":", ";"}


def _opens(text: str, language: str, *, known: bool = False) -> bool:
    parts = (Part.PREAMBLE, Part.OPERATIVE)
    return any(opens_paragraph(text, part, known=known, language=language) for part in parts)


def _small_goes_on(before: Block, language: str) -> bool:
    """Whether small letters go on with what is before.

    A lettered point that is closed does not: what follows goes on with its parent. Paragraphs of a Russian
    preamble begin in small letters themselves.
    """
    label = label_of(before.text)
    closed = label is not None and not label.number and ending(before.text) in {";", "."}
    return not closed and (language != "ru" or not ending(before.text))


def _is_bare(block: Block) -> bool:
    """Whether a block is a label alone."""
    label = label_of(block.text)
    return bool(label and label.end == len(block.text) and not block.label)


def _breaks_off(before: Block, block: Block) -> bool:
    """Whether whole paragraphs are the parts of one sentence: no sign at the end, small letters after it."""
    numbered = bool(before.label or label_of(before.text))
    open_end = not ending(before.text) or (numbered and before.text.endswith((",", "-")))
    return open_end and block.text[0].islower() and len(before.text) > _LONG and before.part is block.part
