# SPDX-License-Identifier: GPL-3.0-or-later
"""Making elements of WordprocessingML, and putting any text into them without loss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNREADABLE = "\ufffd"

# What other programs use in plain text for breaks and hyphens, and XML cannot hold.
_FOREIGN_SIGNS = {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x1e": "\u2011", "\x1f": "\u00ad"}
_FOREIGN = re.compile("[" + "".join(_FOREIGN_SIGNS) + "]")
# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_MARKUP = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_PIECES = re.compile("([\t\n\u2011\u00ad])")


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element `w:tag`; attributes are in the same namespace, children in the order of the schema."""
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def writable(text: str) -> str:
    """The text with every character that XML cannot hold replaced one for one, so that offsets stay right.

    Line and page breaks of other programs become line breaks; what has no meaning becomes a visible U+FFFD,
    never nothing.
    """
    return _NOT_XML.sub(UNREADABLE, _FOREIGN.sub(lambda sign: _FOREIGN_SIGNS[sign[0]], text))


def text_elements(text: str) -> Iterator[Element]:
    """The content of a run that shows `text`, with tabs, breaks and special hyphens as Word writes them."""
    for piece in _PIECES.split(writable(text)):
        if piece in _MARKUP:
            yield w(_MARKUP[piece])
        elif piece:
            element = w("t")
            element.text = piece
            if piece != piece.strip():
                element.set(XML_SPACE, "preserve")
            yield element


def character_look(
    *, bold: bool = False, italic: bool = False, size: int = 0, highlight: bool = False, raised: bool = False
) -> Iterator[Element]:
    """Character properties in the order of the schema; `size` in points, 0 for that of the style."""
    if bold:
        yield w("b")
        yield w("bCs")
    if italic:
        yield w("i")
        yield w("iCs")
    if size:
        yield w("sz", val=size * 2)  # in half points
        yield w("szCs", val=size * 2)
    if highlight:
        yield w("highlight", val="yellow")
    if raised:
        yield w("vertAlign", val="superscript")
