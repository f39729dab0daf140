# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut, copy, paste on the page: what goes out, what comes in, and what stays the same."""

from __future__ import annotations

import json

import clipboards
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from drafting.draft import Decision, accept
from ui.editor.clipboard import OWN, unpacked
from ui.editor.filters import Filter

KEY = Qt.Key


def data_of(text: str, html: str = "") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def texts(hand) -> list[str]:
    return [item.text for item in hand.draft.paragraphs]


def keys(hand) -> list[str]:
    return [item.key for item in hand.draft.paragraphs]


def new_paragraph(hand, key: str) -> None:
    hand.put(key, len(hand.text(key)))
    hand.press(KEY.Key_Return)


# ------------------------------------------------------------------------------------------- going out


def test_copied_text_is_the_drafts_with_numbers_and_footnotes(hand):
    hand.press(KEY.Key_A, ctrl=True)
    data = hand.page.createMimeDataFromSelection()
    lines = data.text().split("\n")
    assert lines[0] == "Reaffirming its commitment to cooperation[1],"
    assert lines[3] == "1.\tTakes note of resolution 77/213 of 15 December 2022;"
    assert lines[-4:] == [
        "[1] Resolution 2200 A (XXI).",
        "[2] See A/HRC/55/78.",
        "[3] Also 😀 A/HRC/55/79.",
        "",
    ]
    assert "<i>Reaffirming</i> its commitment" in data.html()
    assert "79/[…]" not in data.html() + data.text()


def test_what_is_copied_is_read_as_what_it_was(hand):
    hand.press(KEY.Key_A, ctrl=True)
    data = hand.page.createMimeDataFromSelection()
    before = texts(hand)
    hand.page.insertFromMimeData(data_of(data.text(), data.html()))
    assert texts(hand) == before
    assert [len(one.notes) for one in hand.draft.paragraphs] == [1, 0, 0, 0, 2, 0]
    assert hand.agrees()


def test_words_of_a_line_go_out_without_a_number(hand):
    hand.select(("p4", 0), ("p4", 10))
    assert hand.page.createMimeDataFromSelection().text() == "Takes note"


def test_a_private_note_never_leaves(hand):
    hand.desk.do(_with_memo(hand.draft, "p3", "They will not like it"))
    hand.press(KEY.Key_A, ctrl=True)
    data = hand.page.createMimeDataFromSelection()
    held = data.text() + data.html() + bytes(data.data(OWN).data()).decode("utf-8")
    assert "They will not like it" not in held


def _with_memo(draft, key, memo):
    from dataclasses import replace

    from drafting.draft import Step

    after = draft.with_paragraph(replace(draft.paragraph(key), memo=memo))
    return Step(after, frozenset({key}), "Note")


def test_a_selection_of_proposed_words_copies_nothing(hand):
    start = len("Recalling General Assembly resolution 77/213 of 15 December 2022")
    hand.put("p2", start, past=True)
    end = hand.page.textCursor()
    hand.put("p2", start)
    cursor = hand.page.textCursor()
    cursor.setPosition(end.position(), cursor.MoveMode.KeepAnchor)
    hand.page.setTextCursor(cursor)
    assert cursor.hasSelection()
    assert hand.page.createMimeDataFromSelection().text() == ""
    hand.page.cut()
    assert hand.remarks[0].startswith("These words are only proposed")


def test_within_a_footnote_its_words_are_copied(hand):
    hand.put("p1", 0, "p1n1")
    hand.press(KEY.Key_End, shift=True)
    assert hand.page.createMimeDataFromSelection().text() == "Resolution 2200 A (XXI)."


# ----------------------------------------------------------------------------- cut and put in elsewhere


def test_a_paragraph_cut_and_pasted_is_the_same(hand):
    before = hand.draft.paragraph("p5")
    hand.select(("p5", 0), ("p6", 0))
    hand.press(KEY.Key_X, ctrl=True)
    assert QGuiApplication.clipboard().text().startswith("2.\tRequests the High Commissioner t[1]o report")
    assert "p5" not in hand.draft
    assert hand.agrees()
    hand.put("p4", 0)
    hand.press(KEY.Key_V, ctrl=True)
    assert keys(hand) == ["p1", "p2", "p3", "p5", "p4", "p6"]
    assert hand.draft.paragraph("p5") == before
    assert hand.draft.label("p5").id == "OP1"
    assert hand.caret() == ("p5", len(before.text)) or hand.caret() == ("p4", 0)
    assert hand.agrees()


