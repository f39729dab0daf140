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
from drafting.updating.recent import cited_day, held_again_by
from drafting.updating.strands import Place, Strand

_NEAR = 160  # characters around a time in which what is held is named


def lies_ahead(strand: Strand, course: Course) -> Habit | None:
    """The habit of a date or year after the day of the latest text; None for one that was over then.

    Until it is over nothing newer is to be expected, unless a year was set anew in the latest text already.
    """
    place = strand.latest
    own, day = course.moments[place.version].day, cited_day(place, course)
    if own is None or day is None:
        return None
    if _marks(place):
        return Habit(HabitKind.AHEAD, strand, strand.present, since=max(own, day))
    if day <= own:
        return None
    if place.mention.role is Role.DEADLINE:
        return Habit(HabitKind.DEADLINE, strand, strand.present)
    year = place.mention.kind is MentionKind.YEAR
    own_year = year and day.year == own.year and day.month == 12  # of the text itself
    if own_year or (year and place.mention.role is Role.NONE and _set_anew(strand)):
        return None
    return Habit(HabitKind.AHEAD, strand, strand.present)


def held_again(strand: Strand, course: Course) -> Habit | None:
    """The habit of the days of a summit or session, which will be held again; None for other days."""
    place = strand.latest
    told = place.mention.kind is MentionKind.DATE or place.mention.role is Role.EVENT
    if not told or cited_day(place, course) is None or not _recurring(place):
        return None
    return Habit(HabitKind.AGED, strand, strand.present)


def counted_on(strand: Strand, course: Course) -> Habit | None:
    """The habit of a session or count without a calendar: announced as still to come, or held years ago.

    When it was held is not known, but not after the text that named it first; None where the oldest loaded
    text has it already, since then it may be one of long ago.
    """
    latest = strand.latest
    own = course.moments[latest.version].day
    if _announced(latest) and own is not None:
        return Habit(HabitKind.AHEAD, strand, strand.present, since=own)
    if latest.mention.kind is not MentionKind.YEAR and not held_again_by(latest):
        return None  # anniversaries and phases are remembered for good
    same = [place for place in strand.present if place.mention.value == latest.mention.value]
    day = course.moments[same[0].version].day
    if same[0].version == 0 or day is None:
        return None
    return Habit(HabitKind.AGED, strand, tuple(same), since=day)


def edition(strand: Strand, course: Course) -> Habit | None:
    """The habit of a year within a name or a figure ("Aquaculture 2022", "as of 2022"): there may be a newer.

    None for other years, and where the oldest loaded text has it already.
    """
    place = strand.latest
    before, after = place.text[: place.mention.span.start], place.text[place.mention.span.end :]
    named = re.search(r"[A-Z][\w\u2019-]+,?\s$", before) or re.match(r"\s[A-Z][a-z]", after)
    counted = _any(tuple(load("sessions")["held_again"]["figures"])).search(before)
    found = counted_on(strand, course) if named or counted else None
    return found if found is not None and found.kind is HabitKind.AGED else None


def _announced(place: Place) -> bool:
    """Whether the words around tell of something to come: "looking forward to the … session"."""
    start, end = place.mention.span.start, place.mention.span.end
    before = re.split(r"[;.]\s", place.text[max(0, start - _NEAR) : start])[-1]
    after = re.split(r"[;.,]\s", place.text[end : end + _NEAR])[0]
    words = load("sessions")["to_come"]
    announced = list(_any(tuple(words["before"])).finditer(before))
    # "the upcoming anniversary of its adoption by the Third Conference": said of the anniversary alone
    said = bool(announced) and "anniversary" not in before[announced[-1].end() :]
    return said or _any(tuple(words["after"])).search(after) is not None


def _set_anew(strand: Strand) -> bool:
    present = strand.present
    return len(present) > 1 and present[-1].mention.value != present[-2].mention.value


def _marks(place: Place) -> bool:
    """Whether the words say what a day or year will mark, which holds only until it has come."""
    start, end = place.mention.span.start, place.mention.span.end
    near = re.split(r"[;,]\s", place.text[max(0, start - _NEAR) : start])[-1]
    marks = _any(tuple(load("sessions")["to_come"]["marks"]))
    return bool(marks.search(near) or marks.match(place.text, end))


def _recurring(place: Place) -> bool:
    """Whether the words around a day name an event that is held again and again."""
    start, end = place.mention.span.start, place.mention.span.end
    clause = re.split(r";\s", place.text[max(0, start - _NEAR) : start])[-1]
    after = place.text[end : end + _NEAR // 4]
    return _row().search(clause) is not None or _row().search(after) is not None


def event_noun(place: Place) -> str:
    """What the words before a day call the event held then ("summit"); empty where they do not tell."""
    start = place.mention.span.start
    clause = re.split(r";\s", place.text[max(0, start - _NEAR) : start])[-1]
    found = [match[0] for match in _row().finditer(clause) if match[0] != "Assembly"]  # an organ
    return found[-1].partition(" of ")[0].casefold() if found else ""


def _row() -> re.Pattern[str]:
    return _any(tuple(load("sessions")["held_again"]["words"]))


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)
