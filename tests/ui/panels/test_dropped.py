# SPDX-License-Identifier: GPL-3.0-or-later
"""Dropped paragraphs: listed with where they stood, narrowed, and brought back to their place as one act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from windows import act

from drafting.comparing.lineage import trace
from drafting.draft import Draft, bring_back, delete, start_draft
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.records import CarryOver
from ui.panels.card_model import CardModel
from ui.panels.dropped import DroppedFilter, DroppedPanel
from ui.panels.dropped_rows import count, rows_of
from ui.window import MainWindow

FIRST = "Calls upon States to cooperate with each other in the field of human rights and development;"
SEMINARS = "Encourages the holding of seminars on the financing of rural electrification in small islands;"
FUND = "Welcomes the contributions made to the voluntary fund for the participation of poor countries;"
LAST = "Decides to remain seized of the matter."


def version(number: str, *texts: str) -> Resolution:
    paragraphs = (
        Paragraph(f"OP{place}", Kind.OPERATIVE, Part.OPERATIVE, text, str(place))
        for place, text in enumerate(texts, start=1)
    )
    masthead = Masthead("Human Rights Council", number=number, session=int(number.split("/", 1)[0]))
    return Resolution(masthead, tuple(paragraphs))


SERIES = (
    version("1/1", FIRST, SEMINARS, FUND, LAST),
    version("4/1", FIRST, FUND, LAST),
    version("7/1", FIRST, LAST),
)


def draft_of_series() -> Draft:
    carry = CarryOver(10, Masthead("Human Rights Council", session=10), (), (), ())
    return start_draft(trace(SERIES), carry)


def told(draft: Draft) -> list[tuple[str, str, str]]:
    return [(row.place, row.status, row.behind) for row in rows_of(draft)]


def texts(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [paragraph.text for paragraph in draft.paragraphs]


def test_rows_say_where_a_paragraph_stood_last() -> None:
    assert told(draft_of_series()) == [
        ("OP2 of 4/1", "dropped earlier", "OP1"),
        ("OP2 of 1/1", "dropped earlier", "OP1"),
    ]


def test_what_was_removed_from_this_draft_comes_first() -> None:
    draft = delete(draft_of_series(), ["p1"]).draft
    assert told(draft)[0] == ("OP1 of 7/1", "removed from this draft", "")
    assert told(draft)[1] == ("OP2 of 4/1", "dropped earlier", "")
    assert count(draft) == 3


def test_what_was_brought_back_says_so() -> None:
    draft = draft_of_series()
    after = bring_back(draft, rows_of(draft)[1].gone).draft
    assert [row.status for row in rows_of(after)] == ["dropped earlier", "in the draft again"]
    assert count(after) == 1


def test_filter_behaves(qtbot: QtBot) -> None:
    model = CardModel()
    shown = DroppedFilter(model)
    for tested in (model, shown):
        QAbstractItemModelTester(tested, QAbstractItemModelTester.FailureReportingMode.Fatal, tested)
    model.show(rows_of(draft_of_series()))
    shown.choose("4/1")
    assert shown.rowCount() == 1
    shown.choose("")
    shown.look_for("seminars")
    assert shown.rowCount() == 1


@pytest.fixture
def window(empty_window: MainWindow) -> MainWindow:
    empty_window.desk.open(draft_of_series())
    act(empty_window, "panel_dropped")
    return empty_window


def panel_of(window: MainWindow) -> DroppedPanel:
    return window.work.history.dropped


def test_enter_brings_back_to_its_place_in_one_step(window: MainWindow) -> None:
    panel = panel_of(window)
    panel.list.setCurrentIndex(panel.filter.index(1, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert texts(window.desk.draft) == [FIRST, SEMINARS, LAST]
    assert window.desk.undo_stack.undoText() == "Bring OP2 back from 1/1"
    act(window, "undo")
    assert texts(window.desk.draft) == [FIRST, LAST]


def test_a_chosen_one_shows_its_place_without_taking_the_keyboard(window: MainWindow) -> None:
    panel = panel_of(window)
    window.work.page.show_paragraph("p2")
    panel.take_keyboard()
    panel.list.setCurrentIndex(panel.filter.index(1, 0))
    assert window.work.page.current_paragraph == "p1"
    assert not window.work.page.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_G)
    assert window.work.page.current_paragraph == "p1"


def test_versions_can_be_chosen_and_taken_back(window: MainWindow) -> None:
    panel = panel_of(window)
    assert [panel.choice.itemText(at) for at in range(panel.choice.count())] == [
        "In every version",
        "Last in 4/1 (1)",
        "Last in 1/1 (1)",
    ]
    panel.choice.setCurrentIndex(2)
    panel.choice.activated.emit(2)
    assert panel.narrowing.count.text() == "1 of 2"
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.filter.rowCount() == 2


def test_nothing_dropped_says_so(empty_window: MainWindow) -> None:
    carry = CarryOver(10, Masthead("Human Rights Council", session=10), (), (), ())
    empty_window.desk.open(start_draft(trace(SERIES[2:]), carry))
    act(empty_window, "panel_dropped")
    panel = panel_of(empty_window)
    assert panel.empty.isVisible()
    assert panel.empty.text().startswith("No paragraph was dropped")
    assert not panel.empty.link.isVisible()
