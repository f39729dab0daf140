# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from drafting.translation import SOURCE, speak
from ui.language import choose_language, own_name, spoken_of
from ui.settings import Settings


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    speak(SOURCE)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["fr-CH", "de-CH"], "fr"),
        (["de-CH", "fr_FR.UTF-8", "en"], "fr"),
        (["en-GB", "fr"], "en"),
        (["de", "es"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_is_spoken_is_taken(wanted: list[str], spoken: str) -> None:
    assert spoken_of(wanted) == spoken


def test_qt_speaks_with_us() -> None:
    assert choose_language("fr") == "fr"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    assert QLocale().toString(QDate(2026, 3, 5), "MMMM") == "mars"


def test_english_leaves_qt_as_it_is() -> None:
    assert choose_language("en") == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().toString(QDate(2026, 3, 5), "MMMM") == "March"


def test_languages_are_listed_by_their_own_names() -> None:
    assert [own_name(code) for code in ("en", "fr")] == ["English", "Français"]


@pytest.mark.parametrize(("kept", "read"), [("fr", "fr"), ("en", "en"), ("", ""), ("tlh", ""), (None, "")])
def test_a_language_that_is_not_spoken_reads_as_that_of_the_system(
    tmp_path: Path, kept: str | None, read: str
) -> None:
    settings = Settings.in_file(tmp_path / "settings.ini")
    if kept is not None:
        settings.language = kept
    assert settings.language == read
