# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution as a Word file, laid out as the United Nations prints it, without the emblem.

What is written here is the clean text. Everything the drafter sees as a number (paragraphs, points, sections,
footnotes, pages) is counted by Word, so that it stays right when the text is edited there.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docx.document import Document

from drafting.files import write_atomically
from drafting.resolution import Resolution
from drafting.writing.beside import NOWHERE, Origins
from drafting.writing.bodies import is_adopted, number_printed
from drafting.writing.body import Body
from drafting.writing.clean import Clean
from drafting.writing.footnotes import footnotes_xml, made
from drafting.writing.headers import add_headers
from drafting.writing.layout import Layout, layout_of
from drafting.writing.masthead import masthead_table, masthead_words
from drafting.writing.numbering import Numbering
from drafting.writing.ooxml import Element
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.package import new_document, package_bytes, set_properties

__all__ = ["WordOptions", "document_of", "word_bytes", "write_word"]


def word_bytes(
    resolution: Resolution,
    options: WordOptions = DEFAULTS,
    origins: Origins = NOWHERE,
    layout: Layout | None = None,
) -> bytes:
    """The resolution as a .docx file, in the layout of its body if no other is asked for.

    Every word of the record is in it, in order; same record and options give the same bytes. A record without
    a date of adoption is laid out as a draft, one with a date as an adopted text. `origins` are printed when
    the options want them.
    """
    layout = layout or layout_of(resolution.masthead)
    numbering, clean = Numbering(layout), Clean(options, origins)
    laid = Body(resolution, numbering, options).laid()
    words = masthead_words(resolution, options)
    body = [masthead_table(layout, lambda name: clean.line(words[name])), *clean.elements(laid)]
    notes = made(clean.notes, options.highlight_placeholders)
    return package_bytes(document_of(resolution, body, notes, numbering, options))


def document_of(
    resolution: Resolution,
    body: Iterable[Element],
    notes: Iterable[Element],
    numbering: Numbering,
    options: WordOptions,
) -> Document:
    """A document of these elements, with the page, headers and properties of the resolution."""
    layout, masthead = numbering.layout, resolution.masthead
    document = new_document(body, footnotes_xml(notes, layout), numbering.part(), layout, options)
    add_headers(document, resolution, layout, options)
    title = f"{number_printed(masthead, is_adopted(resolution))} {masthead.title}".strip() or masthead.symbol
    set_properties(document, title, layout["language"], options)
    return document


def write_word(
    resolution: Resolution, path: Path, options: WordOptions = DEFAULTS, origins: Origins = NOWHERE
) -> None:
    """Write the resolution to `path`, whole or not at all; raises WriteFailed."""
    write_atomically(path, word_bytes(resolution, options, origins))
