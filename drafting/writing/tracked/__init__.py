# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft with tracked changes: all accepted, it is the draft; all rejected, the text it is based on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafting.comparing.records import Alignment
from drafting.files import write_atomically
from drafting.resolution import Comment
from drafting.writing.official.comments import commented
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.tracked.document import tracked_bytes
from drafting.writing.tracked.proof import prove
from drafting.writing.tracked.stamp import NOBODY, Signature, Stamps

__all__ = ["Signature", "tracked_bytes", "write_tracked"]


def write_tracked(
    alignment: Alignment,
    path: Path,
    signature: Signature = NOBODY,
    options: WordOptions = DEFAULTS,
    *,
    comments: Sequence[Comment] = (),
    moves: bool = False,
) -> None:
    """Write the new text of an alignment with its changes tracked, whole, proved, or not at all.

    With `moves` a paragraph in another place is tracked as moved, else as deleted and inserted. `comments`
    are put at the words of the new text. They are no part of either: the proof passes them over.
    Raises TrackingFailed when the file would not give both texts back, WriteFailed when it cannot be put in
    place.
    """
    tracked = tracked_bytes(alignment, signature, options, moves=moves)
    data = commented(tracked, alignment.new, comments, Stamps(signature))
    prove(data, alignment, options)
    write_atomically(path, data)
