# SPDX-License-Identifier: GPL-3.0-or-later
"""The text before in the same series, which a recurring text cites by number and date (rules 8)."""

from __future__ import annotations

import re
from enum import Enum, auto

from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.mentions import find
from drafting.updating.questions import subject_told
from drafting.updating.strands import Place, Strand


class _Cites(Enum):
    """What a place cites, seen from the version it stands in."""

    PROVEN = auto()  # the text before, which is loaded
    LIKELY = auto()  # what can be the text before, which is not loaded
    KEPT = auto()  # the predecessor of an older version: an update forgotten
    LISTED = auto()  # an older one beside the predecessor: a list that grows, nothing was forgotten
    ELSE = auto()  # another text


_SHORT = 3  # letters of words that tell no subject
_SHOWN = (_Cites.PROVEN, _Cites.LIKELY)
_Told = list[tuple[Place, _Cites]]


def previous(strand: Strand, course: Course) -> Habit | None:
    """The habit of citing the predecessor; None when the latest versions do not show it.

    What a few old versions did otherwise does not break it. Sure with one version proving it and another
    agreeing, unbroken, and with more than two updates made for each forgotten one. With less it is asked,
    when the paragraph names the subject of the series.
    """
    told = _told(strand, course)
    recent = _recent(told)
    if not recent or _Cites.LISTED in _all(told):
        return None
    sure = _sure(recent, strand)
    if not (sure or _worth_asking(recent, strand, course)):
        return None
    shown = tuple(place for place, cites in told if cites in _SHOWN)
    slips = tuple(place for place, cites in told if cites not in _SHOWN)
    return Habit(HabitKind.PREVIOUS, strand, shown, slips, sure=sure)


def loaded_at(strand: Strand, session: int, course: Course) -> tuple[Resolution, bool] | None:
    """The loaded text of the series at a session, and whether the strand was seen citing this series.

    None when no such text is loaded, or when the strand cited another text of a session that has one.
    """
    loaded: dict[int, list[Resolution]] = {}
    for version, moment in zip(course.versions, course.moments, strict=True):
        if version.masthead.number and moment.session is not None:
            loaded.setdefault(moment.session, []).append(version)
    if session not in loaded or strand.latest.organ != course.body:
        return None
    compared = [
        place.mention.value in {version.masthead.number for version in loaded[place.mention.session]}
        for place in strand.present
        if place.mention.session in loaded and place.organ == course.body
    ]
    if compared and 2 * sum(compared) <= len(compared):
        return None
    return loaded[session][-1], bool(compared)


def _told(strand: Strand, course: Course) -> _Told:
    told: _Told = []
    for place in strand.present:
        fitting = told and told[-1][1] is not _Cites.ELSE
        told.append((place, _cited(place, told[-1][0] if fitting else None, course)))
    return told


def _cited(place: Place, before: Place | None, course: Course) -> _Cites:
    if place.organ != course.body or place.mention.session is None:
        return _Cites.ELSE
    number = course.versions[place.version - 1].masthead.number if _follows_loaded(place, course) else ""
    if number and place.mention.value == number:
        return _Cites.PROVEN
    if _is_of_other_subject(place, course):
        return _Cites.ELSE
    if _can_precede(place, course):
        return _Cites.LIKELY
    if before is not None and place.mention.value == before.mention.value:
        return _Cites.LISTED if _cites(number, place, course) else _Cites.KEPT
    alone = len(course.versions) == 1
    return _Cites.KEPT if alone and _some_cadences_back(place, course) else _Cites.ELSE


def _is_of_other_subject(place: Place, course: Course) -> bool:
    """Whether the words after a citation give it a subject that shares little with that of the series."""
    told = subject_told(place)
    title = _words(course.versions[place.version].masthead.title)
    least = min(len(title), len(_words(told)))
    return least > 1 and 2 * len(_words(told) & title) <= least


def _words(text: str) -> set[str]:
    """The words of some length, which carry the subject."""
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > _SHORT}


def _follows_loaded(place: Place, course: Course) -> bool:
    """Whether the loaded version before can be the text before: no more than one text is missing between."""
    if not place.version:
        return False
    own, earlier = course.own(place), course.moments[place.version - 1].session
    if own is None or earlier is None or organ(course.body).count is Count.YEARS:
        return True
    return own - earlier <= 2 * course.cadence


def _all(told: _Told) -> list[_Cites]:
    return [cites for _, cites in told]


def _recent(told: _Told) -> _Told:
    """The places that count: all when they fit, else the latest among which the predecessor prevails.

    It is then proven twice, and cited more than twice as often as other texts.
    """
    if _Cites.ELSE not in _all(told):
        return told
    for start in range(len(told)):
        latest = _all(told[start:])
        shown = sum(cites in _SHOWN for cites in latest)
        prevails = latest.count(_Cites.PROVEN) > 1 and shown > 2 * latest.count(_Cites.ELSE)
        if prevails and latest[-1] is not _Cites.ELSE:
            return told[start:]
    return []


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
    # Where texts between two versions were not opened, the one before is among the last of them.
    nearest = own - 2 * course.cadence
    return earlier is not None and max(earlier, nearest - 1) < cited < own


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


def _sure(recent: _Told, strand: Strand) -> bool:
    versions = [place.version for place, _ in recent]
    unbroken = versions == list(range(versions[0], versions[-1] + 1))
    shown = sum(cites in _SHOWN for _, cites in recent)
    enough = shown > max(1, 2 * (len(recent) - shown))
    return _Cites.PROVEN in _all(recent) and enough and unbroken and not strand.constant


def _worth_asking(recent: _Told, strand: Strand, course: Course) -> bool:
    proven = _Cites.PROVEN in _all(recent) and all(cites in _SHOWN for _, cites in recent)
    return proven or course.names_series(strand.latest)
