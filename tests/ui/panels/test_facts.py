# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts are asked once, used everywhere, and odd values are remarked on and used all the same."""

from __future__ import annotations

import pytest
from windows import act, text_of

from drafting.draft import Decision
from drafting.updating.records import FactPart
from ui.panels.fact_fields import hint, remark
from ui.window import MainWindow

NUMBER = FactPart("number", "number", example="213")
DATE = FactPart("date", "date", "[…] December 2024", "19")


@pytest.mark.parametrize(
    ("part", "typed", "said"),
    [
        (NUMBER, "", False),
        (NUMBER, "199", False),
        (NUMBER, " 199 ", False),
        (NUMBER, "79/199", True),
        (DATE, "", False),
        (DATE, "19", False),
        (DATE, "3 January 2025", False),
        (DATE, "32", True),
        (DATE, "31 June 2025", True),
        (DATE, "soon", True),
    ],
)
def test_what_looks_odd_is_remarked_on(part: FactPart, typed: str, said: bool) -> None:
    assert bool(remark(part, typed)) is said


def test_hints_name_part_and_form() -> None:
    assert (hint(NUMBER), hint(FactPart("place", "place"))) == ("number, e.g. 213", "place")


def test_a_fact_filled_once_shows_in_both_places(window: MainWindow) -> None:
    act(window, "panel_facts")
    topic = window.work.facts.cards[0]
    assert [button.text() for button, _ in topic._lines] == ["PP1", "OP3"]
    for name, words in (("number", "199"), ("date", "19")):
        topic.fields.edits[name].setText(words)
        topic.fields.edits[name].editingFinished.emit()
    assert window.desk.undo_stack.count() == 2
    assert [words.text() for _, words in topic._lines] == ["78/199 of 19 December 2023", "78/199"]
    assert topic.accept.text() == "Accept at 2 places"
    topic.accept.click()
    assert "resolution 78/199 of 19 December 2023" in text_of(window.desk.draft, "PP1")
    assert "resolution 78/199." in text_of(window.desk.draft, "OP3")
    assert topic.accept.isHidden()
    assert topic.state.text() == "filled in"


def test_the_words_are_seen_while_typing(qtbot: object, window: MainWindow) -> None:
    act(window, "panel_facts")
    topic = window.work.facts.cards[0]
    topic.fields.edits["number"].setText("5")
    topic.fields.typed.emit()
    assert topic._lines[1][1].text() == "78/5"
    assert not window.desk.undo_stack.canUndo()


def test_a_place_leads_to_its_proposal(window: MainWindow) -> None:
    act(window, "panel_facts")
    button, _ = window.work.facts.cards[0]._lines[1]
    button.click()
    assert window.desk.draft is not None
    paragraph, choice = window.desk.draft.find(window.desk.proposal)
    assert (window.desk.draft.label(paragraph.key).id, choice.decision) == ("OP3", Decision.OPEN)


def test_undo_empties_the_field_again(window: MainWindow) -> None:
    field = window.work.facts.cards[0].fields.edits["number"]
    field.setText("199")
    field.editingFinished.emit()
    act(window, "undo")
    assert field.text() == ""


def test_leaving_a_field_unchanged_is_no_act(window: MainWindow) -> None:
    for field in window.work.facts.cards[0].fields.edits.values():
        field.editingFinished.emit()
    assert not window.desk.undo_stack.canUndo()
