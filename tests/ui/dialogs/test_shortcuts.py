# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of keys: complete, searched, copied and printed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence, QPdfWriter
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act

from ui.acts import MENUS
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.settings import Settings
from ui.window import MainWindow


@pytest.fixture
def dialog(qtbot: QtBot, prompts: ScriptedPrompts, settings: Settings) -> ShortcutsDialog:
    made = ShortcutsDialog(prompts, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: ShortcutsDialog) -> list[tuple[str, str]]:
    model = dialog.shown
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    places = [(group, row) for group in groups for row in range(model.rowCount(group))]
    return [(model.index(row, 0, group).data(), model.index(row, 1, group).data()) for group, row in places]


def test_every_act_of_a_menu_that_has_a_key_is_listed(dialog: ShortcutsDialog, window: MainWindow) -> None:
    listed = shown(dialog)
    for _, names in MENUS:
        for name in names:
            if name and not name.startswith(">") and not window.acts[name].shortcut().isEmpty():
                words = window.acts[name].text().replace("&", "").removesuffix("…")
                key = window.acts[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                assert any(one == words and keys.startswith(key) for one, keys in listed), name


def test_what_is_typed_narrows_by_act_or_key(dialog: ShortcutsDialog) -> None:
    dialog.field.setText("footnote")
    assert shown(dialog)
    assert all("footnote" in words.lower() for words, _ in shown(dialog))
    dialog.field.setText("F12")
    assert shown(dialog)
    assert all("F12" in keys for _, keys in shown(dialog))
    dialog.field.setText("no such act")
    assert (shown(dialog), dialog.count.text()) == ([], "nothing found")


def test_the_name_of_a_menu_shows_all_of_it(dialog: ShortcutsDialog) -> None:
    dialog.field.setText("Checks panel")
    assert [keys for _, keys in shown(dialog)] == ["Enter", "F", "I", "A", "T"]


def test_the_list_can_be_copied(dialog: ShortcutsDialog) -> None:
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert all(f"\t{words}\t{keys}\n" in text for words, keys in shown(dialog))


def test_the_list_can_be_printed(dialog: ShortcutsDialog, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    prompts.printers = [QPdfWriter(str(tmp_path / "keys.pdf"))]
    dialog.print_out.click()
    document = pypdfium2.PdfDocument((tmp_path / "keys.pdf").read_bytes())
    printed = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "Keyboard shortcuts of Penholder" in printed
    assert all(keys in printed for _, keys in shown(dialog))


def test_it_stands_in_the_menu(window: MainWindow) -> None:
    act(window, "shortcuts")
    assert window.findChildren(ShortcutsDialog)[-1].isVisible()
    window.findChildren(ShortcutsDialog)[-1].close()
