# SPDX-License-Identifier: GPL-3.0-or-later
"""The question what dropped resolutions are for, as the dialog itself asks it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.prompts import Prompts, Use


@pytest.mark.parametrize(
    ("kin", "press", "use"),
    [
        (False, "", Use.SHELF),  # Enter: what is meant most often
        (True, "", Use.OPEN),
        (False, "&Open as a series", Use.OPEN),
        (True, "Put on the &shelf", Use.SHELF),
        (True, "Cancel", Use.NOTHING),
    ],
)
def test_what_is_pressed_is_what_is_done(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kin: bool, press: str, use: Use
) -> None:
    def answer(box: QMessageBox) -> int:
        named = {button.text(): button for button in box.buttons()}
        button = named[press] if press and press != "Cancel" else box.defaultButton()
        (box.button(QMessageBox.StandardButton.Cancel) if press == "Cancel" else button).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Prompts().use_of(parent, "79-166.docx", kin) is use
