# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format takes, and what it hands to the recogniser that all formats share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from drafting.reading.blocks import Block
from drafting.reading.watch import Watch
from drafting.resolution import Comment, Masthead, ReadWarning, Revision


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was found: its path, all its bytes, and who watches the reading."""

    path: Path
    data: bytes
    watch: Watch = field(default_factory=Watch)


@dataclass(frozen=True, slots=True)
class Source:
    """What a format hands over: the masthead line by line, the organ of the formula line, and the text.

    An empty line of the masthead stands for a gap; footnote texts are blocks with `note`, wherever they
    stood. `formulas` are standard words taken out already (the formula line, page furniture).

    A format that knows more says so. `told` holds the fields of the masthead that its data name (symbol,
    date, language): they fill what the lines leave empty, and a difference between the two is remarked.
    `masthead_notes` are the asterisk notes of the first page. `revisions` and `comments` are those of a Word
    file in their order: the anchors "r3<" and "r3>" (and "c0<", "c0>") in the blocks tell where the fourth
    revision begins and ends, and the recogniser fills in paragraph and offsets. `original` is the source with
    all tracked changes rejected, None when there are none.
    """

    masthead: tuple[str, ...]
    organ: str
    body: tuple[Block, ...]
    formulas: tuple[str, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    told: Masthead | None = None
    masthead_notes: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    original: Source | None = None
