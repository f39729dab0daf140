# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of one event in one sentence: when it is held and for how long, and what is held with it."""

from __future__ import annotations

import re

from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place, Strand

HELD = r"\b(?:held|convened|hosted|took\splace|organized)\b"
TIMES = (MentionKind.DATE, MentionKind.YEAR)
COUNTED = (MentionKind.SESSION, MentionKind.ORDINAL)

_FAR = 120  # characters before an event in which its verb is looked for
_OF_EVENT = re.compile(rf"[^;]{{0,160}}?{HELD}[^;]{{0,120}}")
# "requests the Secretary-General to convene the seventeenth round of … for two days in 2024"
_CONVENES = re.compile(r"\b(?:convene|hold|organize|host|resume|reconvene)\b[^;,]{0,40}$")
_PART_OF = r"(?:the\s(?:first|second)\s(?:half|part)\sof\s)?"
_TO_WHEN = re.compile(rf"[^;.]{{0,160}}\s(?:in|on|from|for|during)\s{_PART_OF}")
_WILL_MARK = re.compile(r"\swill\s(?:mark|celebrate|commemorate)\s(?:the|its|their)\s")
_MARKED_IN = re.compile(r"\sanniversary,?\s(?:in|on)\s")
_AND_ALSO = re.compile(r"\ssession\sof\s[^;.,]{1,160},?\s(?:and|as\swell\sas)\s(?:at\s)?the\s")


def is_day_of(time: Strand, event: Strand) -> bool:
    """Whether it tells when the session or summit before it was held, or is to be convened."""
    one, other = time.latest, event.latest
    if other.mention.kind not in COUNTED or not _is_before(other, one):
        return False
    between = _TO_WHEN if _convenes(other) else _OF_EVENT
    return between.fullmatch(one.text, other.mention.span.end, one.mention.span.start) is not None


def is_length_of(length: Strand, event: Strand) -> bool:
    """Whether it tells how long the round or session before it will last: "to convene the … for two days"."""
    one, other = length.latest, event.latest
    if one.mention.kind is not MentionKind.PERIOD or one.mention.value.startswith("every"):
        return False  # a rhythm is no length
    if other.mention.kind not in COUNTED or not (_is_before(other, one) and _convenes(other)):
        return False
    return _TO_WHEN.fullmatch(one.text, other.mention.span.end, one.mention.span.start) is not None


def is_marked_on(count: Strand, day: Strand) -> bool:
    """Whether it is the anniversary that a day or year will mark, or that is marked then."""
    one, other = count.latest, day.latest
    if (
        one.mention.kind is not MentionKind.ORDINAL
        or other.mention.kind not in TIMES
        or one.text != other.text
    ):
        return False
    on, then = one.mention.span, other.mention.span
    if then.end < on.start:
        return _WILL_MARK.fullmatch(one.text, then.end, on.start) is not None
    return on.end < then.start and _MARKED_IN.fullmatch(one.text, on.end, then.start) is not None


def are_held_together(first: Strand, second: Strand) -> bool:
    """Whether two sessions are named as one event: "the twenty-sixth session of … and the third session"."""
    one, other = first.latest, second.latest
    if not _is_before(one, other) or {one.mention.kind, other.mention.kind} != {MentionKind.SESSION}:
        return False
    return _AND_ALSO.fullmatch(one.text, one.mention.span.end, other.mention.span.start) is not None


def _is_before(one: Place, other: Place) -> bool:
    return one.text == other.text and one.mention.span.end < other.mention.span.start


def _convenes(event: Place) -> bool:
    start = event.mention.span.start
    return _CONVENES.search(event.text, max(0, start - _FAR), start) is not None
