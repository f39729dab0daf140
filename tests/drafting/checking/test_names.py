# SPDX-License-Identifier: GPL-3.0-or-later
"""Abbreviations, and names of offices in full and in short."""

from __future__ import annotations

import pytest

from tests.checked import assert_fixes_hold, found, mended, said, text_of

COVID = "coronavirus disease (COVID-19)"


@pytest.mark.parametrize(
    ("lines", "place", "right"),
    [
        (
            f"PP1 Alarmed by the impact of the {COVID},\nOP1 Notes the impact of the {COVID} pandemic.",
            "OP1",
            "Notes the impact of the COVID-19 pandemic.",
        ),
        (
            "PP1 Noting the United Nations Environment Programme (UNEP),\n"
            "OP1 Thanks the United Nations Environment Programme (UNEP) for this.",
            "OP1",
            "Thanks the UNEP for this.",
        ),
    ],
)
def test_an_abbreviation_is_spelled_out_once(lines: str, place: str, right: str) -> None:
    text = text_of(lines)
    (one,) = found("abbreviation-again", text)
    assert mended(text, one).paragraph(place).text == right
    assert_fixes_hold("abbreviation-again", text)


def test_the_long_form_moves_to_the_first_use() -> None:
    text = text_of("PP1 Noting the work of UNDOF,\nOP1 Thanks the Disengagement Observer Force (DOF).")
    assert said("abbreviation-again", text) == []
    text = text_of("PP1 Noting the work of the DOF,\nOP1 Thanks the Disengagement Observer Force (DOF).")
    (one,) = found("abbreviation-again", text)
    after = mended(text, one)
    assert after.paragraph("PP1").text == "Noting the work of the Disengagement Observer Force (DOF),"
    assert after.paragraph("OP1").text == "Thanks the DOF."
    assert_fixes_hold("abbreviation-again", text)


def test_two_long_forms_are_a_question() -> None:
    text = text_of(f"PP1 Alarmed by the {COVID},\nPP2 Noting the coronavirus disease 2019 (COVID-19),")
    assert said("abbreviation-forms", text) == [("PP2", "(COVID-19)")]
    assert said("abbreviation-again", text) == []


@pytest.mark.parametrize(
    "words",
    [
        "resolutions 1514 (XV) and 217 A (III), part III,",
        "the SIDS Accelerated Modalities of Action (SAMOA) Pathway and its (SAMOA) Pathway,",
        f"its resolution entitled “On the {COVID}”, and the {COVID},",
        "HIV, A/HRC/50/1, decision 1/CMA.3 and the Secretary-General,",
    ],
)
def test_what_is_no_abbreviation(words: str) -> None:
    text = text_of(f"PP1 Recalling {words}")
    for rule_id in ("abbreviation-again", "abbreviation-forms"):
        assert said(rule_id, text) == []


def test_an_abbreviation_that_is_spelled_out_nowhere() -> None:
    text = text_of("PP1 Noting the RFMOS and again the RFMOS,\nPP2 Noting also HIV and the IMO,")
    assert said("abbreviation-undefined", text) == [("PP1", "RFMOS"), ("PP2", "IMO")]


OFFICE = "Office of the United Nations High Commissioner for Human Rights"


def test_the_full_name_stands_once_in_a_part() -> None:
    text = text_of(f"PP1 Noting the {OFFICE},\nOP1 Requests the {OFFICE} to act;\nOP2 Thanks the {OFFICE}.")
    (one,) = found("full-name-again", text)
    assert mended(text, one).paragraph("OP2").text == "Thanks the Office of the High Commissioner."
    assert_fixes_hold("full-name-again", text)


def test_a_short_name_changes_places_with_the_full_one() -> None:
    text = text_of("PP1 Guided by the Charter,\nOP1 Recalls the Charter of the United Nations.")
    (one,) = found("short-name-early", text)
    after = mended(text, one)
    assert after.paragraph("PP1").text == "Guided by the Charter of the United Nations,"
    assert after.paragraph("OP1").text == "Recalls the Charter."
    assert_fixes_hold("short-name-early", text)


@pytest.mark.parametrize(
    "words",
    [
        "the Charter of the Organization of African Unity,",
        "the High Commissioner for Refugees,",
        "“The Charter”,",
    ],
)
def test_other_names_are_left_alone(words: str) -> None:
    text = text_of(f"PP1 Noting {words}\nOP1 Recalls the Charter of the United Nations.")
    assert said("short-name-early", text) == []
