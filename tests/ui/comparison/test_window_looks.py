# SPDX-License-Identifier: GPL-3.0-or-later
"""How the comparison window looks, and what screen readers hear of it."""

from __future__ import annotations

import pytest
from compared_texts import BASE, SERIES, Opened, settled, version
from pictures import compared
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts

from ui.comparison.sending import Outlet
from ui.comparison.window import ComparisonWindow
from ui.theme import apply_theme, load_theme

# ------------------------------------------------------------------------------------------------- looks


def test_every_change_has_its_mark_in_the_overview(opened: Opened) -> None:
    marks = opened(0, 2).overview.marks()
    assert [column for _, column in marks] == [None, None]
    assert marks[0][0] < 0.5 < marks[1][0]
    both_ends = opened(0, 3).overview.marks()
    assert [column for _, column in both_ends] == [1, 0]


def test_a_mark_stands_beside_its_row_while_all_rows_are_in_sight(
    opened: Opened,
) -> None:
    once = version("60/1", (BASE[0].replace("Recalling", "Noting"), *BASE[1:]))
    window = opened(0, 1, (SERIES[0], once))
    window.acts["changes_only"].setChecked(True)
    window.resize(900, 800)
    [(middle, _)] = window.overview.marks()
    row = window.view.visualRect(window.model.index(0))
    assert middle * window.overview.height() == pytest.approx(row.center().y(), abs=2)


def test_a_click_in_the_overview_goes_there(opened: Opened) -> None:
    window = opened(0, 2)
    window.resize(700, 260)
    bottom = QPoint(10, window.overview.height() - 2)
    QTest.mouseClick(window.overview, Qt.MouseButton.LeftButton, pos=bottom)
    bar = window.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    QTest.mousePress(window.overview, Qt.MouseButton.LeftButton, pos=bottom)
    QTest.mouseMove(window.overview, QPoint(10, 1))
    QTest.mouseClick(window.overview, Qt.MouseButton.LeftButton, pos=QPoint(10, 1))
    assert bar.value() == 0


def test_the_row_at_the_top_stays_there_when_the_window_narrows(
    opened: Opened,
) -> None:
    window = opened(0, 2)
    window.setMinimumSize(0, 0)  # the few rows there are shall not all be in sight
    window.resize(1100, 260)
    bar = window.view.verticalScrollBar()
    bar.setValue(window.view.place(2)[0])
    window.resize(620, 260)
    assert window.view.indexAt(QPoint(1, 1)).row() == 2
    assert window.view.visualRect(window.model.index(2)).top() == 0


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_another_theme_shows_at_once(opened: Opened, qapp: QApplication, name: str) -> None:
    window = opened(0, 2)
    window.view.setCurrentIndex(window.model.index(4))
    apply_theme(qapp, name)
    image = window.view.viewport().grab().toImage()
    colours = {
        QColor(image.pixelColor(x, y)).name().upper() for x in range(0, 400, 3) for y in range(0, 150, 3)
    }
    assert load_theme(name).page in colours
    assert load_theme("light").page not in colours or name == "contrast"


def test_larger_text_makes_higher_rows(opened: Opened) -> None:
    window = opened(0, 2)
    before = window.view.total()
    window.acts["larger"].trigger()
    window.acts["larger"].trigger()
    assert window.view.total() > before * 1.15
    window.acts["normal_size"].trigger()
    assert window.view.total() == before


def test_the_row_in_hand_stays_in_place_when_the_text_grows(opened: Opened) -> None:
    window = opened(0, 2)
    window.view.go_to(3)
    before = window.view.visualRect(window.view.currentIndex()).top()
    window.acts["larger"].trigger()
    assert window.view.visualRect(window.view.currentIndex()).top() == before


def test_every_control_has_a_name(opened: Opened) -> None:
    window = opened(0, 2)
    controls = [
        child
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for child in window.findChildren(kind)
        if child.isVisible()
    ]
    assert len(controls) >= 7
    for control in controls:
        # A combo box gives its choice for its name on Linux, where the name is told by other means.
        combo = isinstance(control, QComboBox)
        spoken = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        name = control.accessibleName() if combo else spoken
        assert any(char.isalpha() for char in name), control
        assert control.toolTip() or isinstance(control, QLineEdit), name


def test_screen_readers_hear_sentences(opened: Opened) -> None:
    window = opened(0, 2)
    rows = QAccessible.queryAccessibleInterface(window.view)
    said = [rows.child(line).text(QAccessible.Text.Name) for line in (0, 2)]
    assert said == ["PP1, unchanged", "PP3, reworded: “duty” replaced by “obligation”"]
    assert rows.text(QAccessible.Text.Name) == "Paragraphs of 47/9 and 53/11 side by side"


def test_no_rows_at_all(qtbot: QtBot) -> None:
    empty = compared("+ - PP1").old
    window = ComparisonWindow((empty, empty), 0, 1, outlet=Outlet(ScriptedPrompts()))
    qtbot.addWidget(window)
    window.show()
    settled(window, qtbot)
    for act in window.acts.all():
        if act is not window.acts["close"]:
            act.trigger()
    assert window.model.rowCount() == 0
    assert isinstance(window.place, QLabel)
