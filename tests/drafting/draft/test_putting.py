# SPDX-License-Identifier: GPL-3.0-or-later
"""What is put in at an empty paragraph: the line of an annex stays its line, and no key is given twice."""

from __future__ import annotations

import pytest
from restructured import PLAIN, drawn, key, picture

from drafting.draft import Draft, add_annex, add_part, insert
from drafting.draft.clips import Place, clip_from, clip_of
from drafting.draft.putting import paste
from drafting.reading.pasting import clipping_of


def _into(draft: Draft, at: str, text: str) -> Draft:
    place = Place(at, 0)
    return paste(draft, place, place, clip_from(clipping_of("", text))).step.draft


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Guide\n1. Asks x;\n2. Asks y.\n", "A1 Guide A1.OP1 Asks x; A1.OP2 Asks y. A1.T1 "),
        ("Guide\n", "A1 Guide A1.T1 "),
        ("guide of", "A1 guide of A1.T1 "),
        ("1. Asks x;\n2. Asks y.\n", "A1  A1.OP1 Asks x; A1.OP2 Asks y. A1.T1 "),
    ],
)
def test_the_empty_line_of_an_annex_takes_a_title_and_all_else_stands_under_it(
    text: str, stands: str
) -> None:
    draft = add_annex(drawn(PLAIN)).draft
    line = draft.paragraphs[-2]
    after = _into(draft, line.key, text)
    assert picture(after).endswith(f"OP3 h {stands}")
    assert after.paragraph(line.key).opens_unit


def test_the_empty_line_of_the_first_part_stays_above_the_whole_text() -> None:
    draft = add_part(drawn("PP1 a OP1 b")).draft
    after = _into(draft, draft.paragraphs[0].key, "Recalling x,\nRecalling y,\n")
    assert picture(after) == ("A  A.PP1 Recalling x, A.PP2 Recalling y, A.PP3 a A.OP1 b B  B.OP1 ")


def _copied(draft: Draft, first: str, last: str, to: str) -> Draft:
    """From within a paragraph over the end of another, put in at the beginning of a third."""
    behind = draft.paragraphs[draft.position(last) + 1].key
    clip = clip_of(draft, Place(first, 1), Place(behind, 0))
    return paste(draft, Place(to, 0), Place(to, 0), clip).step.draft


@pytest.mark.parametrize("empty", ["paragraph", "line"])
def test_what_is_empty_and_put_in_at_itself_gives_its_key_once(empty: str) -> None:
    draft = drawn(PLAIN)
    draft = insert(draft, key(draft, "g")).draft if empty == "paragraph" else add_annex(draft).draft
    there = next(one.key for one in draft.paragraphs if not one.text)
    after = _copied(draft, key(draft, "c"), there, there)
    assert len({one.key for one in after.paragraphs}) == len(after.paragraphs)
    assert after.paragraph(there).opens_unit is (empty == "line")


def test_the_line_of_an_annex_that_still_stands_is_copied_as_another_paragraph() -> None:
    draft = add_annex(drawn(PLAIN)).draft
    line = draft.paragraphs[-2].key
    after = _copied(draft, key(draft, "g"), line, key(draft, "f"))
    assert after.paragraph(line).opens_unit
    assert [one.unit for one in after.paragraphs if one.opens_unit] == ["A1"]


def test_a_part_copied_into_its_own_empty_paragraph_is_a_part_of_its_own() -> None:
    draft = add_part(drawn("PP1 a OP1 b OP2 c A1 d A1.OP1 e")).draft
    empty = next(one.key for one in draft.paragraphs if one.unit == "B" and not one.opens_unit)
    after = _copied(draft, key(draft, "b"), empty, empty)
    assert [one.unit for one in after.paragraphs if one.opens_unit] == ["A", "B", "C", "A1"]
    units = [one.unit for one in after.paragraphs]
    assert units == sorted(units, key=["A", "B", "C", "A1"].index)
