# SPDX-License-Identifier: GPL-3.0-or-later
"""From the paragraphs of any format to a resolution: masthead, text, closing lines, remarks.

Nothing is lost: a word of the source stands in the record or in one of its warnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafting.reading.blocks import Block, joined
from drafting.reading.closing import Closing, is_closing, read_closing
from drafting.reading.labels import label_of, roman_heading
from drafting.reading.masthead import Heading, read_masthead
from drafting.reading.openings import opens_paragraph
from drafting.reading.source import Source
from drafting.reading.structure import Structure, is_annex, structure_of
from drafting.reading.wrapping import LONGEST, is_finished
from drafting.resolution import Kind, Part, ReadWarning, Resolution


def recognise(source: Source, name: str) -> Resolution | None:
    """The resolution that stands in a source, None when there is none; `name` is the file's."""
    if not source.body:
        return None
    blocks, notes = _without_notes(source.body)
    text, closing_lines, annex = _parts(blocks)
    closing = read_closing(closing_lines)
    heading = read_masthead(source.masthead, source.organ, closing.adopted, closing.meeting)
    structure = structure_of(_rejoined(text), notes, heading.masthead.body)
    if not _is_resolution(source.organ, structure):
        return None
    warnings = (
        *source.warnings,
        *structure.warnings,
        *_leftovers(heading, closing, annex),
        *_standard(source.formulas + heading.formulas + closing.formulas),
    )
    return Resolution(heading.masthead, structure.paragraphs, closing.vote, warnings, name)


def _without_notes(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    notes = [block for block in blocks if block.note]
    return [block for block in blocks if not block.note], notes


def _parts(blocks: Sequence[Block]) -> tuple[list[Block], list[str], list[Block]]:
    """The text of the resolution, the closing lines, and what follows under the word "Annex"."""
    annex = next((at for at, block in enumerate(blocks) if at and is_annex(block.text)), len(blocks))
    closing = next((at for at, block in enumerate(blocks[:annex]) if at and is_closing(block.text)), annex)
    return list(blocks[:closing]), [block.text for block in blocks[closing:annex]], list(blocks[annex:])


def _rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that a page break or a footnote cut in two put together again.

    A part goes on when it does not end as paragraphs end (a numbered one never ends in a comma), or when the
    next begins in small letters; a label alone goes with the text after it. Footnote marks are out by now.
    """
    result: list[Block] = []
    for block in blocks:
        if result and _goes_on(result[-1], block):
            together = joined(result[-1], block)
            bare = label_of(result[-1].text)
            cut = not (bare and bare.end == len(result[-1].text))
            result[-1] = replace(together, rejoined=together.rejoined + cut)
        else:
            result.append(block)
    return result


def _goes_on(before: Block, block: Block) -> bool:
    if not block.text:
        return True  # a footnote mark alone on its line
    if len(before.text) > LONGEST or label_of(block.text) or block.heading or before.heading:
        return False
    label = label_of(before.text)
    if label and label.end == len(before.text):
        return True
    if block.text[0].islower():
        return True
    if roman_heading(block.text) or (is_finished(before.text) and not (label and before.text.endswith(","))):
        return False
    known = label is not None or any(opens_paragraph(before.text, part) for part in Part)
    return known and len(before.text) > 60 and not any(opens_paragraph(block.text, part) for part in Part)


def _is_resolution(organ: str, structure: Structure) -> bool:
    """Whether what was found can be one: the organ's formula and a paragraph, or opening words throughout."""
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE)
    body = [paragraph for paragraph in structure.paragraphs if paragraph.kind in kinds]
    opened = [paragraph for paragraph in body if paragraph.opening]
    if organ:
        return bool(opened)
    operative = any(paragraph.part is Part.OPERATIVE for paragraph in opened)
    return operative and len(opened) >= max(2, len(body) * 0.7)


def _leftovers(heading: Heading, closing: Closing, annex: Sequence[Block]) -> list[ReadWarning]:
    """A warning for everything that has no place in the record."""
    found = [_unplaced(words, "masthead") for words in heading.unplaced]
    if closing.rest:
        found.append(_unplaced(" ".join(closing.rest.split()), "after the text"))
    if annex:
        words = " ".join(block.text for block in annex)
        message = f"an annex is not read by this version and is not in the draft: “{words}”"
        found.append(ReadWarning(message, "annex", needs_look=True))
    return found + list(closing.warnings)


def _unplaced(words: str, place: str) -> ReadWarning:
    return ReadWarning(f"could not be placed ({place}): “{words}”", place, needs_look=True)


def _standard(formulas: Sequence[str]) -> list[ReadWarning]:
    """One remark naming the standard lines whose words are not kept as such."""
    counted = Counter(line for line in formulas if line)
    shown = [f"“{line}”" + (f" ({count} times)" if count > 1 else "") for line, count in counted.items()]
    if not shown:
        return []
    return [
        ReadWarning(f"standard lines, understood but not kept word for word: {', '.join(shown)}", "masthead")
    ]
