# SPDX-License-Identifier: GPL-3.0-or-later
"""The resolutions and decisions that a text cites, and whether it dates them.

A date may stand for several of a list. Sources: rules 3.1, 3.2, 3.8 and 3.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from drafting.checking.places import quoted, stands_in
from drafting.citing import DATE
from drafting.updating.mentions import Mention, MentionKind, find

_CITED = (MentionKind.RESOLUTION, MentionKind.DECISION)
_LISTED = re.compile(r"(?:,|;)?\s(?:and|or)\s|,\s")
_NUMBERED = re.compile(r"(?:E?S-)?\d+/\d{1,3}(?:\s[A-Z])?")  # "9/2017" is another organ's
_SWAPPED = re.compile(rf"\s(?:resolution|decision)\sof\s{DATE}")  # "46/14 resolution of 23 March 2021"
_SHARED = re.compile(  # "resolution 70/262 and Security Council resolution 2282 (2016), of 27 April 2016"
    rf"\sand\s[A-Z][\w\s]{{3,60}}\sresolution\s[\d/() ]+,\s(?:both\s)?of\s{DATE}"
)


@lru_cache(maxsize=8192)
def cited(text: str) -> tuple[tuple[Mention, bool], ...]:
    """The resolutions and decisions a text cites outside of quoted titles, and whether it dates them."""
    titles = quoted(text)
    found = [
        mention
        for mention in find(text)
        if mention.kind in _CITED
        and _NUMBERED.fullmatch(mention.value)
        and not stands_in(mention.span.start, titles)
    ]
    return tuple((mention, _has_date(text, found, at)) for at, mention in enumerate(found))


def _has_date(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a mention is dated, alone or by the date behind the list it stands in."""
    mention = mentions[at]
    end = mention.span.end
    if mention.dated or mention.date or _SWAPPED.match(text, end) or _SHARED.match(text, end):
        return True
    lists = list(_list_behind(text, mentions, at))
    dated = [one for one in lists if one.date]
    alone = len(dated) == 1 and dated[0] is lists[-1]  # "resolutions 5/1 and 5/2 of 18 June 2007"
    beside = bool(lists) and bool(lists[0].date) and lists[0].session == mention.session
    return (alone and not _listed_before(text, mentions, at)) or beside


def _list_behind(text: str, mentions: Sequence[Mention], at: int) -> Iterator[Mention]:
    """The mentions that follow one in the same list."""
    for before, following in pairwise(mentions[at:]):
        if not _LISTED.fullmatch(text, before.span.end, following.span.start):
            return
        yield following


def _listed_before(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a dated mention stands before this one in the same list: then each has a date of its own."""
    for following, before in pairwise(reversed(mentions[: at + 1])):
        if not _LISTED.fullmatch(text, before.span.end, following.span.start):
            return False
        if before.date:
            return True
    return False
