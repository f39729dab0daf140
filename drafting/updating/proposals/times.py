# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, dates, years and counted events that a draft names anew, or should look at."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.updating import wording_times as wording
from drafting.updating.course import Habit
from drafting.updating.due import due_words, outlived
from drafting.updating.mentions import MentionKind
from drafting.updating.proposals.making import Making
from drafting.updating.records import Certainty, Proposal
from drafting.updating.terms import ahead as lies_ahead


def comes_back(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A session that keeps its distance from that of the text."""
    words = due_words(habit, making.course, making.moment)
    if words is not None and words != habit.strand.latest.words:
        reason = wording.comes_back(habit, making.versions)
        yield making.plain(habit, words, _certainty(habit.sure), reason)


def deadline(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A deadline of its own, to be looked at when it has passed; a session also when the series moves it."""
    if habit.strand.latest.mention.kind is MentionKind.SESSION:
        yield from _session_deadline(making, habit)
    elif outlived(habit, making.moment):
        yield making.remark(habit, wording.deadline(habit, making.versions, passed=True, steady=False))


def _session_deadline(making: Making, habit: Habit) -> Iterator[Proposal]:
    place, session = habit.strand.latest, making.moment.session
    if session is None or place.mention.session is None:
        return
    passed = place.mention.session <= session
    fixed = habit.strand.constant
    if fixed and not passed:
        return
    steady = len(habit.shown) > 2 and place in habit.shown and not fixed
    moved = steady or (passed and not fixed)
    due = due_words(habit, making.course, making.moment) if moved else None
    reason = wording.deadline(habit, making.versions, passed=passed, steady=steady)
    yield making.plain(habit, due or place.words, Certainty.REVIEW, reason)


def moves(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A date that is set anew in every version."""
    day = due_words(habit, making.course, making.moment)
    if day is None:
        yield making.remark(habit, wording.changed(habit, making.versions))
        return
    reason = wording.moves(
        habit, making.versions, ahead=lies_ahead(habit, making.course), in_rhythm=making.in_rhythm
    )
    yield making.plain(habit, day, _certainty(habit.sure and making.in_rhythm), reason)


def goes(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A year that keeps its distance from the year of the text.

    Never certain: in which year something is to be done is decided each time, not reckoned.
    """
    yield from _reckoned(making, habit, sure=False, reason=wording.goes(habit, making.versions))


def counts(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A number that grows from text to text, or with the months between them."""
    sure = habit.sure and (making.in_rhythm or bool(habit.period))
    yield from _reckoned(making, habit, sure=sure, reason=wording.counts(habit, making.versions))


def _reckoned(making: Making, habit: Habit, *, sure: bool, reason: str) -> Iterator[Proposal]:
    words = due_words(habit, making.course, making.moment)
    if words is None:
        yield making.remark(habit, reason)
    elif words != habit.strand.latest.words:
        yield making.plain(habit, words, _certainty(sure), reason)


def ahead(making: Making, habit: Habit) -> Iterator[Proposal]:
    """An event that was still to come and is over at the target."""
    if outlived(habit, making.moment):
        yield making.remark(habit, wording.was_ahead(habit, making.versions))


def aged(making: Making, habit: Habit) -> Iterator[Proposal]:
    """An event of a kind that is held again and again."""
    if outlived(habit, making.moment):
        yield making.remark(habit, wording.aged(habit, making.versions))


def _certainty(sure: bool) -> Certainty:
    return Certainty.CERTAIN if sure else Certainty.REVIEW
