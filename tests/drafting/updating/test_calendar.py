# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yearly import GA, HRC, SC, version

from drafting import sessions
from drafting.comparing.lineage import trace
from drafting.data import load
from drafting.resolution import Resolution
from drafting.updating import calendar
from drafting.updating.calendar import (
    Moment,
    cadence,
    closing_session,
    dates_placeholder,
    next_session,
    session_dates,
)

SESSIONS = load("sessions")["human_rights_council"]["sessions"]


@pytest.mark.parametrize(
    "entry", [one for one in SESSIONS if one["session"] > 3], ids=lambda one: one["session"]
)
def test_every_known_session_meets_in_the_year_and_season_of_its_number(entry: dict[str, str | int]) -> None:
    session, dates = int(entry["session"]), str(entry["printed"] or entry["planned"])
    opens = re.search("|".join(calendar.MONTHS), dates)
    assert opens is not None
    assert dates.endswith(str(sessions.council_year(session)))
    seasons = (("February", "March"), ("May", "June"), ("September",))
    assert opens[0] in seasons[sessions.council_slot(session)]


@given(st.integers(2007, 2060), st.integers(0, 2))
def test_number_and_year_are_two_ways_of_saying_it(year: int, slot: int) -> None:
    session = sessions.council_session(year, slot)
    assert (sessions.council_year(session), sessions.council_slot(session)) == (year, slot)


@pytest.mark.parametrize(
    ("moment", "organ", "reached"),
    [
        (Moment(HRC, 59, date(2025, 7, 15)), HRC, 59),
        (Moment(HRC, 59, date(2025, 7, 15)), GA, 79),
        (Moment(HRC, 58, date(2025, 3, 15)), GA, 79),
        (Moment(HRC, 60, date(2025, 10, 8)), GA, 79),
        (Moment(HRC, 61, date(2026, 3, 15)), GA, 80),
        (Moment(GA, 79, date(2024, 12, 17)), GA, 79),
        (Moment(GA, 79, date(2024, 12, 17)), HRC, 57),
        (Moment(GA, 77, date(2023, 5, 17)), HRC, 52),
        (Moment(HRC, 59, date(2025, 7, 15)), SC, 2025),
        (Moment(HRC, 59, date(2025, 7, 15)), "Committee on Fisheries", None),
        (Moment("", None, None), GA, None),
    ],
)
def test_what_an_organ_had_reached(moment: Moment, organ: str, reached: int | None) -> None:
    assert moment.at(organ) == reached


def _at(*sessions: int, back: str = "") -> list[Resolution]:
    lines = ("Recalling the Charter,", back or "Decides to remain seized of the matter.")
    return [version(f"{session}/1", "2020-01-01", *lines) for session in sessions]


COMES_BACK = "Decides to continue its consideration of the matter at its fifty-ninth session."


@pytest.mark.parametrize(
    ("versions", "step", "following"),
    [
        (_at(47, 50, 53, 56), 3, 59),
        (_at(47, 50, 56), 3, 59),  # a skipped year; of two steps seen once the shorter
        (_at(25, 28, 32, 35), 3, 38),  # moved from March to June
        (_at(50, 56), 6, 62),
        (_at(56), 3, 59),
        (_at(56, back=COMES_BACK), 3, 59),
        (_at(53, back=COMES_BACK), 6, 59),
        ([version(f"{n}/1", "2020-01-01", "Decides;", body=GA) for n in (74, 76, 78)], 2, 80),
        ([version("78/1", "2023-12-19", "Decides;", body=GA)], 1, 79),
        ([version("12/3", "", "Decides;", body="Conference of the Parties")], 1, 13),
        ([version("", "", "Decides;", body="")], 1, 0),
    ],
)
def test_rhythm(versions: list[Resolution], step: int, following: int) -> None:
    assert cadence(versions) == step
    assert next_session(trace(versions)) == following


@pytest.mark.parametrize(
    ("days", "year"),
    [
        (("2024-06-27", "2024-12-20", "2025-06-30"), 2025),
        (("2024-12-20", "2025-06-30", "2025-12-29"), 2026),
        (("2024-09-20", "2025-09-19"), 2026),
        (("2024-09-20",), 2025),
    ],
)
def test_the_security_council_goes_by_dates(days: tuple[str, ...], year: int) -> None:
    versions = [version(f"27{i} ({day[:4]})", day, "Decides;", body=SC) for i, day in enumerate(days)]
    assert next_session(trace(versions)) == year


