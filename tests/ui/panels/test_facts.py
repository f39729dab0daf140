# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts are asked once, used everywhere, and odd values are remarked on and used all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from small import small_carry, small_lineage
from windows import ScriptedPrompts, act, text_of

from drafting.draft import Decision, Draft, start_draft
from drafting.updating.facts import judge
from drafting.updating.records import Certainty, Fact, FactKind, FactPart, MastheadChange
from ui.panels.fact_card import Standing
from ui.panels.fact_fields import hint, said
from ui.window import MainWindow

NUMBER = FactPart("number", "number", example="213", kind=FactKind.NUMBER, form="79/{}")
DATE = FactPart("date", "date", "[…] December 2024", "19", FactKind.DATE)


@pytest.mark.parametrize(
    ("part", "typed", "sign", "words"),
    [
        (NUMBER, "199", "", ""),
        (NUMBER, "A/RES/79/199", "", ""),
        (NUMBER, "80/199", "✕ ", "The blank stays open."),
        (DATE, "19", "", ""),
        (DATE, "32", "✕ ", "The blank stays open."),
        (DATE, "5 March 2023", "▲ ", "“5 March 2023” will stand there."),
    ],
)
def test_what_is_wrong_is_said_with_what_becomes_of_it(
    part: FactPart, typed: str, sign: str, words: str
) -> None:
    told = said(part, judge(part, typed), typed)
    assert told[:2] == sign
    assert told.endswith(words)


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


def test_the_words_are_seen_while_typing(window: MainWindow) -> None:
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


@pytest.mark.parametrize("name", ["accept_all", "find", "marks"])
def test_every_act_takes_what_stands_in_the_field_first(window: MainWindow, qtbot: QtBot, name: str) -> None:
    act(window, "panel_facts")
    qtbot.keyClicks(window.work.facts.cards[0].fields.edits["number"], "199")
    act(window, name)
    assert window.desk.draft.facts["topic"] == {"number": "199"}


def test_a_click_on_the_card_takes_what_stands_in_its_field_first(window: MainWindow, qtbot: QtBot) -> None:
    act(window, "panel_facts")
    topic = window.work.facts.cards[0]
    fill(window, 0, number="199")
    qtbot.keyClicks(topic.fields.edits["date"], "19")
    topic.accept.click()
    assert "resolution 78/199 of 19 December 2023" in text_of(window.desk.draft, "PP1")


def test_leaving_a_field_unchanged_is_no_act(window: MainWindow) -> None:
    for field in window.work.facts.cards[0].fields.edits.values():
        field.editingFinished.emit()
    assert not window.desk.undo_stack.canUndo()


def fill(window: MainWindow, card: int, **values: str) -> None:
    edits = window.work.facts.cards[card].fields.edits
    for name, words in values.items():
        edits[name].setText(words)
        edits[name].editingFinished.emit()


def test_an_odd_value_is_to_be_checked_and_used_all_the_same(window: MainWindow) -> None:
    topic = window.work.facts.cards[0]
    fill(window, 0, number="199", date="5 March 2022")
    assert (topic.state.text(), topic.state.property("badge")) == ("to check", "review")
    assert topic.fields.remarks.startswith("▲ ")
    assert topic.fields.edits["date"].accessibleDescription() == topic.fields.remarks
    assert topic._lines[0][1].text() == "78/199 of 5 March 2022"
    fill(window, 0, date="19")
    assert topic.state.text() == "filled in"
    assert topic.fields.edits["date"].accessibleDescription() == ""


def test_the_badge_says_as_it_is_typed_what_will_become_of_the_fact(window: MainWindow, qtbot: QtBot) -> None:
    topic = window.work.facts.cards[0]
    fill(window, 0, number="199")
    field = topic.fields.edits["date"]
    said_so = []
    for key in "199":
        qtbot.keyClicks(field, key)
        said_so.append(topic.state.text())
    assert said_so == ["fits", "fits", "not usable"]
    field.clear()
    qtbot.keyClicks(field, "19")
    field.editingFinished.emit()
    assert topic.state.text() == "filled in"


def test_a_value_that_cannot_be_used_is_kept_and_the_blank_stays(window: MainWindow) -> None:
    topic = window.work.facts.cards[0]
    fill(window, 0, number="199", date="31 November 2023")
    field = topic.fields.edits["date"]
    assert (topic.state.text(), field.property("state")) == ("not usable", "wrong")
    assert topic.fields.remarks.startswith("✕ ")
    assert field.text() == "31 November 2023"
    assert topic._lines[0][1].text() == "78/199 of […] December 2023"
    assert window.desk.draft is not None
    assert "topic" in {fact.id for fact in window.desk.draft.missing_facts}
    fill(window, 0, date="30 November 2023")
    assert (topic.state.text(), field.property("state")) == ("to check", "")


def test_what_is_typed_is_judged_before_the_field_is_left(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "panel_facts")
    topic = window.work.facts.cards[0]
    qtbot.keyClicks(topic.fields.edits["date"], "32")
    assert topic.fields.remarks.startswith("✕ ")
    assert not window.desk.undo_stack.canUndo()


def test_a_whole_citation_fills_both_fields_as_one_act(window: MainWindow) -> None:
    topic = window.work.facts.cards[0]
    fill(window, 0, number="General Assembly resolution 78/199 of 19 December 2023")
    assert topic.fields.values() == {"number": "199", "date": "19 December 2023"}
    assert window.desk.undo_stack.count() == 1
    act(window, "undo")
    assert topic.fields.values() == {"number": "", "date": ""}


