# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and ranges of dates: "13 June–8 July 2022", "24 February–13 March and 15–23 June 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafting.citing import DATE, MONTH, MONTHS, UP_TO
from drafting.comparing.records import Span
from drafting.reading.dates import date_in
from drafting.updating.mentions.records import Mention, MentionKind
from drafting.updating.mentions.roles import roles_in

_DAY = rf"\d{{1,2}}(?:\s(?:{MONTH}))?"
_LISTED = rf"{_DAY}(?:,\s{_DAY}){{1,6}},?\sand\s"  # "5, 6 and 7 May 2021"
_TWICE = rf"{_DAY}\s?[–-]\s?{_DAY}(?:,|\sand)\s(?={_DAY}\s?[–-])"  # "2–13 March and 15–23 June 2020"
_ONE = re.compile(DATE)
_DATES = re.compile(rf"(?<![\d/.])(?:{_LISTED}|(?:{_TWICE})?(?:{UP_TO})?)?({DATE})(?!\d)")


def print_date(day: date) -> str:
    """The day as resolutions print it, on every system alike."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dates(text: str) -> Iterator[Mention]:
    """Every date and range of dates with a year; `dated` is the last day, None for no such day (31 June)."""
    if not _ONE.search(text):
        return
    found = list(_DATES.finditer(text))
    roles = roles_in(text, ((*match.span(), match[0] == match[1]) for match in found))
    for match, role in zip(found, roles, strict=True):
        last = date_in(match[1])
        single = match[0] == match[1]
        value = last.isoformat() if last and single else re.sub(r"\s+", " ", match[0])
        yield Mention(MentionKind.DATE, Span(*match.span()), value, dated=last, role=role)
