# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of habits: the series as it is read, and what a mention does from version to version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drafting.glyphs import squeezed
from drafting.resolution import Resolution
from drafting.sessions import COUNCIL_YEAR, Count, organ
from drafting.updating.calendar import Moment
from drafting.updating.strands import Place, Strand


class HabitKind(StrEnum):
    """What a mention does from version to version."""

    CONSTANT = "constant"  # a fixed citation, or nothing can be said
    COMES_BACK = "comes back"  # a session a fixed step from the text's own
    DEADLINE = "deadline"  # a session of its own, moved by the sponsors
    PREVIOUS = "previous"  # the text before in this series
    NEWEST = "newest"  # the newest text of another series, or the report of a session
    MOVES = "moves"  # a date that is set anew in every version
    GOES = "goes"  # a year, or years, a fixed step from the year of the text
    COUNTS = "counts"  # a number that grows by a step, counted by no calendar known here: a summit, a session
    GROWS = "grows"  # the last of a list of texts of this series, to which the text before is added each time
    FOLLOWS = "follows"  # goes with another mention, its leader: the date of a document with its symbol
    AHEAD = "ahead"  # an event that was still to come
    AGED = "aged"  # an event of a kind that is held again and again
    RECENT = "recent"  # new in the latest text, or set anew without a rhythm: there may be a newer one


def in_rhythm(reached: int, period: int, step: int, phase: int) -> int:
    """The newest number at `step` from `reached` or before it that leaves the remainder `phase`."""
    latest = reached + step
    return latest - (latest - phase) % period


@dataclass(frozen=True, slots=True)
class Habit:
    """The habit of one strand: `shown` are the places that show it, `slips` those that do not.

    `step` is how far the cited session stands from the session its organ had then reached (-1: one before);
    with a `period` above 1 it is the newest one there or before that leaves the remainder `phase`.
    Of a date `step` is its period in months, 0 when it keeps none; of years it is their distance from the
    year of the text, of a count what it grows by in `period` months (0: from one text to the next).
    `fellows` are the strands that cite the same text, this one among them; they have one habit and one fact.
    `since` is the day from which an event without a date is reckoned: that of the text that first named it.
    `leader` is the strand that a mention follows: what is found out of the one holds for the other.
    `sure` means that the loaded versions alone show it often enough.
    """

    kind: HabitKind
    strand: Strand
    shown: tuple[Place, ...] = ()
    slips: tuple[Place, ...] = ()
    step: int = 0
    period: int = 1
    phase: int = 0
    fellows: tuple[Strand, ...] = ()
    sure: bool = False
    leader: Strand | None = None
    since: date | None = None

    def due(self, reached: int) -> int:
        """The session cited when its organ has reached the session `reached`."""
        return in_rhythm(reached, self.period, self.step, self.phase)


def follower(habit: Habit, leader: Strand) -> Habit:
    """The habit of a mention that goes with another one, whatever it did so far."""
    return Habit(HabitKind.FOLLOWS, habit.strand, habit.strand.present, leader=leader)


@dataclass(frozen=True, slots=True)
class Course:
    """A series as its habits are read: versions, moments, cadence, and the strands of its latest text."""

    versions: tuple[Resolution, ...]
    moments: tuple[Moment, ...]
    cadence: int
    strands: tuple[Strand, ...]

    @property
    def body(self) -> str:
        """The organ that adopts the series."""
        return self.moments[-1].body

    @property
    def year(self) -> int:
        """How many sessions the organ holds in a year."""
        return COUNCIL_YEAR if organ(self.body).count is Count.COUNCIL else 1

    @property
    def days(self) -> int:
        """About how many days lie between two texts of the series."""
        return round(366 * self.cadence / self.year)

    def reached(self, place: Place) -> int | None:
        """The session that the organ cited at a place had reached when that version was adopted."""
        return self.moments[place.version].at(place.organ) if place.organ is not None else None

    def own(self, place: Place) -> int | None:
        """The session of the version a place stands in."""
        return self.moments[place.version].session

    def names_series(self, place: Place) -> bool:
        """Whether the paragraph of a place names the subject of the series.

        By its whole title, or by the beginning of it as that of resolutions: "resolutions on sustainable
        fisheries", of the title "Sustainable fisheries, including through the 1995 Agreement …".
        """
        version = self.versions[place.version]
        title = squeezed(version.masthead.title).casefold()
        text = squeezed(version.paragraph(place.paragraph).text).casefold()
        begins = title.partition(",")[0]
        short = re.search(rf"\bresolutions\son\s(?:the\s)?{re.escape(begins)}(?!\w)", text)
        return (len(title.split()) > 2 and title in text) or (" " in begins and short is not None)
