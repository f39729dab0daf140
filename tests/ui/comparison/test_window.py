# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison window: which versions it shows, what it says, and that it follows the draft."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from compared_texts import BASE, DRAFT, REWORDED, SERIES, Opened, here, settled, version, visible_lines
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Pairings
from drafting.errors import PenholderError
from drafting.resolution import Resolution
from ui import tasks
from ui.comparison.window import ComparisonWindow

# -------------------------------------------------------------------------------------------- choosing


def test_two_versions_are_shown_under_their_heads(opened: Opened) -> None:
    window = opened(0, 2)
    assert window.head.texts() == [
        "47/9, date of 47/9, 4 preambular, 4 operative",
        "53/11, date of 53/11, 4 preambular, 4 operative, 2 changed from 47/9",
    ]
    assert (window.place.text(), window.place.toolTip()) == ("2 changes", "From 47/9 to 53/11: 2 changed")
    assert window.windowTitle() == "47/9 and 53/11 compared · Cooperation"
    assert visible_lines(window) == ["PP1", "PP2", "PP3", "PP4", "OP1", "OP2", "OP3", "OP4"]


@pytest.mark.parametrize(("left", "right"), [(0, 1), (2, 0), (3, 2), (1, 3)])
def test_any_pair_can_be_chosen(opened: Opened, qtbot: QtBot, left: int, right: int) -> None:
    window = opened(0, 2)
    window.left.setCurrentIndex(left)
    window.right.setCurrentIndex(right)
    settled(window, qtbot)
    comparison = window.model.comparison
    assert comparison is not None
    assert comparison.versions == (SERIES[left], SERIES[right])


def test_swapping(opened: Opened, qtbot: QtBot) -> None:
    window = opened(0, 2)
    window.acts["swap"].trigger()
    settled(window, qtbot)
    assert (window.left.currentText(), window.right.currentText()) == ("53/11", "47/9")
    assert window.head.texts()[0].startswith("53/11")


def test_the_draft_is_named_as_such(opened: Opened) -> None:
    window = opened(3, 4, (*SERIES, DRAFT))
    assert window.windowTitle() == "56/2 and the draft compared · Cooperation"


# ------------------------------------------------------------------------------------- what it says of itself


@pytest.mark.parametrize(
    ("left", "right", "start"),
    [(0, 2, ""), (0, 1, "The two versions are the same"), (1, 1, "50/4 is compared with itself")],
)
def test_the_notice(opened: Opened, left: int, right: int, start: str) -> None:
    window = opened(left, right)
    assert window.notice.text().startswith(start)
    assert window.notice.isVisible() is bool(start)
    assert window.acts["next_change"].isEnabled() is not bool(start)


def test_two_resolutions_that_have_nothing_in_common_are_said_to_be_two(
    opened: Opened,
) -> None:
    other = version("60/1", ("Decides to establish a fund for the protection of the forests of the world;",))
    masthead = replace(other.resolution.masthead, title="Forests")
    other = replace(other, resolution=replace(other.resolution, masthead=masthead))
    window = opened(0, 1, (SERIES[0], other))
    assert window.notice.text().startswith("These are two different resolutions")


def test_a_failure_is_said_and_the_rows_stay(qtbot: QtBot) -> None:
    def aligner(old: Resolution, new: Resolution, fixed: Pairings | None) -> Alignment:
        if new.number == "56/2":
            raise PenholderError("The versions are of different series.")
        return align(old, new, fixed)

    window = ComparisonWindow(SERIES, 0, 2, aligner=aligner)
    qtbot.addWidget(window)
    settled(window, qtbot)
    window.right.setCurrentIndex(3)
    qtbot.waitUntil(lambda: window.notice.text() == "The versions are of different series.")
    assert window.model.rowCount() == 8
    window.right.setCurrentIndex(2)
    qtbot.waitUntil(lambda: window.notice.text() == "")


def test_long_work_is_announced_and_superseded(qtbot: QtBot) -> None:
    gate = threading.Event()

    def aligner(old: Resolution, new: Resolution, fixed: Pairings | None) -> Alignment:
        if new.number == "56/2":
            gate.wait(30)
        return align(old, new, fixed)

    window = ComparisonWindow(SERIES, 0, 3, aligner=aligner)
    qtbot.addWidget(window)
    window._say_busy()
    assert window.notice.text() == "Comparing 47/9 with 56/2 …"
    window.right.setCurrentIndex(2)
    settled(window, qtbot)
    gate.set()
    tasks.drain()
    QApplication.processEvents()
    comparison = window.model.comparison
    assert comparison is not None
    assert comparison.new.name == "53/11"
    assert window.notice.text() == ""


def test_closing_while_it_works(qtbot: QtBot) -> None:
    window = ComparisonWindow(SERIES, 0, 3)
    qtbot.addWidget(window)
    window.show()
    window.acts["close"].trigger()
    assert not window.isVisible()
    tasks.drain()


# ------------------------------------------------------------------------------------------ the living draft


def test_new_texts_keep_the_choice_the_row_and_its_place(opened: Opened, qtbot: QtBot) -> None:
    window = opened(0, 4, (*SERIES, DRAFT))
    window.resize(700, 260)
    window.view.go_to(5)
    before = window.view.visualRect(window.view.currentIndex()).top()
    longer = version("Draft", (BASE[0] + " and once more the Charter," * 9, *REWORDED[1:]), is_draft=True)
    window.set_versions((*SERIES, longer))
    settled(window, qtbot)
    assert (window.left.currentText(), window.right.currentText(), here(window)) == ("47/9", "Draft", "OP2")
    assert window.view.visualRect(window.view.currentIndex()).top() == before
    assert window.place.text() == "3 changes"


def test_nothing_is_compared_twice(qtbot: QtBot) -> None:
    made = []

    def aligner(old: Resolution, new: Resolution, fixed: Pairings | None) -> Alignment:
        made.append((old.number, new.number))
        return align(old, new, fixed)

    window = ComparisonWindow((*SERIES, DRAFT), 0, 2, aligner=aligner)
    qtbot.addWidget(window)
    settled(window, qtbot)
    window.set_versions((*SERIES, version("Draft", BASE, is_draft=True)))
    settled(window, qtbot)
    assert made == [("47/9", "53/11")]


def test_a_version_that_is_gone(opened: Opened, qtbot: QtBot) -> None:
    window = opened(1, 3)
    window.set_versions(SERIES[:2])
    settled(window, qtbot)
    assert (window.left.currentText(), window.right.currentText()) == ("50/4", "50/4")
