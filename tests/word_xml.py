# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of WordprocessingML for small Word files in tests, and the package around them."""

from __future__ import annotations

import io
import zipfile

HOME = "http://schemas.openxmlformats.org"
W = f"{HOME}/wordprocessingml/2006/main"
R = f"{HOME}/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{HOME}/markup-compatibility/2006" '
    f'xmlns:m="{HOME}/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:pic="{HOME}/drawingml/2006/picture"'
)
RAISED = '<w:vertAlign w:val="superscript"/>'
NOW = "2025-05-05T10:00:00Z"
BY = f'w:id="0" w:author="Mexico" w:date="{NOW}"'
_RELATION = '<Relationship Id="{}" Type="{}/{}" Target="{}.xml"/>'
_ROOTS = {"header": "hdr", "footer": "ftr"}


def run(text: str, properties: str = "") -> str:
    """A run of one look."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, mark: str = "", properties: str = "") -> str:
    """A paragraph; `mark` says how its end was tracked ("ins", "del")."""
    marked = f"<w:rPr><w:{mark} {BY}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{marked}</w:pPr>{content}</w:p>"


def line(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return par(run(text), "", properties)


ORGAN = line("The Human Rights Council,")


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold these paragraphs."""
    made = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>{}</w:tbl>".format("".join(f"<w:tr>{cells}</w:tr>" for cells in made))


def note_mark(key: int, mark: str = "", kind: str = "footnote") -> str:
    """The run that refers to a note, with a mark of its own or counted by Word."""
    custom = ' w:customMarkFollows="1"' if mark else ""
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference{custom} w:id="{key}"/><w:t>{mark}</w:t></w:r>'


def note(key: int, *contents: str, kind: str = "footnote") -> str:
    """A note of these paragraphs."""
    said = "".join(f"<w:p><w:r><w:{kind}Ref/></w:r>{content}</w:p>" for content in contents)
    return f'<w:{kind} w:id="{key}">{said}</w:{kind}>'


def field(kind: str) -> str:
    """The sign that begins, separates or ends a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def computed(code: str, result: str) -> str:
    """A field with its code and its result."""
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{field('begin')}{code}{field('separate')}{result}{field('end')}"


def word_package(body: str, **parts: str) -> bytes:
    """A .docx file with this body; further parts ("footnotes", "header1") by the content of their roots.

    The id of the relationship to a part is its name.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", _relations({"officeDocument": "word/document"}))
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            kind = name.rstrip("0123456789")
            root = _ROOTS.get(kind, kind)
            package.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{content}</w:{root}>")
        package.writestr("word/_rels/document.xml.rels", _relations({name: name for name in parts}))
    return result.getvalue()


def _relations(targets: dict[str, str]) -> str:
    """Relationships by their ids; the kind of a part is its id without the number."""
    made = (_RELATION.format(key, R, key.rstrip("0123456789"), name) for key, name in targets.items())
    return f'<Relationships xmlns="{HOME}/package/2006/relationships">{"".join(made)}</Relationships>'