def test_selecting_meanwhile_does_not_forget_what_was_cut(hand):
    before = hand.draft.paragraph("p5")
    hand.select(("p5", 0), ("p6", 0))
    hand.press(KEY.Key_X, ctrl=True)
    hand.select(("p1", 0), ("p2", 4))
    hand.page.createMimeDataFromSelection()  # as Qt does where the middle button pastes a selection
    hand.put("p4", 0)
    hand.press(KEY.Key_V, ctrl=True)
    assert hand.draft.paragraph("p5") == before


def test_copied_and_then_taken_out_it_is_the_same_when_pasted(hand):
    before = hand.draft.paragraph("p5")
    hand.select(("p5", 0), ("p6", 0))
    hand.press(KEY.Key_C, ctrl=True)
    hand.press(KEY.Key_Delete)
    hand.put("p4", 0)
    hand.press(KEY.Key_V, ctrl=True)
    assert hand.draft.paragraph("p5") == before
    assert hand.agrees()


def test_pasted_again_it_is_a_new_paragraph(hand):
    hand.select(("p5", 0), ("p6", 0))
    hand.press(KEY.Key_X, ctrl=True)
    hand.put("p4", 0)
    hand.press(KEY.Key_V, ctrl=True)
    hand.put("p4", 0)
    hand.press(KEY.Key_V, ctrl=True)
    first, second = hand.draft.paragraphs[3:5]
    assert (first.key, second.origin) == ("p5", None)
    assert first.text == second.text
    assert {note.key for note in first.notes}.isdisjoint(note.key for note in second.notes)
    assert [note.text for note in first.notes] == [note.text for note in second.notes]
    assert [choice for choice in second.choices if choice.proposal in ("q4", "q5")] == []
    assert hand.agrees()


def test_undo_and_redo_of_cut_and_paste_are_exact(hand):
    start = hand.draft
    hand.select(("p1", 4), ("p5", 7))
    hand.press(KEY.Key_X, ctrl=True)
    hand.put("p6", 9)
    hand.press(KEY.Key_V, ctrl=True)
    end = hand.draft
    assert hand.desk.undo_stack.undoText() == "Paste in OP1"
    hand.undo_all()
    assert hand.draft == start
    while hand.desk.undo_stack.canRedo():
        hand.desk.undo_stack.redo()
    assert hand.draft == end
    assert hand.agrees()


def test_part_of_a_paragraph_keeps_its_footnote_and_its_proposal(hand):
    text = "High Commissioner to report at its fifty-ninth session"
    at = hand.text("p5").index(text)
    hand.select(("p5", at), ("p5", at + len(text)))
    hand.press(KEY.Key_X, ctrl=True)
    hand.put("p6", len("Decides to "))
    hand.press(KEY.Key_V, ctrl=True)
    there = hand.draft.paragraph("p6")
    assert [note.key for note in there.notes] == ["p5n1"]
    assert there.text[there.notes[0].offset :].startswith("o report at its fifty-ninth session")
    assert {choice.proposal: choice.decision for choice in there.choices} == {
        "q4": Decision.OPEN,
        "q5": Decision.OPEN,
    }
    assert [note.key for note in hand.draft.paragraph("p5").notes] == ["p5n2"]
    assert hand.draft.paragraph("p5").choices == ()
    hand.desk.do(accept(hand.draft, "q4"))
    assert "sixty-second" in hand.text("p6")
    assert hand.agrees()


def test_a_footnote_mark_is_moved_alone(hand):
    mark = hand.draft.paragraph("p1").notes[0]
    hand.put("p1", mark.offset)
    hand.press(KEY.Key_Right, shift=True)
    hand.press(KEY.Key_X, ctrl=True)
    assert hand.draft.paragraph("p1").notes == ()
    hand.put("p6", 7)
    hand.press(KEY.Key_V, ctrl=True)
    assert [(note.key, note.offset, note.origin) for note in hand.draft.paragraph("p6").notes] == [
        (mark.key, 7, mark.origin)
    ]
    assert hand.draft.note_numbers[mark.key] == 3
    assert hand.agrees()


