# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of other programs that markup which Word reads rightly cannot avoid: known by rule, counted apart.

A rule looks into the file for what brings the fault about, and into what was read for what it does: letters
that are lost, or words elsewhere than the fault puts them, are never explained by it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element
from office.cases import Case, View
from office.libreoffice import Told

_FIRST_NOTE = "LibreOffice 7.4 loses the tracked end of the paragraph in which the first footnote stands"
_JOINED_NOTE = "pandoc 2 puts words before a paragraph end that goes into the first footnote behind it"
_NUMBER = "LibreOffice 7.4 numbers a paragraph like one in front of it that is gone"
_MARKS = [qn("w:ins"), qn("w:moveTo"), qn("w:del"), qn("w:moveFrom")]
_LOST = {View.ACCEPTED: _MARKS[2:], View.REJECTED: _MARKS[:2]}
_PAIRS = _MARKS[:2], _MARKS[2:]
_REFERENCE = qn("w:footnoteReference")


def fault(tool: str, view: View, case: Case, read: Told, wanted: Told) -> str:
    """The known fault of a tool that explains what it read, else nothing."""
    paragraphs = _paragraphs(case.tracked)
    if tool == "LibreOffice 7.4" and _end_at_first_note(paragraphs) and _text(read) == _text(wanted):
        return _FIRST_NOTE
    if tool == "LibreOffice 7.4" and _begins_with_a_number(paragraphs, view, read, wanted):
        return _NUMBER
    if tool == "pandoc" and _joined_at_note(paragraphs, view) and _letters(read) == _letters(wanted):
        return _JOINED_NOTE
    return ""


def _paragraphs(data: bytes) -> list[_Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return list(parse_xml(package.read("word/document.xml")).iter(qn("w:p")))


def _end_at_first_note(paragraphs: Sequence[_Element]) -> bool:
    """Whether the end of the paragraph with the first footnote comes or goes."""
    first = next((one for one in paragraphs if next(one.iter(_REFERENCE), None) is not None), None)
    return first is not None and bool(_end(first))


def _end(paragraph: _Element) -> str:
    """How the end of a paragraph is marked."""
    look = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return next((child.tag for child in look if child.tag in _MARKS), "") if look is not None else ""


def _begins_with_a_number(paragraphs: Sequence[_Element], view: View, read: Told, wanted: Told) -> bool:
    """Whether numbers alone differ, first that of a paragraph which took the place of one that is gone."""
    if [text for _, text in read] != [text for _, text in wanted]:
        return False
    first = next(one[1] for one, other in zip(read, wanted, strict=True) if one != other)
    return any(_said(one, view) == re.sub(r"{.*?}", "", first) for one in _behind_lost(paragraphs, view))


def _behind_lost(paragraphs: Sequence[_Element], view: View) -> Iterator[_Element]:
    """The paragraphs behind some that are gone, where their place changed too, or those only moved."""
    moved = set.intersection(*({_words(one) for one in paragraphs if _end(one) in marks} for marks in _PAIRS))
    gone: list[_Element] = []
    for paragraph in paragraphs:
        if _end(paragraph) in _LOST[view]:
            gone.append(paragraph)
            continue
        changed = paragraph.find(f"{qn('w:pPr')}/{qn('w:pPrChange')}") is not None
        if gone and (changed or any(_words(one) in moved for one in gone)):
            yield paragraph
        gone = []


def _words(paragraph: _Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t"), qn("w:delText")))


def _said(paragraph: _Element, view: View) -> str:
    """The words of a paragraph that are left."""
    tags = [qn("w:t")] if view is View.ACCEPTED else [qn("w:t"), qn("w:delText")]
    texts = (one for one in paragraph.iter(*tags) if not _lost(one, view))
    return "".join(one.text or "" for one in texts)


def _joined_at_note(paragraphs: Sequence[_Element], view: View) -> bool:
    """Whether a paragraph of which words stay is joined to one with a footnote."""
    return any(
        _end(one) in _LOST[view] and _stays(one, qn("w:t"), view) and _stays(other, _REFERENCE, view)
        for one, other in pairwise(paragraphs)
    )


def _stays(paragraph: _Element, tag: str, view: View) -> bool:
    """Whether something with this tag is left in a paragraph."""
    tags = [tag] if view is View.ACCEPTED else [tag, qn("w:delText")]
    return any(not _lost(one, view) for one in paragraph.iter(*tags))


def _lost(element: _Element, view: View) -> bool:
    """Whether something is gone."""
    return any(around.tag in _LOST[view] for around in element.iterancestors())


def _text(told: Told) -> str:
    """All words in their order, wherever paragraphs end."""
    return "".join(text for _, text in told)


def _letters(told: Told) -> list[str]:
    """All letters, in whatever order."""
    return sorted(letter for letter in _text(told) if not letter.isspace() and letter not in "{}")