def test_a_citation_leaves_what_was_typed_elsewhere(window: MainWindow) -> None:
    topic = window.work.facts.cards[0]
    fill(window, 0, date="20 December 2023")
    fill(window, 0, number="resolution 78/199 of 19 December 2023")
    assert topic.fields.values() == {"number": "199", "date": "20 December 2023"}


def test_what_the_drafter_wrote_elsewhere_needs_no_fact(window: MainWindow, prompts: ScriptedPrompts) -> None:
    report = next(shown for shown in window.work.facts.cards if shown.fact.id == "report")
    assert report.state.text() == "missing"
    report._lines[0][0].click()
    prompts.words.append("A/HRC/56/12")
    act(window, "reword")
    assert report.state.text() == "not needed"
    assert report.settled.text() == "No longer needed: your own words stand at OP2, footnote 2."
    assert window.work.tabs.tabBar().accessibleTabName(1) == "Facts, 1"
    act(window, "undo")
    assert (report.state.text(), report.settled.isHidden()) == ("missing", True)


def with_unknown_dates() -> Draft:
    carry = small_carry()
    part = FactPart("dates", "dates", "[…] June–[…] July 2024", kind=FactKind.PERIOD)
    line = MastheadChange("session_dates", "2023", part.placeholder, Certainty.FACT, "Unknown.", "dates@56")
    fact = Fact("dates@56", "Dates of the session", (part,))
    carry = replace(
        carry,
        masthead=replace(carry.masthead, session_dates=part.placeholder),
        masthead_changes=(line,),
        facts=(*carry.facts, fact),
    )
    return start_draft(small_lineage(), carry)


def test_what_is_missing_above_the_text_is_asked_for_too(window: MainWindow) -> None:
    window.desk.open(with_unknown_dates())
    shown = window.work.facts.cards[-1]
    assert [(button.text(), words.text()) for button, words in shown._lines] == [
        ("Masthead", "[…] June–[…] July 2024")
    ]
    assert window.work.tabs.tabBar().accessibleTabName(1) == "Facts, 3"
    fill(window, -1, dates="18 June–12 July 2024")
    assert "18 June–12 July 2024" in window.work.page.toPlainText().split("\n", 1)[0]
    assert shown.state.text() == "filled in"
    assert window.work.tabs.tabBar().accessibleTabName(1) == "Facts, 2"


def test_the_masthead_is_gone_to(window: MainWindow) -> None:
    window.desk.open(with_unknown_dates())
    window.resize(1280, 420)
    bar = window.work.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    window.work.facts.cards[-1]._lines[0][0].click()
    assert bar.value() == 0


def test_facts_are_narrowed_by_state_and_words(window: MainWindow) -> None:
    act(window, "panel_facts")
    panel = window.work.facts
    assert panel.narrowing.count.text() == "2"
    panel.narrowing.field.setFocus()  # a card with the keyboard stays until it is left
    panel.narrowing.field.setText("symbol")
    assert [card.fact.id for card in panel.shown] == ["report"]
    assert panel.narrowing.count.text() == "1 of 2"
    panel.narrowing.clear()
    window.deciding.fill("report", {"serial": "7"})
    panel.show_only(Standing.KNOWN)
    assert [card.fact.id for card in panel.shown] == ["report"]
    panel.narrowing.field.setText("cooperation")
    assert panel.empty.text() == "No fact of this kind says “cooperation”. Escape shows all."
    panel.empty.link.click()
    assert len(panel.shown) == 2


def test_the_arrows_go_from_fact_to_fact_and_show_its_place(window: MainWindow) -> None:
    act(window, "panel_facts")
    topic, report = window.work.facts.cards
    topic.take_keyboard()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert report.isAncestorOf(window.focusWidget())
    assert window.work.page.current_paragraph == "p4"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert topic.isAncestorOf(window.focusWidget())
    assert window.work.page.current_paragraph == "p1"


def test_the_facts_of_the_paragraph_at_the_caret_are_marked(window: MainWindow) -> None:
    act(window, "panel_facts")
    topic, report = window.work.facts.cards
    for key, marked in (("p4", [False, True]), ("p6", [True, False]), ("p3", [False, False])):
        window.work.page.show_paragraph(key)
        assert [card.here.isVisible() for card in (topic, report)] == marked


def tabbed(window: MainWindow, start: QWidget, count: int) -> list[QWidget | None]:
    """What the Tab key comes to from a place on."""
    start.setFocus()
    found = []
    for _ in range(count):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        found.append(window.focusWidget())
    return found


def test_the_tab_key_goes_through_a_card_from_top_to_bottom(window: MainWindow) -> None:
    act(window, "panel_facts")
    topic, report = window.work.facts.cards
    number, date = topic.fields.edits.values()
    links = [button for button, _ in topic._lines]
    assert tabbed(window, number, 5) == [date, *links, topic.accept, report.fields.edits["serial"]]


def test_the_tab_key_goes_from_a_proposal_to_the_fields_of_its_fact(window: MainWindow) -> None:
    panel = window.work.proposals
    act(window, "panel_proposals")
    assert panel.list.chosen.fact
    assert tabbed(window, panel.list, 3) == [*panel.tools.fields.edits.values(), panel.tools.accept]
