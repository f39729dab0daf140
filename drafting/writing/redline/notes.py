# SPDX-License-Identifier: GPL-3.0-or-later
"""A footnote that is gone, told in the text behind its mark: "¹⁹ [Resolution 71/1.]", struck through.

Of a note at the foot whose mark is not counted, Word prints what is typed before it and LibreOffice the mark
once more. Told in the text, the note is the same everywhere and counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from docx.oxml.ns import qn

from drafting.resolution import Footnote
from drafting.writing.footnotes import FIRST, footnote
from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element
from drafting.writing.redline.looks import apparatus, in_style, is_apparatus, style_of
from drafting.writing.runs import note_reference, own_mark

_MARK, _TEXT = "FootnoteReference", "GoneNote"


def told(note: Footnote, words: Iterable[Element]) -> list[Element]:
    """The runs that stand for a note with these words."""
    return [
        apparatus(own_mark(note) or str(note.number), Mark.DELETED, style=_MARK),
        apparatus(" [", Mark.DELETED, style=_TEXT),
        *(in_style(run, _TEXT) for run in words),
        apparatus("]", Mark.DELETED, style=_TEXT),
    ]


def put_back(text: Element, notes: Element) -> None:
    """Make a footnote again, in place, of each note that is told in the text."""
    for run in [*text.iter(qn("w:r"))]:
        if not is_apparatus(run) or style_of(run) != _MARK:
            continue
        said = [*takewhile(lambda one: style_of(one) == _TEXT, run.itersiblings())]
        mark = run.findtext(qn("w:t")) or ""
        own = "" if mark.isdigit() else mark
        number = max([FIRST - 1, *(int(one.get(qn("w:id")) or 0) for one in notes)]) + 1
        run.addprevious(note_reference(number, own))
        notes.append(footnote(number, [one for one in said if not is_apparatus(one)], own))
        around = run.getparent()
        assert around is not None, "a run stands in a paragraph"
        for one in (run, *said[:1], *said[-1:]):
            around.remove(one)
