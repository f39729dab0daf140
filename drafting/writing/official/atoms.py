# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph of somebody else's Word file, letter by letter, to be cut without touching the rest.

Runs, links, bookmarks and fields stay where they are: a cut divides the elements it falls into, and nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from drafting.writing.ooxml import XML_SPACE, Element

_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_RUN, _TEXT = qn("w:r"), qn("w:t")
_GONE = {qn("w:del"), qn("w:moveFrom")}
_LOOK = qn("w:rPr")
_ASIDE = {qn("w:drawing"), qn("w:pict"), qn("w:object")}  # what stands in them is no text of the paragraph
_OWN_MARK, _ON = qn("w:customMarkFollows"), ("1", "true", "on")
NOTE = "\ufffc"
"""Stands for the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One letter, or the mark of a footnote: in which run it stands, and where in it.

    `child` is the element in the run, `at` the place in its text. `raised` letters may be a typed or repeated
    mark of a footnote. `note` is the id of the footnote that a mark refers to.
    """

    letter: str
    run: Element
    child: Element
    at: int = 0
    raised: bool = False
    note: str = ""


def atoms(paragraph: Element) -> list[Atom]:
    """The letters of a paragraph in order; what is deleted in it already is passed over."""
    found: list[Atom] = []
    in_code = 0
    for run in _runs(paragraph):
        raised = _is_raised(run)
        for child in run:
            if child.tag == qn("w:fldChar"):
                kind = child.get(qn("w:fldCharType"))
                in_code += {"begin": 1, "separate": -1}.get(kind or "", 0)
            elif in_code > 0:
                continue
            elif child.tag == _TEXT:
                found += [Atom(letter, run, child, at, raised) for at, letter in enumerate(child.text or "")]
            elif child.tag in _SIGNS:
                found.append(Atom(_SIGNS[child.tag], run, child))
            elif child.tag == qn("w:footnoteReference"):
                found.append(Atom(NOTE, run, child, raised=True, note=child.get(qn("w:id")) or ""))
                raised = (
                    raised or child.get(_OWN_MARK) in _ON
                )  # the asterisk behind it is no word of the text
    return found


def _runs(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == _RUN:
            yield child
        elif child.tag not in _GONE and child.tag not in _ASIDE and isinstance(child.tag, str):
            yield from _runs(child)


def _is_raised(run: Element) -> bool:
    look = run.find(_LOOK)
    if look is None:
        return False
    place = look.find(qn("w:vertAlign"))
    style = look.find(qn("w:rStyle"))
    named = style is not None and "footnote" in (style.get(qn("w:val")) or "").lower()
    return named or (place is not None and place.get(qn("w:val")) == "superscript")


def cut(found: Sequence[Atom], places: Iterable[int]) -> dict[int, Element]:
    """Cut the runs of a paragraph in front of the atoms at these places; gives the run that begins at each.

    The atoms themselves are out of date afterwards.
    """
    begins: dict[int, Element] = {}
    for place in sorted(set(places), reverse=True):  # from the end, so that what stands before stays true
        if not 0 <= place < len(found):
            continue
        atom = found[place]
        same = place > 0 and found[place - 1].run is atom.run
        begins[place] = _second_part(atom) if same else atom.run
    return begins


def _second_part(atom: Atom) -> Element:
    """Divide the run of an atom in front of it; gives the part that begins with it."""
    first = atom.run
    index = list(first).index(atom.child)
    second = deepcopy(first)
    for place, child in enumerate(list(first)):
        if place > index or (place == index and not atom.at):
            first.remove(child)
    for place, child in enumerate(list(second)):
        if place < index and child.tag != _LOOK:
            second.remove(child)
    if atom.at:
        text, copy = atom.child, second[0 if second[0].tag != _LOOK else 1]
        whole = text.text or ""
        text.text, copy.text = whole[: atom.at], whole[atom.at :]
        for one in (text, copy):
            one.set(XML_SPACE, "preserve")
    first.addnext(second)
    return second


def runs_of(element: Element) -> list[Element]:
    """The runs of a paragraph in order, those of links and of other people's insertions as well."""
    return list(_runs(element))


def lift(run: Element, paragraph: Element) -> Element:
    """Divide the links and insertions around a run in front of it, so that a new element can stand there.

    Gives the child of the paragraph that now begins with the run.
    """
    inner = run
    while (around := inner.getparent()) is not None and around is not paragraph:
        if inner.getprevious() is not None:
            second = deepcopy(around)
            second[:] = list(around)[list(around).index(inner) :]
            around.addnext(second)
            around = second
        inner = around
    return inner
