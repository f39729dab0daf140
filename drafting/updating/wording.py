# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of updating: why something is proposed, with the versions that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting import ordinals
from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.updating.calendar import season
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place

SHARED_DATE = "One date stands for several numbers here: see whether it still does."
_MOST_CASES = 5  # a sentence with more versions than this names the latest four


def listed(words: Iterable[str]) -> str:
    """The words as a list in a sentence: "a", "a and b", "a, b and c"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _as_in(cases: Sequence[str]) -> str:
    if len(cases) > _MOST_CASES:
        rest = ordinals.cardinal(len(cases) - _MOST_CASES + 1)
        cases = [*cases[1 - _MOST_CASES :], f"{rest} texts before"]
    return f", as in {listed(cases)}" if cases else ""


def _cases(places: Iterable[Place], versions: Sequence[Resolution]) -> list[str]:
    """Each version once with what it had: "47/9 (fiftieth)", "50/4 (fifty-third)"."""
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place.version, place)
    return [f"{versions[index].number} ({_short(first[index])})" for index in sorted(first)]


def _short(place: Place) -> str:
    as_written = place.mention.kind in (MentionKind.SESSION, MentionKind.DATE)
    return place.words if as_written else place.mention.value


def _slips(habit: Habit, versions: Sequence[Resolution]) -> str:
    """What was not updated or otherwise chosen, with the paragraph when it is not the one in question."""
    told = []
    for place in habit.slips:
        strand = next(one for one in (habit.strand, *habit.fellows) if place in one.present)
        at = strand.present.index(place)
        kept = at > 0 and strand.present[at - 1].mention.value == place.mention.value
        where = "" if strand is habit.strand else f" in {place.paragraph}"
        had = "had kept" if kept else "had"
        told.append(f"{versions[place.version].number} {had} {_short(place)}{where}")
    return f"; {listed(told[-_MOST_CASES:])}" if told else ""


def previous(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why the previous text of the series is proposed."""
    shown = [versions[place.version].number for place in habit.shown]
    if len(versions) == 1:
        older = "" if habit.shown else f", older than the one before {versions[0].number}"
        cited = habit.strand.latest.mention.value
        return (
            f"{cited} seems to be a text of this series{older}; {versions[0].number} is now the previous one."
        )
    return f"The previous resolution of this series{_as_in(shown)}{_slips(habit, versions)}."


