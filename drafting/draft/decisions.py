# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding on proposals and filling in facts: each operation gives the new draft and says what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafting.draft.record import Choice, Decision, Draft, DraftParagraph
from drafting.draft.splice import Splice, moved, moved_mark
from drafting.draft.step import Step
from drafting.draft.styling import styled
from drafting.errors import DraftError
from drafting.glyphs import on_one_line
from drafting.translation import marked, tr
from drafting.updating.records import Certainty


def accept(draft: Draft, proposal_id: str) -> Step:
    """Put the proposed words in; unknown facts stand as placeholders."""
    return _decide(draft, proposal_id, Decision.ACCEPTED, tr("Accept proposal"))


def keep(draft: Draft, proposal_id: str) -> Step:
    """Leave the old words in place and regard the proposal as settled."""
    return _decide(draft, proposal_id, Decision.KEPT, tr("Keep old text"))


def reword(draft: Draft, proposal_id: str, words: str) -> Step:
    """Put the drafter's own words, on one line, at the place of the proposal."""
    return styled(settle(draft, proposal_id, Decision.EDITED, on_one_line(words), tr("Reword proposal")))


def reopen(draft: Draft, proposal_id: str) -> Step:
    """Take a decision back: the old words return and the proposal is open again."""
    return _decide(draft, proposal_id, Decision.OPEN, tr("Take back decision"))


def accept_all(draft: Draft, certainties: Iterable[Certainty] = (Certainty.CERTAIN,)) -> Step:
    """Accept every open proposal of these certainties in one step.

    Of style also what becomes due by that, until nothing is.
    """
    wanted = frozenset(certainties)
    changed: frozenset[str] = frozenset()
    for _ in range(_ROUNDS if Certainty.STYLE in wanted else 1):
        waiting = [choice.proposal for _, choice in draft.choices() if choice.decision is Decision.OPEN]
        ids = [one for one in waiting if draft.proposal(one).certainty in wanted]
        if not ids:
            break
        for proposal_id in ids:
            words = draft.replacement(proposal_id)
            step = settle(draft, proposal_id, Decision.ACCEPTED, words, "")
            draft, changed = step.draft, changed | step.changed
        step = styled(Step(draft, changed, ""))
        draft, changed = step.draft, step.changed
    return Step(draft, changed, tr(_ALL.get(wanted, marked("Accept proposals"))))


_ALL = {
    frozenset({Certainty.CERTAIN}): marked("Accept all certain proposals"),
    frozenset({Certainty.STYLE}): marked("Accept all style proposals"),
}


_ROUNDS = 20  # more than the longest chain: an adverb moved hands the next one on


def set_fact(draft: Draft, fact_id: str, values: Mapping[str, str]) -> Step:
    """Fill in (or empty) a fact and use it at every place where a proposal that needs it was accepted."""
    fact = draft.fact(fact_id)
    known = {part.name for part in fact.parts}
    if unknown := set(values) - known:
        raise DraftError(
            tr("“{question}” has no blank called {names}. Nothing was changed.").format(
                question=fact.question, names=", ".join(sorted(unknown))
            )
        )
    typed = dict(draft.facts.get(fact_id, {})) | {
        name: on_one_line(text).strip() for name, text in values.items()
    }
    draft = replace(draft, facts={**draft.facts, fact_id: typed})
    changed: frozenset[str] = frozenset()
    for paragraph, choice in list(draft.choices()):
        if draft.proposal(choice.proposal).fact != fact_id:
            continue
        changed |= {paragraph.key}
        if choice.decision is Decision.ACCEPTED:
            words = draft.replacement(choice.proposal)
            draft = settle(draft, choice.proposal, Decision.ACCEPTED, words, "").draft
    return styled(Step(draft, changed, tr("Fill in fact")))


def _decide(draft: Draft, proposal_id: str, decision: Decision, name: str) -> Step:
    """One decision on a proposal and on all that are right only with it."""
    step = settle(draft, proposal_id, decision, _words(draft, proposal_id, decision), name)
    _, before = draft.find(proposal_id)
    beside = {
        choice.proposal for _, choice in draft.choices() if choice.decision is before.decision
    }.intersection(draft.proposal(proposal_id).together)
    for other in sorted(beside):
        more = settle(step.draft, other, decision, _words(step.draft, other, decision), name)
        step = replace(step, draft=more.draft, changed=step.changed | more.changed)
    return styled(step)


def _words(draft: Draft, proposal_id: str, decision: Decision) -> str:
    """What a decision leaves at the place of a proposal; words that were not replaced stay as they stand.

    They are the old ones, but for what a decision on style took from them since.
    """
    if decision is Decision.ACCEPTED:
        return draft.replacement(proposal_id)
    paragraph, choice = draft.find(proposal_id)
    if choice.decision in (Decision.OPEN, Decision.KEPT):
        text = paragraph.text if choice.note is None else paragraph.note(choice.note).text
        return text[choice.start : choice.end]
    return draft.proposal(proposal_id).old


def settle(draft: Draft, proposal_id: str, decision: Decision, words: str, name: str) -> Step:
    """One decision alone, with nothing worked out anew."""
    paragraph, choice = draft.find(proposal_id)
    if choice.decision is Decision.OVERTAKEN:
        raise DraftError(tr("The words this proposal speaks of were changed by hand. Undo brings them back."))
    after = with_words(paragraph, choice, words)
    after = replace(after, choices=tuple(_decided(item, proposal_id, decision) for item in after.choices))
    return Step(
        draft.with_paragraph(after),
        frozenset({paragraph.key}),
        tr("{act} in {paragraph}").format(act=name, paragraph=draft.label(paragraph.key).id),
    )


def _decided(choice: Choice, proposal_id: str, decision: Decision) -> Choice:
    return replace(choice, decision=decision) if choice.proposal == proposal_id else choice


def with_words(paragraph: DraftParagraph, choice: Choice, words: str) -> DraftParagraph:
    """The paragraph with other words at the place of a choice; all else keeps its place."""
    splice = Splice(choice.start, choice.end - choice.start, len(words))

    def follow(item: Choice) -> Choice:
        if item.note != choice.note:
            return item
        if item is choice:
            return replace(item, end=item.start + len(words))
        start, end, _ = moved(item.start, item.end, splice)
        return replace(item, start=start, end=end)

    choices = tuple(follow(item) for item in paragraph.choices)
    paragraph = replace(paragraph, resting=tuple(follow(item) for item in paragraph.resting))

    def put_in(text: str) -> str:
        return text[: choice.start] + words + text[choice.end :]

    if choice.note is None:
        old, rest = paragraph.text[choice.start : choice.end], paragraph.text[choice.end :]
        notes = tuple(
            replace(note, offset=moved_mark(note.offset, choice.start, old, words, rest))
            for note in paragraph.notes
        )
        return replace(paragraph, text=put_in(paragraph.text), notes=notes, choices=choices)
    notes = tuple(
        replace(note, text=put_in(note.text)) if note.key == choice.note else note for note in paragraph.notes
    )
    return replace(paragraph, notes=notes, choices=choices)
