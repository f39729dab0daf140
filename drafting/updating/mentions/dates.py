# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and ranges of dates ("13 June–8 July 2022")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafting.citing import DATE, MONTHS, UP_TO
from drafting.comparing.records import Span
from drafting.reading.dates import date_in
from drafting.updating.mentions.records import Mention, MentionKind

_DATES = re.compile(rf"(?<!\d)(?:{UP_TO})?({DATE})(?!\d)")


def print_date(day: date) -> str:
    """The day as resolutions print it, on every system alike."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dates(text: str) -> Iterator[Mention]:
    """Every date and range of dates in the text."""
    for match in _DATES.finditer(text):
        last = date_in(match[1])
        value = last.isoformat() if last and match[0] == match[1] else re.sub(r"\s+", " ", match[0])
        yield Mention(MentionKind.DATE, Span(*match.span()), value, session=None, dated=last)
