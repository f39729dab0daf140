# SPDX-License-Identifier: GPL-3.0-or-later
"""Mastheads of several organs, as they come out of extraction."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.reading.masthead import read_masthead
from drafting.reading.masthead.closing import Closing
from drafting.reading.masthead.forms import formula_in
from drafting.resolution import Masthead

TABLE: dict[str, tuple[str, str, Masthead]] = {
    "Council, all glued": (
        "Human Rights Council",
        "Human Rights CouncilForty-seventh session\n\n21 June–14 July 2021\nAgenda item 3\n"
        "Promotion of rights,\ncivil and politicalResolution adopted by the Human Rights Council\n"
        "on 12 July 202147/9. A title of rights",
        Masthead(
            "Human Rights Council",
            "A/HRC/RES/47/9",
            "47/9",
            "A title of rights",
            47,
            "21 June–14 July 2021",
            3,
            "Promotion of rights, civil and political",
            date(2021, 7, 12),
        ),
    ),
    "Council under the name of the Assembly": (
        "Human Rights Council",
        "General Assembly\n\nDistr.: General\n11 July 2024\nOriginal: English\n\nHuman Rights Council\n"
        "Fifty-sixth session\n18 June–12 July 2024\nAgenda item 3\nRights\n"
        "Resolution adopted by the Human Rights Council on 10 July 2024\n56/2. Title",
        Masthead(
            "Human Rights Council",
            "A/HRC/RES/56/2",
            "56/2",
            "Title",
            56,
            "18 June–12 July 2024",
            3,
            "Rights",
            date(2024, 7, 10),
        ),
    ),
    "split session": (
        "Human Rights Council",
        "Human Rights Council\nForty-third session\n24 February–13 March and 15–23 June 2020\n"
        "Agenda item 10\nHelp\n43/1. Title",
        Masthead(
            "Human Rights Council",
            "A/HRC/RES/43/1",
            "43/1",
            "Title",
            43,
            "24 February–13 March and 15–23 June 2020",
            10,
            "Help",
        ),
    ),
    "Assembly": (
        "General Assembly",
        "United Nations\nA/RES/78/217\nGeneral Assembly\nDistr.: General\n22 December 2023\n"
        "Seventy-eighth session\nAgenda item 71 (b)\nPromotion of human rights: human\nrights questions\n"
        "Resolution adopted by the General Assembly\non 19 December 2023\n"
        "[on the report of the Third Committee (A/78/481/Add.2, para. 139)]\n78/217.\n\n"
        "Protection of migrants",
        Masthead(
            "General Assembly",
            "A/RES/78/217",
            "78/217",
            "Protection of migrants",
            78,
            "",
            71,
            "Promotion of human rights: human rights questions",
            date(2023, 12, 19),
            agenda_points="(b)",
            report="[on the report of the Third Committee (A/78/481/Add.2, para. 139)]",
        ),
    ),
    "Security Council": (
        "Security Council",
        "United Nations\nS/RES/2766 (2024)\nSecurity Council\nDistr.: General\n20 December 2024\n"
        "Resolution 2766 (2024)\nAdopted by the Security Council at its 9826th meeting, on\n"
        "20 December 2024",
        Masthead(
            "Security Council",
            "S/RES/2766 (2024)",
            "2766 (2024)",
            adopted=date(2024, 12, 20),
            meeting="9826th meeting",
        ),
    ),
    "draft": (
        "General Assembly",
        "A/C.3/80/L.52\nUnited Nations\nGeneral Assembly\nDistr.: Limited\nEightieth session\n"
        "Third Committee\nAgenda item 71 (b)\nPromotion of rights and\nfundamental freedoms\n"
        "Honduras, Malta,\nCosta Rica and Mexico:* draft resolution\n\nProtection of migrants",
        Masthead(
            "General Assembly",
            "A/C.3/80/L.52",
            "",
            "Protection of migrants",
            80,
            "",
            71,
            "Promotion of rights and fundamental freedoms",
            agenda_points="(b)",
            sponsors="Honduras, Malta, Costa Rica and Mexico",
        ),
    ),
    "a draft that leaves its agenda item open": (
        "General Assembly",
        "United Nations\nA/C.3/81/L.[…]\nGeneral Assembly\nEighty-first session\nThird Committee\n"
        "Agenda item […] (b)\nThe question of the sea\n[…]: draft resolution\nLaw of the sea",
        Masthead(
            "General Assembly",
            "A/C.3/81/L.[…]",
            "",
            "Law of the sea",
            81,
            agenda_title="The question of the sea",
            agenda_points="(b)",
            sponsors="[…]",
        ),
    ),
    "nothing but an agenda and a title": (
        "General Assembly",
        "Agenda item 7\nThe question of\nthe sea\n\nLaw of the\nsea",
        Masthead(
            "General Assembly", agenda_item=7, agenda_title="The question of the sea", title="Law of the sea"
        ),
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_masthead(name: str) -> None:
    organ, text, expected = TABLE[name]
    heading = read_masthead(text.split("\n"), organ)
    assert heading.masthead == expected
    assert heading.unplaced == ()


def test_what_is_none_of_it_is_named() -> None:
    heading = read_masthead(["Human Rights Council", "Hello there", "47/9. Title"], "Human Rights Council")
    assert heading.unplaced == ("Hello there",)
    assert heading.masthead.title == "Title"


def test_closing_lines_fill_what_the_masthead_lacks() -> None:
    masthead = read_masthead(
        ["56/2. Title"], "Human Rights Council", Closing("34th meeting", date(2024, 7, 10))
    ).masthead
    assert (masthead.adopted, masthead.meeting) == (date(2024, 7, 10), "34th meeting")


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        ("The Human Rights Council,", "Human Rights Council"),
        ("a title of rightsThe Human Rights Council,", "Human Rights Council"),
        ("The General Assembly,Recalling its resolution", "General Assembly"),
        ("The Conference of the Parties,", "Conference of the Parties"),
        ("The Economic and Social Council,", "Economic and Social Council"),
    ],
)
def test_the_line_of_the_organ(line: str, organ: str) -> None:
    match = formula_in(line)
    assert match is not None
    assert match["organ"] == organ


@pytest.mark.parametrize(
    "line",
    [
        "in which the General Assembly, at its",
        "The General Assembly, in its resolution",
        "The Arms Trade Treaty",
    ],
)
def test_no_line_of_an_organ(line: str) -> None:
    assert formula_in(line) is None
