# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that grow with the years without a calendar known here: years themselves, and what bodies count.

A conference that meets every year, a summit every third, two sessions of a committee between two texts: the
step is read from the loaded versions alone. A body may put a session off, so that only anniversaries, which
the calendar itself counts, are ever sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place, Strand

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
    sure = len(shown) >= _SHOWN + (best.period > 1) * best.period and shown[-1] is strand.latest and not slips
    return replace(best, shown=shown, slips=slips, sure=sure)


def _misses(habit: Habit, points: Sequence[tuple[Place, int, int]]) -> int:
    return sum(cited != habit.due(year) for _, year, cited in points)


def counts(strand: Strand, together: tuple[Strand, ...], course: Course) -> Habit | None:
    """The habit of what grows by a step with time or with each text; None where it stays or no step shows."""
    if strand.latest.mention.special:
        return None
    points = [
        (place, count, months)
        for place in strand.present
        if (count := count_of(place)) is not None and (months := _months(place, course)) is not None
    ]
    pairs = list(pairwise(points))
    grown = [(new[1] - old[1], new[2] - old[2], new[0]) for old, new in pairs]
    if not any(by > 0 for by, _, _ in grown) or grown[-1][0] < 0:
        return None
    step, period = _best_step([(by, months) for by, months, _ in grown])
    fits = [place for by, months, place in grown if by == _due(step, period, months) and by > 0]
    if not fits:
        return None
    slips = tuple(place for by, months, place in grown if by != _due(step, period, months))
    habit = Habit(HabitKind.COUNTS, strand, tuple(fits), slips, step, period, fellows=together)
    by_calendar = strand.latest.mention.counted.casefold().startswith(_CALENDAR)
    return replace(habit, sure=by_calendar and period == 12 * step and len(fits) > 1 and not slips)


def count_of(place: Place) -> int | None:
    """The number that an ordinal or a session gives."""
    return place.mention.session if place.mention.kind is MentionKind.SESSION else place.mention.count


def _best_step(grown: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Step and the months it takes (0: from text to text) that most growths agree with, simplest first."""
    steps = dict.fromkeys(by for by, _ in grown if by > 0)
    options = [(1, months) for months in _MONTHS]
    options += [(step, period) for step in steps for period in (12, 24) if step > 1]
    options += [(step, 0) for step in steps]

    def missed(option: tuple[int, int]) -> int:
        return sum(by != _due(*option, months) for by, months in grown)

    return min(options, key=missed)


def _due(step: int, period: int, months: int) -> int:
    return step * round(months / period) if period else step


def _months(place: Place, course: Course) -> int | None:
    day = course.moments[place.version].day
    return None if day is None else 12 * day.year + day.month
