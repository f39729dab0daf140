# SPDX-License-Identifier: GPL-3.0-or-later
"""Points of all levels, dashes, text between them, quotations, tags, wrong numbers: texts and their ids."""

from __future__ import annotations

import pytest
from small_sources import ids, looks, recognised, whole

from drafting.reading.blocks import Block
from drafting.resolution import Kind, Part

Blocks = list[Block | str]

POINTS: dict[str, tuple[Blocks, str]] = {
    "four levels": (
        [
            "1. Urges:",
            "(a) To act:",
            "(i) Now:",
            "a. Here:",
            "i. Today;",
            "ii. Later;",
            "b. There;",
            "(b) To go.",
        ],
        "OP1 OP1(a) OP1(a)(i) OP1(a)(i)(a) OP1(a)(i)(a)(i) OP1(a)(i)(a)(ii) OP1(a)(i)(b) OP1(b)",
    ),
    "after (h)": (
        [
            "1. Urges:",
            *(f"({letter}) To act;" for letter in "abcdefg"),
            "(h) To go:",
            "(i) Now;",
            "(ii) Later.",
        ],
        "OP1 OP1(a) OP1(b) OP1(c) OP1(d) OP1(e) OP1(f) OP1(g) OP1(h) OP1(h)(i) OP1(h)(ii)",
    ),
    "(i) after (h) without colon": (
        [
            "1. Urges:",
            *(f"({letter}) To act;" for letter in "abcdefg"),
            "(h) Tasks",
            "(i) Now;",
            "(ii) Later.",
        ],
        "OP1 OP1(a) OP1(b) OP1(c) OP1(d) OP1(e) OP1(f) OP1(g) OP1(h) OP1(h)(i) OP1(h)(ii)",
    ),
    "letter i": (
        ["1. Urges:", *(f"({letter}) To act;" for letter in "abcdefghijk")],
        "OP1 " + " ".join(f"OP1({letter})" for letter in "abcdefghijk"),
    ),
    "half brackets": (["1. Urges:", "a) To act;", "b) To go on."], "OP1 OP1(a) OP1(b)"),
    "dashes": (["1. Urges:", "– To act;", "– To go on.", "2. Decides so."], "OP1 OP1(–1) OP1(–2) OP2"),
    "dashes under a letter": (
        ["1. Urges:", "(a) To act:", "• Now;", "• Later;", "(b) To go on."],
        "OP1 OP1(a) OP1(a)(•1) OP1(a)(•2) OP1(b)",
    ),
    "dashes told by the source": (
        ["1. Urges:", whole("To act;", label="•", depth=1), whole("To go on.", label="•", depth=1)],
        "OP1 OP1(•1) OP1(•2)",
    ),
    "letters told by the source": (
        [
            whole("Urges:", label="1."),
            whole("To act:", label="(a)", depth=1),
            whole("Now.", label="(i)", depth=2),
        ],
        "OP1 OP1(a) OP1(a)(i)",
    ),
    "a list in a list": (
        [
            whole("Urges:", label="1", depth=1),
            whole("To act;", label="(a)", depth=2),
            whole("Now;", label="(i)", depth=3),
            whole("To go on.", label="(b)", depth=2),
        ],
        "OP1 OP1(a) OP1(a)(i) OP1(b)",
    ),
    "letters of a single paragraph": (
        ["Decides:", "(a) To act;", "(b) To go on."],
        "OP1 OP1(a) OP1(b)",
    ),
    "numbers with one bracket": (["1) Urges all;", "2) Decides so."], "OP1 OP2"),
    "figures as letters": (["1. Urges:", "(1) To act;", "(2) To go on."], "OP1 OP1(1) OP1(2)"),
    "inserted": (
        ["1. Urges all;", "1 bis. Urges more;", "1 ter. Urges them;", "2. Decides so."],
        "OP1 OP1bis OP1ter OP2",
    ),
    "tags": (["OP1. Urges all;", "OP1bis Urges more;", "OP2 Decides so."], "OP1 OP1bis OP2"),
    "text after letters": (
        ["1. Urges:", "(a) To act;", "(b) To go;", "and requests all of them to report;", "2. Decides so."],
        "OP1 OP1(a) OP1(b) T1 OP2",
    ),
    "letters go on after text": (
        ["1. Urges:", "(a) To act;", "and to do so soon;", "(b) To go on.", "2. Decides so."],
        "OP1 OP1(a) T1 OP1(b) OP2",
    ),
    "an amendment": (
        ["1. Decides to amend it to read:", "“1. It shall be.", "“(a) So;", "“(b) Or so.”", "2. Decides so."],
        "OP1 T1 T2 T3 OP2",
    ),
    "an amendment opened once": (
        ["1. Decides to amend it to read:", "“Rule 1", "1. It shall be.", "2. It was.”", "2. Decides so."],
        "OP1 T1 T2 T3 OP2",
    ),
    "an amendment in the middle of a paragraph": (
        ["1. Decides to read: “1. It shall be.", "2. It was “so”.”", "2. Decides so."],
        "OP1 T1 OP2",
    ),
    "two lists with text between them": (
        [
            "1. Urges:",
            "(a) To act;",
            "(b) To go;",
            "and requests all of them:",
            "(a) To report;",
            "2. Decides so.",
        ],
        "OP1 OP1(a) OP1(b) T1 T1(a) OP2",
    ),
    "lists of Word, each of its own": (
        [
            whole("Urges:", label="1."),
            whole("To act:", label="(a)", depth=1),
            whole("Now;", label="(i)", depth=1),
            whole("Later;", label="(ii)", depth=1),
            whole("To go on.", label="(b)", depth=1),
        ],
        "OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b)",
    ),
    "tasks of a mission": (
        ["1. Decides on:", "(i) Protection:", "(a) To go;", "(b) To stay;", "(ii) Support:", "(a) To help."],
        "OP1 OP1(i) OP1(i)(a) OP1(i)(b) OP1(ii) OP1(ii)(a)",
    ),
    "a title in a list": (
        [
            "Acting under Chapter VII of the Charter,",
            "1. Decides on tasks:",
            "(a) Protection",
            "(i) To protect;",
        ],
        "PP2 OP1 OP1(a) OP1(a)(i)",
    ),
}


