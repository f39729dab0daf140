# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings on a draft: found in its present text, passed over, heeded, mended; what blocks submission."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import OP3, small_carry, small_draft
from yearly import version

from drafting.checking import Finding, Mend, Rule, Severity, Spot
from drafting.comparing.lineage import trace
from drafting.draft import (
    Draft,
    Located,
    Obstacle,
    Rewritten,
    accept,
    accept_all,
    blockers,
    edit_note,
    find_all,
    heed,
    ignore,
    insert,
    keep,
    mend,
    retarget,
    reword,
    rewrite,
    set_fact,
    start_draft,
)
from drafting.errors import DraftError
from drafting.updating.proposals import propose
from drafting.updating.records import MASTHEAD, Certainty, Fact, FactPart, MastheadChange

_RULE = Rule("x", "", "", "", "H", Severity.ERROR)
TOPIC, OWN, REPORT, NEXT, TOPIC_AGAIN = (proposal.id for proposal in small_carry().proposals)
TWICE = (
    "Recalling the coronavirus disease (COVID-19) pandemic and its impact on all countries,",
    "Stressing the need for cooperation at the national, regional and international levels,",
    "Affirms the equality of all States;",
    "Requests a report on the matter",
)


def drafted(*lines: str) -> Draft:
    lineage = trace([version("50/1", "2022-07-08", *lines)])
    return start_draft(lineage, propose(lineage))


def at(draft: Draft, *mends: tuple[str, str, str], rule: str = "final-sign") -> Located:
    """A finding made by hand: its mends as (paragraph id, old, new)."""
    fix = []
    for paragraph, old, new in mends:
        start = draft.resolution.paragraph(paragraph).text.index(old)
        fix.append(Mend(Spot(paragraph, start, start + len(old)), old, new))
    finding = Finding(rule, Severity.WARNING, fix[0].spot, fix[0].old, "Made by hand.", (), tuple(fix))
    key = next(one.key for one in draft.paragraphs if draft.label(one.key).id == mends[0][0])
    return Located(finding, key)


def test_findings_stand_at_the_keys_of_the_draft() -> None:
    draft = rewrite(drafted(*TWICE), ["p2"], []).draft
    found = {(one.finding.rule, one.paragraph) for one in find_all(draft)}
    assert "p4" in {key for _, key in found}  # its full stop is missing
    assert not any(one.ignored for one in find_all(draft))


def test_what_the_order_of_the_text_gives_is_no_finding_but_style() -> None:
    draft = rewrite(small_draft(), ["p1"], []).draft
    assert [one.kind for one in draft.styles] == ["opening-sequence"]
    assert "opening-sequence" not in {one.finding.rule for one in find_all(draft, off=())}


def test_a_rule_switched_off_finds_nothing() -> None:
    draft = drafted(*TWICE)
    rules = {one.finding.rule for one in find_all(draft)}
    assert rules
    assert find_all(draft, off=rules | {one.finding.rule for one in find_all(draft, off=())}) == ()


def test_an_ignored_finding_stays_ignored_while_its_words_stand() -> None:
    draft = drafted(*TWICE)
    first = find_all(draft)[-1]
    step = ignore(draft, first)
    assert step.changed == {first.paragraph}
    again = rewrite(step.draft, ["p1"], [Rewritten("p1", "Recalling its mandate,")]).draft
    assert next(one for one in find_all(again) if one.finding.rule == first.finding.rule).ignored
    assert not any(one.ignored for one in find_all(heed(again, first.ignoring).draft))
    assert heed(step.draft, first.ignoring).draft == draft


def test_information_is_left_out_where_a_proposal_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    from drafting.draft import findings

    start = OP3.index("fifty-sixth")
    found = Finding("left-over", Severity.INFO, Spot("OP3", start, start + 11), "fifty-sixth", "Still so?")
    loud = replace(found, severity=Severity.WARNING)
    monkeypatch.setattr(findings, "check", lambda *_, **__: (found, loud))
    assert [one.finding for one in find_all(small_draft())] == [loud]
    assert [one.finding for one in find_all(keep(small_draft(), NEXT).draft)] == [found, loud]


def test_a_fix_is_applied_all_at_once_in_text_and_note() -> None:
    draft = small_draft()
    one = at(draft, ("OP1", "that", "anew that"), ("OP3", "its", "the"), ("OP3", "Decides", "Agrees"))
    step = mend(draft, one)
    assert step.draft.paragraph("p3").text == "Reaffirms anew that States cooperate;"
    assert step.draft.paragraph("p6").text == OP3.replace("its", "the", 1).replace("Decides", "Agrees")
    assert step.changed >= {"p3", "p6"}
    assert step.name == "Mend OP1"
    assert step.draft.find(NEXT)[1].decision == "open"  # proposals beside it keep their place
    spot = Spot("OP2", 0, 5, footnote=2)
    noted = replace(one.finding, fix=(Mend(spot, "A/HRC", "See A/HRC"),))
    after = mend(draft, replace(one, finding=noted, note="p4n1")).draft
    assert after.paragraph("p4").notes[0].text == "See A/HRC/53/46."


