# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions that go with another beside them: the date of a document with its symbol, days with a session."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.updating.course import Habit, HabitKind
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Strand

_OF_DOCUMENT = re.compile(r"\s?\(")  # "of 6 December 2018 (S/2018/1088)"
_OF_SESSION = re.compile(r"[^;.]{0,120}?\b(?:held|convened|hosted|took\splace)\b[^;.]{0,120}")
_COUNTED = (MentionKind.SESSION, MentionKind.ORDINAL)


def leader_of(strand: Strand, beside: Sequence[Strand]) -> Strand | None:
    """The strand that a date goes with, among those of its paragraph; None when it stands for itself."""
    place = strand.latest
    if place.mention.kind is not MentionKind.DATE:
        return None
    for other in beside:
        one = other.latest
        if one.text != place.text or one.footnote != place.footnote or other is strand:
            continue
        start, end = place.mention.span.start, place.mention.span.end
        symbol = one.mention.kind is MentionKind.SYMBOL
        if symbol and _OF_DOCUMENT.fullmatch(place.text, end, one.mention.span.start):
            return other
        counted = one.mention.kind in _COUNTED and one.mention.span.end < start
        if counted and _OF_SESSION.fullmatch(place.text, one.mention.span.end, start):
            return other
    return None


def follows(habit: Habit, leader: Habit) -> Habit:
    """The habit of a date beside its leader: it goes with it when that one does not stay."""
    steady = leader.kind in (HabitKind.CONSTANT, HabitKind.FOLLOWS)
    return (
        habit
        if steady
        else Habit(HabitKind.FOLLOWS, habit.strand, habit.strand.present, leader=leader.strand)
    )
