# SPDX-License-Identifier: GPL-3.0-or-later
"""What a time does in its sentence, told by the words before it."""

from __future__ import annotations

import re
from functools import cache

from drafting.updating.mentions.records import Role
from drafting.updating.mentions.words import one_of

_NEAR = 100  # characters before a time in which its verb is looked for


def role_of(text: str, start: int, *, single: bool = True) -> Role:
    """The role of the time that begins at `start`; only a `single` one can be a start.

    A deadline beats an event ("to be held no later than June 2026"), an event beats a start ("held from 19 to
    20 January 2024").
    """
    before = text[max(0, start - _NEAR) : start]
    if _deadline().search(before):
        return Role.DEADLINE
    if _event().search(before):
        return Role.EVENT
    return Role.START if single and _start().search(before) else Role.NONE


@cache
def _within() -> str:
    return (
        rf"(?:the\s(?:year|month|biennium|session|day)s?\s)?"
        rf"(?:(?:{one_of('within_year')})\s?)?(?:the\s(?:year|biennium|period)\s)?"
    )


@cache
def _deadline() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('deadline')})\s{_within()}\Z", re.IGNORECASE)


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('start')})\s{_within()}\Z", re.IGNORECASE)


@cache
def _event() -> re.Pattern[str]:
    name = r"[A-Z][\w’'.-]*"
    gap = rf"(?:,?\s(?:{one_of('event_gap')}|{name})(?=[,\s]))*"
    return re.compile(rf"\b(?:{one_of('event')})\b{gap},?\s{_within()}\Z")
