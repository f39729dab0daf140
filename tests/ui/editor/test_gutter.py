# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from drafting.comparing.records import Lineage, Mark, State, Thread
from drafting.draft import Draft, Standing, accept, start_draft
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.records import CarryOver
from ui.editor.gutter import BAR, FLAG, beside, label_of, paint_bar, paint_mark, told_beside
from ui.editor.legend import Legend, StateMark, told
from ui.theme import load_theme

BESIDE = {
    "p1": ("PP1", "==", Standing.STABLE),
    "p2": ("PP2", "=~", Standing.OPEN),
    "p3": ("PP3", "-+", Standing.NEW),
    "p4": ("1.", "==", Standing.OPEN),
    "p6": ("3.", "==", Standing.STABLE),
}
SIGNS = {Mark.SAME: "=", Mark.CHANGED: "~", Mark.FIRST: "+", Mark.ABSENT: "-"}


@pytest.mark.parametrize("key", BESIDE)
def test_what_stands_beside_a_paragraph(draft, key):
    made = beside(draft, draft.paragraph(key))
    assert (made.label, "".join(SIGNS[mark] for mark in made.marks), made.standing) == BESIDE[key]


def test_labels_are_as_printed(draft):
    heading = replace(draft.paragraph("p4"), kind=Kind.HEADING, title="II")
    point = replace(draft.paragraph("p5"), kind=Kind.SUBPARAGRAPH, level=1)
    own = replace(draft.paragraph("p6"), part=Part.OPERATIVE, origin=None)
    made = replace(draft, paragraphs=(draft.paragraphs[3], heading, point, own)[1:])
    assert [label_of(made, item) for item in made.paragraphs] == ["II", "(a)", "OP1"]


def test_the_drafters_own_paragraph_has_no_history(hand):
    hand.put("p3", 7)
    hand.press(Qt.Key.Key_Return)
    own = hand.draft.paragraph("p7")
    assert beside(hand.draft, own).marks == ()
    assert beside(hand.draft, own).standing is Standing.EDITED


def test_only_paragraphs_in_view_are_looked_at(page):
    everything = [item.key for item, _ in page.gutter.rows(QRectF(page.gutter.rect()))]
    assert everything == ["p1", "p2", "p3", "p4", "p5", "p6"]
    page.resize(900, 200)
    assert 0 < len(list(page.gutter.rows(QRectF(page.gutter.rect())))) < 6


def test_what_is_known_of_a_paragraph_follows_its_state(hand):
    gutter = hand.page.gutter
    assert gutter.info(hand.draft, hand.draft.paragraph("p4")).standing is Standing.OPEN
    hand.desk.do(accept(hand.draft, "q3"))
    assert gutter.info(hand.draft, hand.draft.paragraph("p4")).standing is Standing.EDITED
    hand.put("p4", 0)
    hand.press(Qt.Key.Key_Return)
    assert gutter.info(hand.draft, hand.draft.paragraph("p4")).label == "2."


def test_a_click_goes_to_the_paragraph(page):
    rows = {item.key: rect for item, rect in page.gutter.rows(QRectF(page.gutter.rect()))}
    QTest.mouseClick(page.gutter, Qt.MouseButton.LeftButton, pos=QPoint(20, round(rows["p3"].center().y())))
    assert page.current_paragraph == "p3"


def test_hovering_says_it_in_a_sentence(page):
    rows = {item.key: rect for item, rect in page.gutter.rows(QRectF(page.gutter.rect()))}
    place = QPoint(20, round(rows["p2"].center().y()))
    QApplication.sendEvent(
        page.gutter, QHelpEvent(QHelpEvent.Type.ToolTip, place, page.gutter.mapToGlobal(place))
    )
    assert QToolTip.text() == "PP2: changed in 56/2; 2 proposals open"
    QToolTip.hideText()


def ink(paint) -> list[list[bool]]:
    """Where something is painted on a small white image, whatever its colour."""
    image = QImage(FLAG + BAR + 2, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    rows, columns = range(image.height()), range(image.width())
    return [[image.pixelColor(x, y).name() != "#ffffff" for x in columns] for y in rows]


def test_the_state_marks_differ_in_shape():
    theme, box = load_theme("light"), QRectF(0, 2, 0, 36)
    shapes = [
        ink(lambda painter, state=state: paint_bar(painter, theme, state, box, FLAG)) for state in Standing
    ]
    assert all(shapes[one] != shapes[two] for one in range(5) for two in range(one))


def test_the_history_marks_differ_in_shape():
    theme, box = load_theme("light"), QRectF(1, 2, 7, 7)
    shapes = [ink(lambda painter, mark=mark: paint_mark(painter, theme, mark, box)) for mark in Mark]
    assert all(shapes[one] != shapes[two] for one in range(4) for two in range(one))


def test_the_legend_names_every_state(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    for state in Standing:
        assert told(state) in legend.accessibleDescription()
    assert len(legend.findChildren(StateMark)) == 4


def test_the_legend_explains_the_squares_where_there_is_room(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show()
    for width, explained in ((1100, True), (660, True), (400, False), (1100, True)):
        legend.resize(width, 60)
        assert legend.squares.isVisible() == explained


def series_of(count: int, marks: tuple[Mark, ...]) -> Draft:
    """A draft after `count` versions with one paragraph that has these marks."""
    text = Paragraph("OP1", Kind.OPERATIVE, Part.OPERATIVE, "Decides to end.", "1", "Decides")
    versions = tuple(Resolution(Masthead(number=f"{year}/1"), (text,)) for year in range(1, count + 1))
    places = tuple(None if mark is Mark.ABSENT else "OP1" for mark in marks)
    thread = Thread(places, marks, "1/1", 0.5, State.CHANGED)
    return start_draft(Lineage(versions, (), (thread,)), CarryOver(99, Masthead(), (), (), ()))


@pytest.mark.parametrize(
    ("marks", "shown", "earlier"),
    [
        ((Mark.SAME,) * 8, 8, False),
        ((Mark.SAME,) * 16, 8, True),
        ((Mark.ABSENT,) * 8 + (Mark.FIRST,) + (Mark.SAME,) * 7, 8, False),
    ],
)
def test_a_long_history_shows_its_end_and_says_so(marks, shown, earlier):
    draft = series_of(len(marks), marks)
    found = beside(draft, draft.paragraphs[0])
    assert (len(found.marks), found.earlier) == (shown, earlier)
    assert ("the last 8 of 16 versions" in told_beside(draft, draft.paragraphs[0])) == (len(marks) > 8)
