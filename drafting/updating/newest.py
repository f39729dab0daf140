# SPDX-License-Identifier: GPL-3.0-or-later
"""Citations that grow with the sessions of an organ: the text of the year, the report of a session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.resolution import Resolution
from drafting.sessions import COUNCIL_YEAR, Count, organ
from drafting.updating.course import Course, Habit, HabitKind, in_rhythm
from drafting.updating.mentions import MentionKind, serial_of
from drafting.updating.strands import Place, Strand

# "S/2017/375, annex.": what is pointed at is in this document, and in no later one of its kind
_PART_OF = re.compile(r"\)?,\s(?:and\s)?(?:annex|appendix|enclosure)\b")
_TEXTS = (MentionKind.RESOLUTION, MentionKind.DECISION, MentionKind.SYMBOL)


def fellows(strands: Sequence[Strand], versions: Sequence[Resolution]) -> list[tuple[Strand, ...]]:
    """For each strand those that cited the same text in some version and moved too: they follow one series.

    Fixed citations keep to themselves, and so do the texts of this series, which are cited for many reasons.
    """
    own = {version.masthead.number for version in versions}
    root = list(range(len(strands)))

    def find_root(index: int) -> int:
        while root[index] != index:
            index = root[index]
        return index

    seen: dict[tuple[int, str, str | None], int] = {}
    for index, strand in enumerate(strands):
        if strand.constant or strand.latest.mention.kind not in _TEXTS:
            continue
        for place in strand.present:
            if place.mention.value not in own:
                other = seen.setdefault((place.version, place.mention.value, place.organ), index)
                root[find_root(index)] = find_root(other)
    groups: dict[int, list[Strand]] = {}
    for index, strand in enumerate(strands):
        groups.setdefault(find_root(index), []).append(strand)
    return [tuple(groups[find_root(index)]) for index in range(len(strands))]


def newest(strand: Strand, together: tuple[Strand, ...], course: Course) -> Habit | None:
    """The habit of a strand and its fellows; None for fixed citations and where no rhythm shows.

    In a version in which the fellows differ, the newest of them counts: the others were forgotten there.
    """
    if strand.latest.mention.session is None or course.reached(strand.latest) is None:
        return None
    if len({moment.at(strand.latest.organ or "") for moment in course.moments}) == 1:
        return _recent(strand, together, course)  # no time has passed that could show a rhythm
    cited = _by_version(together, course)
    points = {version: (places[0][1], max(one for _, _, one in places)) for version, places in cited.items()}
    if len({value for _, value in points.values()}) < 2:
        return None
    period, step, phase = _fit(list(points.values()), _periods(strand.latest.organ))
    habit = Habit(HabitKind.NEWEST, strand, (), (), step, period, phase, together)
    everywhere = [entry for version in sorted(cited) for entry in cited[version]]
    shown = tuple(place for place, reached, one in everywhere if one == habit.due(reached))
    slips = tuple(place for place, reached, one in everywhere if one != habit.due(reached))
    hits = [version in {place.version for place in shown} for version in sorted(points)]
    if sum(hits) < 2 or 2 * sum(hits) <= len(hits) or not any(hits[-2:]):
        return None
    if period == 1:
        return replace(habit, shown=shown, slips=slips, sure=hits[-1] or sum(hits) > 2)
    # A slower rhythm has fewer renewals to show; of texts of its own organ, which a text cites for many
    # reasons, it takes two of them.
    renewals = len({place.mention.value for place in shown}) - 1
    steady = 4 * (len(hits) - sum(hits)) <= len(hits)
    own = strand.latest.organ == course.body
    return replace(habit, shown=shown, slips=slips, sure=steady and renewals > own)


_Cited = tuple[Place, int, int]  # a place, the session its organ had reached, the session it cites


def _by_version(together: Sequence[Strand], course: Course) -> dict[int, list[_Cited]]:
    found: dict[int, list[_Cited]] = {}
    for fellow in together:
        for place in fellow.present:
            reached, cited = course.reached(place), place.mention.session
            if reached is not None and cited is not None:
                found.setdefault(place.version, []).append((place, reached, cited))
    return found


def _periods(name: str | None) -> tuple[int, ...]:
    if name is not None and organ(name).count is Count.COUNCIL:
        return (1, COUNCIL_YEAR, 2 * COUNCIL_YEAR)
    return (1, 2, 3)


def _fit(points: Sequence[tuple[int, int]], periods: tuple[int, ...]) -> tuple[int, int, int]:
    """Period, step and phase that most points agree with; the simplest of equals, and the smallest step."""
    options = [(1, cited - reached, 0) for reached, cited in points]
    options += [
        (period, step, cited % period) for period in periods[1:] for step in (0, -1) for _, cited in points
    ]

    def misses(option: tuple[int, int, int]) -> int:
        return sum(cited != in_rhythm(reached, *option) for reached, cited in points)

    return min(options, key=lambda option: (misses(option), option[0], abs(option[1]), option[2]))


def _recent(strand: Strand, together: tuple[Strand, ...], course: Course) -> Habit | None:
    """One version, or several at one session: a report of the last year, a text of the last December."""
    place = strand.latest
    reached, cited = course.reached(place), place.mention.session
    if reached is None or cited is None:
        return None
    count = organ(place.organ or "").count
    behind = reached - cited
    habit = Habit(HabitKind.NEWEST, strand, (place,), fellows=together)
    if place.mention.kind is MentionKind.SYMBOL:
        if _PART_OF.match(place.text, place.mention.span.end):
            return None
        year = COUNCIL_YEAR if count is Count.COUNCIL else 1
        return replace(habit, step=-behind) if 0 <= behind < year and serial_of(place.mention) else None
    dated = [fellow.latest.mention.dated for fellow in together if fellow.latest.mention.dated]
    batch = any(day.month >= 11 for day in dated)
    other = count is Count.ASSEMBLY and place.organ != course.body
    return habit if other and batch and not behind else None
