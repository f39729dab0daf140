# SPDX-License-Identifier: GPL-3.0-or-later
"""What each mention did over the versions: stayed, went with the session, or followed another text.

The rules are drafting practice (a recurring text cites its predecessor, the newest text of the Assembly, the
report of the session, and names the session at which it comes back), read from the loaded versions alone.
A version that forgot an update is a slip: it does not break the habit, and it is kept so that it can be told.
"""

from __future__ import annotations

from drafting.comparing.records import Lineage
from drafting.updating.calendar import cadence, moment_of
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind
from drafting.updating.newest import fellows, newest
from drafting.updating.predecessor import previous
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
    found = [_habit(strand, groups[index], course) for index, strand in enumerate(course.strands)]
    return tuple(coupled(found))


def _habit(strand: Strand, together: tuple[Strand, ...], course: Course) -> Habit:
    kind = strand.latest.mention.kind
    habit: Habit | None = None
    if kind is MentionKind.SESSION:
        habit = comes_back(strand, course)
    elif kind is MentionKind.RESOLUTION:
        habit = previous(strand, course) or newest(strand, together, course)
    elif kind in (MentionKind.SYMBOL, MentionKind.DECISION):
        habit = newest(strand, together, course)
    elif kind is MentionKind.DATE:
        habit = moves(strand, course)
    return habit or Habit(HabitKind.CONSTANT, strand, strand.present)
