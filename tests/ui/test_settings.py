# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered of checks; whatever else stands in the file reads as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths

from ui.settings import Settings


def stored(path: Path, name: str, value: str) -> Settings:
    store = QSettings(str(path), QSettings.Format.IniFormat)
    store.setValue(name, value)
    return Settings(store)


def test_checks_are_remembered(settings: Settings, tmp_path: Path) -> None:
    settings.checks = {"rule": False, "other": True}
    settings.passed_over = [("rule", "“words”"), ("rule", "“words”"), ("other", "")]
    settings.write()
    again = Settings.in_file(tmp_path / "settings.ini")
    assert again.checks == {"rule": False, "other": True}
    assert again.passed_over == (("rule", "“words”"), ("other", ""))


@pytest.mark.parametrize("value", ["", "{", "[]", "7", '{"rule": "yes"}', "null"])
def test_odd_switches_are_none(tmp_path: Path, value: str) -> None:
    assert stored(tmp_path / "a.ini", "checks/switched", value).checks == {}


@pytest.mark.parametrize("value", ["", "[", "{}", "7", '[["rule"], "words", 3]', "null"])
def test_odd_words_are_none(tmp_path: Path, value: str) -> None:
    assert stored(tmp_path / "a.ini", "checks/passed_over", value).passed_over == ()


def test_copies_for_recovery_stay_on_this_machine(qapp: QCoreApplication, tmp_path: Path) -> None:
    assert Settings.in_file(tmp_path / "look.ini").recovery == tmp_path / "recovery"
    own = Settings.of_user().recovery
    assert own.is_absolute()
    assert own.parent == Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    )
