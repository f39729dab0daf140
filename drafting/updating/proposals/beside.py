# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions that go with another one: what is proposed or asked for that holds for them too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.translation import marked
from drafting.updating import wording_times as wording
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind, print_date
from drafting.updating.proposals.making import Making
from drafting.updating.proposals.times import ahead
from drafting.updating.records import PLACEHOLDER, Certainty, Fact, FactKind, FactPart, Proposal
from drafting.updating.strands import place_id


def follows(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A date that goes with the text or document named beside it: one more blank of the same fact.

    Nothing is proposed where nothing is proposed of the leader, unless the day lay ahead and is over; where
    that is only to be looked at, so is it. What is no date is looked at with its leader.
    """
    leader = habit.leader
    leading = making.proposed(place_id(leader.latest)) if leader is not None else None
    if leading is None:
        if habit.since is not None:
            yield from ahead(making, habit)
        return
    is_date = habit.strand.latest.mention.kind is MentionKind.DATE
    is_event = leading.kind in (MentionKind.SESSION, MentionKind.ORDINAL)
    if leading.remark or not (is_date or is_event):
        yield _asked_with(
            leading, making.remark(habit, wording.beside_doubt(habit.strand.latest.paragraph, leading))
        )
        return
    reason = wording.follows(making.versions, leading)
    text = making.cited.get(leading.id)
    if leading.fact is not None:
        fact = _with_date(making.facts[leading.fact])
        making.facts[fact.id] = fact
        yield making.with_fact(habit, "{date}", fact, leading.certainty, reason)
    elif text is not None and text.masthead.adopted is not None:
        yield making.plain(habit, print_date(text.masthead.adopted), leading.certainty, reason)
    else:
        yield replace(making.remark(habit, reason), certainty=Certainty.REVIEW)


def _asked_with(leading: Proposal, remark: Proposal) -> Proposal:
    """A remark that is one question with another one; with a proposal it stays a question of its own."""
    return replace(remark, asked_with=leading.asked_with or leading.id) if leading.remark else remark


def _with_date(fact: Fact) -> Fact:
    """The fact with a blank for the date, which it may have already."""
    if any(part.name == "date" for part in fact.parts):
        return fact
    day = FactPart("date", marked("date"), PLACEHOLDER, "19 December 2024", FactKind.DATE)
    return replace(fact, parts=(*fact.parts, day))
