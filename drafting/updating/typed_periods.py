# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of a session as people type them, brought into the print form of mastheads (rules 5.2, 5.3).

"June 16 - July 9, 2025", "2025-06-16 to 2025-07-09" and "from 16 June to 9 July" all are 16 June–9 July 2025
where the blank names the year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from drafting.citing import MONTHS
from drafting.translation import tr
from drafting.updating.records import FactPart
from drafting.updating.typed import Understood, cleaned, doubted, out
from drafting.updating.typed_dates import (
    Point,
    day_form,
    days_in,
    expected,
    missing_in,
    no_such_day,
    point_of,
    printed,
)

_RANGE = re.compile(r"\s*(?:-|to|until|through)\s*", re.IGNORECASE)
_ANOTHER = re.compile(r"\s*(?:,|;|and|,\s*and)\s*", re.IGNORECASE)
_LEAD = re.compile(r"(?:from|held|dates?:?)\s+", re.IGNORECASE)


def understood_period(part: FactPart, typed: str) -> Understood:
    """The first and the last day that were typed ("16 June–9 July 2025"), pair by pair."""
    text = _LEAD.sub("", cleaned(typed), count=1)
    if not text:
        return Understood()
    wanted = tr("Write dates such as “{example}”.").format(example=part.example or "16 June–9 July 2025")
    ranges = _ranges(text)
    if not ranges:
        alone = len(list(days_in(text, bare=False))) == 1
        told = tr("The last day is missing in “{text}”.") if alone else tr("There are no dates in “{text}”.")
        return out(f"{told.format(text=text)} {wanted}")
    months, year = _expected_months(part), expected(part)[1]
    points = _completed([point for pair in ranges for point in pair], year)
    if any(not point.month or not point.year for point in points):
        return out(f"{missing_in(text, month=any(not point.month for point in points))} {wanted}")
    return _session_dates(points, months, year, text, wanted)


def _session_dates(
    points: list[Point], months: tuple[int, ...], year: int, text: str, wanted: str
) -> Understood:
    if any(point.swapped for point in points):
        told = tr("Day and month cannot be told apart in “{text}”. Write out the months.")
        return out(told.format(text=text))
    days = []
    for point in points:
        day = point.date()
        if day is None:
            return out(f"{no_such_day(printed(point) or text)} {wanted}")
        days.append(day)
    if any(first >= last for first, last in pairwise(days)):
        told = tr("The days of “{text}” do not follow one another.").format(text=text)
        return out(f"{told} {wanted}")
    shown = print_period(days)
    if year and days[-1].year != year:
        told = tr("{date} is not in {time}: is it right?")
        return doubted(shown, told.format(date=shown, time=year))
    found = tuple(dict.fromkeys((days[0].month, days[-1].month)))
    if months and found != months:
        usual = "–".join(MONTHS[month - 1] for month in months)
        told = tr("Sessions of that season are in {time}; {date} is not: is it right?")
        return doubted(shown, told.format(time=usual, date=shown))
    return doubted(shown, "")


def print_period(days: list[date]) -> str:
    """First and last days in turn as mastheads print them, the year once when it is the same (5.2, 5.3)."""
    one_year = len({day.year for day in days}) == 1
    pieces = []
    for first, last in zip(days[::2], days[1::2], strict=True):
        year = "" if one_year else f" {last.year}"
        begins = str(first.day)
        if (first.year, first.month) != (last.year, last.month):
            begins += f" {MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
        pieces.append(f"{begins}–{last.day} {MONTHS[last.month - 1]}{year}")
    return " and ".join(pieces) + (f" {days[-1].year}" if one_year else "")


def _ranges(text: str) -> list[tuple[Point, Point]]:
    """Pairs of first and last day, when the text is nothing else; empty otherwise."""
    found: list[tuple[Point, Point]] = []
    at = 0
    while True:
        first = day_form().match(text, at)
        link = _RANGE.match(text, first.end()) if first else None
        last = day_form().match(text, link.end()) if link else None
        if first is None or last is None:
            return []
        found.append((point_of(first), point_of(last)))
        at = last.end()
        if not text[at:].strip(" ."):
            return found
        more = _ANOTHER.match(text, at)
        if more is None or more.end() == at:
            return []
        at = more.end()


def _completed(points: list[Point], year: int) -> list[Point]:
    """Each point with the month and year that the next one tells, else the one before, else the blank."""
    for at in range(len(points) - 2, -1, -1):
        after = points[at + 1]
        month = points[at].month or (after.month if at % 2 == 0 else 0)
        points[at] = replace(points[at], month=month, year=points[at].year or after.year)
    for at in range(1, len(points)):
        before = points[at - 1]
        points[at] = replace(points[at], month=points[at].month or before.month)
    return [replace(point, year=point.year or year) for point in points]


def _expected_months(part: FactPart) -> tuple[int, ...]:
    """The months of a session that the placeholder names; none where one of them is open."""
    match = re.fullmatch(r"\[…\] (\w+)–\[…\] (\w+) \d{4}", part.placeholder)
    named = match.groups() if match else ()
    if not named or any(name not in MONTHS for name in named):
        return ()
    return tuple(dict.fromkeys(MONTHS.index(name) + 1 for name in named))
