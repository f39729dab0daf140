# SPDX-License-Identifier: GPL-3.0-or-later
"""A drafter who looks first: from the first page to a printed draft, with the guide at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act, text_of

from ui.assistant.dialog import AssistantDialog
from ui.help.window import HelpWindow
from ui.preferences.dialog import PreferencesDialog
from ui.printing.dialog import PrintDialog
from ui.settings import Settings
from ui.theme import apply_theme, themes
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def _usual_look(qapp: QApplication) -> Iterator[None]:
    """Light, whatever a journey puts on."""
    yield
    apply_theme(qapp, "light")


def printed(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    words = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(words.split())


def test_from_the_first_page_to_a_printed_draft_on_an_earlier_base(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, folder: Path, tmp_path: Path
) -> None:
    window.welcome.drop.look.click()
    dialog = window.findChildren(AssistantDialog)[-1]
    dialog.add([folder])
    qtbot.waitUntil(lambda: dialog.based is not None, timeout=20_000)
    dialog.form.base.setCurrentIndex(1)
    dialog.form.base.activated.emit(1)
    qtbot.waitUntil(dialog.form.left_out.isVisible, timeout=20_000)
    with qtbot.waitSignal(window.desk.opened, timeout=20_000):
        dialog.form.create.click()
    draft = window.desk.draft
    assert draft is not None
    assert draft.base.number == "53/11"

    act(window, "accept_all", "print")
    pages = window.findChildren(PrintDialog)[-1]
    prompts.places = [tmp_path / "clean.pdf", tmp_path / "marked.pdf"]
    for marks in (pages.clean, pages.marked):
        marks.setChecked(True)
        with qtbot.waitSignal(pages.said, timeout=20_000):
            pages.pdf.click()
    pages.close()
    clean, marked = (printed(tmp_path / name) for name in ("clean.pdf", "marked.pdf"))
    first = " ".join(text_of(window.desk.draft, "PP1").split())
    assert first[:80] in clean
    assert "PP1" not in clean
    assert "PP1" in marked
    assert "Struck: proposed to go" in marked


def test_what_is_preferred_is_there_at_the_next_start(
    qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts, settings: Settings
) -> None:
    act(window, "preferences")
    dialog = window.findChildren(PreferencesDialog)[-1]
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    dialog.completion.click()
    dialog.close()
    act(window, "guide")
    guide = window.findChildren(HelpWindow)[-1]
    guide.show_section("Preferences")
    assert guide.section == "Preferences"
    guide.close()
    window.close()
    settings.write()
    again = Settings.in_file(Path(settings._store.fileName()))
    assert (again.theme, again.completion) == ("dark", False)
    assert themes().theme.name == "dark"
