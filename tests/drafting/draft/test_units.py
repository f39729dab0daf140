# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes, parts and sections come and go; their names and numbers follow from their order."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from restructured import ANNEXED, PARTS, PLAIN, drawn, key, keys, picture

from drafting.draft import (
    Draft,
    add_annex,
    add_part,
    delete,
    insert_heading,
    make_heading,
    move_down,
    move_to,
    restart_numbers,
    rewrite,
)
from drafting.draft.editing import Rewritten
from drafting.errors import DraftError
from drafting.resolution import Part

SECTIONED = """
PP1 | | Recalling a,
H1 | I | First
OP1 | 1 | Asks b;
H2 | A. | Inner
OP2 | 2 | Asks c;
H3 | B. | Other
OP3 | 3 | Asks d;
H4 | II | Second
OP4 | 4 | Asks e.
"""
ANEW = """
PP1 | | Recalling a,
H1 | I | First
OP1 | 1 | Asks b;
OP2 | 2 | Asks c;
H2 | II | Second
OP1bis | 1 | Asks d;
OP2bis | 2 | Asks e.
"""


def lines(draft: Draft) -> list[str]:
    """What the headings and the lines of annexes and parts print."""
    return [f"{one.title} {one.text}".strip() for one in draft.paragraphs if one.kind.value == "heading"]


def typed(draft: Draft, key: str, text: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, text)]).draft


def test_the_first_annex_has_no_number_and_the_second_gives_it_one() -> None:
    draft = add_annex(drawn(PLAIN)).draft
    assert picture(draft).endswith("OP3 h A1  A1.T1 ")
    assert lines(draft) == ["Annex"]
    assert lines(add_annex(draft).draft) == ["Annex I", "Annex II"]
    assert add_annex(draft).name == "Add annex"


@pytest.mark.parametrize(("word", "at"), [("a", 2), ("d", 1), ("e", 1), ("g", 2)])
def test_an_annex_is_put_in_behind_the_one_at_hand(word: str, at: int) -> None:
    draft = drawn(ANNEXED.replace("A1 d", "A1 d").replace("A2 g", "A2 g"))
    step = add_annex(draft, key(draft, word))
    openers = [one for one in step.draft.paragraphs if one.opens_unit]
    assert openers[at].key == f"p{step.draft.last_key - 1}"
    assert [one.unit for one in openers] == ["A1", "A2", "A3"]


def test_annexes_of_the_base_keep_their_words_and_count_on() -> None:
    draft = drafted(version(WITH_ANNEXES))
    first = next(one.key for one in draft.paragraphs if one.origin == "A1")
    step = add_annex(draft, first)
    titles = [one.title for one in step.draft.paragraphs if one.opens_unit]
    assert titles == ["Annex I", "Annex II", "Annex III"]
    oath = next(one for one in step.draft.paragraphs if one.origin == "A2")
    assert (oath.unit, oath.opens_unit, step.draft.label(oath.key).id) == ("A3", True, "A3")
    back = delete(step.draft, [f"p{step.draft.last_key - 1}"]).draft
    assert back.paragraphs == draft.paragraphs
    alone = delete(draft, [one.key for one in draft.paragraphs if one.unit == "A1"]).draft
    assert [one.title for one in alone.paragraphs if one.opens_unit] == ["Annex"]


def test_an_annex_of_empty_paragraphs_goes_with_its_line() -> None:
    draft = drawn(PLAIN)
    step = add_annex(draft)
    assert picture(delete(step.draft, [f"p{step.draft.last_key - 1}"]).draft) == PLAIN


def test_paragraphs_go_into_an_annex_and_out_of_it() -> None:
    draft = drawn(PLAIN)
    step = add_annex(draft)
    line = f"p{step.draft.last_key - 1}"
    into = move_to(step.draft, keys(draft, "c h"), line, after=True).draft
    assert (
        picture(into)
        == "PP1 a PP2 b OP1 g A1  A1.OP1 c A1.OP1(a) d A1.OP1(a)(i) e A1.OP1(b) f A1.OP2 h A1.T1 "
    )
    assert {one.part for one in into.paragraphs if one.unit} == {Part.ANNEX}
    out = move_to(into, keys(into, "c h"), key(into, "g"), after=True).draft
    assert picture(delete(out, [line]).draft) == "PP1 a PP2 b OP1 g OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 h"


def test_a_text_without_parts_becomes_part_a_of_two() -> None:
    draft = drawn("PP1 a OP1 b OP2 c")
    step = add_part(draft)
    assert picture(step.draft) == "A  A.PP1 a A.OP1 b A.OP2 c B  B.OP1 "
    assert [one.title for one in step.draft.paragraphs if one.opens_unit] == ["A", "B"]
    with_text = typed(step.draft, f"p{step.draft.last_key}", "d")
    assert (
        picture(delete(with_text, [f"p{step.draft.last_key - 1}"]).draft)
        == "A  A.PP1 a A.OP1 b A.OP2 c A.OP3 d"
    )


