# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as resolutions print them ("12 July 2021"), and session ordinals of mastheads."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from drafting.data import load


@cache
def date_pattern() -> str:
    """A regular expression for one date; line ends may stand where blanks do."""
    return rf"(?<!\d)\d{{1,2}}\s+(?:{month_pattern()})\s+\d{{4}}"


@cache
def month_pattern() -> str:
    """A regular expression for the name of a month."""
    return "|".join(load("reading")["months"])


def date_in(text: str) -> date | None:
    """The date of a text that `date_pattern` matches; None when there is no such day (31 June)."""
    day, month, year = text.split()
    try:
        return date(int(year), load("reading")["months"].index(month) + 1, int(day))
    except ValueError:
        return None


@cache
def _ordinals() -> dict[str, int]:
    data = load("reading")
    units = {word: number for number, word in enumerate(data["ordinals"], 1)}
    found = dict(units)
    for ten, (cardinal, ordinal) in enumerate(data["tens"].items(), 2):
        found[ordinal] = ten * 10
        found |= {f"{cardinal} {word}": ten * 10 + number for word, number in units.items() if number < 10}
    found |= {f"one hundred and {word}": 100 + number for word, number in found.items()}
    return found | {"one hundredth": 100}


@cache
def session_pattern() -> str:
    """A regular expression for an ordinal in words before "session", as a masthead prints it."""
    words = sorted(_ordinals(), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[-\u2010\u2011\s]+") for word in words)


def session_number(words: str) -> int | None:
    """The number of an ordinal in words ("Fifty-sixth"), None for other words."""
    return _ordinals().get(" ".join(re.split(r"[-\u2010\u2011\s]+", words.lower())))
