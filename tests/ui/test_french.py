# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in French: its menus have words and keys of their own, and no word is cut off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPointF, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, shown_window

from drafting.translation import SOURCE, speak, tr
from ui.comparison.window import ComparisonWindow
from ui.editor.menu import context_menu
from ui.export.dialog import ExportDialog
from ui.language import choose_language
from ui.settings import Settings
from ui.window import MainWindow

KEY = re.compile(r"&(\w)")


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    choose_language("fr")
    yield
    speak(SOURCE)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


@pytest.fixture
def window(french: None, qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> MainWindow:
    shown = shown_window(qtbot, prompts, settings)
    shown.desk.open(small_draft())
    return shown


def _menus(window: QMainWindow) -> Iterator[tuple[str, list[QAction]]]:
    yield "", [action for action in window.menuBar().actions() if action.isVisible()]
    for menu in window.findChildren(QMenu):
        yield menu.title(), [one for one in menu.actions() if one.text()]


def _clashes(window: QMainWindow) -> dict[str, list[str]]:
    """In which menus several acts have one key."""
    found = {}
    for title, actions in _menus(window):
        keyed = [
            (KEY.findall(one.text())[0].casefold(), one.text()) for one in actions if KEY.search(one.text())
        ]
        times = Counter(key for key, _ in keyed)
        if twice := [text for key, text in keyed if times[key] > 1]:
            found[title] = twice
    return found


def test_the_menus_speak_french(window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles[:2] == ["Fichier", "Édition"]
    assert titles[-1] == "Aide"
    assert window.acts["save"].text() == "&Enregistrer le projet"
    assert "session" in window.windowTitle()
    assert window.windowTitle().endswith("projet pour la 56e session[*] – Penholder")


def test_keys_of_a_menu_differ(window: MainWindow) -> None:
    assert len(list(_menus(window))) > 8
    assert _clashes(window) == {}


def test_keys_of_the_comparison_differ(window: MainWindow, qtbot: QtBot) -> None:
    act(window, "compare")
    comparison = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ComparisonWindow))
    assert len(list(_menus(comparison))) > 2
    assert _clashes(comparison) == {}
    comparison.close()


def test_keys_of_the_page_menu_differ(window: MainWindow) -> None:
    """With the acts on a finding, which stand in it only under words that are found fault with."""
    shown = [action.text() for action in context_menu(window.work.page, QPointF()).actions()]
    found = [tr("&Fix"), tr("&Ignore here"), tr("Ignore &always")]
    keys = [key.casefold() for text in shown + found for key in KEY.findall(text)]
    assert len(keys) > 8
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_keys_of_the_export_dialog_differ(window: MainWindow) -> None:
    act(window, "export")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    shown = [one.text() for one in dialog.findChildren(QAbstractButton)]
    shown += [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    keys = [key.casefold() for text in shown for key in KEY.findall(text)]
    assert len(keys) > 12
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    dialog.close()


def test_undo_names_what_it_takes_back(window: MainWindow) -> None:
    act(window, "accept")
    assert window.acts["undo"].text().startswith("&Annuler\u00a0: Accepter la proposition dans ")


def test_buttons_and_labels_hold_their_words(window: MainWindow) -> None:
    """In a window of 1280×800 nothing that cannot wrap or end in "…" is narrower than its words."""
    act(window, "export")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    cut = [
        widget.text()
        for top in (window, dialog)
        for kind in (QPushButton, QCheckBox, QRadioButton)
        for widget in top.findChildren(kind)
        if widget.isVisible() and widget.width() < widget.minimumSizeHint().width()
    ]
    cut += [
        label.text()
        for top in (window, dialog)
        for label in top.findChildren(QLabel)
        if label.isVisible() and type(label) is QLabel and not label.wordWrap()
        if label.width() < label.minimumSizeHint().width()
    ]
    assert cut == []
    dialog.close()
