# SPDX-License-Identifier: GPL-3.0-or-later
"""The text before in the same series, which a recurring text cites by number and date (rules 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import find
from drafting.updating.organs import Count, organ
from drafting.updating.strands import Place, Strand


@dataclass(slots=True)
class _Tally:
    """Places that cite the predecessor (`proven`: it is loaded) and places that kept an older one."""

    shown: list[Place] = field(default_factory=list)
    slips: list[Place] = field(default_factory=list)
    proven: int = 0


def previous(strand: Strand, course: Course) -> Habit | None:
    """The habit of citing the predecessor; None when a version cites something else of this organ.

    Sure with one version proving it and another agreeing, unbroken; with a forgotten update at the end, after
    three that were made. With less it is asked, when the paragraph names the subject of the series.
    """
    tally = _Tally()
    before: Place | None = None
    for place in strand.present:
        if place.organ != course.body or place.mention.session is None:
            return None
        if not _count(tally, place, before, course):
            return None
        before = place
    if not (_sure(tally, strand) or _worth_asking(tally, strand, course)):
        return None
    shown, slips = tuple(tally.shown), tuple(tally.slips)
    return Habit(HabitKind.PREVIOUS, strand, shown, slips, sure=_sure(tally, strand))


def _count(tally: _Tally, place: Place, before: Place | None, course: Course) -> bool:
    number = course.versions[place.version - 1].masthead.number if place.version else ""
    if number and place.mention.value == number:
        tally.shown.append(place)
        tally.proven += 1
    elif _can_precede(place, course):
        tally.shown.append(place)
    elif before is not None and place.mention.value == before.mention.value:
        if _cites(number, place, course):
            return False  # the true predecessor stands beside it: a list that grows, nothing was forgotten
        tally.slips.append(place)
    elif len(course.versions) == 1 and _some_cadences_back(place, course):
        tally.slips.append(place)
    else:
        return False
    return True


def _can_precede(place: Place, course: Course) -> bool:
    """Whether it can be a predecessor that was not opened: within a cadence, or between two versions."""
    own, cited = course.own(place), place.mention.session
    if own is None or cited is None:
        return False
    if organ(course.body).count is Count.YEARS:
        return _can_precede_by_years(place, cited, own, course)
    earlier = course.moments[place.version - 1].session if place.version else own - course.cadence - 1
    if place.version == 0 and len(course.versions) == 1:
        return own - cited == course.cadence
    return earlier is not None and earlier < cited < own


def _can_precede_by_years(place: Place, cited: int, own: int, course: Course) -> bool:
    """The same for texts numbered in one run: later than the version before, or of this or the last year."""
    number = course.versions[place.version].masthead.number
    before = course.versions[place.version - 1].masthead.number if place.version else ""
    since = _counted(before) if before else (own - 1, 0)
    return since < (cited, _serial(place.mention.value)) < _counted(number)


def _counted(number: str) -> tuple[int, int]:
    year = re.search(r"(?:19|20)\d\d", number.partition("(")[2] or number)
    return (int(year[0]) if year else 0, _serial(number))


def _serial(number: str) -> int:
    """The running number of "2782 (2025)" or "2025/7"."""
    found = re.match(r"(?:(?:19|20)\d\d/)?(\d+)", number)
    return int(found[1]) if found else 0


def _some_cadences_back(place: Place, course: Course) -> bool:
    own, cited = course.own(place), place.mention.session
    behind = own - cited if own is not None and cited is not None else 0
    return 0 < behind <= 3 * course.cadence and behind % course.cadence == 0


def _cites(number: str, place: Place, course: Course) -> bool:
    paragraph = course.versions[place.version].paragraph(place.paragraph)
    return any(mention.value == number for mention in find(paragraph.text))


def _sure(tally: _Tally, strand: Strand) -> bool:
    versions = [place.version for place in strand.present]
    unbroken = versions == list(range(versions[0], versions[-1] + 1))
    forgotten = bool(tally.slips) and tally.slips[-1] is strand.latest
    enough = len(tally.shown) > (2 if forgotten else 1) and len(tally.shown) > len(tally.slips)
    return tally.proven > 0 and enough and unbroken and not strand.constant


def _worth_asking(tally: _Tally, strand: Strand, course: Course) -> bool:
    return (tally.proven > 0 and not tally.slips) or course.names_series(strand.latest)
