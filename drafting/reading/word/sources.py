# SPDX-License-Identifier: GPL-3.0-or-later
"""From a text of a Word file to what the recogniser takes: masthead, paragraphs, notes, remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.reading.masthead.asides import with_asides_told, without_asides
from drafting.reading.source import Source
from drafting.reading.word.file import Text
from drafting.reading.word.flow import flow
from drafting.reading.word.furniture import is_furniture
from drafting.reading.word.layout import at_formula, blocks_of, masthead_lines, parted
from drafting.reading.word.lines import Labels, Line
from drafting.reading.word.remarks import remarks
from drafting.reading.word.story import lines_in, with_boxes
from drafting.reading.word.typed import is_rule, typed_note, typed_notes
from drafting.resolution import ReadWarning

_ASTERISK = re.compile(r"\*{1,3}\s*\w+\s+\w+\s+\w+")


def source_from(text: Text, stamps: Sequence[str] = ()) -> Source:
    """The source of one text; `stamps` are words only machines read."""
    parts = parted(text.items)
    lines = list(lines_in(parts.below))
    typed = {id(lines[at]): label for at, label in typed_notes(lines).items()}
    labels = Labels(frozenset(text.notes.labels.values()), frozenset(typed.values()))
    before, body = at_formula(parts, labels)
    above = [*text.first, *with_boxes(parts.above), *(parts.at.boxes if parts.at else ())]
    masthead = [
        *masthead_lines(above, labels),
        *([before] if before else []),
    ]
    notes = list(text.note_blocks)
    for item in parts.below:
        if isinstance(item, Line) and id(item) in typed:
            notes.append(typed_note(item, typed[id(item)], labels))
        elif not (isinstance(item, Line) and is_rule(item)):
            body.extend(blocks_of(item, labels))
    asides = [line for line in masthead if _ASTERISK.match(line)]
    told = with_asides_told(flow(body), masthead)
    blocks, notes_below = without_asides(told + notes, {m.label for line in parts.above for m in line.marks})
    masthead_notes = [*asides, *notes_below]
    formulas, strange = _sorted(text.others, [*masthead, *masthead_notes])
    return Source(
        tuple(line for line in masthead if line not in asides),
        parts.organ,
        tuple(blocks),
        tuple(line for line in (parts.formula, *formulas, *stamps) if line),
        (*_boxed(lines), *remarks(text), *strange),
        masthead_notes=tuple(masthead_notes),
    )


def _boxed(lines: Sequence[Line]) -> list[ReadWarning]:
    """A remark for each paragraph that text boxes are anchored in; where they would belong nobody can say."""
    found = []
    for line in lines:
        if words := " ".join(filter(None, (boxed.block().text for boxed in line.boxes))):
            message = "a text box is not part of the text"
            found.append(
                ReadWarning(message, f"paragraph {line.place} of the file", needs_look=True, text=words)
            )
    return found


def _sorted(lines: Sequence[str], known: Sequence[str]) -> tuple[list[str], list[ReadWarning]]:
    """The lines of headers and footers that repeat the masthead or count pages, and a remark on others."""
    usual = [line for line in lines if is_furniture(line, known)]
    others = " ".join(line for line in lines if line not in usual)
    message = "a header or footer says what the text does not; it is not read into the text"
    return usual, [ReadWarning(message, "header", needs_look=True, text=others)] if others else []
