# SPDX-License-Identifier: GPL-3.0-or-later
"""Style proposals: what follows from the order of the text, in step with every act on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yearly import version

from drafting.comparing.lineage import trace
from drafting.draft import (
    Decision,
    Draft,
    Rewritten,
    Standing,
    accept,
    accept_all,
    keep,
    reopen,
    reword,
    rewrite,
    standing,
    start_draft,
)
from drafting.draft.styling import restyled
from drafting.draft.wording import explain
from drafting.reading.openings import opening_of
from drafting.translation import SOURCE, speak
from drafting.updating.proposals import propose
from drafting.updating.records import Certainty

RUN = (
    "Recalling the Charter of the United Nations,",
    "Recalling also the Universal Declaration of Human Rights,",
    "Recalling further the Vienna Declaration,",
    "Noting the work done,",
    "Emphasizes the need for dialogue;",
    "Also emphasizes the role of youth;",
    "Requests a report on the matter.",
)


def drafted(*lines: str) -> Draft:
    made = version("50/1", "2022-07-08", *(lines or RUN))
    body = made.masthead.body
    printed = (replace(one, opening=opening_of(one.text, one.part, body)) for one in made.paragraphs)
    lineage = trace([replace(made, paragraphs=tuple(printed))])
    return start_draft(lineage, propose(lineage))


def styles(draft: Draft) -> list[str]:
    """The open style proposals: "PP1 Recalling also → Recalling"."""
    found = [item for item in draft.choices() if item[1].decision is Decision.OPEN]
    return [
        f"{draft.label(paragraph.key).id} {proposal.old} → {proposal.new}"
        for paragraph, choice in found
        if (proposal := draft.proposal(choice.proposal)).certainty is Certainty.STYLE
    ]


def removed(draft: Draft, *keys: str) -> Draft:
    for key in keys:
        draft = rewrite(draft, [key], []).draft
    return draft


def put_after(draft: Draft, key: str, text: str) -> Draft:
    kept = Rewritten(key, draft.paragraph(key).text)
    return rewrite(draft, [key], [kept, Rewritten(None, text)]).draft


def typed(draft: Draft, key: str, old: str, new: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, draft.paragraph(key).text.replace(old, new))]).draft


def joined(draft: Draft, first: str, second: str) -> Draft:
    text = f"{draft.paragraph(first).text} {draft.paragraph(second).text}"
    return rewrite(draft, [first, second], [Rewritten(first, text)]).draft


def split(draft: Draft, key: str, first: str, second: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, first), Rewritten(None, second)]).draft


@pytest.mark.parametrize(
    ("act", "due"),
    [
        (lambda draft: draft, []),
        (
            lambda draft: removed(draft, "p1"),
            ["PP1 Recalling also → Recalling", "PP2 Recalling further → Recalling also"],
        ),
        (lambda draft: removed(draft, "p2"), ["PP2 Recalling further → Recalling also"]),
        (lambda draft: removed(draft, "p3"), []),
        (lambda draft: removed(draft, "p5"), ["OP1 Also emphasizes → Emphasizes"]),
        (
            lambda draft: put_after(draft, "p1", "Recalling the Covenant,"),
            [
                "PP2 Recalling → Recalling also",
                "PP3 Recalling also → Recalling further",
                "PP4 Recalling further → Recalling",
            ],
        ),
        (
            lambda draft: put_after(draft, "p1", "Noting the Covenant,"),
            ["PP3 Recalling also → Recalling", "PP4 Recalling further → Recalling also"],
        ),
        (lambda draft: joined(draft, "p1", "p2"), ["PP2 Recalling further → Recalling also"]),
        (
            lambda draft: split(draft, "p4", "Noting the work,", "Noting the progress made,"),
            ["PP5 Noting → Noting also"],
        ),
        (
            lambda draft: typed(draft, "p6", "Also emphasizes", "Emphasizes"),
            ["OP2 Emphasizes → Also emphasizes"],
        ),
    ],
)  # fmt: skip
def test_what_an_act_makes_due_stands_in_the_draft_at_once(
    act: Callable[[Draft], Draft], due: list[str]
) -> None:
    draft = act(drafted())
    assert styles(draft) == due
    done = accept_all(draft, (Certainty.STYLE,)).draft
    assert styles(done) == []
    assert restyled(done) is done


def test_it_comes_in_the_same_step_and_goes_with_it() -> None:
    draft = drafted()
    step = rewrite(draft, ["p1"], [])
    assert step.changed == {"p1", "p2", "p3"}
    back = rewrite(step.draft, ["p2"], [Rewritten(None, RUN[0]), Rewritten("p2", RUN[1])])
    assert styles(back.draft) == []
    assert back.draft.styles == ()


def test_what_is_no_longer_due_is_dropped() -> None:
    draft = removed(drafted(), "p2")
    assert styles(draft)
    assert styles(typed(draft, "p3", "Recalling further", "Welcoming")) == []


def test_a_decision_stays_while_it_speaks_of_the_text() -> None:
    draft = removed(drafted(), "p2")
    (style,) = draft.styles
    kept = keep(draft, style.id).draft
    assert styles(kept) == []
    assert styles(typed(kept, "p7", "report", "study")) == []  # not offered again
    assert kept.find(style.id)[1].decision is Decision.KEPT
    accepted = accept(draft, style.id).draft
    assert accepted.paragraph("p3").text.startswith("Recalling also the Vienna")
    assert reopen(accepted, style.id).draft.paragraphs == draft.paragraphs
    again = removed(accepted, "p1")  # what was accepted is out of date by now
    assert styles(again) == ["PP1 Recalling also → Recalling"]


def test_own_words_in_place_of_style_are_kept() -> None:
    draft = removed(drafted(), "p2")
    draft = reword(draft, draft.styles[0].id, "Welcoming").draft
    assert draft.paragraph("p3").text.startswith("Welcoming the Vienna")
    assert styles(draft) == []


def test_what_was_typed_over_is_not_offered_as_overtaken() -> None:
    draft = typed(removed(drafted(), "p2"), "p3", "Recalling further", "Guided by")
    assert draft.styles == ()
    assert all(choice.decision is not Decision.OVERTAKEN for _, choice in draft.choices())


def test_style_is_no_change_of_substance() -> None:
    draft = removed(drafted(), "p2")
    third = draft.paragraph("p3")
    assert standing(draft, third) is Standing.OPEN
    assert explain(draft, third) == "PP2: as in 50/1; 1 style proposal open"
    done = accept(draft, draft.styles[0].id).draft
    assert not done.edited_by_hand(done.paragraph("p3"))
    assert standing(done, done.paragraph("p3")) is Standing.STABLE


def test_a_date_that_moves_to_the_new_first_mention_moves_as_one() -> None:
    draft = drafted(
        "Recalling General Assembly resolution 70/1 of 25 September 2015,",
        "Guided by its purposes,",
        "Recalls General Assembly resolution 70/1;",
        "Decides to remain seized of the matter.",
    )
    draft = put_after(
        removed(draft, "p1"), "p2", "Welcoming General Assembly resolution 70/1 of 25 September 2015,"
    )
    assert styles(draft) == []
    both = put_after(draft, "p3", "Recalls also General Assembly resolution 70/1 of 25 September 2015;")
    done = accept_all(both, (Certainty.STYLE,)).draft
    dated = [item.text for item in done.paragraphs if "25 September 2015" in item.text]
    assert len(dated) == 1


def test_what_is_proposed_otherwise_is_decided_first() -> None:
    draft = drafted(
        "Recalling its resolution 47/1 of 12 July 2021, on the rights of small islands,",
        "Decides to continue its consideration of the matter at its fifty-third session.",
    )
    again = rewrite(draft, ["p1"], []).draft
    open_there = [choice for choice in again.paragraph("p2").choices if choice.decision is Decision.OPEN]
    spans = sorted((choice.start, choice.end) for choice in open_there)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


# ------------------------------------------------------------------------------------ what always holds


def test_keeping_words_does_not_bring_back_what_style_took() -> None:
    """What is kept or opened again stays as it stands, without the date that was told above already."""
    draft = drafted(
        "Recalling its resolution 47/3 of 12 July 2021,", "Recalls its resolution 47/3 of 12 July 2021;"
    )
    key = draft.paragraphs[1].key
    ((_, choice),) = [item for item in draft.choices() if item[0].key == key]
    kept = keep(draft, choice.proposal).draft
    shorter = accept_all(kept, (Certainty.STYLE,)).draft
    texts = [one.paragraph(key).text for one in (kept, shorter, reopen(shorter, choice.proposal).draft)]
    assert texts == ["Recalls its resolution 47/3 of 12 July 2021;", *["Recalls its resolution 47/3;"] * 2]


_LINES = st.sampled_from(
    [*RUN, "Recalling the Covenant,", "Emphasizes the need for peace;", "Noting also the rest,"]
)
_NAMES = st.sampled_from(["remove", "put", "join", "type", "accept", "keep", "reopen"])
_ACTS = st.lists(st.tuples(_NAMES, st.integers(0, 99), _LINES), max_size=12)


def acted(draft: Draft, act: str, number: int, line: str) -> Draft:
    keys = [item.key for item in draft.paragraphs]
    key = keys[number % len(keys)]
    ids = [choice.proposal for _, choice in draft.choices() if choice.decision is not Decision.OVERTAKEN]
    if act == "remove":
        return removed(draft, key) if len(keys) > 2 else draft
    if act == "put":
        return put_after(draft, key, line)
    if act == "join":
        other = keys[(number + 1) % len(keys)]
        return joined(draft, key, other) if other != keys[0] else draft
    if act == "type":
        return rewrite(draft, [key], [Rewritten(key, line)]).draft
    if not ids:
        return draft
    decide = {"accept": accept, "keep": keep, "reopen": reopen}[act]
    return decide(draft, ids[number % len(ids)]).draft


@given(_ACTS)
def test_after_any_acts_the_style_is_that_of_the_text(acts: list[tuple[str, int, str]]) -> None:
    draft = drafted()
    for act in acts:
        draft = acted(draft, *act)
        assert restyled(draft) is draft
        held = {choice.proposal for _, choice in draft.choices()}
        assert held.issuperset(proposal.id for proposal in draft.styles)
        assert len(draft.styles) == len({proposal.id for proposal in draft.styles})
    done = accept_all(draft, (Certainty.STYLE,)).draft
    assert styles(done) == []


@given(_ACTS)
def test_what_is_known_of_a_draft_is_what_its_paragraphs_say(acts: list[tuple[str, int, str]]) -> None:
    draft = drafted()
    for act in acts:
        draft = acted(draft, *act)
        fresh = Draft(draft.lineage, draft.carry, draft.paragraphs, draft.facts, draft.last_key, draft.styles)
        assert fresh.resolution == draft.resolution


def test_reasons_stay_in_english_whatever_is_spoken() -> None:
    """They are saved with the draft, which others open."""
    reasons = []
    try:
        for language in (SOURCE, "fr"):
            speak(language)
            reasons.append([proposal.reason for proposal in removed(drafted(), "p1").styles])
    finally:
        speak(SOURCE)
    assert reasons[0]
    assert reasons[1] == reasons[0]
