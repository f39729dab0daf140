# SPDX-License-Identifier: GPL-3.0-or-later
"""The elements of a page by what they do to its text, and what is read from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

from drafting.data import load
from drafting.reading.blocks import Block
from drafting.reading.html.style import text_of


@cache
def skipped() -> frozenset[str]:
    """The elements whose text a page never shows as such."""
    return frozenset(load("web_pages")["skipped"])


@cache
def blocks() -> frozenset[str]:
    """The elements that stand in lines of their own."""
    return frozenset(load("web_pages")["blocks"])


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page, the element it stands in, and whether all of it is a link."""

    block: Block
    element: etree._Element
    linked: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What an element inherits from those around it."""

    italic: bool = False
    bold: bool = False
    typed: bool = False
    heading: bool = False
    link: bool = False
    struck: bool = False
    row: bool = False
    note: str = ""


def blanks(root: etree._Element) -> str:
    """The no-break space where a page has it between most words (pdftohtml): it then means a blank."""
    text = text_of(root)
    return "\u00a0" if text.count("\u00a0") * 2 > text.count(" ") else ""
