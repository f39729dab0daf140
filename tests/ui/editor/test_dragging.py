# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs are taken by their labels in the gutter and let go where a line shows that they may stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from restructured import ANNEXED, PLAIN, drawn, key, picture

from drafting.translation import tr

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Dragger:
    """A mouse in the gutter of a page."""

    def __init__(self, hand):
        self.hand, self.page = hand, hand.page
        self.gutter, self.dragging = self.page.gutter, self.page.dragging
        self.told = []
        self.dragging.told.connect(self.told.append)

    def place(self, word, below=False):
        """A point in the gutter in the upper or lower half of a paragraph."""
        top, bottom = self.dragging._extent(key(self.hand.draft, word))
        return QPoint(40, round(bottom - 2 if below else top + 2))

    def send(self, kind, point, button=LEFT, buttons=LEFT):
        event = QMouseEvent(kind, QPointF(point), self.gutter.mapToGlobal(QPointF(point)), button, buttons,
                            Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(self.gutter, event)

    def take(self, word):
        self.send(QEvent.Type.MouseButtonPress, self.place(word))

    def to(self, point):
        self.send(QEvent.Type.MouseMove, point, NONE)

    def drop(self, point):
        self.send(QEvent.Type.MouseButtonRelease, point, LEFT, NONE)

    def drag(self, word, onto, below=False):
        self.take(word)
        there = self.place(onto, below)
        self.to(there)
        self.drop(there)


@pytest.fixture
def dragger(hand):
    hand.desk.open(drawn(PLAIN))
    return Dragger(hand)


@pytest.mark.parametrize(
    ("word", "onto", "below", "after"),
    [
        ("h", "c", False, "PP1 a PP2 b OP1 h OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g"),
        ("c", "h", True, "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"),  # with its points
        ("f", "d", False, "PP1 a PP2 b OP1 c OP1(a) f OP1(b) d OP1(b)(i) e OP2 g OP3 h"),
        ("b", "a", False, "PP1 b PP2 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
    ],
)
def test_what_is_let_go_moves_as_one_act(dragger, word, onto, below, after):
    hand = dragger.hand
    here = key(hand.draft, word)
    dragger.drag(word, onto, below)
    assert picture(hand.draft) == after
    assert (hand.desk.undo_stack.count(), dragger.dragging.active) == (1, False)
    assert hand.page.current_paragraph == here
    assert hand.agrees()
    hand.desk.undo_stack.undo()
    assert picture(hand.draft) == PLAIN


def test_a_line_and_words_show_where_it_would_land(dragger):
    mark = dragger.dragging.mark
    dragger.take("g")
    assert not mark.isVisible()
    dragger.to(dragger.place("b", below=True))
    assert mark.isVisible()
    assert mark.allowed
    dragger.to(dragger.place("c", below=True))
    assert not mark.allowed
    assert dragger.told == [
        "OP2 goes before OP1.",
        "Points would come to stand under another paragraph. Nothing was changed.",
    ]
    assert dragger.gutter.cursor().shape() is Qt.CursorShape.ForbiddenCursor


def test_what_may_not_be_is_refused_with_the_reason(dragger):
    dragger.drag("g", "a")
    assert picture(dragger.hand.draft) == PLAIN
    assert dragger.hand.remarks == [
        "Preambular paragraphs stand before operative ones. "
        "Turn the paragraph into one of the other part to bring it there. Nothing was changed."
    ]
    assert dragger.hand.desk.undo_stack.count() == 0


def test_escape_lets_everything_stand(dragger):
    dragger.take("h")
    there = dragger.place("c")
    dragger.to(there)
    QTest.keyClick(dragger.gutter, Qt.Key.Key_Escape)
    assert not dragger.dragging.active
    assert not dragger.dragging.mark.isVisible()
    dragger.drop(there)
    assert picture(dragger.hand.draft) == PLAIN
    assert dragger.told[-1] == ""


def test_all_that_is_selected_goes_along(dragger):
    hand = dragger.hand
    hand.select((key(hand.draft, "g"), 0), (key(hand.draft, "h"), 1))
    dragger.drag("h", "c")
    assert picture(hand.draft) == "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"
    hand.select((key(hand.draft, "a"), 0), (key(hand.draft, "b"), 1))
    dragger.drag("g", "h", below=True)  # not of the selection: it alone
    assert picture(hand.draft) == "PP1 a PP2 b OP1 h OP2 g OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"


def test_a_small_way_is_a_click(dragger):
    point = dragger.place("g")
    dragger.take("g")
    dragger.to(point + QPoint(1, 1))
    dragger.drop(point)
    assert not dragger.dragging.active
    assert dragger.hand.page.current_paragraph == key(dragger.hand.draft, "g")


def test_into_an_annex_and_the_whole_annex(hand):
    hand.desk.open(drawn(ANNEXED))
    dragger = Dragger(hand)
    dragger.drag("b", "d", below=True)
    assert picture(hand.draft) == "PP1 a OP1 c A1 d A1.OP1 b A1.OP2 e A1.OP3 f A2 g A2.OP1 h"
    dragger.drag("g", "c", below=True)
    assert picture(hand.draft) == "PP1 a OP1 c A1 g A1.OP1 h A2 d A2.OP1 b A2.OP2 e A2.OP3 f"


def test_near_the_edge_the_page_scrolls(qtbot, dragger):
    page = dragger.page
    page.resize(900, 260)
    page.arrange()
    bar = page.verticalScrollBar()
    assert bar.maximum() > 40
    dragger.take("a")
    dragger.to(QPoint(40, page.gutter.height() - 2))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=5000)
    dragger.to(QPoint(40, 2))
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=5000)
    dragger.dragging.cancel()
    assert not dragger.dragging._scrolling.isActive()


def test_the_label_under_the_mouse_has_a_handle(dragger):
    grip = dragger.dragging.grip
    dragger.send(QEvent.Type.MouseMove, dragger.place("g"), NONE, NONE)
    assert grip.isVisible()
    assert dragger.gutter.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QApplication.sendEvent(dragger.gutter, QEvent(QEvent.Type.Leave))
    assert not grip.isVisible()
    assert {grip.accessibleName(), dragger.dragging.mark.accessibleName()} == {
        tr("Handle to move the paragraph"), tr("Place where the paragraph would stand"),
    }  # fmt: skip


def test_an_act_meanwhile_ends_the_drag(dragger):
    dragger.hand.put(key(dragger.hand.draft, "h"), 0)
    dragger.take("h")
    dragger.to(dragger.place("c"))
    dragger.page.shaping.acts()["move_up"]()
    assert not dragger.dragging.active
