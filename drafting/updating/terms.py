# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates that are set anew in every version: the end of a mandate, the day of a report, the days of an event.

A renewal moves the end of a mandate by a whole period: half a year from 30 June is 31 December, the last day
of a month staying the last. The date of a resolution is part of its citation and no date of its own.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR, date
from functools import cache
from itertools import pairwise

from drafting.ordinals import cardinal
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.strands import Place, Strand

_SHOWN = 3  # versions that show a period, or a date that never stays
_NEAR = 80  # characters before a date in which its period is told


def moves(strand: Strand, course: Course) -> Habit | None:
    """The habit of a date; None for one that stays or stayed once, and for one version alone.

    With a period when its latest dates keep one. Sure when three versions in a row show it, the day lay ahead
    in each of them, and a period told beside it is the same.
    """
    present = strand.present
    if len(present) < 2:
        return None
    steady = _steady(present)
    if len(steady) < min(_SHOWN, len(present)):
        stayed = any(old.mention.value == new.mention.value for old, new in pairwise(present))
        return None if stayed or len(present) < _SHOWN else Habit(HabitKind.MOVES, strand, present)
    slips, period = present[: len(present) - len(steady)], _period(_days(steady))
    habit = Habit(HabitKind.MOVES, strand, steady, slips, period)
    often = len(steady) >= _SHOWN and len(steady) > len(slips) and _in_a_row(steady)
    agreed = _told_period(strand.latest) in (None, period)
    return replace(habit, sure=often and agreed and ahead(habit, course))


def following(habit: Habit) -> date | None:
    """The date one period after the latest; None beyond the calendar."""
    days = _days(habit.shown)
    years, month = divmod(days[-1].year * 12 + days[-1].month - 1 + habit.step, 12)
    if years > MAXYEAR:
        return None
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, last if all(map(_ends_month, days)) else min(days[-1].day, last))


def ahead(habit: Habit, course: Course) -> bool:
    """Whether the date lay after the adoption of the text in every version that shows the habit."""
    adopted = [course.moments[place.version].day for place in habit.shown]
    return all(day is not None and day < own for day, own in zip(adopted, _days(habit.shown), strict=True))


def _steady(present: Sequence[Place]) -> tuple[Place, ...]:
    """The latest places, as many as keep one period; none when the last two keep none."""
    found: tuple[Place, ...] = ()
    for count in range(2, len(present) + 1):
        latest = tuple(present[-count:])
        if len(_days(latest)) < count or not _period(_days(latest)):
            break
        found = latest
    return found


def _days(places: Sequence[Place]) -> list[date]:
    """The single days among the dates; one of several days ("23 to 25 January 2024") keeps no period."""
    dated = [(place.mention.dated, place.mention.value) for place in places]
    return [day for day, value in dated if day is not None and day.isoformat() == value]


def _period(days: Sequence[date]) -> int:
    """The months between each two of the days; 0 when they differ or the day of the month does not follow."""
    steps = {12 * (new.year - old.year) + new.month - old.month for old, new in pairwise(days)}
    follows = len({day.day for day in days}) == 1 or all(map(_ends_month, days))
    return max(*steps, 0) if len(steps) == 1 and follows else 0


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _in_a_row(places: Sequence[Place]) -> bool:
    return all(new.version - old.version == 1 for old, new in pairwise(places))


@cache
def _counts() -> dict[str, int]:
    return {cardinal(number): number for number in range(1, 10)}


def _told_period(place: Place) -> int | None:
    """The period told before a date ("for six months, until …"), in months; None when none is told."""
    start = place.mention.span.start
    numbers = "|".join(_counts())
    told = re.findall(rf"\b({numbers}|\d{{1,2}})[\s-](month|year)", place.text[max(0, start - _NEAR) : start])
    if not told:
        return None
    number, unit = told[-1]
    count = _counts()[number] if number in _counts() else int(number)
    return count * (12 if unit == "year" else 1)
