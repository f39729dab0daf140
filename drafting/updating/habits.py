# SPDX-License-Identifier: GPL-3.0-or-later
"""What each mention did over the versions of a series: stayed, went with the session, or followed another text.

The rules are drafting practice (a recurring text cites its predecessor, the newest resolution of the Assembly, the
report of the session, and names the session at which it comes back), read from the loaded versions and nothing else.
A version that forgot an update is a slip: it does not break the habit, and it is kept so that it can be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafting.comparing.records import Lineage
from drafting.comparing.tokens import squeezed
from drafting.resolution import Resolution
from drafting.updating.calendar import COUNCIL_YEAR, Moment, cadence, moment_of, session_of
from drafting.updating.mentions import MentionKind, find, serial_of
from drafting.updating.organs import Count, organ
from drafting.updating.strands import Place, Strand, strands


class HabitKind(StrEnum):
    """What a mention does from version to version."""

    CONSTANT = "constant"  # a fixed citation, or nothing can be said
    COMES_BACK = "comes back"  # a session a fixed step from the text's own
    DEADLINE = "deadline"  # a session of its own, moved by the sponsors
    PREVIOUS = "previous"  # the text before in this series
    NEWEST = "newest"  # the newest text of another series, or the report of a session


@dataclass(frozen=True, slots=True)
class Habit:
    """The habit of one strand: `shown` are the places that show it, `slips` those that forgot it.

    `step` is how far the cited session stands from the session its organ had then reached (-1: one before);
    with a `period` above 1 it is the newest session at or before that leaves the remainder `phase`.
    `fellows` are the strands that cite the same text, this one among them; they have one habit and one fact.
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

    def due(self, reached: int) -> int:
        """The session cited when its organ has reached the session `reached`."""
        if self.period == 1:
            return reached + self.step
        return reached - (reached - self.phase) % self.period


@dataclass(frozen=True, slots=True)
class Course:
    """A series as its habits are read: versions, their moments, its cadence, and the strands of its latest text."""

    versions: tuple[Resolution, ...]
    moments: tuple[Moment, ...]
    cadence: int
    strands: tuple[Strand, ...]

    def reached(self, place: Place) -> int | None:
        """The session that the organ cited at a place had reached when that version was adopted."""
        return self.moments[place.version].at(place.organ) if place.organ is not None else None

    def own(self, place: Place) -> int | None:
        """The session of the version a place stands in."""
        return self.moments[place.version].session


def habits(lineage: Lineage) -> tuple[Habit, ...]:
    """The habit of every mention of the latest version, in text order."""
    versions = lineage.versions
    moments = tuple(moment_of(version) for version in versions)
    course = Course(versions, moments, cadence(versions), strands(lineage))
    groups = _fellows(course.strands)
    found = [_habit(strand, groups[index], course) for index, strand in enumerate(course.strands)]
    return tuple(_coupled(found))


def _habit(strand: Strand, fellows: tuple[Strand, ...], course: Course) -> Habit:
    kind = strand.latest.mention.kind
    habit: Habit | None = None
    if kind is MentionKind.SESSION:
        habit = _comes_back(strand, course)
    elif kind is MentionKind.RESOLUTION:
        habit = _previous(strand, course) or _newest(strand, fellows, course)
    elif kind in (MentionKind.SYMBOL, MentionKind.DECISION):
        habit = _newest(strand, fellows, course)
    return habit or Habit(HabitKind.CONSTANT, strand, strand.present)


# ---------------------------------------------------------------------------------------------- sessions


def _comes_back(strand: Strand, course: Course) -> Habit | None:
    """ "At its fifty-ninth session" in a text of the fifty-sixth: a fixed step, three or more in every version."""
    latest = strand.latest
    if latest.mention.special or strand.constant:
        return None
    own_organ = latest.organ == course.moments[-1].body
    foreign = latest.organ is not None and not own_organ and course.reached(latest) is not None
    steps = [(place, _ahead(place, course, foreign=foreign)) for place in strand.present]
    known = Counter(step for _, step in steps if step is not None)
    if not known:
        return None
    step = max(known, key=lambda one: (known[one], one == course.cadence))
    shown = tuple(place for place, one in steps if one == step)
    slips = tuple(place for place, one in steps if one != step)
    often = len(shown) > 1 and len(shown) > len(slips)
    if foreign:
        return Habit(HabitKind.COMES_BACK, strand, shown, slips, step, sure=len(shown) > 2) if often else None
    if step == course.cadence:
        # An organ that the words leave open is this one when its sessions keep the rhythm of the series.
        if own_organ or often:
            return Habit(HabitKind.COMES_BACK, strand, shown, slips, step, sure=often)
        return None
    if not own_organ:
        return None
    if often and step <= 0:
        return Habit(HabitKind.COMES_BACK, strand, shown, slips, step, sure=len(shown) > 2)
    return Habit(HabitKind.DEADLINE, strand, shown, slips, step) if step > 0 else None


