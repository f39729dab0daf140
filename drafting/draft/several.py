# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding on all that waits in several paragraphs, and mending all that was found in them, as one act."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from drafting.draft.blocks import called, refused
from drafting.draft.decisions import accept, keep
from drafting.draft.findings import Located, mend
from drafting.draft.record import Decision, Draft
from drafting.draft.step import Step
from drafting.errors import DraftError
from drafting.translation import tr


def accept_in(draft: Draft, keys: Collection[str]) -> Step:
    """Accept every open proposal in these paragraphs; one that only asks to look confirms the old text.

    Unknown facts stand as placeholders. Raises DraftError when no proposal is open in them.
    """
    return _decided(draft, keys, _accept, tr("Accept proposals in {what}"))


def keep_in(draft: Draft, keys: Collection[str]) -> Step:
    """Keep the old text at every open proposal in these paragraphs; raises DraftError when none is open."""
    return _decided(draft, keys, keep, tr("Keep old text in {what}"))


def _accept(draft: Draft, proposal_id: str) -> Step:
    same = draft.replacement(proposal_id) == draft.proposal(proposal_id).old
    return keep(draft, proposal_id) if same else accept(draft, proposal_id)


def _decided(draft: Draft, keys: Collection[str], act: Callable[[Draft, str], Step], name: str) -> Step:
    after, changed = draft, frozenset[str]()
    for proposal_id in _open(draft, keys):
        if proposal_id in _open(after, keys):  # not yet decided together with another one
            step = act(after, proposal_id)
            after, changed = step.draft, changed | step.changed
    if after is draft:
        raise refused(tr("No proposal is open in these paragraphs."))
    return Step(after, changed, name.format(what=called(draft, _in_order(draft, keys))))


def _open(draft: Draft, keys: Collection[str]) -> list[str]:
    return [
        choice.proposal
        for paragraph, choice in draft.choices()
        if paragraph.key in keys and choice.decision is Decision.OPEN
    ]


def mend_all(draft: Draft, found: Sequence[Located]) -> tuple[Step, int]:
    """Apply the fixes of findings on the present text, and say how many there were.

    One whose words another fix has changed, and one that has no fix, is passed over. Raises DraftError when
    none could be applied.
    """
    ordered = sorted(found, key=lambda one: (draft.position(one.paragraph), one.finding.spot.start))
    after, changed, count = draft, frozenset[str](), 0
    for one in reversed(ordered):  # the last first, so that the places of the others stay right
        try:
            step = mend(after, one)
        except DraftError:
            continue
        after, changed, count = step.draft, changed | step.changed, count + 1
    if not count:
        raise refused(tr("Nothing in these paragraphs can be mended by a rule."))
    keys = {one.paragraph for one in found}
    return Step(after, changed, tr("Mend {what}").format(what=called(draft, _in_order(draft, keys)))), count


def _in_order(draft: Draft, keys: Collection[str]) -> tuple[str, ...]:
    return tuple(one.key for one in draft.paragraphs if one.key in keys)
