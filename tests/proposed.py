# SPDX-License-Identifier: GPL-3.0-or-later
"""Small series of our own, and what is proposed for their next text."""

from __future__ import annotations

from yearly import GA, version

from drafting.comparing.lineage import trace
from drafting.comparing.records import Lineage
from drafting.updating.records import CarryOver

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


def islands(count: int = 4) -> Lineage:
    """The first texts of a yearly March series of the Council."""
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


def table(carry: CarryOver) -> dict[str, tuple[str, str]]:
    """Every proposal by place and old words: its certainty and the new words."""
    return {f"{one.paragraph} {one.old}": (str(one.certainty), one.new) for one in carry.proposals}


def assembly(*, dated: bool = True) -> Lineage:
    """A series of the Assembly every second year."""
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


def changes(carry: CarryOver) -> dict[str, tuple[str, str]]:
    """The proposals that put other words in; remarks only ask to look."""
    return {place: told for place, told in table(carry).items() if not place.endswith(f" {told[1]}")}
