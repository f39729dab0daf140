# SPDX-License-Identifier: GPL-3.0-or-later
"""Making elements of WordprocessingML, and putting any text into them without loss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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

_GREY = "595959"  # seven to one on white: small print is to be read by everybody

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


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; what is 0 or None is as in the style.

    `size` is in points, `spacing` between letters in twips, `stretch` their width in per cent; letters from
    `kern` half points on are kerned.
    """

    bold: bool = False
    italic: bool = False
    grey: bool = False
    spacing: int | None = None
    stretch: int = 0
    kern: int = 0
    size: float = 0
    highlight: bool = False
    raised: bool = False


def character_look(look: Look) -> Iterator[Element]:
    """Character properties in the order of the schema."""
    for wanted, tag in ((look.bold, "b"), (look.italic, "i")):
        if wanted:
            yield w(tag)
            yield w(f"{tag}Cs")
    if look.grey:
        yield w("color", val=_GREY)
    if look.spacing is not None:
        yield w("spacing", val=look.spacing)
    if look.stretch:
        yield w("w", val=look.stretch)
    if look.kern:
        yield w("kern", val=look.kern)
    if look.size:
        yield w("sz", val=round(look.size * 2))  # in half points
        yield w("szCs", val=round(look.size * 2))
    if look.highlight:
        yield w("highlight", val="yellow")
    if look.raised:
        yield w("vertAlign", val="superscript")