@pytest.mark.parametrize("name", POINTS)
def test_ids(name: str) -> None:
    blocks, expected = POINTS[name]
    resolution = recognised("Recalling it,", *blocks)
    assert ids(resolution) == f"PP1 {expected}"
    assert looks(resolution) == []


def test_points_in_the_preamble() -> None:
    blocks = [
        "Recalling also:",
        "(a) The first:",
        "(i) Of all,",
        "(ii) Of none,",
        "(b) The second,",
        "1. Decides.",
    ]
    resolution = recognised("Recalling it,", *blocks)
    assert ids(resolution) == "PP1 PP2 PP2(a) PP2(a)(i) PP2(a)(ii) PP2(b) OP1"
    assert {p.part for p in resolution.paragraphs[:6]} == {Part.PREAMBLE}


def test_levels_and_labels_are_kept_as_printed() -> None:
    resolution = recognised("Recalling it,", *POINTS["four levels"][0])
    points = [(p.label, p.level) for p in resolution.paragraphs if p.kind is Kind.SUBPARAGRAPH]
    assert points == [("(a)", 1), ("(i)", 2), ("a.", 3), ("i.", 4), ("ii.", 4), ("b.", 3), ("(b)", 1)]


def test_text_after_letters_is_text_and_told() -> None:
    resolution = recognised("Recalling it,", *POINTS["text after letters"][0])
    text = resolution.paragraph("T1")
    assert (text.kind, text.level, text.text) == (Kind.TEXT, 0, "and requests all of them to report;")
    assert [w.place for w in resolution.warnings if "without a letter" in w.message] == ["T1"]


def test_a_quotation_keeps_its_own_labels() -> None:
    resolution = recognised("Recalling it,", *POINTS["an amendment opened once"][0])
    assert [p.text for p in resolution.paragraphs if p.kind is Kind.TEXT] == [
        "“Rule 1",
        "1. It shall be.",
        "2. It was.”",
    ]
    assert [w.message for w in resolution.warnings if w.place == "T1"] == [
        "a quotation set off after OP1 is kept as text by itself (T1 to T3), as it stands"
    ]


