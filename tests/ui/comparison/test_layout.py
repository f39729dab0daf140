# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs laid out: heights, wrapping at words, marks under their words, footnote numbers in place."""

from __future__ import annotations

import pytest
from pictures import compared
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextCharFormat
from PySide6.QtWidgets import QApplication

from drafting.comparing.records import Span
from ui.comparison.ink import Style
from ui.comparison.layout import Block, CellLayout
from ui.comparison.layouts import Layouts, Look
from ui.comparison.rows import Cell, Layer, Note, Passage
from ui.theme import load_theme, page_font

TEXT = "Recalling General Assembly resolution 70/1 of 25 September 2015 and all its other resolutions,"


@pytest.fixture
def style(qapp: QApplication) -> Style:
    return Style(load_theme("light"))


def block(style: Style, text: str, width: float = 10_000, notes: tuple[Note, ...] = ()) -> Block:
    made = Block(text, style, 15, notes)
    made.flow(width)
    return made


def advance(text: str) -> float:
    return QFontMetricsF(page_font()).horizontalAdvance(text)


def test_one_line_is_22_high_and_more_are_multiples(style: Style) -> None:
    assert block(style, "Recalling").height == 22
    assert block(style, "").height == 22
    lines = block(style, TEXT, 200).height / 22
    assert lines == int(lines) > 2


@pytest.mark.parametrize("width", [60, 137, 300, 555])
def test_no_word_is_cut(style: Style, width: int) -> None:
    made = block(style, TEXT, width)
    at = 0
    for word in TEXT.split():
        at = TEXT.index(word, at)
        if advance(word) < width:
            assert len(made.rectangles(Span(at, at + len(word)))) == 1, word
        at += len(word)


def test_a_word_wider_than_the_column_is_not_lost(style: Style) -> None:
    made = block(style, "A/HRC/RES/53/11/Add.1/Corr.2", 50)
    assert all(place.right() <= 51 for place in made.rectangles(Span(0, 28)))


def test_marks_lie_exactly_under_their_words(style: Style) -> None:
    place = block(style, TEXT).rectangles(Span(10, 17))[0]
    assert place.left() == pytest.approx(advance("Recalling "), abs=1)
    assert place.width() == pytest.approx(advance("General"), abs=1)


def test_a_mark_over_a_line_end_has_a_place_on_each_line(style: Style) -> None:
    places = block(style, TEXT, 200).rectangles(Span(0, len(TEXT)))
    assert [place.top() for place in places] == [1 + 22 * n for n in range(len(places))]
    assert all(place.right() <= 200 for place in places)


def test_offsets_count_code_points(style: Style) -> None:
    """The same word stands at the same place of the text whatever was before it takes in UTF-16."""
    plain, astral = block(style, "abc word"), block(style, "a𝔘c word")
    assert plain.rectangles(Span(4, 8))[0].width() == astral.rectangles(Span(4, 8))[0].width()
    assert astral.rectangles(Span(4, 8))[0].left() > 0


def test_footnote_numbers_do_not_shift_the_marks(style: Style) -> None:
    note = Note(12, 9, "See")
    with_note = block(style, "Agreement, and more", notes=(note,))
    assert with_note.rectangles(Span(0, 9))[0].width() == pytest.approx(advance("Agreement"), abs=1)
    shift = (
        with_note.rectangles(Span(11, 14))[0].left()
        - block(style, "Agreement, and more").rectangles(Span(11, 14))[0].left()
    )
    assert 0 < shift < advance("12")
    assert with_note.rectangles(Span(11, 14))[0].width() == pytest.approx(advance("and"), abs=1)


def test_a_mark_at_a_footnote_number_leaves_it_out(style: Style) -> None:
    made = block(style, "one two", notes=(Note(1, 3, "See"), Note(2, 3, "See also")))
    before, after = made.rectangles(Span(0, 3))[0], made.rectangles(Span(3, 7))[0]
    assert before.width() == pytest.approx(advance("one"), abs=1)
    assert after.left() > before.right() + 5


def test_a_cell_stacks_its_paragraphs_and_footnotes(style: Style) -> None:
    one = Passage("OP1", "OP1", "OP1", "Urges")
    noted = Passage("OP2", "OP2", "OP2", "Decides", notes=(Note(1, 7, "See A/1."),))
    layout = CellLayout(Cell((one, noted)), style)
    layout.flow(400)
    assert [passage.top for passage in layout.passages] == [0, 22 + 8]
    assert layout.height == 22 + 8 + 22 + 14 + 19


def test_flowing_again_for_the_same_width_is_free(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    layout = CellLayout(Cell((Passage("OP1", "OP1", "OP1", TEXT),)), style)
    layout.flow(400)
    height = layout.height
    monkeypatch.setattr(Block, "flow", lambda *_: pytest.fail("laid out twice"))
    layout.flow(400)
    assert layout.height == height


def test_subparagraphs_are_indented(style: Style) -> None:
    for level, lines in ((0, 1), (2, 2)):
        layout = CellLayout(
            Cell((Passage("OP1(a)", "OP1(a)", "OP1(a)", "cooperation for all", level=level),)), style
        )
        layout.flow(advance("cooperation for all") + 2)
        assert layout.height == 22 * lines


def test_placeholders_are_dotted(style: Style) -> None:
    made = Block("In 79/[…] of", style, 15)
    made.blank([Span(3, 9)])
    made.flow(400)
    made._decorate()
    dots = [place for place, _ in made._lines]
    assert len(dots) > 3
    assert all(isinstance(place, QRectF) and place.width() == place.height() for place in dots)


def test_the_number_before_a_footnote_is_raised_like_its_mark(style: Style) -> None:
    note = Note(12, 9, "A/HRC/1.")
    cell = Cell((Passage("PP1", "PP1", "PP1", "Recalling", notes=(note,)),))
    [passage] = CellLayout(cell, style).passages
    in_text, before_note = (block._formats[0] for block in (passage.text, passage.notes[0]))
    assert (before_note.start, before_note.length) == (0, 2)
    assert before_note.format == in_text.format
    assert before_note.format.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript


def test_cells_that_are_still_there_are_not_laid_out_again(qapp: QApplication) -> None:
    first = Layouts(compared("= PP1 PP1\n~ PP2 PP2"))
    assert len(list(first.warm(800))) == 4
    again = compared("= PP1 PP1\n= PP2 PP2")
    second = Layouts(again, first)
    columns = second.columns(800)
    kept = [
        second.of(cell, at, columns) in first._known.values()
        for row in again.rows
        for at, cell in enumerate(row.cells)
        if cell
    ]
    assert kept == [True, True, False, False]


def test_hiding_a_class_lays_out_only_what_is_marked(qapp: QApplication) -> None:
    comparison = compared("= PP1 PP1\n~ PP2 PP2", {"PP2": ("Urges all", "Urges many")})
    layouts = Layouts(comparison)
    columns = layouts.columns(800)
    cells = [(at, cell) for row in comparison.rows for at, cell in enumerate(row.cells) if cell]
    before = [layouts.of(cell, at, columns) for at, cell in cells]
    layouts.show(Look(frozenset({Layer.ROUTINE})))
    after = [layouts.of(cell, at, columns) for at, cell in cells]
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, True, False, False]
    assert [one.height for one in before] == [one.height for one in after]