def test_a_page_of_another_draft_takes_words_and_footnotes_alone(hand, new_hand):
    other = new_hand()
    other.select(("p5", 0), ("p6", 0))
    data = other.page.createMimeDataFromSelection()
    hand.put("p4", 0)
    hand.page.insertFromMimeData(data)
    came = hand.draft.paragraphs[3]
    assert (came.key, came.origin, came.text) == ("p7", None, hand.text("p5"))
    assert [note.text for note in came.notes] == [note.text for note in hand.draft.paragraph("p5").notes]
    assert hand.agrees()
    other.page.deleteLater()


def test_an_opened_draft_knows_nothing_of_what_was_cut_before(hand):
    hand.select(("p3", 0), ("p4", 0))
    hand.press(KEY.Key_X, ctrl=True)
    hand.desk.open(hand.draft)
    hand.put("p4", 0)
    hand.press(KEY.Key_V, ctrl=True)
    assert hand.draft.paragraphs[2].origin is None
    assert hand.draft.paragraphs[2].text.startswith("Noting the report")


FOREIGN = {
    "no JSON": b"\xff\x00",
    "far too deep": b"[" * 100_000,
    "a list": b'["a"]',
    "a part without words": b'{"token": "", "closed": false, "parts": [{}]}',
    "an unknown kind": json.dumps(
        {
            "token": "",
            "closed": False,
            "parts": [
                {"text": "", "notes": [], "kind": "song", "part": "annex", "level": 0, "title": ""}
                | {"whole": True, "sign": True}
            ],
        }
    ).encode(),
}


def test_words_under_our_name_come_in_on_one_line_without_signs_of_the_page():
    part = {
        "text": "a\n\ufffcb\ud83d\u2028c\ufdd0",
        "notes": [[1, "d\u2029e"]],
        "kind": "subparagraph",
        "part": "operative",
    }
    told = {
        "token": "",
        "closed": False,
        "parts": [part | {"level": -3, "title": "", "whole": True, "sign": True}],
    }
    found = unpacked(json.dumps(told).encode())
    assert found is not None
    [paragraph] = [one.paragraph for one in found[1].parts]
    assert (paragraph.text, paragraph.notes[0].text, paragraph.level) == ("a b c ", "d e", 0)


@pytest.mark.parametrize("case", FOREIGN)
def test_what_others_call_by_our_name_is_not_taken_for_ours(case, hand):
    assert unpacked(FOREIGN[case]) is None
    data = data_of("words")
    data.setData(OWN, FOREIGN[case])
    hand.put("p6", 0)
    hand.page.insertFromMimeData(data)
    assert hand.text("p6").startswith("words")


# --------------------------------------------------------------------------------- from other programs


def test_a_page_of_word_comes_in_with_footnotes_and_levels(hand):
    new_paragraph(hand, "p6")
    hand.page.insertFromMimeData(data_of(clipboards.WORD_PLAIN, clipboards.WORD))
    came = hand.draft.paragraphs[6:]
    assert [hand.draft.label(one.key).id for one in came] == ["OP4", "OP5", "OP5(a)", "OP5(b)", "OP6"]
    assert [[note.text for note in one.notes] for one in came[:2]] == [
        ["Treaty Series, vol. 12."],
        ["The keepers of the northern coast."],
    ]
    assert hand.remarks[0].startswith("4 printed labels (“1.”, “(a)”, “(b)” …) were left out")
    assert hand.agrees()
    hand.undo_all()
    assert len(hand.draft.paragraphs) == 6


def test_words_within_a_sentence_stay_in_it(hand):
    hand.put("p3", len("Noting"))
    hand.page.insertFromMimeData(data_of(" with joy", "<span>with <b>joy</b></span>"))
    assert hand.text("p3").startswith("Noting with joy the report")
    assert len(hand.draft.paragraphs) == 6