def test_tags_of_delegations_are_told_once() -> None:
    resolution = recognised("PP1 Recalling it,", "PP1bis Recalling also that,", "OP1. Decides so.")
    assert ids(resolution) == "PP1 PP1bis OP1"
    assert [p.label for p in resolution.paragraphs] == ["", "", "1"]
    assert [w.text for w in resolution.warnings if "tags" in w.message] == ["PP1, PP1bis, OP1"]


@pytest.mark.parametrize(
    ("numbers", "expected", "places"),
    [
        ("1 2 4", "OP1 OP2 OP4", ["OP4"]),
        ("1 2 2 3", "OP1 OP2 OP2bis OP3", ["OP2bis"]),
        ("1 3 2 4", "OP1 OP3 OP2 OP4", ["OP3", "OP2", "OP4"]),
        ("2 3", "OP2 OP3", ["OP2"]),
        ("1 2 1 2", "OP1 OP2 OP1bis OP2bis", ["OP1bis", "OP2bis"]),
    ],
)
def test_every_number_is_kept_and_wrong_ones_are_told(numbers: str, expected: str, places: list[str]) -> None:
    blocks = [f"{number}. Decides so;" for number in numbers.split()]
    resolution = recognised("Recalling it,", *blocks)
    assert ids(resolution) == f"PP1 {expected}"
    assert [p.label for p in resolution.paragraphs[1:]] == numbers.split()
    assert looks(resolution) == places


def test_numbers_may_begin_anew_in_each_section() -> None:
    blocks = [
        "I. The first",
        "1. Notes it;",
        "2. Urges all;",
        "II. The second",
        "Recalling also that,",
        "1. Decides;",
    ]
    resolution = recognised("Recalling it,", *blocks, "III. The third", "Takes note of it.")
    assert ids(resolution) == "PP1 H1 OP1 OP2 H2 PP2 OP1bis H3 OP1ter"
    assert [p.label for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2", "1", ""]
    assert looks(resolution) == []


def test_a_lost_number_is_told() -> None:
    resolution = recognised("Recalling it,", "1. Notes it;", "Urges all of them to act;", "3. Decides so.")
    assert ids(resolution) == "PP1 OP1 OP2 OP3"
    assert looks(resolution) == ["OP2"]


def test_a_decision_without_opening_verb() -> None:
    text = "At its 45th meeting, on 3 July 2025, the Human Rights Council decided to postpone it."
    resolution = recognised(text, organ="")
    assert [(p.id, p.kind, p.label, p.text) for p in resolution.paragraphs] == [
        ("OP1", Kind.OPERATIVE, "", text)
    ]


def test_headings_told_by_the_source() -> None:
    blocks = [
        whole("The first", heading=True),
        "1. Notes it;",
        whole("II", heading=True),
        whole("The second", heading=True),
    ]
    resolution = recognised("Recalling it,", *blocks, "2. Decides so.")
    assert [(p.id, p.label, p.text) for p in resolution.paragraphs if p.kind is Kind.HEADING] == [
        ("H1", "", "The first"),
        ("H2", "II", "The second"),
    ]


def test_whole_paragraphs_are_not_rejoined() -> None:
    long = "Recalling its resolution 70/1 of 25 September 2015 and all the resolutions that came after it"
    resolution = recognised(f"{long},", "and noting them all,", "1. Decides so.")
    assert [p.text for p in resolution.paragraphs][:2] == [f"{long},", "and noting them all,"]


def test_whole_paragraphs_that_break_off_are_rejoined() -> None:
    long = "Recalling its resolution 70/1 of 25 September 2015 and all the resolutions that came after it in"
    resolution = recognised(long, "the following year,", "1. Decides so.")
    assert resolution.paragraphs[0].text == f"{long} the following year,"
    assert [w.place for w in resolution.warnings if "rejoined" in w.message] == ["PP1"]
