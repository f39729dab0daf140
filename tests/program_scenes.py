# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to look at around the draft: first page, assistant, preferences, keys, about, help, print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from main_scenes import _with_bad_files, until
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from drafting.data import sample_files
from ui.app import create_window
from ui.assistant.dialog import AssistantDialog
from ui.desk import Desk
from ui.dialogs.about import AboutDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.files import load_sample
from ui.help.window import HelpWindow
from ui.preferences.dialog import PreferencesDialog
from ui.printing.dialog import PrintDialog
from ui.prompts import Prompts
from ui.settings import Settings
from ui.theme import themes
from ui.window import MainWindow

UNDATED = "The Council,\n\nRecalling its resolutions on lighthouses,\n\n1. Decides to keep {} lit.\n"


def program() -> Iterator[tuple[str, QWidget]]:
    """Every page and dialog of the program around the draft."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        settings = Settings.in_file(place / "settings.ini")
        (place / "Geneva").mkdir()
        for name in ("Draft 59 Enhancement of international cooperation.penholder", "Draft 60.penholder"):
            (place / "Geneva" / name).write_bytes(b"")
            settings.remember([place / "Geneva" / name])
        settings.remember(sample_files())
        window = create_window(Desk(), Prompts(), settings)
        window.show()
        window.welcome.show_recovered(2)
        until(window.welcome.clear.isVisible)
        yield "welcome", window
        yield from _assistant(window, place)
        yield from _preferences(window, place)
        yield from _dialogs(window)
        window.desk.open(load_sample().draft)
        yield from _printing(window)
        window.desk.open(None)
        window.close()


def _assistant(window: MainWindow, place: Path) -> Iterator[tuple[str, QWidget]]:
    """Empty, with files that cannot be used, with an earlier base, with versions without a date."""
    window.acts["new_draft"].trigger()
    dialog = window.findChildren(AssistantDialog)[-1]
    yield "assistant-empty", dialog
    dialog.add([_with_bad_files(place / "series")])
    until(lambda: dialog.based is not None)
    yield "assistant", dialog
    dialog.form.base.setCurrentIndex(1)
    dialog.form.base.activated.emit(1)
    until(dialog.form.left_out.isVisible)
    dialog.form.session.setEditText("40")
    yield "assistant-base", dialog
    dialog.close()
    (place / "undated").mkdir()
    for name, what in (("a", "all the lamps"), ("b", "all the old lamps")):
        (place / "undated" / f"{name}.txt").write_text(UNDATED.format(what), encoding="utf-8")
    window.showing.new_draft([place / "undated"])
    dialog = window.findChildren(AssistantDialog)[-1]
    until(lambda: dialog.based is not None)
    yield "assistant-undated", dialog
    dialog.close()


def _preferences(window: MainWindow, place: Path) -> Iterator[tuple[str, QWidget]]:
    """As if the copies stood where a laptop keeps them."""
    store = QSettings(str(place / "other.ini"), QSettings.Format.IniFormat)
    dialog = PreferencesDialog(
        window.prompts, Settings(store, Path("AppData", "Penholder", "recovery")), window
    )
    dialog.show()
    yield "preferences", dialog
    dialog.close()


def _dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.acts["shortcuts"].trigger()
    shortcuts = window.findChildren(ShortcutsDialog)[-1]
    shortcuts.field.setText("paragraph")
    yield "shortcuts", shortcuts
    shortcuts.close()
    window.acts["about"].trigger()
    about = window.findChildren(AboutDialog)[-1]
    yield "about", about
    about.close()
    window.acts["guide"].trigger()
    guide = window.findChildren(HelpWindow)[-1]
    guide.show_section("Decide on the proposals")
    guide.finder.field.setText("proposal")
    yield "help", guide
    guide.finder.field.clear()
    guide.show_section("Read the page")
    yield "help-picture", guide
    guide.close()


def _printing(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The pages as they read, with marks, and the choices at twice the text size."""
    window.acts["print"].trigger()
    dialog = window.findChildren(PrintDialog)[-1]
    dialog.clean.setChecked(True)
    yield "print", dialog
    dialog.marked.setChecked(True)
    dialog.lines.setChecked(True)
    bar = dialog.preview.verticalScrollBar()
    bar.setValue(dialog.preview.sheets.place_of(2).top() - 10)
    yield "print-marks", dialog
    dialog.close()
    themes().set_scale(2.0)
    window.acts["preferences"].trigger()
    preferences = window.findChildren(PreferencesDialog)[-1]
    yield "preferences-large", preferences
    preferences.close()
    themes().set_scale(1.0)
