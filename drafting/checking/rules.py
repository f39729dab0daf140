# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts about every rule of checking, from `resources/checks.json`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from drafting.checking.records import Finding, Mend, Rule, Severity, Spot
from drafting.data import load


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which `docs/checks.md` tells them."""
    return tuple(
        Rule(**{**entry, "severity": Severity(entry["severity"])})
        for group in load("checks")["groups"]
        for entry in group["rules"]
    )


@cache
def rule(rule_id: str) -> Rule:
    """The rule with this id; raises KeyError when there is none."""
    found = {one.id: one for one in rules()}
    return found[rule_id]


@cache
def off_by_default() -> frozenset[str]:
    """The ids of the rules that are applied only when a drafter switches them on."""
    return frozenset(one.id for one in rules() if not one.on)


def finding(  # noqa: PLR0913 - a finding is these parts, and most rules give three of them
    rule_id: str,
    spot: Spot,
    words: str,
    message: str,
    *,
    related: Iterable[Spot] = (),
    fix: Iterable[Mend] = (),
    severity: Severity | None = None,
) -> Finding:
    """A finding of the rule, as severe as the rule unless this one is told to be less sure."""
    severity = severity or rule(rule_id).severity
    return Finding(rule_id, severity, spot, words, message, tuple(related), tuple(fix))
