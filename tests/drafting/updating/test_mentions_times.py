# SPDX-License-Identifier: GPL-3.0-or-later
"""Times: years, months, periods, and what dates do in their sentences."""

from __future__ import annotations

import pytest

from drafting.data import load
from drafting.updating.mentions import Mention, MentionKind, Role, find


def of_kind(text: str, *kinds: MentionKind) -> list[Mention]:
    return [one for one in find(text) if one.kind in kinds]


ROLES = [
    ("decides to extend the mandate until 30 June 2026;", "2026-06-30", Role.DEADLINE),
    ("to report by 1 March 2027, and annually", "2027-03-01", Role.DEADLINE),
    ("no later than 31 December 2025", "2025-12-31", Role.DEADLINE),
    ("occupied since 4 June 1967,", "1967-06-04", Role.START),
    ("in force as from 1 January 2026", "2026-01-01", Role.START),
    ("held in Kampala on 20 January 2024,", "2024-01-20", Role.EVENT),
    ("held in Kampala from 19 to 20 January 2024,", "19 to 20 January 2024", Role.EVENT),
    ("to be held, in Nice, France, from 9 to 13 June 2025,", "9 to 13 June 2025", Role.EVENT),
    ("convened virtually from 15 to 18 January 2024,", "15 to 18 January 2024", Role.EVENT),
    ("to be held in Geneva no later than 30 June 2026", "2026-06-30", Role.DEADLINE),
    ("the Charter, held to be binding; adopted on 6 April 2018", "2018-04-06", Role.NONE),
    ("the Baku Declaration of 6 April 2018", "2018-04-06", Role.NONE),
    ("the Second Summit, in Rome on 5 July 2024,", "2024-07-05", Role.EVENT),
]


@pytest.mark.parametrize(("text", "value", "role"), ROLES)
def test_what_a_date_does(text: str, value: str, role: Role) -> None:
    (mention,) = of_kind(text, MentionKind.DATE)
    assert (mention.value, mention.role) == (value, role)


def test_the_days_of_one_meeting_after_another() -> None:
    text = (
        "held in Sharm el-Sheikh, Egypt, from 21 to 23 May 2008, in Washington, D.C., on 2 and 3 June 2010 "
        "and by videoconference in May 2021, and the declaration of 4 June 2021"
    )
    found = of_kind(text, MentionKind.DATE)
    assert [one.role for one in found] == [Role.EVENT, Role.EVENT, Role.NONE]


@pytest.mark.parametrize(
    ("text", "words", "last"),
    [
        (
            "sessions of 24 February–13 March and 15–23 June 2020",
            "24 February–13 March and 15–23 June 2020",
            23,
        ),
        ("on 5, 6 and 7 May 2021", "5, 6 and 7 May 2021", 7),
        ("Monterrey, Mexico, 18−22 March 2002", "18−22 March 2002", 22),
        ("in resolution 60/1, 16 September 2005", "16 September 2005", 16),
    ],
)
def test_several_days(text: str, words: str, last: int) -> None:
    (mention,) = of_kind(text, MentionKind.DATE)
    assert (mention.span.of(text), mention.dated and mention.dated.day) == (words, last)


YEARS = [
    ("by the end of 2025", "2025", "2025", Role.DEADLINE, "2025-12-31", "year"),
    ("to be achieved by 2030", "2030", "2030", Role.DEADLINE, "2030-12-31", "year"),
    ("in 2026", "2026", "2026", Role.NONE, "2026-12-31", "year"),
    ("for two days in the first half of 2023,", "2023", "2023", Role.NONE, "2023-06-30", "year"),
    ("since 1967", "1967", "1967", Role.START, "1967-12-31", "year"),
    ("to be held in 2027", "2027", "2027", Role.EVENT, "2027-12-31", "year"),
    ("no later than December 2008", "December 2008", "2008-12", Role.DEADLINE, "2008-12-31", "month"),
    ("in February 2024", "February 2024", "2024-02", Role.NONE, "2024-02-29", "month"),
    ("in May and June 2025", "May and June 2025", "2025-05–2025-06", Role.NONE, "2025-06-30", "month"),
    ("for 2024–2025", "2024–2025", "2024–2025", Role.NONE, "2025-12-31", "year"),
    ("from 2015 to 2030", "2015 to 2030", "2015–2030", Role.NONE, "2030-12-31", "year"),
    ("the biennium 2026–2027", "2026–2027", "2026–2027", Role.NONE, "2027-12-31", "biennium"),
    ("in the 2026–2027 biennium", "2026–2027", "2026–2027", Role.NONE, "2027-12-31", "biennium"),
    ("for the period 2026–27", "2026–27", "2026–2027", Role.NONE, "2027-12-31", "period"),
    ("the school year 2024/25", "2024/25", "2024/25", Role.NONE, "2025-12-31", "school year"),
    ("in mid-2024", "2024", "2024", Role.NONE, "2024-12-31", "year"),
]


