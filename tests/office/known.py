# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of other programs that markup which Word reads rightly cannot avoid: known by rule, counted apart.

A rule looks into the file for what brings the fault about, and into what was read for what it does: letters
that are lost, or words elsewhere than the fault puts them, are never explained by it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element
from office.cases import Case, View
from office.libreoffice import Told

_FIRST_NOTE = "LibreOffice 7.4 loses the tracked end of the paragraph in which the first footnote stands"
_JOINED_NOTE = "pandoc 2 puts words before a paragraph end that goes into the first footnote behind it"
_BLANK_AT_JOIN = "pandoc 2 sets a blank between two paragraphs of which it makes one"
_NUMBER_KEPT = "LibreOffice 7.4 puts the number of a paragraph that goes before the empty one behind it"
_MARKS = [qn("w:ins"), qn("w:moveTo"), qn("w:del"), qn("w:moveFrom")]
_LOST = {View.ACCEPTED: _MARKS[2:], View.REJECTED: _MARKS[:2]}
_NUMBERED = re.compile(r"^\s*(?:(?:\w+\.|\(\w+\)) )?")
_REFERENCE = qn("w:footnoteReference")


def fault(tool: str, view: View, case: Case, read: Told, wanted: Told) -> str:
    """The known fault of a tool that explains what it read, else nothing."""
    paragraphs = _paragraphs(case.tracked)
    if tool == "LibreOffice 7.4" and _end_at_first_note(paragraphs, view) and _one_end_more(read, wanted):
        return _FIRST_NOTE
    if tool == "LibreOffice 7.4" and _number_kept(paragraphs, view, read, wanted):
        return _NUMBER_KEPT
    if tool.startswith("pandoc 2.") and _blank_at_join(paragraphs, view, read, wanted):
        return _BLANK_AT_JOIN
    if (
        tool.startswith("pandoc 2.")
        and _joined_at_note(paragraphs, view)
        and _letters(read) == _letters(wanted)
    ):
        return _JOINED_NOTE
    return ""


def _paragraphs(data: bytes) -> list[_Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return list(parse_xml(package.read("word/document.xml")).iter(qn("w:p")))


def _end_at_first_note(paragraphs: Sequence[_Element], view: View) -> bool:
    """Whether the end of the paragraph with the first footnote is gone."""
    first = next((one for one in paragraphs if next(one.iter(_REFERENCE), None) is not None), None)
    return first is not None and _end(first) in _LOST[view]


def _end(paragraph: _Element) -> str:
    """How the end of a paragraph is marked."""
    look = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return next((child.tag for child in look if child.tag in _MARKS), "") if look is not None else ""


def _joined_at_note(paragraphs: Sequence[_Element], view: View) -> bool:
    """Whether a paragraph of which words stay is joined to one with a footnote."""
    return any(
        _end(one) in _LOST[view] and _stays(one, qn("w:t"), view) and _stays(other, _REFERENCE, view)
        for one, other in pairwise(paragraphs)
    )


def _blank_at_join(paragraphs: Sequence[_Element], view: View, read: Told, wanted: Told) -> bool:
    """Whether there are blanks too much, at most as many as ends of paragraphs go, and all else is right."""
    ends = sum(_end(one) in _LOST[view] for one in paragraphs)
    blanks = sum(len(one) for one in read) - sum(len(other) for other in wanted)
    alike = [one.replace(" ", "") for one in read] == [other.replace(" ", "") for other in wanted]
    return alike and 0 < blanks <= ends


def _stays(paragraph: _Element, tag: str, view: View) -> bool:
    """Whether something with this tag is left in a paragraph."""
    tags = [tag] if view is View.ACCEPTED else [tag, qn("w:delText")]
    return any(not _lost(one, view) for one in paragraph.iter(*tags))


def _lost(element: _Element, view: View) -> bool:
    """Whether something is gone."""
    return any(around.tag in _LOST[view] for around in element.iterancestors())


def _number_kept(paragraphs: Sequence[_Element], view: View, read: Told, wanted: Told) -> bool:
    """Whether empty paragraphs alone have a number too much, at most those behind numbered ones that go."""
    behind = sum(
        _end(one) in _LOST[view] and _numbered(one) and not _numbered(other) and not _says(other, view)
        for one, other in pairwise(paragraphs)
    )
    apart = [pair for pair in zip_longest(read, wanted, fillvalue="?") if pair[0] != pair[1]]
    bare = all(not other.strip() and not _NUMBERED.sub("", one).strip() for one, other in apart)
    return bare and 0 < len(apart) <= behind


def _says(paragraph: _Element, view: View) -> bool:
    """Whether words or a footnote of the paragraph are left."""
    words = any(
        (one.text or "").strip() and not _lost(one, view)
        for one in paragraph.iter(qn("w:t"), qn("w:delText"))
    )
    return words or _stays(paragraph, _REFERENCE, view)


def _numbered(paragraph: _Element) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None


def _one_end_more(read: Told, wanted: Told) -> bool:
    """Whether all words stand there in their order, with the end of one paragraph too much."""
    return len(read) == len(wanted) + 1 and _text(read) == _text(wanted)


def _text(told: Told) -> str:
    """All words in their order, wherever paragraphs end, without numbers and white space."""
    return "".join("".join(_NUMBERED.sub("", line).split()) for line in told)


def _letters(told: Told) -> list[str]:
    """All letters, in whatever order."""
    return sorted(letter for line in told for letter in line if not letter.isspace() and letter not in "{}")
