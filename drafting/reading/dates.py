# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as resolutions print them ("12 July 2021")."""

from __future__ import annotations

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
