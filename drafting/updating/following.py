# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions that go together: the date of a document with its symbol, an event with its days and outcome.

One of them leads, and what is found out of it holds for the other: one fact serves both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from drafting.data import load
from drafting.updating.course import Habit, HabitKind
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Strand

_OF_DOCUMENT = re.compile(r"\s?\(")  # "of 6 December 2018 (S/2018/1088)"
_HELD = r"\b(?:held|convened|hosted|took\splace|organized)\b"
_OF_EVENT = re.compile(rf"[^;]{{0,160}}?{_HELD}[^;]{{0,120}}")
_TIMES = (MentionKind.DATE, MentionKind.YEAR)
_COUNTED = (MentionKind.SESSION, MentionKind.ORDINAL)
_BY_DAY = (HabitKind.RECENT, HabitKind.AHEAD, HabitKind.AGED)
_STILL = (HabitKind.CONSTANT, HabitKind.FOLLOWS)
_LED = (HabitKind.CONSTANT, HabitKind.AGED, HabitKind.RECENT)
_NAME = r"[A-Z][\w\u2019'-]+"


def led(found: Sequence[Habit]) -> list[Habit]:
    """The habits with those that go with another one as its followers, in the same order."""
    beside: dict[str, list[int]] = {}
    for index, habit in enumerate(found):
        beside.setdefault(habit.strand.latest.paragraph, []).append(index)
    habits = list(found)
    for index, habit in enumerate(found):
        near = beside[habit.strand.latest.paragraph]
        if habit.strand.latest.mention.kind in _TIMES and not habit.sure:
            _lead(index, near, habits)
    places = _event_places(habits)
    return [_after_event(habit, places) for habit in habits]


def _lead(index: int, near: Sequence[int], habits: list[Habit]) -> None:
    """Set the habit of a time and of what it goes with, among those of its paragraph."""
    time = habits[index]
    for other in near:
        leader = habits[other]
        if _is_date_of(time.strand, leader.strand) and leader.kind not in _STILL:
            habits[index] = _follower(time, leader.strand)
            return
    counted = [other for other in near if _is_day_of(time.strand, habits[other].strand)]
    if not counted:
        return
    event = habits[counted[-1]]
    if event.strand.latest.mention.special:  # held once, for one purpose
        if time.kind is HabitKind.AGED:
            habits[index] = replace(time, kind=HabitKind.CONSTANT)
        return
    if time.kind in _BY_DAY:
        if event.kind in (*_STILL, HabitKind.RECENT, HabitKind.AGED):
            day = time.strand.latest.mention.dated
            same = replace(time, strand=event.strand, shown=event.strand.present, slips=())
            habits[counted[-1]] = replace(same, since=time.since or day)
    elif time.kind is HabitKind.CONSTANT and event.kind not in _STILL:
        habits[index] = _follower(time, event.strand)


def _follower(habit: Habit, leader: Strand) -> Habit:
    return Habit(HabitKind.FOLLOWS, habit.strand, habit.strand.present, leader=leader)


def _is_date_of(time: Strand, document: Strand) -> bool:
    """Whether it is the date of the document whose symbol stands in brackets behind it."""
    one, other = time.latest, document.latest
    if other.mention.kind is not MentionKind.SYMBOL or one.text != other.text:
        return False
    return _OF_DOCUMENT.fullmatch(one.text, one.mention.span.end, other.mention.span.start) is not None


def _is_day_of(time: Strand, event: Strand) -> bool:
    """Whether it tells when the session or summit before it was held."""
    one, other = time.latest, event.latest
    if other.mention.kind not in _COUNTED or one.text != other.text:
        return False
    start, end = other.mention.span.end, one.mention.span.start
    return start < end and _OF_EVENT.fullmatch(one.text, start, end) is not None


# ------------------------------------------------------------------------------- summits and declarations


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"{_HELD}\s(?:in|at)\s(?:the\s)?({_NAME}(?:\s{_NAME})*)")


@cache
def _declared() -> re.Pattern[str]:
    nouns = "|".join(load("sessions")["held_again"]["outcomes"])
    return re.compile(rf"({_NAME}(?:\s{_NAME})*)\s(?:{nouns})(?:,?\s(?:adopted\s)?(?:of|on)\s)$")


def _event_places(habits: Sequence[Habit]) -> Mapping[str, Strand]:
    """Where the events are held whose days do not stay, each with the strand of its days."""
    found: dict[str, Strand] = {}
    for habit in habits:
        place = habit.strand.latest
        if place.mention.kind in _TIMES and habit.kind in _BY_DAY:
            before = place.text[max(0, place.mention.span.start - 120) : place.mention.span.start]
            for match in _where().finditer(before):
                found.setdefault(match[1], habit.strand)
    return found


def _after_event(habit: Habit, places: Mapping[str, Strand]) -> Habit:
    """A declaration named after the place of such an event goes with it."""
    place = habit.strand.latest
    if place.mention.kind is not MentionKind.DATE or habit.kind not in _LED:
        return habit
    before = place.text[max(0, place.mention.span.start - 120) : place.mention.span.start]
    named = _declared().search(before)
    words = named[1].split() if named else []
    event = next((places[one] for at in range(len(words)) if (one := " ".join(words[at:])) in places), None)
    return habit if event is None or event is habit.strand else _follower(habit, event)
