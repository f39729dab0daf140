# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph mentions: what it cites, the sessions, times and ordinals in it, each at its place.

Where two finders want the same words, the first in this order has them: symbols, sessions, resolutions and
decisions, dates, instruments, parts, paragraphs, years, ordinals, periods. So a date in a citation is part
of it, the year of a document is part of its symbol, "2030 Agenda" is no year. Words that several numbers
share ("paragraphs 5 and 6", "tenth and twentieth anniversaries") are told by each number's own mention.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import lru_cache

from drafting.updating.mentions.counted import counted
from drafting.updating.mentions.dates import dates, print_date
from drafting.updating.mentions.instruments import instruments
from drafting.updating.mentions.paragraphs import paragraphs
from drafting.updating.mentions.parts import parts
from drafting.updating.mentions.periods import periods
from drafting.updating.mentions.records import Mention, MentionKind, Role
from drafting.updating.mentions.resolutions import resolutions
from drafting.updating.mentions.sessions import sessions
from drafting.updating.mentions.symbols import serial_of, symbols
from drafting.updating.mentions.years import years

__all__ = ["Mention", "MentionKind", "Role", "find", "print_date", "serial_of"]

_FINDERS = (
    symbols,
    sessions,
    resolutions,
    dates,
    instruments,
    parts,
    paragraphs,
    years,
    counted,
    periods,
)


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[Mention, ...]:
    """All mentions in text order; their spans lie within the text and never overlap.

    The time taken grows with the length of the text, not faster. English only.
    """
    taken: list[Mention] = []
    for finder in _FINDERS:
        for mention in finder(text):
            if _free(mention, taken):
                insort(taken, mention, key=_start)
    return tuple(taken)


def _start(mention: Mention) -> int:
    return mention.span.start


def _free(mention: Mention, taken: list[Mention]) -> bool:
    at = bisect_left(taken, mention.span.start, key=_start)
    after = at == len(taken) or mention.span.end <= taken[at].span.start
    return after and (at == 0 or taken[at - 1].span.end <= mention.span.start)
