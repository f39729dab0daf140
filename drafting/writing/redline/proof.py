# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of a redline: it is read out both ways before anybody gets it.

Without what is struck through, every paragraph must hold letter by letter what the clean file of the new text
holds, with its number and footnotes. Without what is bold and underlined, it must hold what that of the old
text does; the numbers printed are those of the new one.
"""

from __future__ import annotations

from drafting.comparing.records import Alignment
from drafting.errors import TrackingFailed
from drafting.resolution import Resolution
from drafting.writing.layout import Layout, layout_of
from drafting.writing.marked import Mark
from drafting.writing.official.package import NOTES, TEXT, packed, parts
from drafting.writing.official.proof import letters, see_same
from drafting.writing.ooxml import Element
from drafting.writing.options import WordOptions
from drafting.writing.redline.notes import put_back
from drafting.writing.redline.reading_out import read_out
from drafting.writing.tracked.proof import differences, read_back
from drafting.writing.word import word_bytes


def prove(data: bytes, alignment: Alignment, options: WordOptions) -> None:
    """Raises TrackingFailed, which names the first paragraph that would read otherwise."""
    layout = layout_of(alignment.new.masthead)  # the one the file has, whichever text is shown
    new = _read_out(data, Mark.DELETED, alignment.new, options, layout)
    for found, wanted in differences(read_back(new), word_bytes(alignment.new, options.bare, layout=layout)):
        raise TrackingFailed("accepted", found, wanted)
    _read_out(data, Mark.INSERTED, alignment.old, options, layout)


def _read_out(data: bytes, left_out: Mark, meant: Resolution, options: WordOptions, layout: Layout) -> bytes:
    """The file without what is of this mark, in which nothing is missing of the text meant, nor too much."""
    text, notes = parts(data)
    if left_out is Mark.INSERTED:
        put_back(text, notes)
    for root in (text, notes):
        read_out(root, left_out)
    taken = "accepted" if left_out is Mark.DELETED else "rejected"
    clean = parts(word_bytes(meant, options.bare, layout=layout))
    see_same(_said(text, notes), _said(*clean), taken)
    return packed(data, {TEXT: text, NOTES: notes})


def _said(text: Element, notes: Element) -> list[str]:
    """The letters of each paragraph without the tabs before them, which follow from its place."""
    return [one.lstrip("\t") for one in letters(text, notes)]
