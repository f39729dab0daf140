# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to the printed page and not to the text: running headers, page and job numbers, barcodes.

Known by where it stands and by its form. Source: layout of United Nations documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.data import load
from drafting.reading.pdf.pdfium import Page
from drafting.reading.pdf.rows import Row

Pages = list[list[Row]]
_TOP, _BOTTOM = 0.75, 0.16  # of the height of the page: above and below these stands what repeats
_CLOSE = 1.6  # of the type size: rows nearer than this belong together
_OFTEN = 3  # pages on which a row at the same height makes it a running one
_SYMBOL = re.compile(r"(?:A|S|E|ST|T)/(?=\S*\d)[A-Z0-9][\w./-]*(?: ?\(\d{4}\))?\*{0,2}")
_NUMBER = re.compile(r"[-\u2013\u2014] ?\d{1,4} ?[-\u2013\u2014]|\d{1,4}|[ivxl]{1,7}")
_WORDS = re.compile(r"[^\W\d_]{5,}")
_AS_LETTERS = {0xF000 + code: code for code in range(32, 127)}  # fonts of signs keep their letters there
_BARCODE = re.compile(r"bar ?code|3 ?of ?9|c(?:ode)? ?(?:39|128)", re.IGNORECASE)


def without_furniture(pages: Pages, sheets: Sequence[Page]) -> tuple[Pages, list[str]]:
    """The rows of the text on each page, and what was taken out, in the order met."""
    symbol = _symbol(pages[0], sheets[0]) if pages else ""
    often = _often(pages, sheets)
    kept: Pages = []
    taken: list[str] = []
    for rows, sheet in zip(pages, sheets, strict=True):
        drop = {id(row) for row in _footer(rows, sheet)}
        drop |= {id(row) for row in rows if _is_barcode(row)}
        if sheet.number > 1:  # the masthead has the symbol where later pages repeat it
            drop |= {id(row) for row in _header(rows, sheet, symbol)}
            drop |= {id(row) for row in rows if _key(row, sheet) in often}
        kept.append([row for row in rows if id(row) not in drop])
        taken += [row.text.translate(_AS_LETTERS) for row in rows if id(row) in drop]
        taken += [sheet.aside] if sheet.aside else []
    return kept, taken


def _symbol(rows: Sequence[Row], sheet: Page) -> str:
    """The document symbol at the head of the first page; empty when there is none."""
    head = (row.text for row in rows if row.base > _TOP * sheet.height)
    return next((text.rstrip("*") for text in head if _SYMBOL.fullmatch(text)), "")


def _header(rows: Sequence[Row], sheet: Page, symbol: str) -> list[Row]:
    """The rows at the head of a page up to the symbol, and those printed close beneath it."""
    at = -1
    for place, row in enumerate(rows):
        if row.base < _TOP * sheet.height or (place and not _together(rows[place - 1], row)):
            break
        if _SYMBOL.fullmatch(row.text) and (not symbol or row.text.rstrip("*") == symbol):
            at = place
    if at < 0:
        return list(_head_number(rows, sheet))
    end = at + 1
    while end < len(rows) and _together(rows[end - 1], rows[end]):
        end += 1
    return list(rows[:end])


def _head_number(rows: Sequence[Row], sheet: Page) -> Iterator[Row]:
    if rows and rows[0].base > 0.9 * sheet.height and _is_page_line(rows[0].text):
        yield rows[0]


def _together(row: Row, below: Row) -> bool:
    """Whether two rows follow each other closely in type of one size."""
    same = abs(row.size - below.size) <= 0.1 * row.size
    return same and row.base - below.base <= _CLOSE * row.size


def _footer(rows: Sequence[Row], sheet: Page) -> Iterator[Row]:
    """The rows at the foot of a page that are page and job numbers, as far as they reach up."""
    for row in reversed(rows):
        if row.base > _BOTTOM * sheet.height:
            return
        if _is_barcode(row) or _is_page_line(row.text):
            yield row


def _is_barcode(row: Row) -> bool:
    return any(_BARCODE.search(piece.font) for piece in row.pieces)


def _is_page_line(text: str) -> bool:
    """Whether a row is nothing but page numbers, job numbers and the dates of production."""
    if _WORDS.search(text):  # a note on the document, which is for the masthead
        return False
    return bool(_NUMBER.fullmatch(text) or _forms().fullmatch(text))


@cache
def _forms() -> re.Pattern[str]:
    form = "|".join(f"(?:{form})" for form in load("reading")["page_lines"])
    return re.compile(rf"(?:{form})(?:\s+(?:{form}|\([A-Z]\)))*")


def _often(pages: Pages, sheets: Sequence[Page]) -> set[tuple[str, int]]:
    """What stands at the same height, numbers aside, on several pages, outside the text."""
    seen = Counter(
        key
        for rows, sheet in zip(pages, sheets, strict=True)
        for key in {_key(row, sheet) for row in rows}
        if key[1] >= 0
    )
    return {key for key, count in seen.items() if count >= max(_OFTEN, len(pages) // 3)}


def _key(row: Row, sheet: Page) -> tuple[str, int]:
    """What a row says and how high it stands, a negative height in the midst of the page."""
    share = row.base / sheet.height
    height = round(row.base / 4) if share > 0.9 or share < 0.1 else -1
    return re.sub(r"\d+", "0", row.text), height
