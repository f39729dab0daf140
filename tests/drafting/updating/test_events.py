# SPDX-License-Identifier: GPL-3.0-or-later
"""One event is one question: its days, its length, what was held with it, what was declared there."""

from __future__ import annotations

import pytest
from yearly import GA, version

from drafting.comparing.lineage import trace
from drafting.updating.proposals import propose, rooted
from drafting.updating.records import CarryOver, Certainty, Proposal

CLOSE = "Decides to continue its consideration of the matter at its seventy-{} session."
FUND = "Fund for Small Harbours"


def _drafted(*lines: str, years: tuple[int, ...] = (2021, 2022, 2023), notes: str = "") -> CarryOver:
    """The draft after a series of yearly December texts with one preambular paragraph each."""
    return propose(
        trace(
            [
                version(
                    f"{year - 1945}/7", f"{year}-12-16", line + notes, CLOSE.format(_later(year)), body=GA
                )
                for year, line in zip(years, lines, strict=True)
            ]
        )
    )


def _later(year: int) -> str:
    return ("seventh", "eighth", "ninth")[year - 2021]


def _asked(carry: CarryOver) -> dict[str, str]:
    """The words of the remarks on the preamble, each with those of the one it is asked with."""
    words = {one.id: one.old for one in carry.proposals}
    return {
        one.old: words.get(one.asked_with, "")
        for one in carry.proposals
        if one.paragraph == "PP1" and one.remark
    }


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (
            "Welcoming the Seventh Summit of Small Islands, held in Suva on 9 and 10 May 2023, and the Suva "
            "Declaration of 10 May 2023,",
            {"Seventh": "", "9 and 10 May 2023": "Seventh", "10 May 2023": "Seventh"},
        ),
        (
            f"Welcoming the request to convene the fourth round of the {FUND} for two days in May 2024,",
            {"fourth": "", "two days": "fourth", "May 2024": "fourth"},
        ),
        # a rhythm is no length of a meeting
        (
            f"Welcoming the decision to hold the fourth round of the {FUND} during every second year,",
            {"fourth": ""},
        ),
        # what a day will mark holds until it has come, even where it came before the text
        (
            "Noting that 4 December 2023 will mark the twentieth anniversary of the Code,",
            {"4 December 2023": "", "twentieth": "4 December 2023"},
        ),
        (
            "Looking to the Committee for recommendations at its third Forum, with a view to making further "
            "ones at its fourth Forum,",
            {"third": "", "fourth": ""},
        ),
    ],
)
def test_what_belongs_to_an_event_is_asked_with_it(line: str, asked: dict[str, str]) -> None:
    assert _asked(_drafted("Noting the work,", "Noting the work,", line)) == asked


def test_a_session_goes_with_the_one_it_was_held_with() -> None:
    line = (
        "Recalling the twenty-{} session of the Conference of the Parties to the Tide Convention and the {} "
        "session of the Conference serving as the Meeting of the Parties, held in Suva in November {},"
    )
    carry = _drafted(
        line.format("first", "third", 2021),
        line.format("second", "fourth", 2022),
        line.format("third", "fifth", 2023),
    )
    found = {one.old: one.reason for one in carry.proposals if one.paragraph == "PP1"}
    assert found["fifth"].startswith("Goes with “twenty-third”") or found["fifth"].startswith("Grows")
    assert "November 2023" in found


def test_a_year_ahead_is_asked_about_when_it_is_over_and_not_before() -> None:
    decided = "Decides to conduct in {} a further review of the measures of the Fund,"
    for year, asked in ((2024, {"2024": ""}), (2025, {})):
        assert _asked(_drafted(*3 * [decided.format(year)])) == asked


def test_a_session_named_from_text_to_text_is_a_deadline_when_it_has_come() -> None:
    line = "Recalling that the Secretary-General will report to the Assembly at its {} session,"
    assert _asked(_drafted(*3 * [line.format("seventy-ninth")])) == {"seventy-ninth": ""}
    assert _asked(_drafted(*3 * [line.format("eightieth")])) == {}


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        # the Official Records in which a cited text is printed go with the citation
        (
            "Recalling Human Rights Council resolution 53/24 of 13 July 2023,^{{See Official Records of the "
            "General Assembly, Seventy-eighth Session, Supplement No. 53 (A/78/53), chap. VII, sect. A.}}",
            {
                "53/24 of 13 July 2023": "",
                "Seventy-eighth": "53/24 of 13 July 2023",
                "A/78/53": "53/24 of 13 July 2023",
            },
        ),
    ],
)
def test_a_footnote_is_asked_with_the_citation_it_explains(line: str, asked: dict[str, str]) -> None:
    alone = _drafted(line.replace("{{", "{").replace("}}", "}"), years=(2023,))
    assert _asked(alone) == asked


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (
            "Recalling Human Rights Council resolutions 47/12 of 12 July 2021, 50/17 of 8 July 2022 and "
            "53/24 of 13 July 2023,",
            {"50/17 of 8 July 2022": "53/24 of 13 July 2023", "53/24 of 13 July 2023": ""},
        ),
        # a year in a name, and a document that a letter transmitted
        ("Recalling the summit for the adoption of the post 2015 development agenda,", {}),
    ],
)
def test_a_list_is_asked_about_at_its_end(line: str, asked: dict[str, str]) -> None:
    assert _asked(_drafted(line, years=(2023,))) == asked


