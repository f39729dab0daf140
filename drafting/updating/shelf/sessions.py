# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of sessions that a document tells in its text, as calendars and announcements do.

"The Human Rights Council will hold its fifty-ninth regular session from 16 June to 9 July 2025", a line
"59th session: 16 June - 9 July 2025".
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
_RANGE = rf"(?:from\s)?(?P<dates>{_DAY}{_LINK}\d{{1,2}}\s(?:{MONTH})\s\d{{4}})(?!\d)"
_BETWEEN = r"[^.;\d]{0,80}?"


def dates_told(one: Shelved, organ: str, session: int) -> Iterator[str]:
    """What the text of a document says of the dates of a session of an organ, each as it stands there once.

    The organ is named before the session, or anywhere in the title when the passage names none.
    """
    seen: set[str] = set()
    for passage in one.passages:
        text = squeezed(passage.text)
        for match in _told(session).finditer(text):
            named = (
                last_named(text[: match.start()]) or last_named(text) or last_named(one.title) or one.organ
            )
            told = match["dates"]
            if named == organ and told not in seen:
                seen.add(told)
                yield told


@cache
def _told(session: int) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in (ordinals.in_words(session), ordinals.in_figures(session)))
    kinds = r"(?:\s(?:regular|annual|substantive))?"
    return re.compile(rf"(?<![\w-])(?:{names}){kinds}\ssession\b{_BETWEEN}{_RANGE}", re.IGNORECASE)
