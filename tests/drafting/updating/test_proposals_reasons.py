# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked for, and why something is proposed, in words of a drafter."""

from __future__ import annotations

import pytest
from yearly import GA, version

from drafting.comparing.lineage import trace
from drafting.updating.proposals import propose
from drafting.updating.records import CarryOver


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
    ("line", "reason"),
    [
        (
            "Looking forward to the fifth Forum on Small Islands, to be held in Suva in 2023,",
            "The fifth Forum was still to come in 52/4 and is over by the session of the draft: "
            "what came of it?",
        ),
        (
            "Welcoming the Seventh Summit of the Group, held in Suva on 4 and 5 March 2021,",
            "The Seventh Summit, named since 49/7, is of a kind that is held again and again: "
            "has there been a newer one?",
        ),
    ],
)
def test_a_remark_names_the_event_and_since_when_it_stands(line: str, reason: str) -> None:
    close = "Decides to continue its consideration of the matter at its fifty-{} session."
    made = [
        version("49/7", "2022-03-31", line, close.format("second")),
        version("52/4", "2023-04-03", line, close.format("fifth")),
    ]
    assert reason in [one.reason for one in propose(trace(made), 58).proposals]


def _reasons(*lines: str) -> list[str]:
    """What is said of a series of the Assembly, from 2021 on a text a year, each with one of the lines."""
    made = [
        version(f"{year - 1945}/9", f"{year}-12-16", line, body=GA) for year, line in enumerate(lines, 2021)
    ]
    return [one.reason for one in propose(trace(made)).proposals]


@pytest.mark.parametrize(
    ("line", "had", "reason"),
    [
        (  # a year that comes every second year is due again when its turn comes
            "Noting the State of the Seas {}, issued in Rome,",
            (2020, 2022, 2022, 2024, 2024),
            "Moves on every second year, at most to the year of the text, as in 76/9 (2020), 77/9 (2022), "
            "78/9 (2022), 79/9 (2024) and 80/9 (2024).",
        ),
        (
            "Noting the report of the {} round of consultations on seas,",
            ("fourth", "fifth", "fifth", "sixth", "sixth"),
            "Grows by one each time it changes, as in 77/9 (fifth) and 79/9 (sixth).",
        ),
        (
            "Welcoming the Summit on Seas, held in Apia on {},",
            ("3 May 2017", "3 May 2017", "9 June 2023", "9 June 2023", "2 July 2025"),
            "Set anew in 78/9 (9 June 2023) and 80/9 (2 July 2025): is there a newer one?",
        ),
        (
            "Noting the review to be held at its {} session,",
            ("eightieth", "eightieth", "eightieth", "eightieth", "eighty-second"),
            "A deadline apart from the rhythm of the series, 76/9 (eightieth), 77/9 (eightieth), "
            "78/9 (eightieth), 79/9 (eightieth) and 80/9 (eighty-second): the sponsors have moved it before; "
            "do they again?",
        ),
        (
            "Requests the Secretary-General to report to the General Assembly at its {} session;",
            ("seventy-eighth",),
            "A deadline apart from the rhythm of the series, 76/9 (seventy-eighth): it stays unless the "
            "sponsors move it.",
        ),
        (
            "Welcoming the summit of small islands, held in Suva on {},",
            ("19 and 20 January 2021",),
            "The summit of 19 and 20 January 2021 was recent when 76/9 was adopted: is there a newer one, "
            "or does it stay?",
        ),
        (
            "Noting the Atlas of Seas of {},",
            ("2021",),
            "“2021” was recent when 76/9 was adopted: is there a newer one, or does it stay?",
        ),
        (
            "Welcoming the conference of ministers to be held in Suva on {},",
            ("19 and 20 January 2022",),
            "The conference of 19 and 20 January 2022 was still to come in 76/9 and is over by the session "
            "of the draft: what came of it?",
        ),
        (
            "Recalling that the General Assembly met in {},",
            ("2021",),
            "The event of 2021 was recent when 76/9 was adopted: is there a newer one, or does it stay?",
        ),
    ],
)
def test_a_reason_says_what_the_versions_show(line: str, had: tuple[object, ...], reason: str) -> None:
    assert _reasons(*map(line.format, had)) == [reason]


def test_a_year_of_another_rhythm_stays_until_its_turn() -> None:
    assert (
        _reasons(*(f"Noting the State of the Seas {year}," for year in (2019, 2022, 2022, 2022, 2025))) == []
    )


def test_only_the_first_of_several_is_called_the_most_recent() -> None:
    line = "Recalling its resolutions, the most recent of which is resolution {}, and resolution {} on air,"
    reasons = _reasons(line.format("75/172 of 16 December 2020", "75/128 of 16 December 2020"))
    assert [one[:19] for one in reasons if "most recent" in one] == ["76/9 calls 75/172 t"]
