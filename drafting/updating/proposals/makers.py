# SPDX-License-Identifier: GPL-3.0-or-later
"""Which habit makes which proposals."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.updating.course import HabitKind
from drafting.updating.proposals import beside, citations, growing, recency, times
from drafting.updating.proposals.making import Maker

MAKERS: Mapping[HabitKind, Maker] = {
    HabitKind.PREVIOUS: citations.previous,
    HabitKind.NEWEST: citations.newest,
    HabitKind.COMES_BACK: times.comes_back,
    HabitKind.DEADLINE: times.deadline,
    HabitKind.MOVES: times.moves,
    HabitKind.GOES: times.goes,
    HabitKind.COUNTS: times.counts,
    HabitKind.AHEAD: times.ahead,
    HabitKind.AGED: times.aged,
    HabitKind.RECENT: recency.recent,
    HabitKind.GROWS: growing.grows,
    HabitKind.FOLLOWS: beside.follows,
}
AFTER_OTHERS = frozenset({HabitKind.FOLLOWS})
"""Habits whose proposals depend on those of others."""
