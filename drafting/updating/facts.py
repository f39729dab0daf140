# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling facts in: what the drafter typed becomes text, and what is missing stays a visible placeholder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafting.resolution import Masthead
from drafting.updating.records import PLACEHOLDER, CarryOver, Fact, FactPart, Proposal

FactValues = Mapping[str, Mapping[str, str]]
"""Values by fact id, then by part name; absent or blank means not known yet."""


def written(part: FactPart, typed: str) -> str:
    """The text that stands for a part: its placeholder when nothing was typed.

    A bare day completes a date placeholder ("19" for "[…] December 2024" gives "19 December 2024"); a day and
    month complete one that has the year only.
    """
    typed = typed.strip()
    if not typed:
        return part.placeholder
    rest = part.placeholder.removeprefix(PLACEHOLDER)
    form = r"\d{1,2}" if re.fullmatch(r" [A-Z][a-z]+ \d{4}", rest) else r"\d{1,2} [A-Z][a-z]+"
    if re.fullmatch(r" (?:[A-Z][a-z]+ )?\d{4}", rest) and re.fullmatch(form, typed):
        return typed + rest
    return typed


def filled(proposal: Proposal, fact: Fact | None, values: FactValues) -> str:
    """The replacement text of a proposal with all known facts in it."""
    if fact is None or not proposal.pattern:
        return proposal.new
    text = proposal.pattern
    typed = values.get(fact.id, {})
    for part in fact.parts:
        value = typed.get(part.name, "").strip()
        before = text.partition("{" + part.name + "}")[0].rpartition(" ")[2]
        # A whole number or symbol pasted in ("A/RES/79/166") says what stands before the blank ("79/").
        whole = re.fullmatch(rf"(?:.*\W)?{re.escape(before)}(.+)", value) if before else None
        value = whole[1] if whole else value
        text = text.replace("{" + part.name + "}", written(part, value))
    return text


def filled_masthead(carry: CarryOver, values: FactValues) -> Masthead:
    """The masthead of the draft with the facts of its lines in it; a line has one blank at most."""
    lines: dict[str, Any] = {}
    for change in carry.masthead_changes:
        if change.fact is not None:
            (part,) = carry.fact(change.fact).parts
            typed = values.get(change.fact, {}).get(part.name, "")
            lines |= _item(typed) if change.field == "agenda_item" else {change.field: written(part, typed)}
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
    """The parts of a fact that are still unknown."""
    typed = values.get(fact.id, {})
    return tuple(part for part in fact.parts if not typed.get(part.name, "").strip())
