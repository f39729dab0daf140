# SPDX-License-Identifier: GPL-3.0-or-later
"""Another target session: what is proposed changes, what was decided stays."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import OP3, small_carry, small_draft

from drafting.draft import (
    Decision,
    Draft,
    Rewritten,
    accept,
    keep,
    reopen,
    retarget,
    reword,
    rewrite,
    set_fact,
)
from drafting.errors import DraftError
from drafting.opening import open_sample
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty

TOPIC, OWN, REPORT, NEXT, TOPIC_AGAIN = (proposal.id for proposal in small_carry().proposals)
FEWER = replace(small_carry(59), proposals=small_carry(59).proposals[1:3])


def texts(draft: Draft) -> dict[str, str]:
    return {draft.label(item.key).id: item.text for item in draft.paragraphs}


def decision(draft: Draft, proposal_id: str) -> Decision:
    return draft.find(proposal_id)[1].decision


def test_retargeting_keeps_own_words_and_repeats_decisions() -> None:
    draft = accept(keep(accept(small_draft(), NEXT).draft, TOPIC).draft, TOPIC_AGAIN).draft
    draft = rewrite(draft, ["p3"], [Rewritten("p3", "Reaffirms all;")]).draft
    step = retarget(draft, small_carry(59))
    assert "sixty-second session" in texts(step.draft)["OP3"]
    assert texts(step.draft)["OP3"].endswith("78/[…].")
    assert texts(step.draft)["OP1"] == "Reaffirms all;"
    assert decision(step.draft, TOPIC) is Decision.KEPT
    assert retarget(step.draft, small_carry(56)).draft.paragraphs == draft.paragraphs


def test_retargeting_finds_decisions_in_split_and_joined_paragraphs() -> None:
    draft = accept(accept(small_draft(), OWN).draft, NEXT).draft
    text = draft.paragraph("p1").text
    at = text.index(" and its")
    draft = rewrite(draft, ["p1"], [Rewritten("p1", text[:at]), Rewritten(None, text[at + 1 :])]).draft
    text = f"{draft.paragraph('p5').text} {draft.paragraph('p6').text}"
    draft = rewrite(draft, ["p5", "p6"], [Rewritten("p5", text)]).draft
    turned = retarget(draft, small_carry(59)).draft
    assert decision(turned, OWN) is decision(turned, NEXT) is Decision.ACCEPTED
    assert texts(turned)["PP2"] == "and its resolution 53/11 of 12 July 2023,"
    assert "sixty-second session" in texts(turned)["OP2(a)"]


def test_retargeting_keeps_words_put_in_place_of_a_proposal() -> None:
    draft = reword(small_draft(), NEXT, "next").draft
    turned = retarget(draft, small_carry(59)).draft
    assert texts(turned)["OP3"] == OP3.replace("fifty-sixth", "next")
    assert decision(turned, NEXT) is Decision.EDITED
    assert texts(reopen(turned, NEXT).draft)["OP3"] == OP3


def test_a_proposal_of_the_new_session_alone_finds_its_words() -> None:
    full = small_carry(59)
    draft = small_draft()
    fewer = retarget(draft, replace(small_carry(), proposals=small_carry().proposals[:3])).draft
    fewer = rewrite(fewer, ["p6"], [Rewritten("p6", "Hereby " + OP3)]).draft
    assert "sixty-second" in texts(accept(retarget(fewer, full).draft, NEXT).draft)["OP3"]


def test_what_another_session_does_not_propose_rests_and_comes_back() -> None:
    draft = keep(accept(reword(small_draft(), NEXT, "next").draft, TOPIC).draft, TOPIC_AGAIN).draft
    away = retarget(draft, FEWER).draft
    assert [choice.proposal for _, choice in away.choices()] == [OWN, REPORT]
    assert {proposal.id for proposal in away.resting} == {TOPIC, NEXT, TOPIC_AGAIN}
    assert "77/1 of 1 December 2022" in texts(away)["PP1"]  # accepted words of the former session go
    assert "at its next session" in texts(away)["OP3"]  # own words stay
    back = retarget(away, small_carry()).draft
    assert back.paragraphs == draft.paragraphs
    assert back.resting == ()


def test_a_resting_decision_follows_the_text() -> None:
    draft = retarget(keep(accept(small_draft(), NEXT).draft, TOPIC_AGAIN).draft, FEWER).draft
    draft = rewrite(draft, ["p6"], [Rewritten("p6", "Hereby " + draft.paragraph("p6").text)]).draft
    back = retarget(draft, small_carry()).draft
    assert texts(back)["OP3"] == "Hereby " + OP3.replace("fifty-sixth", "fifty-ninth")
    assert decision(back, TOPIC_AGAIN) is Decision.KEPT


@pytest.mark.parametrize(
    ("typed", "left"), [("fifty-sixth", Decision.OVERTAKEN), ("next", Decision.OVERTAKEN)]
)
def test_words_changed_while_a_proposal_rests_overtake_it(typed: str, left: Decision) -> None:
    draft = retarget(small_draft(), FEWER).draft
    for words in ("coming", typed):
        text = OP3.replace("fifty-sixth", words)
        draft = rewrite(draft, ["p6"], [Rewritten("p6", text)]).draft
    assert decision(retarget(draft, small_carry()).draft, NEXT) is left


_ACTS = {
    "accept": accept,
    "keep": keep,
    "reword": lambda draft, one: reword(draft, one, "as agreed"),
}


@cache
def _sample() -> Draft:
    return open_sample().draft


@cache
def _carry(session: int) -> CarryOver:
    return propose(_sample().lineage, session)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(sorted(_ACTS))), max_size=12),
    st.sampled_from([60, 62, 63, 68]),
)
def test_there_and_back_loses_nothing(acts: list[tuple[int, str]], away: int) -> None:
    draft = _sample()
    for number, act in acts:
        waiting = [choice.proposal for _, choice in draft.choices() if choice.decision is Decision.OPEN]
        if waiting:
            draft = _ACTS[act](draft, waiting[number % len(waiting)]).draft
    draft = set_fact(draft, next(fact.id for fact in draft.carry.facts), {}).draft
    home = draft.carry
    there = retarget(draft, _carry(away)).draft
    assert {one.id for one in there.carry.proposals}.isdisjoint(one.id for one in there.resting)
    back = retarget(there, home).draft
    assert back.paragraphs == draft.paragraphs
    assert back.styles == draft.styles


def test_style_stays_with_the_text_whatever_the_session() -> None:
    draft = rewrite(small_draft(), ["p1"], []).draft
    (style,) = [one for one in draft.styles if one.certainty is Certainty.STYLE]
    draft = accept(draft, style.id).draft
    turned = retarget(draft, small_carry(59)).draft
    assert texts(turned)["PP1"].startswith("Recalling the Charter")
    assert decision(turned, style.id) is Decision.ACCEPTED


_EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["accept", "keep", "reword", "type", "remove", "split", "join", "away", "home", "59"]
        ),
        st.integers(0, 99),
    ),
    max_size=14,
)


_SESSIONS = {"away": FEWER, "home": small_carry(), "59": small_carry(59)}


def _acted(draft: Draft, act: str, number: int) -> Draft:
    if act in _SESSIONS:
        return retarget(draft, _SESSIONS[act]).draft
    if act in _ACTS:
        waiting = [choice.proposal for _, choice in draft.choices() if choice.decision is Decision.OPEN]
        return _ACTS[act](draft, waiting[number % len(waiting)]).draft if waiting else draft
    keys = [item.key for item in draft.paragraphs]
    at = number % len(keys)
    both = keys[at : at + 2]
    text = draft.paragraph(keys[at]).text
    half = len(text) // 2
    after = {
        "type": [Rewritten(keys[at], text[:half] + "so " + text[half:])],
        "split": [Rewritten(keys[at], text[:half]), Rewritten(None, text[half:])],
        "join": [Rewritten(keys[at], " ".join(draft.paragraph(key).text for key in both))],
        "remove": [],
    }[act]
    replaced = both if act == "join" else keys[at : at + 1]
    try:
        return rewrite(draft, replaced, after).draft if len(keys) > 2 else draft
    except DraftError:  # a point would be left without its paragraph
        return draft


@given(_EDITS)
def test_whatever_is_done_between_sessions_every_decision_has_its_place(acts: list[tuple[str, int]]) -> None:
    draft = small_draft()
    for act, number in acts:
        draft = _acted(draft, act, number)
        resting = {proposal.id for proposal in draft.resting}
        assert resting.isdisjoint(proposal.id for proposal in draft.carry.proposals)
        for paragraph in draft.paragraphs:
            lengths = {None: len(paragraph.text)} | {note.key: len(note.text) for note in paragraph.notes}
            assert resting.issuperset(choice.proposal for choice in paragraph.resting)
            for choice in (*paragraph.choices, *paragraph.resting):
                assert 0 <= choice.start <= choice.end <= lengths[choice.note]
            for choice in paragraph.choices:
                text = paragraph.text if choice.note is None else paragraph.note(choice.note).text
                if choice.decision in (Decision.OPEN, Decision.KEPT):
                    assert text[choice.start : choice.end] == draft.proposal(choice.proposal).old
