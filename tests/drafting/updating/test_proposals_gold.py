# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals of the sample series, beside what a drafter would expect."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from gold import NAMES, load_gold

from drafting.comparing.lineage import trace
from drafting.resolution import Resolution
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty, Proposal

TARGETS = {53: 2, 56: 3, 59: 4}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Resolution]:
    return [load_gold(shared / "gold", name) for name in NAMES]


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[int, Any]:
    data = json.loads((shared / "gold" / "expected_updates.json").read_text(encoding="utf-8"))
    return {target["session"]: target for target in data["targets"]}


def _found(carry: CarryOver, want: dict[str, str]) -> Proposal:
    """The proposal at the place an expectation speaks of."""
    (found,) = [
        one
        for one in carry.proposals
        if one.paragraph == want["paragraph"] and (one.footnote is not None) == (want["where"] == "footnote")
        if want["old"] in one.old
    ]
    return found


@pytest.mark.parametrize("session", TARGETS)
def test_every_expected_update_is_proposed(
    session: int, gold: list[Resolution], expected: dict[int, Any]
) -> None:
    carry = propose(trace(gold[: TARGETS[session]]))
    assert carry.session == session
    facts: dict[str, set[str | None]] = {}
    for want in expected[session]["expected"]:
        found = _found(carry, want)
        assert found.certainty == want["certainty"]
        assert re.fullmatch(want["new"], found.new)
        facts.setdefault(want.get("fact", found.id), set()).add(found.fact)
    assert all(len(ids) == 1 for ids in facts.values()), "the same fact is asked twice"
    assert len({ids.pop() for ids in facts.values()} - {None}) == len(carry.facts)


@pytest.mark.parametrize("session", TARGETS)
def test_nothing_else_is_certain(session: int, gold: list[Resolution], expected: dict[int, Any]) -> None:
    carry = propose(trace(gold[: TARGETS[session]]), session)
    wanted = [one for one in expected[session]["expected"] if one["certainty"] == "certain"]
    assert sorted(one.paragraph for one in carry.proposals if one.certainty is Certainty.CERTAIN) == sorted(
        one["paragraph"] for one in wanted
    )
    for ban in expected[session]["never_certain"]:
        at = [one for one in carry.proposals if one.paragraph == ban["paragraph"] and ban["old"] in one.old]
        assert all(one.certainty is Certainty.REVIEW for one in at)


def test_a_forgotten_update_is_told(gold: list[Resolution]) -> None:
    reasons = {one.id.partition(":")[0] + one.old[:2]: one.reason for one in propose(trace(gold)).proposals}
    assert (
        reasons["PP450"]
        == "The previous resolution of this series, as in 47/9, 50/4 and 53/11; 56/2 had kept 50/4."
    )
    assert "56/2 had kept 77/213" in reasons["PP477"]
    assert "53/11 had kept 76/159 and 56/2 had kept 77/213 in PP4" in reasons["OP3678"]


def test_a_question_a_drafter_understands(gold: list[Resolution]) -> None:
    topic = propose(trace(gold)).facts[0]
    assert topic.question == (
        "General Assembly resolution on the enhancement of international cooperation in the field of human "
        "rights, seventy-ninth session (December 2024)"
    )
    assert topic.used_in == ("PP4", "OP36")
    assert [part.placeholder for part in topic.parts] == ["[…]", "[…] December 2024"]
