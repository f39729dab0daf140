# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals of the sample series, and the same rules on small series of other organs and rhythms."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gold import NAMES, load_gold
from hypothesis import given
from hypothesis import strategies as st
from yearly import GA, SC, version

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage
from drafting.draft import accept, start_draft
from drafting.errors import TargetError
from drafting.ordinals import in_words
from drafting.resolution import Resolution
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver, Certainty, Proposal

TARGETS = {53: 2, 56: 3, 59: 4}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Resolution]:
    return [load_gold(shared / "gold", name) for name in NAMES]


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[int, Any]:
    data = json.loads((shared / "gold" / "expected_updates.json").read_text(encoding="utf-8"))
    return {target["session"]: target for target in data["targets"]}


def _found(carry: CarryOver, want: dict[str, str]) -> Proposal:
    """The proposal at the place an expectation speaks of."""
    (found,) = [
        one
        for one in carry.proposals
        if one.paragraph == want["paragraph"] and (one.footnote is not None) == (want["where"] == "footnote")
        if want["old"] in one.old
    ]
    return found


@pytest.mark.parametrize("session", TARGETS)
def test_every_expected_update_is_proposed(
    session: int, gold: list[Resolution], expected: dict[int, Any]
) -> None:
    carry = propose(trace(gold[: TARGETS[session]]))
    assert carry.session == session
    facts: dict[str, set[str | None]] = {}
    for want in expected[session]["expected"]:
        found = _found(carry, want)
        assert found.certainty == want["certainty"]
        assert re.fullmatch(want["new"], found.new)
        facts.setdefault(want.get("fact", found.id), set()).add(found.fact)
    assert all(len(ids) == 1 for ids in facts.values()), "the same fact is asked twice"
    assert len({ids.pop() for ids in facts.values()} - {None}) == len(carry.facts)


@pytest.mark.parametrize("session", TARGETS)
def test_nothing_else_is_certain(session: int, gold: list[Resolution], expected: dict[int, Any]) -> None:
    carry = propose(trace(gold[: TARGETS[session]]), session)
    wanted = [one for one in expected[session]["expected"] if one["certainty"] == "certain"]
    assert sorted(one.paragraph for one in carry.proposals if one.certainty is Certainty.CERTAIN) == sorted(
        one["paragraph"] for one in wanted
    )
    for ban in expected[session]["never_certain"]:
        at = [one for one in carry.proposals if one.paragraph == ban["paragraph"] and ban["old"] in one.old]
        assert all(one.certainty is Certainty.REVIEW for one in at)


def test_a_forgotten_update_is_told(gold: list[Resolution]) -> None:
    reasons = {one.id.partition(":")[0] + one.old[:2]: one.reason for one in propose(trace(gold)).proposals}
    assert (
        reasons["PP450"]
        == "The previous resolution of this series, as in 47/9, 50/4 and 53/11; 56/2 had kept 50/4."
    )
    assert "56/2 had kept 77/213" in reasons["PP477"]
    assert "53/11 had kept 76/159 and 56/2 had kept 77/213 in PP4" in reasons["OP3678"]


def test_a_question_a_drafter_understands(gold: list[Resolution]) -> None:
    topic = propose(trace(gold)).facts[0]
    assert topic.question == (
        "General Assembly resolution on the enhancement of international cooperation in the field of human "
        "rights, seventy-ninth session (December 2024)"
    )
    assert topic.used_in == ("PP4", "OP36")
    assert [part.placeholder for part in topic.parts] == ["[…]", "[…] December 2024"]


# --------------------------------------------------------------------------------- small series of our own

ISLANDS = (
    # a March series: the text of the 58th session forgot its predecessor and one place for the Assembly
    (
        "49/7",
        "2022-03-31",
        "46/5 of 23 March 2021",
        "76/10 of 16 December 2021",
        "76/10",
        "75/3",
        "48/21",
        "fifty-second",
    ),
    (
        "52/4",
        "2023-04-03",
        "49/7 of 31 March 2022",
        "77/12 of 15 December 2022",
        "77/12",
        "77/3",
        "51/30",
        "fifty-fifth",
    ),
    (
        "55/9",
        "2024-04-04",
        "52/4 of 3 April 2023",
        "78/8 of 19 December 2023",
        "78/8",
        "77/3",
        "54/11",
        "fifty-eighth",
    ),
    (
        "58/1",
        "2025-04-03",
        "52/4 of 3 April 2023",
        "79/5 of 17 December 2024",
        "78/8",
        "79/4",
        "57/2",
        "sixty-first",
    ),
)


