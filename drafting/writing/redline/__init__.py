# SPDX-License-Identifier: GPL-3.0-or-later
"""A redline without metadata: what is new in bold and underlined, what is gone struck through.

For those who cannot send tracked changes, and for comparisons between two adopted versions. All of it is
plain formatting: there is no revision, no comment, no author and no time in the file.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from drafting.comparing.records import Alignment
from drafting.files import write_atomically
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.package import package_bytes
from drafting.writing.redline.legend import add_legend
from drafting.writing.redline.marking import PlainMarking
from drafting.writing.redline.proof import prove
from drafting.writing.tracked.document import both_texts

__all__ = ["Marks", "redline_bytes", "write_redline"]


class Marks(StrEnum):
    """How changes are shown in a Word file."""

    TRACKED = "tracked"  # Word's tracked changes
    PLAIN = "plain"  # bold, underlined and struck through by hand


def redline_bytes(alignment: Alignment, options: WordOptions = DEFAULTS) -> bytes:
    """Both texts of an alignment as one .docx file, its changes shown by plain formatting.

    Read without what is struck through it is the clean file of the new text, with its numbers; read without
    what is bold and underlined it holds the words and footnotes of the old one. Nobody is named in it and no
    time told, whatever the options say.
    """
    nameless = replace(options, author="", created=None, modified=None)
    document = both_texts(alignment, nameless, lambda layout: PlainMarking(nameless, layout))
    add_legend(document, alignment)
    return package_bytes(document)


def write_redline(alignment: Alignment, path: Path, options: WordOptions = DEFAULTS) -> None:
    """Write the redline of an alignment, whole, proved, or not at all.

    Raises TrackingFailed when the file would not give both texts back, WriteFailed when it cannot be put in
    place.
    """
    data = redline_bytes(alignment, options)
    prove(data, alignment, options)
    write_atomically(path, data)
