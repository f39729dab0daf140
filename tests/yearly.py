# SPDX-License-Identifier: GPL-3.0-or-later
"""Small made-up versions of a recurring text: one line a paragraph, footnotes in the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution

HRC, GA, SC = "Human Rights Council", "General Assembly", "Security Council"
TITLE = "Rights of small islands"
_NOTE = re.compile(r"\^\{([^}]*)\}")


def version(
    number: str,
    adopted: str,
    *lines: str,
    body: str = HRC,
    title: str = TITLE,
    session: int | None = None,
) -> Resolution:
    """A version from its lines: one that ends in a comma is preambular, any other operative.

    `^{…}` is a footnote at its place. The session is the one in the number unless it is given.
    """
    if session is None and (named := re.match(r"(\d+)/", number)):
        session = int(named[1])
    day = date.fromisoformat(adopted) if adopted else None
    head = Masthead(body, "", number, title, session, adopted=day)
    return Resolution(head, tuple(_paragraphs(lines)), source=f"{number or 'unknown'}.txt")


def _paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    made: list[Paragraph] = []
    counts = {Part.PREAMBLE: 0, Part.OPERATIVE: 0}
    notes = 0
    for line in lines:
        part = Part.PREAMBLE if _NOTE.sub("", line).endswith(",") else Part.OPERATIVE
        counts[part] += 1
        pieces = _NOTE.split(line)
        found, at = [], 0
        for text, note in zip(pieces[::2], pieces[1::2], strict=False):
            at += len(text)
            notes += 1
            found.append(Footnote(notes, at, note))
        preambular = part is Part.PREAMBLE
        kind = Kind.PREAMBULAR if preambular else Kind.OPERATIVE
        label = "" if preambular else str(counts[part])
        name = f"{'PP' if preambular else 'OP'}{counts[part]}"
        text = "".join(pieces[::2])
        made.append(Paragraph(name, kind, part, text, label, text.split()[0], footnotes=tuple(found)))
    return made
