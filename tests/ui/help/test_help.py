# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide inside the program: contents, search, links, and the help key in every place."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from windows import act, focus_page

import ui
from ui.export.dialog import ExportDialog
from ui.help.guide import CHECKS, GUIDE, folder, sections, show, text_of
from ui.help.places import SECTIONS, section_for
from ui.help.window import HelpWindow
from ui.settings import Settings
from ui.theme import load_theme, themes
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def guide(qtbot: QtBot, settings: Settings) -> HelpWindow:
    window = HelpWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_guide_is_the_one_in_docs() -> None:
    assert folder() == ROOT / "docs"
    assert text_of(GUIDE) == (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")


def test_a_guide_that_is_not_there_is_said_to_be() -> None:
    assert "was not installed" in text_of("nothing.md")


def test_what_the_guides_show_is_packed_with_the_program() -> None:
    packing = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    assert "docs" in packing["packages"]["find"]["include"]
    packed = {path for pattern in packing["package-data"]["docs"] for path in folder().glob(pattern)}
    pictures = {folder() / one for one in re.findall(r"!\[.*?\]\((.*?)\)", text_of(GUIDE))}
    assert pictures
    assert pictures | {folder() / GUIDE, folder() / CHECKS} <= packed


def test_every_picture_of_the_guide_is_shown(guide: HelpWindow) -> None:
    document = guide.words.document()
    for name in re.findall(r"!\[.*?\]\((.*?)\)", text_of(GUIDE)):
        url = document.baseUrl().resolved(QUrl(name))
        found = document.resource(QTextDocument.ResourceType.ImageResource.value, url)
        assert found is not None, name
        assert not found.isNull(), name


def test_no_picture_is_wider_than_the_words(guide: HelpWindow) -> None:
    guide.resize(800, 500)
    assert guide.words.horizontalScrollBar().maximum() == 0


def test_contents_name_every_heading_and_lead_there(guide: HelpWindow) -> None:
    headings = re.findall(r"^#+ (.*)$", text_of(GUIDE), re.MULTILINE)
    assert [one.title for one in sections(guide.words.document())] == headings
    top = guide.titles.index(0, 0)
    names = [guide.titles.index(row, 0, top).data() for row in range(guide.titles.rowCount(top))]
    row = names.index("Save")
    guide.contents.activated.emit(guide.titles.index(row, 0, top))
    assert guide.section == "Save"


def test_the_other_guide_is_one_step_away_and_back(guide: HelpWindow) -> None:
    guide.show_section("Heed the checks")
    guide.words.anchorClicked.emit(QUrl(CHECKS))
    assert guide.section == "What Penholder checks"
    assert guide.back.isEnabled()
    guide.back.click()
    assert guide.section == "Heed the checks"
    assert not guide.back.isEnabled()


def test_a_search_counts_marks_and_goes_round(guide: HelpWindow) -> None:
    words = "shelf"
    guide.finder.field.setText(words)
    plain = guide.words.toPlainText().casefold().count(words)
    assert guide.finder.count.text() == f"1 of {plain}"
    assert len(guide.words.extraSelections()) == plain
    guide.finder.backward()
    assert guide.finder.count.text() == f"{plain} of {plain}"
    assert guide.words.textCursor().selectedText().casefold() == words


def test_colours_and_size_follow_at_the_same_place(guide: HelpWindow) -> None:
    guide.show_section("Fill in the facts")
    themes().choose("dark")
    themes().larger()
    assert guide.section == "Fill in the facts"
    colours = {look.color().name().upper() for look in _inks(guide.words.document())}
    assert colours <= {load_theme("dark").text, load_theme("dark").accent}


def _inks(document: QTextDocument) -> list:
    block, found = document.begin(), []
    while block.isValid():
        found += [one.format.foreground() for one in block.textFormats() if not one.format.isImageFormat()]
        block = block.next()
    return [one for one in found if one.style() is not Qt.BrushStyle.NoBrush]


def test_the_keys_for_text_size_work_in_the_guide_too(qtbot: QtBot, guide: HelpWindow) -> None:
    guide.activateWindow()
    if not guide.isActiveWindow():
        pytest.skip("a bare X server gives no window the keyboard")
    QTest.keyClick(guide, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert themes().scale == 1.1
    QTest.keyClick(guide, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert themes().scale == 1.0


# ------------------------------------------------------------------------------------------ the help key


def test_every_section_of_the_table_is_in_the_guide(qtbot: QtBot) -> None:
    document = QTextDocument()
    show(document, GUIDE, load_theme("light"))
    assert set(SECTIONS.values()) <= {one.title for one in sections(document)}


def test_every_place_of_the_table_is_a_widget_of_the_program() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    known, waiting = set(), [QWidget]
    while waiting:
        kind = waiting.pop()
        known.add(kind.__name__)
        waiting += [one for one in kind.__subclasses__() if one is not kind]
    assert set(SECTIONS) <= known


def test_every_dialog_of_the_program_has_its_section() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    kinds = r"^class (\w+)\((?:QDialog|OwnWords|GoToDialog)\)"
    dialogs = set(re.findall(kinds, source, re.MULTILINE))
    assert {"ExportDialog", "MemoDialog", "MoveToDialog"} <= dialogs
    # Words to be read alone, the guide itself, and what others are made from.
    assert dialogs - set(SECTIONS) == {"ReadingDialog", "HelpWindow", "OwnWords"}


def test_the_nearest_place_is_told_of(window: MainWindow) -> None:
    assert section_for(window.work.checks.list) == "Heed the checks"
    assert section_for(window.work.page) == "Read the page"
    assert section_for(window.bar.frame) == ""
    assert section_for(None) == ""


def test_f1_opens_the_section_of_the_panel_in_hand(window: MainWindow) -> None:
    focus_page(window)
    window.work.bring_up(window.work.checks)
    act(window, "guide")
    assert window.findChildren(HelpWindow)[-1].section == "Heed the checks"
    window.findChildren(HelpWindow)[-1].close()


def test_f1_works_in_dialogs_too(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    act(window, "export")
    dialog = window.findChildren(ExportDialog)[-1]
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert window.findChildren(HelpWindow)[-1].section == "Export"
    window.findChildren(HelpWindow)[-1].close()
    dialog.close()


def test_f1_over_a_question_is_answered_over_it(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    question = QDialog(window)
    question.setLayout(QVBoxLayout())
    question.setModal(True)
    question.show()
    qtbot.waitUntil(question.isActiveWindow)
    QTest.keyClick(question, Qt.Key.Key_F1)
    (guide,) = question.findChildren(HelpWindow)
    assert guide.isVisible()
    guide.close()
    question.close()


def test_its_size_is_remembered(qtbot: QtBot, settings: Settings) -> None:
    first = HelpWindow(settings)
    qtbot.addWidget(first)
    first.show()
    first.resize(700, 444)
    first.close()
    second = HelpWindow(settings)
    qtbot.addWidget(second)
    assert second.height() == 444
