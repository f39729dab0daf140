# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked for, and why something is proposed, in words of a drafter."""

from __future__ import annotations

import pytest
from yearly import version

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
            "The fifth Forum was still to come in 52/4 and is over by the session of the draft: what came of it?",
        ),
        (
            "Welcoming the Seventh Summit of the Group, held in Suva on 4 and 5 March 2021,",
            "4 and 5 March 2021, named since 49/7, is of a kind that is held again and again: "
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
