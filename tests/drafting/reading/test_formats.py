# SPDX-License-Identifier: GPL-3.0-or-later
"""Which reader takes a file: its content decides, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from drafting.reading.formats import format_of
from drafting.reading.packages import ole_streams, zip_entries
from drafting.reading.source import Document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
_NAME = "WordDocument".encode("utf-16-le")
WORD_97 = _OLE + _NAME.ljust(64, b"\0") + (len(_NAME) + 2).to_bytes(2, "little") + bytes(62)
MESSAGE = (
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n'
)


def packed(**entries: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in entries.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return buffer.getvalue()


WORD = packed(word__document_dot_xml="<x/>")
ODT = packed(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>")
ODS = packed(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_dot_xml="<x/>")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 x", "PDF"),
        (b"\r\n\r\n%PDF-1.4 behind blank lines", "PDF"),
        (WORD, "Word"),
        (WORD[:-30], "Word"),
        (ODT, "older Word"),
        (WORD_97, "older Word"),
        (b"{\\rtf1 x}", "older Word"),
        (b"\xffWPC x", "older Word"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:x xmlns:w="y"/>', "older Word"),
        (b'<?xml version="1.0"?><office:document xmlns:office="y"/>', "older Word"),
        (b'<?xml version="1.0"?><akomaNtoso xmlns="x"/>', "XML"),
        ('<?xml version="1.0" encoding="utf-16"?><akomaNtoso xmlns="x"/>'.encode("utf-16"), "XML"),
        (b'<akomaNtoso xmlns="x">', "XML"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">', "web page"),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<html>", "web page"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "web page"),
        ("<html>".encode("utf-16"), "web page"),
        (b"<div class='x'><p>The General Assembly,</p></div>", "web page"),
        (MESSAGE, "web page"),
        (b"bplist00 WebMainResource", "web page"),
        (b"The General Assembly,", "text"),
        (b"# Resolution\n\n<sup>1</sup> See it.", "text"),
        (b"<p align=center>Title</p>\n\nThe General Assembly,\n", "text"),
        (b"Title: a resolution\nSubject: x\n\nThe General Assembly,", "text"),
        (b"1 < 2 and <x", "text"),
        ("The General Assembly,".encode("utf-16"), "text"),
    ],
)
def test_the_content_tells_the_format(content: bytes, name: str) -> None:
    assert format_of(Document(Path("misleading.pdf"), content)).name == name


def test_what_is_packed_is_told_from_the_directory_alone() -> None:
    inner = packed(photo_dot_jpg="x", a__b_dot_docx=WORD.decode("latin-1"))
    assert zip_entries(inner) == {"photo.jpg", "a/b.docx"}
    assert zip_entries(WORD[: WORD.index(b"PK\x01\x02")]) == {"word/document.xml"}
    assert zip_entries(b"PK\x05\x06" + bytes(18)) == frozenset()
    assert zip_entries(b"no archive") == frozenset()
    assert ole_streams(WORD_97) == {"WordDocument"}


def test_a_directory_that_says_it_is_gigantic_is_not_believed() -> None:
    end = WORD.rindex(b"PK\x05\x06")
    assert zip_entries(WORD[: end + 12] + b"\xff" * 8 + WORD[end + 20 :]) == {"word/document.xml"}
