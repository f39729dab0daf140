# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of texts to which the newest is added each time: "resolutions 35/17 of …, 41/7 of … and 47/12 of …".

Nothing in such a list is replaced, so its last member must not be taken for the newest text that moves on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place, Strand, places

_LINK = re.compile(r"(?:\son\s[^,;]{1,120})?(?:,|;)?\s?(?:and\s|as\swell\sas\s)?(?:of\s)?")
_KINDS = (MentionKind.RESOLUTION, MentionKind.DECISION)


def grows(strand: Strand, beside: Sequence[Strand], course: Course) -> Habit | None:
    """The habit of the last of a list of texts that grew at its end; None for other lists and lone citations.

    `beside` are the strands of its paragraph. Sure when it grew each time, twice at least. One addition to a
    single citation is no list yet, unless the text before was added.
    """
    if strand.latest.mention.kind not in _KINDS:
        return None
    here = _ending_with(strand.latest, course)
    if len(here) < 2:
        return None
    lists = [_list_in(version, here, beside, course) for version in range(len(course.versions))]
    known = [found for found in lists if found]
    steps = [(_step(old, new), new[-1]) for old, new in pairwise(known)]
    shown = tuple(place for step, place in steps if step)
    grown_lately = any(step for step, _ in steps[-2:])
    before = course.versions[strand.latest.version - 1].masthead.number if len(course.versions) > 1 else ""
    of_series = strand.latest.organ == course.body and strand.latest.mention.value == before
    enough = len(shown) > 1 or len(here) > 2 or of_series
    if not grown_lately or 2 * len(shown) < len(steps) or not enough:
        return None
    habit = Habit(HabitKind.GROWS, strand, shown)
    return replace(habit, sure=len(shown) > 1 and len(shown) == len(steps))


def _step(old: Sequence[Place], new: Sequence[Place]) -> bool | None:
    """Whether a list grew and kept most of its members; None where it stayed as it was."""
    before, after = _values(old), _values(new)
    if before == after:
        return None
    return len(new) > len(old) and len(before & after) >= max(1, len(before) // 2)


def add_after(place: Place) -> tuple[int, int, str]:
    """Where a list that ends with a place is to grow: the span from its last link on, and that with `{new}`.

    "… 41/7 of 11 July 2019 and 47/12 of 12 July 2021" gives the span from " and" on and the words
    ", 47/12 of 12 July 2021 and {new}".
    """
    start, end = place.mention.span.start, place.mention.span.end
    link = re.search(r"(?:,|;)?\sand\s(?:of\s)?$|,?\sas\swell\sas\s$", place.text[:start])
    if link is None:
        return start, end, f"{place.words} and {{new}}"
    return link.start(), end, f", {place.words} and {{new}}"


def last_beside(strand: Strand, beside: Sequence[Strand], course: Course) -> Strand | None:
    """The last text of the list that a citation stands in; None where it is the last, or stands alone.

    What is new in a list comes at its end: whether there is something newer is asked there.
    """
    found = next((one for one in _lists(strand.latest, course) if strand.latest in one), ())
    if len(found) < 2 or found[-1] == strand.latest:
        return None
    return next((one for one in beside if one.latest == found[-1]), None)


def _ending_with(place: Place, course: Course) -> tuple[Place, ...]:
    """The list that a place is the last of; empty when it is not the last."""
    found = next((one for one in _lists(place, course) if place in one), ())
    return found if found and found[-1] == place else ()


def _list_in(
    version: int, here: Sequence[Place], beside: Sequence[Strand], course: Course
) -> tuple[Place, ...]:
    """The list in the same paragraph of an older version that shares most with that of the latest."""
    older = next((place for one in beside if (place := one.places[version]) is not None), None)
    if older is None:
        return ()
    text = course.versions[version]
    candidates = _split(places(text, version, text.paragraph(older.paragraph)), here[0].organ)
    best = max(candidates, key=lambda one: len(_values(one) & _values(here)), default=())
    return best if _values(best) & _values(here) else ()


def _lists(place: Place, course: Course) -> Iterator[tuple[Place, ...]]:
    version = course.versions[place.version]
    yield from _split(places(version, place.version, version.paragraph(place.paragraph)), place.organ)


def _split(found: Sequence[Place], organ: str | None) -> Iterator[tuple[Place, ...]]:
    """Runs of citations of one organ in one text with nothing but links between them."""
    run: list[Place] = []
    for place in found:
        if place.mention.kind not in _KINDS or place.organ != organ or place.footnote is not None:
            continue
        if run and _LINK.fullmatch(place.text, run[-1].mention.span.end, place.mention.span.start) is None:
            yield tuple(run)
            run = []
        run.append(place)
    if run:
        yield tuple(run)


def _values(places_: Sequence[Place]) -> set[str]:
    return {place.mention.value for place in places_}
