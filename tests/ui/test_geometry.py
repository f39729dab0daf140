# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows stand within their screen, at every text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from windows import act

from ui.editor import paper
from ui.files import load_sample
from ui.geometry import USUAL, place, usual, within
from ui.theme import themes
from ui.window import MainWindow
from ui.workspace import Workspace

SCREENS = (
    QRect(0, 0, 1280, 800),
    QRect(0, 0, 1366, 728),
    QRect(64, 27, 1856, 1053),
    QRect(-1280, 0, 1281, 720),
)


@pytest.mark.parametrize("available", SCREENS)
def test_a_new_window_fits_with_its_frame(available: QRect) -> None:
    rect = usual(available)
    assert available.contains(rect.adjusted(-8, -32, 8, 8))
    assert rect.size() == USUAL or rect.width() >= available.width() - 16


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (QRect(100, 50, 900, 600), QRect(100, 50, 900, 600)),  # fits as it is
        (QRect(0, 0, 1280, 820), QRect(0, 0, 1280, 800)),  # the screen got smaller
        (QRect(2000, 900, 900, 600), QRect(380, 200, 900, 600)),  # its screen is gone
        (QRect(-200, -50, 3000, 2000), QRect(0, 0, 1280, 800)),
    ],
)
def test_a_place_of_old_is_brought_back_into_the_screen(wanted: QRect, place: QRect) -> None:
    assert within(wanted, SCREENS[0]) == place


def test_what_is_no_place_gives_the_usual_one(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    place(widget, QByteArray(b"nothing of Qt"))
    assert widget.geometry() == usual(widget.screen().availableGeometry())


@pytest.mark.parametrize("width", [800, 1000, 1278])
@pytest.mark.usefixtures("usual_look")
def test_no_text_size_makes_the_window_larger(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.work.width() == width)
    usual_columns = window.work.sizes()
    for step in ("larger",) * 5:
        act(window, step)
        qtbot.waitUntil(lambda: window.work.width() == width)
        assert (window.width(), window.height()) == (width, 700)
        assert sum(window.work.sizes()) <= width
    act(window, "normal_size")
    assert (window.width(), window.height()) == (width, 700)
    assert window.work.sizes() == usual_columns


def text_width(window: MainWindow) -> int:
    size = paper.measures()
    return window.work.page.viewport().width() - size.left - size.right


@pytest.mark.parametrize("scale", [1.25, 1.5, 1.75, 2.0])
@pytest.mark.usefixtures("usual_look")
def test_the_page_can_be_read_at_every_text_size(qtbot: QtBot, window: MainWindow, scale: float) -> None:
    window.resize(1280, 800)
    themes().set_scale(scale)
    qtbot.waitUntil(lambda: text_width(window) >= paper.measures().least)
    qtbot.wait(0)
    assert sum(window.work.sizes()) <= 1280


@pytest.mark.usefixtures("usual_look")
def test_the_left_column_is_a_tab_while_there_is_no_room_for_it(qtbot: QtBot, window: MainWindow) -> None:
    work, usual = window.work, window.work.sizes()
    names = [work.tabs.tabText(tab) for tab in range(work.tabs.count())]
    work.series.list.setFocus()
    themes().set_scale(2.0)
    assert [work.tabs.tabText(tab) for tab in range(work.tabs.count())] == [*names, "Series"]
    assert work.series.list.isVisible()
    assert work.series.list.hasFocus()
    work.moveSplitter(700, 1)
    qtbot.wait(0)
    themes().set_scale(1.0)
    qtbot.waitUntil(lambda: len(work.sizes()) == 3)
    assert [work.tabs.tabText(tab) for tab in range(work.tabs.count())] == names
    assert work.series.list.hasFocus()
    assert work.sizes()[0] == usual[0]


def test_a_column_drawn_to_another_width_keeps_it(window: MainWindow) -> None:
    work: Workspace = window.work
    work.moveSplitter(300, 1)
    assert work.sizes()[0] == 300
    window.resize(900, 700)
    window.resize(1280, 800)
    assert work.sizes()[0] == 300


def test_what_the_bar_has_no_room_for_is_behind_one_button(window: MainWindow) -> None:
    bar = window.bar
    assert bar.more.isHidden()
    window.resize(700, 600)
    assert not bar.more.isHidden()
    menu = bar.more.menu()
    menu.aboutToShow.emit()
    assert window.acts["undo"] in menu.actions()
    assert bar.frame.layout().minimumSize().width() <= 700


@pytest.mark.usefixtures("usual_look")
def test_text_size_and_width_leave_the_paragraph_in_hand_where_it_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.desk.open(load_sample().draft)
    page = window.work.page
    page.show_paragraph("p40")
    before = page.place_in_view()
    assert before[0] == "p40"
    for step in ("larger", "larger", "smaller"):
        act(window, step)
        qtbot.wait(0)
        key, top = page.place_in_view()
        assert key == "p40"
        assert abs(top - before[1]) <= 2
    window.resize(1000, 700)
    assert page.place_in_view()[0] == "p40"
