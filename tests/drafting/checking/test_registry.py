# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules as data, functions as code: each has the other, and the page for readers is current."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from drafting.checking import Rule, off_by_default, rule, rules
from drafting.checking.catalogue import catalogue
from drafting.checking.records import Severity
from drafting.checking.registry import PARAGRAPH_CHECKS, TEXT_CHECKS

ROOT = Path(__file__).resolve().parents[3]


def test_every_rule_has_one_function_and_every_function_a_rule() -> None:
    told = Counter(one.id for one in rules())
    done = Counter([*PARAGRAPH_CHECKS, *TEXT_CHECKS])
    assert told == done
    assert set(told.values()) == {1}


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.id)
def test_severity_follows_confidence(one: Rule) -> None:
    allowed = {
        "H": {Severity.ERROR, Severity.WARNING, Severity.INFO},
        "M": {Severity.WARNING, Severity.INFO},
        "L": {Severity.INFO},
    }
    assert one.severity in allowed[one.confidence]
    assert one.title
    assert one.says.endswith(".")
    assert one.source.endswith(".")


def test_a_rule_is_known_by_its_id() -> None:
    assert rule("opening-sequence").generated
    assert off_by_default() == {one.id for one in rules() if not one.on}
    with pytest.raises(KeyError):
        rule("no-such-rule")


def test_the_page_for_readers_is_current() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == catalogue(), "make checks writes it anew"
