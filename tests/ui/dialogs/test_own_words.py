# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs that take the drafter's own words: the keys reach the buttons, and no word goes unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.dialogs.memo import MemoDialog
from ui.dialogs.own_words import OwnWords
from ui.dialogs.wording import WordingDialog

KEY = Qt.Key
MADE = {
    "note": lambda: MemoDialog(None, "OP2", "as before"),
    "wording": lambda: WordingDialog(None, "OP2", ("Recalling ", " of 2024"), "as before"),
}


@pytest.fixture(params=MADE)
def dialog(qtbot: QtBot, request: pytest.FixtureRequest) -> OwnWords:
    dialog = MADE[request.param]()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.edit.setFocus()
    return dialog


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_tab_and_enter_keep_the_words(dialog: OwnWords) -> None:
    QTest.keyClicks(dialog.edit, "mine")
    press(KEY.Key_Tab)
    press(KEY.Key_Return)
    assert (dialog.isVisible(), dialog.result(), dialog.words) == (False, 1, "mine")


def test_enter_on_cancel_cancels(dialog: OwnWords) -> None:
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    press(KEY.Key_Return)
    assert (dialog.isVisible(), dialog.result()) == (False, 0)


@pytest.mark.parametrize("certain", [True, False])
def test_escape_asks_before_it_throws_words_away(dialog: OwnWords, certain: bool) -> None:
    asked = []
    dialog.sure = lambda: bool(asked.append(dialog.words)) or certain
    QTest.keyClicks(dialog.edit, "mine")
    press(KEY.Key_Escape)
    assert (asked, dialog.isVisible()) == (["mine"], not certain)


def test_escape_closes_at_once_where_nothing_was_typed(dialog: OwnWords) -> None:
    dialog.sure = lambda: False
    press(KEY.Key_Escape)
    assert not dialog.isVisible()
