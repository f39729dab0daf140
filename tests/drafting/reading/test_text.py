# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines, markup, pages and footnotes: small pictures of what extraction makes of a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.reading.blocks import Block, Mark, joined
from drafting.reading.text.markup import lines_of
from drafting.reading.text.notes import with_notes_told
from drafting.reading.text.pages import without_page_lines
from drafting.resolution import Resolution

ReadText = Callable[[str], Resolution]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (
            "**Human Rights Council****Forty-seventh session**",
            ["Human Rights Council", "Forty-seventh session"],
        ),
        ("Human Rights Council**Fifty-third session**", ["Human Rights Council", "Fifty-third session"]),
        ("**on rights***The Human Rights Council,*", ["on rights", "The Human Rights Council,"]),
        ("## Annex ##", ["Annex"]),
        ("Egypt,* Oman* and Peru*", ["Egypt,* Oman* and Peru*"]),
        ("5 \\* 3 \\[x\\]", ["5 * 3 [x]"]),
        ("snake_case and _so_ on", ["snake_case and so on"]),
        ("See [78/199](https://undocs.org/A/RES/78/199).", ["See 78/199."]),
        ("a  b\tc\u00a0d", ["a b c\u00a0d"]),
        ("A &amp; B, 5&nbsp;km²", ["A & B, 5\u00a0km²"]),
        ("the 10<sup>th</sup> and <b>x</b>", ["the 10th and x"]),
        ("United Nations          A/RES/1/2", ["United Nations", "A/RES/1/2"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
    ],
)
def test_markup_goes_and_words_stay(source: str, texts: list[str]) -> None:
    assert [block.text for block in lines_of(source)] == texts


INFORMAL = """The Human Rights Council,

PP1 Recalling its resolution 56/2 of 10 July 2024[^*],
PP1 bis. [Noting the report of the Secretary-General,] (Norway)

OP1 Urges States to:
a. Ratify treaties;
b. Comply with:
i. These;
ii. Those;
OP2 Decides to remain seized of the matter.

[^*]: Adopted by a vote.
"""


def test_the_lines_of_an_informal_draft(read_text: ReadText) -> None:
    found = read_text(INFORMAL)
    ids = ["PP1", "PP1bis", "OP1", "OP1(a)", "OP1(b)", "OP1(b)(i)", "OP1(b)(ii)", "OP2"]
    assert [paragraph.id for paragraph in found.paragraphs] == ids
    assert [note.text for note in found.paragraphs[0].footnotes] == ["Adopted by a vote."]


ANNEXES = """79/300. Quiet harbours

The General Assembly,

Recalling its resolution 78/199,

1. Decides to adopt the guidelines annexed
to the present resolution.

54th plenary meeting
19 December 2024

Annex I

Guidelines

A. Scope

1. These guidelines apply to harbours.

2. They do not apply to:

(a) Rivers;

(b) Lakes.

B. Use

3. They are voluntary.

Annex II

List of harbours

- Lagos
- Lima
"""


def test_annexes_in_text(read_text: ReadText) -> None:
    found = read_text(ANNEXES)
    annexes = [(p.id, p.text) for p in found.paragraphs if p.unit]
    assert annexes == [
        ("A1", "Guidelines"),
        ("A1.H1", "Scope"),
        ("A1.OP1", "These guidelines apply to harbours."),
        ("A1.OP2", "They do not apply to:"),
        ("A1.OP2(a)", "Rivers;"),
        ("A1.OP2(b)", "Lakes."),
        ("A1.H2", "Use"),
        ("A1.OP3", "They are voluntary."),
        ("A2", "List of harbours"),
        ("A2(-1)", "Lagos"),
        ("A2(-2)", "Lima"),
    ]
    assert not any(warning.needs_look for warning in found.warnings)


def test_words_struck_through_in_markdown_are_read_and_told(read_text: ReadText) -> None:
    found = read_text("The General Assembly,\n\n1. Decides ~~not\nto~~ to meet ~~ 5 ~~.\n")
    assert found.paragraphs[0].text == "Decides not to to meet ~~ 5 ~~."
    assert [warning.place for warning in found.warnings if warning.needs_look] == ["struck through"]


def test_the_line_of_the_organ_with_its_comma_apart(read_text: ReadText) -> None:
    found = read_text("## 79/300. Quiet harbours\n\nThe General Assembly ,\n\n1. Decides so.\n")
    assert (found.masthead.title, found.masthead.body) == ("Quiet harbours", "General Assembly")


