# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions in words and figures, singly and in lists, with the organ whose they are.

The span is the ordinal, the year of an organ that counts by years, or the word that says which ("present").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from drafting import ordinals
from drafting.comparing.records import Span
from drafting.updating import organs
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import one_of

_THEIR = re.compile(r"\btheir\s(?:\w+\s){0,3}\Z")
_JOINED = re.compile(r",?\s(?:and\s)?(?:to\s|of\s|by\s)?(?:the\s)?")
_TO_THEIR = re.compile(r",?\s(?:(?:at|during|in)\s)?their\s(?:\w+\s){0,3}")
_OF = re.compile(r"\sof\s(?:the\s)?")
_LONGEST = 600  # characters of a name
_NEAR = 1500  # characters before a session in which its organ is looked for


@cache
def _session() -> re.Pattern[str]:
    one = ordinals.pattern()
    listed = rf"(?:{one}(?:,?\s(?:and|or|to)\s|,\s|\s?[–-]\s?)?){{1,20}}"
    return re.compile(
        rf"(?<!every\s)\b(?P<listed>{listed})\s(?P<special>(?:emergency\s)?special\s)?{_sorts()}sessions?\b",
        re.IGNORECASE,
    )


@cache
def _undated() -> re.Pattern[str]:
    which = rf"(?P<which>{one_of('undated_sessions')})"
    return re.compile(rf"\b{which}\s(?:(?:emergency\s)?special\s)?{_sorts()}sessions?\b", re.IGNORECASE)


@cache
def _yearly() -> re.Pattern[str]:
    year = r"(?P<year>(?:19|20)\d\d)"
    return re.compile(rf"(?<![\w/.(–-]){year}\s{_sorts()}session\b", re.IGNORECASE)


def _sorts() -> str:
    return rf"(?:(?:{one_of('session_sorts')})\s){{0,2}}"


def sessions(text: str) -> Iterator[Mention]:
    """Every session in the text, each of a list by itself."""
    if "ession" not in text:
        return
    for match in _session().finditer(text):
        listed = list(ordinals.single().finditer(match["listed"]))
        owners = _each_of(match, len(listed)) or (_whose(match),) * len(listed)
        special = match["special"] is not None
        for one, organ in zip(listed, owners, strict=True):
            number = ordinals.number_of(one[0])
            if number is not None:
                start = match.start("listed")
                span = Span(start + one.start(), start + one.end())
                yield Mention(MentionKind.SESSION, span, str(number), organ, number, special=special)
    for match in _undated().finditer(text):
        span, which = Span(*match.span("which")), match["which"].casefold()
        yield Mention(MentionKind.SESSION, span, which, _whose(match), special=True)
    for match in _yearly().finditer(text):
        span, year = Span(*match.span("year")), match["year"]
        yield Mention(MentionKind.SESSION, span, year, _whose(match), int(year))


def _each_of(match: re.Match[str], count: int) -> tuple[str, ...]:
    """The organs of "to the Assembly and the Council at their eightieth and sixty-first sessions", in order.

    None at all unless as many organs are named in one breath just before as sessions follow.
    """
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if count < 2 or not _THEIR.search(before[-60:]):
        return ()
    named = organs.all_named(before)
    told = named[-count:]
    if len(told) < count or not _TO_THEIR.fullmatch(before, told[-1][1]):
        return ()
    joined = [_JOINED.fullmatch(before, one[1], two[0]) is not None for one, two in pairwise(named)]
    one_more = len(named) > count and joined[-count]
    return tuple(name for _, _, name in told) if all(joined[1 - count :]) and not one_more else ()


def _whose(match: re.Match[str]) -> str | None:
    """The organ named after a session ("of the General Assembly"), else before it."""
    after = _OF.match(match.string, match.end())
    if after and (named := organs.named_first(match.string[after.end() : after.end() + _LONGEST])):
        return named
    return _meeting_organ(match.string[max(0, match.start() - _NEAR) : match.start()])


def _meeting_organ(before: str) -> str | None:
    """Whose session it is: of the organ named last before it in the sentence, else of the one that speaks.

    "Their … sessions" belong to several organs, in an order that the words alone do not settle.
    """
    if _THEIR.search(before[-60:]):
        return None
    return organs.last_named(re.split(r"(?<=;)\s", before)[-1]) or organs.OWN
