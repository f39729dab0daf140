# SPDX-License-Identifier: GPL-3.0-or-later
"""What is masthead and what is text; tables, soft breaks between paragraphs, headers and footers."""

from __future__ import annotations

import pytest
from word_xml import ORGAN, line, par, run, table

BREAK = "<w:r><w:br/></w:r>"
TEXT = ORGAN + line("Recalling it,")


def texts(source):
    return [block.text for block in source.body]


@pytest.mark.parametrize(
    ("above", "masthead"),
    [
        pytest.param(line("Item 3") + line(""), ("Item 3",), id="one line"),
        pytest.param(
            line("Item 3") + line("") * 3 + line("Title"), ("Item 3", "", "Title"), id="empty paragraphs"
        ),
        pytest.param(par(run("Item 3") + BREAK + run("Title")), ("Item 3", "Title"), id="soft break"),
        pytest.param(
            table((line("United Nations"), line("A/HRC/59/L.1")), (line(""), line("Distr.: Limited")))
            + line("Title"),
            ("United Nations", "A/HRC/59/L.1", "", "Distr.: Limited", "Title"),
            id="a table in reading order",
        ),
    ],
)
def test_masthead(read_word, above, masthead):
    source = read_word(above + TEXT)
    assert (source.masthead, source.organ, texts(source)) == (
        masthead,
        "Human Rights Council",
        ["Recalling it,"],
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(TEXT, ["Recalling it,"], id="the organ's line"),
        pytest.param(
            par(run("The Human Rights Council,") + BREAK + run("Recalling it,")),
            ["Recalling it,"],
            id="glued",
        ),
        pytest.param(
            table((ORGAN + line("Recalling it,"), line("Notes"))), ["Recalling it,", "Notes"], id="in a table"
        ),
        pytest.param(
            line("Title") + line("Recalling the Charter of the United Nations,"),
            ["Recalling the Charter of the United Nations,"],
            id="no such line",
        ),
        pytest.param(line("Nothing of the kind."), ["Nothing of the kind."], id="no resolution"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_where_the_text_begins(read_word, body, expected):
    assert texts(read_word(body)) == expected


def test_tables_in_the_text_come_row_by_row(read_word):
    rows = table(
        (line("Year"), line("Sum") + line("(dollars)")), (line("2025"), line("")), (line(""), line(""))
    )
    source = read_word(TEXT + rows)
    assert [(block.text, block.table) for block in source.body[1:]] == [
        ("Year | Sum (dollars)", True),
        ("2025", True),
    ]


def test_a_row_as_penholder_writes_it_is_one(read_word):
    source = read_word(TEXT + line("Year | Sum", '<w:jc w:val="center"/>'))
    assert [(block.table, block.heading) for block in source.body] == [(False, False), (True, False)]


def test_a_column_of_numbers_is_no_table(read_word):
    source = read_word(TEXT + table((line("1."), line("Decides it;")), (line("2."), line("Requests it."))))
    assert [(block.text, block.table) for block in source.body[1:]] == [
        ("1. Decides it;", False),
        ("2. Requests it.", False),
    ]


def test_a_frame_round_paragraphs_is_no_table(read_word):
    source = read_word(TEXT + table((line("1. Decides it;") + line("2. Requests it."),)))
    assert [(block.text, block.table) for block in source.body[1:]] == [
        ("1. Decides it;", False),
        ("2. Requests it.", False),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Recalling it,", "Noting it,"), ["Recalling it,", "Noting it,"]),
        (
            ("1. Decides it;", "2. Requests it:", "(a) Now;"),
            ["1. Decides it;", "2. Requests it:", "(a) Now;"],
        ),
        (("Recalling the", "Charter of it,"), ["Recalling the Charter of it,"]),
        (("Recalling it, and", "Noting it,"), ["Recalling it, and", "Noting it,"]),
        (("One", "", "Two"), ["One", "Two"]),
        (("I", "Sustainable fisheries"), ["I Sustainable fisheries"]),
        (("62nd plenary meeting", "4 December 2017"), ["62nd plenary meeting", "4 December 2017"]),
    ],
)
def test_soft_breaks_that_part_paragraphs(read_word, rows, expected):
    assert texts(read_word(ORGAN + par(BREAK.join(run(row) for row in rows)))) == expected


def section(*references: str, first: bool = False) -> str:
    made = "".join(
        f'<w:{kind[:6]}Reference w:type="{side}" r:id="{kind}"/>'
        for kind, side in (r.split() for r in references)
    )
    return f"<w:sectPr>{made}{'<w:titlePg/>' * first}</w:sectPr>"


def test_headers_and_footers(read_word):
    source = read_word(
        line("Title of the text")
        + TEXT
        + section("header1 first", "header2 default", "footer1 default", first=True),
        header1=line("A/HRC/59/L.1"),
        header2=line("A/HRC/59/L.1") + line("Title of the text"),
        footer1=line("GE.25-01234 (E)") + line("2") + line("Non-paper of 5 May"),
    )
    assert source.masthead == ("A/HRC/59/L.1", "Title of the text")
    headers = ("A/HRC/59/L.1", "Title of the text", "GE.25-01234 (E)", "2")
    assert source.formulas == ("The Human Rights Council,", *headers)
    assert [(warning.place, warning.text) for warning in source.warnings] == [
        ("header", "Non-paper of 5 May")
    ]


def test_a_text_box_above_the_text_is_masthead(read_word):
    box = f"<w:r><w:pict><w:txbxContent>{line('A/HRC/59/L.1')}</w:txbxContent></w:pict></w:r>"
    source = read_word(par(box + run("Title of the text")) + TEXT)
    assert source.masthead == ("A/HRC/59/L.1", "Title of the text")
    assert source.warnings == ()


def test_a_first_header_that_is_switched_off_is_no_masthead(read_word):
    source = read_word(TEXT + section("header1 first"), header1=line("Never shown"))
    assert source.masthead == ()
    assert [warning.text for warning in source.warnings] == ["Never shown"]


def test_asterisk_notes_of_the_first_page(read_word):
    typed = line("* State not a member of the Human Rights Council.")
    for body in (line("Cuba:*") + typed + TEXT, line("Cuba:*") + TEXT + typed):
        source = read_word(body)
        assert source.masthead_notes == ("* State not a member of the Human Rights Council.",)
        assert source.masthead == ("Cuba:*",)
        assert texts(source) == ["Recalling it,"]
