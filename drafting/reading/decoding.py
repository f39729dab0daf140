# SPDX-License-Identifier: GPL-3.0-or-later
"""From a path to decoded text, by content and not by name; what is no text is refused with what to do."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from drafting.data import load
from drafting.errors import UnreadableFile
from drafting.resolution import ReadWarning

LARGEST = 5_000_000  # bytes; the longest resolutions as text stay below half a million

_SAFE = "The file was not changed."
_EMPTY = "the file is empty. Choose another copy of the resolution."
_AS_TEXT = f"{_SAFE} Open it in the program it belongs to, save the text as plain text (.txt), and open that."
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WEB_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(r"\s*<(?:\?xml\b|[A-Za-z_][\w.-]*:?[\w.-]*\s[^<>]*xmlns)")
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_LINE_ENDS = re.compile("\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with line feeds as line ends, and what was remarked on the way."""

    text: str
    warnings: tuple[ReadWarning, ...] = ()


def decode_file(path: Path) -> Decoded:
    """The text of a file; raises UnreadableFile when there is none to be had, saying what to do."""
    data = _bytes_of(path)
    if not data.strip(b"\x00 \t\r\n\f"):
        raise UnreadableFile(path, _EMPTY)
    if kind := _kind_of(data):
        raise UnreadableFile(path, kind)
    decoded = _decoded(data)
    if reason := _no_text(decoded.text):
        raise UnreadableFile(path, reason)
    text = _LINE_ENDS.sub("\n", decoded.text.translate(_INVISIBLE))
    if not text.strip():
        raise UnreadableFile(path, _EMPTY)
    return Decoded(text, decoded.warnings)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(
                path, "this is a folder, not a file. Choose the files of the resolution inside it."
            )
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(
                path, f"the file is far too large for a resolution. {_SAFE} Choose another file."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            path, "there is no such file. It may have been moved or renamed; choose it again."
        ) from error
    except PermissionError as error:
        reason = "the file may not be opened. Another program may hold it, or you lack the right to read it."
        raise UnreadableFile(
            path, f"{reason} Close it elsewhere, or copy it to a folder of your own."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        detail = getattr(error, "strerror", None) or "its name is not valid"
        raise UnreadableFile(
            path, f"the file could not be read ({detail}). Copy it to this computer and try again."
        ) from error


def _kind_of(data: bytes) -> str:
    """The sentence that refuses a file known by its first bytes; empty when it may be text."""
    head = data[:4096]
    for kind in load("file_kinds")["kinds"]:
        begins = bytes.fromhex(kind["begins"])
        if head.startswith(begins) and kind.get("holds", "").encode() in head:
            return f"{kind['what']} {kind.get('do') or _AS_TEXT}"
    return ""


def _decoded(data: bytes) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data.decode(encoding, errors="replace"))
    if encoding := _wide(data):
        return Decoded(data.decode(encoding, errors="replace"))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    message = "the file is not in the usual encoding (UTF-8) and was read as Windows text: check accents"
    return Decoded(text, (ReadWarning(message, needs_look=True),))


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: nearly every second byte of Western text is zero."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) * 0.3
    return "utf-16-be" if even > enough > odd else "utf-16-le" if odd > enough > even else ""


def _no_text(text: str) -> str:
    """The sentence that refuses what decodes but is no plain text; empty when it is."""
    if _WEB_PAGE.match(text[:8000]):
        return (
            "this is a web page, whatever its name. This version of Penholder reads plain text. "
            f"{_SAFE} Open it in a browser, copy the text of the resolution into a text file, and open that."
        )
    if _XML.match(text[:2000]):
        return (
            "this is an XML file. This version of Penholder reads plain text. "
            f"{_SAFE} Take the text of the resolution (.txt) instead."
        )
    sample = text[:20000]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if strange > max(2, len(sample) // 100):
        return f"this is no text; its content is of a kind Penholder does not know. {_AS_TEXT}"
    return ""
