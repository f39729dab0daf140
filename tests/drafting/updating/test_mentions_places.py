# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text refers to by its place or name: paragraphs, parts, instruments; and what ordinals count."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.data import load
from drafting.updating.mentions import Mention, MentionKind, find


def of_kind(text: str, kind: MentionKind) -> list[Mention]:
    return [one for one in find(text) if one.kind is kind]


OWN, CITED = True, False

PARAGRAPHS = [
    ("as requested in paragraph 5 above;", [("5", OWN, "")]),
    ("set out in paragraph 20 below", [("20", OWN, "")]),
    ("paragraphs 3 to 7 of the present resolution", [("3", OWN, ""), ("7", OWN, "")]),
    (
        "paragraph 63, and in particular paragraph 7 (d), of the Final Document",
        [("63", CITED, ""), ("7 (d)", CITED, "")],
    ),
    ("measures renewed in paragraph 3 no later than", [("3", OWN, "")]),
    ("paragraphs 10, 12 and 20 above", [("10", OWN, ""), ("12", OWN, ""), ("20", OWN, "")]),
    ("operative paragraph 2 of this resolution", [("2", OWN, "")]),
    ("paragraphs 1 (a) and (b) above", [("1 (a)", OWN, ""), ("(b)", OWN, "")]),
    ("paragraph 3 of resolution 70/1", [("3", CITED, "70/1")]),
    ("Reaffirms paragraph 10 of its resolution 61/105 of 8 December 2006,", [("10", CITED, "61/105")]),
    (
        "paragraphs 80 and 83 to 87 of resolution 61/105, paragraph 119 (b) of resolution 64/72",
        [
            ("80", CITED, "61/105"),
            ("83", CITED, "61/105"),
            ("87", CITED, "61/105"),
            ("119 (b)", CITED, "64/72"),
        ],
    ),
    ("paragraph 5 and paragraph 7 of resolution 70/1", [("5", CITED, "70/1"), ("7", CITED, "70/1")]),
    ("Resolution 66/288, annex, para. 274.", [("274", CITED, "66/288")]),
    ("paragraph 4 of the annex to its resolution 60/251", [("4", CITED, "60/251")]),
    ("Supplement No. 20 (A/80/20), paras. 303 and 304", [("303", CITED, ""), ("304", CITED, "")]),
    ("Ibid., para. 10", [("10", CITED, "")]),
    ("in accordance with article 21, paragraph 4, thereof", [("4", CITED, "")]),
    ("paragraph 48 of the Plan of Action", [("48", CITED, "")]),
    ("the above-mentioned regional seminars", [("above-mentioned", OWN, "")]),
    ("the paragraphs above and the present paragraph", []),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[tuple[str, bool, str]]) -> None:
    found = of_kind(text, MentionKind.PARAGRAPH)
    assert [(one.value, one.own, one.of) for one in found] == expected
    assert [one.span.of(text) for one in found] == [value for value, _, _ in expected]


def test_what_is_above_mentioned() -> None:
    (mention,) = find("for the above-mentioned regional seminars, its services")
    assert mention.counted == "regional seminars"


PARTS = [
    ("(A/78/53), chap. VII, sect. A.", "chap. VII, sect. A", False, ""),
    ("section VI of its resolution 68/247 A", "section VI", False, "68/247 A"),
    ("Resolution 71/312, annex.", "annex", False, "71/312"),
    ("the annex to Assembly resolution 51/210", "annex", False, "51/210"),
    ("annexed to it; the annex to the present resolution", "annex", True, ""),
    ("appendices I and II to the Convention", "appendices I and II", False, ""),
    ("part two, chap. II, sect. N", "part two, chap. II, sect. N", False, ""),
    ("Treaty Series, vol. 1833, No. 31363.", "vol. 1833, No. 31363", False, ""),
    ("Supplement No. 53A (A/80/53/Add.1)", "Supplement No. 53A", False, ""),
    ("in particular Article 25 of the Agreement", "Article 25", False, ""),
    ("(United Nations publication, Sales No. E.94.I.18), ch. I", "No. E.94.I.18", False, ""),
    ("Sustainable Development Goals 8 and 10", "Goals 8 and 10", False, ""),
]


@pytest.mark.parametrize(("text", "words", "own", "of"), PARTS)
def test_parts(text: str, words: str, own: bool, of: str) -> None:
    (mention,) = of_kind(text, MentionKind.PART)
    assert (mention.span.of(text), mention.own, mention.of) == (words, own, of)


