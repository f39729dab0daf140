# SPDX-License-Identifier: GPL-3.0-or-later
"""Years standing for a time: "by the end of 2025", "2024–2025", "the biennium 2026–2027", "in December 2024".

Numbers of four figures without a comma are years: others are printed with one (Editorial Manual, numbers).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from drafting.citing import MONTH, MONTHS
from drafting.comparing.records import Span
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.roles import roles_in
from drafting.updating.mentions.words import data, one_of

_YEAR = r"(?:1[89]|2[01])\d\d"
_LIKELY = re.compile(r"[12]\d\d\d")
_UNIT_AFTER = re.compile(r"\s(biennium|triennium|quadrennium|(?:school|academic|financial|fiscal)\syear)\b")
_TITLE = re.compile("“")
_LONGEST = 400  # characters of a title
_YEARS = re.compile(
    rf"(?:(?<=\bmid[-\u2011])|(?<![\w/.°$€\u2011-]))(?<!\bNo\.\s)(?<!\bvol\.\s)(?<!\bpost\s)"
    rf"(?:(?P<months>(?:{MONTH})(?:(?:\sand\s|\sto\s|\sor\s|/|\s?[–-]\s?)(?:{MONTH}))?),?\s)?"
    rf"(?P<first>{_YEAR})"
    rf"(?:\s?[–\u2011-]\s?(?P<last>{_YEAR}|\d\d)|/(?P<school>\d\d)|\sto\s(?P<to>{_YEAR}))?"
    rf"(?![\w/°]|[.,]\d|\s(?:per\scent|million|tons?|metres|vessels)\b|\sGMT)"
)


def years(text: str) -> Iterator[Mention]:
    """Every year, range of years and month of a year; the span is theirs alone, without "the end of"."""
    if not _LIKELY.search(text):
        return
    found = [(match, last) for match in _outside_titles(text) if (last := _last(match)) is not None]
    roles = roles_in(text, ((*match.span(), match["first"] == str(last)) for match, last in found))
    for (match, last), role in zip(found, roles, strict=True):
        unit = _noun(match)
        if match["school"] and not unit:
            continue  # the number of a resolution
        yield Mention(
            MentionKind.YEAR,
            Span(*match.span()),
            _value(match, last),
            session=last,
            dated=_last_day(match, last),
            role=role,
            count=last,
            counted="month" if match["months"] else unit or "year",
        )


def _outside_titles(text: str) -> Iterator[re.Match[str]]:
    """The likely years that stand in no quoted title: there they stay as they are."""
    title = 0  # where the latest title ends
    for match in _YEARS.finditer(text):
        while (opened := _TITLE.search(text, title, match.start())) is not None:
            closed = text.find("”", opened.end(), opened.end() + _LONGEST)
            title = closed if closed > 0 else opened.end()
        if match.start() >= title:
            yield match


def _noun(match: re.Match[str]) -> str:
    """What the years make up ("biennium"), empty when no word tells."""
    noun = _unit().search(match.string, max(0, match.start() - 40), match.start())
    noun = noun or _UNIT_AFTER.match(match.string, match.end())
    return noun[1].casefold() if noun else ""


def _last(match: re.Match[str]) -> int | None:
    """The last year of the range; None when it does not come after the first."""
    first = match["first"]
    given = match["last"] or match["school"] or match["to"]
    if not given:
        return int(first)
    last = int(first[: 4 - len(given)] + given)
    return last if last > int(first) else None


def _value(match: re.Match[str], last: int) -> str:
    if match["months"]:
        named = re.findall(MONTH, match["months"])
        return "–".join(f"{last}-{MONTHS.index(name) + 1:02}" for name in named)
    if match["school"]:
        return match[0]
    first = match["first"]
    return first if first == str(last) else f"{first}–{last}"


def _last_day(match: re.Match[str], year: int) -> date:
    if match["months"]:
        month = MONTHS.index(re.findall(MONTH, match["months"])[-1]) + 1
    else:
        within = _within().search(match.string, max(0, match.start() - 30), match.start())
        words = re.sub(r"\s+", " ", within[1]).casefold() if within else ""
        month = data("within_year").get(words.replace("\u2011", "-"), 12)
    return date(year, month, monthrange(year, month)[1])


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\b({one_of('within_year')})\s?(?:the\syear\s)?\Z", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        r"\b(biennium|triennium|quadrennium|period|decade|(?:school|academic|financial|fiscal)\syears?)"
        r"\s(?:from\s|of\s)?\(?\Z",
        re.IGNORECASE,
    )
