# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening words: also and further in runs, and the forms of the verbs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.checking.heads import ADVERBS, with_adverb
from drafting.checking.records import Severity
from drafting.resolution import Kind
from tests.checked import assert_fixes_hold, found, mended, said, text_of

RIGHT = (
    """
    PP1 Recalling A,
    PP2 Recalling also B,
    PP3 Recalling further C,
    PP4 Recalling D,
    PP5 Recalling also E,
    PP6 Recognizing with deep concern F,
    PP7 Recognizing G,
    PP8 Recognizing also H,
    PP9 Noting with concern I,
    PP10 Noting also J,
    OP1 Emphasizes A;
    OP2 Also emphasizes B;
    OP3 Further emphasizes C;
    OP4 Emphasizes D;
    """,
    """
    PP1 Recalling A,
    PP2 [Recalling also B,]
    PP3 Recalling C,
    """,
    """
    OP1 Requests the Office of the United Nations High Commissioner for Human Rights to act;
    OP2 Also requests the Office of the High Commissioner to act;
    OP3 Requests the Secretary-General to report;
    OP4 Calls upon, in this regard, States to act;
    OP5 Calls upon States to act;
    """,
    """
    PP1 Recalling A,
    OP1 Notes B;
    H1 Oceans
    OP2 Notes C;
    OP3 Also notes D;
    OP3(a) The first;
    OP3(b) The second;
    OP4 Further notes E.
    """,
)


@pytest.mark.parametrize("lines", RIGHT)
def test_what_practice_allows_is_not_remarked(lines: str) -> None:
    assert said("opening-sequence", text_of(lines)) == []


@pytest.mark.parametrize(
    ("lines", "place", "new"),
    [
        ("PP1 Recalling A,\nPP2 Recalling B,", "PP2", "Recalling also"),
        ("PP1 Recalling A,\nPP2 Recalling further B,", "PP2", "Recalling also"),
        ("PP1 Noting A,\nPP2 Recalling also B,", "PP2", "Recalling"),
        ("PP1 Noting with concern A,\nPP2 Noting with concern B,", "PP2", "Noting also with concern"),
        ("PP1 Deeply concerned at A,\nPP2 Deeply concerned at B,", "PP2", "Deeply concerned also"),
        ("OP1 Re-emphasizes A;\nOP2 Re-emphasizes B;", "OP2", "Also re-emphasizes"),
        ("OP1 Also notes A;", "OP1", "Notes"),
        ("OP1 Notes A;\nOP2 Also notes B;\nOP3 Also notes C;", "OP3", "Further notes"),
        ("OP1 Requests States to act;\nOP2 Requests all States to act;", "OP2", "Also requests"),
    ],
)
def test_the_adverb_of_its_place_is_offered(lines: str, place: str, new: str) -> None:
    (one,) = found("opening-sequence", text_of(lines))
    assert one.spot.paragraph == place
    assert [mend.new for mend in one.fix] == [new]
    assert_fixes_hold("opening-sequence", text_of(lines))


def test_the_security_council_does_not_follow_it() -> None:
    lines = "PP1 Recalling A,\nPP2 Recalling B,"
    assert said("opening-sequence", text_of(lines, body="Security Council")) == []


def test_another_wording_of_a_paragraph_takes_no_part_in_its_run() -> None:
    lines = "OP1 Reaffirms A;\nOP1alt [1 alt] Reaffirms B;\nOP2 [2] Also reaffirms C;"
    assert said("opening-sequence", text_of(lines)) == []
    assert said("opening-sequence", text_of(lines.replace("1alt", "1bis").replace("1 alt", "1 bis"))) != []


def test_an_adverb_outside_the_italics_is_seen() -> None:
    text = text_of("PP1 Recalling A,\nPP2 Recalling also B,\nPP3 Recalling also C,")
    printed = tuple(replace(one, opening="Recalling") for one in text.paragraphs)
    (one,) = found("opening-sequence", replace(text, paragraphs=printed))
    assert [(one.words, mend.new) for mend in one.fix] == [("Recalling also", "Recalling further")]


def test_an_adverb_alone_in_italics_is_read_with_its_verb() -> None:
    text = text_of("OP1 Notes A;\nOP2 Also notes B;\nOP3 Also welcomes C;")
    printed = tuple(replace(one, opening=one.opening.split()[0]) for one in text.paragraphs)
    (one,) = found("opening-sequence", replace(text, paragraphs=printed))
    assert [(one.words, mend.new) for mend in one.fix] == [("Also welcomes", "Welcomes")]


def test_an_aside_in_commas_is_left_to_the_drafter() -> None:
    assert said("opening-sequence", text_of("OP1 Also, in this regard, calls upon States to act;")) == []
    assert with_adverb("Also, in this regard, calls upon", "", Kind.OPERATIVE) == ""


@given(st.lists(st.sampled_from(["Recalling", "Recognizing", "Noting with concern"]), max_size=12))
def test_following_every_fix_leaves_nothing_to_remark(openings: list[str]) -> None:
    text = text_of("\n".join(f"PP{at} {words} A," for at, words in enumerate(openings, start=1)))
    for one in found("opening-sequence", text):
        mend = one.fix[0]
        at = int(mend.spot.paragraph[2:]) - 1
        openings = [*openings[:at], mend.new, *openings[at + 1 :]]
    right = text_of("\n".join(f"PP{at} {words} A," for at, words in enumerate(openings, start=1)))
    assert said("opening-sequence", right) == []


