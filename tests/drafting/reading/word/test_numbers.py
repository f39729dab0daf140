# SPDX-License-Identifier: GPL-3.0-or-later
"""Word's own numbering: what it prints before each paragraph."""

from __future__ import annotations

import pytest
from word_xml import ORGAN, line

from drafting.reading.word.numbering import in_form


def level(at: int, form: str = "decimal", text: str = "", extra: str = "", start: int = 1) -> str:
    shown = text or f"%{at + 1}."
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def begins(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(num: int | None, at: int = 0, style: str = "") -> str:
    own = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return line("Text", named + own)


POINTS = abstract(
    0, level(0), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"), level(3, "decimal", "%1.%4")
)
CASES = [
    pytest.param(
        POINTS + instance(1, 0),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
        ["1.", "(a)", "(b)", "(i)", "2.", "(a)"],
        id="levels begin anew",
    ),
    pytest.param(
        POINTS + instance(1, 0) + instance(2, 0), [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."], id="one count"
    ),
    pytest.param(
        POINTS + instance(1, 0) + instance(2, 0, begins(0, 7)),
        [(1, 0), (2, 0), (2, 0), (1, 0)],
        ["1.", "7.", "8.", "9."],
        id="a start of its own",
    ),
    pytest.param(
        POINTS + instance(1, 0, begins(1, 3)),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["1.", "(c)", "2.", "(c)"],
        id="a start of its own holds at each restart",
    ),
    pytest.param(
        abstract(0, level(0, start=5), level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>'))
        + instance(1, 0),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["5.", "(a)", "6.", "(b)"],
        id="a level that goes on",
    ),
    pytest.param(POINTS + instance(1, 0), [(1, 0), (1, 3), (1, 3)], ["1.", "1.1", "1.2"], id="two numbers"),
    pytest.param(POINTS + instance(1, 0), [(1, 1), (1, 0)], ["(a)", "1."], id="a point before any number"),
    pytest.param(
        abstract(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        + instance(1, 0),
        [(1, 0), (1, 0), (1, 1)],
        ["I", "II", "2.1"],
        id="legal numbers",
    ),
    pytest.param(
        POINTS + instance(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1")}</w:lvlOverride>'),
        [(1, 0), (1, 0)],
        ["A", "B"],
        id="a level of its own",
    ),
    pytest.param(abstract(0, level(0, "bullet", "\uf0b7")) + instance(1, 0), [(1, 0)], ["•"], id="bullet"),
    pytest.param(abstract(0, level(0, "bullet", "–")) + instance(1, 0), [(1, 0)], ["–"], id="dash"),
    pytest.param(abstract(0, level(0, "none", "5 bis.")) + instance(1, 0), [(1, 0)], ["5 bis."], id="fixed"),
    pytest.param(POINTS + instance(1, 0), [(0, 0), (9, 0), (None, 0)], ["", "", ""], id="no list"),
    pytest.param(POINTS + instance(1, 7), [(1, 0)], [""], id="a list that is missing"),
    pytest.param(POINTS + instance(1, 0), [(1, 8), (1, 99)], ["", ""], id="a level that is missing"),
]


@pytest.mark.parametrize(("numbering", "items", "labels"), CASES)
def test_labels(read_word, numbering, items, labels):
    body = ORGAN + "".join(item(num, at) for num, at in items)
    assert [block.label for block in read_word(body, numbering=numbering).body] == labels


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Op"><w:name w:val="Op"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Point"><w:basedOn w:val="Op"/><w:name w:val="Point"/></w:style>'
    '<w:style w:type="numbering" w:styleId="List"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style>"
)


def test_a_list_tied_to_styles(read_word):
    tied = abstract(
        0,
        level(0, extra='<w:pStyle w:val="Op"/>'),
        level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Point"/>'),
    )
    body = (
        ORGAN
        + item(None, style="Op")
        + item(None, style="Point")
        + item(0, style="Op")
        + item(None, style="Op")
    )
    source = read_word(body, numbering=tied + instance(1, 0), styles=STYLES)
    assert [(block.label, block.depth) for block in source.body] == [
        ("1.", 1),
        ("(a)", 2),
        ("", 0),
        ("2.", 1),
    ]


@pytest.mark.parametrize(
    "link", ['<w:styleLink w:val="List"/>', ""], ids=["linked back", "by the list of the style"]
)
def test_a_list_style(read_word, link):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{link}{level(0, "upperLetter", "%1")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List"/></w:abstractNum>'
        + instance(1, 0)
        + instance(2, 1)
    )
    source = read_word(ORGAN + item(2) + item(2), numbering=numbering, styles=STYLES)
    assert [block.label for block in source.body] == ["A", "B"]


@pytest.mark.parametrize(
    ("count", "form", "sign"),
    [
        (4, "lowerRoman", "iv"),
        (1990, "upperRoman", "MCMXC"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (0, "lowerLetter", "0"),
        (3, "decimalZero", "03"),
        (22, "ordinal", "22nd"),
        (7, "chicago", "7"),
    ],
)
def test_forms(count, form, sign):
    assert in_form(count, form) == sign
