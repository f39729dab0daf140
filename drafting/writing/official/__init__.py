# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes tracked in the official Word file itself: what the General Assembly asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafting.comparing.records import Alignment
from drafting.errors import OfficialFileError
from drafting.files import write_atomically
from drafting.reading import Watch, read
from drafting.reading.loading import load_document
from drafting.resolution import Comment
from drafting.writing.official.comments import commented
from drafting.writing.official.document import official_bytes
from drafting.writing.official.package import accepted
from drafting.writing.official.proof import prove
from drafting.writing.otherwise import other_place
from drafting.writing.tracked.stamp import NOBODY, Signature, Stamps

__all__ = ["official_bytes", "write_official"]


def write_official(  # noqa: PLR0913 - all that can be chosen for such a file
    source: Path,
    alignment: Alignment,
    path: Path,
    signature: Signature = NOBODY,
    *,
    accept_first: bool = False,
    comments: Sequence[Comment] = (),
    moves: bool = False,
    highlight: bool = True,
) -> None:
    """Write the new text of an alignment into a copy of the file its old text was read from: proved, or not.

    Tracked changes that are in the file stay with their authors, or are accepted before with `accept_first`;
    comments that are in it stay, and `comments` are put at the words of the new text. With `moves` a
    paragraph in another place is tracked as moved, else as deleted and inserted; with `highlight`
    placeholders that come are yellow.
    Raises UnreadableFile or NotAResolution when the file can no longer be read, OfficialFileError when it no
    longer says what it said or is built in a way we do not know, TrackingFailed when the result would not
    give both texts back, WriteFailed when it cannot be put in place.
    """
    if place := other_place(read(source), alignment.old):
        raise OfficialFileError(place)
    data = load_document(source, Watch()).data
    if accept_first:
        data = accepted(data)
    tracked = official_bytes(data, alignment, signature, moves=moves, highlight=highlight)
    written = commented(tracked, alignment.new, comments, Stamps(signature))
    prove(data, written, alignment)
    write_atomically(path, written)
