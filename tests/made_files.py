# SPDX-License-Identifier: GPL-3.0-or-later
"""One resolution as a file of every format that is read, made by hand from its record and not by the product.

Each has the plain layout of its kind: what the United Nations prints, in as few signs as will do.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, in italics or not, or the mark of a footnote."""

    text: str
    italic: bool = False
    note: int = 0
    note_text: str = ""


def runs(paragraph: Paragraph) -> Iterator[Run]:
    """The opening in italics, the rest plain, and the footnotes at their places."""
    text, start = paragraph.text, len(paragraph.opening)
    yield from _plain(paragraph.opening, italic=True)
    for note in paragraph.footnotes:
        yield from _plain(text[start : note.offset])
        yield Run("", note=note.number, note_text=note.text)
        start = max(start, note.offset)
    yield from _plain(text[start:])


def _plain(text: str, *, italic: bool = False) -> Iterator[Run]:
    if text:
        yield Run(text, italic)


def label_printed(paragraph: Paragraph) -> str:
    """The label as it stands before the paragraph."""
    return f"{paragraph.label}." if paragraph.kind is Kind.OPERATIVE and paragraph.label else paragraph.label


def head_lines(head: Masthead) -> list[str]:
    """The masthead line by line."""
    lines = [
        "United Nations",
        head.symbol,
        head.body,
        f"Agenda item {head.agenda_item}" if head.agenda_item else "",
        head.agenda_title,
    ]
    return [line for line in lines if line]


def title_line(head: Masthead) -> str:
    """The line with number and title."""
    return f"{head.number}. {head.title}" if head.number else head.title


def closing_lines(resolution: Resolution) -> list[str]:
    """The meeting and the date under the text."""
    head = resolution.masthead
    day = f"{head.adopted.day} {head.adopted:%B %Y}" if head.adopted else ""
    return [line for line in (head.meeting, day) if line]


# text


def text_of(resolution: Resolution) -> bytes:
    """Plain text: every paragraph a line, raised figures in tags, footnotes at the end."""
    head, notes = resolution.masthead, []
    lines = [*head_lines(head), title_line(head), f"The {head.body},"]
    for paragraph in resolution.paragraphs:
        text = label_printed(paragraph) + " " if paragraph.label else ""
        for run in runs(paragraph):
            text += f"<sup>{run.note}</sup>" if run.note else run.text
        notes += [f"<sup>{note.number}</sup> {note.text}" for note in paragraph.footnotes]
        lines.append(text)
    return "\n\n".join([*lines, *closing_lines(resolution), *notes, ""]).encode()


# page


def page_of(resolution: Resolution) -> bytes:
    """A page as a browser saves it: paragraphs, emphasis, footnotes in a list at the end."""
    head, notes = resolution.masthead, []
    lines = [f"<p>{escape(line)}</p>" for line in head_lines(head)]
    lines += [f"<h1>{escape(title_line(head))}</h1>", f"<p><i>The {escape(head.body)}</i>,</p>"]
    for paragraph in resolution.paragraphs:
        text = escape(label_printed(paragraph)) + "&nbsp;" if paragraph.label else ""
        for run in runs(paragraph):
            mark = f'<sup><a href="#n{run.note}">{run.note}</a></sup>' if run.note else escape(run.text)
            text += f"<i>{mark}</i>" if run.italic else mark
        notes += [
            f'<p id="n{n.number}"><sup>{n.number}</sup> {escape(n.text)}</p>' for n in paragraph.footnotes
        ]
        tag = "h2" if paragraph.kind is Kind.HEADING else "p"
        lines.append(f"<{tag}>{text}</{tag}>")
    lines += [f"<p>{escape(line)}</p>" for line in closing_lines(resolution)]
    body = "\n".join([*lines, "<hr>", *notes])
    top = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>x</title></head>'
    return f"{top}<body>\n{body}\n</body></html>\n".encode()


# official XML


