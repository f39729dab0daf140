# SPDX-License-Identifier: GPL-3.0-or-later
"""Times that lay ahead when the latest text was adopted, and events that are held again and again.

A deadline that will have passed, an event that was still to come, a summit years ago: whether it is so at the
session of the draft is told by `due.outlived`; here is what a place is.
"""

from __future__ import annotations

import re
from functools import cache

from drafting.data import load
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind, Role
from drafting.updating.recent import cited_day
from drafting.updating.strands import Place, Strand

_NEAR = 160  # characters around a time in which what is held is named


def lies_ahead(strand: Strand, course: Course) -> Habit | None:
    """The habit of a date or year after the day of the latest text; None for one that was over then."""
    place = strand.latest
    own, day = course.moments[place.version].day, cited_day(place, course)
    if own is None or day is None or day <= own:
        return None
    if place.mention.role is Role.DEADLINE:
        return Habit(HabitKind.DEADLINE, strand, strand.present)
    event = place.mention.role is Role.EVENT or place.mention.kind is MentionKind.DATE
    return Habit(HabitKind.AHEAD, strand, strand.present) if event else None


def held_again(strand: Strand, course: Course) -> Habit | None:
    """The habit of the days of a summit or session: another will be held; None for other days.

    What has stayed in the texts far longer than such events lie apart is remembered for itself.
    """
    place = strand.latest
    own, day = course.moments[place.version].day, cited_day(place, course)
    if own is None or day is None or not _recurring(place):
        return None
    lasting = int(load("sessions")["held_again"]["longest_years"])
    return Habit(HabitKind.AGED, strand, strand.present) if own.year - day.year <= lasting else None


def _recurring(place: Place) -> bool:
    """Whether the words around a day tell of an event that is one of a row: an ordinal before its name."""
    start, end = place.mention.span.start, place.mention.span.end
    clause = re.split(r";\s", place.text[max(0, start - _NEAR) : start])[-1]
    after = place.text[end : end + _NEAR // 4]
    return _row().search(clause) is not None or _row().search(after) is not None


@cache
def _row() -> re.Pattern[str]:
    return re.compile(rf"(?i:{'|'.join(load('sessions')['held_again']['words'])})")
