# SPDX-License-Identifier: GPL-3.0-or-later
"""How new words look in somebody else's file: as the words beside them do, italics aside."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from docx.oxml.ns import qn

from drafting.writing.ooxml import Element, text_elements, w
from drafting.writing.runs import plain_runs
from drafting.writing.tracked.stamp import Stamps

_NOT_TAKEN = {qn(f"w:{name}") for name in ("i", "iCs", "rStyle", "vertAlign", "rPrChange", "ins", "del")}
_BEFORE_ITALICS = [qn(f"w:{name}") for name in ("rStyle", "rFonts", "b", "bCs")]
_AFTER_HIGHLIGHT = {
    qn(f"w:{name}")
    for name in (
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
        *("specVanish", "oMath", "rPrChange"),
    )
}
_CHANGED = qn("w:rPrChange")
_MARKS = {qn("w:ins"), qn("w:moveTo")}
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


def bold(model: Element) -> Element:
    """A run like the model, without words, in bold letters."""
    return w("r", _bold(plain(model)))


def embolden(kept: Iterable[Element], stamps: Stamps) -> None:
    """Make words that stay bold, tracked; those that come are bold already."""
    for one in kept:
        around = one.getparent()
        if around is None or around.tag in _MARKS:
            continue
        look = one.find(qn("w:rPr"))
        before = w(
            "rPr", *(deepcopy(child) for child in look if child.tag != _CHANGED) if look is not None else ()
        )
        if look is None:
            look = w("rPr")
            one.insert(0, look)
        _bold(look)
        if look.find(_CHANGED) is None:
            look.append(stamps.mark("rPrChange", before))


def _bold(look: Element) -> Element:
    for tag in _BEFORE_ITALICS[2:]:
        for child in look.findall(tag):
            look.remove(child)
    at = sum(1 for child in look if child.tag in _BEFORE_ITALICS)
    look.insert(at, w("b"))
    look.insert(at + 1, w("bCs"))
    return look


def highlight_blanks(root: Element, first: int) -> None:
    """Mark placeholders yellow in words that come with a change of this id or a later one."""
    for mark in list(root.iter(qn("w:ins"), qn("w:moveTo"))):
        if int(mark.get(qn("w:id")) or 0) >= first:
            for made in list(mark.iter(qn("w:r"))):
                _highlight(made)


def _highlight(made: Element) -> None:
    """Divide a run where placeholders begin and end in it."""
    pieces = [(child, plain_runs(child.text or "")) for child in made if child.tag == qn("w:t")]
    if not any(piece.blank for _, found in pieces for piece in found):
        return
    look = plain_look(made)
    for child in [one for one in made if one.tag != qn("w:rPr")]:
        if child.tag != qn("w:t"):
            made.addprevious(w("r", deepcopy(look), child))
            continue
        for piece in plain_runs(child.text or ""):
            shown = deepcopy(look)
            if piece.blank:
                before = [one for one in shown if one.tag in _AFTER_HIGHLIGHT]
                shown.insert(shown.index(before[0]) if before else len(shown), w("highlight", val="yellow"))
            made.addprevious(w("r", shown, *text_elements(piece.text)))
    parent = made.getparent()
    assert parent is not None, "what comes stands in its mark"
    parent.remove(made)


def plain_look(made: Element) -> Element:
    """The look of a run that we made, without any highlight."""
    found = made.find(qn("w:rPr"))
    look = deepcopy(found) if found is not None else w("rPr")
    for child in look.findall(qn("w:highlight")):
        look.remove(child)
    return look


def same_shape(properties: Element, change: Element) -> None:
    """Mark the properties of a paragraph as changed to what they are; not where a change or a section is."""
    if properties.find(qn("w:pPrChange")) is None and properties.find(qn("w:sectPr")) is None:
        change.append(w("pPr", *(deepcopy(child) for child in properties if child.tag != qn("w:rPr"))))
        properties.append(change)


def properties_of(paragraph: Element) -> Element:
    """The properties of a paragraph, which gets some when it has none."""
    found = paragraph.find(qn("w:pPr"))
    if found is None:
        found = w("pPr")
        paragraph.insert(0, found)
    return found


def reference(number: int, models: Iterable[Element]) -> Element:
    """The run of a footnote mark that looks like those that are there."""
    for model in models:
        around = model.getparent()
        look = around.find(qn("w:rPr")) if around is not None else None
        if look is not None:
            return w("r", deepcopy(look), w("footnoteReference", id=number))
    return w("r", w("rPr", w("vertAlign", val="superscript")), w("footnoteReference", id=number))


def comma(mark: Element) -> Element:
    """The raised comma beside the mark of a footnote that stands at one place with another (rule 4.4)."""
    look = mark.find(qn("w:rPr"))
    return w("r", *([deepcopy(look)] if look is not None else []), *text_elements(","))


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


def come_again(line: Element, stamps: Stamps) -> Element:
    """A paragraph that comes and says the same as one that is there, in the same look."""
    made = w("p", shape(line))
    mark_end(made[0], stamps.mark("ins"))
    words = (run for run in line.iter(qn("w:r")) if run.find(qn("w:t")) is not None)
    copies = [
        w("r", plain_look(run), *(deepcopy(one) for one in run.iterchildren(qn("w:t")))) for run in words
    ]
    made.append(stamps.mark("ins", *copies))
    return made


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