def xml_of(resolution: Resolution) -> bytes:
    """Akoma Ntoso as the United Nations publishes it."""
    head, text = resolution.masthead, resolution.paragraphs
    preamble = "".join(_container(paragraph) for paragraph in text if paragraph.part is Part.PREAMBLE)
    operative = "".join(_numbered(paragraph) for paragraph in text if paragraph.part is not Part.PREAMBLE)
    cover = "".join(f"<p>{_escaped(line)}</p>" for line in head_lines(head))
    number = f"<docNumber>{_escaped(head.number)}.</docNumber> " if head.number else ""
    end = "".join(f"<p>{_escaped(line)}</p>" for line in closing_lines(resolution))
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">'
        f"<meta/><coverPage>{cover}</coverPage><preface><p>{number}<docTitle>{_escaped(head.title)}</docTitle></p>"
        '</preface><preamble><formula name="enactingFormula"><p><span class="italic">The '
        f"{_escaped(head.body)}</span>,</p></formula>{preamble}</preamble><mainBody>{operative}</mainBody>"
        f"<conclusions>{end}</conclusions></statement></akomaNtoso>\n"
    ).encode()


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _container(paragraph: Paragraph) -> str:
    label = _escaped(label_printed(paragraph))
    return f'<container><p xml:space="preserve">{label}\t{_marked(paragraph)}</p></container>'


def _numbered(paragraph: Paragraph) -> str:
    if paragraph.kind is Kind.HEADING:
        numeral = f"<subheading>{_escaped(paragraph.label)}</subheading>" if paragraph.label else ""
        return f"<paragraph>{numeral}<subheading>{_marked(paragraph)}</subheading></paragraph>"
    label = label_printed(paragraph)
    number = f"<num>{_escaped(label)}</num>" if label else ""
    content = f'<content><p xml:space="preserve">\t{_marked(paragraph)}</p></content>'
    return f"<paragraph>{number}{content}</paragraph>"


def _marked(paragraph: Paragraph) -> str:
    text = ""
    for run in runs(paragraph):
        if run.note:
            text += f'<authorialNote marker="{run.note}"><p>{_escaped(run.note_text)}</p></authorialNote>'
        else:
            text += f'<span class="italic">{_escaped(run.text)}</span>' if run.italic else _escaped(run.text)
    return text


# Word


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_of(resolution: Resolution) -> bytes:
    """A delegation's plain Word file: no styles, numbers typed with a tab, real footnotes."""
    head = resolution.masthead
    above = [*head_lines(head), title_line(head)]
    body = "".join(_word_line(_word_run(line)) for line in above if line)
    body += _word_line(_word_run(f"The {head.body}", italic=True) + _word_run(","))
    body += "".join(_word_line(_word_paragraph(paragraph)) for paragraph in resolution.paragraphs)
    body += "".join(_word_line(_word_run(line)) for line in closing_lines(resolution))
    notes = "".join(
        f'<w:footnote w:id="{note.number}">{_word_note(note.text)}</w:footnote>'
        for paragraph in resolution.paragraphs
        for note in paragraph.footnotes
    )
    return _word_package(
        f"{_XML}<w:document {_W}><w:body>{body}</w:body></w:document>",
        f"{_XML}<w:footnotes {_W}>{notes}</w:footnotes>",
    )


def _word_package(document: str, notes: str) -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("footnotes", "footnotes"))
    )
    parts = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations("footnotes", "footnotes.xml"),
        "word/document.xml": document,
        "word/footnotes.xml": notes,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content.encode())
    return target.getvalue()


