# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make office` takes for a known fault of another program, and what it never does."""

from __future__ import annotations

import io
import zipfile

import pytest
from office.cases import Case, View, Way
from office.known import fault

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def paragraph(text: str, end: str = "", more: str = "", shape: str = "") -> str:
    """A paragraph whose end is marked, with words of the same mark."""
    tag = "delText" if end == "del" else "t"
    run = f"<w:r><w:{tag}>{text}</w:{tag}></w:r>{more}"
    look = f"<w:rPr><w:{end}/></w:rPr>" if end else ""
    return f"<w:p><w:pPr>{look}{shape}</w:pPr>{f'<w:{end}>{run}</w:{end}>' if end else run}</w:p>"


def case(*paragraphs: str) -> Case:
    """A file of these paragraphs."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        body = f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        package.writestr("word/document.xml", body)
    return Case(Way.LAID, "base", 0, (), data.getvalue())


_FIRST = case(paragraph("One", "del", _NOTE), paragraph("Two"))
_MOVED = case(paragraph("One", "ins"), paragraph("Two"), paragraph("One", "del"), paragraph("Three"))


@pytest.mark.parametrize(
    ("made", "read", "wanted", "told"),
    [
        (_FIRST, [("", ""), ("", "Two")], [("", "Two")], "first footnote"),
        (_FIRST, [("", ""), ("", "To")], [("", "Two")], ""),
        (case(paragraph("One", "del"), paragraph("Two")), [("", ""), ("", "Two")], [("", "Two")], ""),
        (_MOVED, [("1.", "One"), ("2.", "Three")], [("1.", "One"), ("", "Three")], "in front of it"),
        (_MOVED, [("2.", "One"), ("2.", "Three")], [("1.", "One"), ("2.", "Three")], ""),
        (_MOVED, [("1.", "One"), ("2.", "Tree")], [("1.", "One"), ("", "Three")], ""),
    ],
)
def test_a_fault_of_libreoffice_is_known_by_its_cause_and_its_effect(
    made: Case, read: list[tuple[str, str]], wanted: list[tuple[str, str]], told: str
) -> None:
    found = fault("LibreOffice 7.4", View.ACCEPTED, made, read, wanted)
    assert told in found
    assert bool(found) is bool(told)


_JOINED = case(
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
    paragraph("Two", "", _NOTE),
)


@pytest.mark.parametrize(
    ("read", "known"),
    [([("", "Two{OneA/1}")], True), ([("", "Two{A/1}")], False), ([("", "Two{OneA/2}")], False)],
)
def test_pandoc_may_put_words_into_a_footnote_but_lose_none(read: list[tuple[str, str]], known: bool) -> None:
    assert bool(fault("pandoc", View.ACCEPTED, _JOINED, read, [("", "OneTwo{A/1}")])) is known


def test_a_newer_libreoffice_has_no_known_faults() -> None:
    assert not fault("LibreOffice 24.8", View.ACCEPTED, _FIRST, [("", ""), ("", "Two")], [("", "Two")])
