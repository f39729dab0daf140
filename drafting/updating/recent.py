# SPDX-License-Identifier: GPL-3.0-or-later
"""What was new in the latest text, or set anew without a rhythm: by the next there may be something newer.

Drafting practice: a recurring text brings in what happened since the text before, and once a citation has
stayed through a renewal it usually stays for good. So a citation is asked about once, while it is new.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from drafting.data import load
from drafting.sessions import known, usual_day
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place, Strand

_YEAR_IN_SYMBOL = re.compile(r"(?<=[/\s])(?:19|20)\d\d(?=/)")  # "FCCC/CP/2015/10/Add.1", "C 2019/23"
_LATE = timedelta(days=100)  # published so long before the text before, it may have come too late for it
_OLDEST = 3  # years: what is older was not new, however long ago the text before was adopted
_YEAR = 366  # days
_SOON = timedelta(days=250)  # between two texts of one year nothing newer need have come


def recent(strand: Strand, course: Course) -> Habit | None:
    """The habit of what was set anew lately, or was new in the latest text; None for what has settled."""
    present = strand.present
    changed = [new for old, new in pairwise(present) if old.mention.value != new.mention.value]
    lately = bool(changed) and changed[-1] is present[-1]
    if lately or (len(changed) > 1 and 2 * len(changed) >= len(present) - 1):
        return Habit(HabitKind.RECENT, strand, tuple(changed))
    latest = present[-1]
    settled = any(
        place.mention.value == latest.mention.value and _renewed_since(place, course)
        for place in present[:-1]
    )
    if (
        settled
        or _one_off(strand, course)
        or not (is_new(latest, course) or _brought_in(strand, course) or _alone(latest, course))
    ):
        return None
    return Habit(HabitKind.RECENT, strand, present[-1:])


def _one_off(strand: Strand, course: Course) -> bool:
    """Whether the latest text of several brought in a resolution: such a citation mostly stays or goes.

    Not so one of the last session of another organ, which may be adopted each time, nor one on the subject.
    """
    place = strand.latest
    if place.mention.kind not in (MentionKind.RESOLUTION, MentionKind.DECISION) or len(strand.present) > 1:
        return False
    newest = place.organ != course.body and course.reached(place) == place.mention.session
    return len(course.versions) > 1 and not newest and not course.names_series(place)


def _renewed_since(place: Place, course: Course) -> bool:
    """Whether the latest text came long enough after that of a place for something newer to be there."""
    earlier, latest = course.moments[place.version].day, course.moments[-1].day
    return earlier is None or latest is None or latest - earlier > _SOON


def _brought_in(strand: Strand, course: Course) -> bool:
    """Whether the latest text was the first to name an event or document without a day."""
    place = strand.latest
    told = held_again_by(place) or place.mention.kind is MentionKind.SYMBOL
    first = len(course.versions) > 1 and len(strand.present) == 1
    return told and first and cited_day(place, course) is None


def _alone(place: Place, course: Course) -> bool:
    """Whether one version alone names an event of a body that meets again and again, when is not known."""
    return len(course.versions) == 1 and held_again_by(place)


def held_again_by(place: Place) -> bool:
    """Whether it is the session of a body without a calendar here, or a summit or round among others."""
    mention = place.mention
    if mention.kind is MentionKind.SESSION:
        return not mention.special and place.organ is not None and not known(place.organ)
    return mention.counted.casefold() in load("sessions")["held_again"]["counted"]


def is_new(place: Place, course: Course) -> bool:
    """Whether what a place cites dates from the time since the text before, or since one was due before."""
    cited, moment = cited_day(place, course), course.moments[place.version]
    if cited is None or moment.day is None:
        return False
    alone = len(course.versions) == 1
    since = moment.day - timedelta(days=2 * _YEAR if alone else course.days)
    if place.version and (before := course.moments[place.version - 1].day) is not None:
        since = min(since, before)
    since = max(since, moment.day - timedelta(days=_OLDEST * _YEAR)) - _LATE
    return since < cited


def cited_day(place: Place, course: Course) -> date | None:
    """A day near that of what is cited, for reckoning; None where neither date nor calendar tells it."""
    mention = place.mention
    if mention.dated is not None:
        return mention.dated
    if mention.kind is MentionKind.YEAR and mention.session is not None:
        return date(mention.session, 12, 31)
    organ = place.organ
    if organ is None and (year := _YEAR_IN_SYMBOL.search(mention.value)):
        return date(int(year[0]), 12, 31)
    if mention.kind is MentionKind.SESSION and organ is None:
        organ = course.body
    return None if organ is None else usual_day(organ, mention.session)
