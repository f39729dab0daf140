# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that grow with the years without a calendar known here: years themselves, and what bodies count.

A conference that meets every year, a summit every third, two sessions of a committee between two texts: the
step is read from the loaded versions alone. A body may put a session off, so that only the year of the text
itself, and anniversaries, which the calendar counts, are ever sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind, Role
from drafting.updating.strands import Place, Strand

_YEAR = 12  # months
_MONTHS = (12, 24, 36, 48, 60, 6)  # how often bodies meet, the likeliest first
_FURTHEST = 5  # years from the text of a year that goes with it
_SHOWN = 3  # versions that make a step sure
_CALENDAR = "anniversary"  # counted by the calendar itself


def goes(strand: Strand, course: Course) -> Habit | None:
    """The habit of a year at a steady distance from the year of the text; None where it stays or keeps none.

    With a period above 1 (a biennium) it is the newest one of its rhythm within that distance.
    """
    points = [
        (place, day.year, place.mention.session)
        for place in strand.present
        if (day := course.moments[place.version].day) is not None and place.mention.session is not None
    ]
    if len({cited for _, _, cited in points}) < 2:
        return None
    options = [
        Habit(HabitKind.GOES, strand, step=step, period=period, phase=phase)
        for period in (1, 2, 3)
        for phase in range(period)
        for step in range(-_FURTHEST, _FURTHEST + 1)
    ]
    best = min(options, key=lambda one: (_misses(one, points), one.period, abs(one.step), one.phase))
    shown = tuple(place for place, year, cited in points if cited == best.due(year))
    slips = tuple(place for place, year, cited in points if cited != best.due(year))
    needed = 2 if best.period == 1 else _SHOWN + 1
    if len(shown) < needed or 2 * len(shown) <= len(points) or len({p.mention.session for p in shown}) < 2:
        return None
    # What is to be done in years to come the sponsors decide anew each time, however steady it was.
    told = best.step <= 0 and strand.latest.mention.role is Role.NONE and best.period == 1
    sure = told and len(shown) >= _SHOWN and shown[-1] is strand.latest and not slips
    return replace(best, shown=shown, slips=slips, sure=sure)


def _misses(habit: Habit, points: Sequence[tuple[Place, int, int]]) -> int:
    return sum(cited != habit.due(year) for _, year, cited in points)


def counts(strand: Strand, together: tuple[Strand, ...], course: Course) -> Habit | None:
    """The habit of what grows by a step with time; None where it stays, falls, or no step shows.

    Held against each other are the texts that first had a number: what is counted every third year stays
    in the texts between.
    """
    if strand.latest.mention.special:
        return None
    if by_calendar(strand.latest):
        return _anniversary(strand, together, course)
    first = _counted(introduced(strand), course)
    grown = [(new[1] - old[1], _months(old[2], new[2]), new[0]) for old, new in pairwise(first)]
    if not grown or any(by < 0 for by, _, _ in grown):
        return None
    step, period = _best_step([(by, passed) for by, passed, _ in grown])
    shown = tuple(place for by, passed, place in grown if by == _due(step, period, passed))
    slips = tuple(place for by, passed, place in grown if by != _due(step, period, passed))
    # One growth after a number that had stayed tells no rhythm: when that one had come up is not known.
    stayed = len(grown) == 1 and len(strand.present) > 2
    if not shown or stayed:
        return None
    return Habit(HabitKind.COUNTS, strand, shown, slips, step, period, fellows=together, since=first[-1][2])


def steady(habit: Habit) -> bool:
    """Whether what was counted so far tells how it goes on.

    A count that jumped once, or grew otherwise more often than so, does not; going on by one is its nature.
    """
    return len(habit.shown) > max(len(habit.slips), 0 if habit.step == 1 else 1)


def by_calendar(place: Place) -> bool:
    """Whether what is counted goes with the calendar years alone: an anniversary."""
    return place.mention.counted.casefold().startswith(_CALENDAR)


def _anniversary(strand: Strand, together: tuple[Strand, ...], course: Course) -> Habit | None:
    """Reckoned as the calendar does; None for one that stays, which is remembered for good."""
    counted = _counted(strand.present, course)
    if len({count for _, count, _ in counted}) < 2:
        return None
    day, latest = counted[-1][2], counted[-1][1]
    fits = [(place, latest - count == day.year - on.year) for place, count, on in counted]
    shown = tuple(place for place, fit in fits if fit)
    slips = tuple(place for place, fit in fits if not fit)
    sure = len(shown) >= _SHOWN and not slips
    return Habit(HabitKind.COUNTS, strand, shown, slips, 1, _YEAR, fellows=together, since=day, sure=sure)


def _counted(places: Sequence[Place], course: Course) -> list[tuple[Place, int, date]]:
    """The places with their numbers and the days of their texts, as far as they are known."""
    return [
        (place, count, day)
        for place in places
        if (count := count_of(place)) is not None and (day := course.moments[place.version].day) is not None
    ]


def introduced(strand: Strand) -> list[Place]:
    """The places at which a new value came up, oldest first."""
    present = strand.present
    return [
        place
        for before, place in zip((None, *present), present, strict=False)
        if before is None or before.mention.value != place.mention.value
    ]


def count_of(place: Place) -> int | None:
    """The number that an ordinal or a session gives."""
    return place.mention.session if place.mention.kind is MentionKind.SESSION else place.mention.count


def _best_step(grown: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Step and the months it takes (0: from text to text) that most growths agree with, simplest first."""
    steps = dict.fromkeys(by for by, _ in grown)
    options = [(1, months) for months in _MONTHS]
    options += [(step, period) for step in steps for period in (12, 24) if step > 1]
    options += [(step, 0) for step in steps]

    def missed(option: tuple[int, int]) -> int:
        return sum(by != _due(*option, months) for by, months in grown)

    return min(options, key=missed)


def _due(step: int, period: int, months: int) -> int:
    return step * turns(months, period) if period else step


def turns(months: int, period: int) -> int:
    """How often something that happens every so many months has happened, give or take a quarter."""
    return (months + min(3, period // 4)) // period


def _months(since: date, until: date) -> int:
    return 12 * (until.year - since.year) + until.month - since.month
