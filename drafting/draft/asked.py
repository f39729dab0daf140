# SPDX-License-Identifier: GPL-3.0-or-later
"""Which open proposals are questions of their own: what belongs to another remark is asked with that one."""

from __future__ import annotations

from drafting.draft.record import Choice, Decision, Draft, DraftParagraph
from drafting.translation import tr


def asked_with(draft: Draft) -> dict[str, str]:
    """The remarks that need no answer of their own, each with the one it is asked with, by their ids.

    As soon as the two are decided differently, each stands for itself.
    """
    decided = {choice.proposal: choice.decision for _, choice in draft.choices()}
    return {
        one: leader
        for one, decision in decided.items()
        if (leader := draft.proposal(one).asked_with) and decided.get(leader) is decision
    }


def beside(draft: Draft, paragraph: DraftParagraph, choice: Choice, leader: str) -> str:
    """What is asked with another remark: its words, and where they stand when that is elsewhere."""
    words = f"“{draft.proposal(choice.proposal).old}”"
    note = tr("footnote {number}").format(number=draft.note_numbers[choice.note]) if choice.note else ""
    here = any(one.proposal == leader for one in paragraph.choices)
    label = "" if here else draft.label(paragraph.key).id
    where = ", ".join(part for part in (label, note) if part)
    return tr("{words} in {where}").format(words=words, where=where) if where else words


def waiting_in(draft: Draft, paragraph: DraftParagraph) -> int:
    """How many proposals of a paragraph wait for a decision, one event counted once."""
    waits = {choice.proposal for choice in paragraph.choices if choice.decision is Decision.OPEN}
    return sum(draft.proposal(one).asked_with not in waits for one in waits)


def waiting(draft: Draft) -> int:
    """How many proposals wait for a decision, one event counted once."""
    beside = asked_with(draft)
    return sum(
        choice.decision is Decision.OPEN and choice.proposal not in beside for _, choice in draft.choices()
    )
