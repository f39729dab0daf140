# SPDX-License-Identifier: GPL-3.0-or-later
"""Spelling, names, capitals, half-made plurals, costs and times, each in a line or two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafting.checking import Severity, Subject, check
from drafting.data import load
from tests.checked import assert_fixes_hold, found, mended, only, said, text_of

SPELLED = [
    ("spelling", "the program of work", "program", "the programme of work"),
    ("spelling", "recognising organisations", "organisations", None),
    ("spelling", "to emphasise it", "emphasise", "to emphasize it"),
    ("spelling", "reorganised", "reorganised", "reorganized"),
    ("spelling", "to analyze it", "analyze", "to analyse it"),
    ("spelling", "co-operation among States", "co-operation", "cooperation among States"),
    ("spelling", "capacity building", "capacity building", "capacity-building"),
    ("spelling", "five percent of it", "percent", "five per cent of it"),
    ("never-abbreviated", "the UN system", "UN", "the United Nations system"),
    ("never-abbreviated", "the report of the SG", "SG", "the report of the Secretary-General"),
    ("capitals", "all member states", "member states", "all Member States"),
    ("capitals", "the heads of state", "heads of state", "the Heads of State"),
    ("country-name", "the Government of Turkey", "Turkey", "the Government of Türkiye"),
    ("country-name", "held in Iran in May", "Iran", "held in Iran (Islamic Republic of) in May"),
    ("country-name", "the people of Moldova", "Moldova", "the people of the Republic of Moldova"),
]


@pytest.mark.parametrize(("rule", "words", "said_of", "right"), SPELLED)
def test_another_form_is_remarked_and_mended(rule: str, words: str, said_of: str, right: str | None) -> None:
    text = text_of(f"PP1 Recalling {words},\nOP1 Decides to go on.")
    findings = found(rule, text)
    assert said_of in [one.words for one in findings]
    if right is not None:
        assert mended(text, findings[0]).paragraph("PP1").text == f"Recalling {right},"
    assert_fixes_hold(rule, text)


RIGHT = [
    ("spelling", "exercise, advise, supervise, otherwise, promise, enterprises, precise and fisheries"),
    ("spelling", "the Organisation for Economic Co-operation and Development, and Labor Day"),
    ("spelling", "the report entitled “Labor and co-operation”, recognized by the Council"),
    ("spelling", "see www.un.org/program/organise.htm, and analyse it"),
    ("spelling", "to follow up, a follow-up, and to license, with a judgment"),
    ("never-abbreviated", "UN-Women, UN-Habitat, UN Women, A/RES/70/1, E/CN.4/SC/1, “UN reform”"),
    ("capitals", "Member States, a Member State, coastal States, the state of the oceans"),
    ("country-name", "the Islamic Republic of Iran, Iran (Islamic Republic of), Türkiye, Brunei Darussalam"),
    ("country-name", "the Republic of Moldova, the Bolivarian Republic of Venezuela, “Turkey and Iran”"),
    ("two-spellings", "States Parties, and best practices of States Parties"),
]


@pytest.mark.parametrize(("rule", "words"), RIGHT)
def test_the_right_form_is_left_alone(rule: str, words: str) -> None:
    assert said(rule, text_of(f"PP1 Recalling {words},\nOP1 Decides to go on.")) == []


def test_the_house_form_of_a_list_is_in_no_other_pair() -> None:
    pairs = load("phrases")["spellings"]["pairs"]
    assert not {own for own, _ in pairs} & {other for _, other in pairs}
    assert len({other for _, other in pairs}) == len(pairs)


def test_an_old_name_is_right_in_an_old_text() -> None:
    text = text_of("PP1 Welcoming the summit held in Turkey,\nOP1 Decides to go on.")
    for year, told in ((2021, 0), (2023, 1)):
        of_year = replace(text, masthead=replace(text.masthead, adopted=date(year, 7, 12)))
        assert len(found("country-name", of_year)) == told


@pytest.mark.parametrize("rule", ["never-abbreviated", "abbreviation-undefined"])
def test_the_security_council_writes_some_short_forms(rule: str) -> None:
    lines = "PP1 Noting the UN personnel of UNDOF,\nOP1 Decides to go on."
    assert said(rule, text_of(lines, body="Security Council")) == []
    assert said(rule, text_of(lines)) != []


def test_a_term_in_two_forms_is_told_where_it_is_rarer() -> None:
    usual = "Urges States Parties to act, and States Parties to report;"
    text = text_of(f"OP1 {usual}\nOP2 {usual}\nOP3 Requests States parties to report.")
    assert said("two-spellings", text) == [("OP3", "States parties")]
    assert_fixes_hold("two-spellings", text)
    even = text_of("OP1 Urges States Parties to act;\nOP2 Urges States parties to act.")
    assert said("two-spellings", even) == []


CLAUSE = (
    "cooperation at the national, regional and international levels for the progressive realization of {}"
    "economic, social and cultural rights to address the continuing negative impact of the pandemic"
)
FAMILIES = (
    "the Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families and "
    "the Convention on the Rights of Persons with Disabilities and the Convention on the Rights of the Child"
)


@pytest.mark.parametrize("other", ["", "all "])
def test_a_clause_that_stands_twice(other: str) -> None:
    first, second = CLAUSE.format(""), CLAUSE.format(other)
    text = text_of(
        f"PP1 Deeply concerned, and recalling that {first},\nPP2 Recognizing the role of {second},"
    )
    (one,) = found("clause-twice", text)
    assert (one.spot.paragraph, one.words, one.related[0].paragraph) == ("PP2", second, "PP1")
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    "lines",
    [
        f"PP1 Recalling the importance of {CLAUSE.format('')},\nOP1 Stresses {CLAUSE.format('')}.",
        f"PP1 Recalling {CLAUSE.format('')},\nPP2 Recognizing the importance of cooperation at all levels,",
        f"PP1 Recalling with respect {FAMILIES},\nPP2 Noting once again {FAMILIES},",
    ],
)
def test_twins_of_two_parts_short_ones_and_names_are_left_alone(lines: str) -> None:
    assert said("clause-twice", text_of(lines)) == []


def test_two_requests_may_speak_of_the_same_thing() -> None:
    clause = CLAUSE.format("")
    text = text_of(f"OP1 Requests States to work for {clause};\nOP2 Urges all to see to {clause}.")
    assert [one.severity for one in found("clause-twice", text)] == [Severity.INFO]


def test_a_repetition_of_two_older_versions_is_meant() -> None:
    clause = CLAUSE.format("")
    text = text_of(f"PP1 Recalling the value of {clause},\nPP2 Noting the role of {clause},")
    told = [check(Subject(text, (text,) * older), only("clause-twice")) for older in (0, 1, 2)]
    assert [len(findings) for findings in told] == [1, 1, 0]


def test_a_clause_that_stands_three_times_is_told_twice() -> None:
    clause = CLAUSE.format("")
    lines = [
        f"PP{at} {verb} the value of {clause},"
        for at, verb in enumerate(("Recalling", "Noting", "Welcoming"), 1)
    ]
    assert [place for place, _ in said("clause-twice", text_of("\n".join(lines)))] == ["PP2", "PP3"]


BOTH = "the tenth and twentieth anniversaries of it"
ONE_FUND = "OP1 Takes note of the report on the United Nations Voluntary Fund for Technical Cooperation;\n"
AGREEMENT = [
    (
        "plural-half-made",
        f"PP1 Recalling the meeting to commemorate {BOTH},",
        1,
    ),
    (
        "plural-half-made",
        f"PP1 Recalling the meetings to commemorate {BOTH},",
        0,
    ),
    ("plural-half-made", "PP1 Recalling the meeting to commemorate the tenth anniversary of it,", 0),
    ("its-of-many", "OP1 Requests resources for the regional seminars, its services and facilities;", 1),
    ("its-of-many", "OP1 Requests resources for the regional seminars, their services and facilities;", 0),
    ("its-of-many", "OP1 Requests resources for the United Nations, its funds and programmes;", 0),
    ("its-of-many", "OP1 Recalls the benefits of progress, its applications and uses;", 0),
    ("unnamed-plural", f"{ONE_FUND}OP2 Requests that the resources available to the funds be increased;", 1),
    ("unnamed-plural", f"{ONE_FUND}OP2 Welcomes other funds;\nOP3 Requests resources for the funds;", 0),
    ("unnamed-plural", "OP1 Requests resources for the funds;", 0),
    ("unnamed-plural", f"{ONE_FUND}OP2 Requests resources for the funds of the United Nations;", 0),
]


@pytest.mark.parametrize(("rule", "lines", "count"), AGREEMENT)
def test_what_agrees_with_nothing_before_it(rule: str, lines: str, count: int) -> None:
    text = text_of(lines)
    assert len(found(rule, text)) == count
    assert_fixes_hold(rule, text)


COSTS = [
    ("Requests the Secretary-General to provide all the resources necessary;", "all the resources necessary"),
    ("Also requests the High Commissioner to prepare a new report on it;", "to prepare a new report"),
    ("Welcomes it, and requests the Secretary-General to convene a workshop;", "to convene a workshop"),
    ("Decides to establish a group of experts;", "Decides to establish"),
    ("Requests States to provide all the resources necessary for it;", None),
    ("Requests the Secretary-General to bring it to the attention of all States;", None),
    ("Takes note of the request that the Secretary-General report on it;", None),
]


@pytest.mark.parametrize(("line", "told"), COSTS)
def test_requests_that_cost_money(line: str, told: str | None) -> None:
    text = text_of(f"OP1 {line}\nOP2 Decides to go on.")
    assert said("budget", text, drafting=True) == ([("OP1", told)] if told else [])
    assert not check(Subject(text), only("budget")), "what was adopted needs no statement any more"


TIMES = [
    ("OP1 Urges States to take part in the conference to be held in Geneva on 3 May 2021;", "warning"),
    ("OP1 Urges States to take part in the conference to be held in Geneva on 3 May 2023;", None),
    ("OP1 Urges States to ratify it no later than 31 December 2020;", "info"),
    ("OP1 Urges States to ratify it by 2030;", None),
    ("OP1 Recalls that States were to ratify it by 31 December 2020;", None),
    ("PP1 Recognizing that States should ratify it by 31 December 2020,", None),
]


@pytest.mark.parametrize(("line", "told"), TIMES)
def test_times_that_have_passed(line: str, told: str | None) -> None:
    text = text_of(f"{line}\nOP9 Decides to go on.")
    text = replace(text, masthead=replace(text.masthead, adopted=date(2022, 7, 7)))
    assert [str(one.severity) for one in found("time-passed", text)] == ([told] if told else [])


def test_a_deadline_that_two_versions_kept_past_its_time_is_quoted() -> None:
    text = text_of("OP1 Urges States to ratify it no later than 31 December 2020;\nOP9 Decides to go on.")
    late = [
        replace(text, masthead=replace(text.masthead, adopted=date(year, 7, 7)))
        for year in (2020, 2021, 2022, 2023)
    ]
    told = [len(check(Subject(one, tuple(late[:at])), only("time-passed"))) for at, one in enumerate(late)]
    assert told == [0, 1, 1, 0]


def test_what_is_upcoming_for_two_versions() -> None:
    text = text_of("OP1 Looks forward to the upcoming round;\nOP2 Notes the upcoming conference.")
    older = text_of("OP1 Looks forward to the upcoming round;\nOP2 Notes the conference.")
    told = check(Subject(text, (older,)), only("left-over"))
    assert [one.spot.paragraph for one in told] == ["OP1"]
    assert not check(Subject(text), only("left-over"))


@pytest.mark.parametrize(
    ("before", "count"),
    [("Welcomes the panel held", 1), ("Welcomes a seminar held", 0), ("Welcomes Seminars", 0)],
)
def test_what_is_above_mentioned_stands_above(before: str, count: int) -> None:
    text = text_of(f"OP1 {before} in May;\nOP2 Requests resources for the above-mentioned seminars.")
    assert len(found("nowhere-above", text)) == count
