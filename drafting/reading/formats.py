# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of files Penholder reads, told apart by their content and never by their names.

A format is a module with `source_of(document)`. It is loaded when the first file of its kind comes: most
drafters open one kind only, and the readers of Word and PDF are large.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from drafting.data import load
from drafting.errors import UnreadableFile
from drafting.reading.source import Document, Source

LARGEST = 60_000_000  # bytes that are looked at at all; no resolution in any format comes near
SAFE = "The file was not changed."
AS_TEXT = f"{SAFE} Open it in its own program, save it as Word (.docx) or text (.txt), and open that."
_XML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml\b|<!DOCTYPE\s+(?!html)|<[A-Za-z_][\w.:-]*\s[^<>]*xmlns)",
    re.IGNORECASE | re.DOTALL,
)
_WEB_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body)\b|^MIME-Version:.{0,2000}text/html", re.IGNORECASE | re.DOTALL
)
_OLDER = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xffWPC", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name as drafters know it, its content, the most bytes it may have, its reader."""

    name: str
    fits: Callable[[bytes], bool]
    largest: int
    module: str

    def source_of(self, document: Document) -> Source:
        """What stands in the file; raises UnreadableFile with what to do when it is not whole."""
        read: Callable[[Document], Source] = import_module(self.module).source_of
        return read(document)


def format_of(document: Document) -> Format:
    """The format a file is in; raises UnreadableFile when it is of no kind that is read, or too large."""
    head = _plain_head(document.data)
    found = next(known for known in FORMATS if known.fits(head or document.data))
    if found is _TEXT and (kind := _refusal(document.data)):
        raise UnreadableFile(document.path, kind)
    if len(document.data) > found.largest:
        reason = f"the file is far too large for a resolution. {SAFE} Choose another file."
        raise UnreadableFile(document.path, reason)
    return found


def _plain_head(data: bytes) -> bytes:
    """The beginning of a file in wide letters (UTF-16) as if it were in narrow ones; empty for all others."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data[:8000].decode("utf-16", errors="ignore").encode() if wide else b""


def _refusal(data: bytes) -> str:
    """The sentence that refuses a file known by its first bytes; empty when it may be text."""
    head = data[:4096]
    for kind in load("file_kinds")["kinds"]:
        if head.startswith(bytes.fromhex(kind["begins"])) and kind.get("holds", "").encode() in head:
            return f"{kind['what']} {kind.get('do') or AS_TEXT}"
    return ""


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _holds(data: bytes, *names: str) -> bool:
    """Whether the file is a zip package with these entries."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return set(names) <= set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, UnicodeDecodeError):
        return all(name.encode() in data for name in names)  # cut or damaged: the reader says so


def _is_word(data: bytes) -> bool:
    return _holds(data, "word/document.xml")


def _is_older(data: bytes) -> bool:
    return data.startswith(_OLDER) or _holds(data, "content.xml", "mimetype")


def _is_web_page(data: bytes) -> bool:
    return not _is_xml(data) and bool(_WEB_PAGE.search(data[:8000]))


def _is_xml(data: bytes) -> bool:
    head = data[:8000].removeprefix(b"\xef\xbb\xbf")
    return bool(_XML.match(head)) and not re.search(rb"<html\b|<!doctype\s+html", head, re.IGNORECASE)


def _is_anything(data: bytes) -> bool:
    return bool(data)


_TEXT = Format("text", _is_anything, 5_000_000, "drafting.reading.text")
FORMATS = (
    Format("PDF", _is_pdf, LARGEST, "drafting.reading.pdf"),
    Format("Word", _is_word, LARGEST, "drafting.reading.word"),
    Format("older Word", _is_older, LARGEST, "drafting.reading.conversion"),
    Format("XML", _is_xml, 20_000_000, "drafting.reading.akn"),
    Format("web page", _is_web_page, 20_000_000, "drafting.reading.html"),
    _TEXT,
)
