# SPDX-License-Identifier: GPL-3.0-or-later
"""Word files (.docx): the templates of New York and Geneva, a delegation's plain Word, Penholder's own.

The package is read with zipfile and lxml. python-docx would not do: it knows neither footnotes nor tracked
changes, and loses the boundary between two words at a soft line break.
"""

from __future__ import annotations

from dataclasses import replace

from drafting.reading.source import Document, Source
from drafting.reading.word.file import WordFile
from drafting.reading.word.remarks import comments_told
from drafting.reading.word.sources import source_from
from drafting.reading.word.tracked import View

__all__ = ["source_of"]


def source_of(document: Document, *, literal: bool = False) -> Source:
    """What stands in a Word file: all tracked changes accepted, and in `original` all of them rejected.

    Every word of it stands in the masthead, the text, the notes, a revision, a comment, a formula or a
    warning. Where the end of a paragraph was deleted, the words before and behind it are parted, unless what
    Word itself shows is wanted, `literal`. Raises UnreadableFile when the file is damaged, protected, or
    unpacks beyond all measure.
    """
    file = WordFile(document, literal=literal)
    before = file.read(View.ORIGINAL) if file.is_tracked else None
    text = file.read(View.ACCEPTED, before)
    source = source_from(text, file.comments.stamps)
    return replace(
        source,
        revisions=text.record.revisions() if text.record is not None else (),
        comments=file.comments.comments,
        warnings=(*source.warnings, *comments_told(file.comments.comments)),
        original=source_from(before) if before is not None else None,
    )
