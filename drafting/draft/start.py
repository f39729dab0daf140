# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a draft from the last adopted text, and turning a draft to another target session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from drafting.comparing.records import Lineage
from drafting.comparing.words import edits
from drafting.draft.decisions import Step, accept, reopen
from drafting.draft.labels import row_of
from drafting.draft.record import Choice, Decision, Draft, DraftNote, DraftParagraph
from drafting.draft.splice import Splice, moved
from drafting.resolution import Kind, Paragraph
from drafting.updating.organs import target_name
from drafting.updating.records import CarryOver, Proposal


def start_draft(lineage: Lineage, carry: CarryOver) -> Draft:
    """A draft that reads exactly like the base version, with every proposal open."""
    base = lineage.latest.paragraphs
    titles, restarting = _titles(base), _restarting(base)
    paragraphs = [
        replace(
            _carried_over(paragraph, f"p{number}", titles[paragraph.id], carry),
            restarts=paragraph.id in restarting,
        )
        for number, paragraph in enumerate(base, start=1)
    ]
    return Draft(lineage, carry, tuple(paragraphs), {}, last_key=len(paragraphs))


def _titles(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """What each paragraph prints that is not counted by rule; of points the row they stand in."""
    found: dict[str, str] = {}
    rows: list[str] = []
    for paragraph in paragraphs:
        if paragraph.kind is Kind.SUBPARAGRAPH:
            level = max(1, paragraph.level)
            rows += [""] * (level - 1 - len(rows))
            row = rows[level - 1] if len(rows) >= level else row_of(paragraph.label, level)
            if not any(map(str.isalnum, paragraph.label)):
                row = paragraph.label  # a bullet is the same in every place
            rows[level - 1 :] = [row]
            found[paragraph.id] = row
            continue
        counted = paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
        found[paragraph.id] = "" if counted else paragraph.label
        if paragraph.kind is not Kind.TEXT or paragraph.text.rstrip().endswith((":", "\uff1a")):
            rows = []
    return found


def _restarting(paragraphs: Iterable[Paragraph]) -> set[str]:
    """The headings under which the numbers of their text begin anew, as in texts of several sections."""
    found: set[str] = set()
    numbered: set[str] = set()
    heading: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.kind is Kind.HEADING:
            heading = paragraph
        elif paragraph.kind is Kind.OPERATIVE:
            first = heading is not None and heading.unit == paragraph.unit and paragraph.unit in numbered
            if first and heading is not None and paragraph.label in {"", "1"}:
                found.add(heading.id)
            numbered.add(paragraph.unit)
            heading = None
    return found


def _carried_over(paragraph: Paragraph, key: str, title: str, carry: CarryOver) -> DraftParagraph:
    notes = tuple(
        DraftNote(f"{key}n{index}", note.offset, note.text, note.number)
        for index, note in enumerate(paragraph.footnotes, start=1)
    )
    by_number = {note.origin: note.key for note in reversed(notes)}  # of two with one number the first
    choices = tuple(
        Choice(proposal.id, Decision.OPEN, proposal.start, proposal.end, _note_key(proposal, by_number))
        for proposal in carry.proposals
        if proposal.paragraph == paragraph.id
    )
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
        paragraph.unit,
    )


def _note_key(proposal: Proposal, by_number: dict[int | None, str]) -> str | None:
    return None if proposal.footnote is None else by_number[proposal.footnote]


def retarget(draft: Draft, carry: CarryOver) -> Step:
    """Turn the draft to the session of `carry`; the drafter's own words and decisions stay.

    Accepted words of the former session are taken back; a proposal made again at the same place is accepted
    again. Wherever the paragraph of a proposal was split, joined or moved to, its decision goes with it.
    """
    accepted = [choice.proposal for _, choice in draft.choices() if choice.decision is Decision.ACCEPTED]
    for proposal_id in accepted:
        draft = reopen(draft, proposal_id).draft
    former = {proposal.id: _place(proposal) for proposal in draft.carry.proposals}
    again = {proposal.id for proposal in carry.proposals if former.get(proposal.id) == _place(proposal)}
    paragraphs = tuple(_turned(draft, item, carry, again) for item in draft.paragraphs)
    turned = replace(draft, carry=carry, paragraphs=paragraphs)
    for proposal_id in accepted:
        if proposal_id in again:
            turned = accept(turned, proposal_id).draft
    keys = frozenset(paragraph.key for paragraph in turned.paragraphs)
    return Step(turned, keys, f"Change target to {target_name(draft.base.masthead.body, carry.session)}")


def _place(proposal: Proposal) -> tuple[str, int | None, int, str]:
    """The words of the base that a proposal speaks of."""
    return proposal.paragraph, proposal.footnote, proposal.start, proposal.old


def _turned(draft: Draft, paragraph: DraftParagraph, carry: CarryOver, again: Set[str]) -> DraftParagraph:
    """The paragraph with the choices of proposals made again as they are, and a place for each new one."""
    choices = [choice for choice in paragraph.choices if choice.proposal in again]
    choices += _new_choices(draft, paragraph, [one for one in carry.proposals if one.id not in again])
    ordered = sorted(choices, key=lambda choice: (choice.note or "", choice.start))
    return replace(paragraph, choices=tuple(ordered))


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
