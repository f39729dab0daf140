# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, deadlines, dates, years and events that a draft names anew or should look at."""

from __future__ import annotations

import pytest
from proposed import table
from yearly import GA, SC, version

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage
from drafting.updating.proposals import propose


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
    assert table(propose(trace(made))) == {
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
        (("sixtieth", "sixtieth"), None),  # stayed through a renewal
        ((None, "fifty-seventh"), ("review", "fifty-seventh")),  # new: to be looked at
        (("fifty-second", "fifty-fourth"), ("review", "fifty-seventh")),  # passed by the session of the draft
    ],
)
def test_deadlines_of_their_own_are_never_certain(
    deadlines: tuple[str | None, str], expected: tuple[str, str] | None
) -> None:
    made = [
        version(number, day, f"Requests a study by its {deadline or 'next'} session.")
        for (number, day), deadline in zip(
            (("50/1", "2022-07-08"), ("53/1", "2023-07-12")), deadlines, strict=True
        )
    ]
    found = list(table(propose(trace(made), 56)).values())
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
        # it stayed once, or two show no period: only to be looked at
        (("30 June 2023", "30 June 2023", "31 December 2023"), ("review", "31 December 2023")),
        (("30 June 2023", "15 January 2024"), ("review", "15 January 2024")),
        (("30 June 2026", "30 June 2026", "30 June 2026"), None),
    ],
)
def test_dates_that_are_set_anew(days: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    found = list(table(propose(_renewals("a further period,", *days))).values())
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
        "Six months later each time, as in 2700 (2022) with 30 June 2023, 2701 (2023) with 31 December 2023 "
        "and 2702 (2023) with 30 June 2024."
    )


def test_a_draft_beside_the_rhythm_has_its_dates_reviewed() -> None:
    carry = propose(_renewals("a period", "30 June 2023", "31 December 2023", "30 June 2024"), 2027)
    assert list(table(carry).values()) == [("review", "31 December 2024")]


def test_a_date_at_the_end_of_the_calendar_is_only_told() -> None:
    days = ("31 December 9997", "31 December 9998", "31 December 9999")
    assert list(table(propose(_renewals("a period", *days))).values()) == [("review", days[-1])]


def test_the_date_of_a_citation_is_no_date_of_its_own() -> None:
    made = [
        version(f"{session}/1", f"{session + 1945}-12-17", f"Recalling resolution 70/1 of {day},", body=GA)
        for session, day in ((74, "30 June 2023"), (75, "30 June 2024"), (76, "30 June 2025"))
    ]
    assert propose(trace(made)).proposals == ()


@pytest.mark.parametrize(
    "line",
    [
        "Recalling the twenty-ninth special session of the Council and its present session,",
        "Recalling the Summit of the Future, held in Kampala on 19 January 2004, and its declaration,",
        "Recalling resolution 2000/22, adopted by the Subcommission at its fifty-second session,",
    ],
)
def test_left_alone(line: str) -> None:
    made = [version("50/1", "2022-07-08", line), version("53/1", "2023-07-12", line)]
    assert propose(trace(made)).proposals == ()


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Welcoming the Nineteenth Summit, held on 19 January 2023,", {"Nineteenth", "19 January 2023"}),
        ("Stressing the importance of the ongoing negotiations on a treaty,", {"ongoing negotiations"}),
        ("Looking forward to the forthcoming review conference,", {"forthcoming review"}),
        ("Noting the current state of affairs and recent progress,", set()),
        ("Requests all States to report by the end of 2023;", {"2023"}),
        ("Requests all States to report by the end of 2029;", set()),
        ("Decides to extend the mandate for a period of three years;", {"three years"}),
        ("Decides to extend the mandate for a period of one year;", set()),
        ("Recalls the mandate, held for three years;", set()),
    ],
)  # fmt: skip
def test_what_will_be_out_of_date_is_looked_at_while_it_is_new(line: str, asked: set[str]) -> None:
    close = "Decides to continue its consideration of the matter at its fifty-sixth session."
    lineage = trace([version("53/1", "2023-07-12", line, close)])
    carry = propose(lineage, 56)
    remarks = {one.old for one in carry.proposals if one.remark}
    assert remarks == asked
    assert all(one.certainty == "review" for one in carry.proposals)
    before = version("50/1", "2022-07-08", line, close.replace("fifty-sixth", "fifty-third"))
    settled = {one.old for one in propose(trace([before, *lineage.versions]), 56).proposals if one.remark}
    assert settled <= {"2023", "19 January 2023", "Nineteenth"}  # dates that pass are told again


def test_a_period_that_ends_with_the_draft_is_not_looked_at() -> None:
    line = "Decides to extend the mandate for a period of three years;"
    lineage = trace([version("53/1", "2023-07-12", line, "Decides to remain seized of the matter.")])
    told = {session: [one.reason for one in propose(lineage, session).proposals] for session in (56, 62)}
    assert told == {
        56: ["“three years” from 53/1 on end about July 2026: repeated in the draft, they would begin anew."],
        62: [],
    }


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (("fifth", "sixth"), "seventh"),  # on by one
        (("tenth", "fifteenth", "twentieth"), "twenty-fifth"),  # a steady step
        (("fifty-seventh", "sixty-sixth"), None),  # one jump
        (("tenth", "fifteenth", "twenty-second", "twenty-seventh", "thirty-sixth"), None),  # now so, now so
    ],
)
def test_a_count_without_a_steady_step_is_only_asked_about(
    counts: tuple[str, ...], expected: str | None
) -> None:
    made = [
        version(f"{index}/9", f"{1945 + index}-12-17", f"Recalls the {count} round of talks.", body=GA)
        for index, count in enumerate(counts, start=75)
    ]
    (proposal,) = propose(trace(made)).proposals
    assert proposal.new == (expected or counts[-1])
    assert proposal.reason.endswith(": what is it now?") == (expected is None)
