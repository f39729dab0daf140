# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison as text and as a web page."""

from __future__ import annotations

import re

import pytest
from comparison_samples import ALIGNED, NEW, OLD, paragraph
from lxml import html

from drafting.comparing.records import Alignment, Change, Edit, Op, Pair, Span
from drafting.report import alignment_json
from drafting.resolution import Masthead, Resolution
from drafting.writing.html import comparison_html
from drafting.writing.text import comparison_text


def test_the_text_names_every_change() -> None:
    assert comparison_text(ALIGNED).splitlines() == [
        "53/11 -> 56/2",
        "Paragraphs: 1 unchanged, 2 reworded, 1 moved, 1 added, 1 removed; words: 2 deleted, 4 inserted;",
        "footnotes changed: 2. Edits: 1 of substance, 2 routine.",
        "New: OP3.",
        "Dropped: PP2.",
        "Moved: OP1 -> OP2.",
        "Verbs that bind less: OP2 -> OP1 (requests -> invites).",
        "",
        "PP1: reworded, routine",
        "    Recalling resolution {50/4 -> 53/11} of 7 July 2022,  (resolution cited)",
        "    footnote: {A/HRC/1. -> A/HRC/9.}  (resolution cited)",
        "PP2: removed",
        "    Gone,",
        "    footnote: A/HRC/2.",
        "OP2 -> OP1: reworded, of substance",
        "    ... some States to act {+now};  (force of the verb falls: requests -> invites)",
        "OP1 -> OP2: moved, routine",
        "OP3: added",
        "    New words;",
    ]


def test_equal_versions_have_no_changes() -> None:
    pairs = tuple(Pair((p.id,), (p.id,), Change.UNCHANGED, 1.0) for p in OLD.paragraphs)
    text = comparison_text(Alignment(OLD, OLD, pairs))
    assert text.splitlines() == [
        "53/11 -> 53/11",
        "Paragraphs: 5 unchanged; words: 0 deleted, 0 inserted.",
        "Nothing differs in the paragraphs and their footnotes.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "edits", "expected"),
    [
        ("a b c d e f g h i", "a b c d X f g h i", [(8, 9, 8, 9)], ["a b c d {e -> X} f g h i"]),
        (
            "z a b c d e f g h i y",
            "z a b c d X f g h i y",
            [(10, 11, 10, 11)],
            ["... a b c d {e -> X} f g h i ..."],
        ),
        ("States, act", "States act", [(6, 7, 6, 6)], ["States{-,} act"]),
        ("act now.", "act.", [(3, 7, 3, 3)], ["act {-now}."]),
        ("a b", "X b Y", [(0, 1, 0, 1), (3, 3, 3, 5)], ["{a -> X} b", "b {+Y}"]),
    ],
)
def test_words_in_their_context(
    old: str, new: str, edits: list[tuple[int, int, int, int]], expected: list[str]
) -> None:
    words = tuple(Edit(Op.REPLACE, Span(a, b), Span(c, d)) for a, b, c, d in edits)
    one, two = (
        Resolution(Masthead(number=n), (paragraph("OP1", text),)) for n, text in (("1", old), ("2", new))
    )
    text = comparison_text(Alignment(one, two, (Pair(("OP1",), ("OP1",), Change.REWORDED, 0.5, words),)))
    assert [line.strip() for line in text.splitlines() if line.startswith("    ")] == expected


OTHER = Resolution(
    Masthead(number="60/1", title="Forests"), (paragraph("OP1", "Decides to establish a fund for forests;"),)
)
APART = Alignment(
    Resolution(Masthead(number="47/9", title="Cooperation"), OLD.paragraphs),
    OTHER,
    (
        *(Pair((one.id,), (), Change.REMOVED, 0.0) for one in OLD.paragraphs),
        Pair((), ("OP1",), Change.ADDED, 0.0),
    ),
)


def test_two_different_resolutions_are_called_so() -> None:
    said = "These are two different resolutions, not two versions of one"
    assert said in comparison_text(APART).replace("\n", " ")
    assert said in page(APART).xpath("//header")[0].text_content()
    assert said not in comparison_text(ALIGNED)
    assert said not in page().text_content()


def page(alignment: Alignment = ALIGNED) -> html.HtmlElement:
    return html.document_fromstring(comparison_html(alignment).encode("utf-8"))


def cells(row: html.HtmlElement) -> list[str]:
    return [cell.text_content().strip() for cell in row]


