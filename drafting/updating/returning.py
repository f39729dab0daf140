# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions that go with the session of the text: "at its fifty-ninth session" in a text of the fifty-sixth.

The rhythm of the series is drafting practice (report to, and consideration at, the session at which the text
comes back). Any other distance is a date the sponsors chose, unless it keeps step with that session in its
own paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.strands import Place, Strand

_FAR = 6  # years: a session further off is hardly one of the organ that speaks


def comes_back(strand: Strand, course: Course) -> Habit | None:
    """The habit of a session; None for one that stays, and for a body whose sessions cannot be reckoned."""
    latest = strand.latest
    if latest.mention.special or strand.constant:
        return None if latest.mention.special else _fixed(strand, course)
    if latest.organ not in (None, course.body):
        return _of_another_organ(strand, course)
    steps = [(place, _ahead(place, course.own(place))) for place in strand.present]
    known = Counter(step for _, step in steps if step is not None)
    if not known:
        return None
    step = max(known, key=lambda one: (known[one], one == course.cadence, one == steps[-1][1]))
    shown = tuple(place for place, one in steps if one == step)
    slips = tuple(place for place, one in steps if one != step)
    habit = Habit(HabitKind.COMES_BACK, strand, shown, slips, step)
    if step != course.cadence:
        return _own_distance(habit, course)
    if departed(habit):
        last = steps[-1][1] or 0
        return _own_distance(replace(habit, shown=(latest,), slips=(), step=last), course)
    # An organ that the words leave open is this one when its sessions keep the rhythm of the series.
    often = len(shown) > 1 and len(shown) > len(slips)
    return replace(habit, sure=often) if often or latest.organ == course.body else None


def _fixed(strand: Strand, course: Course) -> Habit | None:
    """A session of the organ named from text to text, and still to come in the latest: a deadline."""
    ahead = _ahead(strand.latest, course.own(strand.latest))
    if strand.latest.organ != course.body or ahead is None or ahead <= 0:
        return None
    return Habit(HabitKind.DEADLINE, strand, strand.present)


def _own_distance(habit: Habit, course: Course) -> Habit | None:
    """A distance that is not the rhythm of the series: a deadline ahead, or a session spoken of each year."""
    if habit.strand.latest.organ != course.body or abs(habit.step) > _FAR * course.year:
        return None
    often = len(habit.shown) > 1 and len(habit.shown) > len(habit.slips)
    if habit.step > 0:
        return replace(habit, kind=HabitKind.DEADLINE)
    return replace(habit, sure=len(habit.shown) > 2) if often and not departed(habit) else None


def _of_another_organ(strand: Strand, course: Course) -> Habit | None:
    steps = [(place, _ahead(place, course.reached(place))) for place in strand.present]
    step, count = Counter(step for _, step in steps).most_common(1)[0]
    if step is None or count < 2 or 2 * count <= len(steps):
        return None
    shown = tuple(place for place, one in steps if one == step)
    slips = tuple(place for place, one in steps if one != step)
    habit = Habit(HabitKind.COMES_BACK, strand, shown, slips, step)
    return replace(habit, sure=count > 2 and not departed(habit))


def _ahead(place: Place, reached: int | None) -> int | None:
    return None if reached is None or place.mention.session is None else place.mention.session - reached


def departed(habit: Habit) -> bool:
    """Whether the latest version chose something else, which is more than forgetting to update."""
    present = habit.strand.present
    if present[-1] in habit.shown:
        return False
    return len(present) < 2 or present[-1].mention.value != present[-2].mention.value


def coupled(found: Sequence[Habit]) -> Iterator[Habit]:
    """The habits, deadlines made sure that keep their distance from a session that comes back beside them."""
    leaders = {
        habit.strand.latest.paragraph
        for habit in found
        if habit.kind is HabitKind.COMES_BACK and habit.sure and habit.step > 0
    }
    for habit in found:
        led = habit.kind is HabitKind.DEADLINE and habit.strand.latest.paragraph in leaders
        if led and len(habit.shown) > 1 and habit.shown[-2:] == habit.strand.present[-2:]:
            yield replace(habit, kind=HabitKind.COMES_BACK, sure=True)
        else:
            yield habit