def _islands(count: int = 4) -> Lineage:
    made = []
    for number, day, own, topic, again, biennial, report, back in ISLANDS[:count]:
        made.append(
            version(
                number,
                day,
                "Guided by the Charter, and recalling General Assembly resolution 70/1 of 25 September 2015,",
                f"Recalling its resolution {own} and General Assembly resolution {topic} on small islands,",
                "Recalling also the fifth session of the Forum on Small Islands, held on 4 May 2019,",
                f"Takes note of the report of the Secretary-General on small islands;^{{A/HRC/{report}.}}",
                f"Recalls that, in its resolution {again}, the General Assembly asked for a study;",
                f"Also recalls that, in its resolution {biennial}, the General Assembly asked for help;",
                f"Decides to continue its consideration of the matter at its {back} session.",
            )
        )
    return trace(made)


def _table(carry: CarryOver) -> dict[str, tuple[str, str]]:
    return {f"{one.paragraph} {one.old}": (str(one.certainty), one.new) for one in carry.proposals}


def test_another_season_and_other_slips() -> None:
    assert _table(propose(_islands())) == {
        "PP2 52/4 of 3 April 2023": ("certain", "58/1 of 3 April 2025"),
        "PP2 79/5 of 17 December 2024": ("fact", "80/[…] of […] December 2025"),
        "OP1 A/HRC/57/2": ("fact", "A/HRC/60/[…]"),
        "OP2 78/8": ("fact", "80/[…]"),
        "OP3 79/4": ("review", "79/4"),
        "OP4 sixty-first": ("certain", "sixty-fourth"),
    }


def test_two_places_that_parted_share_their_fact() -> None:
    carry = propose(_islands())
    assert [fact.used_in for fact in carry.facts] == [("PP2", "OP2"), ("OP1",)]
    assert carry.facts[0].question == (
        "General Assembly resolution on small islands, eightieth session (December 2025)"
    )
    assert carry.facts[1].question == (
        "Symbol of the report of the Secretary-General on small islands (OP1): A/HRC/60/[…]"
    )


def test_a_year_is_skipped() -> None:
    later = _table(propose(_islands(), 64))
    assert later["PP2 52/4 of 3 April 2023"] == ("certain", "58/1 of 3 April 2025")
    assert later["PP2 79/5 of 17 December 2024"] == ("fact", "81/[…] of […] December 2026")
    assert later["OP3 79/4"] == ("fact", "81/[…]")
    assert later["OP4 sixty-first"] == ("certain", "sixty-seventh")


def test_one_version_alone_only_asks() -> None:
    carry = propose(_islands(1))
    assert {one.certainty for one in carry.proposals} == {Certainty.REVIEW}
    assert _table(carry) == {
        "PP2 76/10 of 16 December 2021": ("review", "77/[…] of […] December 2022"),
        "OP1 A/HRC/48/21": ("review", "A/HRC/51/[…]"),
        "OP2 76/10": ("review", "77/[…]"),
        "OP4 fifty-second": ("review", "fifty-fifth"),
    }


def test_one_version_names_its_own_series() -> None:
    line = "Recalling Human Rights Council resolution 46/5 of 23 March 2021 on the rights of small islands,"
    carry = propose(trace([version("52/4", "2023-04-03", line)]))
    assert _table(carry) == {"PP1 46/5 of 23 March 2021": ("review", "52/4 of 3 April 2023")}


