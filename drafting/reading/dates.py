# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as resolutions print them ("12 July 2021"), in each of the official languages."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from drafting.data import load
from drafting.reading.languages import ENGLISH, form, spaced, wording


@cache
def date_pattern(language: str = ENGLISH) -> str:
    """A regular expression for one date; line ends may stand where blanks do."""
    return _filled(language, r"\d{1,2}", month_pattern(language), r"\d{4}")


@cache
def month_pattern(language: str = ENGLISH) -> str:
    """A regular expression for the name of a month."""
    names = sorted((name for month in _months(language) for name in month), key=len, reverse=True)
    return "|".join(map(spaced, names))


def date_in(text: str, language: str = ENGLISH) -> date | None:
    """The date of a text that `date_pattern` matches; None when there is no such day (31 June).

    A document in another language may print a date in English.
    """
    for code in dict.fromkeys((language, ENGLISH)):
        if match := _named(code).fullmatch(text.strip()):
            name = " ".join(match["month"].split())
            month = next(at for at, names in enumerate(_months(code), 1) if name in names)
            try:
                return date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                return None
    return None


@cache
def _months(language: str) -> tuple[tuple[str, ...], ...]:
    """The names of each month, January first."""
    if language == ENGLISH:
        return tuple((name,) for name in load("reading")["months"])
    return tuple(tuple(names) for names in form(language, "months"))


@cache
def _named(language: str) -> re.Pattern[str]:
    groups = r"(?P<day>\d{1,2})", rf"(?P<month>{month_pattern(language)})", r"(?P<year>\d{4})"
    return re.compile(_filled(language, *groups))


def _filled(language: str, day: str, month: str, year: str) -> str:
    filled = wording(language, "date")[0].replace("{day}", day).replace("{year}", year)
    return rf"(?<!\d){filled.replace('{month}', f'(?:{month})')}"