def _ahead(place: Place, course: Course, *, foreign: bool) -> int | None:
    reached = course.reached(place) if foreign else course.own(place)
    return None if reached is None or place.mention.session is None else place.mention.session - reached


def _coupled(found: Sequence[Habit]) -> Iterable[Habit]:
    """A deadline that keeps its distance from a session that comes back in the same paragraph goes with it."""
    leaders = {
        habit.strand.latest.paragraph
        for habit in found
        if habit.kind is HabitKind.COMES_BACK and habit.sure and habit.step > 0
    }
    for habit in found:
        led = habit.kind is HabitKind.DEADLINE and habit.strand.latest.paragraph in leaders
        if led and len(habit.shown) > 1 and not habit.slips:
            yield Habit(HabitKind.COMES_BACK, habit.strand, habit.shown, (), habit.step, sure=True)
        else:
            yield habit


# ----------------------------------------------------------------------------- the text before in the series


def _previous(strand: Strand, course: Course) -> Habit | None:
    """The predecessor: cited as such where it is loaded, or a cadence before the oldest version loaded."""
    shown: list[Place] = []
    slips: list[Place] = []
    certain = 0
    before: str | None = None
    for place in strand.present:
        if place.organ != course.moments[-1].body or place.mention.session is None:
            return None
        loaded = place.version > 0
        if loaded and place.mention.value == course.versions[place.version - 1].masthead.number:
            shown.append(place)
            certain += 1
        elif _predecessor_not_loaded(place, course):
            shown.append(place)
        elif loaded and place.mention.value == before and not _cites_predecessor(place, course):
            slips.append(place)
        else:
            return None
        before = place.mention.value
    sure = certain > 0 and len(shown) > 1 and len(shown) > len(slips) and not strand.constant
    if not sure and not _believable(strand, certain, len(slips), course):
        return None
    return Habit(HabitKind.PREVIOUS, strand, tuple(shown), tuple(slips), sure=sure)


def _predecessor_not_loaded(place: Place, course: Course) -> bool:
    """Whether the text cited can be the predecessor of a version that is the oldest loaded, or follows a gap."""
    own, cited = course.own(place), place.mention.session
    if own is None or cited is None or organ(course.moments[-1].body).count is Count.YEARS:
        return False
    earlier = course.moments[place.version - 1].session if place.version else None
    return own - cited == course.cadence and (earlier is None or cited > earlier)


def _cites_predecessor(place: Place, course: Course) -> bool:
    """Whether the paragraph names the true predecessor beside: then it is a list that grows, and nothing was forgotten."""
    number = course.versions[place.version - 1].masthead.number
    paragraph = course.versions[place.version].paragraph(place.paragraph)
    return any(mention.value == number for mention in find(paragraph.text))


def _believable(strand: Strand, certain: int, slips: int, course: Course) -> bool:
    """Too little evidence to be sure, enough to ask: one clear case, or the title of the series in the paragraph."""
    title = squeezed(course.versions[-1].masthead.title).casefold()
    paragraph = course.versions[-1].paragraph(strand.latest.paragraph)
    named = len(title.split()) > 2 and title in squeezed(paragraph.text).casefold()
    return slips == 0 and certain > 0 or named


# ------------------------------------------------------------------- the newest text of another series


