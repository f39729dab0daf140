# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows become the paragraphs they were printed as: by distance, indent and ends, over pages too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typeset import LEADING, LEFT, Sheet, wrapped

from drafting.reading.source import Source

ReadSheets = Callable[..., Source]
FORMULA = "The General Assembly,"
PARAGRAPHS = [
    "{i:Recalling} its resolution 70/1 of 25 September 2015, in which it adopted far-reaching goals,",
    "{i:Noting} the report of the Secretary-General on the matter and the many recommendations in it,",
    "1. {i:Decides} to remain seized of the matter, and to come back to it at its next session;",
    "2. {i:Requests} the Secretary-General:",
    "(a) To report on what was done and what was not, with the reasons given by all concerned;",
    "(b) To publish the report on a page that everybody can read, in all six official languages.",
]
PLAIN = [text.replace("{i:", "").replace("}", "") for text in PARAGRAPHS]


def sheet_with(texts: list[str], *, first: int = 4, gap: float = 6, y: float = 600) -> Sheet:
    sheet = Sheet(y)
    for text in texts:
        sheet.paragraph(text, first=first, gap=gap)
    return sheet


LAYOUTS = {
    "indented and parted": {"first": 4, "gap": 6},
    "indented only": {"first": 4, "gap": 0},
    "parted only": {"first": 0, "gap": 8},
    "neither": {"first": 0, "gap": 0},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_paragraphs_come_out_as_printed(read_sheets: ReadSheets, layout: str) -> None:
    source = read_sheets(sheet_with([FORMULA, *PARAGRAPHS], **LAYOUTS[layout]))
    assert [block.text for block in source.body] == PLAIN
    assert all(block.whole for block in source.body)
    first = source.body[0]
    assert [first.text[start:end] for start, end in first.italics] == ["Recalling"]


@pytest.mark.parametrize("over", range(1, 5))
@pytest.mark.parametrize("layout", ["indented and parted", "indented only"])
def test_a_paragraph_goes_on_over_the_page(read_sheets: ReadSheets, layout: str, over: int) -> None:
    said = "that everything said here stands in one paragraph, whatever the page " * 4
    rows = wrapped(f"{{i:Stressing}} {said.strip()},")
    first, second = sheet_with([FORMULA, PARAGRAPHS[0]], **LAYOUTS[layout]), Sheet()
    first.y -= LAYOUTS[layout]["gap"]
    first.set(rows[:-over])
    second.set(rows[-over:])
    second.paragraph(PARAGRAPHS[2], **LAYOUTS[layout])
    blocks = read_sheets(first, second).body
    assert [block.text for block in blocks] == [PLAIN[0], f"Stressing {said.strip()},", PLAIN[2]]
    assert [block.rejoined for block in blocks] == [0, 1, 0]


def test_a_paragraph_ends_with_the_page_where_the_next_is_indented(read_sheets: ReadSheets) -> None:
    source = read_sheets(sheet_with([FORMULA, *PARAGRAPHS[:3]]), sheet_with(PARAGRAPHS[3:], y=700))
    assert [block.text for block in source.body] == PLAIN
    assert not any(block.rejoined for block in source.body)


def test_the_next_number_begins_a_paragraph_though_it_stands_at_the_margin(read_sheets: ReadSheets) -> None:
    first = sheet_with(
        [FORMULA, "1. {i:Decides} " + "to remain seized of the matter " * 3 + "as it is now to;"]
    )
    second = sheet_with(
        ["2. {i:Requests} a report, and says so again and again until one comes in;"], first=0
    )
    assert [block.text[:2] for block in read_sheets(first, second).body] == ["1.", "2."]


def test_a_sentence_goes_on_though_its_line_was_indented_by_mistake(read_sheets: ReadSheets) -> None:
    sheet = sheet_with([FORMULA, PARAGRAPHS[0]])
    sheet.y -= 6
    sheet.lines("{i:Recalling} the plan adopted by the Food and Agriculture Body", left=LEFT + 24)
    sheet.lines("Organization of the United Nations,", left=LEFT + 24)
    text = "Recalling the plan adopted by the Food and Agriculture Body Organization of the United Nations,"
    assert read_sheets(sheet).body[-1].text == text


def test_meeting_and_date_at_the_right_are_two_lines(read_sheets: ReadSheets) -> None:
    sheet = sheet_with([FORMULA, *PARAGRAPHS])
    sheet.y -= LEADING
    sheet.lines("{i:69th} {i:plenary} {i:meeting}", left=LEFT + 360 - 21 * 6)
    sheet.lines("{i:18} {i:December} {i:2025}", left=LEFT + 360 - 16 * 6)
    assert [block.text for block in read_sheets(sheet).body][-2:] == [
        "69th plenary meeting",
        "18 December 2025",
    ]


def test_a_bold_line_is_a_heading(read_sheets: ReadSheets) -> None:
    sheet = sheet_with([FORMULA, PARAGRAPHS[0]])
    sheet.y -= LEADING
    sheet.lines("{b:I}", left=LEFT + 180)
    sheet.y -= LEADING
    sheet.lines("{b:Achieving} {b:sustainable} {b:fisheries}", left=LEFT + 90)
    sheet.paragraph(PARAGRAPHS[2])
    assert [(block.text, block.heading) for block in read_sheets(sheet).body][1:] == [
        ("I", True),
        ("Achieving sustainable fisheries", True),
        (PLAIN[2], False),
    ]


def test_a_text_in_two_columns(read_sheets: ReadSheets) -> None:
    sheet = Sheet(720)
    sheet.lines(FORMULA)
    half = len(PARAGRAPHS) // 2
    for left, texts in ((LEFT - 60, PARAGRAPHS[:half]), (LEFT + 200, PARAGRAPHS[half:])):
        sheet.y = 690.0
        for text in texts:
            sheet.set([(left + x - LEFT, line) for x, line in wrapped(text, first=2, columns=36)])
            sheet.y -= 3
    assert [block.text for block in read_sheets(sheet).body] == PLAIN
