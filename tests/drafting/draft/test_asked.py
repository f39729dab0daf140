# SPDX-License-Identifier: GPL-3.0-or-later
"""Remarks that are one question with another one are decided with it, until one is decided by itself."""

from __future__ import annotations

from yearly import version

from drafting.comparing.lineage import trace
from drafting.draft import Decision, Draft, asked_with, keep, reopen, reword, start_draft, waiting
from drafting.updating.proposals import propose

LINE = (
    "Welcoming the Seventh Summit of the Group, held in Suva on 4 and 5 March 2023, and the Suva Declaration "
    "of 5 March 2023,"
)


def _draft() -> tuple[Draft, str, list[str]]:
    """A draft with one summit; the id of the remark on it, and those of what is asked with it."""
    lineage = trace([version("52/4", "2023-04-03", LINE)])
    draft = start_draft(lineage, propose(lineage, 55))
    beside = asked_with(draft)
    (leader,) = set(beside.values())
    return draft, leader, list(beside)


def _decisions(draft: Draft) -> set[Decision]:
    return {choice.decision for _, choice in draft.choices()}


def test_an_event_waits_for_one_decision() -> None:
    draft, leader, beside = _draft()
    assert (waiting(draft), len(beside)) == (1, 2)
    kept = keep(draft, leader).draft
    assert (waiting(kept), _decisions(kept)) == (0, {Decision.KEPT})
    assert asked_with(kept) == asked_with(draft)
    again = reopen(kept, leader).draft
    assert (waiting(again), _decisions(again)) == (1, {Decision.OPEN})


def test_what_belonged_to_a_reworded_event_is_asked_by_itself() -> None:
    draft, leader, beside = _draft()
    reworded = reword(draft, leader, "Eighth").draft
    assert waiting(reworded) == len(beside)
    assert not asked_with(reworded)
    kept = keep(draft, beside[0]).draft
    assert set(asked_with(kept)) == {beside[1]}
