# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from drafting.updating.facts import filled, missing, written
from drafting.updating.records import Certainty, Fact, FactPart, Proposal

MONTH, YEAR, BARE = "[…] December 2024", "[…] 2024", "[…]"
FACT = Fact("topic", "Which?", (FactPart("number", "number"), FactPart("date", "date", MONTH)))


@pytest.mark.parametrize(
    ("placeholder", "typed", "text"),
    [
        (MONTH, "", MONTH),
        (MONTH, "  ", MONTH),
        (MONTH, "19", "19 December 2024"),
        (MONTH, "19 January 2025", "19 January 2025"),
        (YEAR, "19 December", "19 December 2024"),
        (YEAR, "19", "19"),
        (BARE, "166", "166"),
    ],
)
def test_what_was_typed_becomes_text(placeholder: str, typed: str, text: str) -> None:
    assert written(FactPart("date", "date", placeholder), typed) == text


@pytest.mark.parametrize(
    ("pattern", "typed", "text"),
    [
        ("79/{number} of {date}", {}, "79/[…] of […] December 2024"),
        ("79/{number} of {date}", {"number": "166"}, "79/166 of […] December 2024"),
        ("79/{number} of {date}", {"number": "166", "date": "17"}, "79/166 of 17 December 2024"),
        ("79/{number}", {"number": "79/166"}, "79/166"),
        ("79/{number}", {"number": "A/RES/79/166"}, "79/166"),
        ("79/{number}", {"number": "179/166"}, "79/179/166"),
        ("A/HRC/58/{number}", {"number": "A/HRC/58/12"}, "A/HRC/58/12"),
        ("79/{number}", {"number": "79/"}, "79/79/"),
    ],
)
def test_the_blanks_of_a_proposal(pattern: str, typed: dict[str, str], text: str) -> None:
    proposal = Proposal("id", "PP1", 0, 3, "old", "new", Certainty.FACT, "resolution", "", pattern=pattern)
    assert filled(proposal, FACT, {"topic": typed}) == text


def test_what_is_still_missing() -> None:
    assert [part.name for part in missing(FACT, {})] == ["number", "date"]
    assert [part.name for part in missing(FACT, {"topic": {"number": "166", "date": " "}})] == ["date"]
