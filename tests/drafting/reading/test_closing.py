# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing lines and recorded votes."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.reading.masthead.closing import is_closing, read_closing
from drafting.reading.masthead.states import states_in

RECORD = "[Adopted by a recorded vote of 3 to 1, with 1 abstention. The voting was as follows:"


def _vote(favour: str, record: str = RECORD) -> list[str]:
    return [
        "34th meeting",
        "10 July 2024",
        record,
        "In favour:",
        favour,
        "Against:",
        "Japan",
        "Abstaining:",
        "Mexico]",
    ]


def test_meeting_date_and_vote() -> None:
    closing = read_closing(_vote("Chile, China and Cuba"))
    assert (closing.meeting, closing.adopted, closing.rest) == ("34th meeting", date(2024, 7, 10), "")
    assert closing.vote is not None
    assert closing.vote.in_favour.states == ("Chile", "China", "Cuba")
    assert [
        side.count for side in (closing.vote.in_favour, closing.vote.against, closing.vote.abstaining)
    ] == [3, 1, 1]
    assert closing.warnings == ()


@pytest.mark.parametrize(
    ("listed", "states"),
    [
        (
            "Ukraine, United Kingdom of Great Britain and Northern Ireland and United States of America",
            ("Ukraine", "United Kingdom of Great Britain and Northern Ireland", "United States of America"),
        ),
        ("Bosnia and Herzegovina and Trinidad and Tobago", ("Bosnia and Herzegovina", "Trinidad and Tobago")),
        (
            "Chile; Bolivia (Plurinational State of);\nNetherlands (Kingdom of the)",
            ("Chile", "Bolivia (Plurinational State of)", "Netherlands (Kingdom of the)"),
        ),
        ("Chile\nViet Nam\nSaint Kitts and Nevis", ("Chile", "Viet Nam", "Saint Kitts and Nevis")),
        ("Brazil, United Arab\nEmirates, and Mexico.", ("Brazil", "United Arab Emirates", "Mexico")),
        ("None", ()),
        ("", ()),
    ],
)
def test_lists_of_states(listed: str, states: tuple[str, ...]) -> None:
    assert states_in(listed) == states


def test_an_unknown_name_with_and_is_kept_whole_when_the_count_asks_for_it() -> None:
    closing = read_closing(_vote("Chile, China, Upland and Lowland"))
    assert closing.vote is not None
    assert closing.vote.in_favour.states == ("Chile", "China", "Upland and Lowland")
    assert closing.warnings[0].text == "Upland and Lowland"


def test_a_count_that_does_not_agree_is_told() -> None:
    closing = read_closing(_vote("Chile and China"))
    assert closing.vote is not None
    assert closing.vote.in_favour.count == 3
    assert closing.warnings[0].needs_look
    assert "3 in favour, but 2 States" in closing.warnings[0].message


@pytest.mark.parametrize("words", ["without a vote", "by consensus", "by acclamation"])
def test_adopted_without_a_vote(words: str) -> None:
    closing = read_closing(["25th meeting", "2 July 2025", f"[Adopted {words}.]"])
    assert (closing.vote, closing.rest, closing.meeting) == (None, "", "25th meeting")


def test_none_and_numbers_in_words() -> None:
    record = "[Adopted by a recorded vote of two to none, with no abstentions. The voting was as follows:"
    closing = read_closing([record, "In favour:", "Chile, China]"])
    assert closing.warnings == ()
    vote = closing.vote
    assert vote is not None
    assert [side.count for side in (vote.in_favour, vote.against, vote.abstaining)] == [2, 0, 0]


def test_what_follows_the_vote_is_kept_apart() -> None:
    assert read_closing([*_vote("Chile, China and Cuba"), "A word more"]).rest == "A word more"


@pytest.mark.parametrize(
    "line",
    [
        "34th meeting",
        "69th plenary meeting",
        "34th meeting 10 July 2024",
        "[Adopted without a vote.]",
        "Against:",
    ],
)
def test_closing_lines(line: str) -> None:
    assert is_closing(line)


@pytest.mark.parametrize(
    "line", ["34th meeting of the Conference,", "Adopted texts", "Adopts the outcome", "10 July"]
)
def test_no_closing_lines(line: str) -> None:
    assert not is_closing(line)
