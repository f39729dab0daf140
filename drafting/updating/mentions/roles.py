# SPDX-License-Identifier: GPL-3.0-or-later
"""What a time does in its sentence, told by the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


def roles_in(text: str, times: Iterable[tuple[int, int, bool]]) -> Iterator[Role]:
    """The roles of times given by start, end and whether they are single, in text order.

    A time that goes on after the days of a meeting is one too: "held on 6 May 2023 and in Rome in 2024".
    """
    event_to = None
    for start, end, single in times:
        role = role_of(text, start, single=single)
        goes_on = event_to is not None and _again().fullmatch(text, event_to, start) is not None
        if goes_on and role in (Role.NONE, Role.START):
            role = Role.EVENT
        event_to = end if role is Role.EVENT else None
        yield role


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
    return re.compile(rf"\b(?i:{one_of('event')})\b{_gap()},?\s{_within()}\Z")


@cache
def _again() -> re.Pattern[str]:
    return re.compile(rf"{_gap()},?\s{_within()}")


def _gap() -> str:
    """What stands between a meeting and its day: its place and small words."""
    name = r"(?:el-|al-)?[A-Z][\w’'.-]*"
    return rf"(?:,?\s(?:{one_of('event_gap')}|{name})(?=[,\s]))*"
