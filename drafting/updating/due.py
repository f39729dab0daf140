# SPDX-License-Identifier: GPL-3.0-or-later
"""What a habit makes due in a draft for a given moment, in the words of the place."""

from __future__ import annotations

import re
from datetime import date, timedelta

from drafting import ordinals
from drafting.data import load
from drafting.updating.calendar import Moment
from drafting.updating.counting import by_calendar, count_of, steady, turns
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind, print_date
from drafting.updating.strands import Place
from drafting.updating.terms import following

_YEAR = r"\b(?:19|20)\d\d\b"
_YEAR_OUT = timedelta(days=31)  # a text of December speaks of its own year as of one that is over


def due_words(habit: Habit, course: Course, target: Moment) -> str | None:
    """What stands there in a draft for `target`, in the form of the latest text; None where nothing tells.

    It is the same as the words of the latest text where nothing is to be changed.
    """
    place = habit.strand.latest
    if habit.kind is HabitKind.GOES:
        return _years(habit, target)
    if habit.kind is HabitKind.COUNTS:
        return _counted(habit, course, target)
    if habit.kind is HabitKind.MOVES:
        day = following(habit) if habit.step else None
        return None if day is None else print_date(day)
    if habit.kind in (HabitKind.COMES_BACK, HabitKind.DEADLINE) and place.mention.kind is MentionKind.SESSION:
        reached = _reached(place, target)
        due = 0 if reached is None else reached + habit.step
        return _like(due, place) if due > 0 else None
    return None


def outlived(habit: Habit, target: Moment) -> bool:
    """Whether what lay ahead in the latest text is over at `target`, or a newer event of its row is likely.

    What has been held too long ago is remembered for itself. False when the calendar does not tell.
    """
    place = habit.strand.latest
    if habit.since is None and place.mention.kind is MentionKind.SESSION:
        reached = _reached(place, target)
        return None not in (reached, place.mention.session) and (place.mention.session or 0) <= (reached or 0)
    last = habit.since or _last_day(place)
    if last is None or target.day is None:
        return False
    if habit.kind is HabitKind.AGED:
        known = load("sessions")["held_again"]
        newer, forgotten = (_years_on(last, known[name]) for name in ("shortest_years", "longest_years"))
        return newer <= target.day <= forgotten
    early = habit.kind is HabitKind.AHEAD and _is_bare_year(place, last)
    return last - (_YEAR_OUT if early else timedelta()) <= target.day


def _reached(place: Place, target: Moment) -> int | None:
    """The session at `target` of the organ whose session a place names."""
    return target.session if place.organ in (None, target.body) else target.at(place.organ or "")


def _like(number: int, place: Place) -> str:
    """The number in the form of a place; the words themselves, whatever hyphen is in them, where it stays."""
    return place.words if number == count_of(place) else ordinals.like(number, place.words)


def _years(habit: Habit, target: Moment) -> str | None:
    """The years in the words of a place, all moved on so that the last is the one due at the target."""
    place = habit.strand.latest
    found = [int(year) for year in re.findall(_YEAR, place.words)]
    if target.day is None or not found:
        return None
    moved = habit.due(target.day.year) - found[-1]
    return re.sub(_YEAR, lambda year: str(int(year[0]) + moved), place.words)


def _counted(habit: Habit, course: Course, target: Moment) -> str | None:
    place = habit.strand.latest
    count = count_of(place)
    since = habit.since or course.moments[place.version].day
    if count is None or not (steady(habit) or by_calendar(place)):
        return None
    if not habit.period:
        return _like(count + habit.step, place)
    if since is None or target.day is None:
        return None
    if by_calendar(place):
        return _like(count + target.day.year - since.year, place)
    months = 12 * (target.day.year - since.year) + target.day.month - since.month
    return _like(count + habit.step * turns(months, habit.period), place)


def _last_day(place: Place) -> date | None:
    if place.mention.dated is not None:
        return place.mention.dated
    years = [int(year) for year in re.findall(_YEAR, place.words)]
    return date(years[-1], 12, 31) if years else None


def _is_bare_year(place: Place, last: date) -> bool:
    return place.mention.kind is MentionKind.YEAR and (last.month, last.day) == (12, 31)


def _years_on(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))