def test_a_markdown_table_is_read_row_by_row() -> None:
    rows = lines_of("| State | Share |\n|:------|------:|\n| *Peru* | 1\\|2 |\n\n|x| <= 3")
    assert [(row.text, row.table) for row in rows] == [
        ("State | Share", True),
        ("Peru | 1|2", True),
        ("|x| <= 3", False),
    ]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("> quoted\n> twice", ["quoted", "twice"]),
        ("a line\\\nnext", ["a line", "next"]),
        ("see [1515\n(2003)](https://undocs.org/S/RES/1515(2003)) of", ["see 1515", "(2003) of"]),
        ("[x]{.underline} and ![seal](media/image1.png){width=2in}", ["x and seal"]),
        ("- 1. Decides\n- (a) In\n- in Rome", ["1. Decides", "(a) In", "- in Rome"]),
        ('## Title {#title .unnumbered}\n[x]{custom-style="End"}', ["Title", "x"]),
        ('[x]{.insertion author="Peru"}', ['[x]{.insertion author="Peru"}']),
        ("CO~2~ on the 3^rd^ of 1--2", ["CO2 on the 3rd of 1\u20132"]),
    ],
)
def test_what_converters_write_into_markdown(source: str, texts: list[str]) -> None:
    assert [block.text for block in lines_of(source)] == texts


def test_marks_in_brackets_need_their_text(read_text: ReadText) -> None:
    text = "The General Assembly,\n\nRecalling it,[1] and [2] more,\n\n1. Decides so.\n\n[1]\n  See it.\n"
    (first, _) = read_text(text).paragraphs
    assert first.text == "Recalling it, and [2] more,"
    assert [(note.number, note.offset, note.text) for note in first.footnotes] == [(1, 13, "See it.")]


RAW = """United Nations A/RES/99/199
General Assembly
99/199. Protection of
migrants
The General Assembly,
Recalling the need for cooperation in all that
\fProtection of
migrants A/RES/99/199
2/4
is done by States and others,
1. Decides so."""


def test_the_running_title_beside_the_symbol_goes(read_text: ReadText) -> None:
    assert read_text(RAW).paragraphs[0].text == (
        "Recalling the need for cooperation in all that is done by States and others,"
    )


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("session,<sup>1</sup>", "session,", [(8, "1")]),
        ("Action,² and", "Action, and", [(7, "2")]),
        ("regions,¹,² and", "regions, and", [(8, "1"), (8, "2")]),
        ("regions,<sup>1, 2</sup> and", "regions, and", [(8, "1"), (8, "2")]),
        ("Rights¹² and", "Rights and", [(6, "12")]),
        ("Rights,[^3] and", "Rights, and", [(7, "3")]),
        ("Action, ¹ and", "Action, and", [(7, "1")]),
        ("regions¹, ² and", "regions and", [(7, "1"), (7, "2")]),
        ("Action<sup>1</sup>,", "Action,", [(6, "1")]),
        ("Action¹, *and* more", "Action, and more", [(6, "1")]),
    ],
)
def test_marks_leave_the_text(source: str, text: str, marks: list[tuple[int, str]]) -> None:
    (block,) = lines_of(source)
    assert (block.text, [(mark.offset, mark.label) for mark in block.marks]) == (text, marks)


def test_italics_and_bold_are_kept_as_spans() -> None:
    (block,) = lines_of("*Recalling* **the** ***Charter***")
    assert block.text == "Recalling the Charter"
    assert block.italics == ((0, 9), (14, 21))
    assert block.bold == ((10, 13), (14, 21))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("in", "which the", "in which the"),
        ("Movement of Non-", "Aligned Countries", "Movement of Non-Aligned Countries"),
        ("short-", "and medium-term", "short- and medium-term"),
        ("2015–", "2030", "2015– 2030"),
    ],
)
def test_joining_two_parts(first: str, second: str, whole: str) -> None:
    assert joined(Block(first), Block(second)).text == whole


def test_cutting_keeps_marks_at_their_words() -> None:
    block = Block("one, two", marks=(Mark(4, "1"), Mark(8, "2")))
    assert block.cut(0, 4).marks == (Mark(4, "1"),)
    assert block.cut(4).marks == (Mark(3, "2"),)


PAGES = """A/RES/78/217
United Nations
Protection of migrants
The General Assembly,
Recalling it, 1 and the
__________________
1
See it.
23-25999 (E)
*2325999*
\fA/RES/78/217
Protection of migrants
rest of the text,
2/14
23-25999
\fProtection of migrants
A/RES/78/217
3/14
1. Decides so."""


def test_page_furniture_is_taken_out_and_told() -> None:
    kept, taken = without_page_lines(lines_of(PAGES))
    texts = [line.text for line in kept if line.text]
    assert texts[:3] == ["A/RES/78/217", "United Nations", "Protection of migrants"]
    assert texts[-2:] == ["rest of the text,", "1. Decides so."]
    assert taken.count("A/RES/78/217") == 2
    assert {"2/14", "3/14", "23-25999 (E)", "2325999"} <= set(taken)


