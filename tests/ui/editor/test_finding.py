# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.editor.filters import Filter, holds
from ui.editor.finder import PageFinder

FOUND = {
    "in the text": ("high commissioner", "p5"),
    "in a footnote": ("2200 A", "p1n1"),
    "behind wide characters": ("😀 culture", "p3"),
    "over a footnote mark": ("to report", "p5"),
    "whatever the quotes and spaces": ("report\u00a0of", "p3"),
}


@pytest.fixture
def finder(qtbot, hand):
    finder = PageFinder(hand.page)
    qtbot.addWidget(finder)
    return finder


@pytest.mark.parametrize("case", FOUND)
def test_words_are_found(hand, finder, case):
    words, place = FOUND[case]
    finder.field.setText(words)
    assert hand.caret()[0] == place
    selected = hand.page.textCursor().selectedText().replace("\ufffc", "")
    assert selected.lower() == words.lower().replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["sixty-second", "59/[…]", "", "nowhere"])
def test_what_is_not_in_the_draft_is_not_found(finder, words):
    finder.field.setText(words)
    assert (list(finder.hits), finder.hit) == ([], None)


def test_finding_goes_round_in_both_directions(hand, finder):
    hand.put("p1", 0)
    finder.field.setText("77/213")
    seen = [hand.caret()[0]]
    for step in (finder.forward, finder.forward, finder.backward, finder.backward):
        step()
        seen.append(hand.caret()[0])
    assert seen == ["p2", "p4", "p2", "p4", "p2"]


def test_a_place_out_of_sight_comes_well_into_sight(hand, finder):
    hand.page.resize(900, 240)
    finder.field.setText("consideration")
    height = hand.page.viewport().height()
    assert 0 < hand.page.cursorRect().top() < height - 2 * hand.page.cursorRect().height()


def test_finding_goes_on_from_where_the_caret_was_put(hand, finder):
    finder.field.setText("77/213")
    hand.put("p5", 0)
    finder.backward()
    assert hand.caret()[0] == "p4"


SHOWN = {
    Filter.ALL: ["p1", "p2", "p3", "p4", "p5", "p6"],
    Filter.CHANGED: ["p2", "p3", "p5"],
    Filter.STABLE: ["p1", "p4", "p6"],
    Filter.OPEN: ["p2", "p4", "p5"],
    Filter.EDITED: ["p6"],
    Filter.NOT_AGREED: ["p1", "p2", "p3", "p4", "p5", "p6"],
}


def visible(hand) -> list[str]:
    document, lines = hand.page.document(), hand.page.picture.lines
    keys = [line.key for number, line in enumerate(lines) if document.findBlockByNumber(number).isVisible()]
    return list(dict.fromkeys(key for key in keys if key))


@pytest.mark.parametrize("wanted", Filter)
def test_the_view_can_be_narrowed(hand, wanted):
    hand.put("p6", len("Decides to continue"))
    hand.type(" now")  # and not a word of style, which is proposed as soon as the typing rests
    hand.page.set_filter(wanted)
    assert visible(hand) == SHOWN[wanted]
    assert [item.key for item in hand.draft.paragraphs if holds(wanted, hand.draft, item)] == SHOWN[wanted]


def test_the_choice_of_what_is_shown_is_told(hand, qtbot):
    told = []
    hand.page.filter_changed.connect(told.append)
    hand.page.set_filter(Filter.OPEN)
    hand.page.show_paragraph("p1")
    assert told == [Filter.OPEN, Filter.ALL]


def test_hidden_paragraphs_take_no_room(hand):
    layout = hand.page.document().documentLayout()
    before = layout.documentSize().height()
    hand.page.set_filter(Filter.OPEN)
    assert layout.documentSize().height() < before
    hand.page.set_filter(Filter.ALL)
    assert layout.documentSize().height() == before


def test_what_is_hidden_cannot_be_deleted(hand, draft):
    hand.page.set_filter(Filter.OPEN)
    hand.select(("p2", 5), ("p4", 5))
    hand.press(Qt.Key.Key_Delete)
    assert hand.draft is draft
    assert len(hand.remarks) == 1
    assert hand.agrees()
    assert visible(hand) == SHOWN[Filter.OPEN]


def test_a_paragraph_stays_in_view_while_it_is_worked_on(hand):
    hand.page.set_filter(Filter.STABLE)
    hand.put("p4", 5)
    hand.press(Qt.Key.Key_Return)
    assert visible(hand) == ["p1", "p4", "p7", "p6"]
    assert hand.agrees()


def test_going_to_a_hidden_paragraph_shows_all_again(hand):
    hand.page.set_filter(Filter.STABLE)
    hand.page.show_paragraph("p2")
    assert hand.page.filter is Filter.ALL
    assert visible(hand) == SHOWN[Filter.ALL]


def test_the_caret_is_told(hand, qtbot):
    with qtbot.waitSignal(hand.page.current_paragraph_changed) as told:
        hand.put("p3", 0)
    assert told.args == ["p3"]
    assert hand.page.accessibleDescription() == "PP3: new in 56/2"


ARROWS = {Qt.Key.Key_Right: "p4", Qt.Key.Key_Left: "p2"}


@pytest.mark.parametrize("key", ARROWS)
def test_the_caret_walks_over_what_is_hidden(hand, key):
    hand.page.set_filter(Filter.OPEN)
    hand.put(*(("p2", 200) if key is Qt.Key.Key_Right else ("p4", 0)), past=True)
    hand.press(key)
    assert hand.caret()[0] == ARROWS[key]


def test_the_caret_stays_where_all_that_follows_is_hidden(hand):
    hand.page.set_filter(Filter.OPEN)
    hand.put("p5", 100, "p5n2")
    before = hand.caret()
    hand.press(Qt.Key.Key_Right)
    assert hand.caret() == before


def test_the_caret_is_where_the_page_says_beside_what_is_hidden(hand):
    hand.page.set_filter(Filter.OPEN)
    hand.put("p3", 0)
    assert hand.page.here == hand.page.picture.caret(hand.page.textCursor().position())


def test_the_caret_above_the_text_stays_there_when_all_is_drawn_anew(hand):
    cursor = hand.page.textCursor()
    cursor.setPosition(3)
    hand.page.setTextCursor(cursor)
    hand.page.set_marked(False)
    assert hand.page.textCursor().position() == 3
    assert (hand.page.line, hand.page.index) == (0, 3)
