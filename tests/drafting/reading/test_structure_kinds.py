# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of documents beside the yearly resolution: parts in plain text, statements, deep mandates, drafts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from small_sources import ids, looks, recognised

from drafting.reading.structure.letters import Rows, rows_with
from drafting.resolution import Resolution

ReadText = Callable[[str], Resolution]
HEAD = "The Security Council,\n\nRecalling its resolution 2100 (2013),\n\n"

TEXTS: dict[str, tuple[str, str]] = {
    "four levels": (
        "1. Decides:\n\n(a) To help:\n\n(i) To guard:\n\na. the roads;\n\nb. the towns:\n\ni. by day;\n\n"
        "ii. by night;\n\n(ii) To report;\n\n(b) To end.",
        "PP1 OP1 OP1(a) OP1(a)(i) OP1(a)(i)(a) OP1(a)(i)(b) OP1(a)(i)(b)(i) OP1(a)(i)(b)(ii) "
        "OP1(a)(ii) OP1(b)",
    ),
    "letters inserted in negotiation": (
        "1. Decides:\n\n(a) To help;\n\n(a bis) To guard;\n\n(a ter) To act:\n\n(i) Now;\n\n(i bis) Then;\n\n"
        "(ii) Soon;\n\n(b) To end.",
        "PP1 OP1 OP1(a) OP1(a)bis OP1(a)ter OP1(a)ter(i) OP1(a)ter(i)bis OP1(a)ter(ii) OP1(b)",
    ),
    "marks without their text": (
        "Alarmed at it,*\n\nReaffirming its resolution of 2013,7\n\nNoting it,\u2020\n\n1. Decides so.",
        "PP1 PP2 PP3 PP4 OP1",
    ),
    "no date yet": ("1. Decides so.\n\n[\u2026]", "PP1 OP1"),
    "no meeting and no date yet": ("1. Decides so.\n\n[\u2026]\n\n[\u2026]", "PP1 OP1"),
    "an annex in capitals": ("1. Decides so.\n\nANNEX I\n\nTERMS OF IT\n\n1. It meets.", "PP1 OP1 A1 A1.OP1"),
    "a gap between the paragraphs": ("1. Decides so;\n\n[\u2026]\n\n2. Ends it.", "PP1 OP1 T1 OP2"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_ids(read_text: ReadText, name: str) -> None:
    text, expected = TEXTS[name]
    resolution = read_text(HEAD + text)
    assert ids(resolution) == expected
    assert looks(resolution) == (["T1"] if "T1" in expected else [])


BLOCKS: dict[str, tuple[list[str], str, list[str]]] = {
    "lost commas": (
        ["Recalling its resolution 70/1", "Noting the report", "Welcoming it,", "1. Decides so."],
        "PP1 PP2 PP3 OP1",
        ["PP1", "PP2"],
    ),
    "paragraph or heading": (
        ["Recalling it,", "Alarmed at the situation", "1. Decides so."],
        "PP1 H1 OP1",
        ["H1"],
    ),
    "a heading": (["Recalling it,", "Mandate of the mission", "1. Decides so."], "PP1 H1 OP1", []),
    "figures in brackets": (
        ["Recalling it,", "(1) Decides:", "(a) To act;", "(2) Requests it;", "(3) Ends it."],
        "PP1 OP1 OP1(a) OP2 OP3",
        [],
    ),
    "figures under letters": (
        ["Recalling it,", "1. Decides:", "(a) To act:", "(1) Now;", "(2) Soon;", "2. Ends it."],
        "PP1 OP1 OP1(a) OP1(a)(1) OP1(a)(2) OP2",
        [],
    ),
    "appendices": (
        [
            "Recalling it,",
            "1. Adopts it.",
            "Annex I",
            "Terms",
            "1. It is.",
            "Appendix to annex I",
            "Form",
            "So.",
        ],
        "PP1 OP1 A1 A1.OP1 A2 A2.T1",
        [],
    ),
    "the language of an annex": (
        ["Recalling it,", "1. Adopts it.", "Annex II [Original: French]", "It is said here."],
        "PP1 OP1 A1 A1.T1",
        [],
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_whole_paragraphs(name: str) -> None:
    blocks, expected, places = BLOCKS[name]
    resolution = recognised(*blocks)
    assert ids(resolution) == expected
    assert looks(resolution) == places


def test_a_decision_may_have_points() -> None:
    text = "At its 9th plenary meeting, on 8 June 2021, the Economic and Social Council:"
    resolution = recognised(text, "(a) Took note of it;", "(b) Decided to meet.", organ="")
    assert ids(resolution) == "OP1 OP1(a) OP1(b)"


@pytest.mark.parametrize("line", ["A/RES/75/101 A\u2013B", "A/RES/75/101 A-B"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_parts_in_plain_text(read_text: ReadText, line: str, gap: str) -> None:
    closing = "41st plenary meeting\n10 May 2020"
    part = f"The General Assembly,\n\nRecalling it,\n\nUrges all States to act.\n\n{closing}"
    adopted = "Resolutions adopted by the General Assembly on 10 May 2020"
    above = f"General Assembly\n{line}\nAgenda item 54\n{adopted}"
    parts = "\n\n".join(
        f"{letter}{gap}On {title}\n\n{part}" for letter, title in (("A", "It"), ("B", "Them"))
    )
    resolution = read_text(f"{above}\n\n75/101. Two things\n\n{parts}")
    assert ids(resolution) == "A A.PP1 A.OP1 B B.PP1 B.OP1"
    assert [resolution.paragraph(name).text for name in "AB"] == ["On It", "On Them"]
    head = resolution.masthead
    assert (head.symbol, head.number, head.title) == (line, "75/101", "Two things")
    assert (head.adopted, head.meeting, head.agenda_title) == (date(2020, 5, 10), "41st plenary meeting", "")
    assert looks(resolution) == []


def test_a_statement_of_the_president(read_text: ReadText) -> None:
    lines = "Human Rights Council\nA/HRC/PRST/43/1\nAgenda item 1\nStatement by the President"
    made = "At the 44th meeting, held on 29 May 2020, the President of the Human Rights Council made"
    text = "\u201cThe Human Rights Council,\n\nRecalling it,\n\n1. Notes it;\n\n2. Decides so.\u201d"
    resolution = read_text(f"{lines}\n\nPRST 43/1. On it\n\n{made} the following statement:\n\n{text}")
    assert ids(resolution) == "PP1 OP1 OP2"
    head = resolution.masthead
    assert (head.symbol, head.number, head.title) == ("A/HRC/PRST/43/1", "PRST 43/1", "On it")
    assert (head.body, head.session, head.agenda_title) == ("Human Rights Council", 43, "")
    assert (head.meeting, head.adopted) == ("44th meeting", date(2020, 5, 29))
    assert looks(resolution) == []


def test_a_statement_has_no_symbol_of_a_resolution(read_text: ReadText) -> None:
    head = read_text(
        "PRST 43/1. On it\n\nThe Human Rights Council,\n\nRecalling it,\n\n1. Notes it."
    ).masthead
    assert (head.number, head.symbol) == ("PRST 43/1", "")


def test_the_symbol_on_the_first_line_is_no_running_title(read_text: ReadText) -> None:
    above = "United Nations A/RES/70/1\nGeneral Assembly\nSeventieth session\nAgenda items 15 and 116"
    adopted = "Resolution adopted by the General Assembly on 25 September 2015"
    text = "The General Assembly,\n\nRecalling it,\n\n1. Decides so."
    head = read_text(f"{above}\n\n{adopted}\n\n70/1. Our world\n\n{text}").masthead
    assert (head.symbol, head.number, head.title) == ("A/RES/70/1", "70/1", "Our world")
    assert (head.session, head.agenda_item, head.adopted) == (70, 15, date(2015, 9, 25))


def test_a_footnote_text_that_stands_twice_is_told(read_text: ReadText) -> None:
    notes = "<sup>1</sup> See A/1.\n<sup>1</sup> See A/1.\n<sup>2</sup> See A/2, and\nits annex."
    text = f"{HEAD}Noting it,<sup>1</sup> and it,<sup>2</sup>\n\n1. Decides so.\n\n{notes}"
    resolution = read_text(text)
    assert [n.text for n in resolution.paragraph("PP2").footnotes] == ["See A/1.", "See A/2, and its annex."]
    told = [warning.sentence for warning in resolution.warnings if warning.needs_look]
    assert told == ["footnote 1 has no second mark in the text and is left out: “See A/1.”"]


@pytest.mark.parametrize(
    ("label", "rows", "expected"),
    [
        ("(a)bis", (("letter", 1),), (("letter", 1),)),
        ("(i)bis", (("letter", 1), ("roman", 1)), (("letter", 1), ("roman", 1))),
        ("(v)bis", (("letter", 2), ("roman", 5)), (("letter", 2), ("roman", 5))),
        ("(b)bis", (("letter", 2), ("roman", 3)), (("letter", 2),)),
    ],
)
def test_an_inserted_letter_stands_in_the_row_of_its_letter(label: str, rows: Rows, expected: Rows) -> None:
    assert rows_with(label, rows, after_colon=False) == expected


@pytest.mark.parametrize("line", ["Resolution 2450 (2018)\n\n", ""])
def test_a_number_may_stand_twice_or_in_a_line_of_its_own(read_text: ReadText, line: str) -> None:
    resolution = read_text(f"S/RES/2450 (2018)\n\n{line}2450 (2018).\n\n{HEAD}1. Decides so.")
    assert resolution.masthead.number == "2450 (2018)"
    assert looks(resolution) == []


DECISIONS = [
    "At its 9th plenary meeting, on 8 June 2021, the Economic and Social Council decided to meet.",
    "À sa 9e séance plénière, le 8 juin 2021, le Conseil économique et social a décidé de se réunir.",
    "En su novena sesión plenaria, celebrada el 8 de junio de 2021, el Consejo decidió reunirse.",
]


@pytest.mark.parametrize("text", DECISIONS)
def test_a_decision_in_plain_text(read_text: ReadText, text: str) -> None:
    resolution = read_text(f"E/DEC/2021/222\n\n2021/222. Date of the session\n\n{text}")
    assert ids(resolution) == "OP1"
    head = resolution.masthead
    assert (head.body, head.number, head.title) == (
        "Economic and Social Council",
        "2021/222",
        "Date of the session",
    )
