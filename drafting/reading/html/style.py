# SPDX-License-Identifier: GPL-3.0-or-later
"""How a page shows its elements, as far as reading needs it: hidden, italic, bold, raised, by themselves.

Of style sheets only the simple selectors are followed (tag, class, id, and their combinations), which is what
word processors and editors write; what is linked from elsewhere is not there to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

Properties = dict[str, str]

_LARGEST = 2_000_000  # letters of style sheets that are looked at
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_MARKER = re.compile(r"\.([\w-]+)\s*>\s*li:{1,2}before", re.IGNORECASE)
_COUNTER = re.compile(r'(?:"([^"]*)")?\s*counter\([\w-]+\s*,\s*([\w-]+)\)\s*(?:"([^"]*)")?')
_KNOWN = frozenset(
    {"display", "visibility", "font-style", "font-weight", "vertical-align", "list-style-type", "white-space"}
    | {"mso-hide", "list-style", "font", "text-decoration", "text-decoration-line"}
)
_BLOCKS = frozenset({"block", "flex", "grid", "table", "table-row", "list-item"})


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the points of a list whose numbers are made by its style sheet."""

    before: str
    style: str
    after: str


@dataclass(slots=True)
class Styles:
    """The style sheets of a page, by tag, class and id."""

    by_tag: dict[str, Properties] = field(default_factory=dict)
    by_name: dict[str, list[tuple[str, frozenset[str], Properties]]] = field(default_factory=dict)
    markers: dict[str, Marker] = field(default_factory=dict)

    @classmethod
    def of_page(cls, root: etree._Element) -> Styles:
        """The styles that stand in the page itself."""
        styles = cls()
        room = _LARGEST
        for element in root.iter("style"):
            if "print" in element.get("media", ""):
                continue
            text = text_of(element)[:room]
            room -= len(text)
            styles.read(text)
        return styles

    def read(self, text: str) -> None:
        """Take in a style sheet; rules for print or small screens are passed over."""
        for selectors, body in _rules(_COMMENT.sub("", text)):
            for selector in selectors.split(","):
                self.rule(selector.strip(), body)

    def rule(self, selector: str, body: str) -> None:
        """Take in one rule for one selector."""
        if marker := _MARKER.fullmatch(selector):
            content = _COUNTER.search(body)
            if content:
                self.markers[marker[1]] = Marker(content[1] or "", content[2], content[3] or "")
            return
        simple = _SELECTOR.fullmatch(selector)
        properties = declared(body)
        if not simple or not selector or not properties:
            return
        tag, names = (simple[1] or "").lower().strip("*"), re.findall(r"[.#][\w-]+", simple[2])
        if names:
            self.by_name.setdefault(names[0], []).append((tag, frozenset(names), properties))
        elif tag:
            self.by_tag.setdefault(tag, {}).update(properties)

    def of(self, element: etree._Element) -> Properties:
        """The properties of one element by itself, the nearest rule last."""
        found = dict(self.by_tag.get(element.tag, {}))
        names = [f".{name}" for name in element.get("class", "").split()]
        names += [f"#{element.get('id')}"] if element.get("id") else []
        for name in names:
            for tag, needed, properties in self.by_name.get(name, ()):
                if tag in {"", element.tag} and needed <= set(names):
                    found.update(properties)
        if style := element.get("style"):
            found.update(declared(style))
        return found

    def marker_of(self, element: etree._Element) -> Marker | None:
        """The marker that the style sheet gives the points of a list."""
        return next((self.markers[name] for name in _names(element) if name in self.markers), None)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet that stand in no other (`@media`), each with its selectors and its body."""
    depth, start, body, nested, selectors = 0, 0, 0, False, ""
    for brace in re.finditer("[{}]", text):
        if brace.group() == "{":
            if depth == 0:
                selectors, body, nested = text[start : brace.start()].rpartition(";")[2], brace.end(), False
            nested = nested or depth > 0
            depth += 1
        else:
            depth = max(depth - 1, 0)
            if depth == 0:
                start = brace.end()
                if selectors and not nested:
                    yield selectors, text[body : brace.start()]
                selectors = ""


def text_of(element: etree._Element) -> str:
    """All letters in an element, as they stand in the source."""
    return "".join(map(str, element.itertext()))


def declared(body: str) -> Properties:
    """The declarations of a rule that reading needs."""
    pairs = (part.partition(":") for part in body.split(";"))
    found = {name.strip().lower(): value.strip().lower() for name, _, value in pairs}
    return {name: value for name, value in found.items() if name in _KNOWN and value}


def is_hidden(element: etree._Element, properties: Properties) -> bool:
    """Whether a page does not show an element."""
    return (
        element.get("hidden") is not None
        or properties.get("display", "").startswith("none")
        or properties.get("visibility", "").startswith(("hidden", "collapse"))
        or properties.get("mso-hide", "").startswith("all")
    )


def is_block(properties: Properties) -> bool:
    """Whether an element that usually stands in the line stands in lines of its own."""
    return properties.get("display", "") in _BLOCKS


def is_raised(element: etree._Element, properties: Properties) -> bool:
    """Whether letters stand above the line, as footnote marks do."""
    align = properties.get("vertical-align", "")
    return align.startswith("super") or (element.tag == "sup" and not align.startswith("baseline"))


def slanted(element: etree._Element, properties: Properties) -> bool | None:
    """Whether an element sets italics on or off; None when it says nothing of it."""
    style = properties.get("font-style") or _in_short(properties.get("font", ""), ("italic", "oblique"))
    if style:
        return style.startswith(("italic", "oblique"))
    return True if element.tag in {"i", "em", "cite", "dfn", "var"} else None


def is_struck(element: etree._Element, properties: Properties) -> bool:
    """Whether letters are struck through."""
    line = properties.get("text-decoration-line") or properties.get("text-decoration", "")
    return "line-through" in line or (element.tag in {"s", "strike"} and not line.startswith("none"))


def heavy(element: etree._Element, properties: Properties) -> bool | None:
    """Whether an element sets bold type on or off; None when it says nothing of it."""
    weight = properties.get("font-weight") or _in_short(properties.get("font", ""), ("bold",))
    if weight:
        return weight.startswith("bold") or (weight[:3].isdecimal() and int(weight[:3]) >= 600)
    return True if element.tag in {"b", "strong", "th"} else None


def _in_short(font: str, words: tuple[str, ...]) -> str:
    return next((word for word in words if word in font.split()), "")


def _names(element: etree._Element) -> Iterator[str]:
    yield from element.get("class", "").split()
