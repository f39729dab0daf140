# SPDX-License-Identifier: GPL-3.0-or-later
"""The document with tracked changes, laid out like the clean draft."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document

from drafting.comparing.records import Alignment
from drafting.writing.body import Body
from drafting.writing.laid import Laid
from drafting.writing.layout import Layout, layout_of
from drafting.writing.masthead import masthead_table, masthead_words
from drafting.writing.numbering import Numbering, Place
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.package import package_bytes
from drafting.writing.tracked.marking import Marking
from drafting.writing.tracked.moving import MovingMarking
from drafting.writing.tracked.sequence import sequence
from drafting.writing.tracked.stamp import NOBODY, Signature, Stamps
from drafting.writing.word import document_of


def tracked_bytes(
    alignment: Alignment,
    signature: Signature = NOBODY,
    options: WordOptions = DEFAULTS,
    *,
    moves: bool = False,
) -> bytes:
    """The new text of an alignment as a .docx file in which all that differs from the old one is tracked.

    With every change accepted it is the clean file of the new text, with every change rejected that of the
    old: words, numbers, footnotes, and the lines above and below the text. With `moves` a paragraph that
    stands in another place is tracked as moved, else as deleted and inserted.
    """
    made = MovingMarking if moves else Marking
    return package_bytes(both_texts(alignment, options, lambda _: made(options, Stamps(signature))))


def both_texts(
    alignment: Alignment, options: WordOptions, marking_in: Callable[[Layout], Marking]
) -> Document:
    """Both texts of an alignment in one document; `marking_in` its layout shows what changed."""
    old, new = alignment.old, alignment.new
    layout = layout_of(new.masthead)
    former = Numbering(layout)
    before = list(Body(old, former, options).laid())
    numbering = Numbering(layout, beside=former)
    after = list(Body(new, numbering, options, _places(before, alignment)).laid())
    marking = marking_in(layout)
    words = masthead_words(old, options), masthead_words(new, options)
    items = sequence(before, after, alignment, moves=marking.moves)
    paragraphs = [
        masthead_table(layout, lambda name: marking.line(words[0][name], words[1][name])),
        *(element for item in items for element in marking.elements(item)),
    ]
    return document_of(new, paragraphs, marking.notes, numbering, options)


def _places(before: list[Laid], alignment: Alignment) -> dict[str, Place]:
    """The places of the old paragraphs by the ids of those they live on in."""
    known = {one.paragraph.id: one.place for one in before if one.place is not None}
    return {
        new: known[old]
        for pair in alignment.pairs
        for old, new in zip(pair.old, pair.new, strict=False)
        if old in known
    }
