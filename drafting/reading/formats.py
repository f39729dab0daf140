# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of files Penholder reads, told apart by their content and never by their names.

A format is a module with `source_of(document)`. It is loaded when the first file of its kind comes: most
drafters open one kind only, and the readers of Word and PDF are large.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

from drafting.data import load
from drafting.errors import UnreadableFile
from drafting.reading.charsets import narrow_head
from drafting.reading.packages import OLE, ole_streams, zip_entries
from drafting.reading.source import Document, Source
from drafting.translation import marked, tr

LARGEST = 60_000_000  # bytes that are looked at at all; no resolution in any format comes near
AS_TEXT = marked(
    "The file was not changed. Open it in its own program, save it as Word (.docx) or text (.txt), and open "
    "that."
)
TOO_LARGE = marked(
    "the file is far too large for a resolution. The file was not changed. Choose another file."
)
_HEAD = 8000  # bytes in which a kind of file shows itself
_XML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml\b|<!DOCTYPE\s+(?!html)|<[A-Za-z_][\w.:-]*\s[^<>]*xmlns)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:p|div|h[1-6]|table|article|section|main|meta|title|style|[ou]l|center|"
    rb"blockquote)\b[^<>]{0,2000}>",
    re.IGNORECASE | re.DOTALL,
)
_MESSAGE = re.compile(rb"(?:[!-9;-~]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){1,80}?\r?\n")
_SAVED_BY_WORD = re.compile(rb"<\?mso-application\s+progid=.Word\.Document|<office:document\b")
_FEW = range(1, 4)  # so few first letters may also begin a text, in which no zero stands
_OLDER = (b"\xffWPC", b"{\\rtf")
_TEXT_DOCUMENTS = ("application/vnd.oasis.opendocument.text", "application/vnd.sun.xml.writer")


@dataclass(frozen=True)  # without slots, so that what was looked at once can be kept
class Content:
    """The bytes of a file, as they are looked at to tell its kind."""

    data: bytes

    @cached_property
    def head(self) -> bytes:
        """The beginning in narrow letters, without a mark."""
        return narrow_head(self.data, _HEAD)

    @cached_property
    def entries(self) -> frozenset[str]:
        """The names in a packed file: entries of a zip archive, streams of an older Office file."""
        return zip_entries(self.data) or ole_streams(self.data)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name as drafters know it, its content, the most bytes it may have, its reader."""

    name: str
    fits: Callable[[Content], bool]
    largest: int
    module: str

    def source_of(self, document: Document) -> Source:
        """What stands in the file; raises UnreadableFile with what to do when it is not whole."""
        read: Callable[[Document], Source] = import_module(self.module).source_of
        return read(document)


def format_of(document: Document) -> Format:
    """The format a file is in; raises UnreadableFile when it is of no kind that is read, or too large."""
    content = Content(document.data)
    found = next(known for known in FORMATS if known.fits(content))
    if found is _TEXT and (kind := _refusal(content)):
        raise UnreadableFile(document.path, kind)
    if len(document.data) > found.largest:
        raise UnreadableFile(document.path, tr(TOO_LARGE))
    return found


def _refusal(content: Content) -> str:
    """The sentence that refuses a file of a known kind; empty when it may be text."""
    for kind in load("file_kinds")["kinds"]:
        first = bytes.fromhex(kind.get("begins", ""))
        begins = content.data.startswith(first) and (len(first) not in _FEW or b"\x00" in content.head)
        holds = any(re.match(kind["entry"], name) for name in content.entries) if "entry" in kind else True
        if begins and holds and (not kind.get("data") or _is_data(content)):
            return f"{tr(kind['what'])} {tr(kind.get('do') or AS_TEXT)}"
    return ""


def _is_data(content: Content) -> bool:
    """Whether a file holds data for programs (JSON); one too deep to be looked through is none."""
    if content.head.lstrip()[:1] not in {b"{", b"["} or len(content.data) > _TEXT.largest:
        return False
    try:
        json.loads(content.data)
    except (ValueError, RecursionError):
        return False
    return True


def _is_pdf(content: Content) -> bool:
    return b"%PDF-" in content.data[:1024]


def _is_word(content: Content) -> bool:
    return "word/document.xml" in content.entries


def _is_older(content: Content) -> bool:
    if content.data.startswith(OLE):
        return "WordDocument" in content.entries
    if {"content.xml", "mimetype"} <= content.entries:
        return any(kind.encode() in content.data[:200] for kind in _TEXT_DOCUMENTS)
    return content.data.startswith(_OLDER) or bool(_SAVED_BY_WORD.search(content.head))


def _is_xml(content: Content) -> bool:
    return bool(_XML.match(content.head)) and not re.search(
        rb"<html\b|<!doctype\s+html", content.head, re.IGNORECASE
    )


def _is_web_page(content: Content) -> bool:
    fragment = _FRAGMENT.match(content.head) and content.data[-400:].strip(b"\x00 \t\r\n").endswith(b">")
    return bool(_PAGE.search(content.head) or fragment) or _is_message(content) or _is_archive(content)


def _is_message(content: Content) -> bool:
    """A page saved as a single file, which is built as a message is."""
    message = _MESSAGE.match(content.head)
    return message is not None and bool(
        re.search(
            rb"^content-type:\s*(?:multipart/|text/html)", message.group(), re.IGNORECASE | re.MULTILINE
        )
    )


def _is_archive(content: Content) -> bool:
    """A page saved by Safari: a list of resources in binary form."""
    return content.data.startswith(b"bplist00") and b"WebMainResource" in content.data


def _is_anything(content: Content) -> bool:
    return bool(content.data)


_TEXT = Format("text", _is_anything, 2_000_000, "drafting.reading.text")
FORMATS = (
    Format("PDF", _is_pdf, LARGEST, "drafting.reading.pdf"),
    Format("Word", _is_word, LARGEST, "drafting.reading.word"),
    Format("older Word", _is_older, LARGEST, "drafting.reading.conversion"),
    Format("XML", _is_xml, 20_000_000, "drafting.reading.akn"),
    Format("web page", _is_web_page, 30_000_000, "drafting.reading.html"),
    _TEXT,
)