def test_paragraphs_in_the_middle_of_one_part_it(hand):
    at = len("Noting the report ")
    hand.put("p3", at)
    hand.page.insertFromMimeData(data_of("of old,\nRecalling the lamps,\nand "))
    assert texts(hand)[2:5] == [
        "Noting the report of old,",
        "Recalling the lamps,",
        "and of 𝔘nesco on 😀 culture,",
    ]
    assert keys(hand)[2] == "p3"
    assert hand.agrees()


def test_a_selection_gives_way_to_what_is_pasted_in_one_act(hand):
    hand.select(("p3", 0), ("p4", 0))
    hand.page.insertFromMimeData(data_of("Recalling the lamps,\nNoting the bells,\n"))
    assert texts(hand)[2:4] == ["Recalling the lamps,", "Noting the bells,"]
    assert hand.desk.undo_stack.count() == 1
    hand.undo_all()
    assert keys(hand) == ["p1", "p2", "p3", "p4", "p5", "p6"]


def test_in_a_footnote_it_becomes_one_line(hand):
    hand.put("p1", 0, "p1n1")
    hand.page.insertFromMimeData(data_of(clipboards.WORD_PLAIN, clipboards.WORD))
    text = hand.draft.paragraph("p1").notes[0].text
    assert text.startswith("Recalling the treaty")
    assert "1. Requests the keepers to report on: (a) The lamps;" in text
    assert "A footnote has none of its own: 2 were left out (Treaty Series, vol. 12. / " in hand.remarks[0]
    assert hand.agrees()


def test_as_plain_text_nothing_but_words_comes_in(hand):
    QGuiApplication.clipboard().setMimeData(data_of("the lamps,[1]", clipboards.WORD))
    hand.put("p3", len("Noting "))
    hand.page.pasting.insert_plain()
    assert hand.text("p3").startswith("Noting the lamps,[1]the report")
    assert len(hand.draft.paragraphs[2].notes) == 0


def test_what_comes_into_a_narrowed_view_is_seen(hand):
    hand.page.set_filter(Filter.OPEN)
    hand.put("p5", 0)
    hand.page.insertFromMimeData(data_of("well, "))
    assert hand.page.filter is Filter.OPEN
    hand.page.insertFromMimeData(data_of("Recalling the lamps,\nNoting the bells,\n"))
    assert hand.page.filter is Filter.ALL
    assert hand.agrees()


def test_over_hidden_paragraphs_nothing_is_cut(hand):
    hand.page.set_filter(Filter.OPEN)
    hand.select(("p2", 3), ("p5", 4))
    before = hand.draft
    hand.page.cut()
    assert hand.draft is before
    assert hand.remarks[0].startswith("Paragraphs that are not shown lie in between")


def test_above_the_text_nothing_is_pasted(hand):
    cursor = hand.page.textCursor()
    cursor.setPosition(0)
    hand.page.setTextCursor(cursor)
    hand.page.insertFromMimeData(data_of("Recalling the lamps,"))
    assert hand.remarks[0].startswith("The lines above the text")
    assert len(hand.draft.paragraphs) == 6


def test_much_is_read_beside_and_put_in_when_it_is_read(hand, qtbot):
    page = clipboards.word("".join(f"<p class=MsoNormal>Recalling the lamp {n},</p>" for n in range(4000)))
    hand.put("p1", 0)
    hand.page.insertFromMimeData(data_of("", page))
    assert len(hand.draft.paragraphs) == 6
    qtbot.waitUntil(lambda: len(hand.draft.paragraphs) == 4006)
    assert hand.draft.paragraphs[3999].text == "Recalling the lamp 3999,"


def test_much_is_not_put_into_a_draft_that_changed_meanwhile(hand, qtbot):
    page = clipboards.word("".join(f"<p class=MsoNormal>Recalling the lamp {n},</p>" for n in range(4000)))
    hand.put("p1", 0)
    hand.page.insertFromMimeData(data_of("", page))
    hand.type("x")
    qtbot.waitUntil(lambda: any("Nothing was pasted" in told for told in hand.remarks))
    assert len(hand.draft.paragraphs) == 6


def test_files_are_left_to_the_window(page):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("draft.txt")])
    assert not page.canInsertFromMimeData(data)
