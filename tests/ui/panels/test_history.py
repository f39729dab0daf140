# SPDX-License-Identifier: GPL-3.0-or-later
"""Earlier wordings: found, marked, and brought back as one act, whole or at one place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from small import small_draft
from windows import act, text_of

from drafting.comparing.lineage import trace
from drafting.comparing.words import edits
from drafting.draft import Decision, start_draft
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.records import CarryOver
from ui.panels.bringing import bring_back, bring_back_place, places
from ui.panels.card_model import ROW
from ui.panels.wording_card import marked_html
from ui.panels.wording_list import WordingsPanel
from ui.panels.wordings import Wording, history, wordings
from ui.theme import load_theme
from ui.window import MainWindow

OLD = "Calls upon States to cooperate with each other in the field of human rights and development;"
NEW = "Calls upon all States to cooperate with each other in the field of human rights and development;"
GONE = "Encourages the holding of seminars on the financing of rural electrification in small islands;"
LAST = "Decides to remain seized of the matter."


def version(number: str, *texts: str) -> Resolution:
    paragraphs = (
        Paragraph(f"OP{place}", Kind.OPERATIVE, Part.OPERATIVE, text, str(place))
        for place, text in enumerate(texts, start=1)
    )
    masthead = Masthead("Human Rights Council", number=number, session=int(number.split("/", 1)[0]))
    return Resolution(masthead, tuple(paragraphs))


SERIES = (
    version("1/1", OLD, GONE, LAST),
    version("4/1", OLD, LAST),
    version("7/1", NEW, LAST),
    version("10/1", NEW, LAST),
)


def told(found: tuple[Wording, ...]) -> list[tuple[str, str, str]]:
    return [(wording.title, wording.place, wording.state) for wording in found]


def test_equal_wordings_in_a_row_are_one() -> None:
    lineage = trace(SERIES)
    assert told(wordings(lineage, lineage.threads[0])) == [
        ("7/1 and 10/1", "OP1", "reworded in 7/1"),
        ("1/1 and 4/1", "OP1", ""),
    ]
    assert told(wordings(lineage, lineage.threads[1])) == [("1/1–10/1, same wording", "OP3 → OP2", "")]


def test_a_paragraph_that_came_in_says_where_it_was_not() -> None:
    lineage = trace((version("1/1", LAST), version("4/1", LAST), version("7/1", OLD, LAST)))
    assert told(wordings(lineage, lineage.threads[0])) == [
        ("7/1", "OP1", "came in"),
        ("", "", "not in 4/1, 1/1"),
    ]


def test_every_version_can_stand_by_itself() -> None:
    lineage = trace(SERIES)
    assert told(wordings(lineage, lineage.threads[0], each=True)) == [
        ("10/1", "OP1", "unchanged"),
        ("7/1", "OP1", "reworded"),
        ("4/1", "OP1", "unchanged"),
        ("1/1", "OP1", ""),
    ]


@pytest.mark.parametrize(
    ("before", "text", "marked"),
    [
        ("upon States to act;", "upon all States to act;", "upon <u>all</u> States to act;"),
        ("upon all States to act;", "upon States to act;", "upon <s>all</s> States to act;"),
        ("in 47/9 of 2021,", "in 50/4 of 2021,", "in <s>47/9</s> <u>50/4</u> of 2021,"),
        ("peace & <law>,", "peace,", "peace <s>&amp; &lt;law&gt;</s>,"),
    ],
)
def test_changed_words_are_marked(before: str, text: str, marked: str) -> None:
    html = marked_html(Wording(("7/1",), ("OP1",), text, before, edits(before, text)), load_theme("light"))
    assert re.sub(r' style="color:#\w+"', "", html) == marked


def opened(window: MainWindow, versions: tuple[Resolution, ...]) -> MainWindow:
    carry = CarryOver(13, Masthead("Human Rights Council", session=13), (), (), ())
    window.desk.open(start_draft(trace(versions), carry))
    act(window, "panel_history")
    return window


@pytest.fixture
def series_window(empty_window: MainWindow) -> MainWindow:
    return opened(empty_window, SERIES)


def shown(panel: WordingsPanel) -> list[tuple[str, bool]]:
    """The cards, each with whether it can come back."""
    rows = [panel.filter.index(number, 0) for number in range(panel.filter.rowCount())]
    return [(panel.list.model().data(at, ROW).place, at.data(ROW).can_come_back) for at in rows]


def test_an_earlier_wording_comes_back_as_one_act(series_window: MainWindow) -> None:
    window, panel = series_window, series_window.work.history.wordings
    window.work.page.show_paragraph("p1")
    assert shown(panel) == [("7/1 and 10/1", False), ("1/1 and 4/1", True)]
    assert panel.list.chosen.place == "1/1 and 4/1"  # the newest that the draft does not have
    panel.tools.whole.click()
    window.pulse.now()
    assert text_of(window.desk.draft, "OP1") == OLD
    assert window.desk.undo_stack.undoText() == "Bring back 4/1 wording in OP1"
    assert shown(panel) == [("This draft", False), ("7/1 and 10/1", True), ("1/1 and 4/1", False)]
    act(window, "undo")
    assert text_of(window.desk.draft, "OP1") == NEW


def test_the_draft_stands_first_once_it_differs(series_window: MainWindow) -> None:
    draft = series_window.desk.draft
    assert draft is not None
    found = history(draft, draft.paragraphs[0])
    after = bring_back(draft, "p1", found[-1]).draft
    assert [wording.title for wording in history(after, after.paragraphs[0])] == [
        "This draft",
        "7/1 and 10/1",
        "1/1 and 4/1",
    ]


TWICE = "Calls upon States to cooperate with each other in the field of human rights and trade;"


@pytest.fixture
def twice_changed(empty_window: MainWindow) -> MainWindow:
    return opened(empty_window, (version("1/1", TWICE, LAST), version("4/1", NEW, LAST)))


def test_the_words_of_one_place_come_back_alone(twice_changed: MainWindow) -> None:
    window, panel = twice_changed, twice_changed.work.history.wordings
    window.work.page.show_paragraph("p1")
    assert [one.told for one in panel.list.chosen.places] == [
        "“all” goes out",
        "“development” becomes “trade”",
    ]
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_2)
    assert text_of(window.desk.draft, "OP1") == NEW.replace("development", "trade")
    assert window.desk.undo_stack.undoText() == "Bring back words of 1/1 in OP1"
    window.pulse.now()
    assert panel.list.chosen.place == "1/1"  # the next place is at hand
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert text_of(window.desk.draft, "OP1") == TWICE
    for _ in range(2):
        act(window, "undo")
    assert text_of(window.desk.draft, "OP1") == NEW


WORDS = ("all", "States", "agree,", "to", "act;", "in", "47/9", "of", "2021", "’", "'", "-")


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.data(),
)
def test_a_wording_comes_back_letter_by_letter_and_place_by_place(
    words: list[str], data: st.DataObject
) -> None:
    now = data.draw(st.permutations(words))
    lineage = trace((version("1/1", " ".join(words), LAST), version("4/1", " ".join(now), LAST)))
    draft = start_draft(lineage, CarryOver(13, Masthead("Human Rights Council", session=13), (), (), ()))
    wording = Wording(("1/1",), ("OP1",), " ".join(words))
    assert bring_back(draft, "p1", wording).draft.paragraph("p1").text == wording.text
    for left in range(len(places(draft.paragraph("p1").text, wording.text)), 0, -1):
        draft = bring_back_place(draft, "p1", wording, 0).draft
        assert len(places(draft.paragraph("p1").text, wording.text)) < left


def test_what_stands_beside_changed_words_keeps_its_place() -> None:
    """Between two changed places stand a footnote and an open proposal."""
    draft = small_draft()
    text = draft.paragraph("p1").text
    wording = Wording(("50/4",), ("PP1",), "Noting " + text.removeprefix("Recalling ")[:-1] + " again,")
    after = bring_back(draft, "p1", wording).draft
    assert after.paragraph("p1").text == wording.text
    assert [(one.decision, draft.proposal(one.proposal).old) for one in after.paragraph("p1").choices] == [
        (Decision.OPEN, "77/1 of 1 December 2022"),
        (Decision.OPEN, "50/4 of 7 July 2022"),
    ]


def test_cards_can_be_narrowed_by_words(series_window: MainWindow) -> None:
    window, panel = series_window, series_window.work.history.wordings
    window.work.page.show_paragraph("p1")
    panel.narrowing.field.setText("upon all states")
    assert [place for place, _ in shown(panel)] == ["7/1 and 10/1"]
    assert panel.narrowing.count.text() == "1 of 2"
    panel.narrowing.field.setText("seminars")
    assert panel.empty.text() == "No wording of this paragraph says “seminars”. Escape shows all."
    QTest.keyClick(panel.narrowing.field, Qt.Key.Key_Escape)
    assert len(shown(panel)) == 2
    assert panel.narrowing.count.text() == "2"


def test_every_version_or_only_those_that_changed(series_window: MainWindow) -> None:
    window, panel = series_window, series_window.work.history.wordings
    window.work.page.show_paragraph("p1")
    panel.show_each(True)
    assert [place for place, _ in shown(panel)] == ["10/1", "7/1", "4/1", "1/1"]
    panel.show_each(False)
    assert [place for place, _ in shown(panel)] == ["7/1 and 10/1", "1/1 and 4/1"]


def test_a_card_can_be_heard(series_window: MainWindow) -> None:
    window, panel = series_window, series_window.work.history.wordings
    window.work.page.show_paragraph("p1")
    spoken = panel.filter.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"7/1 and 10/1, OP1, reworded in 7/1: {NEW} “all” comes in. As in the draft."


def test_another_paragraph_is_shown_from_its_top(series_window: MainWindow) -> None:
    window = series_window
    window.resize(1280, 380)
    window.work.page.show_paragraph("p1")
    bar = window.work.history.wordings.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    window.work.page.show_paragraph("p2")
    assert bar.value() == 0
