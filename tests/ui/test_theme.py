# SPDX-License-Identifier: GPL-3.0-or-later
"""One look for all widgets, the system's wishes followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from contrasts import ratio
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme as theming
from ui.theme import NAMES, Theme, apply_theme, current_theme, load_theme, themes


@pytest.fixture(autouse=True)
def _restored(qapp: QApplication) -> Iterator[None]:
    yield
    themes().set_scale(1.0)
    apply_theme(qapp, "light")


@pytest.mark.parametrize("name", NAMES)
def test_colours_are_whole(name: str) -> None:
    theme = load_theme(name)
    colours = [getattr(theme, field.name) for field in fields(Theme) if field.name not in {"name", "dark"}]
    assert all(len(colour) == 7 and QColor(colour).isValid() for colour in colours)


@pytest.mark.parametrize("name", NAMES)
def test_applying_dresses_the_application(qapp: QApplication, name: str) -> None:
    apply_theme(qapp, name)
    theme = load_theme(name)
    assert current_theme() is theme
    assert qapp.palette().color(QPalette.ColorRole.Text).name().upper() == theme.text
    assert theme.accent_soft in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()


def test_what_is_chosen_in_a_menu_stands_out_in_high_contrast(qapp: QApplication) -> None:
    sheet = theming.style_sheet(load_theme("contrast"))
    chosen = next(line for line in sheet.splitlines() if line.startswith("QMenu::item:selected"))
    assert ratio(chosen.split("background: ")[1][:7], load_theme("contrast").panel) >= 3.0  # WCAG 2.2, 1.4.11


@pytest.mark.parametrize("name", NAMES)
def test_pictures_of_the_style_sheet_exist(qapp: QApplication, name: str) -> None:
    sheet = theming.style_sheet(load_theme(name))
    urls = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert urls
    assert all(Path(url).is_file() for url in urls)


def test_following_the_system(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "system")
    with qtbot.waitSignal(themes().changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().name == "dark"
    with qtbot.assertNotEmitted(themes().changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_a_chosen_theme_stays(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    with qtbot.assertNotEmitted(themes().changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().name == "light"


def test_an_unknown_theme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="sepia"):
        apply_theme(qapp, "sepia")


def sizes() -> tuple[int, int, int]:
    return theming.page_font().pixelSize(), theming.page_line(), theming.ui_font().pixelSize()


def test_text_size_by_steps(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    with qtbot.waitSignal(themes().changed):
        themes().larger()
    assert themes().scale == 1.1
    assert sizes() == (16, 24, 14)
    assert qapp.font().pixelSize() == 14
    for _ in range(20):
        themes().larger()
    assert theming.page_font().pixelSize() == 30
    themes().normal_size()
    themes().smaller()
    assert themes().scale == 0.9


def test_designed_sizes(qapp: QApplication) -> None:
    assert sizes() == (15, 22, 13)
    assert QFontInfo(theming.page_font()).pixelSize() == 15


def test_mixing() -> None:
    assert theming.mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert theming.mixed("#102030", "#FFFFFF", 0.0) == "#102030"
