# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers Word prints in somebody else's file, and the indents its lists give."""

from __future__ import annotations

from pathlib import Path

from docx.oxml.ns import qn

from drafting.reading.source import Document
from drafting.reading.word.numbering import Numbering
from drafting.reading.word.package import Package
from drafting.reading.word.styles import Styles
from drafting.writing.ooxml import Element, w

_NUMBERING, _INDENT, _TABS = qn("w:numPr"), qn("w:ind"), qn("w:tabs")


class Printed:
    """The lists and styles of one package; neither is ever changed by us."""

    def __init__(self, data: bytes) -> None:
        package = Package(Document(Path("official.docx"), data))
        styles = package.related("styles")
        self._styles = Styles(styles)
        self._lists = package.related("numbering")
        found = styles.iter(qn("w:style")) if styles is not None else ()
        self._by_id = {one.get(qn("w:styleId")) or "": one for one in found}

    def labels(self, text: Element) -> dict[Element, str]:
        """What Word prints before each paragraph, counted in their order; boxes are left out."""
        counts = Numbering(self._lists, self._styles)
        return {
            one: counts.label(self._styles.paragraph(one.find(qn("w:pPr"))))[0]
            for one in text.iter(qn("w:p"))
            if next(one.iterancestors(qn("w:txbxContent")), None) is None
        }

    def numbering(self, properties: Element) -> Element | None:
        """The list and level that number a paragraph, as it says itself or its style does; None without."""
        look = self._styles.paragraph(properties)
        _, depth = Numbering(self._lists, self._styles).label(look)
        return w("numPr", w("ilvl", val=depth - 1), w("numId", val=look.num or 0)) if depth else None

    def indents(self, properties: Element) -> list[Element]:
        """The tabs and indents of a counted paragraph that it would lose with its number.

        The indents of a list go before those of the style, unless it is the style that names the list.
        Source: ECMA-376 part 1, 17.9.23 and 17.3.1.12.
        """
        numbering = self.numbering(properties)
        if numbering is None or properties.find(_INDENT) is not None:
            return []
        by_style = self._of_styles(properties)
        level = self._level(numbering)
        by_list = {child.tag: child for child in level} if level is not None else {}
        own = properties.find(_NUMBERING) is not None
        found = by_style | by_list if own else by_list | by_style
        kept = [tag for tag in (_TABS, _INDENT) if tag in found and properties.find(tag) is None]
        return [w(tag.rpartition("}")[2], *_copies(found[tag]), **_said(found[tag])) for tag in kept]

    def _of_styles(self, properties: Element) -> dict[str, Element]:
        """The tabs and indents of the style of a paragraph, and of those it is based on."""
        found: dict[str, Element] = {}
        named, seen = properties.find(qn("w:pStyle")), set[str]()
        while (
            named is not None and (name := named.get(qn("w:val")) or "") in self._by_id and name not in seen
        ):
            seen.add(name)
            style = self._by_id[name]
            for child in style.findall(f"{qn('w:pPr')}/*"):
                if child.tag == _INDENT and _INDENT in found:
                    said = {**_said(child), **_said(found[_INDENT])}
                    found[_INDENT] = w("ind", **said)
                elif child.tag in {_INDENT, _TABS}:
                    found.setdefault(child.tag, child)
            named = style.find(qn("w:basedOn"))
        return found

    def _level(self, numbering: Element) -> Element | None:
        """The paragraph properties of a level of a list."""
        if self._lists is None:
            return None
        at, num = (child.get(qn("w:val")) for child in numbering)
        instance = next(
            (one for one in self._lists.findall(qn("w:num")) if one.get(qn("w:numId")) == num), None
        )
        if instance is None:
            return None
        named = instance.find(qn("w:abstractNumId"))
        abstract = named.get(qn("w:val")) if named is not None else None
        lists = self._lists.findall(qn("w:abstractNum"))
        model = [one for one in lists if one.get(qn("w:abstractNumId")) == abstract]
        levels = (one for place in (instance, *model) for one in place.iter(qn("w:lvl")))
        level = next((one for one in levels if one.get(qn("w:ilvl")) == at), None)
        return level.find(qn("w:pPr")) if level is not None else None


def _said(element: Element) -> dict[str, str]:
    """The attributes of an element by their names without namespace."""
    return {str(name).rpartition("}")[2]: str(said) for name, said in element.attrib.items()}


def _copies(element: Element) -> list[Element]:
    return [w("tab", **_said(child)) for child in element]