def _fellows(all_strands: Sequence[Strand]) -> list[tuple[Strand, ...]]:
    """For each strand those that cited the same text in some version: they cite one series, whatever was forgotten since."""
    root = list(range(len(all_strands)))

    def find_root(index: int) -> int:
        while root[index] != index:
            index = root[index]
        return index

    seen: dict[tuple[int, str, str | None], int] = {}
    for index, strand in enumerate(all_strands):
        if strand.latest.mention.kind in (MentionKind.SESSION, MentionKind.DATE):
            continue
        for place in strand.present:
            other = seen.setdefault((place.version, place.mention.value, place.organ), index)
            root[find_root(index)] = find_root(other)
    groups: dict[int, list[Strand]] = {}
    for index, strand in enumerate(all_strands):
        groups.setdefault(find_root(index), []).append(strand)
    return [tuple(groups[find_root(index)]) for index in range(len(all_strands))]


def _newest(strand: Strand, fellows: tuple[Strand, ...], course: Course) -> Habit | None:
    """A citation that grows with the sessions of its organ: every year, every second year, or a fixed step behind."""
    cited: dict[int, list[Place]] = {}
    for fellow in fellows:
        for place in fellow.present:
            if place.mention.session is not None and course.reached(place) is not None:
                cited.setdefault(place.version, []).append(place)
    points = [
        (_reached(places[0], course), max(_cited(place) for place in places)) for places in cited.values()
    ]
    if not points or strand.latest.mention.session is None:
        return None
    if len(course.versions) == 1:
        return _recent(strand, fellows, course)
    if len({value for _, value in points}) < 2:
        return None
    period, step, phase = _fit(points, _periods(strand.latest.organ))
    habit = Habit(HabitKind.NEWEST, strand, (), (), step, period, phase, fellows)
    everywhere = sorted(
        (place for places in cited.values() for place in places), key=lambda place: place.version
    )
    shown = tuple(place for place in everywhere if _cited(place) == habit.due(_reached(place, course)))
    slips = tuple(place for place in everywhere if place not in shown)
    versions_shown = {place.version for place in shown}
    if len(versions_shown) < 2 or len(versions_shown) <= len(cited) - len(versions_shown):
        return None
    return Habit(HabitKind.NEWEST, strand, shown, slips, step, period, phase, fellows, sure=True)


def _reached(place: Place, course: Course) -> int:
    reached = course.reached(place)
    assert reached is not None, "places without a calendar were left out"
    return reached


def _cited(place: Place) -> int:
    assert place.mention.session is not None, "places without a session were left out"
    return place.mention.session


def _periods(name: str | None) -> tuple[int, ...]:
    if name is not None and organ(name).count is Count.COUNCIL:
        return (1, COUNCIL_YEAR, 2 * COUNCIL_YEAR)
    return (1, 2, 3)


def _fit(points: Sequence[tuple[int, int]], periods: tuple[int, ...]) -> tuple[int, int, int]:
    """Period, step and phase that most points agree with; the simplest of equals, and the smallest step."""
    options = [(1, step, 0) for step in {cited - reached for reached, cited in points}]
    options += [(period, 0, cited % period) for period in periods[1:] for _, cited in points]

    def misses(option: tuple[int, int, int]) -> int:
        period, step, phase = option
        due = [
            (cited, reached + step if period == 1 else reached - (reached - phase) % period)
            for reached, cited in points
        ]
        return sum(cited != expected for cited, expected in due)

    return min(options, key=lambda option: (misses(option), option[0], abs(option[1]), option[2]))


def _recent(strand: Strand, fellows: tuple[Strand, ...], course: Course) -> Habit | None:
    """One version alone: a report of this session or the last, or an Assembly text of the latest December, may be outdated."""
    place = strand.latest
    behind = _reached(place, course) - _cited(place)
    count = organ(place.organ or "").count
    if place.mention.kind is MentionKind.SYMBOL:
        recent = (
            0 <= behind < (COUNCIL_YEAR if count is Count.COUNCIL else 1) and serial_of(place.mention) != ""
        )
    else:
        batch = place.mention.dated is None or place.mention.dated.month >= 11
        recent = (
            count is Count.ASSEMBLY and place.organ != course.moments[-1].body and 0 <= behind <= 1 and batch
        )
    if not recent:
        return None
    # Whatever its true rhythm, a newer one can only be asked for: a session of its organ later than the one cited.
    step = -behind if place.mention.kind is MentionKind.SYMBOL else 0
    return Habit(HabitKind.NEWEST, strand, (place,), (), step, fellows=fellows, sure=False)
