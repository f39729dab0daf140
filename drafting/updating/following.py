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
from drafting.resolution import Resolution
from drafting.updating.course import Habit, HabitKind, follower
from drafting.updating.events import (
    HELD,
    TIMES,
    are_held_together,
    is_day_of,
    is_length_of,
    is_marked_on,
)
from drafting.updating.explaining import explain
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Strand

_OF_DOCUMENT = re.compile(r"\s?\(")  # "of 6 December 2018 (S/2018/1088)"
_BY_DAY = frozenset((HabitKind.RECENT, HabitKind.AHEAD, HabitKind.AGED))
_STILL = (HabitKind.CONSTANT, HabitKind.FOLLOWS)
_LED = (HabitKind.CONSTANT, HabitKind.AGED, HabitKind.RECENT)
_ON = (HabitKind.COUNTS, HabitKind.AHEAD)
_NAME = r"[A-Z][\w\u2019'-]+"


def led(found: Sequence[Habit], base: Resolution) -> list[Habit]:
    """The habits with those that go with another one as its followers, in the same order."""
    beside: dict[str, list[int]] = {}
    for index, habit in enumerate(found):
        beside.setdefault(habit.strand.latest.paragraph, []).append(index)
    habits = list(found)
    for step in (_join, _lead, _last):
        for index, habit in enumerate(found):
            step(index, beside[habit.strand.latest.paragraph], habits)
    explain(habits, beside, base)
    places = _event_places(habits)
    return [_after_event(habit, places) for habit in habits]


def _join(index: int, near: Sequence[int], habits: list[Habit]) -> None:
    """Let a session follow the one with which it was held, and an anniversary the day that marks it."""
    habit = habits[index]
    for other in near:
        first = habits[other]
        held = habit.kind in _LED and first.kind in _ON and are_held_together(first.strand, habit.strand)
        marked = {habit.kind, first.kind} <= _BY_DAY and is_marked_on(habit.strand, first.strand)
        if held or marked:
            habits[index] = follower(habit, first.strand)


def _lead(index: int, near: Sequence[int], habits: list[Habit]) -> None:
    """Set the habit of a time and of what it goes with, among those of its paragraph."""
    time = habits[index]
    if time.strand.latest.mention.kind not in TIMES or time.sure:
        return
    for other in near:
        leader = habits[other]
        if _is_date_of(time.strand, leader.strand) and leader.kind not in _STILL:
            habits[index] = follower(time, leader.strand)
            return
    counted = [other for other in near if is_day_of(time.strand, habits[other].strand)]
    if counted:
        _with_event(index, counted[-1], habits)


def _with_event(index: int, at: int, habits: list[Habit]) -> None:
    """Set the habit of a day and of the session or summit held on it: the event leads, and is asked about."""
    time, event = habits[index], habits[at]
    day = time.since or time.strand.latest.mention.dated
    if event.strand.latest.mention.special:  # held once, for one purpose
        if time.kind is HabitKind.AGED:
            habits[index] = replace(time, kind=HabitKind.CONSTANT)
    elif event.leader is not None or event.kind is HabitKind.COUNTS:
        if time.kind in (*_BY_DAY, HabitKind.CONSTANT):
            ahead = time.kind is HabitKind.AHEAD
            with_it = follower(time, event.leader or event.strand)
            habits[index] = replace(with_it, since=day if ahead else None)
    elif time.kind in _BY_DAY:
        if event.kind in (HabitKind.CONSTANT, *_BY_DAY):
            kind = event.kind if event.kind is HabitKind.AHEAD else time.kind
            same = replace(time, kind=kind, strand=event.strand, shown=event.strand.present, slips=())
            habits[at] = replace(same, since=day)
            habits[index] = follower(time, event.strand)
    elif time.kind is HabitKind.CONSTANT and event.kind not in _STILL:
        habits[index] = follower(time, event.strand)


def _last(index: int, near: Sequence[int], habits: list[Habit]) -> None:
    """Let a length of time follow the session or round that lasts so long."""
    for other in near:
        event = habits[other]
        if is_length_of(habits[index].strand, event.strand) and event.kind is not HabitKind.CONSTANT:
            habits[index] = follower(habits[index], event.leader or event.strand)


def _is_date_of(time: Strand, document: Strand) -> bool:
    """Whether it is the date of the document whose symbol stands in brackets behind it."""
    one, other = time.latest, document.latest
    if other.mention.kind is not MentionKind.SYMBOL or one.text != other.text:
        return False
    return _OF_DOCUMENT.fullmatch(one.text, one.mention.span.end, other.mention.span.start) is not None


# ------------------------------------------------------------------------------- summits and declarations


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"{HELD}\s(?:in|at)\s(?:the\s)?({_NAME}(?:\s{_NAME})*)")


@cache
def _declared() -> re.Pattern[str]:
    nouns = "|".join(load("sessions")["held_again"]["outcomes"])
    return re.compile(rf"({_NAME}(?:\s{_NAME})*)\s(?:{nouns})(?:,?\s(?:adopted\s)?(?:of|on)\s)$")


def _event_places(habits: Sequence[Habit]) -> Mapping[str, Strand]:
    """Where the events are held whose days do not stay, each with the strand of its days."""
    found: dict[str, Strand] = {}
    for habit in habits:
        place = habit.strand.latest
        if place.mention.kind in TIMES and habit.kind in (*_BY_DAY, HabitKind.FOLLOWS):
            before = place.text[max(0, place.mention.span.start - 120) : place.mention.span.start]
            for match in _where().finditer(before):
                found.setdefault(match[1], habit.leader or habit.strand)
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
    return habit if event is None or event is habit.strand else follower(habit, event)