def test_a_running_title_behind_its_symbol_in_one_line_is_taken_out(read_text: ReadText) -> None:
    found = read_text(
        "A/RES/79/300\n\n79/300. Quiet harbours\n\nThe General Assembly,\n\nRecalling all its previous\n\n"
        "1/2\n\fA/RES/79/300   Quiet harbours\n\nresolutions,\n\n1. Decides so.\n2/2\n"
    )
    assert [p.text for p in found.paragraphs] == ["Recalling all its previous resolutions,", "Decides so."]


def test_a_sentence_over_pages_with_a_footnote_between(read_text: ReadText) -> None:
    resolution = read_text(PAGES.replace("1. Decides", "Reaffirming it,\n1. Decides"))
    first = resolution.paragraphs[0]
    assert first.text == "Recalling it, and the rest of the text,"
    assert [(note.number, note.offset, note.text) for note in first.footnotes] == [(1, 13, "See it.")]


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (["at its session,1 and", "1 See A/1."], [("at its session, and", "1")]),
        (["the Covenant1 and", "1 Resolution 217 A (III)."], [("the Covenant and", "1")]),
        (["of 22 June 20171 and", "1 See A/72/53."], [("of 22 June 2017 and", "1")]),
        (["of the Review, 1 the views", "1 A/HRC/59/15."], [("of the Review, the views", "1")]),
        (["resolution 70/1 and COVID-19, Article 1, paragraph 3", "A second line"], []),
        (["held on", "3 December 2020, and 3", "3 January 2021"], []),
        (["see FCCC/CP/2015/10/Add.1 and", "1 See it."], []),
    ],
)
def test_plain_digits_are_marks_only_with_their_text(lines: list[str], marks: list[tuple[str, str]]) -> None:
    told = with_notes_told([Block(text, number) for number, text in enumerate(lines)])
    assert [(line.text, line.marks[0].label) for line in told if line.marks] == marks


@pytest.mark.parametrize(
    ("signs", "numbers"),
    [
        (("1", "2"), [1, 2]),
        (("a", "b"), [1, 2]),
        (("a", "1"), [2, 1]),
        (("²", "a"), [1, 2]),
        (("1", "1"), [1, 1]),
    ],
)
def test_footnotes_that_are_marked_otherwise_get_numbers_of_their_own(
    signs: tuple[str, str], numbers: list[int], read_text: ReadText
) -> None:
    first, second = signs
    text = f"Recalling the Charter,[^{first}] and the seminar held in 2020 in Geneva,[^{second}] and others,"
    notes = "\n\n".join(f"[^{sign}]: See note {ord(sign)}." for sign in dict.fromkeys(signs))
    resolution = read_text(
        f"The Human Rights Council,\n\n{text}\n\n1. Decides to remain seized.\n\n{notes}\n"
    )
    found = resolution.paragraphs[0].footnotes
    assert [(note.number, note.text) for note in found] == [
        (number, f"See note {ord(sign)}.") for number, sign in zip(numbers, signs, strict=True)
    ]
    assert any("more than once" in warning.message for warning in resolution.warnings) is (first == second)


def test_footnotes_whose_numbers_were_set_after_their_texts() -> None:
    texts = "Resolution 1.\nSee resolution 2, with\na second line."
    told = with_notes_told(lines_of(f"text 1 and more; 2\n__________\n1\n\n{texts}\n2\n\fnext"))
    assert [(line.note, line.text) for line in told if line.note] == [
        ("1", "Resolution 1."),
        ("2", "See resolution 2, with"),
        ("2", "a second line."),
    ]
    assert [mark.label for mark in told[0].marks] == ["1", "2"]


def test_a_mark_without_text_and_a_text_without_mark_are_told(read_text: ReadText) -> None:
    text = "The General Assembly,\n\nRecalling it,<sup>1</sup>\n\n1. Decides so.\n\n<sup>2</sup> See it."
    resolution = read_text(text)
    messages = [warning.sentence for warning in resolution.warnings if warning.needs_look]
    assert resolution.paragraphs[0].footnotes[0].text == ""
    assert any("footnote 1" in message and "PP1" in message for message in messages)
    assert any("footnote 2" in message and "See it." in message for message in messages)


def test_comments_of_converters_are_told_and_not_read(read_text: ReadText) -> None:
    resolution = read_text("The General Assembly,\n\nRecalling <!-- page 2 --> it,\n\n1. Decides so.")
    assert resolution.paragraphs[0].text == "Recalling it,"
    assert any("page 2" in warning.sentence for warning in resolution.warnings)


def test_a_mark_in_the_text_of_a_footnote_is_told(read_text: ReadText) -> None:
    resolution = read_text(
        "The Human Rights Council,\n\nRecalling the Charter,¹\n\n¹ Note ².\n\n1. Decides to remain seized.\n"
    )
    assert any("carries the mark 2" in remark.message and remark.needs_look for remark in resolution.warnings)
