# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of the window, chosen before anything is built: for our words, Qt's, numbers and dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from drafting.translation import SOURCE, languages, speak, spoken

SYSTEM = ""
"""The choice to speak as the system does."""


def choose_language(choice: str) -> str:
    """Speak the language that was chosen, and say by its code which one that is.

    Dates, numbers and clocks follow the language, and the country of the system in it: English in Switzerland
    counts its hours to 24. What the draft itself says follows the draft's own language, never this one.
    """
    language = choice if choice in languages() else spoken_of(QLocale.system().uiLanguages())
    speak(language)
    QLocale.setDefault(QLocale(QLocale.codeToLanguage(language), QLocale.system().territory()))
    _speak_qt(language)
    return language


def spoken_of(wanted: Sequence[str]) -> str:
    """The first of these languages ("fr-CH", "en-GB") that the program speaks; English where none is."""
    codes = (one.replace("_", "-").partition("-")[0].lower() for one in wanted)
    return next((code for code in codes if code in languages()), SOURCE)


def own_name(language: str) -> str:
    """What a language is called by those who speak it, "Français", for a list to choose from."""
    name = QLocale(QLocale.codeToLanguage(language)).nativeLanguageName()
    # English names itself by its country too ("American English").
    return (name.split()[-1] if language == SOURCE else name).capitalize()


def day_of(day: date) -> str:
    """A day in the language of the window: "10 July 2024", "10 juillet 2024"; drafts have `print_date`."""
    locale = QLocale(QLocale.codeToLanguage(spoken()))
    return locale.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _speak_qt(language: str) -> None:
    """The words of Qt's own dialogs and buttons; English where its package brings no others."""
    application = QCoreApplication.instance()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    if application is not None and language != SOURCE and translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
