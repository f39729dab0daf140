# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft held against a version, as its tracked changes are to show it."""

from __future__ import annotations

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Pairings
from drafting.draft import Draft
from drafting.draft.pairing import DRAFT, paired_by_hand
from drafting.resolution import Resolution


def against(draft: Draft, base: Resolution | None = None) -> Alignment:
    """The draft aligned with one of its versions, its own base when none is named.

    What was paired or parted by hand stays so. Where words alone would tell that a paragraph of the base went
    and another came, and the draft knows that the one was written into the other, they are one pair.
    """
    old, new = base or draft.base, draft.resolution
    known = old.number in {version.number for version in draft.lineage.versions}
    by_hand = paired_by_hand(draft, old.number, DRAFT) if known else Pairings()
    found = align(old, new, by_hand)
    lost = [one for one in _written_into(draft, old) if one not in by_hand.broken and _parted(found, one)]
    return align(old, new, Pairings((*by_hand.made, *lost), by_hand.broken)) if lost else found


def _written_into(draft: Draft, old: Resolution) -> list[tuple[str, str]]:
    """The paragraphs of the base with those that carry them on, when the version is the base."""
    if [one.text for one in old.paragraphs] != [one.text for one in draft.base.paragraphs]:
        return []
    return [(one.origin, draft.label(one.key).id) for one in draft.paragraphs if one.origin]


def _parted(found: Alignment, ids: tuple[str, str]) -> bool:
    """Whether the one stands alone as gone and the other as come."""
    alone = {(pair.old, pair.new) for pair in found.pairs if not (pair.old and pair.new)}
    return ((ids[0],), ()) in alone and ((), (ids[1],)) in alone
