# SPDX-License-Identifier: GPL-3.0-or-later
"""Places on the page and in the draft, drawn: {old|new} is a proposal, ^n a footnote mark."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Role, Run
from drafting.resolution import Masthead
from ui.editor.lines import Line, Sort, Spot, head_lines

PICTURE = "ab{cd|xy}e^1𝔘^2"


def line_of(picture: str) -> Line:
    runs: list[Run] = []
    for old, new, mark, text in re.findall(r"\{(\w*)\|(\w+)\}|\^(\d)|([^{^]+)", picture):
        found = (
            (Role.OLD, old, "q"),
            (Role.NEW, new, "q"),
            (Role.MARK, mark, f"n{mark}"),
            (Role.TEXT, text, ""),
        )
        runs += [Run(role, words, 0, key) for role, words, key in found if words]
    return Line(Sort.PARAGRAPH, tuple(runs), "p1")


SPOTS = {
    0: Spot(0),
    3: Spot(3),
    4: Spot(4),  # between old and new words
    5: Spot(4, past=True),
    6: Spot(4, past=True),
    7: Spot(5),
    8: Spot(5, 1),
    9: Spot(6, 1),
    10: Spot(6, 2),
}


@pytest.mark.parametrize("index", SPOTS)
def test_a_place_on_the_page_is_one_in_the_draft(index: int) -> None:
    line = line_of(PICTURE)
    assert line.shown == "abcdxye\ufffc𝔘\ufffc"
    assert line.spot(index) == SPOTS[index]
    assert line.place(SPOTS[index]) == (6 if index == 5 else index)


def test_proposed_words_can_be_told() -> None:
    line = line_of(PICTURE)
    assert [index for index in range(11) if line.within_proposed(index)] == [5]
    assert line.only_proposed(4, 6)
    assert not line.only_proposed(3, 6)
    assert not line.only_proposed(7, 8)
    assert line.extent("q") == (2, 6)
    assert [line.proposal_at(index) for index in (1, 2, 5, 6, 7)] == ["", "q", "q", "", ""]


def test_code_units_are_qts() -> None:
    assert line_of(PICTURE).offsets.to_qt(9) == 10


PIECES = st.lists(st.sampled_from(["ab", "{c|d}", "{|e}", "^1", "𝔘", "{f|gh}"]), max_size=6)


@given(PIECES.map("".join))
def test_every_place_leads_back_to_itself(picture: str) -> None:
    line = line_of(picture)
    for index in range(len(line.shown) + 1):
        spot = line.spot(index)
        assert line.spot(line.place(spot)) == spot
        (left, marks), (right, others) = line.before(index), line.after(index)
        assert left + right == line.before(len(line.shown))[0]
        assert len(marks + others) == line.shown.count("\ufffc")
        assert len(left) == spot.offset


def test_the_head_leaves_out_what_is_not_known() -> None:
    full = Masthead("Human Rights Council", "", "59/[…]", "Cooperation", 59, "16 June–8 July 2025", 3)
    assert [line.shown for line in head_lines(full)] == [
        "Human Rights Council · Fifty-ninth session · 16 June–8 July 2025 · Agenda item 3",
        "59/[…]. Cooperation",
        "The Human Rights Council,",
    ]
    assert [run.role for run in head_lines(full)[1].runs] == [Role.TEXT, Role.BLANK, Role.TEXT]
    assert [line.shown for line in head_lines(Masthead(title="Cooperation"))] == ["Cooperation"]


@pytest.mark.parametrize(("item", "shown"), [(71, "Agenda item 71 (b)"), (None, "Agenda item […] (b)")])
def test_the_head_shows_the_agenda_item_with_its_points(item: int | None, shown: str) -> None:
    head = Masthead("General Assembly", session=82, agenda_item=item, agenda_points="(b)")
    assert head_lines(head)[0].shown == f"General Assembly · Eighty-second session · {shown}"