INSTRUMENTS = [
    ("the Charter of the United Nations and international law", ["Charter of the United Nations"]),
    (
        "the International Covenant on Economic, Social and Cultural Rights and the International Covenant "
        "on Civil and Political Rights",
        [
            "International Covenant on Economic, Social and Cultural Rights",
            "International Covenant on Civil and Political Rights",
        ],
    ),
    (
        "Reaffirming the Vienna Declaration and Programme of Action,",
        ["Vienna Declaration and Programme of Action"],
    ),
    (
        "the Addis Ababa Action Agenda of the Third International Conference on Financing",
        ["Addis Ababa Action Agenda"],
    ),
    (
        "the 2030 Agenda for Sustainable Development and the New Urban Agenda, Agenda 21",
        ["2030 Agenda for Sustainable Development", "New Urban Agenda", "Agenda 21"],
    ),
    (
        "the Global Compact for Safe, Orderly and Regular Migration, and Cuba",
        ["Global Compact for Safe, Orderly and Regular Migration"],
    ),
    (
        "the Agreement on Port State Measures to Prevent, Deter and Eliminate Illegal, Unreported and "
        "Unregulated Fishing",
        [
            "Agreement on Port State Measures to Prevent, Deter and Eliminate Illegal, Unreported and "
            "Unregulated Fishing"
        ],
    ),
    (
        "the Sendai Framework for Disaster Risk Reduction 2015–2030, adopted",
        ["Sendai Framework for Disaster Risk Reduction 2015–2030"],
    ),
    ("the Domestic Workers Convention, 2011 (No. 189), on", ["Domestic Workers Convention, 2011 (No. 189)"]),
    ("States Parties to the Paris Agreement", ["Paris Agreement"]),
    ("the 1974 Disengagement of Forces Agreement, calls on", ["1974 Disengagement of Forces Agreement"]),
    (
        "a Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space",
        ["Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space"],
    ),
    ("under the Convention on Tuna Established in 1949, in Rome on 6 May 2025", ["Convention on Tuna"]),
    (
        "the Santiago de Compostela Declaration for Equality",
        ["Santiago de Compostela Declaration for Equality"],
    ),
    ("the Agreement, the Code and the Convention", []),
    ("United Nations, Treaty Series", []),
]


@pytest.mark.parametrize(("text", "names"), INSTRUMENTS)
def test_instruments(text: str, names: list[str]) -> None:
    assert [one.span.of(text) for one in of_kind(text, MentionKind.INSTRUMENT)] == names


def test_the_date_of_a_declaration_stands_beside_it() -> None:
    text = "in the Baku Declaration of 6 April 2018, adopted"
    declaration, day = find(text)
    assert (declaration.value, declaration.dated) == ("Baku Declaration", date(2018, 4, 6))
    assert declaration.date == day.span
    assert day.kind is MentionKind.DATE


ORDINALS = [
    ("the Nineteenth Summit of Heads of State", [("Nineteenth", 19, "Summit")]),
    (
        "the tenth and twentieth anniversaries",
        [("tenth", 10, "anniversary"), ("twentieth", 20, "anniversary")],
    ),
    (
        "their first, second and third meetings",
        [("first", 1, "meeting"), ("second", 2, "meeting"), ("third", 3, "meeting")],
    ),
    ("the Fourth United Nations Conference on Trade", [("Fourth", 4, "Conference")]),
    ("34th plenary meeting", [("34th", 34, "meeting")]),
    ("the tenth Review Conference of the Parties", [("tenth", 10, "Conference")]),
    ("the seventh biennial review", [("seventh", 7, "review")]),
    ("for the first time in a conference, as a first step; the Third Committee", []),
    ("at its fifty-ninth session", []),
]


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_ordinals(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = of_kind(text, MentionKind.ORDINAL)
    assert [(one.span.of(text), one.count, one.counted) for one in found] == expected


WORDS = load("mentions")


@pytest.mark.parametrize("head", WORDS["instruments"])
def test_every_head_noun(head: str) -> None:
    text = f"the Kampala {head} was"
    assert [one.span.of(text) for one in of_kind(text, MentionKind.INSTRUMENT)] == [f"Kampala {head}"]


@pytest.mark.parametrize("name", WORDS["not_instruments"])
def test_what_is_no_instrument(name: str) -> None:
    assert of_kind(f"the Kampala {name} was", MentionKind.INSTRUMENT) == []


@pytest.mark.parametrize("name", WORDS["parts"]["numbered"])
def test_every_numbered_part(name: str) -> None:
    text = f"see {name} 3, as agreed"
    assert [one.span.of(text) for one in of_kind(text, MentionKind.PART)] == [f"{name} 3"]


@pytest.mark.parametrize("name", WORDS["parts"]["alone"])
def test_every_part_alone(name: str) -> None:
    assert [one.value for one in of_kind(f"see the {name}.", MentionKind.PART)] == [name]


@pytest.mark.parametrize("word", WORDS["own_texts"])
def test_every_text_that_is_its_own(word: str) -> None:
    assert [one.own for one in of_kind(f"paragraph 5 of the present {word}", MentionKind.PARAGRAPH)] == [True]


@pytest.mark.parametrize("word", WORDS["referring"])
def test_every_word_that_refers_back(word: str) -> None:
    assert [one.value for one in of_kind(f"the {word} seminars", MentionKind.PARAGRAPH)] == [word]
