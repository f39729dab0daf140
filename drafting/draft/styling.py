# SPDX-License-Identifier: GPL-3.0-or-later
"""Style proposals in step with the text: also and further, first mentions, footnotes.

What follows from the order of the text is generated knowledge. After every act on the draft the rules marked
as generated are applied to the text as it stands, and what they would mend is offered as proposals of
certainty STYLE. One that is no longer due is dropped; a decision stays while it still speaks of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from drafting.checking import Finding, Mend, Subject, check, off_by_default, rules
from drafting.draft.record import Choice, Decision, Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.translation import in_source
from drafting.updating.records import Certainty, Proposal

_STYLE = (
    "style"  # begins the id of every style proposal, so that none is taken for one at a place of the base
)


@dataclass(frozen=True, slots=True)
class _Due:
    """A style proposal that the present text calls for, with its place in it."""

    proposal: Proposal
    choice: Choice


def styled(step: Step) -> Step:
    """The step with the style proposals of the text that it leads to."""
    before = step.draft
    after = restyled(before)
    if after is before:
        return step
    pairs = zip(before.paragraphs, after.paragraphs, strict=True)
    changed = frozenset(new.key for old, new in pairs if old is not new)
    return replace(step, draft=after, changed=step.changed | changed)


def restyled(draft: Draft) -> Draft:
    """The draft with the style proposals that its text calls for; the same draft where nothing changes."""
    due = _due(draft)
    known = {proposal.id: proposal for proposal in draft.styles}
    if not due and not known:
        return draft
    held: dict[str, Proposal] = {}
    paragraphs = []
    for paragraph in draft.paragraphs:
        after = paragraph
        here = due.get(paragraph.key, ())
        if here or any(choice.proposal in known for choice in paragraph.choices):
            after = _with_choices(paragraph, _choices(paragraph, here, known))
            found = {one.proposal.id: one.proposal for one in here}
            ids = [choice.proposal for choice in after.choices]
            held.update((one, found.get(one) or known[one]) for one in ids if one in found or one in known)
        paragraphs.append(after)
    styles = tuple(_as_known(proposal, known) for proposal in held.values())
    same = all(old is new for old, new in zip(draft.paragraphs, paragraphs, strict=True))
    return draft if same and styles == draft.styles else draft.with_styles(tuple(paragraphs), styles)


def _as_known(proposal: Proposal, known: Mapping[str, Proposal]) -> Proposal:
    """The proposal as it was found first, unless it says something else now."""
    before = known.get(proposal.id)
    moved = before and replace(proposal, start=before.start, end=before.end, footnote=before.footnote)
    return before if before is not None and moved == before else proposal


def _with_choices(paragraph: DraftParagraph, choices: Iterable[Choice]) -> DraftParagraph:
    ordered = tuple(sorted(choices, key=lambda one: (one.note or "", one.start, one.end)))
    return paragraph if ordered == paragraph.choices else replace(paragraph, choices=ordered)


def _choices(
    paragraph: DraftParagraph, due: Sequence[_Due], known: Mapping[str, Proposal]
) -> Iterator[Choice]:
    """What stands in a paragraph: all but style as it is, the style due, and decisions that still hold."""
    places = {one.choice.proposal: one.choice for one in due}
    for choice in paragraph.choices:
        if choice.proposal not in known:
            yield choice
        elif choice.proposal in places:
            decision = Decision.KEPT if choice.decision is Decision.KEPT else Decision.OPEN
            yield replace(places.pop(choice.proposal), decision=decision)
        elif _holds(paragraph, choice, known[choice.proposal]) and not any(
            _meet(choice, place) for place in places.values()
        ):
            yield choice
    yield from places.values()


def _holds(paragraph: DraftParagraph, choice: Choice, proposal: Proposal) -> bool:
    """Whether a decision on what is not due any more still tells what was done to the text."""
    if choice.decision is Decision.EDITED:
        return True
    text = paragraph.text if choice.note is None else paragraph.note(choice.note).text
    return choice.decision is Decision.ACCEPTED and text[choice.start : choice.end] == proposal.new


# ------------------------------------------------------------------------------------------ what is due


def _due(draft: Draft) -> dict[str, list[_Due]]:
    """What the rules call for, by the key of the paragraph.

    Where a proposal of another certainty is open at the same words, that one is to be decided first.
    """
    subject = Subject(draft.resolution, draft.lineage.versions, drafting=True)
    found: dict[str, list[_Due]] = {}
    with in_source():  # the reasons of proposals are saved with the draft
        findings = [one for one in check(subject, off=_others()) if any(m.old != m.new for m in one.fix)]
    if not findings:
        return found
    locator = _Locator(draft)
    for finding in findings:
        made = locator.proposals(finding)
        if all(_free(draft.paragraph(one.proposal.paragraph), one.choice, found) for one in made):
            for one in made:
                found.setdefault(one.proposal.paragraph, []).append(one)
    return found


@cache
def _others() -> frozenset[str]:
    """The rules that are not applied here: those of substance, and what is off unless switched on."""
    return off_by_default() | {rule.id for rule in rules() if not rule.generated}


def _free(paragraph: DraftParagraph, place: Choice, found: Mapping[str, Sequence[_Due]]) -> bool:
    taken = [one.choice for one in found.get(paragraph.key, ())]
    taken += [
        one
        for one in paragraph.choices
        if one.decision is Decision.OPEN and not one.proposal.startswith(_STYLE)
    ]
    return not any(_meet(place, one) for one in taken)


def _meet(one: Choice, other: Choice) -> bool:
    """Whether two places share words; one that only puts something in also meets what it touches."""
    if one.note != other.note:
        return False
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


class _Locator:
    """Makes proposals of findings: places in the printed draft become places in the draft."""

    def __init__(self, draft: Draft) -> None:
        self.keys = {
            printed.id: paragraph.key
            for printed, paragraph in zip(draft.resolution.paragraphs, draft.paragraphs, strict=True)
        }
        self.notes = {number: key for key, number in draft.note_numbers.items()}
        self.made: Counter[str] = Counter()

    def proposals(self, finding: Finding) -> list[_Due]:
        """One for each place that the fix of a finding changes; they are decided together."""
        made = [self._proposal(finding, mend) for mend in finding.fix]
        ids = [one.proposal.id for one in made]
        return [
            replace(
                one, proposal=replace(one.proposal, together=tuple(i for i in ids if i != one.proposal.id))
            )
            for one in made
        ]

    def _proposal(self, finding: Finding, mend: Mend) -> _Due:
        spot, key = mend.spot, self.keys[mend.spot.paragraph]
        note = None if spot.footnote is None else self.notes[spot.footnote]
        name = f"{_STYLE}:{finding.rule}:{note or key}:{mend.old}>{mend.new}"
        self.made[name] += 1
        if self.made[name] > 1:
            name = f"{name}#{self.made[name]}"
        proposal = Proposal(
            name, key, spot.start, spot.end, mend.old, mend.new, Certainty.STYLE, finding.rule,
            finding.message, spot.footnote,
        )  # fmt: skip
        return _Due(proposal, Choice(name, Decision.OPEN, spot.start, spot.end, note))
