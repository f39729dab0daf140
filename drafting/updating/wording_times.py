# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a session, a date, a year or a count is proposed or should be looked at, with what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from drafting import ordinals
from drafting.citing import MONTHS
from drafting.resolution import Resolution
from drafting.updating.ahead import event_noun
from drafting.updating.counting import introduced, steady
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind, Role
from drafting.updating.records import Proposal
from drafting.updating.strands import Place
from drafting.updating.wording import MOST_CASES, as_in, cases, listed, session_named, slips

_DEADLINE = "A deadline apart from the rhythm of the series"


def comes_back(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a session moves with the session of the text."""
    named = habit.strand.latest.organ or ""
    if named not in ("", versions[-1].masthead.body):
        sense = f"The {session_named(named, habit.step)}"
    elif habit.step == 0:
        sense = "The session of the text itself"
    else:
        distance = ordinals.cardinal(abs(habit.step))
        noun = "session" if abs(habit.step) == 1 else "sessions"
        sense = f"{distance.capitalize()} {noun} {'after' if habit.step > 0 else 'before'} that of the text"
    return f"{sense}{as_in(cases(habit.shown, versions))}{slips(habit, versions)}."


def deadline(habit: Habit, versions: Sequence[Resolution], *, passed: bool, steady: bool) -> str:
    """Why a deadline should be looked at; `steady`: it kept its distance from the text lately."""
    told = listed(cases(habit.strand.present, versions)[-MOST_CASES:])
    if passed:
        return f"{_DEADLINE} that will have passed, {told}: met, dropped, or set anew?"
    if steady:
        told = listed(cases(habit.shown, versions)[-MOST_CASES:])
        return f"Not the session at which the text comes back, but moved with it so far: {told}."
    if len({place.mention.value for place in habit.shown}) > 1:
        return f"{_DEADLINE}, {told}: the sponsors have moved it before; do they again?"
    return f"{_DEADLINE}, {told}: it stays unless the sponsors move it."


def moves(habit: Habit, versions: Sequence[Resolution], *, ahead: bool, in_rhythm: bool) -> str:
    """Why a date is set on by the period it kept."""
    count, unit = (habit.step, "month") if habit.step % 12 else (habit.step // 12, "year")
    period = f"{ordinals.cardinal(count).capitalize()} {unit}{'' if count == 1 else 's'}"
    told = f"{period} later each time{as_in(cases(habit.shown, versions))}{slips(habit, versions)}"
    if not ahead:
        told += "; see that what is told of that day still holds"
    if not in_rhythm:
        told += "; the draft is not for the time at which the next text is due"
    return f"{told}."


def changed(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a date that keeps no period should be looked at."""
    told = listed(cases(habit.shown, versions)[1 - MOST_CASES :])
    return f"Changed every time, by no steady period: {told}; set it by hand."


def goes(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why years move with the year of the text."""
    distance = "the year of the text"
    if habit.step:
        count = ordinals.cardinal(abs(habit.step))
        noun = "year" if abs(habit.step) == 1 else "years"
        distance = f"{count} {noun} {'after' if habit.step > 0 else 'before'} that of the text"
    if habit.period > 1:
        distance = f"moves on every {ordinals.in_words(habit.period)} year, at most to {distance}"
    told = f"{distance[0].upper()}{distance[1:]}"
    return f"{told}{as_in(cases(habit.shown, versions))}{slips(habit, versions)}."


def counts(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a count goes on."""
    if not steady(habit):
        told = listed(cases(introduced(habit.strand), versions)[-MOST_CASES:])
        return f"Grows, but by no steady number, {told}: what is it now?"
    if len(habit.shown) < 2:
        return f"Counted on from {cases(habit.strand.present, versions)[-1]}: has there been another one?"
    step = ordinals.cardinal(abs(habit.step)) if habit.step else "no steady number"
    every = "each time it changes"
    if habit.period:
        years, months = divmod(habit.period, 12)
        unit = "year" if not months else "month"
        number = years if not months else habit.period
        every = f"every {unit}" if number == 1 else f"every {ordinals.cardinal(number)} {unit}s"
    return f"Grows by {step} {every}{as_in(cases(habit.shown, versions))}{slips(habit, versions)}."


def was_ahead(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why an event that was still to come should be looked at."""
    told = f"was still to come in {versions[-1].number} and is over by the session of the draft"
    return f"{_event(habit.strand.latest)} {told}: what came of it?"


def aged(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why an event held again and again should be looked at."""
    latest = habit.strand.latest
    same = takewhile(lambda one: one.mention.value == latest.mention.value, reversed(habit.strand.present))
    since = versions[[one.version for one in same][-1]].number
    if latest.mention.kind is MentionKind.YEAR and latest.mention.role is not Role.EVENT:
        return f"“{latest.words}” has stood here since {since}: is there a newer edition or figure?"
    held = f"{_event(latest)}, named since {since}, is of a kind that is held again and again"
    return f"{held}: has there been a newer one?"


def _event(place: Place) -> str:
    """What a place names or dates, with the noun that is counted, to begin a sentence with."""
    kind, noun = place.mention.kind, place.mention.counted
    if kind not in (MentionKind.SESSION, MentionKind.ORDINAL):
        called = event_noun(place) or ("event" if place.mention.role is Role.EVENT else "")
        return f"The {called} of {place.words}" if called else f"What is dated {place.words}"
    noun = noun or ("session" if kind is MentionKind.SESSION else "")
    return f"The {place.words} {noun}".strip()


def recent(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why something that was new should be looked at."""
    new = introduced(habit.strand)[1:]
    fresh = cases((place for place in habit.shown if place in new), versions)
    if len(fresh) < 2:
        called, then = _called(habit.strand.latest), f"when {versions[-1].number} was adopted"
        if _came_after(habit.strand.latest, versions[-1].masthead.adopted):
            return f"{called} was still to come {then}: what came of it?"
        return f"{called} was recent {then}: is there a newer one, or does it stay?"
    return f"Set anew in {listed(fresh[-MOST_CASES:])}: is there a newer one?"


def _came_after(place: Place, adopted: date | None) -> bool:
    """Whether a date or year lay ahead on the day of the text."""
    day, kind = place.mention.dated, place.mention.kind
    if adopted is None:
        return False
    if kind is MentionKind.YEAR:
        return place.mention.session is not None and place.mention.session > adopted.year
    return kind is MentionKind.DATE and day is not None and day > adopted


def _called(place: Place) -> str:
    """What is cited or told at a place, to begin a sentence with."""
    kind = place.mention.kind
    if kind in (MentionKind.RESOLUTION, MentionKind.DECISION):
        return f"{kind.capitalize()} {place.mention.value}"
    if kind is MentionKind.SYMBOL:
        return f"Document {place.mention.value}"
    timed = kind in (MentionKind.DATE, MentionKind.YEAR)
    told = event_noun(place) or place.mention.role is Role.EVENT
    if kind in (MentionKind.SESSION, MentionKind.ORDINAL) or (timed and told):
        return _event(place)
    return f"“{place.words}”"


def beside_doubt(paragraph: str, leading: Proposal) -> str:
    """Why words of a paragraph should be looked at together with what they go with."""
    where = "beside it" if leading.paragraph == paragraph else f"in {leading.paragraph}"
    return f"To be looked at together with “{leading.old}” {where}."


def follows(versions: Sequence[Resolution], leading: Proposal) -> str:
    """Why a date goes with what is named beside it."""
    base = versions[-1].number
    if leading.kind in (MentionKind.SESSION, MentionKind.ORDINAL):
        return f"Goes with “{leading.old}” beside it, for which “{leading.new}” is proposed: what is it then?"
    return f"The date of what is cited beside it ({leading.old} in {base}): it goes with that."


def time_bound(words: str, base: Resolution) -> str:
    """Why a word that holds only at its time should be looked at."""
    return f"“{words}” holds for the time of {base.number}: does it still at the session of the draft?"


def runs_on(words: str, base: Resolution, since: date, months: int) -> str:
    """Why a period should be looked at that is not over when it would be decided again."""
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    ends = f"{MONTHS[month]} {year}"
    return f"“{words}” from {base.number} on end about {ends}: repeated in the draft, they would begin anew."
