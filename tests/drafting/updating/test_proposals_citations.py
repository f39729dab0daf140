# SPDX-License-Identifier: GPL-3.0-or-later
"""The text before, the newest of other series, lists that grow: on small series of several organs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from proposed import assembly, changes, islands, table
from yearly import GA, SC, version

from drafting.comparing.lineage import trace
from drafting.draft import accept, set_fact, start_draft
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty


def test_another_season_and_other_slips() -> None:
    assert table(propose(islands())) == {
        "PP2 52/4 of 3 April 2023": ("certain", "58/1 of 3 April 2025"),
        "PP2 79/5 of 17 December 2024": ("fact", "80/[…] of […] December 2025"),
        "OP1 A/HRC/57/2": ("fact", "A/HRC/60/[…]"),
        "OP2 78/8": ("fact", "80/[…]"),
        "OP3 79/4": ("review", "79/4"),
        "OP4 sixty-first": ("certain", "sixty-fourth"),
    }


def test_two_places_that_parted_share_their_fact() -> None:
    carry = propose(islands())
    assert [fact.used_in for fact in carry.facts] == [("PP2", "OP2"), ("OP1",)]
    assert carry.facts[0].question == (
        "General Assembly resolution on small islands, eightieth session (December 2025)"
    )
    assert carry.facts[1].question == (
        "Symbol of the report of the Secretary-General on small islands (OP1): A/HRC/60/[…]"
    )


def test_a_year_is_skipped() -> None:
    later = table(propose(islands(), 64))
    assert later["PP2 52/4 of 3 April 2023"] == ("review", "58/1 of 3 April 2025")
    assert later["PP2 79/5 of 17 December 2024"] == ("fact", "81/[…] of […] December 2026")
    assert later["OP3 79/4"] == ("fact", "81/[…]")
    assert later["OP4 sixty-first"] == ("certain", "sixty-seventh")


def test_one_version_alone_only_asks() -> None:
    carry = propose(islands(1))
    assert {one.certainty for one in carry.proposals} == {Certainty.REVIEW}
    assert changes(carry) == {
        "PP2 76/10 of 16 December 2021": ("review", "77/[…] of […] December 2022"),
        "OP1 A/HRC/48/21": ("review", "A/HRC/51/[…]"),
        "OP2 76/10": ("review", "77/[…]"),
        "OP4 fifty-second": ("review", "fifty-fifth"),
    }
    asked = [one.old for one in carry.proposals if one.remark]  # recent then: there may be newer ones
    assert asked == ["46/5 of 23 March 2021", "fifth", "4 May 2019", "75/3"]


def test_one_version_names_its_own_series() -> None:
    line = "Recalling Human Rights Council resolution 46/5 of 23 March 2021 on the rights of small islands,"
    carry = propose(trace([version("52/4", "2023-04-03", line)]))
    assert table(carry) == {"PP1 46/5 of 23 March 2021": ("review", "52/4 of 3 April 2023")}


def test_a_series_of_the_assembly_every_second_year() -> None:
    carry = propose(assembly())
    assert carry.session == 80
    assert table(carry) == {
        "PP1 76/9 of 18 December 2021": ("certain", "78/2 of 18 December 2023"),
        "PP2 53/6 of 12 July 2023": ("fact", "59/[…] of […] July 2025"),
        "OP1 Seventy-eighth": ("certain", "Eightieth"),
        "OP1 A/78/53": ("certain", "A/80/53"),
        "OP2 eightieth": ("certain", "eighty-second"),
    }


@pytest.mark.parametrize(
    ("session", "missing"),
    [
        (79, None),  # earlier than due
        (80, None),
        (81, "eightieth"),  # that may be the draft itself, come later
        (82, "eightieth"),
        (85, "eighty-fourth"),
    ],
)
def test_the_base_is_not_surely_the_text_before_where_one_may_be_missing(
    session: int, missing: str | None
) -> None:
    carry = propose(assembly(), session)
    certainty = "review" if missing else "certain"
    assert table(carry)["PP1 76/9 of 18 December 2021"] == (certainty, "78/2 of 18 December 2023")
    reason = next(one.reason for one in carry.proposals if one.paragraph == "PP1")
    told = f"a text of the {missing} session lies in between; it is not loaded. If there is one, open it too."
    assert reason.endswith(told) if missing else "not loaded" not in reason


def _citing(*cited: str) -> CarryOver:
    """The next draft of an Assembly series, one text a year from the 74th session on, each citing another."""
    made = [
        version(
            f"{session}/1{session}", f"{session + 1945}-12-17", f"Recalling its resolution {one},", body=GA
        )
        for session, one in enumerate(cited, start=74)
    ]
    return propose(trace(made))


@pytest.mark.parametrize(
    ("cited", "expected", "told"),
    [
        (
            ("72/9 of 19 December 2017", "74/174 of 17 December 2019", "75/175 of 17 December 2020"),
            ("certain", "76/176 of 17 December 2021"),
            "; 74/174 had 72/9.",
        ),
        (
            ("70/1", "70/1", "75/175", "76/176"),
            ("certain", "77/177"),
            "; 74/174 had 70/1 and 75/175 had kept 70/1.",
        ),
        (("73/9", "74/174", "75/175", "70/1", "77/177"), ("certain", "78/178"), "; 77/177 had 70/1."),
        (("73/9", "74/174", "75/175", "70/1"), ("review", "77/177"), "; 77/177 is that text of this series."),
        (("72/9", "74/174", "70/1"), ("review", "76/176"), "; 76/176 is that text of this series."),
        (("73/9", "74/174", "74/174"), ("review", "76/176"), "; 76/176 is that text of this series."),
    ],
    ids=[
        "two years before",
        "another text at first",
        "another text once",
        "another text now",
        "hardly a habit",
        "kept too early",
    ],
)
def test_an_irregular_text_does_not_hide_the_predecessor(
    cited: tuple[str, ...], expected: tuple[str, str] | None, told: str
) -> None:
    carry = _citing(*cited)
    assert list(table(carry).values()) == ([expected] if expected else [])
    assert all(one.reason.endswith(told) for one in carry.proposals)
    assert carry.facts == ()


@pytest.mark.parametrize(
    ("cited", "target", "expected"),
    [
        # the texts of 70 and 72 are not loaded, and nothing speaks against this series
        ({71: "70/5", 73: "72/7"}, 74, ("review", "73/173 of 17 December 2018")),
        # 71/9 is not the text of that session, which is loaded: the series cited is another
        ({71: "70/5", 72: "71/9"}, 73, ("fact", "72/[…] of […] December 2017")),
    ],
)
def test_a_text_of_this_series_that_is_loaded_is_not_asked_for(
    cited: dict[int, str], target: int, expected: tuple[str, str]
) -> None:
    made = [
        version(
            f"{session}/1{session}",
            f"{session + 1945}-12-17",
            f"Recalling resolution {one} of 8 December {session + 1944},",
            body=GA,
        )
        for session, one in cited.items()
    ]
    assert list(table(propose(trace(made), target)).values()) == [expected]


def test_a_base_without_its_date_leaves_a_blank() -> None:
    carry = propose(assembly(dated=False))
    assert table(carry)["PP1 76/9 of 18 December 2021"] == ("fact", "78/2 of […]")
    assert carry.fact("previous").used_in == ("PP1",)


def test_a_draft_as_base_leaves_the_blanks_of_its_number_and_date_in_one_fact() -> None:
    lines = (
        "Recalling Human Rights Council resolution {}, on the rights of small islands,",
        "Recalling also Human Rights Council resolution {} of {}, on the rights of small islands,",
    )
    made = [
        version(number, day, *(line.format(cited, said) for line in lines))
        for number, day, cited, said in (
            ("50/2", "2022-07-08", "47/1", "12 July 2021"),
            ("53/3", "2023-07-12", "50/2", "8 July 2022"),
        )
    ]
    draft = version("", "", *(line.format("53/3", "12 July 2023") for line in lines), session=56)
    carry = propose(
        trace([*made, replace(draft, masthead=replace(draft.masthead, symbol="A/HRC/56/L.7"))]), 59
    )
    assert table(carry) == {
        "PP1 53/3": ("fact", "56/[…]"),
        "PP2 53/3 of 12 July 2023": ("fact", "56/[…] of […]"),
    }
    (fact,) = [one for one in carry.facts if one.used_in != ("masthead",)]
    assert [(part.name, part.form) for part in fact.parts] == [("number", "56/{}"), ("date", "")]


def test_the_security_council() -> None:
    numbers = (("2737 (2024)", "2024-06-27"), ("2766 (2024)", "2024-12-20"), ("2782 (2025)", "2025-06-30"))
    before = "2718 (2023)"
    made = []
    for index, (number, day) in enumerate(numbers):
        line = f"Recalling its previous resolutions, the last of which is resolution {before},"
        report = f"Having considered the report of the Secretary-General (S/{day[:4]}/{index + 100}),"
        made.append(
            version(number, day, line, report, "Calls for resolution 338 (1973) to be kept.", body=SC)
        )
        before = number
    carry = propose(trace(made))
    assert carry.session == 2025
    assert table(carry) == {
        "PP1 2766 (2024)": ("certain", "2782 (2025)"),
        "PP2 S/2025/102": ("fact", "S/2025/[…]"),
    }
    assert table(propose(trace(made), 2026))["PP2 S/2025/102"] == ("fact", "S/2026/[…]")


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (("47/1", "47/1 and 50/2", "47/1, 50/2 and 53/3"), ("certain", ", 53/3 and 56/4")),
        (("47/1", "47/1 and 50/2"), ("review", ", 50/2 and 53/3")),  # once is no habit yet
    ],
)
def test_a_list_of_the_texts_before_grows_and_forgets_nothing(
    cited: tuple[str, ...], expected: tuple[str, str]
) -> None:
    numbers = (("50/2", "2022-07-08"), ("53/3", "2023-07-12"), ("56/4", "2024-07-10"))
    made = [
        version(number, day, f"Recalling Human Rights Council resolutions {one}, and all others,")
        for (number, day), one in zip(numbers, cited, strict=False)
    ]
    assert list(table(propose(trace(made))).values()) == [expected]


def test_a_list_of_texts_of_another_organ_grows_by_a_blank() -> None:
    numbers = (("74/5", "2019-12-18"), ("76/9", "2021-12-16"), ("78/2", "2023-12-19"))
    cited = (
        "35/17 of 22 June 2017 and 41/7 of 11 July 2019",
        "35/17 of 22 June 2017, 41/7 of 11 July 2019 and 47/12 of 12 July 2021",
        "35/17 of 22 June 2017, 41/7 of 11 July 2019, 47/12 of 12 July 2021 and 53/24 of 13 July 2023",
    )
    made = [
        version(number, day, f"Recalling Human Rights Council resolutions {one},", body=GA)
        for (number, day), one in zip(numbers, cited, strict=True)
    ]
    carry = propose(trace(made))
    (proposal,) = carry.proposals
    assert proposal.old == " and 53/24 of 13 July 2023"
    assert proposal.new == ", 53/24 of 13 July 2023 and 59/[…] of […] July 2025"
    draft = accept(start_draft(trace(made), carry), proposal.id).draft
    draft = set_fact(draft, carry.facts[0].id, {"number": "7", "date": "3"}).draft
    assert draft.paragraphs[0].text.endswith("12 July 2021, 53/24 of 13 July 2023 and 59/7 of 3 July 2025,")


_MOST_RECENT = "Recalling its previous resolutions on the matter, the {} of which {} resolution {},"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (_MOST_RECENT.format("most recent", "is", "46/5 of 23 March 2021"), "52/4 of 3 April 2023"),
        (_MOST_RECENT.format("latest", "was", "46/5"), "52/4"),
        (
            _MOST_RECENT.format("most recent", "is General Assembly", "76/5 of 16 December 2021"),
            "79/[…] of […] December 2024",
        ),
        (_MOST_RECENT.format("oldest", "is", "46/5 of 23 March 2021"), "46/5 of 23 March 2021"),
    ],
)
def test_one_version_that_calls_a_text_the_most_recent(line: str, expected: str) -> None:
    carry = propose(trace([version("52/4", "2023-04-03", line, "Decides to remain seized.")]), 58)
    assert [one for one in table(carry).values() if one[1] == expected] == [("review", expected)]


def test_of_many_slips_the_latest_three_are_told() -> None:
    sessions = range(74, 90)
    cited = ["70/1" if one in (76, 78, 80, 82) else f"{one - 1}/1{one - 1}" for one in sessions]
    (proposal,) = [one for one in _citing(*cited).proposals if one.kind == "resolution"]
    assert proposal.reason.endswith("; 78/178 had 70/1, 80/180 had 70/1, 82/182 had 70/1 and others.")