def _assembly(*, dated: bool = True) -> Lineage:
    made = []
    for session, previous, council in ((74, "72/8", "41/7"), (76, "74/5", "47/3"), (78, "76/9", "53/6")):
        day = f"{session + 1945}-12-18"
        made.append(
            version(
                {74: "74/5", 76: "76/9", 78: "78/2"}[session],
                day if dated else "",
                f"Recalling its resolution {previous} of 18 December {session + 1943},",
                f"Recalling also Human Rights Council resolution {council} of 12 July {session + 1945},",
                "Takes note of the report;^{Official Records of the General Assembly, "
                f"{_words(session)} Session, Supplement No. 53 (A/{session}/53).}}",
                f"Decides to consider the question at its {_words(session + 2).lower()} session.",
                body=GA,
            )
        )
    return trace(made)


def _words(session: int) -> str:
    return {74: "Seventy-fourth", 76: "Seventy-sixth", 78: "Seventy-eighth", 80: "Eightieth"}[session]


def test_a_series_of_the_assembly_every_second_year() -> None:
    carry = propose(_assembly())
    assert carry.session == 80
    assert _table(carry) == {
        "PP1 76/9 of 18 December 2021": ("certain", "78/2 of 18 December 2023"),
        "PP2 53/6 of 12 July 2023": ("fact", "59/[…] of […] July 2025"),
        "OP1 Seventy-eighth": ("certain", "Eightieth"),
        "OP1 A/78/53": ("certain", "A/80/53"),
        "OP2 eightieth": ("certain", "eighty-second"),
    }


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
        (("72/9", "74/174", "70/1"), None, ""),
        (("73/9", "74/174", "74/174"), ("review", "76/176"), "; 76/176 is that text of this series."),
    ],
    ids=[
        "two years before",
        "another text at first",
        "another text once",
        "another text now",
        "no habit",
        "kept too early",
    ],
)
def test_an_irregular_text_does_not_hide_the_predecessor(
    cited: tuple[str, ...], expected: tuple[str, str] | None, told: str
) -> None:
    carry = _citing(*cited)
    assert list(_table(carry).values()) == ([expected] if expected else [])
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
    assert list(_table(propose(trace(made), target)).values()) == [expected]


def test_a_base_without_its_date_leaves_a_blank() -> None:
    carry = propose(_assembly(dated=False))
    assert _table(carry)["PP1 76/9 of 18 December 2021"] == ("fact", "78/2 of […]")
    assert carry.fact("previous").used_in == ("PP1",)


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
    assert _table(carry) == {
        "PP1 2766 (2024)": ("certain", "2782 (2025)"),
        "PP2 S/2025/102": ("fact", "S/2025/[…]"),
    }
    assert _table(propose(trace(made), 2026))["PP2 S/2025/102"] == ("fact", "S/2026/[…]")


def test_a_growing_list_is_no_forgotten_update() -> None:
    lists = (
        ("50/2", "47/1"),
        ("53/3", "47/1 and 50/2"),
        ("56/4", "47/1, 50/2 and 53/3"),
    )
    made = [
        version(number, "2022-07-01", f"Recalling Human Rights Council resolutions {cited}, and all others,")
        for number, cited in lists
    ]
    assert [one for one in propose(trace(made)).proposals if one.certainty is Certainty.CERTAIN] == []


def test_a_report_goes_with_its_panel() -> None:
    said = {
        50: ("fifty-third", "fifty-fifth"),
        53: ("fifty-sixth", "fifty-eighth"),
        56: ("fifty-ninth", "sixty-first"),
    }
    made = [
        version(
            f"{session}/1",
            "2022-07-01",
            f"Decides to hold a panel at its {panel} session and to hear of it at its {report} session.",
        )
        for session, (panel, report) in said.items()
    ]
    assert _table(propose(trace(made))) == {
        "OP1 fifty-ninth": ("certain", "sixty-second"),
        "OP1 sixty-first": ("certain", "sixty-fourth"),
    }


@pytest.mark.parametrize(
    ("deadlines", "expected"),
    [
        (
            ("fifty-fourth", "fifty-seventh"),
            ("review", "fifty-seventh"),
        ),  # still ahead: kept, but to be looked at
        (("sixtieth", "sixtieth"), None),  # fixed
        (("fifty-second", "fifty-fourth"), ("review", "fifty-seventh")),  # passed by the session of the draft
    ],
)
def test_deadlines_of_their_own_are_never_certain(
    deadlines: tuple[str, str], expected: tuple[str, str] | None
) -> None:
    made = [
        version(f"{session}/1", "2022-07-01", f"Requests a study by its {deadline} session.")
        for session, deadline in zip((50, 53), deadlines, strict=True)
    ]
    found = list(_table(propose(trace(made), 56)).values())
    assert found == ([expected] if expected else [])


