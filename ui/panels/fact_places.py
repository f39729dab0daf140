# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a fact stands in the draft and what became of it there, without Qt."""

from __future__ import annotations

from drafting.draft import Choice, Decision, Draft, DraftParagraph
from drafting.translation import listed, marked, tr
from drafting.updating.records import MastheadChange

Place = tuple[DraftParagraph, Choice]

_OUTCOMES = {
    Decision.EDITED: marked("your own words stand at {places}"),
    Decision.OVERTAKEN: marked("your own words stand at {places}"),
    Decision.KEPT: marked("the old text is kept at {places}"),
}


def places_of(draft: Draft, fact_id: str) -> tuple[Place, ...]:
    """Where a fact is used in the draft as it is now, in the order of the text."""
    return tuple(place for place in draft.choices() if draft.proposal(place[1].proposal).fact == fact_id)


def lines_of(draft: Draft, fact_id: str) -> tuple[MastheadChange, ...]:
    """The lines above the text that hold a fact."""
    return tuple(change for change in draft.carry.masthead_changes if change.fact == fact_id)


def uses_of(draft: Draft, paragraph: DraftParagraph, choice: Choice) -> str:
    """A place in words: "PP4" or "OP20, footnote 4"."""
    label = draft.label(paragraph.key).id
    if not choice.note:
        return label
    return f"{label}, {tr('footnote {number}').format(number=draft.note_numbers[choice.note])}"


def settled(draft: Draft, fact_id: str) -> str:
    """Why a fact is no longer needed, as a sentence; empty while it is."""
    if draft.needed(fact_id):
        return ""
    found: dict[str, list[str]] = {}
    for paragraph, choice in places_of(draft, fact_id):
        found.setdefault(_OUTCOMES[choice.decision], []).append(uses_of(draft, paragraph, choice))
    reasons = listed(tr(outcome).format(places=listed(places)) for outcome, places in found.items())
    return tr("No longer needed: {reasons}.").format(reasons=reasons)
