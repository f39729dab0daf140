# SPDX-License-Identifier: GPL-3.0-or-later
"""What each mention did over the versions: stayed, went with the session, or followed another text.

The rules are drafting practice (a recurring text cites its predecessor, the newest text of the Assembly, the
report of the session, and names the session at which it comes back), read from the loaded versions alone.
A version that forgot an update is a slip: it does not break the habit, and it is kept so that it can be told.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafting.comparing.records import Lineage
from drafting.sessions import known
from drafting.updating.ahead import counted_on, edition, held_again, lies_ahead
from drafting.updating.calendar import cadence, moment_of
from drafting.updating.counting import counts, goes
from drafting.updating.course import Course, Habit, HabitKind, follower
from drafting.updating.following import led
from drafting.updating.lists import grows, last_beside
from drafting.updating.mentions import MentionKind
from drafting.updating.newest import fellows, newest
from drafting.updating.predecessor import previous
from drafting.updating.recent import recent
from drafting.updating.returning import comes_back, coupled
from drafting.updating.strands import Strand, strands
from drafting.updating.terms import moves


def course_of(lineage: Lineage) -> Course:
    """A series as its habits are read."""
    versions = lineage.versions
    moments = tuple(moment_of(version) for version in versions)
    return Course(versions, moments, cadence(versions), strands(lineage))


def habits(course: Course) -> tuple[Habit, ...]:
    """The habit of every mention of the latest version, in text order."""
    groups = fellows(course.strands, course.versions)
    beside: dict[str, list[Strand]] = {}
    for strand in course.strands:
        beside.setdefault(strand.latest.paragraph, []).append(strand)
    found = [
        _habit(_Case(strand, groups[index], tuple(beside[strand.latest.paragraph]), course))
        for index, strand in enumerate(course.strands)
    ]
    return tuple(coupled(led(found, course.versions[-1])))


@dataclass(frozen=True, slots=True)
class _Case:
    """A strand with those that cite the same text, and those of its paragraph."""

    strand: Strand
    together: tuple[Strand, ...]
    beside: tuple[Strand, ...]
    course: Course


def _habit(case: _Case) -> Habit:
    strand, course = case.strand, case.course
    kind = strand.latest.mention.kind
    habit: Habit | None = None
    if kind is MentionKind.SESSION:
        habit = _session(case)
    elif kind is MentionKind.RESOLUTION:
        habit = (
            grows(strand, case.beside, course)
            or previous(strand, course)
            or newest(strand, case.together, course)
            or recent(strand, course)
        )
    elif kind in (MentionKind.SYMBOL, MentionKind.DECISION):
        habit = newest(strand, case.together, course) or recent(strand, course)
    elif kind is MentionKind.DATE:
        habit = moves(strand, course) or _time(case)
    elif kind is MentionKind.YEAR:
        habit = goes(strand, course) or _time(case) or edition(strand, course)
    elif kind is MentionKind.ORDINAL:
        habit = _counted(case)
    elif kind is MentionKind.PERIOD:
        habit = recent(strand, course)
    if habit is not None and habit.kind is HabitKind.RECENT and habit.shown == strand.present[-1:]:
        last = last_beside(strand, case.beside, course)
        return habit if last is None else follower(habit, last)
    return habit or Habit(HabitKind.CONSTANT, strand, strand.present)


def _session(case: _Case) -> Habit | None:
    """What a session does; one that no calendar here advances may be counted on all the same."""
    if case.strand.latest.mention.special:
        return None
    return comes_back(case.strand, case.course) or _counted(case)


def _counted(case: _Case) -> Habit | None:
    """What an event without a calendar does: it keeps a rhythm, was still to come, is new, or may be old."""
    strand, course = case.strand, case.course
    found = counts(strand, case.together, course)
    if found is not None and len(found.shown) > len(found.slips):
        return found
    if strand.latest.organ is not None and known(strand.latest.organ):
        return found or recent(strand, course)
    event = counted_on(strand, course)
    to_come = event is not None and event.kind is HabitKind.AHEAD
    return event if to_come else found or recent(strand, course) or event


def _time(case: _Case) -> Habit | None:
    return (
        lies_ahead(case.strand, case.course)
        or recent(case.strand, case.course)
        or held_again(case.strand, case.course)
    )
