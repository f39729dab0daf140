# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution as plain text, for an e-mail or a web form: nothing but letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafting.files import write_atomically
from drafting.resolution import Footnote, Kind, Paragraph, Resolution
from drafting.writing.body import Body
from drafting.writing.laid import Laid
from drafting.writing.layout import geneva
from drafting.writing.masthead import masthead_words
from drafting.writing.numbering import Numbering
from drafting.writing.options import DEFAULTS, WordOptions

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STEP = "    "  # before a point, for each of its levels


def plain_text(resolution: Resolution, options: WordOptions = DEFAULTS) -> str:
    """Masthead, text and closing lines, a blank line between paragraphs, and the footnotes behind them."""
    words = masthead_words(resolution, options)
    symbol = words["organ of the symbol"].text + words["symbol"].text
    head = [words["united nations"].text, symbol]
    head += [words[name].text for name in ("organ", "distribution", "issued", "original")]
    laid = list(Body(resolution, Numbering(geneva()), options).laid())
    text = [said for one in laid if (said := _said(one))]
    notes = dict.fromkeys(_note(note) for one in laid for note in _in_order(one.paragraph))
    return "\n\n".join(["\n".join(head), *text, *notes]) + "\n"


def write_plain(resolution: Resolution, path: Path, options: WordOptions = DEFAULTS) -> None:
    """Write the resolution to `path`, whole or not at all; raises WriteFailed."""
    write_atomically(path, plain_text(resolution, options).encode("utf-8"))


def _said(laid: Laid) -> str:
    paragraph = laid.paragraph
    pieces, at = [], 0
    for index, note in enumerate(_in_order(paragraph)):
        beside = "," if index and at == note.offset else ""  # two notes at one place (rule 4.4)
        pieces += [paragraph.text[at : note.offset], beside, str(note.number).translate(_RAISED)]
        at = note.offset
    text = " ".join("".join([*pieces, paragraph.text[at:]]).split())
    number = printed(paragraph)
    return f"{_STEP * paragraph.level}{number} {text}".rstrip() if number else text


def printed(paragraph: Paragraph) -> str:
    """The number as it stands before a paragraph: "12.", "(a)", "II"."""
    label = paragraph.label
    stop = paragraph.kind is not Kind.HEADING and label[-1:].isalnum()
    return f"{label}." if stop else label


def _in_order(paragraph: Paragraph) -> Iterator[Footnote]:
    return iter(sorted(paragraph.footnotes, key=lambda note: note.offset))


def _note(note: Footnote) -> str:
    return f"{str(note.number).translate(_RAISED)} {note.text}"
