# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions in XML as the United Nations publish them: Akoma Ntoso in its form for the UN (AKN4UN)."""

from __future__ import annotations

from drafting.reading.akn.parsing import parse
from drafting.reading.akn.reader import source_from
from drafting.reading.source import Document, Source


def source_of(document: Document) -> Source:
    """What stands in an Akoma Ntoso file: masthead, text, footnotes as printed, closing lines, annexes.

    No word outside the metadata is lost: each stands in a line of the masthead, a formula, a block or the
    text of a warning. What the metadata name (symbol, dates, session, language) is in `told`. Raises
    UnreadableFile when the file is damaged, of another kind, or unsafe.
    """
    return source_from(lambda listener: parse(document, listener))
