# SPDX-License-Identifier: GPL-3.0-or-later
"""Annexes and parts on the page: their names over their titles, their own numbers, their borders."""

from __future__ import annotations

import pytest
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.editor import paper
from ui.editor.gutter import label_of
from ui.theme import load_theme


@pytest.fixture
def draft():
    return drafted(version(WITH_ANNEXES))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (WITH_ANNEXES, "PP1 PP2 1. (a) (i) a. i. 2. A1 - I 1. 2. (a) (b) II - - A2 PP1 1."),
        (WITH_PARTS, "A PP1 1. 2. B PP1 1. – – - 2."),
    ],
)
def test_labels_beside_the_text_are_as_printed(text, labels):
    draft = drafted(version(text))
    assert [label_of(draft, one) or "-" for one in draft.paragraphs] == labels.split()


def _line(hand, name):
    key = next(one.key for one in hand.draft.paragraphs if one.origin == name)
    return key, hand.page.picture.block(key)


def test_the_name_of_an_annex_stands_over_its_title_and_is_no_part_of_it(hand):
    _, number = _line(hand, "A1")
    line = hand.page.picture.lines[number]
    assert (line.number, line.shown) == ("Annex I", "Guidelines for keepers of lighthouses")
    assert hand.agrees()
    form = hand.page.document().findBlockByNumber(number).blockFormat()
    section = hand.page.document().findBlockByNumber(_line(hand, "A1.H1")[1]).blockFormat()
    assert form.alignment() == Qt.AlignmentFlag.AlignHCenter
    assert form.topMargin() > section.topMargin() + 20
    assert section.alignment() != Qt.AlignmentFlag.AlignHCenter


def test_the_name_is_painted_into_the_room_over_the_title(hand):
    number = _line(hand, "A1")[1]
    block = hand.page.document().findBlockByNumber(number)
    rect = paper.text_rect(block)
    image = QImage(900, int(rect.bottom()) + 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paper.unit_name(painter, block, "Annex I", load_theme("light"))
    painter.end()
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 120
    ]
    room = QRectF(rect.left(), rect.top() - 30, rect.width(), 31)
    assert dark
    assert all(room.contains(x, y) for x, y in dark)
    before = hand.page.document().findBlockByNumber(number - 1)
    assert min(y for _, y in dark) > paper.text_rect(before).bottom()


def test_the_border_of_an_annex_cannot_be_typed_away(hand):
    key, _ = _line(hand, "A1")
    before = hand.draft
    hand.put(key, 0)
    hand.press(Qt.Key.Key_Backspace)
    assert hand.draft is before
    assert "cannot be joined" in hand.remarks[-1]
    assert hand.agrees()


def test_a_new_paragraph_in_an_annex_takes_its_number_there(hand):
    key, _ = _line(hand, "A1.OP1")
    hand.put(key, len(hand.text(key)))
    hand.press(Qt.Key.Key_Return)
    hand.type("More.")
    labels = [hand.draft.label(one.key).id for one in hand.draft.paragraphs if one.unit == "A1"]
    assert labels[3:6] == ["A1.OP1", "A1.OP2", "A1.OP3"]
    assert hand.agrees()
    hand.undo_all()
    assert hand.agrees()
