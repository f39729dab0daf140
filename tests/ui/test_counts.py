# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure in the status bar is a button that leads to what it counts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from windows import act

from drafting.draft import Rewritten, rewrite
from drafting.draft.negotiating import set_stage
from drafting.draft.stage import Stage
from ui.counts import GIVE_WAY, ORDER, Count, Counts
from ui.editor.filters import Filter
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")


def test_each_figure_can_be_heard(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.checker.known and not window.checker.waiting)
    assert window.status.figures.text() == (
        "6 paragraphs · 4 unchanged since 50/4 · 5 proposals open · 2 facts missing · 2 findings"
    )


def press(window: MainWindow, name: str) -> QWidget | None:
    """Press a figure, and give what has the keyboard then."""
    window.status.figures.buttons[name].click()
    return window.focusWidget()


def test_each_figure_leads_to_what_it_counts(window: MainWindow) -> None:
    work = window.work
    press(window, "unchanged")
    assert work.page.filter is Filter.STABLE
    assert press(window, "paragraphs") is work.outline.list
    assert work.page.filter is Filter.ALL
    press(window, "facts")
    assert work.tabs.currentWidget() is work.facts
    assert len(work.facts.shown) == 2
    press(window, "findings")
    assert work.tabs.currentWidget() is work.checks
    before = window.desk.proposal
    assert press(window, "proposals") is work.proposals.list
    assert window.desk.proposal != before


def test_what_the_room_has_come_to_is_counted_once_there_is_something(window: MainWindow) -> None:
    counts = window.status.figures
    assert not counts.buttons["agreed"].isVisible()
    assert not counts.buttons["brackets"].isVisible()
    draft = window.desk.draft
    assert draft is not None
    key = draft.paragraphs[2].key
    window.desk.do(rewrite(draft, [key], [Rewritten(key, "Reaffirms that [all] States cooperate;")]))
    window.pulse.now()
    assert "1 bracket open" in counts.text()
    press(window, "brackets")
    assert window.work.page.current_paragraph == key
    draft = window.desk.draft
    assert draft is not None
    window.desk.do(set_stage(draft, [key], Stage.AGREED))
    window.pulse.now()
    assert "1 of 6 agreed" in counts.text()
    press(window, "agreed")
    assert window.work.page.filter is Filter.NOT_AGREED


def test_without_a_draft_nothing_is_counted(window: MainWindow) -> None:
    window.desk.open(None)
    assert window.status.figures.text() == ""
    assert not any(button.isVisible() for button in window.status.figures.buttons.values())


def test_one_is_no_plural(window: MainWindow) -> None:
    for fact, values in (("topic", {"number": "9", "date": "19"}), ("report", {"serial": "7"})):
        window.deciding.fill(fact, values)
        if fact == "topic":
            assert "1 fact missing" in window.status.figures.text()
    assert "0 facts missing" in window.status.figures.text()
    act(window, "undo")
    assert "1 fact missing" in window.status.figures.text()


def test_where_it_is_narrow_the_figures_go_one_by_one(qtbot: QtBot) -> None:
    counts = Counts()
    qtbot.addWidget(counts)
    for name in ORDER:
        counts.show_count(name, Count(12, name, ""))
    counts.resize(2000, 26)
    counts.show()
    left = list(GIVE_WAY)
    for width in range(900, 40, -10):
        counts.resize(width, 26)
        seen = [name for name in GIVE_WAY if counts.buttons[name].isVisible()]
        assert seen == left[len(left) - len(seen) :]
        left = seen
    assert not left


def test_the_tab_key_reaches_every_figure(window: MainWindow) -> None:
    buttons = window.status.figures.buttons.values()
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
