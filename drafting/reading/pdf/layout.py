# SPDX-License-Identifier: GPL-3.0-or-later
"""From the pages of a PDF file to what the recogniser takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafting.errors import UnreadableFile
from drafting.reading.blocks import Block
from drafting.reading.masthead.forms import formula_in
from drafting.reading.pdf.columns import Table, in_reading_order
from drafting.reading.pdf.divided import Words
from drafting.reading.pdf.furniture import without_furniture
from drafting.reading.pdf.notes import Zones, size_of_text, without_notes
from drafting.reading.pdf.paragraphs import Measures, Paragraphs
from drafting.reading.pdf.pdfium import Page, pages_of
from drafting.reading.pdf.rows import Row, rows_of, runs_leftward
from drafting.reading.source import Document, Source
from drafting.reading.structure.signs import begins_text
from drafting.resolution import ReadWarning
from drafting.translation import tr

_HEAD = 120  # rows in which the text has begun, if it is a resolution
_MASTHEAD = 0.45  # of the height of the first page, where nothing else tells how far it reaches
_PARTED = 1.6  # of the type size: rows of the masthead farther apart are parted by a gap
_UNKNOWN = 0.1  # of all letters: with more of them unnamed the text is no text


def source_of(document: Document) -> Source:
    """What stands in a PDF file; raises UnreadableFile when it is damaged, locked or has no text layer."""
    sheets: list[Page] = []
    pages: list[list[Row]] = []
    for sheet in pages_of(document):
        pages.append(rows_of(sheet))
        sheets.append(replace(sheet, pieces=()))
    _check_text(document, pages, sheets)
    return source_of_rows(pages, sheets, lambda: document.watch.step(document.path, len(pages), len(pages)))


def source_of_rows(pages: Sequence[list[Row]], sheets: Sequence[Page], alive: Callable[[], None]) -> Source:
    """What stands in the rows of all pages; `alive` is called at every page of every step."""
    kept, taken = without_furniture(list(pages), sheets)
    words = Words.of_lines(row.text for rows in kept for row in rows)
    bodies, zones = without_notes(kept, sheets, words, alive)
    ordered = []
    for rows, sheet in zip(bodies, sheets, strict=True):
        alive()
        ordered.append(in_reading_order(rows, sheet, _end_of_masthead(rows, sheet)))
    head, formula, organ, text = _at_formula(ordered)
    starred = _starred(text, zones)
    blocks = _blocks(text, sheets[0], words, zones, stars=starred, alive=alive)
    notes = [note for note in zones.texts if starred or note.note.isdigit()]
    first = () if starred else tuple(f"{note.note} {note.text}" for note in zones.texts if note not in notes)
    warnings = (*words.remarks(), *_unnamed(sheets), *_leftward(blocks))
    formulas = tuple(words for words in (formula, *taken) if words)
    return Source(_lines(head), organ, (*blocks, *notes), formulas, warnings, masthead_notes=first)


def _check_text(document: Document, pages: Sequence[Sequence[Row]], sheets: Sequence[Page]) -> None:
    """Raise UnreadableFile when the pages hold no text that can be read."""
    letters = sum(len(piece.text) for rows in pages for row in rows for piece in row.pieces)
    letters += sum(len(sheet.aside) for sheet in sheets)
    unknown = sum(sheet.unknown for sheet in sheets)
    if letters < 20 * len(sheets) and letters < 400:
        reason = tr(
            "the PDF file has no text layer: its pages are pictures, as a scanner makes them. The file was "
            "not changed. Find the official file in the document system, or have the text recognised (OCR) "
            "and open what comes of it."
        )
        raise UnreadableFile(document.path, reason)
    if unknown > _UNKNOWN * letters:
        reason = tr(
            "the PDF file does not say which letters its signs are, so its text cannot be read. The file was "
            "not changed. Find the official file in the document system, or save it as Word (.docx) and open "
            "that."
        )
        raise UnreadableFile(document.path, reason)


def _unnamed(sheets: Sequence[Page]) -> tuple[ReadWarning, ...]:
    unknown = [sheet for sheet in sheets if sheet.unknown]
    if not unknown:
        return ()
    places = ", ".join(str(sheet.number) for sheet in unknown)
    message = f"signs that the file does not name were left out or may be wrong (page {places})"
    return (ReadWarning(message, f"page {unknown[0].number}", needs_look=True),)


def _leftward(blocks: Sequence[Block]) -> tuple[ReadWarning, ...]:
    """A remark on a text from right to left, whose words a PDF does not part reliably."""
    if not runs_leftward("".join(block.text for block in blocks)):
        return ()
    message = (
        "this PDF is in a script that runs from right to left: the spaces between its words, and the ends of "
        "its paragraphs, are uncertain; the Word file or the XML of the same text reads better"
    )
    return (ReadWarning(message, "text", needs_look=True),)


def _end_of_masthead(rows: Sequence[Row], sheet: Page) -> float:
    """How far down the masthead reaches on a page; its top when it has none."""
    if sheet.number > 1:
        return sheet.height
    return next((row.base for row in rows if formula_in(row.text)), _MASTHEAD * sheet.height)


Ordered = list[list[Row | Table]]


def _at_formula(pages: Ordered) -> tuple[list[Row], str, str, Ordered]:
    """The rows above the text, the organ's line and its name, and the rows of the text.

    Without that line the text begins at the first row that opens as a paragraph does; without either there
    is none, and the rows of the first pages stand above it.
    """
    head = [row for items in pages[:3] for row in items if isinstance(row, Row)][:_HEAD]
    for at, row in enumerate(head):
        following = head[at + 1].text if at + 1 < len(head) else ""
        for text, used in ((row.text, 1), (f"{row.text} {following}", 2)):
            match = formula_in(text)
            if match and not match.start() and match.end() >= len(text.rstrip("*")):
                organ = " ".join(match["organ"].split())
                return head[:at], match.group(), organ, _after(pages, head[: at + used])
    start = next((at for at, row in enumerate(head) if begins_text(row.text)), None)
    return (head, "", "", []) if start is None else (head[:start], "", "", _after(pages, head[:start]))


def _after(pages: Ordered, used: Sequence[Row]) -> Ordered:
    gone = {id(row) for row in used}
    return [[item for item in items if id(item) not in gone] for items in pages]


def _starred(pages: Ordered, zones: Zones) -> bool:
    """Whether an asterisk in the text answers a note with an asterisk (those of the masthead do not)."""
    noted = any(not note.note.isdigit() for note in zones.texts)
    return noted and any("*" in row.text for items in pages for row in items if isinstance(row, Row))


def _blocks(
    pages: Ordered, sheet: Page, words: Words, zones: Zones, *, stars: bool, alive: Callable[[], None]
) -> list[Block]:
    """The paragraphs of the text, tables among them."""
    rows = [[item for item in items if isinstance(item, Row)] for items in pages]
    measures = Measures.of_pages(rows, size_of_text(rows), sheet.width)
    found: list[Block] = []
    waiting: list[list[Row]] = []
    for items in pages:
        alive()
        waiting.append([])
        for item in items:
            if isinstance(item, Table):
                found += Paragraphs(measures, words, zones, stars).of_pages(waiting, alive)
                found += item.blocks()
                waiting = [[]]
            else:
                waiting[-1].append(item)
    return found + Paragraphs(measures, words, zones, stars).of_pages(waiting, alive)


def _lines(rows: Sequence[Row]) -> tuple[str, ...]:
    """The masthead line by line, with an empty line for each gap."""
    lines: list[str] = []
    for at, row in enumerate(rows):
        above = rows[at - 1] if at else row
        if above.page != row.page or above.base - row.base > _PARTED * max(row.size, above.size):
            lines.append("")
        lines.append(row.text)
    return tuple(lines)
