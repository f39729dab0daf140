# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution as plain text, for an e-mail or a web form: nothing but letters."""

from __future__ import annotations

from pathlib import Path

from drafting.files import write_atomically
from drafting.resolution import Footnote, Paragraph, Resolution
from drafting.writing.beside import NOWHERE, Beside, Origins
from drafting.writing.body import laid_text
from drafting.writing.laid import printed
from drafting.writing.masthead import masthead_lines
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.runs import notes_in_order, own_mark

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STEP = "    "  # before a point, for each of its levels


def plain_text(resolution: Resolution, options: WordOptions = DEFAULTS, origins: Origins = NOWHERE) -> str:
    """Masthead, text and closing lines, a blank line between paragraphs, and the footnotes behind them.

    Tags and `origins` are printed when the options want them.
    """
    laid, beside = laid_text(resolution, options), Beside(options, origins)
    text = [said for one in laid if (said := _said(one.paragraph, beside))]
    notes = dict.fromkeys(_note(note) for one in laid for note in notes_in_order(one.paragraph))
    return "\n\n".join(["\n".join(masthead_lines(resolution, options)), *text, *notes]) + "\n"


def write_plain(
    resolution: Resolution, path: Path, options: WordOptions = DEFAULTS, origins: Origins = NOWHERE
) -> None:
    """Write the resolution to `path`, whole or not at all; raises WriteFailed."""
    write_atomically(path, plain_text(resolution, options, origins).encode("utf-8"))


def _said(paragraph: Paragraph, beside: Beside) -> str:
    pieces, at = [], 0
    for index, note in enumerate(notes_in_order(paragraph)):
        comma = "," if index and at == note.offset else ""  # two notes at one place (rule 4.4)
        pieces += [paragraph.text[at : note.offset], comma, _mark(note)]
        at = note.offset
    text = " ".join("".join([*pieces, paragraph.text[at:]]).split())
    if not text and not paragraph.label:
        return ""
    said = (printed(paragraph), beside.tag(paragraph), text, beside.origin(paragraph))
    return _STEP * paragraph.level + " ".join(filter(None, said))


def _note(note: Footnote) -> str:
    return f"{_mark(note)} {note.text}"


def _mark(note: Footnote) -> str:
    return own_mark(note) or str(note.number).translate(_RAISED)