_UNTIL = "Decides to renew the mandate for {told} until {day};"


def _renewals(told: str, *days: str) -> Lineage:
    """Texts of the Security Council adopted half-yearly from December 2022 on, each with a date."""
    adopted = ("2022-12-20", "2023-06-29", "2023-12-21", "2024-06-27")
    made = [
        version(f"{2700 + index} ({on[:4]})", on, _UNTIL.format(told=told, day=day), body=SC)
        for index, (on, day) in enumerate(zip(adopted, days, strict=False))
    ]
    return trace(made)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("30 June 2023", "31 December 2023", "30 June 2024"), ("certain", "31 December 2024")),
        (("15 June 2023", "15 December 2023", "15 June 2024"), ("certain", "15 December 2024")),
        (("31 August 2023", "29 February 2024", "31 August 2024"), ("certain", "28 February 2025")),
        # an older slip, then three that agree
        (
            ("31 July 2023", "31 December 2023", "30 June 2024", "31 December 2024"),
            ("certain", "30 June 2025"),
        ),
        (("30 June 2023", "31 December 2023"), ("review", "30 June 2024")),  # two show too little
        (("30 June 2022", "31 December 2022", "30 June 2023"), ("review", "31 December 2023")),  # gone by
        (("30 June 2023", "15 January 2024", "30 June 2024"), ("review", "30 June 2024")),  # no period
        (("4 to 6 June 2023", "5 to 7 May 2024", "1 to 3 June 2025"), ("review", "1 to 3 June 2025")),
        (("30 June 2023", "30 June 2023", "31 December 2023"), None),  # it stayed: not set anew each time
        (("30 June 2023", "15 January 2024"), None),
        (("30 June 2026", "30 June 2026", "30 June 2026"), None),
    ],
)
def test_dates_that_are_set_anew(days: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    found = list(_table(propose(_renewals("a further period,", *days))).values())
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("told", "certainty"),
    [("six months, that is,", "certain"), ("a 6-month period,", "certain"), ("one year", "review")],
)
def test_a_period_told_in_words_counts(told: str, certainty: str) -> None:
    lineage = _renewals(told, "30 June 2023", "31 December 2023", "30 June 2024")
    (proposal,) = propose(lineage).proposals
    assert (proposal.certainty, proposal.new) == (certainty, "31 December 2024")
    assert proposal.reason == (
        "Six months later each time, as in 2700 (2022) (30 June 2023), 2701 (2023) (31 December 2023) and "
        "2702 (2023) (30 June 2024)."
    )


def test_a_draft_beside_the_rhythm_has_its_dates_reviewed() -> None:
    carry = propose(_renewals("a period", "30 June 2023", "31 December 2023", "30 June 2024"), 2027)
    assert list(_table(carry).values()) == [("review", "31 December 2024")]


def test_a_date_at_the_end_of_the_calendar_is_only_told() -> None:
    days = ("31 December 9997", "31 December 9998", "31 December 9999")
    assert list(_table(propose(_renewals("a period", *days))).values()) == [("review", days[-1])]


def test_the_date_of_a_citation_is_no_date_of_its_own() -> None:
    made = [
        version(f"{session}/1", f"{session + 1945}-12-17", f"Recalling resolution 70/1 of {day},", body=GA)
        for session, day in ((74, "30 June 2023"), (75, "30 June 2024"), (76, "30 June 2025"))
    ]
    assert propose(trace(made)).proposals == ()