def _relations(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'


def _word_line(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def _word_note(text: str) -> str:
    return _word_line(f"<w:r><w:footnoteRef/></w:r>{_word_run(' ' + text)}")


def _word_run(text: str, *, italic: bool = False) -> str:
    look = "<w:rPr><w:i/></w:rPr>" if italic else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def _word_paragraph(paragraph: Paragraph) -> str:
    content = f"{_word_run(label_printed(paragraph))}<w:r><w:tab/></w:r>" if paragraph.label else ""
    for run in runs(paragraph):
        if run.note:
            content += (
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{run.note}"/></w:r>'
            )
        else:
            content += _word_run(run.text, italic=run.italic)
    return content


# PDF


_LEFT, _TOP, _FOOT, _LEADING, _SIZE, _NOTE_SIZE = 72, 740, 90, 13, 10, 8
_WIDTHS = {False: "F1", True: "F2"}
_COLUMNS = 96  # signs of a line: the letters of the built-in font are about half as wide as high


@dataclass(slots=True)
class _Sheet:
    """The pages of a PDF while they are filled from above, with the footnotes at the foot of each."""

    pages: list[list[str]]
    notes: list[str]
    y: float = _TOP

    def line(self, pieces: Iterable[tuple[str, bool, int]]) -> None:
        if self.y < _FOOT + _LEADING * (len(self.notes) + 1):
            self.turn()
        shows = "".join(_shown(text, italic=italic, note=note) for text, italic, note in pieces)
        self.pages[-1].append(f"BT 1 0 0 1 {_LEFT} {self.y} Tm {shows}ET")
        self.y -= _LEADING

    def turn(self) -> None:
        """The footnotes under a rule, and a new page."""
        y = _FOOT + _LEADING * (len(self.notes) - 1)
        if self.notes:
            self.pages[-1].append(f"{_LEFT} {y + 14} m {_LEFT + 120} {y + 14} l S")
        for note in self.notes:
            number, _, text = note.partition(" ")
            raised = f"/F1 5 Tf 3 Ts ({number}) Tj 0 Ts /F1 {_NOTE_SIZE} Tf ( {_pdf_text(text)}) Tj "
            self.pages[-1].append(f"BT 1 0 0 1 {_LEFT} {y} Tm {raised}ET")
            y -= _LEADING
        self.pages.append([])
        self.notes, self.y = [], _TOP


def _pdf_text(text: str) -> str:
    for sign in "\\()":
        text = text.replace(sign, f"\\{sign}")
    return text


def _shown(text: str, *, italic: bool, note: int) -> str:
    if note:
        return f"/F1 6 Tf 4 Ts ({note}) Tj 0 Ts "
    return f"/{_WIDTHS[italic]} {_SIZE} Tf ({_pdf_text(text)}) Tj "


def pdf_of(resolution: Resolution) -> bytes:
    """A PDF with a text layer: wrapped lines, raised figures, footnotes at the foot of each page.

    Texts are written in the built-in encoding, so what it lacks is a question mark.
    """
    head, sheet = resolution.masthead, _Sheet([[]], [])
    for line in [*head_lines(head), title_line(head)]:
        for part in textwrap.wrap(line, _COLUMNS) or [""]:
            sheet.line([(part, False, 0)])
    sheet.y -= _LEADING
    sheet.line([(f"The {head.body}", True, 0), (",", False, 0)])
    for paragraph in resolution.paragraphs:
        _put(sheet, paragraph)
    sheet.y -= _LEADING
    for line in closing_lines(resolution):
        sheet.line([(line, False, 0)])
    sheet.turn()
    return _pdf_file([page for page in sheet.pages if page])


def _put(sheet: _Sheet, paragraph: Paragraph) -> None:
    """A paragraph with room above it, its first line indented, words put onto lines as they fit."""
    sheet.y -= _LEADING / 2
    label = label_printed(paragraph)
    line: list[tuple[str, bool, int]] = [(f"        {label + '   ' if label else ''}", False, 0)]
    width = len(line[0][0])
    for run in runs(paragraph):
        if run.note:
            line.append(("", False, run.note))
            sheet.notes.append(f"{run.note} {run.note_text}")
            continue
        for word in _words(run.text):
            if width + len(word.rstrip()) > _COLUMNS:
                sheet.line(line)
                line, width = [], 0
            line.append((word, run.italic, 0))
            width += len(word)
    sheet.line(line)


def _words(text: str) -> list[str]:
    """The words of a text, each with the space after it."""
    pieces = text.split(" ")
    return [piece + (" " if at + 1 < len(pieces) else "") for at, piece in enumerate(pieces)]


def _pdf_file(pages: list[list[str]]) -> bytes:
    fonts = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> "
    fonts += "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for at, page in enumerate(pages):
        content = "\n".join(page)
        size = len(content.encode("cp1252", errors="replace"))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << {fonts} >> >> "
            f"/Contents {4 + 2 * at} 0 R >>",
            f"<< /Length {size} >>\nstream\n{content}\nendstream",
        ]
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252", errors="replace")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>"
    return file + f"{end}\nstartxref\n{len(file)}\n%%EOF\n".encode()


MAKERS: dict[str, Callable[[Resolution], bytes]] = {
    ".txt": text_of,
    ".html": page_of,
    ".xml": xml_of,
    ".docx": word_of,
    ".pdf": pdf_of,
}
