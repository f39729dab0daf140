# SPDX-License-Identifier: GPL-3.0-or-later
"""Lengths of time: "for a further period of six months", "a three-year mandate", "biennial", "every year".

The span is the length itself ("six months") with the "every" of a rhythm; the value is in figures
("6 months", "every 2 years"); the count is its months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting import ordinals
from drafting.comparing.records import Span
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.words import data, may_hold, one_of


def periods(text: str) -> Iterator[Mention]:
    """Every length of time and every rhythm; "every fourth session" has a rhythm, but no months."""
    if may_hold(text, "units") or "every" in text:
        yield from _told(text)
    if may_hold(text, "periods"):
        for match in _adjectives().finditer(text):
            value = re.sub("[\u2010\u2011]", "-", match[0]).casefold()
            yield Mention(MentionKind.PERIOD, Span(*match.span()), value, count=data("periods")[value])


def _told(text: str) -> Iterator[Mention]:
    for match in _lengths().finditer(text):
        number = ordinals.cardinal_of(match["number"])
        if number is not None:
            yield _period(match, number, match["unit"], rhythm=match["every"] is not None)
    for match in _turns().finditer(text):
        nth = match["nth"]
        number = 1 if nth is None else 2 if nth.casefold() == "other" else ordinals.number_of(nth)
        if number is not None:
            yield _period(match, number, match["unit"], rhythm=True)


def _period(match: re.Match[str], number: int, unit: str, *, rhythm: bool) -> Mention:
    unit = unit.casefold()
    months = data("units").get(unit)
    value = f"every {unit}" if rhythm and number == 1 else f"{number} {unit}{'s' * (number != 1)}"
    value = f"every {value}" if rhythm and number != 1 else value
    count = None if months is None else number * months
    return Mention(MentionKind.PERIOD, Span(*match.span()), value, count=count, counted=unit)


@cache
def _lengths() -> re.Pattern[str]:
    number = rf"{ordinals.cardinal_pattern()}|\d{{1,3}}"
    return re.compile(
        rf"(?<![\w.,/-])(?P<every>every\s)?(?P<number>{number})[\s\u2010\u2011-]"
        rf"(?P<unit>{one_of('units')})s?(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:every|each)\s(?:(?P<nth>other|{ordinals.pattern()})\s)?(?P<unit>{one_of('units')}|session)\b",
        re.IGNORECASE,
    )


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w\u2010\u2011-])(?:{one_of('periods')})(?![\w\u2010\u2011-]|\s\d)", re.IGNORECASE
    )