@given(
    st.sampled_from(["Recalling", "Noting with concern"]), st.sampled_from(ADVERBS), st.sampled_from(ADVERBS)
)
def test_an_adverb_takes_the_place_of_another(opening: str, first: str, second: str) -> None:
    once = with_adverb(opening, first, Kind.PREAMBULAR)
    assert with_adverb(once, second, Kind.PREAMBULAR) == with_adverb(opening, second, Kind.PREAMBULAR)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("PP1 Recalls the Charter,", "Recalls"),
        ("OP1 Recalling the Charter;", "Recalling"),
        ("PP1 The Charter was adopted,", "The"),
    ],
)
def test_a_verb_of_the_other_part_is_remarked(line: str, words: str) -> None:
    (one,) = found("opening-form", text_of(line))
    assert one.words == words
    assert not one.fix


@pytest.mark.parametrize(
    "line",
    [
        "PP1 Deeply concerned at A,",
        "PP1 Having considered A,",
        "OP1 Takes note of A;",
        "A1.OP1 The A.",
        "OP1 [Takes note of A;]",
    ],
)
def test_the_forms_of_each_part_are_not_remarked(line: str) -> None:
    assert said("opening-form", text_of(line)) == []


def test_another_addressee_is_information_only() -> None:
    lines = "OP1 Requests States to act;\nOP2 Requests the High Commissioner to act;"
    (one,) = found("opening-addressee", text_of(lines))
    assert (one.spot.paragraph, one.severity, one.related[0].paragraph) == ("OP2", Severity.INFO, "OP1")
    assert said("opening-sequence", text_of(lines)) == []


@pytest.mark.parametrize(("places", "told"), [(3, 3), (4, 0)])
def test_what_a_text_does_time_and_again_is_its_habit(places: int, told: int) -> None:
    who = ["States", "the High Commissioner", "all donors", "the Secretary-General", "the Council"]
    lines = [f"OP{at} Requests {one} to act;" for at, one in enumerate(who[: places + 1], 1)]
    assert len(found("opening-addressee", text_of("\n".join(lines)))) == told


@pytest.mark.parametrize("opening", ["Recalling", "Recalling also", "Recalling further"])
def test_behind_a_disputed_paragraph_any_place_in_the_run_may_be_right(opening: str) -> None:
    lines = f"PP1 Recalling A,\nPP2 [Recalling also B,]\nPP3 {opening} C,\nPP4 {opening} D,"
    assert [place for place, _ in said("opening-sequence", text_of(lines))] == ["PP4"]


def test_two_adverbs_behind_a_disputed_paragraph() -> None:
    lines = "PP1 [Recalling A,]\nPP2 Recalling also further B,\nPP3 Recalling further C,"
    assert [place for place, _ in said("opening-sequence", text_of(lines))][:1] == ["PP2"]


def test_where_the_adverb_goes_between_two_participles_is_left_to_the_drafter() -> None:
    lines = "PP1 Recognizing and welcoming A,\nPP2 Recognizing and welcoming B,"
    assert said("opening-sequence", text_of(lines)) == []


def test_only_who_is_asked_is_an_addressee() -> None:
    lines = "PP1 Welcoming in this regard A,\nPP2 Welcoming in this regard B,"
    assert said("opening-addressee", text_of(lines)) == []


def test_a_list_that_begins_alike_is_another_addressee() -> None:
    lines = "OP1 Calls upon States, agencies and others to act;\nOP2 Calls upon States to act;"
    assert said("opening-addressee", text_of(lines)) == [("OP2", "Calls upon")]


def test_the_adverb_inside_a_paragraph_that_the_next_one_opens_with() -> None:
    text = text_of(
        "PP1 Recalling A,\nPP2 Recalling also B, and recalling further C,\nPP3 Recalling further D,"
    )
    (one,) = found("opening-inner", text)
    assert (one.spot.paragraph, one.words) == ("PP2", "recalling further")
    assert mended(text, one).paragraph("PP2").text == "Recalling also B, and recalling C,"
    assert_fixes_hold("opening-inner", text)


@pytest.mark.parametrize("line", ["PP1 Recaling the Charter,", "OP1 Emphazises the Charter;"])
def test_a_verb_nobody_uses_is_remarked(line: str) -> None:
    assert said("opening-unknown", text_of(line)) == [(line.split(maxsplit=1)[0], line.split()[1])]


@pytest.mark.parametrize(
    "line",
    [
        "OP1 Regrets the delay;",
        "OP1 Refers to the Charter;",
        "OP1 Draws attention to the Charter;",
        "OP1 Is deeply concerned about the delay;",
        "OP1 Also extends its gratitude;",
        "PP1 Drawing attention to the Charter,",
        "PP1 Pursuant to the Charter,",
    ],
)
def test_a_verb_of_the_lists_is_known_in_each_of_its_forms(line: str) -> None:
    assert said("opening-unknown", text_of(line)) == []


def test_italics_of_more_than_the_phrase() -> None:
    text = text_of("PP1 Acknowledging that remittances matter,")
    printed = replace(text.paragraphs[0], opening="Acknowledging that")
    assert said("opening-italics", replace(text, paragraphs=(printed,))) == [("PP1", "Acknowledging that")]
    assert said("opening-italics", text) == []


def test_points_begin_with_a_capital() -> None:
    text = text_of("OP1 Requests States:\nOP1(a) to act;\nOP1(b) “to report”;\nOP1(c) To stop.")
    assert said("point-capital", text) == [("OP1(a)", "t")]
    assert_fixes_hold("point-capital", text)
