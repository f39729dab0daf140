# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of texts that grow: the newest is put behind the last, nothing is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.updating import wording
from drafting.updating.course import Habit
from drafting.updating.lists import add_after
from drafting.updating.proposals.citations import due_at, text_before
from drafting.updating.proposals.making import Making
from drafting.updating.records import Certainty, Proposal
from drafting.updating.strands import Place


def grows(making: Making, habit: Habit) -> Iterator[Proposal]:
    """The text that is due at the end of a list: the base in a list of this series, else a blank."""
    place = habit.strand.latest
    reason = wording.grows(habit, making.versions)
    if any(version.number == place.mention.value for version in making.versions[:-1]):
        certainty = Certainty.CERTAIN if habit.sure else Certainty.REVIEW
        yield _behind(place, text_before(making, habit, certainty, reason))
        return
    due = _due(making, habit)
    if due is None:
        yield making.remark(habit, reason)
    elif due > (place.mention.session or due):
        certainty = Certainty.FACT if habit.sure else Certainty.REVIEW
        yield _behind(place, due_at(making, habit, due, certainty, reason))


def _due(making: Making, habit: Habit) -> int | None:
    """The session whose text is to be added: as far behind that of its organ as those added before."""
    behind = set()
    for place in habit.shown:
        reached = making.course.reached(place)
        behind.add(None if reached is None else reached - (place.mention.session or 0))
    reached = making.moment.at(habit.strand.latest.organ or "")
    step = behind.pop() if len(behind) == 1 else None
    return None if step is None or reached is None else reached - step


def _behind(place: Place, proposal: Proposal) -> Proposal:
    """What was proposed in place of the last of a list, put behind it."""
    start, end, form = add_after(place)
    new, pattern = (form.replace("{new}", words) for words in (proposal.new, proposal.pattern))
    pattern = pattern if proposal.pattern else ""
    return replace(proposal, start=start, end=end, old=place.text[start:end], new=new, pattern=pattern)
