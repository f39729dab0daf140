# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a file to its text, in whatever encoding it is; what is no text is refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from drafting.errors import UnreadableFile
from drafting.reading.formats import AS_TEXT
from drafting.reading.loading import EMPTY
from drafting.reading.source import Document
from drafting.resolution import ReadWarning

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_LINE_ENDS = re.compile("\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with line feeds as line ends, and what was remarked on the way."""

    text: str
    warnings: tuple[ReadWarning, ...] = ()


def decoded_text(document: Document) -> Decoded:
    """The text of a file; raises UnreadableFile when there is none to be had, saying what to do."""
    decoded = _decoded(document.data)
    if _is_no_text(decoded.text):
        reason = "this is no text; its content is of a kind Penholder does not know."
        raise UnreadableFile(document.path, f"{reason} {AS_TEXT}")
    text = _LINE_ENDS.sub("\n", decoded.text.translate(_INVISIBLE))
    if not text.strip():
        raise UnreadableFile(document.path, EMPTY)
    return Decoded(text, decoded.warnings)


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


def _is_no_text(text: str) -> bool:
    """Whether what decodes is no plain text all the same."""
    sample = text[:20000]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    return strange > max(2, len(sample) // 100)
