# SPDX-License-Identifier: GPL-3.0-or-later
"""All tracked changes of a part accepted, or rejected, as Word does it."""

from __future__ import annotations

from docx.oxml.ns import qn

from drafting.writing.ooxml import Element

_COMES, _GOES = ("ins", "moveTo"), ("del", "moveFrom")
_FORMATS = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "numberingChange",
)
_ENDS = tuple(qn(f"w:move{side}Range{end}") for side in ("From", "To") for end in ("Start", "End"))
_BETWEEN = {
    qn("w:bookmarkStart"),
    qn("w:bookmarkEnd"),
    qn("w:proofErr"),
    *_ENDS,
}  # no paragraphs, and in nobody's way
_WORDS = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}


def settle(root: Element, *, accept: bool) -> None:
    """Settle every change in a part, in place: words, ends of paragraphs, and how they looked before."""
    lost, kept = (_GOES, _COMES) if accept else (_COMES, _GOES)
    for paragraph in list(root.iter(qn("w:p"))):
        _settle_end(paragraph, lost, kept)
    for name in lost:
        for element in list(root.iter(qn(f"w:{name}"))):
            _parent(element).remove(element)
    for name in kept:
        for element in list(root.iter(qn(f"w:{name}"))):
            _unwrap(element)
    for text in root.iter(*_WORDS):
        text.tag = _WORDS[text.tag]
    for end in list(root.iter(*_ENDS)):  # of moves that are settled with the words in them
        _parent(end).remove(end)
    for name in _FORMATS:
        for change in list(root.iter(qn(f"w:{name}"))):
            _settle_look(change, accept=accept)


def _settle_end(paragraph: Element, lost: tuple[str, ...], kept: tuple[str, ...]) -> None:
    look = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    if look is None:
        return
    marks = {child.tag: child for child in look}
    for name in kept:
        if (mark := marks.get(qn(f"w:{name}"))) is not None:
            look.remove(mark)
    if any(qn(f"w:{name}") in marks for name in lost):
        _join_to_next(paragraph)


def _join_to_next(paragraph: Element) -> None:
    """The end of a paragraph goes: what it holds begins the next one, whose properties remain."""
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    if following is None or following.tag != qn("w:p"):
        return
    first = 1 if following.find(qn("w:pPr")) is not None else 0
    for at, child in enumerate([one for one in paragraph if one.tag != qn("w:pPr")], start=first):
        following.insert(at, child)
    _parent(paragraph).remove(paragraph)


def _unwrap(element: Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _parent(element).remove(element)


def _settle_look(change: Element, *, accept: bool) -> None:
    """What was changed in a look; rejected, the look before comes back."""
    properties = _parent(change)
    if accept:
        properties.remove(change)
        return
    former = next(iter(change), None)
    end = properties.find(qn("w:rPr")) if properties.tag == qn("w:pPr") else None
    for child in list(properties):
        if child is not end:
            properties.remove(child)
    if former is not None:
        for place, child in enumerate(list(former)):
            properties.insert(place, child)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None, "a change stands in something"
    return parent
