# SPDX-License-Identifier: GPL-3.0-or-later
"""Ribbons of moves, brackets of splits and mergers, and what tells new, left out, back and moved apart."""

from __future__ import annotations

import pytest
from compared_texts import BASE, KEYS, SERIES, Opened, here, press, settled, version
from hypothesis import given
from hypothesis import strategies as st
from pictures import compared
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.comparison.brackets import Bracket, brackets
from ui.comparison.grouping import Threads
from ui.comparison.ribbons import Ribbon, lanes, ribbons
from ui.comparison.rows import Tag, Tint, Version
from ui.comparison.tints import bar_pieces, shown_words
from ui.comparison.window import ComparisonWindow
from ui.theme import current_theme

MOVES = """
= PP1 PP1
> PP3 PP2
= PP2 PP3
= PP4 PP4
"""
JOINED = """
/ OP1 OP1,OP2
* OP2,OP3 OP3
= OP4 OP4
"""


def test_a_ribbon_joins_both_ends_of_a_move() -> None:
    comparison = compared(MOVES)
    [ribbon] = ribbons(comparison)
    ends = comparison.rows[ribbon.ghost], comparison.rows[ribbon.home]
    assert [(row.names, row.ghost) for row in ends] == [(("PP3", ""), True), (("PP3", "PP2"), False)]
    assert (ribbon.against, ribbon.column) == (0, 1)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda ends: ends[0] != ends[1]))


@given(SPANS)
def test_ribbons_that_pass_each_other_have_lanes_of_their_own(spans: list[tuple[int, int]]) -> None:
    found = lanes(Ribbon(1, 0, ghost, home) for ghost, home in set(spans))
    for one in found:
        for other in found:
            apart = max(one.ghost, one.home) < min(other.ghost, other.home)
            if one != other and not apart and max(other.ghost, other.home) >= min(one.ghost, one.home):
                assert found[one] != found[other]


def test_the_ribbon_is_painted_from_the_ghost_to_the_paragraph(opened: Opened) -> None:
    window = opened(0, 3)
    window.resize(900, 900)
    [ribbon] = window.view.ribbons()
    press(window, KEYS.Key_M)
    assert here(window) == "PP4"
    between = window.view.visualRect(window.model.index(2)).center().y()  # a row that stayed
    image = window.view.viewport().grab().toImage()
    edge = window.view.delegate.columns().pane(1)[0]
    line = [QColor(image.pixelColor(x, between)).name().upper() for x in range(edge - 20, edge)]
    assert current_theme().new in line
    assert ribbon.ends_at(window.view.current_number())


def test_a_ribbon_whose_row_is_folded_is_not_drawn(opened: Opened) -> None:
    window = opened(0, 3)
    window.acts["show_routine"].setChecked(False)
    window.acts["changes_only"].setChecked(True)
    window.view.viewport().grab()
    [ribbon] = window.view.ribbons()
    assert not window.view._is_shown(ribbon)


def test_brackets_stand_on_the_side_of_the_several() -> None:
    comparison = compared(JOINED)
    found = [brackets(row, comparison.columns) for row in comparison.rows]
    assert found == [[Bracket(1, 0, 1, True)], [Bracket(0, 0, 1, False)], []]


@pytest.mark.parametrize("tint", [Tint.ADDED, Tint.BACK, Tint.REMOVED, Tint.MOVED])
def test_every_bar_has_a_shape_of_its_own(tint: Tint) -> None:
    place = QRectF(0, 0, 5, 60)

    def shape(tint: Tint) -> list[bool]:
        pieces = list(bar_pieces(place, tint))
        points = (QPointF(x / 2, y / 2) for y in range(119) for x in range(9))
        return [any(piece.contains(point) for piece in pieces) for point in points]

    others = {Tint.ADDED, Tint.BACK, Tint.REMOVED, Tint.MOVED} - {tint}
    assert all(shape(tint) != shape(other) for other in others)
    assert len({shown_words(Tag("", one))[:1] for one in {*others, tint}}) == 4


def test_what_was_dropped_and_came_back_is_not_new(qtbot: QtBot) -> None:
    dropped, again = version("50/4", (*BASE[:1], *BASE[2:])), version("53/11", BASE)
    threads = [("PP1", "PP1", "PP1"), ("PP2", None, "PP2"), ("PP3", "PP2", "PP3"), (None, "PP3", "PP4")]
    assert _told(qtbot, dropped, again, threads=()) == [Tag("new in 53/11", Tint.ADDED)]
    assert _told(qtbot, dropped, again, threads=threads) == [Tag("back in 53/11", Tint.BACK)]


def _told(qtbot: QtBot, *versions: Version, threads: Threads) -> list[Tag]:
    window = ComparisonWindow((SERIES[0], *versions), 1, 2, threads=threads)
    qtbot.addWidget(window)
    settled(window, qtbot)
    assert window.model.comparison is not None
    return [tag for row in window.model.comparison.rows for cell in row.cells if cell for tag in cell.tags]
