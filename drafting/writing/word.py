# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution as a Word file, laid out as the United Nations prints it, without the emblem.

What is written here is the clean text. Everything the drafter sees as a number (paragraphs, points, sections,
footnotes, pages) is counted by Word, so that it stays right when the text is edited there.
"""

from __future__ import annotations

from pathlib import Path

from drafting.files import write_atomically
from drafting.resolution import Resolution
from drafting.updating.records import PLACEHOLDER
from drafting.writing.bodies import is_adopted, number_printed
from drafting.writing.body import Body
from drafting.writing.clean import Clean
from drafting.writing.footnotes import footnotes_xml, made
from drafting.writing.layout import geneva
from drafting.writing.masthead import masthead_table, masthead_words
from drafting.writing.numbering import Numbering
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.package import add_headers, new_document, package_bytes, set_properties

__all__ = ["WordOptions", "word_bytes", "write_word"]


def word_bytes(resolution: Resolution, options: WordOptions = DEFAULTS) -> bytes:
    """The resolution as a .docx file.

    Every word of the record is in it, in order; same record and options give the same bytes. A record without
    a date of adoption is laid out as a draft, one with a date as an adopted text.
    """
    layout, masthead = geneva(), resolution.masthead
    numbering, clean = Numbering(layout), Clean(options)
    laid = Body(resolution, numbering, options).laid()
    words = masthead_words(resolution, options)
    paragraphs = [masthead_table(layout, lambda name: clean.line(words[name])), *clean.elements(laid)]
    notes = footnotes_xml(made(clean.notes, options.highlight_placeholders))
    document = new_document(paragraphs, notes, numbering.part(), layout)
    add_headers(document, masthead.symbol or PLACEHOLDER, options)
    title = f"{number_printed(masthead, is_adopted(resolution))} {masthead.title}".strip() or masthead.symbol
    set_properties(document, title, layout["language"], options)
    return package_bytes(document)


def write_word(resolution: Resolution, path: Path, options: WordOptions = DEFAULTS) -> None:
    """Write the resolution to `path`, whole or not at all; raises WriteFailed."""
    write_atomically(path, word_bytes(resolution, options))