@pytest.mark.parametrize(
    ("line", "session"),
    [
        (COMES_BACK, 59),
        ("Decides to include in the provisional agenda of its sixty-first session the item “Islands”;", 61),
        ("Decides to consider holding a panel discussion at its fifty-eighth session;", None),
        ("Requests the Secretary-General to report to the Council at its fifty-ninth session.", None),
        ("Invites the Assembly to continue its consideration at its eightieth session.", None),
    ],
)
def test_what_a_text_says_of_its_return(line: str, session: int | None) -> None:
    found = closing_session(version("56/1", "2024-07-10", line))
    assert (found and found.session) == session


def test_actual_dates_come_before_planned_ones() -> None:
    known = session_dates(HRC, 59)
    assert known is not None
    assert (known.text, known.verified, known.planned) == ("16 June–8 July 2025", True, False)
    planned = session_dates(HRC, 60)
    assert planned is not None
    assert planned.planned
    assert session_dates(GA, 79) is None


@pytest.mark.parametrize(
    ("body", "session", "dates"),
    [
        (HRC, 62, "[…] June–[…] July 2026"),
        (HRC, 63, "[…] September–[…] October 2026"),
        (HRC, 64, "[…] February–[…] […] 2027"),  # March and April ends both occur
        (HRC, None, "[…]"),
        (GA, 81, "[…]"),
    ],
)
def test_unknown_dates_stay_blank(body: str, session: int | None, dates: str) -> None:
    assert dates_placeholder(body, session) == dates


def test_nothing_in_the_calendar_is_without_its_source() -> None:
    for entry in SESSIONS:
        assert entry["evidence"] in {"document", "official_press", "secondary"}
        assert entry["verified"] == (entry["evidence"] != "secondary")
        assert entry["source"] or not entry["verified"]


RENEWAL = "Decides to extend the mandate of the Mission until {};"


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        ((RENEWAL.format("30 June 2025"),), date(2025, 6, 30)),
        ((RENEWAL.format("31 December 2025"), RENEWAL.format("30 June 2025")), date(2025, 6, 30)),
        ((RENEWAL.format("30 June 2023"),), None),  # over when the text was adopted
        (("Requests a report by 30 June 2025;",), None),
        (("Recalling that the mandate runs until 30 June 2025,",), None),  # decided elsewhere
        ((), None),
    ],
)
def test_a_mandate_ends_when_the_text_says(lines: tuple[str, ...], end: date | None) -> None:
    text = version("2766 (2024)", "2024-12-20", *lines, body=SC)
    assert calendar.mandate_end(text) == end


@pytest.mark.parametrize(
    ("number", "adopted", "body", "session", "day"),
    [
        ("79/1", "2024-12-05", GA, 80, date(2025, 12, 15)),  # about the main batch: the main batch again
        ("79/280", "2025-06-17", GA, 80, date(2026, 6, 17)),  # when the session is resumed
        ("56/2", "2024-07-10", HRC, 59, date(2025, 7, 15)),
        ("2766 (2024)", "2024-03-20", SC, 2025, date(2025, 3, 20)),
        ("2766 (2024)", "2024-03-20", SC, 2024, date(2024, 12, 31)),
        ("2024/7", "", sessions.ECOSOC, 2025, date(2025, 7, 22)),
    ],
)
def test_when_a_draft_is_expected(number: str, adopted: str, body: str, session: int, day: date) -> None:
    text = version(number, adopted, "Decides to remain seized of the matter.", body=body)
    assert calendar.target_moment(text, session).day == day


def test_a_draft_of_the_security_council_is_expected_when_the_mandate_ends() -> None:
    text = version("2450 (2018)", "2018-12-21", RENEWAL.format("30 June 2019"), body=SC)
    assert calendar.target_moment(text, 2019).day == date(2019, 6, 30)


AGAIN = "Decides to consider the question again, and to continue its consideration of it at its {} session."


@pytest.mark.parametrize(
    ("numbers", "days", "line", "year"),
    [
        (("2022/7", "2023/9", "2024/8"), ("2022-07-22", "2023-07-25", "2024-07-23"), "Decides so.", 2025),
        (("2020/7", "2022/9", "2024/8"), ("2020-07-22", "2022-07-25", "2024-07-23"), "Decides so.", 2026),
        (
            ("2020/7", "2022/9", "2024/8"),
            ("", "", ""),
            "Decides so.",
            2026,
        ),  # of one without a date the number
        (("2024/8",), ("2024-07-23",), AGAIN.format("2027"), 2027),
    ],
)
def test_the_economic_and_social_council_goes_by_years(
    numbers: tuple[str, ...], days: tuple[str, ...], line: str, year: int
) -> None:
    told = zip(numbers, days, strict=True)
    versions = [version(number, day, line, body=sessions.ECOSOC) for number, day in told]
    assert next_session(trace(versions)) == year
