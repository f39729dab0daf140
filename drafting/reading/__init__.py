# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a file into a resolution, by its content and not by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafting.errors import NotAResolution
from drafting.reading.formats import format_of
from drafting.reading.loading import load_document
from drafting.reading.recognise import recognise
from drafting.reading.watch import UNWATCHED, Watch
from drafting.resolution import Resolution
from drafting.translation import tr

__all__ = ["Watch", "read"]


def read(path: Path, watch: Watch = UNWATCHED) -> Resolution:
    """The resolution in a file, with a remark for whatever was joined, guessed or could not be placed.

    No word of the file is lost: it stands in the record or in a warning. Raises UnreadableFile when the file
    is missing, empty, damaged or of a kind that is not read, and NotAResolution when no resolution stands in
    it; both say what to do. `watch` is told how far the reading is; ReadingStopped when it says to stop.
    """
    document = load_document(path, watch)
    kind = format_of(document)
    resolution = recognise(kind.source_of(document), path.name)
    if resolution is None:
        raise NotAResolution(
            path,
            tr(
                "no resolution was found in this file: neither the opening line of an organ (“The Human "
                "Rights Council,”) nor numbered paragraphs that open with a verb. The file was not changed. "
                "Choose the text of a resolution."
            ),
        )
    return replace(resolution, format=kind.name)
