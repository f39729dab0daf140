# SPDX-License-Identifier: GPL-3.0-or-later
"""The export dialog: what is enabled, what is said, what the keyboard reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from windows import ScriptedPrompts, act

from drafting.data import sample_files
from drafting.writing.forms import Choice, Form, why_not
from drafting.writing.word import write_word
from ui import tasks
from ui.export.choices import Choices
from ui.export.dialog import COUNTING, ExportDialog
from ui.theme import apply_theme, themes
from ui.window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> ExportDialog:
    act(window, "export")
    assert window.exporting.dialog is not None
    return window.exporting.dialog


def counted(qtbot: QtBot, dialog: ExportDialog) -> str:
    """What will be marked, when it is known."""
    qtbot.waitUntil(lambda: not dialog._timer.isActive() and dialog.told.text() != COUNTING)
    return dialog.told.text()


def widgets_of(dialog: ExportDialog) -> dict[Choice, QWidget]:
    return {
        Choice.BASE: dialog.against.versions,
        Choice.OFFICIAL: dialog.against.choose,
        Choice.ACCEPT_FIRST: dialog.against.accept_first,
        Choice.AUTHOR: dialog.options.author,
        **dialog.options.boxes,
    }


def test_every_choice_has_its_control(dialog: ExportDialog) -> None:
    assert set(widgets_of(dialog)) == set(Choice)


@pytest.mark.parametrize("form", Form)
def test_only_what_applies_is_enabled_and_the_rest_says_why(dialog: ExportDialog, form: Form) -> None:
    dialog.options.author.setText("Cuba")
    dialog.what.show_form(form)
    shown = {**dialog.against.reasons, **dialog.options.reasons}
    for choice, widget in widgets_of(dialog).items():
        reason = why_not(form, choice)
        assert widget.isEnabled() is not bool(reason)
        assert widget.accessibleDescription() == reason
        if reason and choice not in (Choice.DATE, Choice.ACCEPT_FIRST):  # said for the line above them
            assert shown[choice].isVisibleTo(dialog)
            assert shown[choice].text() == f"{reason[0].upper()}{reason[1:]}."


def test_no_time_is_told_where_nobody_is_named(dialog: ExportDialog) -> None:
    dialog.what.show_form(Form.TRACKED)
    date = dialog.options.boxes[Choice.DATE]
    assert not date.isEnabled()
    assert dialog.options.reasons[Choice.DATE].text() == "No time is told where nobody is named."
    dialog.options.author.setText("Cuba")
    assert date.isEnabled()


def test_figures_follow_the_choice_and_the_draft(
    qtbot: QtBot, window: MainWindow, dialog: ExportDialog
) -> None:
    assert counted(qtbot, dialog) == "Nothing is marked: the text as it now stands."
    dialog.what.show_form(Form.TRACKED)
    assert counted(qtbot, dialog) == "Nothing to mark: the paragraphs read as in 53/11."
    act(window, "accept_all")
    qtbot.waitUntil(lambda: "paragraphs changed" in dialog.told.text())
    assert "still open" in dialog.lacking.text()
    dialog.against.versions.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Against 50/4"))


def test_late_figures_of_an_earlier_choice_are_dropped(qtbot: QtBot, dialog: ExportDialog) -> None:
    for form in (Form.TRACKED, Form.REDLINE, Form.TRACKED, Form.XML):
        dialog.what.show_form(form)
    assert counted(qtbot, dialog) == "Nothing is marked: the text as it now stands."
    qtbot.waitUntil(lambda: not tasks._crew()._runners)  # all that was begun has come
    assert dialog.told.text() == "Nothing is marked: the text as it now stands."


def test_the_official_file_is_asked_for_where_none_is_known(
    qtbot: QtBot, dialog: ExportDialog, prompts: ScriptedPrompts, window: MainWindow, tmp_path: Path
) -> None:
    dialog.what.show_form(Form.OFFICIAL)
    assert counted(qtbot, dialog) == "Choose the official Word file: its figures follow."
    draft = window.desk.draft
    assert draft is not None
    write_word(draft.base, tmp_path / "53-11.docx")
    prompts.files.append((tmp_path / "53-11.docx",))
    dialog.export.click()  # there is nothing to write on yet
    assert dialog.against.file.text() == "53-11.docx"
    qtbot.waitUntil(lambda: "Nothing to mark" in dialog.told.text())
    assert not dialog.against.versions.isVisibleTo(dialog)  # none of them is what changes are held against
    assert dialog.against.instead.text() == "A/HRC/RES/53/11 (53-11.docx)"
    prompts.files.append((sample_files()[0],))
    dialog.against.choose.click()
    qtbot.waitUntil(lambda: "this is none" in dialog.told.text())  # a text is no Word file


@pytest.mark.parametrize("form", Form)
def test_a_version_is_shown_only_where_it_is_the_base(qtbot: QtBot, dialog: ExportDialog, form: Form) -> None:
    dialog.what.show_form(form)
    counted(qtbot, dialog)
    chosen = form in (Form.TRACKED, Form.REDLINE)
    assert dialog.against.versions.isVisibleTo(dialog) is chosen
    assert dialog.against.instead.isVisibleTo(dialog) is not chosen
    assert dialog.against.instead.text() == "–"  # no official file is known


def test_another_file_takes_the_place_of_a_version(
    qtbot: QtBot, dialog: ExportDialog, prompts: ScriptedPrompts
) -> None:
    dialog.what.show_form(Form.REDLINE)
    prompts.files += [(sample_files()[0],), (sample_files()[1],)]
    dialog.against.more.click()
    dialog.against.more.click()
    assert dialog.wanted.other == sample_files()[1]
    assert dialog.against.versions.count() == 3  # the two versions, and the file chosen last
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Against 50/4"))
    dialog.against.versions.setCurrentIndex(0)
    assert (dialog.wanted.other, dialog.wanted.against) == (None, "53/11")


def test_choices_come_back(window: MainWindow, dialog: ExportDialog, prompts: ScriptedPrompts) -> None:
    dialog.what.show_form(Form.TRACKED)
    dialog.options.author.setText("  Cuba ")
    dialog.options.boxes[Choice.DATE].setChecked(False)
    dialog.export.click()  # where is asked for, and the drafter changes their mind
    dialog.reject()
    act(window, "export")
    again = window.exporting.dialog
    assert again is not None
    assert again.wanted.choices == Choices(Form.TRACKED, author="Cuba", dated=False)
    assert prompts.asked == ["Draft 56 Cooperation tracked.docx"]


def test_it_goes_with_the_draft_and_comes_once(window: MainWindow, dialog: ExportDialog) -> None:
    act(window, "export")
    assert window.exporting.dialog is dialog
    window.desk.open(None)
    assert window.exporting.dialog is None
    assert not window.acts["export"].isEnabled()
    assert not window.acts["export_again"].isEnabled()


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.what.show_form(Form.TRACKED)
    wanted = [
        one
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for one in dialog.findChildren(kind)
        if one.isEnabled() and one.isVisibleTo(dialog) and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for one in wanted:
        assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name), one
    reached: set[QWidget] = set()
    dialog.what.buttons[Form.TRACKED].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for _ in range(len(wanted) + 8):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    radios = set(dialog.what.buttons.values()) - {dialog.what.buttons[Form.TRACKED]}  # those by the arrows
    assert {one for one in wanted if one not in reached} <= radios


def test_keys_of_the_dialog_are_all_different(dialog: ExportDialog) -> None:
    texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text] + ["u"]  # the author's label
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_stands_within_a_small_screen(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, scale: float
) -> None:
    apply_theme(qapp, "light")
    themes().set_scale(scale)
    act(window, "export")
    dialog = window.exporting.dialog
    assert dialog is not None
    available = dialog.screen().availableGeometry().size()
    assert dialog.width() <= available.width()
    assert dialog.height() <= available.height()
    assert dialog.export.isVisibleTo(dialog)
    dialog.reject()
    themes().set_scale(1.0)
