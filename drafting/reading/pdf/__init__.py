# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading PDF files that have a text layer.

    pdfium.py      the library: pages as pieces of text with their places and fonts
    rows.py        pieces to rows, as the eye sees them
    furniture.py   running headers, page and job numbers
    notes.py       the zone of the footnotes, and the marks in the text
    paragraphs.py  rows to paragraphs, over columns and pages
    divided.py     words divided at the end of a line
    layout.py      all of it together, from pages to a Source

All this happens in a process of its own (`drafting.reading.apart`): the library is written in C++, and a
damaged file must not be able to end Penholder.
"""

from __future__ import annotations

from drafting.reading.apart import source_apart
from drafting.reading.source import Document, Source


def source_of(document: Document) -> Source:
    """What stands in a PDF file; raises UnreadableFile when it is damaged, locked or has no text layer."""
    return source_apart("drafting.reading.pdf.layout:source_of", document)
