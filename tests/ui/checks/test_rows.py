# SPDX-License-Identifier: GPL-3.0-or-later
"""What the cards of findings say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import OP1, small_draft

from drafting.checking import Finding, Mend, Rule, Severity, Spot
from drafting.draft import Located
from ui.checks.card import seen
from ui.checks.places import Passed, Placed, place_all
from ui.checks.rows import CheckRow, Kind, by_rule, counts, nothing_here, rows_of

START = OP1.index("States")
HERE = Spot("OP1", START, START + 6)


def rule(rule_id: str) -> Rule:
    return Rule(rule_id, f"Title of {rule_id}", "", "", "H", Severity.ERROR)


def placed() -> tuple[Placed, ...]:
    draft = small_draft()
    fix = (Mend(HERE, "States", "Member States"),)
    found = (
        Finding("names", Severity.ERROR, HERE, "States", "one name is enough", (Spot("OP3", 0, 7),), fix),
        Finding("names", Severity.WARNING, HERE, "States", "another"),
        Finding("notes", Severity.INFO, Spot("OP2", 0, 5, 2), "A/HRC", "look"),
    )
    keys = (("p3", None), ("p3", None), ("p4", "p4n1"))
    return place_all(draft, [Located(one, *key) for one, key in zip(found, keys, strict=True)])


def rows(*passed: Passed) -> tuple[CheckRow, ...]:
    marked = [replace(one, passed=how) for one, how in zip(placed(), passed, strict=False)]
    return rows_of(small_draft(), marked or placed(), rule)


def test_rows_say_where_how_grave_and_what() -> None:
    assert [(row.place, row.status, row.title, row.message) for row in rows()] == [
        ("OP1", "error", "Title of names", "One name is enough."),
        ("OP1", "warning", "Title of names", "Another."),
        ("OP2, footnote 2", "worth a look", "Title of notes", "Look."),
    ]


def test_a_row_has_its_fix_in_context_and_the_other_places() -> None:
    first = rows()[0]
    assert [(one.before, one.old, one.new, one.after) for one in first.fixes] == [
        ("Reaffirms that ", "States", "Member States", " cooperate")
    ]
    assert first.related == ("OP3: “Decides”",)
    assert first.spoken == ("OP1, error, 1 of 3: Title of names. “States”. One name is enough. Can be fixed.")


def test_what_is_passed_over_is_counted_apart() -> None:
    shown = rows(Passed.HERE, Passed.NOWHERE, Passed.ALWAYS)
    assert [row.status for row in shown] == ["ignored here", "warning", "ignored always"]
    assert counts(shown) == {
        Kind.ALL: 1,
        Kind.ERRORS: 0,
        Kind.WARNINGS: 1,
        Kind.LOOKS: 0,
        Kind.IGNORED: 2,
    }
    assert by_rule(shown) == [("names", "Title of names", 1)]
    assert shown[1].number == shown[1].total == 1


def test_rules_that_found_most_come_first() -> None:
    assert by_rule(rows()) == [("names", "Title of names", 2), ("notes", "Title of notes", 1)]


@pytest.mark.parametrize(
    ("shown", "known", "words"),
    [
        ((), False, "Checking …"),
        ((), True, "No findings."),
        (rows(), True, "Nothing of this kind."),
        (rows(Passed.HERE), True, "No findings but those you ignore."),
    ],
)
def test_an_empty_list_says_why(shown: tuple[CheckRow, ...], known: bool, words: str) -> None:
    assert nothing_here(shown, known) == words


def test_long_words_lose_their_middle_between_words() -> None:
    long = replace(rows()[0], words=" ".join(["cooperation"] * 20)).shown_words
    assert long == "cooperation cooperation cooperation … cooperation cooperation cooperation"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (" ", "\u00a0", ("space", "no-break space")),
        ("OP 1", "OP\u00a01", ("OP 1", "OP°1")),
        ("a\u00a0b", "a\u00a0c", ("a\u00a0b", "a\u00a0c")),
        ("", ",", ("", ",")),
    ],
)
def test_differences_of_blanks_can_be_seen(old: str, new: str, shown: tuple[str, str]) -> None:
    assert seen(old, new) == shown