def test_the_page_shows_the_versions_side_by_side() -> None:
    head, *body = page().xpath("//tr")
    assert cells(head) == [
        "53/11 A/HRC/RES/53/11 · 12 July 2023",
        "Change",
        "56/2 A/HRC/RES/56/2 · 10 July 2024",
    ]
    middle = [cells(row)[1].removesuffix("next change") for row in body]
    assert middle == [
        "Reworded, footnote changed◐ routine◐ resolution cited",
        "Removed",
        "Reworded● of substanceOP2 → OP1● force of the verb falls: requests → invites",
        "Moved◐ routineOP1 → OP2",
        "Added",
        "UnchangedOP3 → OP4",
    ]
    assert cells(body[0])[2] == "PP1Recalling resolution 53/11 of 7 July 2022,11 A/HRC/9."


def test_words_are_marked_by_more_than_colour() -> None:
    assert [item.text_content() for item in page().xpath("//tbody//del")] == [
        "50/4",
        "1",
        "Gone,",
        "A/HRC/2.",
    ]
    assert [item.text_content() for item in page().xpath("//tbody//ins")] == [
        "53/11",
        "9",
        " now",
        "New words;",
    ]
    style = page().xpath("//style")[0].text
    assert re.search(r"del \{[^}]*line-through", style)
    assert re.search(r"ins \{[^}]*underline", style)


def test_what_weighs_more_is_marked_more_heavily() -> None:
    marked = page().xpath("//tbody//ins[@class]")
    assert [(item.get("class"), item.get("title")) for item in marked] == [
        ("routine", "resolution cited"),
        ("routine", "resolution cited"),
        ("substance", "force of the verb falls: requests → invites"),
    ]
    assert [row.get("class") for row in page().xpath("//tbody/tr")] == [
        "changed routine",
        "changed substance",
        "changed substance",
        "changed moved routine",
        "changed substance",
        "unchanged",
    ]
    style = page().xpath("//style")[0].text
    assert re.search(r"ins\.substance \{[^}]*font-weight", style)
    assert re.search(r"ins\.routine \{[^}]*dotted", style)
    assert re.search(r"ins\.style \{[^}]*dashed", style)


def test_the_page_answers_first_what_a_drafter_asks_first() -> None:
    listed = page().xpath("//dl[@class='overview']")[0]
    assert [item.text for item in listed.xpath("dt")] == ["New", "Dropped", "Moved", "Verbs that bind less"]
    assert [item.text for item in listed.xpath("dd")] == [
        "OP3",
        "PP2",
        "OP1 → OP2",
        "OP2 → OP1 (requests → invites)",
    ]


def test_the_page_says_how_much_changed_and_about_what() -> None:
    assert page().xpath("//title")[0].text == "53/11 and 56/2"
    assert [item.text for item in page().xpath("//p[@class='subject']")] == [
        "Cooperation",
        "Cooperation & peace",
    ]
    assert page().xpath("//p[@class='figures']")[0].text.startswith("Paragraphs: 1 unchanged, 2 reworded,")


def test_links_lead_from_change_to_change() -> None:
    links = [link.get("href") for link in page().xpath("//a")]
    assert links == ["#row1", "#row2", "#row3", "#row4"]
    assert all(page().get_element_by_id(link[1:]) is not None for link in links)


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    text = comparison_html(ALIGNED)
    assert not re.search(r"https?:|src=|@import|url\(|<script|<link", text)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_whatever_stands_in_a_version_stays_text() -> None:
    evil = "<script>alert('x')</script>\"&amp;"
    versions = [
        Resolution(
            Masthead(title=evil, number=evil, symbol=evil), (paragraph(evil, evil, opening="<script>"),)
        )
        for _ in range(2)
    ]
    made = page(Alignment(*versions, (Pair((evil,), (evil,), Change.UNCHANGED, 1.0),)))
    assert not made.xpath("//script")
    assert made.xpath("//p[@class='subject']")[0].text == evil
    assert cells(made.xpath("//tbody/tr")[0])[0] == evil + evil


def test_the_page_holds_both_versions_whole() -> None:
    shown = {side: page().xpath(f"//tbody/tr/td[{side}]") for side in ("1", "last()")}
    for side, version in (("1", OLD), ("last()", NEW)):
        text = "".join(cell.text_content() for cell in shown[side])
        assert all(item.text in text for item in version.paragraphs)


def test_what_was_split_and_moved_is_told_to_be_both() -> None:
    old = Resolution(Masthead(number="1"), (paragraph("OP1", "Urges it; asks for it;"),))
    new = Resolution(Masthead(number="2"), (paragraph("OP2", "Urges it;"), paragraph("OP3", "asks for it;")))
    pair = Pair(("OP1",), ("OP2", "OP3"), Change.SPLIT, 1.0, elsewhere=True)
    alignment = Alignment(old, new, (pair,))
    assert "OP1 -> OP2, OP3: split and moved, routine" in comparison_text(alignment).splitlines()
    assert "Split and moved" in comparison_html(alignment)
    (told,) = alignment_json(alignment)["pairs"]
    assert (told["change"], told["moved"]) == ("split", True)
