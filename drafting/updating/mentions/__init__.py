# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph mentions: what it cites, sessions and times, each at its place."""

from __future__ import annotations

import re
from functools import lru_cache

from drafting.updating.mentions.dates import dates, print_date
from drafting.updating.mentions.records import Mention, MentionKind, Role
from drafting.updating.mentions.resolutions import resolutions
from drafting.updating.mentions.sessions import sessions
from drafting.updating.mentions.symbols import serial_of, symbols

__all__ = ["Mention", "MentionKind", "Role", "find", "print_date", "serial_of"]


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[Mention, ...]:
    """All mentions in text order; their spans lie within the text and never overlap."""
    if "ession" not in text and not re.search(r"\d", text):
        return ()
    taken: list[Mention] = []
    for finder in (symbols, sessions, resolutions, dates):
        for mention in finder(text):
            if all(
                mention.span.end <= other.span.start or other.span.end <= mention.span.start
                for other in taken
            ):
                taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.span.start))