def _noted(before: str, *symbols: str) -> CarryOver:
    """The next draft of a Council series whose paragraph cites a new document each year."""
    made = [
        version(f"{session}/1", f"{2006 + (session - 1) // 3}-07-10", before.format(symbol), "Decides.")
        for session, symbol in zip((50, 53, 56), symbols, strict=True)
    ]
    return propose(trace(made))


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (
            "Noting the work and the mandate holder’s most recent reports, A/HRC/5/4, on our seas, and {},",
            "the mandate holder’s most recent reports (PP1)",
        ),
        (
            "Commends the Forum and its report, on the state of seas, ({});",
            "its report, on the state of seas (OP1)",
        ),
        (
            "Welcomes the study of the Forum on seas,^{{{}}} and the summary;",
            "the study of the Forum on seas (OP1)",
        ),
        ("Recalling, on the imperative of better seas, the work done,^{{{}.}}", None),
        ("Recalling, on the imperative of better seas, {},", None),
    ],
)
def test_a_document_is_asked_for_by_its_name(line: str, question: str | None) -> None:
    (fact,) = _noted(line, "A/76/11", "A/77/3", "A/78/25").facts
    place = "PP1 footnote 1" if "^" in line else "PP1"
    told = f"Symbol of {question}" if question else f"Symbol cited in {place}"
    assert fact.question == f"{told}: A/79/[…]"


@pytest.mark.parametrize(
    ("line", "sessions", "sense"),
    [
        (
            "Recalling the report A/{}/30,",
            (76, 77, 78),
            "The document of the General Assembly session that opened the year before,",
        ),
        (
            "Recalling the report A/{}/30,",
            (77, 78, 79),
            "The document of the General Assembly session that opened that year,",
        ),
        (
            "Recalling the report A/{}/30,",
            (75, 76, 77),
            "The document of the General Assembly session that opened two years before the text,",
        ),
        ("Recalling the report A/HRC/{}/30,", (50, 53, 56), "The document of the session of the text,"),
        ("Recalling the report E/{}/30,", (2022, 2023, 2024), "The document of the year of the text,"),
    ],
)
def test_a_reason_names_the_organ_whose_session_is_counted(
    line: str, sessions: tuple[int, ...], sense: str
) -> None:
    made = [
        version(f"{own}/1", f"{2006 + (own - 1) // 3}-07-10", line.format(cited))
        for own, cited in zip((50, 53, 56), sessions, strict=True)
    ]
    (proposal,) = propose(trace(made)).proposals
    assert proposal.reason.startswith(sense)


@pytest.mark.parametrize(
    "line",
    [
        "Recalling the twenty-ninth special session of the Council and its present session,",
        "Recalling the Nineteenth Summit, held in Kampala on 19 January 2024, and its tenth anniversary,",
        "Recalling resolution 2000/22, adopted by the Subcommission at its fifty-second session,",
    ],
)
def test_left_alone(line: str) -> None:
    made = [version(f"{session}/1", "2022-07-01", line) for session in (50, 53)]
    assert propose(trace(made)).proposals == ()


def test_nothing_known_of_the_text_still_works() -> None:
    texts = [
        version("", "", "Recalling resolution 3/4,", "Decides to meet at its second session.", body="")
    ] * 2
    carry = propose(trace(texts))
    assert (carry.session, carry.masthead.number, carry.masthead.session) == (0, "[…]", None)
    assert carry.proposals == ()
    assert propose(trace(texts), 7).masthead.session == 7


@pytest.mark.parametrize(
    ("body", "number", "target", "words"),
    [
        (
            "Human Rights Council",
            "56/2",
            56,
            "the fifty-sixth session: the latest text, 56/2, was adopted at the fifty-sixth",
        ),
        ("Human Rights Council", "56/2", 53, "the fifty-third session"),
        ("Human Rights Council", "56/2", 0, "no session"),
        ("Human Rights Council", "56/2", -3, "no session -3"),
        ("Human Rights Council", "56/2", 2025, "no session 2025"),
        (SC, "2782 (2025)", 2024, "2024: the latest text, 2782 (2025), is of 2025"),
    ],
)
def test_a_target_that_does_not_follow(body: str, number: str, target: int, words: str) -> None:
    with pytest.raises(TargetError, match=re.escape(words)):
        propose(trace([version(number, "2024-07-10", "Decides;", body=body)]), target)


# ------------------------------------------------------------------------------------ what must always hold


