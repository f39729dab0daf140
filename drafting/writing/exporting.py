# SPDX-License-Identifier: GPL-3.0-or-later
"""One way out for a draft: clean, with its changes tracked, or written into an official file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafting.draft import Draft
from drafting.reading import read
from drafting.resolution import Resolution
from drafting.writing.against import against
from drafting.writing.akn import write_akn
from drafting.writing.official import write_official
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.page import write_page
from drafting.writing.plain import write_plain
from drafting.writing.tracked import Signature, write_tracked
from drafting.writing.tracked.stamp import NOBODY
from drafting.writing.word import write_word


@dataclass(frozen=True, slots=True)
class Export:
    """What is wanted: with neither `base` nor `official` the clean draft.

    `base` is the version against which changes are tracked in a file we lay out, `official` the .docx file of
    a version into a copy of which they are written; `accept_first` accepts the changes that are in it.
    """

    base: Resolution | None = None
    official: Path | None = None
    signature: Signature = NOBODY
    accept_first: bool = False
    options: WordOptions = DEFAULTS


def export(draft: Draft, path: Path, wanted: Export) -> None:
    """Write the draft to `path`, whole and proved, or not at all; what kind of file, its suffix says.

    Raises WriteFailed, TrackingFailed, and for an official file what `write_official` raises.
    """
    if wanted.official is not None:
        alignment = against(draft, read(wanted.official))
        write_official(wanted.official, alignment, path, wanted.signature, accept_first=wanted.accept_first)
    elif wanted.base is not None:
        write_tracked(against(draft, wanted.base), path, wanted.signature, wanted.options)
    elif (suffix := path.suffix.lower()) == ".xml":
        write_akn(draft.resolution, path)
    elif suffix in {".html", ".htm"}:
        write_page(draft.resolution, path, wanted.options)
    elif suffix == ".txt":
        write_plain(draft.resolution, path, wanted.options)
    else:
        write_word(draft.resolution, path, wanted.options)
