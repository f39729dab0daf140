# SPDX-License-Identifier: GPL-3.0-or-later
"""Brackets, numbers beside others, what the room said and private notes, done on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from drafting.checking.records import Spot
from drafting.checking.rules import finding
from drafting.draft import Counted, Stage
from drafting.draft.negotiating import set_memo, set_stage, stage_note
from drafting.draft.numbered import number_as
from ui.checks.places import Anchor, Placed
from ui.editor.filters import Filter
from ui.editor.found import seen
from ui.editor.gutter import columns_of, label_of, told_beside
from ui.editor.legend import Legend
from ui.editor.negotiating import follow
from ui.editor.stages import paint_memo, paint_stage, told_negotiation
from ui.theme import load_theme


def do(hand, name):
    hand.page.negotiating.acts()[name]()


def text(hand, key):
    return hand.draft.paragraph(key).text


def selected(hand):
    return hand.page.textCursor().selectedText()


def told(hand):
    said = []
    hand.page.remark.connect(said.append)
    return said


def undone(hand, before):
    """Whether one undo gives the draft as it was, and one redo what it was then."""
    after = hand.draft
    hand.desk.undo_stack.undo()
    back = hand.draft == before and hand.agrees()
    hand.desk.undo_stack.redo()
    return back and hand.draft == after and hand.agrees() and hand.desk.undo_stack.count() == 1


def test_a_selection_is_put_in_brackets_and_stays_selected(hand, draft):
    hand.select(("p6", 11), ("p6", 19))
    do(hand, "bracket")
    assert text(hand, "p6") == "Decides to [continue] its consideration of the matter."
    assert selected(hand) == "[continue]"
    assert hand.desk.undo_stack.undoText() == "Put brackets in OP3"
    assert undone(hand, draft)
    hand.select(("p6", 11), ("p6", 21))
    do(hand, "unbracket")
    assert hand.draft.paragraphs == draft.paragraphs
    assert selected(hand) == "continue"


def test_without_a_selection_it_is_the_word_or_at_its_beginning_the_paragraph(hand):
    hand.put("p6", 13)
    do(hand, "bracket")
    assert text(hand, "p6") == "Decides to [continue] its consideration of the matter."
    assert hand.caret() == ("p6", 14)
    hand.put("p1", 0)
    do(hand, "bracket")
    assert text(hand, "p1") == "[Reaffirming its commitment to cooperation,]"
    hand.put("p6", 15)
    do(hand, "unbracket")
    assert hand.caret() == ("p6", 14)


def test_several_paragraphs_get_a_pair_each_and_their_footnotes_none(hand, draft):
    hand.select(("p1", 12), ("p3", 6))
    do(hand, "bracket")
    assert text(hand, "p1") == "Reaffirming [its commitment to cooperation,]"
    assert text(hand, "p2")[0] + text(hand, "p2")[-1] == "[]"
    assert text(hand, "p3").startswith("[Noting] the")
    assert [one.text for one in hand.draft.paragraph("p1").notes] == ["Resolution 2200 A (XXI)."]
    assert undone(hand, draft)


def test_words_of_a_footnote_are_put_in_brackets(hand):
    note = hand.draft.paragraph("p1").notes[0].key
    line = hand.page.picture.block(note)
    cursor = hand.page.textCursor()
    cursor.setPosition(hand.page.picture.position(line, 2))
    hand.page.setTextCursor(cursor)
    do(hand, "bracket")
    assert hand.draft.paragraph("p1").notes[0].text == "[Resolution] 2200 A (XXI)."
    assert hand.desk.undo_stack.undoText() == "Put brackets in footnote 1"


def test_whole_paragraphs(hand):
    hand.select(("p1", 20), ("p2", 9))
    do(hand, "bracket_paragraphs")
    assert [text(hand, key)[0] + text(hand, key)[-1] for key in ("p1", "p2", "p3")] == ["[]", "[]", "N,"]


def test_what_cannot_be_done_is_said(hand, draft):
    said = told(hand)
    hand.put("p6", 13)
    do(hand, "unbracket")
    do(hand, "next_bracket")
    hand.put("p1", 3)
    do(hand, "number_bis")
    assert hand.draft is draft
    assert said == [
        "There are no brackets here to take away. Nothing was changed.",
        "No words stand in square brackets.",
        "PP1 is the first of its row: there is none before it. Nothing was changed.",
    ]


def test_nothing_is_put_round_a_paragraph_without_words(hand):
    hand.put("p6", 3)
    hand.page.shaping.acts()["insert_after"]()
    said, before = told(hand), hand.draft
    for name in ("bracket", "bracket_paragraphs", "unbracket"):
        do(hand, name)
    assert hand.draft is before
    assert len(said) == 3


def test_going_from_bracket_to_bracket(hand):
    for key, start, end in (("p6", 11, 19), ("p1", 12, 15), ("p3", 0, 6)):
        hand.select((key, start), (key, end))
        do(hand, "bracket")
    hand.put("p2", 3)
    said = told(hand)
    found = []
    for name in ("next_bracket", "next_bracket", "next_bracket", "previous_bracket", "previous_bracket"):
        do(hand, name)
        found.append(selected(hand))
    assert found == ["[Noting]", "[continue]", "[its]", "[continue]", "[Noting]"]
    assert said[0] == "Bracket 2 of 3 in PP3."


def test_brackets_are_bold_and_stand_on_a_ground_of_their_own(hand):
    hand.select(("p6", 11), ("p6", 19))
    do(hand, "bracket")
    cursor = hand.page.textCursor()
    looks = []
    for offset in (3, 12, 15, 20, 24):
        cursor.setPosition(hand.page.picture.position(hand.page.picture.block("p6"), offset))
        form = cursor.charFormat()
        looks.append((form.fontWeight() > QFont.Weight.Bold, form.background().color().name()))
    ground = load_theme("light").changed_soft.lower()
    assert [bold for bold, _ in looks] == [False, True, False, False, False]
    assert [colour == ground for _, colour in looks] == [False, True, True, True, False]


STAGES = {
    "stage_agreed": (Stage.AGREED, "Mark PP1 to PP2 as agreed"),
    "stage_ad_referendum": (Stage.AD_REFERENDUM, "Mark PP1 to PP2 as agreed ad referendum"),
    "stage_placement": (Stage.PLACEMENT, "Mark the placement of PP1 to PP2 as to be decided"),
}


@pytest.mark.parametrize("name", STAGES)
def test_paragraphs_selected_are_marked_in_one_step(hand, draft, name):
    hand.select(("p1", 12), ("p2", 9))
    words = selected(hand)
    do(hand, name)
    stage, undo = STAGES[name]
    assert [one.stage for one in hand.draft.paragraphs[:3]] == [stage, stage, Stage.OPEN]
    assert hand.desk.undo_stack.undoText() == undo
    assert selected(hand) == words
    assert undone(hand, draft)
    do(hand, "stage_open")
    assert hand.draft.paragraphs == draft.paragraphs


def test_marking_again_what_is_marked_is_no_act(hand):
    hand.put("p1", 3)
    do(hand, "stage_agreed")
    do(hand, "stage_agreed")
    assert hand.desk.undo_stack.count() == 1


def test_undo_of_a_state_goes_to_its_paragraph(hand):
    hand.put("p1", 3)
    do(hand, "stage_agreed")
    hand.put("p5", 3)
    hand.desk.undo_stack.undo()
    assert hand.caret() == ("p1", 0)


def test_an_agreed_paragraph_that_is_typed_in_says_so(hand):
    hand.put("p6", 3)
    do(hand, "stage_agreed")
    assert "Agreed" in hand.page.accessibleDescription()
    said = told(hand)
    hand.type("xy")
    assert said == ["OP3 was agreed: its words are others now. It stays marked until you say otherwise."]
    assert stage_note(hand.draft.paragraph("p6")) == "agreed, changed since"
    assert "Agreed, changed since" in hand.page.accessibleDescription()
    assert "Agreed, changed since" in told_beside(hand.draft, hand.draft.paragraph("p6"))


def test_numbers_beside_others_on_the_page(hand, draft):
    hand.put("p5", 3)
    do(hand, "number_bis")
    assert [hand.draft.label(one.key).id for one in hand.draft.paragraphs] == [
        "PP1",
        "PP2",
        "PP3",
        "OP1",
        "OP1bis",
        "OP2",
    ]
    assert label_of(hand.draft, hand.draft.paragraph("p5")) == "1 bis."
    assert undone(hand, draft)
    do(hand, "number_alt")
    assert label_of(hand.draft, hand.draft.paragraph("p5")) == "1 alt."
    do(hand, "number_all")
    assert hand.draft.paragraphs == draft.paragraphs


def test_a_private_note_is_asked_for_and_shown(hand, draft):
    asked = []

    def answer(where, words):
        asked.append((where, words))
        return answers.pop(0)

    answers = ["Ask Oslo", None, ""]
    hand.page.negotiating.ask_memo = answer
    hand.put("p2", 3)
    for _ in range(3):
        do(hand, "memo")
        assert hand.caret() == ("p2", 3)
    assert asked == [("PP2", ""), ("PP2", "Ask Oslo"), ("PP2", "Ask Oslo")]
    assert hand.draft.paragraphs == draft.paragraphs
    hand.desk.undo_stack.undo()
    assert hand.draft.paragraph("p2").memo == "Ask Oslo"
    assert "Your note: Ask Oslo" in told_beside(hand.draft, hand.draft.paragraph("p2"))
    assert "Your note: Ask Oslo" in hand.page.accessibleDescription()


def test_the_view_narrowed_to_what_is_not_agreed_stays_so(hand):
    hand.put("p1", 3)
    do(hand, "stage_agreed")
    hand.page.set_filter(Filter.NOT_AGREED)
    assert hand.page.hides("p1")
    hand.put("p2", 3)
    do(hand, "stage_agreed")
    assert hand.page.filter is Filter.NOT_AGREED
    assert not hand.page.hides("p2")  # what is worked on does not disappear


def test_the_gutter_has_room_for_what_it_shows(hand):
    page = hand.page
    bare = page.gutter.width()
    assert columns_of(hand.draft) == columns_of(None)
    hand.put("p1", 3)
    do(hand, "stage_agreed")
    staged = page.gutter.width()
    hand.desk.do(set_memo(hand.draft, "p1", "so"))
    noted = page.gutter.width()
    assert bare < staged < noted
    hand.desk.do(number_as(hand.draft, ["p3"], Counted.ALT))
    assert page.gutter.width() >= noted
    while hand.desk.undo_stack.canUndo():
        hand.desk.undo_stack.undo()
    assert page.gutter.width() == bare


def _drawn(paint):
    image = QImage(12, 12, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, 12, 12))
    painter.end()
    return [QColor(image.pixel(x, y)).lightness() < 200 for y in range(12) for x in range(12)]


def test_the_signs_differ_in_shape_and_not_in_hue_alone(draft):
    theme = load_theme("light")
    whole = set_stage(draft, ["p1"], Stage.AGREED).draft
    shown = [
        whole.paragraph("p1"),
        set_stage(draft, ["p1"], Stage.AD_REFERENDUM).draft.paragraph("p1"),
        set_stage(draft, ["p1"], Stage.PLACEMENT).draft.paragraph("p1"),
        whole.with_paragraph(_typed(whole.paragraph("p1"))).paragraph("p1"),
        draft.paragraph("p1"),
    ]
    drawn = [_drawn(lambda painter, box, one=one: paint_stage(painter, theme, one, box)) for one in shown]
    drawn.append(_drawn(lambda painter, box: paint_memo(painter, theme, box)))
    for at, one in enumerate(drawn):
        for other in drawn[at + 1 :]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) > 12
    assert not any(drawn[4])  # what is open has no sign


def _typed(paragraph):
    return replace(paragraph, text=paragraph.text + " now")


def test_what_is_told_of_a_paragraph(draft):
    draft = set_memo(set_stage(draft, ["p1"], Stage.AD_REFERENDUM).draft, "p1", "Ask Oslo").draft
    assert told_negotiation(draft.paragraph("p1")) == "Agreed ad referendum\nYour note: Ask Oslo"
    assert told_negotiation(draft.paragraph("p2")) == ""


@pytest.mark.parametrize(
    ("old", "new", "offset", "expected"),
    [
        ("a b c", "a [b] c", 2, 2),
        ("a b c", "a [b] c", 3, 4),
        ("a b c", "a [b] c", 5, 7),
        ("a [b] c", "a b c", 5, 3),
        ("a [b] c", "a b c", 3, 2),
        ("a [b] c", "a [[b] c]", 7, 8),
    ],
)
def test_places_follow_brackets(old, new, offset, expected):
    assert follow(old, new, offset) == expected


@pytest.mark.parametrize(
    ("rule", "words", "expected"),
    [
        ("brackets-left", "[so]", True),
        ("brackets-left", "]", False),
        ("number-inserted", "Decides", True),
        ("blank-left", "[…]", False),
    ],
)
def test_what_the_page_shows_by_itself_needs_no_sign(rule, words, expected):
    told = finding(rule, Spot("OP3", 0, len(words)), words, "So.")
    assert seen(Placed("f", told, Anchor("p6", None, 0, len(words)))) is expected


def test_the_legend_explains_the_signs_that_are_used(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(1600, 60)
    legend.show()
    assert legend.stages.isHidden()
    legend.show_stages(used=True)
    assert legend.stages.isVisible()


@pytest.mark.parametrize("act", ["copy", "cut"])
def test_no_clipboard_holds_a_private_note_or_what_the_room_said(hand, act):
    said = "Reykjavik wavers on this"
    hand.desk.do(set_memo(hand.draft, "p2", said))
    hand.desk.do(set_stage(hand.draft, ["p1", "p2", "p3"], Stage.AD_REFERENDUM))
    hand.select(("p1", 0), ("p3", 6))
    data = hand.page.createMimeDataFromSelection()
    getattr(hand.page, act)()
    for held in (data, QApplication.clipboard().mimeData()):
        assert held.formats()
        for name in held.formats():
            content = bytes(held.data(name).data())
            assert said.encode() not in content
            assert said.encode("utf-16-le") not in content
            assert b"ad referendum" not in content
