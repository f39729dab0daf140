# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns are read one by one, tables row by row; what belongs to the page only is set aside."""

from __future__ import annotations

from collections.abc import Callable

from typeset import LEFT, Sheet

from drafting.reading.source import Source

ReadSheets = Callable[..., Source]
PARAGRAPH = "{i:Recalling} its resolution 70/1 of 25 September 2015 on the goals it has adopted,"


def begun(sheet: Sheet, y: float = 500) -> Sheet:
    sheet.y = y
    sheet.paragraph("The General Assembly,")
    sheet.paragraph(PARAGRAPH)
    return sheet


def test_a_masthead_in_two_columns(read_sheets: ReadSheets) -> None:
    sheet = Sheet()
    for x, lines in {
        60: ["Eightieth session", "Agenda item 71"],
        300: ["Promotion of human rights:", "human rights questions, and", "other approaches to them"],
    }.items():
        for at, line in enumerate(lines):
            sheet.put(x, 700 - 12 * at, line)
    source = read_sheets(begun(sheet))
    assert source.masthead == (
        "Eightieth session",
        "Agenda item 71",
        "Promotion of human rights:",
        "human rights questions, and",
        "other approaches to them",
    )
    assert source.organ == "General Assembly"


def test_gaps_of_the_masthead_are_kept(read_sheets: ReadSheets) -> None:
    sheet = Sheet(720)
    sheet.lines("Agenda item 71", "Promotion of human rights")
    sheet.y -= 24
    sheet.lines("{b:Egypt:} {b:draft} {b:resolution}")
    assert read_sheets(begun(sheet)).masthead == (
        "Agenda item 71",
        "Promotion of human rights",
        "",
        "Egypt: draft resolution",
    )


def test_a_label_and_its_text_are_no_columns(read_sheets: ReadSheets) -> None:
    sheet = begun(Sheet())
    sheet.y -= 6
    sheet.put(LEFT, sheet.y, "1.")
    sheet.put(LEFT + 48, sheet.y, "{i:Decides} to remain seized of it.")
    assert read_sheets(sheet).body[-1].text == "1. Decides to remain seized of it."


def test_a_table_is_read_row_by_row(read_sheets: ReadSheets) -> None:
    sheet = begun(Sheet())
    for at, row in enumerate([("State", "Year", "Share"), ("Egypt", "2025", "1.5"), ("Cuba", "2026", "0.2")]):
        for cell, x in zip(row, (120, 240, 360), strict=True):
            sheet.put(x, 400 - 14 * at, cell)
    rows = [block.text for block in read_sheets(sheet).body if block.table]
    assert rows == ["State | Year | Share", "Egypt | 2025 | 1.5", "Cuba | 2026 | 0.2"]


def test_a_table_between_rules_keeps_what_belongs_together(read_sheets: ReadSheets) -> None:
    sheet = begun(Sheet())
    rows = [("Egypt", ["for the study of", "deserts"]), ("Cuba", ["for the sea"])]
    y = 400.0
    sheet.rule(110, 450, y + 12)
    for name, lines in rows:
        sheet.put(120, y, name)
        for line in lines:
            sheet.put(300, y, line)
            y -= 12
        sheet.rule(110, 450, y + 8)
        y -= 6
    found = [block.text for block in read_sheets(sheet).body if block.table]
    assert found == ["Egypt | for the study of deserts", "Cuba | for the sea"]


def test_lists_in_two_columns_are_read_one_after_the_other(read_sheets: ReadSheets) -> None:
    sheet = begun(Sheet())
    for x, names in {120: ["Albania", "Algeria", "Angola"], 300: ["Cuba", "Egypt", "Fiji"]}.items():
        for at, name in enumerate(names):
            sheet.put(x, 400 - 12 * at, name)
    text = " ".join(block.text for block in read_sheets(sheet).body[1:])
    assert text == "Albania Algeria Angola Cuba Egypt Fiji"


def page(number: int, text: str) -> Sheet:
    sheet = Sheet(700)
    sheet.put(60, 745, "A/RES/80/204" if number % 2 == 0 else "Enhancement of cooperation")
    sheet.put(430, 745, "Enhancement of cooperation" if number % 2 == 0 else "A/RES/80/204")
    sheet.paragraph(text)
    sheet.put(60, 40, f"{number}/3", 8)
    sheet.put(500, 40, "25-20958", 7)
    return sheet


def test_headers_and_numbers_of_pages_are_set_aside(read_sheets: ReadSheets) -> None:
    first = Sheet()
    first.put(430, 745, "A/RES/80/204")
    begun(first)
    first.put(60, 40, "25-20958 (E) 141125")
    source = read_sheets(first, page(2, PARAGRAPH), page(3, PARAGRAPH))
    assert source.masthead == ("A/RES/80/204",)
    assert len(source.body) == 3
    assert source.formulas[1:] == (
        "25-20958 (E) 141125",
        *("A/RES/80/204", "Enhancement of cooperation", "2/3", "25-20958"),
        *("Enhancement of cooperation", "A/RES/80/204", "3/3", "25-20958"),
    )
