# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes that a page joins by links: which link is a mark, and which element holds the text.

Word, LibreOffice, Google Docs and the makers of Markdown all do it alike: the mark links to the text further
down, and mostly the text links back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from drafting.reading.html.style import Styles, is_raised, text_of

_LABEL = re.compile(
    r"[\[(]?\s*(\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|\*{1,4}|[\u2020\u2021\u00a7\u00b6]{1,3})\s*[\])]?"
)
_BACK = re.compile(r"[\u2191\u21a9\u2912\u2b06\u25b2^\ufe0e\ufe0f\s]*")
_NOTE_NAME = re.compile(r"fn|ftn|foot|note|sdendnote|cite", re.IGNORECASE)
_INLINE = frozenset({"a", "sup", "span", "b", "i", "em", "strong", "font", "small", "cite"})
_HOLDERS = frozenset({"li", "dd", "td", "aside", "div", "section"})


@dataclass(slots=True)
class LinkedNotes:
    """The marks with their labels, the links back, and the elements whose text is that of a footnote."""

    marks: dict[etree._Element, str] = field(default_factory=dict)
    backs: set[etree._Element] = field(default_factory=set)
    texts: dict[etree._Element, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Link:
    element: etree._Element
    target: etree._Element
    label: str


def linked_notes(root: etree._Element, styles: Styles) -> LinkedNotes:
    """The footnotes of a page that are joined by links, empty when it has none."""
    place = {element: at for at, element in enumerate(root.iter(etree.Element))}
    links = list(_links(root))
    notes = LinkedNotes()
    for link in links:
        if link.label and place[link.element] < place[link.target] and link.element not in notes.backs:
            back = _back(link, links)
            if back is None and not _is_note(link, styles):
                continue
            notes.marks[link.element] = link.label
            notes.backs |= {back.element} if back else set()
            notes.texts.setdefault(link.target, link.label)
    notes.texts = _regions(notes)
    return notes


def _links(root: etree._Element) -> Iterator[_Link]:
    """The links within the page that look like a mark or like the way back to one."""
    named: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                named.setdefault(name, element)
    for element in root.iter("a"):
        target = named.get(unquote(element.get("href", "").partition("#")[2]))
        if target is not None and target is not element:
            text = text_of(element).strip()
            label = _LABEL.fullmatch(text)
            if label or _BACK.fullmatch(text):
                yield _Link(element, target, label[1] if label else "")


def _back(link: _Link, links: list[_Link]) -> _Link | None:
    """The link that leads from the text of the footnote back to its mark."""
    ends = {link.element, *_around(link.element)}
    for other in links:
        if other.target in ends and other.element is not link.element:
            if other.element is link.target or link.target in other.element.iterancestors():
                return other
            if _block_of(other.element) is _block_of(link.target):
                return other
    return None


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """What stands around a mark in its line, and may be what the way back leads to."""
    for ancestor in element.iterancestors():
        if ancestor.tag not in _INLINE:
            return
        yield ancestor


def _is_note(link: _Link, styles: Styles) -> bool:
    """Whether a link without a way back is a mark all the same: it is raised, or its target says so."""
    around = (link.element, *_around(link.element), *link.element.iter("sup"))
    name = f"{link.target.get('id', '')} {link.target.get('class', '')} {link.target.get('name', '')}"
    return bool(_NOTE_NAME.search(name)) or any(is_raised(element, styles.of(element)) for element in around)


def _block_of(element: etree._Element) -> etree._Element:
    """The element with lines of its own in which an element stands."""
    while element.tag in _INLINE and (parent := element.getparent()) is not None:
        element = parent
    return element


def _regions(notes: LinkedNotes) -> dict[etree._Element, str]:
    """The largest element that holds one footnote alone, beginning with it."""
    taken = {ancestor for mark in notes.marks for ancestor in mark.iterancestors()}
    blocks = {_block_of(target): label for target, label in notes.texts.items()}
    shared: dict[etree._Element, int] = {}
    for block in blocks:
        for ancestor in block.iterancestors():
            shared[ancestor] = shared.get(ancestor, 0) + 1
    found: dict[etree._Element, str] = {}
    for block, label in blocks.items():
        region = block
        while (parent := region.getparent()) is not None and _holds_note(parent, region, taken):
            if shared[parent] > 1:
                break
            region = parent
        if region not in taken:
            found[region] = label
    return found


def _holds_note(parent: etree._Element, child: etree._Element, taken: set[etree._Element]) -> bool:
    """Whether a footnote may fill its parent: it begins there, and the parent is made for one."""
    if parent in taken or parent.tag not in _HOLDERS or (parent.text or "").strip():
        return False
    told = (
        f"{parent.get('id', '')} {parent.get('class', '')} {parent.get('style', '')} {parent.get('role', '')}"
    )
    made = parent.tag in {"li", "dd"} or bool(_NOTE_NAME.search(told))
    return made and not any(text_of(before).strip() for before in child.itersiblings(preceding=True))