def test_what_explains_the_text_before_is_looked_at_and_gets_no_date() -> None:
    line = (
        "Recalling its resolution {},^{{See Official Records of the General Assembly, {} Session, Supplement "
        "No. 49 ({}).}}"
    )
    carry = _drafted(
        line.format("75/7 of 16 December 2020", "Seventy-fifth", "A/75/49"),
        line.format("76/7 of 16 December 2021", "Seventy-sixth", "A/76/49"),
        years=(2021, 2022),
    )
    found = {one.old: one.new for one in carry.proposals if one.paragraph == "PP1"}
    assert found["76/7 of 16 December 2021"] == "77/7 of 16 December 2022"
    assert all("December" not in new for old, new in found.items() if "December" not in old)


def test_a_text_on_another_subject_is_none_of_the_series() -> None:
    line = (
        "Recalling its resolution {}, and its resolution 76/10 of 1 December 2021 on the lighting of remote "
        "airfields,"
    )
    carry = _drafted(
        line.format("75/7 of 16 December 2020"), line.format("76/7 of 16 December 2021"), years=(2021, 2022)
    )
    assert not [one for one in carry.proposals if one.old.startswith("76/10") and not one.remark]


def test_one_text_cited_twice_is_asked_about_once_where_its_places_went_different_ways() -> None:
    line = "Recalling paragraph 5 of resolution {}, and the review of what follows from resolution {},"
    cited = [("70/7", "69/9"), ("71/7", "70/9"), ("72/7", "72/7"), ("72/7", "72/7")]
    made = [
        version(f"{session}/7", f"{session + 1945}-12-16", line.format(*both), "Decides to stop.", body=GA)
        for session, both in zip((71, 72, 73, 74), cited, strict=True)
    ]
    found = [one for one in propose(trace(made), 75).proposals if one.paragraph == "PP1"]
    assert [(one.old, one.new) for one in found] == 2 * [("72/7", "72/7")]
    assert found[1].asked_with == found[0].id
    assert "would become 74/7 or 73/7: which?" in found[0].reason


def test_what_explains_a_text_that_is_asked_about_is_asked_with_it() -> None:
    line = (
        "Recalling paragraph 5 of resolution {},^{{See Official Records of the General Assembly, {} Session, "
        "Supplement No. 49 (A/{}/49).}} and the review of what follows from resolution {},"
    )
    cited = [
        ("70/7", "Seventieth", 70, "69/9"),
        ("71/7", "Seventy-first", 71, "70/9"),
        ("72/7", "Seventy-second", 72, "72/7"),
        ("72/7", "Seventy-second", 72, "72/7"),
    ]
    made = [
        version(f"{session}/7", f"{session + 1945}-12-16", line.format(*told), "Decides to stop.", body=GA)
        for session, told in zip((71, 72, 73, 74), cited, strict=True)
    ]
    found = [one for one in propose(trace(made), 75).proposals if one.paragraph == "PP1"]
    first, beside = found[0], found[1:]
    assert [(one.old, one.new) for one in beside] == [
        (words, words) for words in ("72/7", "Seventy-second", "A/72/49")
    ]
    assert {one.certainty for one in found} == {Certainty.REVIEW}
    assert {one.asked_with for one in beside} == {first.id}
    assert set(first.together) == {one.id for one in beside}


def test_what_is_asked_with_one_that_is_asked_with_another_is_asked_with_that() -> None:
    def one(name: str, asked_with: str) -> Proposal:
        return Proposal(name, "PP1", 0, 1, "a", "a", Certainty.REVIEW, "date", "", asked_with=asked_with)

    told = {
        made.id: (made.asked_with, made.together)
        for made in rooted([one("c", "b"), one("b", "a"), one("a", ""), one("e", "d"), one("f", "e")])
    }
    assert told == {
        "a": ("", ("c", "b")), "b": ("a", ()), "c": ("a", ()), "e": ("", ("f",)), "f": ("e", ()),
    }  # fmt: skip
