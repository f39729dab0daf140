# SPDX-License-Identifier: GPL-3.0-or-later
"""How new words look in somebody else's file: as the words beside them do, italics aside."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from docx.oxml.ns import qn

from drafting.writing.ooxml import Element, text_elements, w

_NOT_TAKEN = {qn(f"w:{name}") for name in ("i", "iCs", "rStyle", "vertAlign", "rPrChange", "ins", "del")}
_BEFORE_ITALICS = [qn(f"w:{name}") for name in ("rStyle", "rFonts", "b", "bCs")]
_OUR_MARKS = {qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")}


def run(text: str, model: Element | None, *, italic: bool = False) -> Element:
    """A run with this text that looks like the model."""
    look = plain(model)
    if italic:
        at = sum(1 for child in look if child.tag in _BEFORE_ITALICS)
        look.insert(at, w("i"))
        look.insert(at + 1, w("iCs"))
    return w("r", *([look] if len(look) else []), *text_elements(text))


def plain(model: Element | None) -> Element:
    """The look of a run without what belongs to its own words: italics, links, raised marks."""
    found = model.find(qn("w:rPr")) if model is not None else None
    look = w("rPr")
    if found is not None:
        look.extend(deepcopy(child) for child in found if child.tag not in _NOT_TAKEN)
    return look


def reference(number: int, models: Iterable[Element]) -> Element:
    """The run of a footnote mark that looks like those that are there."""
    for model in models:
        around = model.getparent()
        look = around.find(qn("w:rPr")) if around is not None else None
        if look is not None:
            return w("r", deepcopy(look), w("footnoteReference", id=number))
    return w("r", w("rPr", w("vertAlign", val="superscript")), w("footnoteReference", id=number))


def shape(model: Element) -> Element:
    """The properties of a paragraph like the model, without sections and without marks of changes."""
    found = model.find(qn("w:pPr"))
    copy = deepcopy(found) if found is not None else w("pPr")
    for child in list(copy):
        if child.tag in (qn("w:sectPr"), qn("w:pPrChange")):
            copy.remove(child)
        elif child.tag == qn("w:rPr"):
            for mark in [one for one in child if one.tag in _OUR_MARKS]:
                child.remove(mark)
    return copy


def mark_end(properties: Element, mark: Element) -> None:
    """Put the mark of a change on the end of a paragraph."""
    look = properties.find(qn("w:rPr"))
    if look is None:
        look = w("rPr")
        later = [child for child in properties if child.tag in (qn("w:sectPr"), qn("w:pPrChange"))]
        if later:
            later[0].addprevious(look)
        else:
            properties.append(look)
    look.insert(0, mark)
