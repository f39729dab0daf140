# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes are told by place and size, and matched to the raised figures in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typeset import LEFT, Sheet

from drafting.reading.blocks import Mark
from drafting.reading.source import Source

ReadSheets = Callable[..., Source]


def body(*texts: str) -> Sheet:
    sheet = Sheet(600)
    sheet.paragraph("The General Assembly,")
    for text in texts:
        sheet.paragraph(text)
    return sheet


def foot(sheet: Sheet, *notes: str, rule: str = "underscores", size: float = 8) -> Sheet:
    sheet.y = 160.0
    if rule == "underscores":
        sheet.lines("__________", left=LEFT - 20, size=size)
    elif rule == "drawn":
        sheet.rule(LEFT - 20, LEFT + 80, 166)
        sheet.y -= 6
    sheet.lines(*notes, size=size)
    return sheet


TEXT = "{i:Recalling} its resolution 70/1{^:1} and the Charter,{^:2} as well as all that followed from them,"
PLAIN = "Recalling its resolution 70/1 and the Charter, as well as all that followed from them,"


@pytest.mark.parametrize("rule", ["underscores", "drawn", "none"])
def test_marks_and_texts_are_brought_together(read_sheets: ReadSheets, rule: str) -> None:
    sheet = foot(body(TEXT), "{^:1} See resolution 70/1, and the", "annex to it.", "{^:2} Ibid.", rule=rule)
    text, *notes = read_sheets(sheet).body
    assert (text.text, text.marks) == (PLAIN, (Mark(29, "1"), Mark(46, "2")))
    assert [(note.note, note.text) for note in notes] == [
        ("1", "See resolution 70/1, and the annex to it."),
        ("2", "Ibid."),
    ]


def test_a_footnote_goes_on_at_the_foot_of_the_next_page(read_sheets: ReadSheets) -> None:
    first = foot(body(TEXT), "{^:1} See resolution 70/1.", "{^:2} United Nations, Treaty Series,")
    second = Sheet(700)
    second.paragraph("{i:Noting} the report{^:3} of its committee on the matter now before it,")
    foot(second, "vol. 75, No. 973.", "{^:3} A/80/12.")
    notes = [block for block in read_sheets(first, second).body if block.note]
    assert [note.text for note in notes] == [
        "See resolution 70/1.",
        "United Nations, Treaty Series, vol. 75, No. 973.",
        "A/80/12.",
    ]


def test_a_note_marked_again_and_two_marks_at_one_place(read_sheets: ReadSheets) -> None:
    first = foot(body(TEXT.replace("Charter,{^:2}", "Charter,{^:1,2}")), "{^:1} See A/80/1.", "{^:2} Ibid.")
    second = Sheet(700)
    second.paragraph("{i:Noting} the Charter{^:2} and the report of its committee on the matter,")
    texts = [block for block in read_sheets(first, second).body if not block.note]
    assert [mark.label for block in texts for mark in block.marks] == ["1", "1", "2", "2"]


def test_raised_figures_that_are_no_marks_stay(read_sheets: ReadSheets) -> None:
    text = "{i:Noting} an area of 12 km{^:2} and the 4{^:th} cycle and 10{^:9} grains of sand{^:1} in it all,"
    sheet = foot(body(text), "{^:1} See A/80/1.", "{^:2} Ibid.")
    block = read_sheets(sheet).body[0]
    assert block.text == "Noting an area of 12 km2 and the 4th cycle and 109 grains of sand in it all,"
    assert [mark.label for mark in block.marks] == ["1"]


def test_notes_with_asterisks_belong_to_the_masthead(read_sheets: ReadSheets) -> None:
    sheet = Sheet(700)
    sheet.lines("{b:Egypt:*} {b:draft} {b:resolution}")
    sheet.y = 600
    sheet.paragraph("The General Assembly,")
    sheet.paragraph(TEXT)
    foot(sheet, "* On behalf of the States that are", "members of the Group.", "{^:1} A/80/1.", "{^:2} Ibid.")
    source = read_sheets(sheet)
    assert source.masthead == ("Egypt:* draft resolution",)
    assert source.masthead_notes == ("* On behalf of the States that are members of the Group.",)
    assert [block.note for block in source.body] == ["", "1", "2"]


def test_an_asterisk_in_the_text_has_its_note_in_the_text(read_sheets: ReadSheets) -> None:
    sheet = foot(body("{i:Noting} the Statute of the Court* that defines what is asked here,"), "* A/80/1.")
    text, note = read_sheets(sheet).body
    assert (text.text, text.marks) == (
        "Noting the Statute of the Court that defines what is asked here,",
        (Mark(31, "*"),),
    )
    assert (note.note, note.text) == ("*", "A/80/1.")
