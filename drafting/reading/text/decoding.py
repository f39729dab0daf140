# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a file to its text, in whatever encoding it is; what is no text is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.errors import UnreadableFile
from drafting.reading.charsets import UNSEEN, told_by_bytes
from drafting.reading.formats import AS_TEXT
from drafting.reading.loading import EMPTY
from drafting.reading.source import Document
from drafting.resolution import ReadWarning
from drafting.translation import tr

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LINE_ENDS = re.compile("\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with line feeds as line ends, and what was remarked on the way."""

    text: str
    warnings: tuple[ReadWarning, ...] = ()


def decoded_text(document: Document, declared: str = "") -> Decoded:
    """The text of a file; raises UnreadableFile when there is none to be had, saying what to do.

    `declared` is the encoding the file names itself; the mark at its beginning is believed before it.
    """
    decoded = _decoded(document.data, declared)
    if _is_no_text(decoded.text):
        reason = tr("this is no text; its content is of a kind Penholder does not know.")
        raise UnreadableFile(document.path, f"{reason} {tr(AS_TEXT)}")
    text = clean(decoded.text)
    if not text.strip():
        raise UnreadableFile(document.path, tr(EMPTY))
    return Decoded(text, decoded.warnings)


def clean(text: str) -> str:
    """The text without invisible signs, every line end a line feed."""
    return _LINE_ENDS.sub("\n", text.translate(UNSEEN))


def _decoded(data: bytes, declared: str) -> Decoded:
    told = told_by_bytes(data)
    if told:
        return Decoded(data.decode(told, errors="replace"))
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return Decoded(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    text = data.decode(declared or "cp1252", errors="replace")
    message = "the file is not in the usual encoding (UTF-8) and was read as Windows text: check accents"
    if declared:
        message = "some letters of the file are not of the encoding that it names: check accents"
    return Decoded(text, (ReadWarning(message, needs_look=True),))


def _is_no_text(text: str) -> bool:
    """Whether what decodes is no plain text all the same."""
    sample = text[:20000]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    return strange > max(2, len(sample) // 100)
