# SPDX-License-Identifier: GPL-3.0-or-later
"""Widgets in lines: as many as there is room for, and nothing cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from ui.counts import Count
from ui.editor.legend import Legend
from ui.flow import FlowLayout
from ui.status import StatusBar


def boxes(*widths: int) -> list[QFrame]:
    made = []
    for width in widths:
        box = QFrame()
        box.setFixedSize(QSize(width, 20))
        made.append(box)
    return made


@pytest.mark.parametrize(
    ("width", "centred", "places"),
    [
        (200, False, [(0, 0), (64, 0), (128, 0)]),
        (150, False, [(0, 0), (64, 0), (0, 24)]),
        (150, True, [(13, 0), (77, 0), (45, 24)]),
        (50, False, [(0, 0), (0, 24), (0, 48)]),
    ],
)
def test_where_widgets_stand(qtbot: QtBot, width: int, centred: bool, places: list[tuple[int, int]]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(4, parent, centred=centred)
    shown = boxes(60, 60, 60)
    for box in shown:
        layout.addWidget(box)
    parent.resize(width, 200)
    layout.activate()
    assert [(box.x(), box.y()) for box in shown] == places
    assert layout.heightForWidth(width) == places[-1][1] + 20


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(4, parent)
    for box in (shown := boxes(60, 60)):
        layout.addWidget(box)
    shown[0].hide()
    parent.resize(200, 50)
    layout.activate()
    assert shown[1].x() == 0


def test_the_legend_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    wide = legend.heightForWidth(2000)
    assert legend.minimumSizeHint().width() < 420
    assert legend.heightForWidth(420) >= 1.8 * wide


def test_what_is_always_true_gives_way_in_a_narrow_status_bar(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.figures.show_count("paragraphs", Count(70, "paragraphs", ""))
    bar.figures.show_count("unchanged", Count(39, "unchanged since 47/9", ""))
    bar.figures.show_count("proposals", Count(9, "proposals open", ""))
    bar.resize(1000, 26)
    bar.show()
    assert bar.alone.isVisible()
    bar.resize(400, 26)
    assert not bar.alone.isVisible()
    assert bar.minimumSizeHint().width() < 400
