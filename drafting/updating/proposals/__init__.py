# SPDX-License-Identifier: GPL-3.0-or-later
"""What a draft for a session should say: every habit of the series carried over from the latest text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting import ordinals
from drafting.comparing.records import Lineage
from drafting.errors import TargetError
from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.translation import marked, tr
from drafting.updating.again import course_before, held_against, is_for_again
from drafting.updating.calendar import due_after, missing_between, next_session, session_of, target_moment
from drafting.updating.course import Course
from drafting.updating.habits import course_of, habits
from drafting.updating.masthead import carry_masthead
from drafting.updating.proposals.doubts import doubts
from drafting.updating.proposals.makers import AFTER_OTHERS, MAKERS
from drafting.updating.proposals.making import Making
from drafting.updating.proposals.twice import agreed
from drafting.updating.records import CarryOver, Fact, Proposal
from drafting.updating.strands import place_id


def propose(lineage: Lineage, session: int | None = None) -> CarryOver:
    """Masthead, proposals and facts for a draft of the series at `session` (Security Council: in that year).

    Without a session it is the next by the rhythm of the series, after a draft the session of that draft;
    where the base tells none, blanks stay. Raises TargetError when the session does not come after the base,
    or lies before that of a draft.
    """
    base = lineage.latest
    target = next_session(lineage) if session is None else session
    check_target(base, target)
    again = is_for_again(base, target)
    found, asked = (
        _of_draft(lineage, target) if again else _of_text(lineage.versions, course_of(lineage), target)
    )
    if not again:
        found = [*found, *doubts(lineage, target_moment(base, target or None), found)]
    masthead, changes, facts = carry_masthead(lineage, target)
    order = {paragraph.id: index for index, paragraph in enumerate(base.paragraphs)}
    proposals = sorted(rooted(found), key=lambda one: (order[one.paragraph], one.footnote or 0, one.start))
    used = [replace(fact, used_in=_used_in(fact, proposals)) for fact in asked]
    return CarryOver(
        target, masthead, changes, tuple(proposals), (*facts, *(fact for fact in used if fact.used_in))
    )


def _of_text(
    versions: tuple[Resolution, ...], course: Course, target: int
) -> tuple[list[Proposal], list[Fact]]:
    """What follows from the habits of a course for the text after the last of these versions."""
    moment = target_moment(versions[-1], target or None)
    between = missing_between(versions, target)
    making = Making(course, versions, moment, in_rhythm=target == due_after(versions), between=between)
    found = habits(course)
    for habit in sorted(found, key=lambda one: one.kind in AFTER_OTHERS):
        if habit.kind in MAKERS:
            making.proposals.extend(MAKERS[habit.kind](making, habit))
    led = {
        place_id(habit.strand.latest): place_id(habit.leader.latest)
        for habit in found
        if habit.leader is not None
    }
    return agreed(making.proposals, led, making.base), list(making.facts.values())


def _of_draft(lineage: Lineage, target: int) -> tuple[list[Proposal], list[Fact]]:
    """What the texts before a draft of the target session say is due there, held against its own words."""
    versions = lineage.versions[:-1]
    if not versions:
        return [], []
    course, places = course_before(lineage)
    found, asked = _of_text(versions, course, target)
    held = (held_against(proposal, places) for proposal in found)
    return [proposal for proposal in held if proposal is not None], asked


def rooted(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals, each remark with all that are asked with it; alone where that one is not there.

    What is asked with a remark that is asked with another is asked with that other one: it is one question.
    """
    leaders = {one.id: one.asked_with for one in found}

    def root(name: str) -> str:
        seen = {name}
        while (leader := leaders[name]) in leaders and leader not in seen:
            seen.add(name := leader)
        return name

    beside: dict[str, list[str]] = {}
    for one in found:
        if root(one.id) != one.id:
            beside.setdefault(root(one.id), []).append(one.id)
    for one in found:
        leader = root(one.id)
        together = dict.fromkeys((*one.together, *beside.get(one.id, ())))
        yield replace(one, asked_with=leader if leader != one.id else "", together=tuple(together))


def check_target(base: Resolution, target: int) -> None:
    """Raise TargetError unless a draft on this base can be for this session; 0 is one that is not known."""
    session = session_of(base)
    by_years = organ(base.masthead.body).count is Count.YEARS
    least = 0 if session is None else 1  # 0 stands for a session that is not known
    if target < least or (target > ordinals.HIGHEST and not by_years):
        told = tr("There is no session {session} to draft for. Choose one that follows the latest text.")
        raise TargetError(told.format(session=target))
    if session is None or target > session or (target == session and (by_years or base.is_draft)):
        return
    counted = {"wanted": target, "base": session, "text": base.number}
    if not by_years:  # other languages make their ordinals of the figures
        counted |= {"wanted_ordinal": ordinals.in_words(target), "base_ordinal": ordinals.in_words(session)}
    raise TargetError(tr(_NOT_AFTER[by_years, base.is_draft]).format(**counted))


_NOT_AFTER = {
    (True, True): marked(
        "The draft cannot be for {wanted}: the latest text, {text}, is a draft of {base}. "
        "Choose that year or a later one, or open only the texts before it."
    ),
    (True, False): marked(
        "The draft cannot be for {wanted}: the latest text, {text}, is of {base}. "
        "Choose a later year, or open only the texts before it."
    ),
    (False, True): marked(
        "The draft cannot be for the {wanted_ordinal} session: the latest text, {text}, is a draft of the "
        "{base_ordinal}. Choose that session or a later one, or open only the texts before it."
    ),
    (False, False): marked(
        "The draft cannot be for the {wanted_ordinal} session: the latest text, {text}, was adopted at the "
        "{base_ordinal}. Choose a later session, or open only the texts before it."
    ),
}
"""Why a draft cannot follow its base: by whether the organ counts years, and whether the base is a draft."""


def _used_in(fact: Fact, proposals: Sequence[Proposal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.paragraph for one in proposals if one.fact == fact.id))
