# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of WordprocessingML, and the small questions asked of every element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
ALTERNATIVES = f"{MC}AlternateContent"
_NO = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this name, None without it; `element` may be missing itself."""
    return None if element is None else element.find(W + name)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of an element, "" when either is missing."""
    return "" if element is None else element.get(W + name) or ""


def value_of(element: Element | None, name: str) -> str:
    """The value of a child by its name ("jc"), "" without it."""
    return value(child(element, name))


def number(text: str) -> int | None:
    """A whole number as files write it, None when it is none or out of all reason."""
    text = text.strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def switched(element: Element) -> bool:
    """Whether a property that is on or off (`<w:i/>`, `<w:i w:val="0"/>`) is on."""
    return value(element).lower() not in _NO


def local(element: Element) -> str:
    """The name of a WordprocessingML element without its namespace, "" for all others."""
    tag: object = element.tag  # a function for processing instructions, whatever the stubs say
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def alternative(element: Element) -> Element | None:
    """The one branch of alternative content that is read: the first that holds anything."""
    branches: Iterator[Element] = element.iterchildren(f"{MC}Choice", f"{MC}Fallback")
    return next((branch for branch in branches if len(branch)), None)
