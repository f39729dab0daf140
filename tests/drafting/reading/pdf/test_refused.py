# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF without readable text is refused with what to do, in time, whatever it holds."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from typeset import Sheet, pdf_of

from drafting.errors import PenholderError, UnreadableFile
from drafting.reading import read


def _text() -> Sheet:
    sheet = Sheet()
    for _ in range(3):
        sheet.paragraph("{i:Recalling} its resolution 70/1 of 25 September 2015 and all that it said then,")
    return sheet


def _with(stream: bytes, more: str = "") -> bytes:
    """A file of one page with this stream instead of its own."""
    head, _, tail = pdf_of(_text()).partition(b"<< /Length")
    rest = tail[tail.index(b"endstream") :]
    return head + f"<< /Length {len(stream)} {more} >>\nstream\n".encode() + stream + b"\n" + rest


def _bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * 600_000_000, 1), 9)
    return _with(packed, "/Filter [/FlateDecode /FlateDecode]")


WHOLE = pdf_of(_text())
MANY = b"(" + b"many " * 120 + b") Tj T* "
FILES = {
    "no text layer": (pdf_of(Sheet()), "no text layer"),
    "locked": (pdf_of(_text(), encrypted=True), "password"),
    "cut short": (WHOLE[:300], "cannot be read"),
    "garbage": (b"%PDF-1.7\n" + bytes(range(256)) * 200, "cannot be read"),
    "pages within themselves": (WHOLE.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "cannot be read"),
    "too many pages": (pdf_of(*[Sheet()] * 401), "401 pages"),
    "too many letters": (_with(b"BT /Courier 1 Tf 1 TL 9 780 Td " + MANY * 120 + b"ET"), "page 1"),
    "a stream of gigabytes": (_bomb(), "more memory"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_pdf_that_cannot_be_read_is_refused_with_what_to_do(tmp_path: Path, kind: str) -> None:
    data, words = FILES[kind]
    path = tmp_path / "resolution.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as told:
        read(path)
    assert words in told.value.reason
    assert "The file was not changed." in told.value.reason


@pytest.mark.parametrize("cut", range(5, 100, 19))
def test_a_damaged_pdf_is_read_or_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "resolution.pdf"
    middle = len(WHOLE) * cut // 100
    path.write_bytes(WHOLE[:middle] + bytes([255 - WHOLE[middle]]) * 3 + WHOLE[middle + 3 :])
    try:
        found = str(read(path).paragraphs)
    except PenholderError as error:
        found = str(error)
    assert "The file was not changed." in found or "Recalling" in found
