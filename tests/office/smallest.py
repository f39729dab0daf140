# SPDX-License-Identifier: GPL-3.0-or-later
"""The smallest files that bring out a fault of another program: changes as Word itself marks them."""

from __future__ import annotations

import io
import zipfile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STAMP = 'w:id="{}" w:author="Cuba" w:date="2025-06-01T12:00:00Z"'
_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NOTE, SECOND = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (1, 2))


def paragraph(
    words: str, end: str = "", more: str = "", *, whole: bool = True, numbered: bool = False
) -> str:
    """A paragraph; `end` ("ins" or "del") marks its end, and with `whole` its words as well."""
    inside, look = f"<w:r><w:t>{words}</w:t></w:r>{more}", _NUMBER if numbered else ""
    if end:
        look += f"<w:rPr><w:{end} {_STAMP.format(1)}/></w:rPr>"
    look = f"<w:pPr>{look}</w:pPr>" if look else ""
    if end and whole:
        inside = f"<w:{end} {_STAMP.format(2)}>{inside}</w:{end}>"
    if end == "del" and whole:
        inside = inside.replace("w:t>", "w:delText>")
    return f"<w:p>{look}{inside}</w:p>"


def package(*paragraphs: str) -> bytes:
    """A file of these paragraphs with two footnotes, "A/1" and "A/2", and a row of numbers."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("footnotes", "footnotes"),
            ("numbering", "numbering"),
        )
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    notes = "".join(f'<w:footnote w:id="{number}">{_note(number)}</w:footnote>' for number in (1, 2))
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _related("word/document"),
        "word/_rels/document.xml.rels": _related("footnotes", "numbering"),
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "word/numbering.xml": f"<w:numbering {_W}>{_NUMBERING}</w:numbering>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, text in parts.items():
            made.writestr(name, _HEAD + text)
    return data.getvalue()


def _note(number: int) -> str:
    return f"<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>A/{number}</w:t></w:r></w:p>"


def _related(*targets: str) -> str:
    kinds = {"word/document": "officeDocument"}
    relations = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kinds.get(one, one)}" Target="{one}.xml"/>'
        for number, one in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>'


FIRST_NOTE = package(paragraph("One"), paragraph("Two", "del", NOTE), paragraph("Three"))
"""A paragraph is gone as a whole, and in it stands the first footnote of the file."""
JOINED_NOTE = package(paragraph("One", "del", whole=False), paragraph("Two", "", NOTE))
"""Two paragraphs become one, and in the second stands a footnote."""

JOINED = package(paragraph("One", "del", whole=False), paragraph("Two"))
"""Two paragraphs become one, without a blank between them."""
NUMBER_KEPT = package(paragraph("One", numbered=True), paragraph("Two", "ins", numbered=True), paragraph(""))
"""A numbered paragraph is new as a whole, and behind it stands an empty one without a number."""


def note_behind_note(between: str) -> bytes:
    """Behind the first footnote of the file comes a second one, at the end of the paragraph."""
    come = f"<w:ins {_STAMP.format(1)}>{between}{SECOND}</w:ins>"
    return package(paragraph("One", "", NOTE + come), paragraph("Two"))


def moved_link(end: str) -> bytes:
    """A paragraph has moved away, and in it stands a link; `end` marks its end ("moveFrom" or "del")."""
    look = f"<w:pPr><w:rPr><w:{end} {_STAMP.format(1)}/></w:rPr></w:pPr>"
    words = f"<w:moveFrom {_STAMP.format(2)}><w:r><w:t>Two</w:t></w:r></w:moveFrom>"
    link = f'<w:hyperlink w:anchor="there">{words}</w:hyperlink>'
    return package(paragraph("One"), f"<w:p>{look}{link}</w:p>", paragraph("Three"))
