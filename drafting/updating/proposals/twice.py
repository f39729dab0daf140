# SPDX-License-Identifier: GPL-3.0-or-later
"""One text cited twice in a paragraph, with two different ones proposed for it: the drafter is asked once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.updating import wording
from drafting.updating.mentions import MentionKind
from drafting.updating.records import Certainty, Proposal

_TEXTS = (str(MentionKind.RESOLUTION), str(MentionKind.DECISION))
_Place = tuple[str, int | None, str]


def agreed(found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, those that disagree on one citation as one remark; facts that none uses fall away."""
    cited: dict[_Place, list[Proposal]] = {}
    for one in found:
        if one.kind in _TEXTS and (number := _number(one.old)):
            cited.setdefault((one.paragraph, one.footnote, number), []).append(one)
    told = {key: same for key, same in cited.items() if len({_number(one.new) for one in same}) > 1}
    remarks = {one.id: _asked(one, same) for same in told.values() for one in same}
    return [remarks.get(one.id, one) for one in found]


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
