# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding on proposals.

What stands in the text after each decision, and that every decision can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from small import OP3, PP1, small_carry, small_draft

from drafting.draft import (
    Decision,
    Draft,
    Rewritten,
    Step,
    accept,
    accept_all,
    edit_note,
    keep,
    reopen,
    retarget,
    reword,
    rewrite,
    set_fact,
    standing,
)
from drafting.errors import DraftError
from drafting.updating.records import Certainty, Fact, FactPart, MastheadChange

TOPIC, OWN, REPORT, NEXT, TOPIC_AGAIN = (proposal.id for proposal in small_carry().proposals)


def texts(draft: Draft) -> dict[str, str]:
    return {draft.label(item.key).id: item.text for item in draft.paragraphs}


def decision(draft: Draft, proposal_id: str) -> Decision:
    return draft.find(proposal_id)[1].decision


def test_a_new_draft_reads_like_the_base() -> None:
    draft = small_draft()
    assert texts(draft) == {paragraph.id: paragraph.text for paragraph in draft.base.paragraphs}
    assert {choice.decision for _, choice in draft.choices()} == {Decision.OPEN}


def test_accepting_both_proposals_of_a_paragraph_in_either_order() -> None:
    wanted = PP1.replace("77/1 of 1 December 2022", "78/[…] of […] December 2023")
    wanted = wanted.replace("50/4 of 7 July 2022", "53/11 of 12 July 2023")
    for order in ((TOPIC, OWN), (OWN, TOPIC)):
        draft = small_draft()
        for proposal_id in order:
            draft = accept(draft, proposal_id).draft
        assert texts(draft)["PP1"] == wanted


@pytest.mark.parametrize(
    ("act", "words", "left"),
    [
        (lambda draft: accept(draft, NEXT), "fifty-ninth", Decision.ACCEPTED),
        (lambda draft: keep(draft, NEXT), "fifty-sixth", Decision.KEPT),
        (lambda draft: reword(draft, NEXT, "sixtieth"), "sixtieth", Decision.EDITED),
        (lambda draft: reword(draft, NEXT, "six\n\u2028\ufffctieth"), "six tieth", Decision.EDITED),
    ],
)
def test_each_decision_and_taking_it_back(act: Callable[[Draft], Step], words: str, left: Decision) -> None:
    draft = small_draft()
    step = act(draft)
    assert texts(step.draft)["OP3"] == OP3.replace("fifty-sixth", words)
    assert decision(step.draft, NEXT) is left
    assert step.changed == {"p6"}
    assert "OP3" in step.name
    assert reopen(step.draft, NEXT).draft.paragraphs == draft.paragraphs


def test_a_fact_is_filled_in_at_every_accepted_place_and_only_there() -> None:
    draft = accept(accept(small_draft(), TOPIC).draft, TOPIC_AGAIN).draft
    step = set_fact(draft, "topic", {"number": "199", "date": "19"})
    assert "78/199 of 19 December 2023" in texts(step.draft)["PP1"]
    assert texts(step.draft)["OP3"].endswith("resolution 78/199.")
    assert step.changed == {"p1", "p6"}
    emptied = set_fact(step.draft, "topic", {"number": "", "date": " "}).draft
    assert emptied.paragraphs == draft.paragraphs
    assert len(emptied.blanks("topic")) == 2


def test_a_fact_filled_in_first_stands_in_the_proposal() -> None:
    draft = set_fact(small_draft(), "topic", {"number": "199"}).draft
    assert draft.paragraphs == small_draft().paragraphs
    assert draft.replacement(TOPIC) == "78/199 of […] December 2023"


def test_a_footnote_proposal_changes_the_footnote_alone() -> None:
    draft = set_fact(accept(small_draft(), REPORT).draft, "report", {"serial": "40"}).draft
    note = draft.paragraph("p4").notes[0]
    assert note.text == "A/HRC/56/40."
    assert draft.paragraph("p4").text == small_draft().paragraph("p4").text


def test_accept_all_takes_the_certain_ones() -> None:
    step = accept_all(small_draft())
    taken = {choice.proposal for _, choice in step.draft.choices() if choice.decision is Decision.ACCEPTED}
    assert taken == {OWN, NEXT}
    assert step.changed == {"p1", "p6"}


def test_words_changed_by_hand_stay_when_a_fact_comes_in() -> None:
    draft = accept(small_draft(), TOPIC_AGAIN).draft
    text = draft.paragraph("p6").text.replace("78/[…]", "78/1[…]")
    draft = rewrite(draft, ["p6"], [Rewritten("p6", text)]).draft
    assert decision(draft, TOPIC_AGAIN) is Decision.EDITED
    assert set_fact(draft, "topic", {"number": "199"}).draft.paragraph("p6").text == text


