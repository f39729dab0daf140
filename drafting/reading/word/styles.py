# SPDX-License-Identifier: GPL-3.0-or-later
"""What the styles of a Word file make of its text: italics, bold, hidden text, numbering, headings.

Source: ECMA-376 part 1, 17.7 (order of styles, toggle properties) and 17.3.1 (paragraph properties).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from drafting.reading.word.names import Element, child, local, number, switched, value, value_of

_TOGGLES = {"i": "italic", "b": "bold", "vanish": "hidden"}


class Look(NamedTuple):
    """How a stretch of text is shown."""

    italic: bool = False
    bold: bool = False
    hidden: bool = False
    raised: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What paragraph properties say: list (None: none of its own) and level, outline level from 1, place."""

    style: str = ""
    name: str = ""
    num: int | None = None
    level: int | None = None
    outline: int = 0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """One style with all it inherits; None where neither it nor a style above it says anything."""

    paragraph: ParagraphLook = ParagraphLook()
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    struck: bool | None = None


_PLAIN = _Style()


class Styles:
    """The styles of one document; a missing or senseless one changes nothing."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, _Style] = {}
        self._default = ""
        for element in root.iterchildren() if root is not None else ():
            if local(element) == "style":
                self._elements.setdefault(value(element, "styleId"), element)
                if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true"}:
                    self._default = value(element, "styleId")
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self._base = _with_runs(_PLAIN, defaults)

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """What a paragraph with these properties looks like, by its style and of its own."""
        style = value_of(properties, "pStyle")
        if style not in self._elements:
            style = self._default
        inherited = replace(self._style(style).paragraph, style=style)
        return _with_paragraph(inherited, properties)

    def look(self, properties: Element | None, style: str) -> Look:
        """What a run with these properties looks like in a paragraph of this style."""
        in_paragraph = self._style(style)
        named = value_of(properties, "rStyle")
        in_run = self._style(named) if named else _PLAIN
        own = _with_runs(_PLAIN, properties) if properties is not None else _PLAIN
        base = self._base
        return Look(
            italic=_toggled(own.italic, base.italic, in_paragraph.italic, in_run.italic),
            bold=_toggled(own.bold, base.bold, in_paragraph.bold, in_run.bold),
            hidden=_toggled(own.hidden, base.hidden, in_paragraph.hidden, in_run.hidden),
            raised=_last(in_paragraph.raised, in_run.raised, own.raised),
            struck=_last(in_paragraph.struck, in_run.struck, own.struck),
        )

    def list_of(self, style: str) -> int | None:
        """The list a style numbers its paragraphs with, None when it has none."""
        return self._style(style).paragraph.num

    def _style(self, style: str) -> _Style:
        found = self._resolved.get(style)
        if found is None:
            chain: list[str] = []
            while style in self._elements and style not in chain and style not in self._resolved:
                chain.append(style)
                style = value_of(self._elements[style], "basedOn")
            found = self._resolved.get(style, _PLAIN) if style not in chain else _PLAIN
            for name in reversed(chain):
                found = self._resolved[name] = self._derived(found, self._elements[name])
        return found

    @staticmethod
    def _derived(base: _Style, element: Element) -> _Style:
        paragraph = _with_paragraph(base.paragraph, child(element, "pPr"))
        named = replace(paragraph, name=value_of(element, "name"))
        return _with_runs(replace(base, paragraph=named), child(element, "rPr"))


def _with_runs(base: _Style, properties: Element | None) -> _Style:
    changes: dict[str, Any] = {}
    for element in properties.iterchildren() if properties is not None else ():
        name = local(element)
        if name in _TOGGLES:
            changes[_TOGGLES[name]] = switched(element)
        elif name in {"strike", "dstrike"}:
            changes["struck"] = switched(element) or changes.get("struck", False)
        elif name == "vertAlign":
            changes["raised"] = value(element) == "superscript"
    return replace(base, **changes) if changes else base


def _with_paragraph(base: ParagraphLook, properties: Element | None) -> ParagraphLook:
    changes: dict[str, Any] = {}
    for element in properties.iterchildren() if properties is not None else ():
        name = local(element)
        if name == "numPr":
            num, level = number(value_of(element, "numId")), number(value_of(element, "ilvl"))
            changes |= {"num": num} if num is not None else {}
            changes |= {"level": level} if level is not None else {}
        elif name == "outlineLvl":
            level = number(value(element))
            changes["outline"] = level + 1 if level is not None and 0 <= level < 9 else 0
        elif name == "jc":
            changes["centred"] = value(element) == "center"
    return replace(base, **changes) if changes else base


def _toggled(own: bool | None, base: bool | None, paragraph: bool | None, run: bool | None) -> bool:
    """Two styles that both switch a toggle on switch it off again; what the run says itself goes first."""
    return own if own is not None else bool(base) or (bool(paragraph) != bool(run))


def _last(*said: bool | None) -> bool:
    return next((bool(one) for one in reversed(said) if one is not None), False)
