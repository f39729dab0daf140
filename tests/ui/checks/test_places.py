# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings keep their places while the text around them is edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import OP1, OP3, small_draft

from drafting.checking import Finding, Mend, Severity, Spot
from drafting.draft import Draft, Ignored, Located, Rewritten, keep, rewrite
from ui.checks.places import (
    Anchor,
    Passed,
    follow,
    located,
    place_all,
    place_of,
    proposal_over,
    sorted_out,
    text_at,
)

WORDS = "States"
AT = OP1.index(WORDS)


def finding(draft: Draft) -> Located:
    """A finding in OP1 ("p3") that points to OP3 ("p6") and would mend both."""
    session = OP3.index("session")
    here, there = Spot("OP1", AT, AT + 6), Spot("OP3", session, session + 7)
    fix = (Mend(here, WORDS, "Member States"), Mend(there, "session", "meeting"))
    made = Finding("rule", Severity.WARNING, here, WORDS, "said", (there,), fix)
    return Located(made, draft.paragraphs[2].key)


def typed(draft: Draft, number: int, text: str) -> Draft:
    key = draft.paragraphs[number].key
    return rewrite(draft, [key], [Rewritten(key, text)]).draft


def test_places_are_found_by_their_keys() -> None:
    draft = small_draft()
    [placed] = place_all(draft, [finding(draft)])
    assert (placed.at.key, placed.at.start) == ("p3", AT)
    assert [one.key for one in placed.related] == ["p6"]
    assert [one.key for one in placed.fix] == ["p3", "p6"]
    assert place_of(draft, placed.at) == "OP1"
    assert located(draft, placed) == finding(draft)


def test_words_found_twice_have_names_of_their_own() -> None:
    draft = small_draft()
    names = [one.id for one in place_all(draft, [finding(draft)] * 2)]
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (OP1, True),
        ("Strongly reaffirms that States cooperate;", True),
        ("Reaffirms that States cooperate, and more;", True),
        ("Reaffirms that the Sta, no States cooperate;", True),
        ("Reaffirms that Stattes cooperate;", False),
        ("Reaffirms;", False),
    ],
)
def test_a_finding_stays_on_its_words_and_goes_with_them(text: str, stands: bool) -> None:
    draft = small_draft()
    placed = place_all(draft, [finding(draft)])
    after = typed(draft, 2, text)
    found = follow(placed, draft, after)
    assert bool(found) is stands
    for one in found:
        assert text[one.at.start : one.at.end] == WORDS
        assert located(after, one).finding.spot == Spot("OP1", one.at.start, one.at.end)


def test_a_fix_that_typing_reached_into_is_no_longer_offered() -> None:
    draft = small_draft()
    placed = place_all(draft, [finding(draft)])
    [found] = follow(placed, draft, typed(draft, 5, OP3.replace("session", "ssession")))
    assert (found.fix, found.related) == ((), ())
    assert located(draft, found).finding.fix == ()


def test_a_removed_paragraph_takes_its_findings_along() -> None:
    draft = small_draft()
    placed = place_all(draft, [finding(draft)])
    after = rewrite(draft, ["p2", "p3"], [Rewritten("p2", "Recalling,")]).draft
    assert follow(placed, draft, after) == ()


def test_labels_are_those_of_the_text_as_it_is_now() -> None:
    draft = small_draft()
    placed = place_all(draft, [finding(draft)])
    after = rewrite(draft, ["p3"], [Rewritten(None, "Notes this;"), Rewritten("p3", OP1)]).draft
    [found] = follow(placed, draft, after)
    assert located(after, found).finding.spot.paragraph == "OP2"
    assert located(after, found).finding.related[0].paragraph == "OP4"


def test_what_is_passed_over_is_told_apart() -> None:
    draft = small_draft()
    placed = place_all(draft, [finding(draft)])
    here = replace(draft, ignored=frozenset({Ignored("rule", "p3", WORDS)}))
    assert sorted_out(placed, draft, ())[0].passed is Passed.NOWHERE
    assert sorted_out(placed, here, ())[0].passed is Passed.HERE
    assert sorted_out(placed, here, {("rule", WORDS)})[0].passed is Passed.ALWAYS


@given(st.integers(0, len(OP1)), st.integers(0, 6), st.text("aS ", max_size=6))
def test_whatever_is_typed_a_place_never_leaves_the_text(at: int, removed: int, added: str) -> None:
    draft = small_draft()
    placed = place_all(draft, [finding(draft)])
    after = typed(draft, 2, OP1[:at] + added + OP1[at + removed :])
    for one in follow(placed, draft, after):
        assert (text_at(after, one.at) or "")[one.at.start : one.at.end] == WORDS


def test_what_is_gone_has_no_text() -> None:
    draft = small_draft()
    assert text_at(draft, Anchor("p99", None, 0, 1)) is None
    assert text_at(draft, Anchor("p3", "p3n9", 0, 1)) is None


def test_a_proposal_for_the_same_words_comes_first() -> None:
    draft = small_draft()
    start = draft.paragraphs[0].text.index("50/4")
    made = Finding("rule", Severity.WARNING, Spot("PP1", start, start + 4), "50/4", "said")
    [placed] = place_all(draft, [Located(made, "p1")])
    proposal = proposal_over(draft, placed)
    assert draft.proposal(proposal).old == "50/4 of 7 July 2022"
    assert proposal_over(keep(draft, proposal).draft, placed) == ""
    assert proposal_over(draft, place_all(draft, [finding(draft)])[0]) == ""
