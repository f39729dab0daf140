# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that Word does not count in a file where it counts the others: beside others ("7 bis"), new kinds.

Such a number is typed before its paragraph, so that the ones that follow keep theirs.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache

from docx.oxml.ns import qn

from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Kind, Paragraph
from drafting.writing.official.printed import Printed
from drafting.writing.ooxml import Element, w

# The order of the schema, ECMA-376 part 1, 17.3.1.26.
_ORDER = [
    qn(f"w:{name}")
    for name in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
        *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
        *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle"),
        *("rPr", "sectPr", "pPrChange"),
    )
]
_LAST = tuple(_ORDER[-3:])


def stands_beside(label: str) -> bool:
    """Whether a printed number is one beside others: "7 bis", "7 alt2", "(a bis)"."""
    return _beside().search(label) is not None


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"\w\s(?:{again_pattern()})\)?$")


def typed(paragraph: Paragraph) -> str:
    """The number as it is typed before a paragraph that Word does not count; "" for one without.

    That of a heading, an annex or a part stands in a row of its own above the title.
    """
    if not paragraph.label:
        return ""
    if paragraph.kind is Kind.HEADING:
        return f"{paragraph.label}\n" if paragraph.text else paragraph.label
    return f"{stopped(paragraph)}\t"


def stopped(paragraph: Paragraph) -> str:
    """The number of a paragraph with its full stop, where it has one: "5.", "(a)", "a."."""
    return f"{paragraph.label}{'.' if paragraph.label[-1].isalnum() else ''}"


def bare(number: str) -> str:
    """A number without the full stop behind its letter or figure: "5" of "5.", but "(a)." as it is."""
    return number[:-1] if number.endswith(".") and number[-2:-1].isalnum() else number


def put(properties: Element, *children: Element) -> None:
    """Put children into the properties of a paragraph in the order of the schema, in the place of others."""
    for child in children:
        for other in properties.findall(child.tag):
            properties.remove(other)
        later = _ORDER[_ORDER.index(child.tag) + 1 :]
        behind = next((one for one in properties if one.tag in later), None)
        properties.insert(len(properties) if behind is None else properties.index(behind), child)


def uncounted(properties: Element, printed: Printed) -> Element:
    """The properties of a paragraph, the same element, without counting; its words stay where they stood."""
    if printed.numbering(properties) is not None:
        put(properties, *printed.indents(properties), w("numPr", w("ilvl", val=0), w("numId", val=0)))
    return properties


def former(properties: Element, printed: Printed) -> Element:
    """The properties as they are, for the mark that says what they were.

    The number that the style alone gives is named: LibreOffice would not give it back. So are the indents,
    which those of a list that is named would take the place of.
    """
    was = w("pPr", *(deepcopy(child) for child in properties if child.tag not in _LAST))
    numbering = printed.numbering(properties)
    if numbering is not None and was.find(qn("w:numPr")) is None:
        put(was, *printed.indents(properties), numbering)
    return was


def reshape(properties: Element, shape: Element) -> None:
    """Give a paragraph the properties of a shape; its end, its section and what was changed before stay."""
    for child in [one for one in properties if one.tag not in _LAST]:
        properties.remove(child)
    put(properties, *(deepcopy(child) for child in shape if child.tag not in _LAST))