@given(
    first=st.integers(12, 60),
    step=st.integers(2, 6),
    numbers=st.lists(st.integers(1, 60), min_size=4, max_size=6),
    slip=st.booleans(),
)
def test_any_rhythm_and_any_numbers(first: int, step: int, numbers: list[int], slip: bool) -> None:
    sessions = [first + step * index for index in range(len(numbers) + 1)]
    cited = [f"{session}/{serial}" for session, serial in zip(sessions, [7, *numbers], strict=True)]
    made = []
    for index in range(1, len(sessions)):
        before = cited[index - 2] if slip and index == len(sessions) - 1 else cited[index - 1]
        back = in_words(sessions[index] + step)
        made.append(
            version(
                cited[index],
                "2020-06-30",
                f"Recalling its resolution {before} and its resolution 5/1 of 18 June 2007,",
                f"Takes note of the report;^{{A/HRC/{sessions[index] - 1}/{numbers[index - 1]}.}}",
                f"Decides to continue its consideration of the matter at its {back} session.",
            )
        )
    carry = propose(trace(made))
    assert carry.session == sessions[-1] + step
    found = {one.paragraph: (one.certainty, one.new) for one in carry.proposals}
    assert found["PP1"] == (Certainty.CERTAIN, cited[-1])
    assert found["OP2"] == (Certainty.CERTAIN, in_words(carry.session + step))
    if len(set(numbers)) > 1:
        assert found["OP1"] == (Certainty.FACT, f"A/HRC/{carry.session - 1}/[…]")


def _sound(lineage: Lineage, carry: CarryOver) -> None:
    base = lineage.latest
    order = [paragraph.id for paragraph in base.paragraphs]
    facts = {fact.id for fact in carry.facts}
    end: dict[tuple[str, int | None], int] = {}
    for one in carry.proposals:
        paragraph = base.paragraph(one.paragraph)
        notes = {note.number: note.text for note in paragraph.footnotes}
        text = paragraph.text if one.footnote is None else notes[one.footnote]
        assert text[one.start : one.end] == one.old != ""
        assert one.start >= end.get((one.paragraph, one.footnote), 0)
        end[one.paragraph, one.footnote] = one.end
        assert one.fact is None or one.fact in facts
        assert bool(one.pattern) == (one.fact is not None)
        assert "{" not in one.new
        assert one.reason.endswith((".", "?"))
        assert not one.remark or one.certainty is Certainty.REVIEW
    places = [order.index(one.paragraph) for one in carry.proposals]
    assert places == sorted(places)
    assert len({one.id for one in carry.proposals}) == len(carry.proposals)


@pytest.mark.parametrize("versions", [(0,), (0, 1), (1, 3), (0, 3), (0, 2, 3), (2, 3), (3,)])
def test_proposals_fit_their_base(versions: Sequence[int], gold: list[Resolution]) -> None:
    lineage = trace([gold[index] for index in versions])
    for session in (None, 59, 60, 65, 90):
        carry = propose(lineage, session)
        _sound(lineage, carry)
        assert carry == propose(lineage, session)


@pytest.mark.parametrize(
    "lineage", [_islands(), _islands(2), _assembly()], ids=["islands", "two", "assembly"]
)
def test_proposals_fit_their_base_elsewhere(lineage: Lineage) -> None:
    _sound(lineage, propose(lineage))


def test_a_footnote_marked_twice_is_proposed_once() -> None:
    base = version(
        "53/1", "2023-07-12", "Takes note of the report^{A/HRC/53/46.} and of the report^{A/HRC/53/46.};"
    )
    (paragraph,) = base.paragraphs
    twice = tuple(replace(note, number=1) for note in paragraph.footnotes)
    lineage = trace([replace(base, paragraphs=(replace(paragraph, footnotes=twice),))])
    carry = propose(lineage, 56)
    assert [proposal.id for proposal in carry.proposals] == ["OP1:n1:0"]
    draft = accept(start_draft(lineage, carry), "OP1:n1:0").draft
    assert [note.text for note in draft.paragraphs[0].notes] == ["A/HRC/56/[…].", "A/HRC/53/46."]
