# SPDX-License-Identifier: GPL-3.0-or-later
"""Narrowing the view to the paragraphs that matter just now; without Qt."""

from __future__ import annotations

from enum import StrEnum

from drafting.comparing.records import State
from drafting.draft import Decision, Draft, DraftParagraph, Stage
from drafting.draft.negotiating import has_stage


class Filter(StrEnum):
    """What is shown of the draft."""

    ALL = "all"
    CHANGED = "changed"  # reworded or new in the base version
    STABLE = "stable"  # worded alike in every loaded version
    OPEN = "open"  # a proposal waits for a decision
    EDITED = "edited"  # changed in this draft
    NOT_AGREED = "not_agreed"  # what the room has not agreed to, and what was changed since it did


def holds(wanted: Filter, draft: Draft, paragraph: DraftParagraph) -> bool:
    """Whether a paragraph belongs to the narrowed view.

    Changed and stable speak of the past alone: deciding on a proposal moves no paragraph between them.
    """
    thread = draft.thread(paragraph)
    match wanted:
        case Filter.ALL:
            return True
        case Filter.CHANGED:
            return thread is not None and thread.state is not State.STABLE
        case Filter.STABLE:
            return thread is not None and thread.stability == 1.0
        case Filter.OPEN:
            return any(choice.decision is Decision.OPEN for choice in paragraph.choices)
        case Filter.EDITED:
            return _edited(draft, paragraph)
        case Filter.NOT_AGREED:
            return has_stage(paragraph) and (paragraph.stage is not Stage.AGREED or paragraph.strays)


def _edited(draft: Draft, paragraph: DraftParagraph) -> bool:
    """Whether it was changed in the draft; style that was accepted is no change."""
    accepted = any(
        choice.decision is Decision.ACCEPTED and not draft.is_style(choice) for choice in paragraph.choices
    )
    return accepted or draft.edited_by_hand(paragraph)
