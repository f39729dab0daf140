# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph as it is laid out: what stands in it, and how it looks, before it becomes an element of Word.

The lines above and below a text (session, title, meeting) are laid out paragraphs too, so that a change in
them can be shown like a change in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.resolution import Kind, Paragraph, Part
from drafting.writing.numbering import Place
from drafting.writing.ooxml import Element, w
from drafting.writing.runs import Run


@dataclass(frozen=True, slots=True)
class Laid:
    """One paragraph of a document.

    The id of `paragraph` names it within its document: the same line of another version has the same name.
    `indent` stands before its text and is no part of it. `size` is in points, 0 for that of the style;
    `before` and `after` are spaces in twips, None for those of the style.
    """

    paragraph: Paragraph
    style: str
    place: Place | None = None
    indent: str = ""
    bold: bool = False
    italic: bool = False
    size: int = 0
    before: int | None = None
    after: int | None = None
    keep_next: bool = False
    new_page: bool = False

    @property
    def leading(self) -> tuple[Run, ...]:
        """What stands before the text."""
        return (Run(self.indent),) if self.indent else ()


def line(name: str, text: str, opening: str = "") -> Paragraph:
    """A line that is no paragraph of the resolution; `opening` is its leading part in italics."""
    return Paragraph(name, Kind.TEXT, Part.PREAMBLE, text, opening=opening)


def printed(paragraph: Paragraph) -> str:
    """The number as it stands before a paragraph: "12.", "(a)", "II".

    Empty before the title of an annex or a part, whose name stands on a line of its own.
    """
    label = "" if paragraph.opens_unit else paragraph.label
    stop = paragraph.kind is not Kind.HEADING and label[-1:].isalnum()
    return f"{label}." if stop else label


def properties(laid: Laid, *, explicit: bool = False) -> Iterator[Element]:
    """Its paragraph properties in the order of the schema; `explicit` names a number that the style gives."""
    yield w("pStyle", val=laid.style)
    if laid.keep_next:
        yield w("keepNext")
    if laid.new_page:
        yield w("pageBreakBefore")
    yield from _numbering(laid.place, explicit)
    spaces = {"before": laid.before, "after": laid.after}
    if known := {side: space for side, space in spaces.items() if space is not None}:
        yield w("spacing", **known)


def _numbering(place: Place | None, explicit: bool) -> Iterator[Element]:
    """Numbering of its own for a paragraph that does not simply go on with the list of its style."""
    if place is None or (place.by_style and not (explicit and place.num)):
        return
    level, num = (0, 0) if place.num is None else (place.level, place.num)
    yield w("numPr", w("ilvl", val=level), w("numId", val=num))
