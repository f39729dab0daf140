# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: how Penholder looks, helps with writing, and where it looks for files; each holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QWidget

from drafting.translation import languages, tr, trn
from ui.language import SYSTEM as SYSTEM_LANGUAGE
from ui.language import own_name, spoken_of
from ui.preferences.layout import lay_out
from ui.printing.shapes import usual_paper
from ui.prompts import Prompts
from ui.settings import PAPERS, Settings
from ui.theme import NAMES, SCALES, SYSTEM, themes
from ui.widgets import muted_label, plain_button


class PreferencesDialog(QDialog):
    """Shows the settings as they are and follows them; there is nothing to confirm."""

    which_checks = Signal()
    """The list of all checks is wanted."""

    def __init__(self, prompts: Prompts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts, self._settings = prompts, settings
        self._spoken = settings.language
        self.setWindowTitle(tr("Preferences"))
        self.theme, self.text_size = QComboBox(), QComboBox()
        self.language, self.language_told = QComboBox(), muted_label()
        self.completion = QCheckBox(tr("&Complete opening words while I type"))
        self.checks_told, self.checks = QLabel(), plain_button(tr("&Which checks…"))
        self.folder, self.other_folder = QComboBox(), plain_button(tr("Choose a &folder…"))
        self.recent_told = QLabel()
        self.forget = plain_button(tr("Cl&ear the list"), tr("Empties the list; the files stay"))
        self.paper = QComboBox()
        self.copies, self.show_copies = muted_label(), plain_button(tr("Show the f&older"))
        self.restore = plain_button(
            tr("&Restore defaults"), tr("Every preference as it came; checks and recent files stay")
        )
        self.close_it = plain_button(tr("Close"))
        self._fill()
        lay_out(self)
        self.show_settings()
        self._connect()

    def show_settings(self) -> None:
        """Show what is set now."""
        settings, look = self._settings, themes()
        _choose(self.theme, look.choice)
        if self.text_size.findData(look.scale) < 0:
            self.text_size.addItem(f"{look.scale:.0%}", look.scale)
        _choose(self.text_size, look.scale)
        _choose(self.language, settings.language)
        self.language_told.setVisible(settings.language != self._spoken)
        self.completion.setChecked(settings.completion)
        off = sum(not on for on in settings.checks.values())
        told = trn("{n} check is switched off", "{n} checks are switched off", off)
        self.checks_told.setText(told if off else tr("No check is switched off"))
        self._show_folder(settings.own_folder)
        count = len(settings.recent())
        self.recent_told.setText(trn("{n} entry", "{n} entries", count) if count else tr("Empty"))
        self.forget.setEnabled(bool(count))
        _choose(self.paper, settings.paper)

    def _show_folder(self, own: Path | None) -> None:
        if self.folder.count() > 1:
            self.folder.removeItem(1)
        if own is not None:
            self.folder.addItem(str(own), own)
        self.folder.setCurrentIndex(0 if own is None else 1)
        self.folder.setToolTip(str(own or ""))

    # ------------------------------------------------------------------------------------ choosing

    def _fill(self) -> None:
        names = {
            SYSTEM: tr("As the system"),
            "light": tr("Light"),
            "dark": tr("Dark"),
            "contrast": tr("High contrast"),
        }
        _offer(self.theme, [(names[name], name) for name in (SYSTEM, *NAMES)])
        _offer(self.text_size, [(f"{step:.0%}", step) for step in SCALES])
        system = own_name(_system_language())
        spoken = [(own_name(one), one) for one in languages()]
        _offer(
            self.language,
            [(tr("As the system ({language})").format(language=system), SYSTEM_LANGUAGE), *spoken],
        )
        self.language_told.setText(tr("Penholder speaks it from its next start on."))
        _offer(self.folder, [(tr("The folder used last"), None)])
        usual = tr("That of your country ({paper})").format(paper=usual_paper())
        _offer(self.paper, [(usual, ""), *((one, one) for one in PAPERS)])
        folder = self._settings.recovery
        told = tr(
            "What is not saved is copied after every pause in typing, at the latest every second, "
            "to {folder}. The copies stay on this computer and go when you save."
        )
        self.copies.setText(told.format(folder=folder))

    def _connect(self) -> None:
        self.theme.activated.connect(lambda: themes().choose(self.theme.currentData()))
        self.text_size.activated.connect(lambda: themes().set_scale(self.text_size.currentData()))
        self.language.activated.connect(self._speak)
        self.completion.toggled.connect(self._complete)
        self.checks.clicked.connect(self.which_checks)
        self.folder.activated.connect(lambda: self._keep_folder(self.folder.currentData()))
        self.other_folder.clicked.connect(self._ask_folder)
        self.forget.clicked.connect(self._forget)
        self.paper.activated.connect(self._print_on)
        self.show_copies.clicked.connect(self._show_copies)
        self.restore.clicked.connect(self._restore)
        self.close_it.clicked.connect(self.reject)
        themes().changed.connect(self.show_settings)

    def _speak(self) -> None:
        self._settings.language = self.language.currentData()
        self.show_settings()

    def _complete(self, on: bool) -> None:
        self._settings.completion = on

    def _print_on(self) -> None:
        self._settings.paper = self.paper.currentData()

    def _ask_folder(self) -> None:
        start = self._settings.folder
        chosen = self._prompts.folder(self, tr("Folder that Penholder opens and saves in"), start)
        if chosen is not None:
            self._keep_folder(chosen)

    def _keep_folder(self, folder: Path | None) -> None:
        self._settings.own_folder = folder
        self.show_settings()

    def _forget(self) -> None:
        self._settings.forget_all()
        self.show_settings()

    def _show_copies(self) -> None:
        if not self._prompts.show_folder(self._settings.recovery):
            self._prompts.problem(self, tr("There are no copies: everything is saved."))

    def _restore(self) -> None:
        self._settings.restore()
        themes().normal_size()
        themes().choose(SYSTEM)
        self.show_settings()


def _system_language() -> str:
    return spoken_of(QLocale.system().uiLanguages())


def _offer(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    for words, value in choices:
        box.addItem(words, value)


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(next((at for at in range(box.count()) if box.itemData(at) == value), 0))