def comes_back(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a session moves with the session of the text."""
    named = habit.strand.latest.organ or ""
    if named not in ("", versions[-1].masthead.body):
        sense = f"The {_session_of(named, habit.step)}"
    elif habit.step == 0:
        sense = "The session of the text itself"
    else:
        distance = ordinals.cardinal(abs(habit.step))
        noun = "session" if abs(habit.step) == 1 else "sessions"
        sense = f"{distance.capitalize()} {noun} {'after' if habit.step > 0 else 'before'} that of the text"
    return f"{sense}{_as_in(_cases(habit.shown, versions))}{_slips(habit, versions)}."


def deadline(habit: Habit, versions: Sequence[Resolution], *, passed: bool, steady: bool) -> str:
    """Why a deadline should be looked at."""
    told = listed(_cases(habit.strand.present, versions)[-_MOST_CASES:])
    if passed:
        return f"A deadline of its own, {told}, that will have passed: met, dropped, or set anew?"
    if steady:
        return f"Not the session at which the text comes back, but moved with it so far: {told}."
    return (
        f"A deadline of its own, not the rhythm of the series: {told}. It stays unless the sponsors move it."
    )


def newest(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a newer text of another series, or the document of another session, is expected."""
    place = habit.strand.latest
    if place.mention.kind is MentionKind.SYMBOL:
        what = _document(habit, versions)
    else:
        what = f"The newest {place.organ} {place.mention.kind} of its series"
        if habit.period > 1:
            what += f", adopted {_rhythm(habit)}"
    return f"{what}{_as_in(_cases(habit.shown, versions))}{_slips(habit, versions)}."


def _session_of(name: str, step: int) -> str:
    """A session of another organ than the one that adopts the text, counted from the day of the text."""
    if organ(name).count is Count.ASSEMBLY:
        # counted from the session whose December is the last before the text: it opened the year before
        if step in (0, 1):
            return f"{name} session that opened {'that year' if step else 'the year before'}"
        side = "before" if step < 1 else "after"
        return f"{name} session that opened {ordinals.cardinal(abs(step - 1))} years {side} the text"
    if step == 0:
        return f"latest {name} session then"
    noun = "session" if abs(step) == 1 else "sessions"
    side = "before" if step < 0 else "after"
    return f"{name} session {ordinals.cardinal(abs(step))} {noun} {side} the latest then"


def _document(habit: Habit, versions: Sequence[Resolution]) -> str:
    if habit.period > 1:
        return f"A document issued {_rhythm(habit)}"
    name = habit.strand.latest.organ or ""
    by_years = organ(name).count is Count.YEARS
    if not by_years and name != versions[-1].masthead.body:
        return f"The document of the {_session_of(name, habit.step)}"
    unit = "year" if by_years else "session"
    if habit.step == 0:
        return f"The document of the {unit} of the text"
    side = "before" if habit.step < 0 else "after"
    if abs(habit.step) == 1:
        return f"The document of the {unit} {side} that of the text"
    return f"The document of {ordinals.cardinal(abs(habit.step))} {unit}s {side} the text"


def _rhythm(habit: Habit) -> str:
    name = habit.strand.latest.organ or ""
    years = habit.period // 3 if organ(name).count is Count.COUNCIL else habit.period
    return "every year" if years == 1 else f"every {ordinals.in_words(years)} year"


def of_series(habit: Habit, versions: Sequence[Resolution], text: Resolution, *, seen: bool) -> str:
    """Why a loaded text of the series is proposed where its newest text at some session is cited."""
    told = newest(habit, versions).removesuffix(".")
    if seen:
        return f"{told}; {text.number} is that text of this series."
    return f"{told}; if that is this series, the text is {text.number}."


def moves(habit: Habit, versions: Sequence[Resolution], *, ahead: bool, in_rhythm: bool) -> str:
    """Why a date is set on by the period it kept."""
    count, unit = (habit.step, "month") if habit.step % 12 else (habit.step // 12, "year")
    period = f"{ordinals.cardinal(count).capitalize()} {unit}{'' if count == 1 else 's'}"
    told = f"{period} later each time{_as_in(_cases(habit.shown, versions))}{_slips(habit, versions)}."
    if not ahead:
        told += " See that what is told of that day still holds."
    return told if in_rhythm else f"{told} The draft is not for the session at which the next text is due."


def changed(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a date that keeps no period should be looked at."""
    told = listed(_cases(habit.shown, versions)[1 - _MOST_CASES :])
    return f"Changed every time, by no steady period: {told}. Set it by hand."


def still_newest(habit: Habit, versions: Sequence[Resolution], next_due: int) -> str:
    """Why a citation stays although its neighbours move."""
    name = habit.strand.latest.organ or ""
    cases = _as_in(_cases(habit.shown, versions))
    expected = f"the next is due at the {ordinals.in_words(next_due)} session"
    if organ(name).count is Count.YEARS:
        expected = f"the next is due in {next_due}"
    when = season(name, next_due)
    return f"Still the newest if adopted {_rhythm(habit)}{cases}; {expected}" + (
        f" ({when})." if when else "."
    )


def perhaps_newer(place: Place) -> str:
    """What to ask when one version alone is loaded."""
    cited = place.mention.value
    return (
        f"{cited} was recent in this text; one version alone does not show whether it is replaced each time."
    )


def same_text_cites(newer: Place) -> str:
    """What to ask when two places of the base that went together have parted."""
    return f"{newer.paragraph} of the same text cites {newer.mention.value}, a newer one of the same series."
