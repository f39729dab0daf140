# SPDX-License-Identifier: GPL-3.0-or-later
"""What was recent in the latest text: by the next one there may be something newer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.data import load
from drafting.sessions import Count, organ
from drafting.updating import wording, wording_times
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind, find
from drafting.updating.proposals.citations import due_at, text_before
from drafting.updating.proposals.making import Making
from drafting.updating.records import Certainty, Proposal
from drafting.updating.strands import Place


def recent(making: Making, habit: Habit) -> Iterator[Proposal]:
    """A remark, unless the words before a citation say that it is the newest of its series."""
    newest = _newest_of_series(making, habit) if _is_called_newest(habit.strand.latest) else None
    yield newest or making.remark(habit, wording_times.recent(habit, making.versions))


def _newest_of_series(making: Making, habit: Habit) -> Proposal | None:
    """What is the newest by now: the base where the organ speaks of its own texts, else a blank.

    One version alone shows no habit; its own words do.
    """
    place = habit.strand.latest
    reason = wording.called_newest(place, making.base)
    if place.organ == making.course.body:
        return text_before(making, habit, Certainty.REVIEW, reason)
    if organ(place.organ or "").count not in (Count.ASSEMBLY, Count.YEARS) or not place.mention.template:
        return None
    due, cited = making.moment.at(place.organ or ""), place.mention.session
    if due is None or cited is None or due <= cited:
        return None
    return due_at(making, habit, due, Certainty.REVIEW, reason)


def _is_called_newest(place: Place) -> bool:
    if place.mention.kind is not MentionKind.RESOLUTION or place.footnote is not None:
        return False
    sentence = re.split(r"[;.]\s", place.text[: place.mention.span.start])[-1]
    called = list(_newest().finditer(sentence))
    # "the most recent of which is resolution 67/172, as well as resolution 66/128": said of the first alone
    return bool(called) and not any(
        mention.kind is MentionKind.RESOLUTION for mention in find(sentence[called[-1].end() :])
    )


@cache
def _newest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('review')['newest_of_series']['words'])})\b", re.IGNORECASE)
