# SPDX-License-Identifier: GPL-3.0-or-later
"""One text cited twice in a paragraph, with two different ones proposed for it: the drafter is asked once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafting.resolution import Resolution
from drafting.updating import wording
from drafting.updating.explaining import is_marked_at
from drafting.updating.mentions import MentionKind
from drafting.updating.records import Certainty, Proposal
from drafting.updating.wording_times import beside_doubt

_TEXTS = (str(MentionKind.RESOLUTION), str(MentionKind.DECISION))
_Place = tuple[str, int | None, str]


def agreed(found: Sequence[Proposal], led: Mapping[str, str], base: Resolution) -> list[Proposal]:
    """The proposals, those that disagree on one citation as one remark; facts that none uses fall away.

    What goes with such a citation, by the ids of those that are `led` and their leaders, and what stands in
    the footnote marked at it, is asked with it: while the one is open, nothing is known of the other.
    """
    cited: dict[_Place, list[Proposal]] = {}
    for one in found:
        if one.kind in _TEXTS and (number := _number(one.old)):
            cited.setdefault((one.paragraph, one.footnote, number), []).append(one)
    told = {key: same for key, same in cited.items() if len({_number(one.new) for one in same}) > 1}
    remarks = {one.id: _asked(one, same) for same in told.values() for one in same}
    leaders = {**_explained(found, tuple(remarks.values()), base), **led}
    for _ in range(len(found) if remarks else 0):  # what goes with one that goes with another
        new = {
            one.id: _beside(one, remarks[leaders[one.id]])
            for one in found
            if one.id not in remarks and leaders.get(one.id) in remarks
        }
        if not new:
            break
        remarks.update(new)
    return [remarks.get(one.id, one) for one in found]


def _explained(found: Sequence[Proposal], asked: Sequence[Proposal], base: Resolution) -> dict[str, str]:
    """What stands in the footnotes of citations that are asked about, and of which."""
    return {
        one.id: leader.id
        for leader in asked
        for one in found
        if leader.footnote is None
        and one.footnote is not None
        and one.paragraph == leader.paragraph
        and is_marked_at(base, one.paragraph, one.footnote, leader.end)
    }


def _beside(one: Proposal, leader: Proposal) -> Proposal:
    """What goes with a citation that is asked about: a remark asked with it."""
    return replace(
        one,
        new=one.old,
        certainty=Certainty.REVIEW,
        reason=beside_doubt(one.paragraph, leader),
        fact=None,
        pattern="",
        asked_with=leader.asked_with or leader.id,
    )


def _asked(one: Proposal, same: Sequence[Proposal]) -> Proposal:
    first = min(same, key=lambda other: other.start)
    return replace(
        one,
        new=one.old,
        certainty=Certainty.REVIEW,
        reason=wording.cited_twice(_number(one.old), [_number(other.new) for other in same]),
        fact=None,
        pattern="",
        asked_with="" if one is first else first.id,
    )


def _number(words: str) -> str:
    """The number in the words of a citation, without its date; empty where there is none."""
    found = re.search(r"[\w.-]+(?:/\S+|\s\([^)]+\))", words)
    return found[0] if found else ""
