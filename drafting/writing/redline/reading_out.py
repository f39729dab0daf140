# SPDX-License-Identifier: GPL-3.0-or-later
"""A redline read out as one of its two texts: without what is struck through, or without what is bold."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element, w
from drafting.writing.redline.legend import is_legend
from drafting.writing.redline.looks import is_apparatus, mark_of
from drafting.writing.redline.marking import PARTED

_PARAGRAPH, _SHAPE, _RUN, _TEXT = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:t")
_REFERENCE = qn("w:footnoteReference")


def read_out(root: Element, left_out: Mark) -> None:
    """Leave out, in place, every word, footnote mark and paragraph of this mark, and what is of no text.

    A sign for the end of a paragraph that stands in the text that is read becomes one.
    """
    for paragraph in reversed(list(root.iter(_PARAGRAPH))):
        shape = paragraph.find(_SHAPE)
        if shape is not None and is_legend(paragraph):
            _remove(paragraph)
            continue
        _paragraph(paragraph, left_out)
        # One that goes as a whole must be marked in all its words too, for that is what is seen.
        if shape is not None and mark_of(shape) is left_out and not _says(paragraph):
            _remove(paragraph)


def _says(paragraph: Element) -> bool:
    notes = next(paragraph.iter(_REFERENCE), None) is not None
    return notes or any(str(text).strip() for text in paragraph.itertext())


def _paragraph(paragraph: Element, left_out: Mark) -> None:
    """One paragraph; those behind it have been read already."""
    joined = False
    for run in reversed(list(paragraph.iter(_RUN))):
        mark, sign = mark_of(run), is_apparatus(run) and run.findtext(_TEXT) == PARTED
        if sign and left_out is Mark.INSERTED:
            if mark is Mark.DELETED:
                _part(paragraph, run)
            else:
                joined = True
        if mark is left_out or is_apparatus(run):
            _remove(run)
    if joined:
        _join(paragraph)


def _part(paragraph: Element, sign: Element) -> None:
    """What stands behind the sign becomes a paragraph of its own."""
    shape = paragraph.find(_SHAPE)
    paragraph.addnext(w("p", *([deepcopy(shape)] if shape is not None else []), *sign.itersiblings()))


def _join(paragraph: Element) -> None:
    """The next paragraph becomes the end of this one."""
    following = paragraph.getnext()
    assert following is not None, "a paragraph that was divided goes on in the next"
    paragraph.extend([child for child in following if child.tag != _SHAPE])
    _remove(following)


def _remove(element: Element) -> None:
    around = element.getparent()
    assert around is not None, "what is left out stands in something"
    around.remove(element)
