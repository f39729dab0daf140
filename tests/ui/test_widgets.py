# SPDX-License-Identifier: GPL-3.0-or-later
"""The recurring small controls: names for screen readers, focus by key only, states the style sheet reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QToolTip
from pytestqt.qtbot import QtBot

from ui import widgets


@pytest.mark.parametrize(
    ("button", "role"),
    [
        (widgets.plain_button, "plain"),
        (widgets.primary_button, "primary"),
        (widgets.flat_button, "flat"),
        (widgets.link_button, "link"),
        (widgets.chip, "chip"),
    ],
)
def test_buttons_take_the_focus_from_the_tab_key_only(qtbot: QtBot, button: type, role: str) -> None:
    made: QPushButton = button("Compare", "Opens two versions")
    qtbot.addWidget(made)
    assert (made.text(), made.toolTip(), made.property("role")) == ("Compare", "Opens two versions", role)
    assert made.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    pressed = []
    button = widgets.plain_button("Keep old")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


ALT = Qt.KeyboardModifier.AltModifier
MEANT = [
    ("p", ALT, "linux", True),
    ("P", ALT | Qt.KeyboardModifier.ShiftModifier, "win32", True),
    ("π", ALT, "darwin", False),  # the Option key makes letters
    ("€", ALT | Qt.KeyboardModifier.ControlModifier, "win32", False),  # AltGr
    ("\b", ALT, "win32", False),  # takes back what was done
    ("p", Qt.KeyboardModifier.NoModifier, "linux", False),
]


@pytest.mark.parametrize(("text", "modifiers", "platform", "menu"), MEANT)
def test_a_letter_with_alt_is_a_menus(
    text: str, modifiers: Qt.KeyboardModifier, platform: str, menu: bool
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_P, modifiers, text)
    assert widgets.means_menu(event, platform) is menu


def test_words_without_room_end_in_dots_and_stand_in_the_tip(qtbot: QtBot) -> None:
    button = widgets.ElidedButton("Masthead: 59/[…], 16 June–8 July 2025", tip="Unfolds")
    qtbot.addWidget(button)
    button.resize(120, 30)
    assert button.shown().startswith("Mast")
    assert button.shown().endswith("…")
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
    assert button.toolTip() == "Masthead: 59/[…], 16 June–8 July 2025\nUnfolds"
    button.resize(900, 30)
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
    assert (button.shown(), button.toolTip()) == (button.text(), "Unfolds")
    QToolTip.hideText()


def test_a_chip_is_on_or_off(qtbot: QtBot) -> None:
    chip = widgets.chip("Certain 3", checked=True)
    qtbot.addWidget(chip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_signs_and_capitals_are_spoken_as_words(qtbot: QtBot) -> None:
    arrow, section = widgets.arrow_button("‹", "Previous change"), widgets.section_label("Series")
    qtbot.addWidget(arrow)
    qtbot.addWidget(section)
    assert (arrow.text(), arrow.accessibleName(), arrow.toolTip()) == (
        "‹",
        "Previous change",
        "Previous change",
    )
    assert (section.text(), section.accessibleName()) == ("SERIES", "Series")


def test_counts_of_tabs(qtbot: QtBot) -> None:
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    tabs.addTab("Proposals")
    said = []
    for count in (7, 6, 0):
        widgets.set_count(tabs, 0, count)
        beside = tabs.tabButton(0, QTabBar.ButtonPosition.RightSide)
        number = beside and beside.findChild(QLabel)
        said.append((tabs.accessibleTabName(0), number.text() if number else None))
    assert said == [("Proposals, 7", "7"), ("Proposals, 6", "6"), ("Proposals", None)]


def test_a_chosen_card_says_so_to_the_style_sheet(qtbot: QtBot) -> None:
    card = widgets.card()
    qtbot.addWidget(card)
    widgets.restyle(card, "chosen", True)
    assert card.property("chosen") is True
