# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of itself, and of what it stands on."""

from __future__ import annotations

from importlib.metadata import metadata

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.dialogs.about import LIBRARIES, AboutDialog, components, licence_text, lines
from ui.dialogs.reading import ReadingDialog


@pytest.mark.parametrize("name", [*LIBRARIES, "PySide6"])
def test_licences_are_what_the_packages_say(name: str) -> None:
    said = metadata("PySide6-Essentials" if name == "PySide6" else name)
    licence = next(licence for one, _, licence in components() if one == name)
    assert (said.get("License-Expression") or said["License"]).startswith(licence)


def test_everything_it_stands_on_has_its_version() -> None:
    assert {"Python", "Qt", "PySide6", *LIBRARIES} == {name for name, _, _ in components()}
    assert all(version for _, version, _ in components())


def test_versions_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(lines())
    assert dialog.copied.text()


def test_the_licence_is_there_in_full(qtbot: QtBot) -> None:
    assert "GNU GENERAL PUBLIC LICENSE" in licence_text()
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.licence.click()
    (reading,) = dialog.findChildren(ReadingDialog)
    assert "GNU GENERAL PUBLIC LICENSE" in reading.words.toPlainText()
    reading.close()
