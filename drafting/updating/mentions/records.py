# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph mentions: kinds, roles, and the record of one mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drafting.comparing.records import Span


class MentionKind(StrEnum):
    """What is mentioned."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    SYMBOL = "symbol"
    SESSION = "session"
    DATE = "date"
    YEAR = "year"  # a year, a range of years or a biennium standing for a time: "by the end of 2025"
    PERIOD = "period"  # a length of time: "for a period of three years"
    ORDINAL = "ordinal"  # what is counted: "the nineteenth Summit", "the tenth anniversary"
    PARAGRAPH = "paragraph"  # of this text or of a cited one: "paragraph 5 above"
    PART = "part"  # of a cited document: "chap. II, sect. A", "annex"
    INSTRUMENT = "instrument"  # a treaty or declaration with its date


class Role(StrEnum):
    """What a time does in its sentence."""

    NONE = ""
    DEADLINE = "deadline"  # until, by, no later than, before the end of: something is to be done by then
    START = "start"  # from, since, as from
    EVENT = "event"  # the days of a meeting: held, to be held, convened


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: `span` is what a proposal replaces, `value` its normal form ("50/4", "59", "2024-01-20").

    `organ` is the organ cited, `OWN` for "its" and for a bare "resolution", None when the text does not tell.
    `session` is the session or year in it, of a range of years the last. A resolution has `number` (the span
    of the number alone) and, when the text gives it, `dated` and `date` (the span of the date; None where one
    date stands for several). `template` builds the same form for another session, with `{session}` and
    `{serial}`. `special` marks sessions that no calendar advances: special ones, and "present" or "next",
    which have no number.

    Of a time `role` says what it does, and `dated` is its last day. `count` is the number of an ordinal or
    paragraph, the last year of a `YEAR`, and the months of a period (None where it is no whole months);
    `counted` is the noun: "Summit", "paragraph", "biennium", "year". Paragraphs and parts are `own` when they
    are of the text itself; `of` is the number of the resolution or decision they are of, where told. An
    instrument's `date` stands beside its span, not in it.
    """

    kind: MentionKind
    span: Span
    value: str
    organ: str | None = None
    session: int | None = None
    number: Span | None = None
    dated: date | None = None
    date: Span | None = None
    template: str = ""
    special: bool = False
    role: Role = Role.NONE
    count: int | None = None
    counted: str = ""
    own: bool = False
    of: str = ""
