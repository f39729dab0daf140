# SPDX-License-Identifier: GPL-3.0-or-later
"""How a paragraph of the draft stands against the base and its past."""

from __future__ import annotations

from enum import StrEnum

from drafting.comparing.records import State
from drafting.draft.record import Decision, Draft, DraftParagraph


class Standing(StrEnum):
    """What the bar beside a paragraph of the draft says; the first that holds, in this order."""

    OPEN = "open"  # a proposal waits for a decision
    EDITED = "edited"  # changed in this draft
    NEW = "new"  # came in with the base version
    CHANGED = "changed"  # reworded in the base version
    STABLE = "stable"


def standing(draft: Draft, paragraph: DraftParagraph) -> Standing:
    """How a paragraph stands now against the base and its past; style that was accepted is no change."""
    if any(choice.decision is Decision.OPEN for choice in paragraph.choices):
        return Standing.OPEN
    accepted = any(
        choice.decision is Decision.ACCEPTED and not draft.is_style(choice) for choice in paragraph.choices
    )
    if accepted or draft.edited_by_hand(paragraph):
        return Standing.EDITED
    thread = draft.thread(paragraph)
    state = thread.state if thread else State.NEW
    return {State.NEW: Standing.NEW, State.CHANGED: Standing.CHANGED, State.STABLE: Standing.STABLE}[state]
