# SPDX-License-Identifier: GPL-3.0-or-later
"""Days as people type them, brought into the print form of resolutions (rule 5.1).

"December 19, 2024", "2024-12-19", "19th of Dec. 2024" and, where the blank names the month, "19" all are
19 December 2024. Where day and month cannot be told apart ("3/4/2025") the drafter is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from drafting.citing import MONTHS
from drafting.translation import tr
from drafting.updating.records import PLACEHOLDER, FactPart
from drafting.updating.typed import Understood, cleaned, doubted, out

_DAY = r"(?<![\d/])\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+|-)(?P<{0}>\d{{4}})(?!\d)"


def _month_form() -> str:
    """The name of a month, whole or cut short after three letters or more."""
    names = (f"{name[:3]}(?:{'|'.join(name[3:at] for at in range(len(name), 3, -1))})?" for name in MONTHS)
    return rf"(?:{'|'.join(names)})\b\.?"


@cache
def day_form() -> re.Pattern[str]:
    """A day in any order and form; made when something was typed, which is seldom."""
    month = _month_form()
    return re.compile(
        r"(?<!\d)(?P<iso>\d{4})(?P<sign>[-/.])(?P<iso_month>\d{1,2})(?P=sign)(?P<iso_day>\d{1,2})(?!\d)"
        r"|(?<![\d/])(?P<one>\d{1,2})(?P<between>[-/.])(?P<two>\d{1,2})(?P=between)(?P<year>\d{4})(?!\d)"
        rf"|(?P<first_month>{month})[\s-]?(?P<second_day>{_DAY})(?!\s?{month})(?:{_YEAR.format('year_2')})?"
        rf"|(?P<day>{_DAY})(?:(?:\sof)?[\s-]?(?P<month>{month}))?(?:{_YEAR.format('year_3')})?",
        re.IGNORECASE,
    )


@cache
def _several() -> re.Pattern[str]:
    """Days that share their month: "19 and 20 December"."""
    return re.compile(rf"{_DAY}\s?(?:-|to|and|or)\s?{_DAY}\s{_month_form()}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """A day as typed; 0 for what was not. `swapped`: day and month could as well be the other way round."""

    day: int
    month: int = 0
    year: int = 0
    swapped: bool = False

    def date(self) -> date | None:
        """The day; None when the calendar has none such."""
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def understood_day(part: FactPart, typed: str) -> Understood:
    """The day that was typed ("19 December 2024"), completed by the month and year of the blank."""
    text = cleaned(typed)
    if not text:
        return Understood()
    month, year = expected(part)
    found = list(dict.fromkeys(one for one in days_in(text, bare=False)))
    if not found and (bare := re.fullmatch(rf"(?:the\s)?({_DAY})\.?", text)):
        found = [Point(int(re.sub(r"\D", "", bare[1])))]
    wanted = tr("Write a date such as “{example}”.").format(example=_example(part))
    if len(found) != 1 or _several().search(text):
        told = tr("“{text}” names more than one day.").format(text=text) if found else _no_day(text)
        return out(f"{told} {wanted}")
    point = replace(found[0], month=found[0].month or month, year=found[0].year or year)
    return _one_day(point, (month, year), text, wanted)


def _one_day(point: Point, blank: tuple[int, int], text: str, wanted: str) -> Understood:
    if not point.month or not point.year:
        return out(f"{missing_in(text, month=not point.month)} {wanted}")
    if point.swapped:
        other = replace(point, day=point.month, month=point.day)
        told = tr("“{text}” may be {one} or {other}. Write out the month.")
        return out(told.format(text=text, one=printed(point), other=printed(other)))
    day = point.date()
    if day is None:
        return out(f"{no_such_day(printed(point) or text)} {wanted}")
    month, year = blank
    text = printed(point)
    if year and (day.year != year or (month and day.month != month)):
        when = f"{MONTHS[month - 1]} {year}" if month else str(year)
        told = tr("{date} is not in {time}, as the texts before would have it: is it right?")
        return doubted(text, told.format(date=text, time=when))
    return doubted(text, "")


def _no_day(text: str) -> str:
    if re.search(rf"{_month_form()}|\d{{4}}", text, re.IGNORECASE):
        return tr("The day is missing in “{text}”.").format(text=text)
    return tr("“{text}” is no date.").format(text=text)


def missing_in(text: str, *, month: bool) -> str:
    """The sentence that says that the month is missing, or else the year."""
    told = tr("The month is missing in “{text}”.") if month else tr("The year is missing in “{text}”.")
    return told.format(text=text)


def no_such_day(text: str) -> str:
    """The sentence about a day that no calendar has."""
    return tr("“{text}” is no day of the calendar.").format(text=text)


def days_in(text: str, *, bare: bool) -> Iterator[Point]:
    """The days a cleaned text names; those without a month only when `bare`."""
    for match in day_form().finditer(text):
        point = point_of(match)
        if bare or point.month:
            yield point


def point_of(match: re.Match[str]) -> Point:
    """The day that a match of `day_form` tells."""
    if match["iso"]:
        return Point(int(match["iso_day"]), int(match["iso_month"]), int(match["iso"]))
    if match["one"]:
        one, two = int(match["one"]), int(match["two"])
        if one <= 12 < two:  # the American order
            one, two = two, one
        return Point(one, two, int(match["year"]), swapped=one <= 12 and one != two)
    day = int(re.sub(r"\D", "", match["second_day"] or match["day"]))
    return Point(
        day, _month(match["first_month"] or match["month"]), int(match["year_2"] or match["year_3"] or 0)
    )


def _month(name: str | None) -> int:
    if not name:
        return 0
    return next(at for at, full in enumerate(MONTHS, 1) if full[:3].casefold() == name[:3].casefold())


def printed(point: Point) -> str:
    """The day in print form even where the month is shorter; empty where there is no such month."""
    known = 1 <= point.month <= len(MONTHS)
    return f"{point.day} {MONTHS[point.month - 1]} {point.year}" if known else ""


def expected(part: FactPart) -> tuple[int, int]:
    """Month and year that the placeholder ends with ("[…] December 2024"), 0 for what it leaves open."""
    match = re.search(rf"(?:\] ({'|'.join(MONTHS)}) )?(\d{{4}})$", part.placeholder)
    return (MONTHS.index(match[1]) + 1 if match[1] else 0, int(match[2])) if match else (0, 0)


def _example(part: FactPart) -> str:
    month, year = expected(part)
    if not year:
        return "19 December 2024"
    rest = part.placeholder.removeprefix(PLACEHOLDER)
    return f"19{rest}" if month else f"19 December{rest}"
