# SPDX-License-Identifier: GPL-3.0-or-later
"""Earlier wordings: found, marked, and brought back as one act."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QPushButton
from windows import act, text_of

from drafting.comparing.lineage import trace
from drafting.comparing.words import edits
from drafting.draft import start_draft
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.records import CarryOver
from ui.panels.history import WordingCard, bring_back, marked_html
from ui.panels.wordings import Wording, dropped, history, wordings
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


def test_dropped_paragraphs_are_known_by_their_last_place() -> None:
    [one] = dropped(trace(SERIES))
    assert (one.version, one.label, one.text) == ("1/1", "OP2", GONE)


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


@pytest.fixture
def series_window(empty_window: MainWindow) -> MainWindow:
    carry = CarryOver(13, Masthead("Human Rights Council", session=13), (), (), ())
    empty_window.desk.open(start_draft(trace(SERIES), carry))
    act(empty_window, "panel_history")
    return empty_window


def test_an_earlier_wording_comes_back_as_one_act(series_window: MainWindow) -> None:
    window = series_window
    window.work.page.show_paragraph("p1")
    cards = window.work.history.findChildren(WordingCard)
    buttons = [card.findChildren(QPushButton) for card in cards]
    assert [len(found) for found in buttons] == [0, 1]  # none for the wording that stands
    buttons[1][0].click()
    assert text_of(window.desk.draft, "OP1") == OLD
    assert window.desk.undo_stack.undoText() == "Bring back 4/1 wording in OP1"
    act(window, "undo")
    assert text_of(window.desk.draft, "OP1") == NEW


def test_the_draft_stands_first_once_it_differs(series_window: MainWindow) -> None:
    window = series_window
    draft = window.desk.draft
    assert draft is not None
    found = history(draft, draft.paragraphs[0])
    after = bring_back(draft, "p1", found[-1]).draft
    assert [wording.title for wording in history(after, after.paragraphs[0])] == [
        "draft",
        "7/1 and 10/1",
        "1/1 and 4/1",
    ]


def test_another_paragraph_is_shown_from_its_top(series_window: MainWindow) -> None:
    window = series_window
    window.resize(1280, 420)
    window.work.page.show_paragraph("p1")
    bar = window.work.history.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    window.work.page.show_paragraph("p2")
    assert bar.value() == 0
