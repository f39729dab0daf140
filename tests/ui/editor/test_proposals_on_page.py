# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from drafting.draft import Decision, accept, keep, reopen, set_fact
from ui.actions import spoken_keys
from ui.editor import readback
from ui.editor.styles import SUBJECT

KEY = Qt.Key
MARKED = (
    "_Recalling_ General Assembly resolution {77/213 of 15 December 2022}|79/[…] of […] December 2024| "
    "and resolution {50/4 of 7 July 2022}|56/2 of 10 July 2024|,"
)
BEHIND = len("Recalling General Assembly resolution 77/213 of 15 December 2022")


def decision(hand, name: str) -> Decision:
    return hand.draft.find(name)[1].decision


def test_what_is_proposed_stands_beside_what_it_would_take_out(hand):
    assert hand.shown("p2") == MARKED
    assert hand.shown("p5n1") == "See A/HRC/{55/78}|58/[…]|."


def test_accepting_keeping_and_taking_back_redraw_the_paragraph(hand):
    hand.desk.do(accept(hand.draft, "q2"))
    assert hand.shown("p2").endswith("and resolution 56/2 of 10 July 2024,")
    hand.desk.do(keep(hand.draft, "q1"))
    assert hand.shown("p2").startswith(
        "_Recalling_ General Assembly resolution 77/213 of 15 December 2022 and"
    )
    for name in ("q1", "q2"):
        hand.desk.do(reopen(hand.draft, name))
    assert hand.shown("p2") == MARKED
    assert hand.agrees()


def test_a_fact_fills_both_places_accepted_or_not(hand):
    hand.desk.do(accept(hand.draft, "q1"))
    hand.desk.do(set_fact(hand.draft, "ga", {"number": "199", "date": "19"}))
    assert "resolution 79/199 of 19 December 2024 and" in hand.shown("p2")
    assert (
        hand.shown("p4")
        == "_Takes note_ of resolution {77/213 of 15 December 2022}|79/199 of 19 December 2024|;"
    )
    assert hand.agrees()


def test_deciding_elsewhere_leaves_caret_and_selection_alone(hand):
    hand.select(("p3", 3), ("p3", 9))
    before = hand.page.textCursor().selectedText()
    hand.desk.do(accept(hand.draft, "q1"))
    assert hand.page.textCursor().selectedText() == before
    assert hand.caret() == ("p3", 9)


def test_the_caret_goes_with_the_words_around_it(hand):
    hand.put("p2", len(hand.text("p2")) - 1, past=True)
    hand.desk.do(accept(hand.draft, "q1"))
    assert hand.draft.paragraph("p2").text[hand.caret()[1] :] == ","


@pytest.mark.parametrize("behind", range(1, 4))
def test_proposed_words_cannot_be_deleted(hand, draft, behind):
    hand.put("p2", BEHIND, past=True)
    for _ in range(behind - 1):
        hand.press(KEY.Key_Left)
    hand.press(KEY.Key_Backspace)
    assert hand.draft is draft
    assert [told.startswith(readback.PROPOSED) for told in hand.remarks] == [True]
    assert hand.shown("p2") == MARKED


def test_words_typed_into_proposed_ones_are_refused(hand, draft):
    hand.put("p2", BEHIND, past=True)
    hand.press(KEY.Key_Left)
    place = hand.page.textCursor().position()
    for _ in range(3):
        hand.type("x")
        assert hand.page.textCursor().position() == place
    assert hand.draft is draft
    assert [told.startswith(readback.PROPOSED) for told in hand.remarks] == [True] * 3
    assert hand.desk.proposal == "q1"
    assert hand.remarks[0].endswith(f"({spoken_keys('reword')}).")
    assert hand.agrees()


def test_proposed_words_can_be_left_after_a_refusal(hand):
    hand.put("p2", BEHIND, past=True)
    hand.press(KEY.Key_Left)
    hand.type("x")
    hand.press(KEY.Key_Right)
    hand.type("x")
    assert hand.text("p2").startswith("Recalling General Assembly resolution 77/213 of 15 December 2022x and")


def test_words_typed_right_behind_proposed_ones_are_plain(hand):
    hand.put("p2", BEHIND, past=True)
    hand.type(", xy")
    assert hand.shown("p2") == MARKED.replace("December 2024| and", "December 2024|, xy and")
    assert decision(hand, "q1") is Decision.OPEN
    assert hand.agrees()


def test_a_letter_equal_to_the_first_of_a_proposal_does_not_touch_it(hand):
    at = hand.text("p5").index("fifty-ninth")
    hand.put("p5", at, marks=1)
    hand.type("f")
    assert decision(hand, "q4") is Decision.OPEN
    hand.put("p5", at + 1, marks=1)
    hand.press(KEY.Key_Backspace)
    assert decision(hand, "q4") is Decision.OPEN
    assert "f{fifty-ninth}" not in hand.shown("p5")
    assert hand.agrees()


def test_typing_in_the_old_words_overtakes_the_proposal(hand):
    hand.put("p2", BEHIND - 3)
    hand.type("x")
    assert decision(hand, "q1") is Decision.OVERTAKEN
    assert decision(hand, "q2") is Decision.OPEN
    assert "79/" not in hand.shown("p2")
    hand.undo_all()
    assert hand.shown("p2") == MARKED


def test_edits_elsewhere_never_misplace_a_proposal(hand):
    hand.put("p2", 0)
    hand.type("𝔘 ")
    hand.put("p2", 11)
    hand.press(KEY.Key_Return)
    hand.put(hand.draft.paragraphs[2].key, 0)
    hand.press(KEY.Key_Backspace)
    for name, words in (("q1", "77/213 of 15 December 2022"), ("q2", "50/4 of 7 July 2022")):
        paragraph, choice = hand.draft.find(name)
        assert paragraph.text[choice.start : choice.end] == words
    assert hand.agrees()


def test_a_proposal_in_a_footnote_follows_it(hand):
    hand.put("p5", 0, "p5n1")
    hand.type("𝔘 ")
    assert hand.shown("p5n1") == "𝔘 See A/HRC/{55/78}|58/[…]|."
    hand.desk.do(accept(hand.draft, "q5"))
    assert hand.shown("p5n1") == "𝔘 See A/HRC/58/[…]."
    assert hand.agrees()


def test_the_page_as_it_will_read(hand):
    hand.page.set_marked(False)
    assert hand.shown("p2") == "_Recalling_ " + hand.text("p2").removeprefix("Recalling ")
    hand.page.set_marked(True)
    assert hand.shown("p2") == MARKED


def _click(hand, key: str, index: int) -> None:
    page = hand.page
    cursor = page.textCursor()
    cursor.setPosition(page.picture.position(page.picture.block(key), index))
    place = page.cursorRect(cursor)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(3, 0))


def test_a_click_on_a_proposal_takes_it_in_hand(hand):
    _click(hand, "p2", hand.page.picture.lines[hand.page.picture.block("p2")].shown.index("56/2"))
    assert hand.desk.proposal == "q2"
    _click(hand, "p3", 3)
    assert hand.desk.proposal == "q2"


def test_the_proposal_in_hand_is_brought_into_view(hand):
    hand.page.resize(900, 120)
    hand.desk.choose("q5")
    assert hand.page.verticalScrollBar().value() > 0


def test_typed_text_belongs_to_no_proposal(hand):
    hand.put("p2", BEHIND, past=True)
    hand.type("x")
    cursor = hand.page.textCursor()
    assert cursor.charFormat().property(SUBJECT) is None
