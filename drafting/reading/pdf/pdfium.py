# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF library, and nothing of it elsewhere: a file's pages as pieces of text with places and fonts.

Positions are in points from the lower left corner, after turning the page so that most of its text runs from
left to right.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # made by ctypesgen, without types

from drafting.errors import UnreadableFile
from drafting.reading.source import Document
from drafting.translation import tr

_MOST_PAGES = 400  # the longest resolutions have some sixty
_MOST_GLYPHS = 50_000  # of a page: one of small type has ten thousand
SPACE = 0.155  # of the type size: a wider gap between two letters parts words
_FARTHEST = 100_000.0  # points
_PASSWORD_ASKED = 4  # pdfium's error code
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18  # of a font descriptor; PDF 32000-1, table 123
_BOLD_WEIGHT = 600
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\uf0b7": "\u2022",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font without a space between them: from `left` to `right` on the baseline `base`.

    `order` is their place in the order of the file, which is the order of reading for scripts that run from
    right to left. `spaced`: the file has a space before them, however narrow it is printed.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    font: str = ""
    order: int = 0
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line printed on the page."""

    left: float
    right: float
    base: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size, its text, its lines, and text that runs another way."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    aside: str = ""
    unknown: int = 0  # letters that the file does not name


def pages_of(document: Document) -> Iterator[Page]:
    """The pages of a PDF file one after the other, each reported to the watch when it is read.

    Raises UnreadableFile when the file is damaged, asks for a password, or is no text any drafter reads.
    """
    with _opened(document) as handle:
        total = pdfium.FPDF_GetPageCount(handle)
        if not 0 < total <= _MOST_PAGES:
            raise _unreadable(
                document,
                tr("it has {total} pages").format(total=total) if total > 0 else tr("it has no pages"),
            )
        for at in range(total):
            document.watch.step(document.path, at, total)
            page = _page(handle, at)
            if page is None:
                raise _unreadable(
                    document, tr("page {number} is damaged or holds too much").format(number=at + 1)
                )
            yield page
        document.watch.step(document.path, total, total)


def _unreadable(document: Document, what: str) -> UnreadableFile:
    reason = tr(
        "the PDF file cannot be read: {what}. The file was not changed. Choose another copy, or save it as "
        "Word (.docx) and open that."
    )
    return UnreadableFile(document.path, reason.format(what=what))


@contextmanager
def _opened(document: Document) -> Iterator[pdfium.FPDF_DOCUMENT]:
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(document.data, len(document.data), None)
    if not handle:
        locked = pdfium.FPDF_GetLastError() == _PASSWORD_ASKED
        if locked:
            reason = tr(
                "the PDF file is locked with a password. The file was not changed. Open it in a PDF reader, "
                "save a copy without the password, and open that."
            )
            raise UnreadableFile(document.path, reason)
        raise _unreadable(document, tr("it is damaged or not whole"))
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


def _page(handle: pdfium.FPDF_DOCUMENT, at: int) -> Page | None:
    """A page; None when it cannot be loaded or holds more than any page of text."""
    page = pdfium.FPDF_LoadPage(handle, at)
    if not page:
        return None
    text = pdfium.FPDFText_LoadPage(page)
    try:
        count = pdfium.FPDFText_CountChars(text) if text else -1
        if not 0 <= count <= _MOST_GLYPHS:
            return None
        size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return _Reader(text).page(at + 1, size, _strokes(page), count)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _strokes(page: pdfium.FPDF_PAGE) -> list[Stroke]:
    """The thin horizontal lines and boxes of a page."""
    found = []
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if right - left > 20 and top - bottom < 3:
                found.append(Stroke(left, right, bottom))
    return found


@dataclass(frozen=True, slots=True)
class _Style:
    """What all letters of one text object share."""

    base: float
    size: float
    turn: int  # quarter turns to the left; -1 for any other angle
    bold: bool
    italic: bool
    font: str


_NOWHERE = _Style(0.0, 1.0, -1, bold=False, italic=False, font="")  # of a damaged file: no place, no size


def _on_paper(place: float) -> bool:
    """Whether a number can be a place on a page; a damaged file may hold any."""
    return -_FARTHEST < place < _FARTHEST


@dataclass(slots=True)
class _Reader:
    """Reads the letters of one page."""

    text: pdfium.FPDF_TEXTPAGE
    styles: dict[int, _Style] = field(default_factory=dict)
    unknown: int = 0
    box: pdfium.FS_RECTF = field(default_factory=pdfium.FS_RECTF)
    x: ctypes.c_double = field(default_factory=ctypes.c_double)
    y: ctypes.c_double = field(default_factory=ctypes.c_double)

    def page(self, number: int, size: tuple[float, float], strokes: list[Stroke], count: int) -> Page:
        glyphs = [glyph for at in range(count) if (glyph := self.glyph(at))]
        turns = Counter(glyph[3].turn for glyph in glyphs)
        turn = max(turns, key=lambda way: (turns[way], -way), default=0)
        straight = [glyph for glyph in glyphs if glyph[3].turn == turn]
        aside = "".join(glyph[0] for glyph in glyphs if glyph[3].turn != turn)
        width, height = size if turn % 2 == 0 else (size[1], size[0])
        lines = strokes if turn == 0 else []
        pieces = tuple(_pieces(straight))
        return Page(number, width, height, pieces, tuple(lines), " ".join(aside.split()), self.unknown)

    def glyph(self, at: int) -> tuple[str, float, float, _Style] | None:
        """One letter with its left and right end and its style; None for what the library added."""
        thing = pdfium.FPDFText_GetTextObject(self.text, at)
        if not thing:
            return None
        code = pdfium.FPDFText_GetUnicode(self.text, at)
        if code < 32 or code >= 0xFFFE or 0xD800 <= code < 0xE000:
            if pdfium.FPDFText_IsHyphen(self.text, at) == 1:
                code = 0x2D
            elif code in {9, 10, 13}:
                code = 32
            else:
                self.unknown += code not in {0, 2}
                return None
        elif pdfium.FPDFText_HasUnicodeMapError(self.text, at) == 1:
            self.unknown += 1
        style = self.style(ctypes.addressof(thing.contents), thing, at)
        pdfium.FPDFText_GetLooseCharBox(self.text, at, self.box)
        pdfium.FPDFText_GetCharOrigin(self.text, at, self.x, self.y)  # the box of a slanted f begins earlier
        start, end = self.x.value, self.box.right
        if style.turn == 1:
            start, end = self.y.value, self.box.top
        elif style.turn == 2:
            start, end = -self.x.value, -self.box.left
        elif style.turn == 3:
            start, end = -self.y.value, -self.box.bottom
        letter = chr(code)
        letter = _LIGATURES.get(letter, letter)
        if not (_on_paper(start) and _on_paper(end)):
            return letter, 0.0, 0.0, _NOWHERE
        return letter, start, end, style

    def style(self, key: int, thing: pdfium.FPDF_PAGEOBJECT, at: int) -> _Style:
        if key not in self.styles:
            matrix, x, y = pdfium.FS_MATRIX(), self.x, self.y
            pdfium.FPDFText_GetMatrix(self.text, at, matrix)
            pdfium.FPDFText_GetCharOrigin(self.text, at, x, y)
            angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
            turn = round(angle / 90) % 4 if min(angle % 90, 90 - angle % 90) < 3 else -1
            base = {0: y.value, 1: -x.value, 2: -y.value, 3: x.value}.get(turn, 0.0)
            size = pdfium.FPDFText_GetFontSize(self.text, at) * math.hypot(matrix.c, matrix.d)
            found = _Style(base, round(size, 2), turn, *_font(thing)) if _on_paper(base + size) else _NOWHERE
            self.styles[key] = found if found.size > 0 else _NOWHERE
        return self.styles[key]


def _font(thing: pdfium.FPDF_PAGEOBJECT) -> tuple[bool, bool, str]:
    """Whether a text object is bold, whether it is italic, and its font's name without the subset's."""
    font = pdfium.FPDFTextObj_GetFont(thing)
    if not font:
        return False, False, ""
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", errors="replace")
    name = name[7:] if name[6:7] == "+" else name
    flags, slant = pdfium.FPDFFont_GetFlags(font), ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, slant)
    bold = bool(_BOLD.search(name)) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG) or slant.value < 0
    return bold or bool(flags & _BOLD_FLAG), italic, name


def _pieces(glyphs: list[tuple[str, float, float, _Style]]) -> Iterator[Piece]:
    """The letters gathered as long as they stand close together in one style; spaces part them."""
    letters: list[str] = []
    first = last = 0.0
    style: _Style | None = None
    order = 0
    blank = spaced = False  # a space came last; one stands before the piece

    def piece() -> Piece:
        assert style is not None
        look = style.bold, style.italic, style.font
        return Piece("".join(letters), first, last, style.base, style.size, *look, order, spaced)

    for at, (letter, start, end, its) in enumerate(glyphs):
        near = style is its and -its.size < start - last < SPACE * its.size
        if letters and (letter.isspace() or not near):
            yield piece()
            letters = []
        if letter.isspace():
            blank = True
            continue
        if not letters:
            first, style, order, spaced = start, its, at, blank
        letters.append(letter)
        last, blank = end, False
    if letters:
        yield piece()