def test_old_words_changed_by_hand_overtake_the_proposal() -> None:
    draft = rewrite(small_draft(), ["p6"], [Rewritten("p6", OP3.replace("fifty-sixth", "next"))]).draft
    assert decision(draft, NEXT) is Decision.OVERTAKEN
    with pytest.raises(DraftError, match="changed by hand"):
        accept(draft, NEXT)
    assert decision(draft, TOPIC_AGAIN) is Decision.OPEN
    assert accept(draft, TOPIC_AGAIN).draft.paragraph("p6").text.endswith("78/[…].")


def test_a_removed_paragraph_takes_its_proposals_along() -> None:
    draft = rewrite(small_draft(), ["p5", "p6"], [Rewritten("p5", "The duty to cooperate;")]).draft
    with pytest.raises(DraftError, match="Undo"):
        accept(draft, NEXT)
    with pytest.raises(DraftError, match="does not belong"):
        accept(draft, "XX1:1")


def test_standing_of_each_paragraph() -> None:
    draft = small_draft()
    assert [standing(draft, item).value for item in draft.paragraphs] == [
        "open", "stable", "stable", "open", "stable", "open"
    ]  # fmt: skip
    for proposal_id in (TOPIC, OWN, REPORT, NEXT, TOPIC_AGAIN):
        draft = keep(draft, proposal_id).draft
    draft = rewrite(draft, ["p3"], [Rewritten("p3", "Reaffirms that all States cooperate;")]).draft
    assert [standing(draft, item).value for item in draft.paragraphs] == [
        "new", "stable", "edited", "stable", "stable", "changed"
    ]  # fmt: skip


def test_words_typed_over_more_than_an_accepted_proposal_cannot_be_taken_back_with_it() -> None:
    draft = accept(small_draft(), NEXT).draft
    text = OP3.replace("its fifty-sixth session", "a later date")
    draft = rewrite(draft, ["p6"], [Rewritten("p6", text)]).draft
    assert decision(draft, NEXT) is Decision.OVERTAKEN
    with pytest.raises(DraftError, match="Undo"):
        reopen(draft, NEXT)


def test_an_accepted_proposal_split_in_two_cannot_be_taken_back() -> None:
    draft = accept(small_draft(), NEXT).draft
    text = draft.paragraph("p6").text
    at = text.index("-ninth")
    draft = rewrite(draft, ["p6"], [Rewritten("p6", text[:at]), Rewritten(None, text[at:])]).draft
    assert decision(draft, NEXT) is Decision.OVERTAKEN


def test_a_paragraph_with_an_accepted_footnote_is_not_edited_by_hand() -> None:
    draft = accept(small_draft(), REPORT).draft
    assert not draft.edited_by_hand(draft.paragraph("p4"))
    draft = edit_note(draft, "p4", "p4n1", "𝔘 " + draft.paragraph("p4").notes[0].text).draft
    assert draft.edited_by_hand(draft.paragraph("p4"))
    assert reopen(draft, REPORT).draft.paragraph("p4").notes[0].text == "𝔘 A/HRC/53/46."


def missing(draft: Draft) -> list[str]:
    return [fact.id for fact in draft.missing_facts]


SETTLED: dict[str, Callable[[Draft], Step]] = {
    "own words": lambda draft: reword(draft, REPORT, "A/HRC/56/12"),
    "old text kept": lambda draft: keep(draft, REPORT),
    "overtaken": lambda draft: edit_note(draft, "p4", "p4n1", "See the report."),
    "removed": lambda draft: rewrite(draft, ["p4"], []),
}


@pytest.mark.parametrize("how", SETTLED)
def test_a_fact_is_missing_only_where_something_waits_for_it(how: str) -> None:
    draft = small_draft()
    assert missing(draft) == ["topic", "report"]
    assert missing(accept(draft, REPORT).draft) == ["topic", "report"]
    assert missing(SETTLED[how](draft).draft) == ["topic"]
    assert missing(keep(draft, TOPIC).draft) == ["topic", "report"]  # used once more


def test_a_fact_of_the_masthead_is_needed_whatever_is_decided() -> None:
    dates = Fact("dates", "Dates of the session", (FactPart("dates", "dates", "[…] 2024"),))
    line = MastheadChange("session_dates", "2023", "[…] 2024", Certainty.FACT, "Not known.", "dates")
    carry = replace(small_carry(), masthead_changes=(line,), facts=(dates,), proposals=())
    draft = retarget(small_draft(), carry).draft
    assert missing(draft) == ["dates"]
    assert missing(set_fact(draft, "dates", {"dates": "18 June–12 July 2024"}).draft) == []


def test_the_draft_as_a_resolution() -> None:
    draft = rewrite(small_draft(), ["p2"], []).draft
    printed = draft.resolution
    assert [paragraph.id for paragraph in printed.paragraphs] == ["PP1", "OP1", "OP2", "OP2(a)", "OP3"]
    assert [paragraph.label for paragraph in printed.paragraphs] == ["", "1", "2", "(a)", "3"]
    assert [note.number for paragraph in printed.paragraphs for note in paragraph.footnotes] == [1]
    assert printed.paragraph("OP2").opening == "Takes note"
    assert printed.number == "56/[…]"