@pytest.mark.parametrize(("text", "words", "value", "role", "last", "noun"), YEARS)
def test_years(text: str, words: str, value: str, role: Role, last: str, noun: str) -> None:
    (mention,) = of_kind(text, MentionKind.YEAR)
    assert (mention.span.of(text), mention.value, mention.role) == (words, value, role)
    assert (str(mention.dated), mention.counted) == (last, noun)
    assert mention.count == mention.session == int(last[:4])


@pytest.mark.parametrize(
    "text",
    [
        "resolution 2782 (2025) of 30 June 2025",
        "resolution 2000/22",
        "S/2025/154",
        "the 2030 Agenda for Sustainable Development and Agenda 2063",
        "entitled “Oceans 2025: the way ahead”",
        "the post-2015 development agenda",
        "Treaty Series, vol. 2010, No. 1999",
        "of 2,500 vessels and 1,950.5 tons, at 2015°",
        "the Domestic Workers Convention, 2011 (No. 189)",
        "its 2026 session",
    ],
)
def test_what_is_no_year(text: str) -> None:
    assert of_kind(text, MentionKind.YEAR) == []


PERIODS = [
    ("for a period of three years", "three years", "3 years", 36),
    ("for a further period of six months, until", "six months", "6 months", 6),
    ("for twenty-four months", "twenty-four months", "24 months", 24),
    ("a five\u2011year strategy", "five\u2011year", "5 years", 60),
    ("60 days in advance", "60 days", "60 days", None),
    ("every two years", "every two years", "every 2 years", 24),
    ("every other year", "every other year", "every 2 years", 24),
    ("each year", "each year", "every year", 12),
    ("during every fourth session of the Assembly", "every fourth session", "every 4 sessions", None),
    ("on a biennial basis", "biennial", "biennial", 24),
    ("to report annually", "annually", "annually", 12),
    ("for the next biennium", "biennium", "biennium", 24),
]


@pytest.mark.parametrize(("text", "words", "value", "months"), PERIODS)
def test_periods(text: str, words: str, value: str, months: int | None) -> None:
    (mention,) = find(text)
    assert mention.kind is MentionKind.PERIOD
    assert (mention.span.of(text), mention.value, mention.count) == (words, value, months)


@pytest.mark.parametrize("text", ["in recent years", "ten States", "a yearling", "non-annual", "2.5 years"])
def test_what_is_no_period(text: str) -> None:
    assert find(text) == ()


WORDS = load("mentions")


@pytest.mark.parametrize("word", WORDS["deadline"])
def test_every_word_of_a_deadline(word: str) -> None:
    for text, kind in ((f"{word} 30 June 2026", MentionKind.DATE), (f"{word} 2026", MentionKind.YEAR)):
        assert [one.role for one in of_kind(text, kind)] == [Role.DEADLINE]


@pytest.mark.parametrize("word", WORDS["start"])
def test_every_word_of_a_start(word: str) -> None:
    assert [one.role for one in of_kind(f"{word} 30 June 2026", MentionKind.DATE)] == [Role.START]


@pytest.mark.parametrize("word", WORDS["event"])
def test_every_word_of_a_meeting(word: str) -> None:
    found = of_kind(f"{word} in Rio de Janeiro, Brazil, from 20 to 22 June 2012", MentionKind.DATE)
    assert [one.role for one in found] == [Role.EVENT]


@pytest.mark.parametrize(("word", "month"), WORDS["within_year"].items())
def test_every_part_of_a_year(word: str, month: int) -> None:
    (mention,) = of_kind(f"by {word}{'' if word.endswith('-') else ' '}2026", MentionKind.YEAR)
    assert (mention.role, mention.dated and mention.dated.month) == (Role.DEADLINE, month)


@pytest.mark.parametrize(("word", "months"), WORDS["periods"].items())
def test_every_rhythm(word: str, months: int | None) -> None:
    assert [(one.value, one.count) for one in find(f"its {word} budget")] == [(word, months)]


@pytest.mark.parametrize(("unit", "months"), WORDS["units"].items())
def test_every_unit(unit: str, months: int | None) -> None:
    count = None if months is None else 2 * months
    assert [(one.value, one.count) for one in find(f"two {unit}s")] == [(f"2 {unit}s", count)]


@pytest.mark.parametrize("noun", [form for pair in WORDS["counted"].items() for form in pair])
def test_every_noun_that_is_counted(noun: str) -> None:
    assert [one.count for one in of_kind(f"the third {noun}", MentionKind.ORDINAL)] == [3]
