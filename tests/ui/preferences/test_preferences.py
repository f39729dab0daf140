# SPDX-License-Identifier: GPL-3.0-or-later
"""Every preference holds at once, is remembered, and goes back to how it came."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act

from ui.acts import ROLES
from ui.checks.dialog import WhichChecks
from ui.preferences import dialog as preferences
from ui.preferences.dialog import PreferencesDialog
from ui.printing.shapes import usual_paper
from ui.settings import Settings
from ui.theme import themes
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")


@pytest.fixture
def dialog(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> PreferencesDialog:
    made = PreferencesDialog(prompts, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(box: QComboBox, value: object) -> None:
    """Choose as a drafter does."""
    at = next(at for at in range(box.count()) if box.itemData(at) == value)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_look_is_put_on_at_once(dialog: PreferencesDialog) -> None:
    choose(dialog.theme, "dark")
    choose(dialog.text_size, 1.25)
    assert (themes().theme.name, themes().scale) == ("dark", 1.25)


def test_it_follows_what_is_set_elsewhere(dialog: PreferencesDialog) -> None:
    themes().choose("contrast")
    themes().smaller()
    assert (dialog.theme.currentData(), dialog.text_size.currentText()) == ("contrast", "90%")


def test_a_language_is_spoken_from_the_next_start_on(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings
) -> None:
    monkeypatch.setattr(preferences, "languages", lambda: ("en", "fr"))
    monkeypatch.setattr("ui.settings.languages", lambda: ("en", "fr"))
    dialog = PreferencesDialog(prompts, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    names = [dialog.language.itemText(at) for at in range(dialog.language.count())]
    assert names[1:] == ["English", "Français"]
    assert names[0].startswith("As the system (")
    assert not dialog.language_told.isVisible()
    choose(dialog.language, "fr")
    assert settings.language == "fr"
    assert dialog.language_told.isVisible()
    choose(dialog.language, "")
    assert not dialog.language_told.isVisible()


def test_opening_words_can_be_left_alone(dialog: PreferencesDialog, settings: Settings) -> None:
    assert settings.completion
    dialog.completion.click()
    assert not settings.completion


def test_a_folder_of_ones_own_is_where_dialogs_begin(
    dialog: PreferencesDialog, prompts: ScriptedPrompts, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    settings.folder = tmp_path
    prompts.places = [tmp_path / "mine"]
    dialog.other_folder.click()
    assert settings.folder == tmp_path / "mine"
    settings.folder = tmp_path  # the last used
    assert settings.folder == tmp_path / "mine"
    choose(dialog.folder, None)
    assert settings.folder == tmp_path


def test_a_folder_that_is_gone_is_passed_over(settings: Settings, tmp_path: Path) -> None:
    settings.folder = tmp_path
    settings.own_folder = tmp_path / "gone"
    assert settings.folder == tmp_path


def test_the_recent_files_can_be_forgotten(
    dialog: PreferencesDialog, settings: Settings, tmp_path: Path
) -> None:
    settings.remember([tmp_path / "a.txt"])
    dialog.show_settings()
    assert dialog.recent_told.text() == "1 entry"
    dialog.forget.click()
    assert settings.recent() == ()
    assert not dialog.forget.isEnabled()


def test_paper_is_that_of_the_country_or_a_choice(dialog: PreferencesDialog, settings: Settings) -> None:
    assert usual_paper() in dialog.paper.currentText()
    choose(dialog.paper, "Letter")
    assert settings.paper == "Letter"


def test_copies_are_shown_where_they_are(
    dialog: PreferencesDialog, prompts: ScriptedPrompts, settings: Settings
) -> None:
    assert str(settings.recovery) in dialog.copies.text()
    dialog.show_copies.click()
    assert len(prompts.problems) == 1  # there are none
    settings.recovery.mkdir(parents=True)
    dialog.show_copies.click()
    assert (prompts.shown[-1], len(prompts.problems)) == (settings.recovery, 1)


def test_all_goes_back_to_how_it_came(dialog: PreferencesDialog, settings: Settings, tmp_path: Path) -> None:
    settings.remember([tmp_path / "a.txt"])
    choose(dialog.theme, "dark")
    choose(dialog.text_size, 2.0)
    choose(dialog.paper, "Letter")
    dialog.completion.click()
    settings.own_folder = tmp_path
    dialog.restore.click()
    assert (themes().choice, themes().scale) == ("system", 1.0)
    assert (settings.paper, settings.completion, settings.own_folder) == ("", True, None)
    assert len(settings.recent()) == 1
    assert dialog.completion.isChecked()


def test_they_stand_in_the_menu_and_lead_to_the_checks(window: MainWindow) -> None:
    act(window, "preferences")
    shown = window.findChildren(PreferencesDialog)[-1]
    shown.checks.click()
    assert window.findChildren(WhichChecks)[-1].isVisible()
    assert ROLES["preferences"] == window.acts["preferences"].menuRole()
    window.findChildren(WhichChecks)[-1].close()
    shown.close()


def test_every_field_is_named_and_reached_by_key(dialog: PreferencesDialog) -> None:
    fields = dialog.findChildren(QComboBox)
    assert all(one.accessibleName() for one in fields)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in fields)
