# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts are asked once, used everywhere, and odd values are remarked on and used all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import small_carry, small_lineage
from windows import ScriptedPrompts, act, text_of

from drafting.draft import Decision, Draft, start_draft
from drafting.updating.records import Certainty, Fact, FactPart, MastheadChange
from ui.panels.fact_fields import hint, remark
from ui.window import MainWindow

NUMBER = FactPart("number", "number", example="213")
DATE = FactPart("date", "date", "[…] December 2024", "19")
DAY = FactPart("date", "date")
IN_YEAR = FactPart("date", "date", "[…] 2024")
DATES = FactPart("dates", "dates", "[…] June–[…] July 2026")


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
        (DATE, "5 March 2023", True),
        (DATE, "19 December 2022", True),
        (DAY, "abc", True),
        (DAY, "45", True),
        (DAY, "19 December 2024", False),
        (IN_YEAR, "19 December", False),
        (IN_YEAR, "19 December 2024", False),
        (IN_YEAR, "19 December 2023", True),
        (DATES, "16 June–9 July 2026", False),
        (DATES, "16 June-9 July 2026", False),
        (DATES, "3–14 June 2026", False),
        (DATES, "28 December 2025–9 January 2026", False),
        (DATES, "9 July–16 June 2026", True),
        (DATES, "16 June–9 July 2025", True),
        (DATES, "in summer", True),
        (FactPart("item", "item", "[…] (b)"), "73", False),
        (FactPart("item", "item", "[…] (b)"), "73 (c)", False),
        (FactPart("item", "item", "[…] (b)"), "human rights", True),
    ],
)
def test_what_looks_odd_is_remarked_on(part: FactPart, typed: str, said: bool) -> None:
    assert bool(remark(part, typed)) is said


@pytest.mark.parametrize(
    ("typed", "said"), [("199", False), ("79/199", False), ("A/RES/79/199", False), ("80/199", True)]
)
def test_a_number_may_come_with_what_stands_before_its_blank(typed: str, said: bool) -> None:
    assert bool(remark(NUMBER, typed, {"79/"})) is said


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


def fill(window: MainWindow, card: int, **values: str) -> None:
    edits = window.work.facts.cards[card].fields.edits
    for name, words in values.items():
        edits[name].setText(words)
        edits[name].editingFinished.emit()


def test_an_odd_value_is_to_be_checked_and_used_all_the_same(window: MainWindow) -> None:
    topic = window.work.facts.cards[0]
    fill(window, 0, number="199", date="5 March 2022")
    assert (topic.state.text(), topic.state.property("badge")) == ("check", "review")
    assert topic.fields.remarks == "December 2023 was expected; “5 March 2022” will stand there."
    assert topic._lines[0][1].text() == "78/199 of 5 March 2022"
    fill(window, 0, date="19")
    assert topic.state.text() == "filled in"


def test_what_the_drafter_wrote_elsewhere_needs_no_fact(window: MainWindow, prompts: ScriptedPrompts) -> None:
    report = next(shown for shown in window.work.facts.cards if shown.fact.id == "report")
    assert report.state.text() == "missing"
    assert "2</b>" in window.status.figures.text().rpartition("·")[2]
    report._lines[0][0].click()
    prompts.words.append("A/HRC/56/12")
    act(window, "reword")
    assert report.state.text() == "not needed"
    assert report.settled.text() == "No longer needed: your own words stand at OP2, footnote 2."
    assert window.work.tabs.tabBar().accessibleTabName(1) == "Facts, 1"
    assert "1</b>" in window.status.figures.text().rpartition("·")[2]
    act(window, "undo")
    assert (report.state.text(), report.settled.isHidden()) == ("missing", True)


def with_unknown_dates() -> Draft:
    carry = small_carry()
    part = FactPart("dates", "dates", "[…] June–[…] July 2024")
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
