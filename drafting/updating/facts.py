# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling facts in: what the drafter typed becomes text, and what is missing stays a visible placeholder.

What is typed is kept as typed. It stays out of the text, where its placeholder remains, while it is not of
the kind asked for: no number or date, a day that the calendar does not have or that cannot be told from
another (3/4/2025), a number or symbol of another session, several at once. It is used, with a warning, when
it is only unexpected: a date outside the month or year of the blank, a number that is very high or the one
cited so far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from drafting.resolution import Masthead
from drafting.translation import spoken, tr
from drafting.updating.records import (
    PLACEHOLDER,
    CarryOver,
    Fact,
    FactKind,
    FactPart,
    Proposal,
)
from drafting.updating.typed import Problem, Understood, cleaned, doubted, visible
from drafting.updating.typed_dates import days_in, understood_day
from drafting.updating.typed_numbers import understood_number, understood_symbol, whole_number
from drafting.updating.typed_periods import understood_period

__all__ = [
    "FactValues",
    "Problem",
    "aged",
    "filled",
    "filled_masthead",
    "item_of",
    "judge",
    "line_of",
    "missing",
    "spread",
    "typed_item",
    "written",
]

FactValues = Mapping[str, Mapping[str, str]]
"""Values by fact id, then by part name, as typed; absent or blank means not known yet."""

_LONGEST = 500  # characters that are looked at of what was pasted into a blank


_READERS: Mapping[FactKind, Callable[[FactPart, str], Understood]] = {
    FactKind.NUMBER: understood_number,
    FactKind.SYMBOL: understood_symbol,
    FactKind.DATE: understood_day,
    FactKind.PERIOD: understood_period,
}


@lru_cache(maxsize=1024)
def _understood_in(_language: str, part: FactPart, typed: str) -> Understood:
    if part.kind in _READERS:
        return _READERS[part.kind](part, typed[:_LONGEST])
    text = " ".join(visible(typed).split()) if cleaned(typed) else ""
    odd = text and part.kind is FactKind.PLACE and (not text[0].isupper() or any(map(str.isdigit, text)))
    told = tr("“{text}” does not look like the name of a place.").format(text=text) if odd else ""
    return doubted(text, told)


def _understood(part: FactPart, typed: str) -> Understood:
    return _understood_in(spoken(), part, typed)  # what is wrong is told in the language spoken now


def judge(part: FactPart, typed: str) -> Problem | None:
    """What is wrong with a value, None when nothing is; an empty one is only missing."""
    return _understood(part, typed).problem


def written(part: FactPart, typed: str) -> str:
    """The text that stands for a part, in print form: its placeholder while nothing usable was typed."""
    return _understood(part, typed).text or part.placeholder


def spread(fact: Fact, name: str, typed: str) -> dict[str, str]:
    """The values that something pasted into the part `name` tells, by part and in print form.

    "resolution 79/166 of 17 December 2024" tells number and date, wherever it is pasted. What tells of its
    own part alone stays as typed.
    """
    text = cleaned(typed)[:_LONGEST]
    found: dict[str, str] = {}
    for part in fact.parts:
        if part.kind is FactKind.DATE and any(day.month and day.year for day in days_in(text, bare=False)):
            found[part.name] = _understood(part, text).text
        elif part.kind in (FactKind.NUMBER, FactKind.SYMBOL):
            found[part.name] = whole_number(part, text)
    found = {part: value for part, value in found.items() if value}
    return found if len(found) > 1 and name in found else {name: typed}


def filled(proposal: Proposal, fact: Fact | None, values: FactValues) -> str:
    """The replacement text of a proposal with all known facts in it."""
    if fact is None or not proposal.pattern:
        return proposal.new
    text = proposal.pattern
    typed = values.get(fact.id, {})
    for part in fact.parts:
        text = text.replace("{" + part.name + "}", written(part, typed.get(part.name, "")))
    return text


def filled_masthead(carry: CarryOver, values: FactValues) -> Masthead:
    """The masthead of the draft with the facts of its lines in it; a line has one blank at most."""
    lines: dict[str, Any] = {}
    for change in carry.masthead_changes:
        if change.fact is not None:
            (part,) = carry.fact(change.fact).parts
            text = written(part, values.get(change.fact, {}).get(part.name, ""))
            lines |= _item(text) if change.field == "agenda_item" else {change.field: text}
    return replace(carry.masthead, **lines)


def item_of(masthead: Masthead) -> str:
    """The agenda item as printed ("71 (b)"), its number blank when only its title or points are known."""
    known = masthead.agenda_item or masthead.agenda_title or masthead.agenda_points
    return f"{masthead.agenda_item or PLACEHOLDER} {masthead.agenda_points}".rstrip() if known else ""


def line_of(masthead: Masthead, field: str) -> str:
    """A line of the masthead as printed, by the name of its field; number and points of the item are one."""
    return item_of(masthead) if field == "agenda_item" else str(getattr(masthead, field, "") or "")


def typed_item(typed: str) -> tuple[int, str] | None:
    """The number and the points of an agenda item as typed ("71 (b)"); None when there is no number in it."""
    found = re.search(r"(?<!\d)([1-9]\d{0,3})(?!\d)\s*((?:\(\w+\)\s*)*)", typed)
    return (int(found[1]), found[2].rstrip()) if found else None


def _item(typed: str) -> dict[str, Any]:
    """The lines of an agenda item; points that were not typed stay as they were."""
    item = typed_item(typed)
    if item is None:
        return {}
    return {"agenda_item": item[0]} | ({"agenda_points": item[1]} if item[1] else {})


def missing(fact: Fact, values: FactValues) -> tuple[FactPart, ...]:
    """The parts of a fact that are still unknown: blank, or with a value that stays out of the text."""
    typed = values.get(fact.id, {})
    return tuple(part for part in fact.parts if not _understood(part, typed.get(part.name, "")).text)


# ------------------------------------------------------------------------------------- drafts saved before

_KINDS = {  # of the parts that were asked for before a part said what it takes
    "number": FactKind.NUMBER,
    "item": FactKind.NUMBER,
    "serial": FactKind.SYMBOL,
    "date": FactKind.DATE,
    "dates": FactKind.PERIOD,
}


def aged(carry: CarryOver) -> CarryOver:
    """The facts of a draft saved before a blank said what it takes, with what follows from their places."""
    return replace(carry, facts=tuple(_aged(fact, carry) for fact in carry.facts))


def _aged(fact: Fact, carry: CarryOver) -> Fact:
    patterns = [proposal.pattern for proposal in carry.proposals if proposal.fact == fact.id]
    parts = []
    for part in fact.parts:
        blank = "{" + part.name + "}"
        words = [word for text in patterns for word in text.split() if blank in word and word != blank]
        form = words[0].replace(blank, "{}") if words and part.name in ("number", "serial") else ""
        parts.append(replace(part, kind=_KINDS.get(part.name, FactKind.TEXT), form=form))
    return replace(fact, parts=tuple(parts))
