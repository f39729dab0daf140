# SPDX-License-Identifier: GPL-3.0-or-later
"""Turning a draft to another target session without losing a decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from drafting.comparing.words import edits
from drafting.draft.decisions import settle
from drafting.draft.record import Choice, Decision, Draft, DraftParagraph
from drafting.draft.splice import Splice, moved
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.translation import tr
from drafting.updating.organs import target_name
from drafting.updating.records import CarryOver, Proposal


def retarget(draft: Draft, carry: CarryOver) -> Step:
    """Turn the draft to the session of `carry`; the drafter's own words and decisions stay.

    Accepted words of the former session are taken back; a proposal made again at the same place is accepted
    again. A decision on what the new session does not propose rests, and follows the text until a session
    proposes it again: there and back loses nothing of substance, and what style calls for is worked out anew.
    Wherever the paragraph of a proposal was split, joined or
    moved to, its decision goes with it.
    """
    draft = _with_old_words(draft)
    former = {proposal.id: proposal for proposal in (*draft.resting, *draft.carry.proposals)}
    again = {one.id for one in carry.proposals if one.id in former and _place(former[one.id]) == _place(one)}
    styles = {proposal.id for proposal in draft.styles}
    paragraphs = tuple(_turned(draft, item, carry, again, styles) for item in draft.paragraphs)
    waiting = {choice.proposal for item in paragraphs for choice in item.resting}
    resting = tuple(proposal for proposal in former.values() if proposal.id in waiting)
    turned = replace(draft, carry=carry, paragraphs=paragraphs, resting=resting)
    accepted = [choice.proposal for _, choice in turned.choices() if choice.decision is Decision.ACCEPTED]
    for proposal_id in accepted:
        if proposal_id not in styles:
            turned = settle(turned, proposal_id, Decision.ACCEPTED, turned.replacement(proposal_id), "").draft
    keys = frozenset(paragraph.key for paragraph in turned.paragraphs)
    session = target_name(draft.base.masthead.body, carry.session)
    name = tr("Change target to {session}").format(session=session)
    return styled(Step(turned, keys, name))


def _with_old_words(draft: Draft) -> Draft:
    """The draft with the old words where a proposal was accepted; the decision is still told."""
    styles = {proposal.id for proposal in draft.styles}
    for _, choice in list(draft.choices()):
        if choice.decision is Decision.ACCEPTED and choice.proposal not in styles:
            old = draft.proposal(choice.proposal).old
            draft = settle(draft, choice.proposal, Decision.ACCEPTED, old, "").draft
    return draft


def _place(proposal: Proposal) -> tuple[str, int | None, int, str]:
    """The words of the base that a proposal speaks of."""
    return proposal.paragraph, proposal.footnote, proposal.start, proposal.old


def _turned(
    draft: Draft, paragraph: DraftParagraph, carry: CarryOver, again: Set[str], styles: Set[str]
) -> DraftParagraph:
    """The paragraph with the choices of proposals made again as they are, and a place for each new one."""
    due = {proposal.id for proposal in carry.proposals}
    choices, resting = [], []
    for choice in (*paragraph.choices, *paragraph.resting):
        if choice.proposal in again or choice.proposal in styles:
            choices.append(choice)
        elif choice.proposal not in due:
            resting.append(choice)
    choices += _new_choices(draft, paragraph, [one for one in carry.proposals if one.id not in again])
    return replace(paragraph, choices=_ordered(choices), resting=_ordered(resting))


def _ordered(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda choice: (choice.note or "", choice.start, choice.end)))


def _new_choices(draft: Draft, paragraph: DraftParagraph, proposals: Iterable[Proposal]) -> Iterator[Choice]:
    """The proposals for the base paragraph that this one carries on, each where its words stand now."""
    for proposal in proposals:
        if paragraph.origin is None or proposal.paragraph != paragraph.origin:
            continue
        base = draft.base.paragraph(paragraph.origin)
        if proposal.footnote is None:
            yield _placed(proposal, base.text, paragraph.text, None)
            continue
        note = next((note for note in paragraph.notes if note.origin == proposal.footnote), None)
        if note is not None:
            old = next(item.text for item in base.footnotes if item.number == proposal.footnote)
            yield _placed(proposal, old, note.text, note.key)


def _placed(proposal: Proposal, base: str, now: str, note: str | None) -> Choice:
    start, end, decision = proposal.start, proposal.end, Decision.OPEN
    shift = 0
    for edit in edits(base, now):
        removed, added = edit.old.end - edit.old.start, edit.new.end - edit.new.start
        start, end, touched = moved(start, end, Splice(edit.old.start + shift, removed, added))
        shift += added - removed
        if touched:
            decision = Decision.OVERTAKEN
    if decision is Decision.OPEN and now[start:end] != proposal.old:
        decision = Decision.OVERTAKEN
    return Choice(proposal.id, decision, min(start, len(now)), min(end, len(now)), note)
