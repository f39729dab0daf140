# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a draft from the last adopted text, and turning a draft to another target session."""

from __future__ import annotations

from dataclasses import replace

from drafting.comparing.records import Lineage
from drafting.comparing.words import edits
from drafting.draft.decisions import Step, accept, reopen
from drafting.draft.record import Choice, Decision, Draft, DraftNote, DraftParagraph
from drafting.draft.splice import Splice, moved
from drafting.resolution import Kind, Paragraph
from drafting.updating.records import CarryOver, Proposal


def start_draft(lineage: Lineage, carry: CarryOver) -> Draft:
    """A draft that reads exactly like the base version, with every proposal open."""
    paragraphs = []
    for number, paragraph in enumerate(lineage.latest.paragraphs, start=1):
        paragraphs.append(_carried_over(paragraph, f"p{number}", carry))
    return Draft(lineage, carry, tuple(paragraphs), {}, last_key=len(paragraphs))


def _carried_over(paragraph: Paragraph, key: str, carry: CarryOver) -> DraftParagraph:
    notes = tuple(
        DraftNote(f"{key}n{index}", note.offset, note.text, note.number)
        for index, note in enumerate(paragraph.footnotes, start=1)
    )
    by_number = {note.origin: note.key for note in notes}
    choices = tuple(
        Choice(proposal.id, Decision.OPEN, proposal.start, proposal.end, _note_key(proposal, by_number))
        for proposal in carry.proposals
        if proposal.paragraph == paragraph.id
    )
    title = paragraph.label if paragraph.kind is Kind.HEADING else ""
    return DraftParagraph(
        key,
        paragraph.kind,
        paragraph.part,
        paragraph.text,
        paragraph.level,
        notes,
        choices,
        paragraph.id,
        title,
    )


def _note_key(proposal: Proposal, by_number: dict[int | None, str]) -> str | None:
    return None if proposal.footnote is None else by_number[proposal.footnote]


def retarget(draft: Draft, carry: CarryOver) -> Step:
    """Turn the draft to the session of `carry`; the drafter's own words and decisions stay.

    Accepted words of the former session are taken back; a proposal made again at the same place is accepted
    again.
    """
    accepted = {choice.proposal for _, choice in draft.choices() if choice.decision is Decision.ACCEPTED}
    settled = {choice.proposal: choice.decision for _, choice in draft.choices()}
    for proposal_id in accepted:
        draft = reopen(draft, proposal_id).draft
    turned = replace(
        draft, carry=carry, paragraphs=tuple(_replaced(draft, item, carry) for item in draft.paragraphs)
    )
    made_again = {choice.proposal for _, choice in turned.choices() if choice.decision is Decision.OPEN}
    for proposal_id in sorted(accepted & made_again):
        turned = accept(turned, proposal_id).draft
    kept = {name for name, decision in settled.items() if decision is Decision.KEPT}
    paragraphs = tuple(replace(item, choices=_kept(item, kept)) for item in turned.paragraphs)
    turned = replace(turned, paragraphs=paragraphs)
    keys = frozenset(paragraph.key for paragraph in turned.paragraphs)
    return Step(turned, keys, f"Change target to session {carry.session}")


def _kept(paragraph: DraftParagraph, kept: set[str]) -> tuple[Choice, ...]:
    return tuple(
        replace(choice, decision=Decision.KEPT)
        if choice.proposal in kept and choice.decision is Decision.OPEN
        else choice
        for choice in paragraph.choices
    )


def _replaced(draft: Draft, paragraph: DraftParagraph, carry: CarryOver) -> DraftParagraph:
    """The paragraph with the proposals of another session, each where its words stand now."""
    if paragraph.origin is None:
        return replace(paragraph, choices=())
    base = draft.base.paragraph(paragraph.origin)
    choices: list[Choice] = []
    for proposal in carry.proposals:
        if proposal.paragraph != paragraph.origin:
            continue
        if proposal.footnote is None:
            choices.append(_placed(proposal, base.text, paragraph.text, None))
            continue
        note = next((note for note in paragraph.notes if note.origin == proposal.footnote), None)
        if note is not None:
            old = next(item.text for item in base.footnotes if item.number == proposal.footnote)
            choices.append(_placed(proposal, old, note.text, note.key))
    return replace(paragraph, choices=tuple(choices))


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
