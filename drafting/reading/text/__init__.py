# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text and Markdown, as extractors make them from PDF files, to what the recogniser takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting.errors import UnreadableFile
from drafting.reading.blocks import Block, joined
from drafting.reading.formats import TOO_LARGE
from drafting.reading.masthead.asides import with_asides_told, without_asides
from drafting.reading.masthead.forms import formula_in
from drafting.reading.openings import opens_paragraph
from drafting.reading.source import Document, Source
from drafting.reading.structure.labels import label_of
from drafting.reading.structure.signs import begins_text
from drafting.reading.text.decoding import decoded_text
from drafting.reading.text.markup import CELLS, lines_of, without_strikes
from drafting.reading.text.notes import with_notes_told
from drafting.reading.text.pages import without_page_lines
from drafting.reading.text.swapped import in_order
from drafting.reading.text.wrapping import paragraphs
from drafting.resolution import Part
from drafting.translation import tr

_HEAD = 600  # lines in which the text has begun, if it is a resolution
_WIDEST = 3000  # characters of a line that may still belong to the masthead
_STAGES = 4  # of the work, told to whoever waits
_LINES = 20_000  # the longest resolutions have some four thousand


def source_of(document: Document) -> Source:
    """What stands in a text file; raises UnreadableFile when it is no text."""
    decoded = decoded_text(document)
    if decoded.text.count("\n") > _LINES:
        raise UnreadableFile(document.path, tr(TOO_LARGE))
    document.watch.step(document.path, 0, _STAGES)
    text, comments = _without_comments(decoded.text)
    text, struck = without_strikes(text)
    lines = lines_of(text)
    document.watch.step(document.path, 1, _STAGES)
    lines, furniture = without_page_lines(lines)
    lines, swapped = in_order(lines)
    above, formula, organ, below = at_formula(lines)
    document.watch.step(document.path, 2, _STAGES)
    masthead = masthead_lines(above)
    noted = with_notes_told(with_asides_told(below, masthead))
    document.watch.step(document.path, 3, _STAGES)
    body, asides = without_asides(paragraphs(noted), labels_in(above))
    taken = [words for words in (*comments, formula, *furniture) if words]
    remarks = (*decoded.warnings, *struck, *swapped)
    return Source(masthead, organ, tuple(body), tuple(taken), remarks, masthead_notes=asides)


def labels_in(blocks: Iterable[Block]) -> frozenset[str]:
    """The labels of the footnote marks that blocks bear."""
    return frozenset(mark.label for block in blocks for mark in block.marks)


def masthead_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The lines above the text, those of a table cell by cell, an empty one where the source parts them."""
    cells = [(block, block.text.split(CELLS) if block.table else [block.text]) for block in blocks]
    told = [(block.gap or at > 0, text) for block, texts in cells for at, text in enumerate(texts)]
    return tuple(line for gap, text in told for line in (("", text.strip(" |")) if gap else (text,)))


def _without_comments(text: str) -> tuple[str, list[str]]:
    """The text without the comments that converters leave in it, and the comments."""
    kept, comments, at = [], [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        comments.append(" ".join(text[start + 4 : end].split()))
        at = end + 3
    return "".join(kept) + text[at:], comments


def at_formula(lines: Sequence[Block]) -> tuple[list[Block], str, str, list[Block]]:
    """The lines above the text, the organ's line and its name, and the lines of the text.

    Without that line the text begins at the first that opens as a paragraph; without either there is none,
    and every line stands above it.
    """
    for at, line in enumerate(lines[:_HEAD]):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if len(line.text) > _WIDEST:
            break
        for block, used in ((line, 1), *([(joined(line, following), 2)] if following else [])):
            if match := formula_in(block.text):
                before, after = block.cut(0, match.start()), block.cut(match.end())
                above = [*lines[:at], *([before] if before.text else [])]
                below = [*([after.parted()] if after.text else []), *lines[at + used :]]
                return above, match.group(), " ".join(match["organ"].split()), below
        label = label_of(line.text)
        if (
            label is not None
            and label.number == 1
            and opens_paragraph(line.text[label.end :].strip(), Part.OPERATIVE)
        ):
            break
    start = next((at for at, line in enumerate(lines[:_HEAD]) if begins_text(line.text)), None)
    if start is None:
        return list(lines), "", "", []
    return list(lines[:start]), "", "", list(lines[start:])
