# SPDX-License-Identifier: GPL-3.0-or-later
"""What edits weigh, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.comparing.force import compared, opening
from drafting.comparing.records import Change, Edit, NoteEdit, Op, Pair, Reason, Span, Verdict, Weight
from drafting.comparing.spelling import spelled
from drafting.comparing.words import edits
from drafting.data import load

STYLE = [
    ("cooperation, and dialogue", "cooperation and dialogue", "punctuation"),
    ("entitled “Health for all”", "entitled Health for all", "punctuation"),
    ("the 2015-2030 framework", "the 2015–2030 framework", "punctuation"),
    ("a programme of organisation", "a program of organization", "spelling"),
    ("co-operation and capacity building", "cooperation and capacity-building", "spelling"),
    ("among member States", "among Member States", "spelling"),
    ("the coronavirus disease (COVID-19) pandemic", "the COVID-19 pandemic", "short or full form"),
    (
        "the United Nations High Commissioner for Human Rights to",
        "the High Commissioner to",
        "short or full form",
    ),
    ("by the International Labour Organization on", "by the ILO on", "short or full form"),
    ("the Global Biodiversity Fund to", "the Global Biodiversity Fund (GBF) to", "short or full form"),
]
ROUTINE = [
    ("at its fifty-third session;", "at its fifty-sixth session;", "session"),
    ("the thirtieth special session", "the thirty-first special session", "session"),
    ("held on 6 April 2018,", "held on 20 January 2024,", "date"),
    ("by the year 2025,", "by the year 2030,", "date"),
    ("resolution 77/213 of 15 December 2022,", "resolution 78/199 of 19 December 2023,", "resolution cited"),
    ("resolution 78/199,", "resolution 78/199 of 19 December 2023,", "date of a resolution"),
    (
        "Council resolution 53/11 of 12 July 2023,",
        "Council resolution 56/[…] of […] July 2024,",
        "resolution cited",
    ),
    ("report A/HRC/52/80;", "report A/HRC/55/78;", "document symbol"),
    ("of the Eighteenth Summit", "of the Nineteenth Summit", "number"),
    ("by 31 votes to 14", "by 29 votes to 16", "number"),
    ("in paragraph 3 above", "in paragraph 4 above", "renumbering"),
    ("in subparagraph (a) above", "in subparagraph (b) above", "renumbering"),
    ("Recalling also the Charter,", "Recalling the Charter,", "also, further"),
    ("Requests the Office", "Further requests the Office", "also, further"),
    ("Welcomes it and further requests him", "Welcomes it and requests him", "also, further"),
]
SUBSTANCE = [
    ("Notes the report", "Welcomes the report", "force of the verb rises: notes → welcomes"),
    ("Also notes the report", "Requests the report", "force of the verb rises: notes → requests"),
    ("Takes note of it", "Takes note with appreciation of it",
     "force of the verb rises: takes note of → takes note with appreciation"),
    ("Urges States", "Encourages States", "force of the verb falls: urges → encourages"),
    ("Demands that", "Decides that", "force of the verb falls: demands → decides"),
    ("Deeply concerned at it,", "Concerned at it,", "force of the verb falls: deeply concerned → concerned"),
    ("Notes the loss", "Deplores the loss", "force of the verb rises: notes → deplores"),
    ("Condemns it", "Requests it", "verb changes: condemns → requests"),
    ("Welcomes it and invites him", "Welcomes it and urges him", "force of the verb rises: invites → urges"),
    ("which should act", "which shall act", "force of the verb rises: should → shall"),
    ("respect for rights", "respect for all rights", "qualifier added: all"),
    ("to act, where appropriate;", "to act;", "qualifier dropped: where appropriate"),
    ("as necessary and", "as appropriate and", "qualifier changed: as necessary → as appropriate"),
    ("noting with concern the", "noting the", "force of the verb falls: noting with concern → noting"),
    ("to States to act", "to States to act in accordance with national law",
     "qualifier added: in accordance with national law"),
    ("all voluntary funds", "all funds", "qualifier dropped: voluntary"),
    ("they are bound", "they are not bound", "negation: not"),
    ("without a vote", "with a vote", "negation: without"),
    ("20 per cent of it", "25 per cent of it", "amount, share or time limit"),
    ("within two years", "within five years", "amount, share or time limit"),
    ("of 23 March 2021 on", "of 23 March 2021 and 49/25 of 1 April 2022 on", "reference added"),
    ("to convene a meeting", "to convene, on 13 and 14 July 2026, a meeting", "wording"),
    ("Notes the loss", "Recalls the loss", "verb changes: notes → recalls"),
    ("the [full] enjoyment", "the full enjoyment", "square brackets"),
    ("General Assembly resolution 60/1,", "Security Council resolution 60/1,", "wording"),
    ("and further steps to", "and steps to", "wording"),
    ("for States to", "for State to", "wording"),
]  # fmt: skip


ALL = [
    *((Weight.STYLE, *case) for case in STYLE),
    *((Weight.ROUTINE, *case) for case in ROUTINE),
    *((Weight.SUBSTANCE, *case) for case in SUBSTANCE),
]


@pytest.mark.parametrize(("weight", "old", "new", "why"), ALL)
def test_what_an_edit_weighs_and_why(weight: Weight, old: str, new: str, why: str) -> None:
    found = edits(old, new)
    assert found
    assert {(edit.weight, edit.why) for edit in found} == {(weight, why)}


@pytest.mark.parametrize(("weight", "old", "new", "why"), ALL)
def test_the_weight_is_the_same_both_ways(weight: Weight, old: str, new: str, why: str) -> None:
    assert {edit.weight for edit in edits(new, old)} == {weight}


@pytest.mark.parametrize(
    ("text", "verb", "adverbs"),
    [
        ("Also requests the Office", "requests", ("also",)),
        ("Recalling further the Charter", "recalling", ("further",)),
        ("Takes note with appreciation of it", "takes note with appreciation", ()),
        ("Calls upon States to further act", "calls upon", ()),
        ("Further strongly condemns it", "strongly condemns", ("further",)),
        ("The Office shall", "", ()),
        ("", "", ()),
    ],
)
def test_the_opening_verb(text: str, verb: str, adverbs: tuple[str, ...]) -> None:
    assert opening(text)[:2] == (verb, adverbs)


def test_every_verb_stands_once_on_its_scale_in_small_letters() -> None:
    for scale in load("force")["scales"]:
        verbs = [verb for level in scale["levels"] for verb in level]
        assert len(verbs) == len(set(verbs))
        assert all(verb == verb.casefold() and verb == " ".join(verb.split()) for verb in verbs)


@pytest.mark.parametrize("forms", load("weights")["spellings"])
def test_every_listed_spelling_becomes_the_first(forms: list[str]) -> None:
    assert {spelled(form) for form in forms} == {spelled(forms[0])} == {forms[0].casefold()}


VERBS = sorted({verb for scale in load("force")["scales"] for level in scale["levels"] for verb in level})


@given(st.sampled_from(VERBS), st.sampled_from(VERBS))
def test_what_rises_one_way_falls_the_other(one: str, other: str) -> None:
    turned = {Reason.RISES: Reason.FALLS, Reason.FALLS: Reason.RISES, Reason.VERB: Reason.VERB}
    assert compared(other, one) is turned[compared(one, other)]


def _edit(weight: Weight) -> Edit:
    return Edit(Op.REPLACE, Span(0, 1), Span(0, 1), lambda: Verdict(weight))


@pytest.mark.parametrize(
    ("pair", "weight"),
    [
        (Pair(("a",), ("b",), Change.UNCHANGED, 1.0), None),
        (Pair(("a",), ("b",), Change.MOVED, 1.0), Weight.ROUTINE),
        (Pair(("a",), (), Change.REMOVED, 0.0), Weight.SUBSTANCE),
        (Pair(("a",), ("b",), Change.UNCHANGED, 1.0, glyphs=(_edit(Weight.STYLE),)), Weight.STYLE),
        (Pair(("a",), ("b",), Change.UNCHANGED, 1.0, notes=(NoteEdit(0, None),)), Weight.SUBSTANCE),
        (
            Pair(("a",), ("b",), Change.REWORDED, 1.0, (_edit(Weight.STYLE), _edit(Weight.ROUTINE))),
            Weight.ROUTINE,
        ),
        (
            Pair(("a",), ("b",), Change.UNCHANGED, 1.0, notes=(NoteEdit(0, 0, (_edit(Weight.ROUTINE),)),)),
            Weight.ROUTINE,
        ),
    ],
)
def test_a_paragraph_weighs_what_its_strongest_edit_weighs(pair: Pair, weight: Weight | None) -> None:
    assert pair.weight is weight
