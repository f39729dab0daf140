# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a saved page to its tree, out of whatever it was packed in.

A page may be saved as itself, as a single file built like a message (MHTML, "web page, single file"), or as a
list of resources (Safari's archive). Nothing is fetched: what the page only links to is not read.
"""

from __future__ import annotations

import plistlib
import re
from binascii import Error as BadBase64
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from lxml import etree

from drafting.errors import UnreadableFile
from drafting.reading.charsets import narrow_head, told_by_name
from drafting.reading.source import Document
from drafting.reading.text.decoding import decoded_text
from drafting.resolution import ReadWarning
from drafting.translation import marked, tr

_MOST_TAGS = 400_000  # a resolution saved by Word has some twenty thousand; more would fill the memory
_MOST_PARTS = 2_000
_LARGEST = 10_000_000  # bytes of the page itself, unpacked
_LONGEST_HEAD = 100_000  # bytes of the lines that tell what a message holds
_DEEPEST = 4  # messages within messages
_CHARSET = re.compile(rb"<meta\b[^<>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml\b[^<>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^<>]{0,300}\?>")
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_ZEROS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
TOO_MUCH = marked(
    "the page holds far too much for a resolution. The file was not changed. Choose another file."
)
_TOO_DEEP = marked(
    "the page is built too deeply to be read. "
    "The file was not changed. Open it in a browser, copy the text of the resolution into a text file "
    "(.txt), and open that."
)
_NO_PAGE = marked(
    "this file packs a web page, but no page with text was found in it. "
    "The file was not changed. Open it in a browser, save it again as web page, and open that."
)


def tree_of(document: Document) -> tuple[etree._Element, tuple[ReadWarning, ...]]:
    """The root of a page; raises UnreadableFile when it holds none, or more than can be read safely."""
    page, named = _unpacked(document)
    if len(page.data) > _LARGEST:
        raise UnreadableFile(document.path, tr(TOO_MUCH))
    head = narrow_head(page.data, 4096)
    found = _CHARSET.search(head) or _XML_CHARSET.match(head)
    declared = told_by_name(named) or (told_by_name(found[1].decode("ascii", "replace")) if found else "")
    decoded = decoded_text(page, declared)
    return tree_of_text(decoded.text, document), decoded.warnings


def tree_of_text(text: str, document: Document) -> etree._Element:
    """The root of a page whose letters are known; raises UnreadableFile as `tree_of` does."""
    text = _DECLARATION.sub("", text)
    if text.count("<") > _MOST_TAGS:
        raise UnreadableFile(document.path, tr(TOO_MUCH))
    # What stands behind </body> is shown by browsers, but the parser would stop there.
    return _parsed(_ENDS.sub(" ", _ZEROS.sub("", text)), document)


def _parsed(text: str, document: Document) -> etree._Element:
    """The tree, by libxml2: it knows every broken page, fetches nothing, and stops at 2048 levels."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFile(document.path, tr(_NO_PAGE)) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise UnreadableFile(document.path, tr(_TOO_DEEP))
    if root is None:
        raise UnreadableFile(document.path, tr(_NO_PAGE))
    return root


def _unpacked(document: Document) -> tuple[Document, str]:
    """The page inside the file, and the encoding that its wrapping names."""
    head = narrow_head(document.data, 200)
    if head.startswith(b"bplist00"):
        return _of_archive(document)
    if head.lstrip().startswith(b"<"):
        return document, ""
    if document.data.count(b"\n--") > _MOST_PARTS:
        raise UnreadableFile(document.path, tr(TOO_MUCH))
    found = _of_message(document.data, 0)
    if found is None:
        return document, ""
    data, charset = found
    if not data.strip():
        raise UnreadableFile(document.path, tr(_NO_PAGE))
    return replace(document, data=data), charset


def _of_message(data: bytes, depth: int) -> tuple[bytes, str] | None:
    """The first web page in a message, with the name of its encoding; None when the message holds none.

    Parts are told apart here, one level at a time, so that no depth of nesting can exhaust the parser.
    """
    ends = re.search(rb"\r?\n\r?\n", data)
    if ends is None or ends.end() > _LONGEST_HEAD or depth > _DEEPEST:
        return None
    headers: Message = message_from_bytes(data[: ends.end()], policy=compat32)
    kind = headers.get_content_type()
    if kind == "text/html":
        return _content(headers, data[ends.end() :]), headers.get_content_charset("")
    boundary = headers.get_boundary()
    if not kind.startswith("multipart/") or not boundary:
        return None
    mark = b"--" + boundary.encode("utf-8", errors="surrogateescape")
    parts = re.split(rb"(?:^|\r?\n)" + re.escape(mark) + rb"(?:--)?[ \t]*\r?\n?", data[ends.end() - 2 :])
    found = (_of_message(part, depth + 1) for part in parts[1:] if part.strip())
    return next((page for page in found if page is not None), None)


def _content(headers: Message, body: bytes) -> bytes:
    """The bytes of a part, freed from its transfer encoding."""
    headers.set_payload(body.decode("latin-1"))
    coding = str(headers.get("content-transfer-encoding", "")).strip().lower()
    if coding not in {"quoted-printable", "base64"}:
        return body
    try:
        content = headers.get_payload(decode=True)
    except (BadBase64, ValueError):
        return body
    return content if isinstance(content, bytes) else body


def _of_archive(document: Document) -> tuple[Document, str]:
    """The main page in an archive of Safari."""
    try:
        content = plistlib.loads(document.data, fmt=plistlib.FMT_BINARY)
        page = content["WebMainResource"]
        data, charset = page["WebResourceData"], page.get("WebResourceTextEncodingName", "")
    except (plistlib.InvalidFileException, ValueError, LookupError, TypeError, AttributeError, OverflowError,
            RecursionError) as error:  # fmt: skip
        raise UnreadableFile(document.path, tr(_NO_PAGE)) from error
    if not isinstance(data, bytes) or not data.strip():
        raise UnreadableFile(document.path, tr(_NO_PAGE))
    return replace(document, data=data), str(charset)