def test_a_part_stands_behind_the_one_at_hand_and_before_the_annexes() -> None:
    draft = drafted(version(WITH_PARTS))
    step = add_part(draft, draft.paragraphs[0].key)
    assert [one.title + one.text for one in step.draft.paragraphs if one.opens_unit] == [
        "ABoats",
        "B",
        "CNets",
    ]
    both = add_annex(step.draft).draft
    assert [one.title for one in add_part(both).draft.paragraphs if one.opens_unit] == [
        "A",
        "B",
        "C",
        "D",
        "Annex",
    ]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (SECTIONED, "Asks b", ["I First", "II", "A. Inner", "B. Other", "III Second"]),
        (SECTIONED, "Asks c", ["I First", "A. Inner", "B.", "C. Other", "II Second"]),
        (SECTIONED, "Asks e", ["I First", "A. Inner", "B. Other", "II Second", "III"]),
        ("PP1 | | Recalling a,\nOP1 | 1 | Asks b;\nOP2 | 2 | Asks c.", "Asks c", ["I"]),
        ("OP1 | 1 | Asks b;\nH1 | | First\nOP2 | 2 | Asks c;\nOP3 | 3 | Asks d.", "Asks d", ["First", ""]),
    ],
)  # fmt: skip
def test_a_heading_is_numbered_as_those_beside_it(text: str, before: str, after: list[str]) -> None:
    draft = drafted(version(text))
    step = insert_heading(draft, key(draft, before))
    assert lines(step.draft) == after
    made = step.draft.paragraphs.index(step.draft.paragraph(f"p{step.draft.last_key}"))
    assert step.draft.paragraphs[made + 1].text.startswith(before)
    assert lines(delete(step.draft, [f"p{step.draft.last_key}"]).draft) == lines(draft)


@pytest.mark.parametrize(
    ("act", "word", "after"),
    [
        (delete, "Inner", ["I First", "A. Other", "II Second"]),
        (delete, "First", ["A. Inner", "B. Other", "I Second"]),
        (make_heading, "Asks d", ["I First", "A. Inner", "B. Other", "C. Asks d;", "II Second"]),
        (move_down, "Inner", ["I First", "A. Inner", "B. Other", "II Second"]),
        (move_down, "Other", ["I First", "A. Inner", "B. Other", "II Second"]),
    ],
)  # fmt: skip
def test_numbers_of_headings_follow_their_order(act, word: str, after: list[str]) -> None:  # type: ignore[no-untyped-def]
    draft = drafted(version(SECTIONED))
    assert lines(act(draft, [key(draft, word)]).draft) == after


def test_numbers_begin_anew_under_a_new_heading_where_they_do_under_the_others() -> None:
    draft = drafted(version(ANEW))
    step = insert_heading(draft, key(draft, "Asks c"), "Middle")
    assert lines(step.draft) == ["I First", "II Middle", "III Second"]
    printed = [step.draft.label(one.key).printed for one in step.draft.paragraphs]
    assert printed == ["", "I", "", "II", "", "III", "1", "2"]  # of a single paragraph none is printed
    counted = restart_numbers(step.draft, key(draft, "Asks d"))
    assert counted.name == "Count on below H3"
    assert restart_numbers(counted.draft, key(draft, "Asks d")).draft.paragraphs == step.draft.paragraphs
    with pytest.raises(DraftError, match="no heading above"):
        restart_numbers(draft, key(draft, "Recalling"))


@pytest.mark.parametrize("word", ["a", "b"])
def test_a_preamble_gets_no_heading(word: str) -> None:
    draft = drawn(PLAIN)
    with pytest.raises(DraftError, match="Nothing was changed"):
        insert_heading(draft, key(draft, word))


def test_the_head_of_a_part_is_below_its_line() -> None:
    draft = drawn(PARTS.replace("B e B.PP1 f B.OP1 g", "B e B.OP1 g"))
    assert picture(insert_heading(draft, key(draft, "g"), "x").draft).endswith("B e B.H1 x B.OP1 g")


def test_what_stood_in_an_annex_joins_no_part_that_goes_with_its_line() -> None:
    draft = add_part(drawn("PP1 a OP1 b A1 c A1.OP1 d")).draft
    empty = next(one for one in draft.paragraphs if one.unit == "B" and one.opens_unit)
    after = delete(draft, [empty.key, key(draft, "c")]).draft
    assert picture(after) == "A  A.PP1 a A.OP1 b A.OP2 d"
