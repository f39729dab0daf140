# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines on pages: all of them, in order, within the page, with their footnotes under them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from drafting.data import load
from ui.printing.blocks import Block, Piece
from ui.printing.pages import ABOVE_NOTES, paginate
from ui.printing.shapes import shape_of

pytestmark = pytest.mark.usefixtures("qapp")
ROOM = 6000.0
WIDTH = 4000


@cache
def block(words: int, notes: int, style: str = "SingleTxtG") -> Block:
    layout = load("word/geneva")
    pieces = [Piece("word " * words)]
    pieces += [Piece(str(number), note=f"n{number}") for number in range(notes)]
    made = Block(pieces, shape_of(layout, style), WIDTH)
    note = shape_of(layout, "FootnoteText")
    made.notes = {f"n{number}": Block([Piece("see " * 30)], note, WIDTH) for number in range(notes)}
    return made


@pytest.fixture(autouse=True)
def _application(qapp: QCoreApplication) -> None:
    """Fonts need one."""


blocks = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 3), st.sampled_from(["SingleTxtG", "H1G"])))


@settings(max_examples=60, deadline=None)
@given(blocks)
def test_every_line_stands_once_in_order_within_its_page(drawn: list[tuple[int, int, str]]) -> None:
    made = [block(*one) for one in drawn]
    sheets = paginate(made, ROOM / 2, ROOM)
    lines = [(placed.block, placed.number) for sheet in sheets for placed in sheet.lines]
    assert lines == [(one, number) for one in made for number in range(one.count)]
    notes = [(placed.block, placed.number) for sheet in sheets for placed in sheet.notes]
    called = [note for one in made for note in one.notes.values()]
    assert notes == [(note, number) for note in called for number in range(note.count)]
    for at, sheet in enumerate(sheets):
        text = sheet.lines[-1].top + sheet.lines[-1].block.pitch if sheet.lines else 0.0
        foot = sheet.notes_height + ABOVE_NOTES if sheet.notes else 0.0
        assert text + foot <= (ROOM if at else ROOM / 2) + 0.5
        assert all(one.top < two.top for one, two in pairwise(sheet.lines))


def test_a_heading_never_ends_a_page() -> None:
    filling, heading, text = block(100, 0), block(2, 0, "H1G"), block(60, 0)
    height = filling.count * filling.pitch + 120 + 360 + heading.pitch + 60
    first, second = paginate([filling, heading, text], height, ROOM)[:2]
    assert first.lines[-1].block is filling
    assert second.lines[0].block is heading


def test_no_single_line_is_left_behind_or_ahead() -> None:
    text = block(100, 0)
    for lines in range(3, text.count):
        sheets = paginate([block(1, 0), text], lines * text.pitch + 130, ROOM)
        mine = [[one for one in sheet.lines if one.block is text] for sheet in sheets]
        assert all(len(one) != 1 for one in mine)


def test_a_footnote_longer_than_a_page_goes_on_over_the_next() -> None:
    one = block(3, 1)
    long = Block([Piece("see " * 3000)], shape_of(load("word/geneva"), "FootnoteText"), WIDTH)
    one.notes["n0"] = long
    sheets = paginate([one, block(5, 0)], ROOM, ROOM)
    one.notes["n0"] = Block([Piece("see")], long.shape, WIDTH)
    assert sum(len(sheet.notes) for sheet in sheets) == long.count
    assert len(sheets) > 2


def test_a_text_without_a_word_is_a_page() -> None:
    assert len(paginate([], ROOM, ROOM)) == 1
