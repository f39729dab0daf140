# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers beside others ("7 bis") in a file where Word counts: such a paragraph is counted no more.

Its number is typed before it, so that the ones that follow keep theirs.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache

from docx.oxml.ns import qn

from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Kind, Paragraph
from drafting.writing.ooxml import Element, w

_BEFORE = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_LAST = (qn("w:rPr"), qn("w:sectPr"), qn("w:pPrChange"))


def stands_beside(label: str) -> bool:
    """Whether a printed number is one beside others: "7 bis", "7 alt2", "(a bis)"."""
    return _beside().search(label) is not None


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"\w\s(?:{again_pattern()})\)?$")


def typed(paragraph: Paragraph) -> str:
    """The number as it is typed before a paragraph that Word does not count; "" for one without."""
    if not paragraph.label:
        return ""
    counted = paragraph.kind is not Kind.HEADING and paragraph.label[-1].isalnum()
    return f"{paragraph.label}{'.' if counted else ''}\t"


def uncounted(properties: Element) -> Element:
    """The properties of a paragraph, the same element, without the counting that its style may bring."""
    return _set(properties, w("numPr", w("numId", val=0)))


def counted_like(properties: Element, model: Element | None) -> Element:
    """The properties, the same element, with the counting of another paragraph, or else of its style."""
    found = model.find(qn("w:numPr")) if model is not None else None
    return _set(properties, None if found is None else deepcopy(found))


def _set(properties: Element, numbering: Element | None) -> Element:
    for child in properties.findall(qn("w:numPr")):
        properties.remove(child)
    if numbering is not None:
        earlier = [child for child in properties if child.tag in {qn(f"w:{name}") for name in _BEFORE}]
        properties.insert(len(earlier), numbering)
    return properties


def former(properties: Element) -> Element:
    """The properties as they are, for the mark that says what they were."""
    return w("pPr", *(deepcopy(child) for child in properties if child.tag not in _LAST))
