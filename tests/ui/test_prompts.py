# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of message boxes, as the dialogs themselves ask them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.prompts import InUse, Overwrite, Prompts, Use


def _answer_with(monkeypatch: pytest.MonkeyPatch, press: str) -> None:
    """Press this button of the next box; nothing named is Enter."""

    def answer(box: QMessageBox) -> int:
        named = {button.text(): button for button in box.buttons()}
        button = named[press] if press and press != "Cancel" else box.defaultButton()
        (box.button(QMessageBox.StandardButton.Cancel) if press == "Cancel" else button).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)


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
    _answer_with(monkeypatch, press)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Prompts().use_of(parent, "79-166.docx", kin) is use


@pytest.mark.parametrize(
    ("press", "meant"),
    [
        ("", InUse.COPY),  # Enter does no harm
        ("Open a &copy", InUse.COPY),
        ("Open &anyway", InUse.ANYWAY),
        ("Cancel", InUse.CANCEL),
    ],
)
def test_a_draft_open_elsewhere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, press: str, meant: InUse
) -> None:
    _answer_with(monkeypatch, press)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Prompts().in_use(parent, "mine.penholder", "It is open on B.") is meant


@pytest.mark.parametrize(
    ("press", "meant"),
    [
        ("", Overwrite.OTHER_NAME),  # Enter does no harm
        ("Save under another &name…", Overwrite.OTHER_NAME),
        ("&Replace it", Overwrite.REPLACE),
        ("Cancel", Overwrite.CANCEL),
    ],
)
def test_a_file_that_others_wrote(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, press: str, meant: Overwrite
) -> None:
    _answer_with(monkeypatch, press)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Prompts().overwrite(parent, "mine.penholder", "It was written at 12:04.") is meant


@pytest.mark.parametrize(("press", "meant"), [("", False), ("&Throw away", True), ("Cancel", False)])
def test_what_cannot_be_taken_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, press: str, meant: bool
) -> None:
    _answer_with(monkeypatch, press)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Prompts().certain(parent, "Throw it away?", "It cannot be brought back.", "&Throw away") is meant