@pytest.mark.parametrize("act", ["typed", "removed", "no fix"])
def test_a_fix_for_another_text_is_refused_and_changes_nothing(act: str) -> None:
    draft = small_draft()
    one = at(draft, ("OP1", "that", "anew that"), ("OP3", "its", "the"))
    if act == "typed":
        draft = rewrite(draft, ["p6"], [Rewritten("p6", "Decides otherwise.")]).draft
    elif act == "removed":
        draft = rewrite(draft, ["p6"], []).draft
    else:
        one = replace(one, finding=replace(one.finding, fix=()))
    with pytest.raises(DraftError):
        mend(draft, one)


def told(draft: Draft, *found: Located) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.about, one.paragraph) for one in blockers(draft, found)]


def test_what_blocks_submission_goes_one_by_one() -> None:
    draft = small_draft()
    assert told(draft) == [
        ("fact", "topic", "p1"), ("fact", "report", "p4"), ("proposal", OWN, "p1"), ("proposal", NEXT, "p6"),
    ]  # fmt: skip
    draft = keep(accept(draft, OWN).draft, NEXT).draft
    draft = set_fact(draft, "report", {"serial": "40"}).draft
    assert told(draft) == [("fact", "topic", "p1"), ("proposal", REPORT, "p4")]  # known by now, not put in
    draft = accept_all(draft, (Certainty.FACT,)).draft
    assert told(draft) == [("fact", "topic", "p1")]  # its blank is told once, as the fact
    draft = set_fact(draft, "topic", {"number": "199", "date": "19"}).draft
    assert blockers(draft) == ()


def test_blanks_that_no_fact_fills_are_told_with_their_place() -> None:
    draft = reword(small_draft(), NEXT, "[…]").draft
    draft = edit_note(draft, "p2", "p2n1", "Art. […].").draft
    blanks = [one for one in blockers(draft) if one.kind is Obstacle.BLANK]
    assert [(one.paragraph, one.note) for one in blanks] == [("p2", "p2n1"), ("p6", None)]
    assert draft.paragraph("p6").text[blanks[1].start : blanks[1].end] == "[…]"
    assert told(draft, *find_all(draft)) == told(draft)  # a blank is told once


def test_a_paragraph_without_words_is_never_ready() -> None:
    draft = insert(small_draft(), "p3").draft
    (empty,) = [one for one in blockers(draft) if one.kind is Obstacle.BLANK]
    assert (empty.paragraph, empty.says) == ("p7", "OP2 is empty.")


def test_facts_asked_above_the_text_have_no_place_in_it() -> None:
    dates = Fact("dates", "Dates of the session", (FactPart("dates", "dates", "[…] 2024"),), (MASTHEAD,))
    line = MastheadChange("session_dates", "2023", "[…] 2024", Certainty.FACT, "Not known.", "dates")
    carry = replace(small_carry(), masthead_changes=(line,), facts=(dates,), proposals=())
    draft = retarget(small_draft(), carry).draft
    assert told(draft) == [("fact", "dates", "")]
    assert told(set_fact(draft, "dates", {"dates": "18 June–12 July 2024"}).draft) == []


def test_only_findings_of_blocking_rules_that_nobody_passed_over_block(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from drafting.draft import ready

    rules = {"final-sign": True, "term-left": False}
    monkeypatch.setattr(ready, "rule", lambda name: replace(_RULE, id=name, blocking=rules[name]))
    draft = keep(keep(small_draft(), OWN).draft, NEXT).draft
    draft = keep(keep(keep(draft, TOPIC).draft, TOPIC_AGAIN).draft, REPORT).draft
    one, other = at(draft, ("OP1", "that", "x")), at(draft, ("OP1", "that", "x"), rule="term-left")
    assert told(draft, one, other) == [("finding", "final-sign", "p3")]
    assert told(draft, replace(one, ignored=True)) == []


def test_what_the_order_of_the_text_makes_wrong_and_no_rule_can_mend_is_a_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from drafting.draft import findings

    spot = Spot("OP1", 0, 9)
    bare = Finding("first-mention-date", Severity.WARNING, spot, "Reaffirms", "Which date, nothing tells.")
    mended = replace(bare, fix=(Mend(spot, "Reaffirms", "Affirms"),))
    monkeypatch.setattr(findings, "check", lambda *_, **__: (bare, mended))
    assert [one.finding for one in find_all(small_draft())] == [bare]
