# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers and letters that a page makes itself before the points of its lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from drafting.reading.html.style import Marker, Properties, Styles
from drafting.reading.numerals import in_letters, in_roman

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


@dataclass(slots=True)
class _List:
    style: str
    value: int
    marker: Marker | None
    step: int = 1
    key: str = ""


@dataclass(slots=True)
class Lists:
    """The lists open at a place, and the counters that go on from one list to the next (Google Docs)."""

    styles: Styles
    open: list[_List] = field(default_factory=list)
    going_on: dict[str, int] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self.open)

    def enter(self, element: etree._Element, properties: Properties) -> None:
        """A list begins."""
        marker = self.styles.marker_of(element)
        style = marker.style if marker else _style(element, properties)
        names = element.get("class", "").split()
        key = next((name for name in names if name in self.styles.markers), "")
        start = _whole(element.get("start"))
        value = 1 if start is None else start
        if key and "start" not in names and not element.get("start"):
            value = self.going_on.get(key, 0) + 1
        points = sum(1 for _ in element.iterchildren("li"))
        reverse = element.get("reversed") is not None and element.tag == "ol"
        value = points if reverse and not element.get("start") else value
        self.open.append(_List(style, value, marker, -1 if reverse else 1, key))

    def leave(self) -> None:
        """The innermost list ends."""
        self.open.pop()

    def label(self, point: etree._Element, properties: Properties) -> str:
        """What stands before the next point of the innermost list, in the form of a printed label."""
        if not self.open:
            return ""
        here = self.open[-1]
        given = _whole(point.get("value"))
        number = here.value if given is None else given
        here.value = number + here.step
        if here.key:
            self.going_on[here.key] = number
        style = _named(properties) or _TYPES.get(point.get("type", ""), here.style)
        return _written(number, style, here.marker)


def _style(element: etree._Element, properties: Properties) -> str:
    named = _named(properties)
    if named:
        return named
    return _TYPES.get(element.get("type", ""), "decimal") if element.tag == "ol" else "disc"


def _named(properties: Properties) -> str:
    short = properties.get("list-style", "").split()
    return properties.get("list-style-type", "").split(" ")[0] or ("none" if "none" in short else "")


def _whole(text: str | None) -> int | None:
    number = (text or "").strip()
    return int(number) if number.lstrip("-").isdecimal() and len(number) < 6 else None


def _written(number: int, style: str, marker: Marker | None) -> str:
    """The label: numbers bare, letters in brackets as resolutions have them, capital letters bare."""
    if style == "none":
        return ""
    if style in {"decimal", "decimal-leading-zero"}:
        return f"({number})" if marker and "(" in marker.before else str(number)
    if not style.endswith(("-roman", "-alpha", "-latin")):
        return "\u2022"
    small = in_roman(number) if style.endswith("roman") else in_letters(number)
    if not small:
        return str(number)  # as browsers print what letters cannot count
    return small.upper() if style.startswith("upper") else f"({small})"
