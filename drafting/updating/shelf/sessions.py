# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of sessions that a document tells in its text, as calendars and announcements do.

"The Human Rights Council will hold its fifty-ninth regular session from 16 June to 9 July 2025", a line
"59th session: 16 June - 9 July 2025", a row with the dates before the session. Without a year they are those
of the year that the blank of the fact names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting import ordinals
from drafting.citing import MONTH
from drafting.glyphs import squeezed
from drafting.updating.organs import last_named
from drafting.updating.shelf.records import Shelved

_DAY = rf"\d{{1,2}}(?:\s(?:{MONTH}))?(?:\s\d{{4}})?"
_LINK = r"\s?(?:[–—-]|to|until|through)\s?"
_RANGE = rf"(?<![\d/]){_DAY}{_LINK}\d{{1,2}}\s(?:{MONTH})(?:,?\s\d{{4}})?(?!\d)"
_FARTHEST = 120  # characters between a session and its dates


def dates_told(one: Shelved, organ: str, session: int) -> Iterator[str]:
    """What the text of a document says of the dates of a session of an organ, each as it stands there once.

    The organ is named before the session, or anywhere in the passage or title when nothing names one there.
    """
    seen: set[str] = set()
    for passage in one.passages:
        text = squeezed(passage.text)
        for at, number, dates in _pairs(text):
            named = last_named(text[:at]) or last_named(text) or last_named(one.title) or one.organ
            if number == session and named == organ and dates not in seen:
                seen.add(dates)
                yield dates


def _pairs(text: str) -> Iterator[tuple[int, int, str]]:
    """Every session of a passage with its dates: those behind it, or before it where dates come first."""
    found = list(_pieces().finditer(text))
    forward = bool(found) and found[0]["session"] is not None
    for at, match in enumerate(found):
        beside = at + 1 if forward else at - 1
        if match["session"] is None or not 0 <= beside < len(found) or found[beside]["dates"] is None:
            continue
        first, second = (match, found[beside]) if forward else (found[beside], match)
        number = ordinals.number_of(match["session"])
        if number is not None and second.start() - first.end() <= _FARTHEST:
            yield match.start(), number, found[beside]["dates"]


@cache
def _pieces() -> re.Pattern[str]:
    session = rf"(?<![\w-])(?P<session>{ordinals.pattern()})"
    kinds = r"(?:\s(?:regular|annual|substantive))?\ssession\b"
    return re.compile(rf"{session}{kinds}|(?P<dates>{_RANGE})", re.IGNORECASE)
