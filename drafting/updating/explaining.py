# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes that say where a cited text is printed: they go with the citation, and are not asked about apart.

"Human Rights Council resolution 35/34 of 23 June 2017⁶" with the footnote "Ibid., Seventy-second Session,
Supplement No. 53 (A/72/53), chap. V, sect. A." (Editorial Manual, footnotes: the form of notes to
Official Records.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafting.resolution import Resolution
from drafting.updating.course import Habit, HabitKind, follower
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place

_TEXTS = (MentionKind.RESOLUTION, MentionKind.DECISION)
_NEAR = 2  # characters between a citation and the mark of its footnote: a comma, a blank
_LONGEST = 80  # characters between a session and the symbol of its Official Records
_IN_RECORDS = re.compile(r"\s[Ss]ession,\s(?:[A-Z][\w\s]*,\s)?Supplement\sNo")
_AND_CORRIGENDUM = re.compile(r"(?:,|\sand)\s")


def explain(habits: list[Habit], beside: Mapping[str, Sequence[int]], base: Resolution) -> None:
    """Let what stands in a footnote follow the citation it is marked at, or the document it is printed in.

    What the loaded versions show to move by itself, and what stays, is left as it is.
    """
    for index, habit in enumerate(habits):
        place = habit.strand.latest
        alone = habit.kind is HabitKind.NEWEST and not habit.strand.places[:-1]
        if place.footnote is None or not (alone or habit.kind in (HabitKind.RECENT, HabitKind.AGED)):
            continue
        near = [habits[other] for other in beside[place.paragraph] if other != index]
        leader = _citation(place, near, base) or _document(place, near)
        if leader is not None:
            habits[index] = follower(habit, leader.leader or leader.strand)


def _citation(place: Place, near: Sequence[Habit], base: Resolution) -> Habit | None:
    """The text cited directly before the mark of the footnote."""
    for other in near:
        cited = other.strand.latest
        if cited.footnote is not None or cited.mention.kind not in _TEXTS:
            continue
        if is_marked_at(base, place.paragraph, place.footnote, cited.mention.span.end):
            return other
    return None


def is_marked_at(base: Resolution, paragraph: str, footnote: int | None, end: int) -> bool:
    """Whether the mark of a footnote stands directly behind words of its paragraph that `end` there."""
    notes = base.paragraph(paragraph).footnotes
    return any(note.number == footnote and 0 <= note.offset - end <= _NEAR for note in notes)


def _document(place: Place, near: Sequence[Habit]) -> Habit | None:
    """The document in whose Official Records a session is named, or whose corrigendum a symbol is."""
    end = place.mention.span.end
    for other in near:
        document = other.strand.latest
        if document.footnote != place.footnote or document.mention.kind is not MentionKind.SYMBOL:
            continue
        if place.mention.kind is MentionKind.SESSION:
            after = place.text[end : document.mention.span.start]
            goes_with = 0 < len(after) < _LONGEST and _IN_RECORDS.match(after) is not None
        else:
            between = place.text[document.mention.span.end : place.mention.span.start]
            same = place.mention.value.startswith(document.mention.value)
            goes_with = same and _AND_CORRIGENDUM.fullmatch(between) is not None
        if goes_with:
            return other
    return None
