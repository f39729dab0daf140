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
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def paragraph(words: str, end: str = "", more: str = "", *, whole: bool = True) -> str:
    """A paragraph; `end` ("ins" or "del") marks its end, and with `whole` its words as well."""
    inside, look = f"<w:r><w:t>{words}</w:t></w:r>{more}", ""
    if end:
        look = f"<w:pPr><w:rPr><w:{end} {_STAMP.format(1)}/></w:rPr></w:pPr>"
    if end and whole:
        inside = f"<w:{end} {_STAMP.format(2)}>{inside}</w:{end}>"
    if end == "del" and whole:
        inside = inside.replace("w:t>", "w:delText>")
    return f"<w:p>{look}{inside}</w:p>"


def package(*paragraphs: str) -> bytes:
    """A file of these paragraphs with one footnote, "A/1"."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("footnotes", "footnotes"))
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    note = "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>A/1</w:t></w:r></w:p>"
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _related("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _related("footnotes", "footnotes.xml"),
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="1">{note}</w:footnote></w:footnotes>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, text in parts.items():
            made.writestr(name, _HEAD + text)
    return data.getvalue()


def _related(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'


FIRST_NOTE = package(paragraph("One"), paragraph("Two", "del", NOTE), paragraph("Three"))
"""A paragraph is gone as a whole, and in it stands the first footnote of the file."""
JOINED_NOTE = package(paragraph("One", "del", whole=False), paragraph("Two", "", NOTE))
"""Two paragraphs become one, and in the second stands a footnote."""
