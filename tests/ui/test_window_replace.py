# SPDX-License-Identifier: GPL-3.0-or-later
"""Find and replace in the main window: options, parts of the text, one by one, all after a look, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from small import small_draft
from windows import ScriptedPrompts, act, focus_page

from drafting.searching.fields import fields
from drafting.searching.plain import find
from drafting.searching.records import Query, Scope
from ui.editor.find_bar import SCOPES
from ui.editor.preview import ReplacePreview
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")

STARTED = 30_000
"""Milliseconds in which the process that matches expressions is there, on a busy machine too."""


def found(window: MainWindow) -> list[str]:
    return [f"{place.block} {place.old}" for place in window.finder.hits]


def choose_scope(window: MainWindow, scope: Scope) -> None:
    at = [one for one, _ in SCOPES].index(scope)
    window.find_bar.scope.setCurrentIndex(at)
    window.find_bar.scope.activated.emit(at)


def remarks(window: MainWindow) -> list[str]:
    told: list[str] = []
    window.work.page.remark.connect(told.append)
    return told


def text(window: MainWindow, key: str) -> str:
    assert window.desk.draft is not None
    return window.desk.draft.paragraph(key).text


def test_options(window: MainWindow) -> None:
    act(window, "find")
    window.finder.field.setText("recall")
    assert len(window.finder.hits) == 3
    window.find_bar.case.click()
    assert found(window) == ["p6 recall"]
    window.find_bar.whole.click()
    assert (found(window), window.finder.count.text()) == ([], "not found")


SCOPED = {
    Scope.PREAMBLE: ["p1 77/1"],
    Scope.OPERATIVE: ["p6 77/1"],
    Scope.FOOTNOTES: [],
    Scope.ANNEXES: [],
    Scope.ALL: ["p1 77/1", "p6 77/1"],
}


@pytest.mark.parametrize("scope", SCOPED)
def test_the_part_that_is_searched(window: MainWindow, scope: Scope) -> None:
    window.finder.field.setText("77/1")
    choose_scope(window, scope)
    assert found(window) == SCOPED[scope]


def test_a_selection_is_searched(window: MainWindow) -> None:
    told = remarks(window)
    choose_scope(window, Scope.SELECTION)
    assert told == ["Nothing is selected on the page. Select text first."]
    assert window.find_bar.scope.currentText() == "Everywhere"
    page = window.work.page
    page.show_paragraph("p2")
    cursor = page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    choose_scope(window, Scope.SELECTION)
    window.finder.field.setText("77/1")
    assert found(window) == ["p6 77/1"]


def test_a_selection_is_forgotten_with_the_bar(window: MainWindow) -> None:
    page = window.work.page
    page.select_text()
    choose_scope(window, Scope.SELECTION)
    window.finder.leave()
    assert (window.finder.scope, window.find_bar.scope.currentText()) == (Scope.ALL, "Everywhere")


def test_another_draft_is_searched_for_nothing(window: MainWindow) -> None:
    act(window, "find")
    window.finder.field.setText("77/1")
    window.desk.open(small_draft())
    assert (window.finder.words, list(window.finder.hits), window.find_bar.isHidden()) == ("", [], True)


def test_a_regular_expression_is_found_beside_the_work_of_the_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    act(window, "find")
    window.find_bar.pattern.click()
    window.finder.field.setText("Charter")
    qtbot.waitUntil(lambda: window.finder.count.text() == "1 of 1", timeout=STARTED)
    window.finder.field.setText(r"\d\d/\d+")
    assert (found(window), window.finder.count.text()) == ([], "looking …")
    qtbot.waitUntil(lambda: window.finder.count.text() == "3 of 4", timeout=STARTED)
    assert window.work.page.textCursor().selectedText() == "53/46"


def test_a_wrong_expression_is_explained(qtbot: QtBot, window: MainWindow) -> None:
    act(window, "find")
    window.find_bar.pattern.click()
    window.finder.field.setText("(a")
    qtbot.waitUntil(lambda: not window.find_bar.problem.isHidden(), timeout=STARTED)
    assert window.find_bar.problem.text() == "The bracket “(” at character 1 is not closed."
    assert window.finder.field.property("state") == "wrong"
    window.finder.field.setText("(a)")
    qtbot.waitUntil(window.find_bar.problem.isHidden, timeout=STARTED)
    assert window.finder.field.property("state") == ""


def test_late_results_are_dropped(qtbot: QtBot, window: MainWindow) -> None:
    window.find_bar.pattern.click()
    window.finder.field.setText("(a+)+$")
    window.finder.field.setText("Charter")
    qtbot.waitUntil(lambda: found(window) == ["p2 Charter"], timeout=STARTED)


def test_one_place_after_the_other(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    act(window, "find")
    window.finder.field.setText("resolution")
    act(window, "replace")
    assert window.find_bar.words.hasFocus()
    window.find_bar.words.setText("text")
    qtbot.keyClick(window.find_bar.words, Qt.Key.Key_Return)
    assert text(window, "p1").startswith("Recalling General Assembly text 77/1 of")
    assert window.work.page.textCursor().selectedText() == "resolution"
    window.find_bar.skip.emit()
    assert window.finder.hit is not None
    assert window.finder.hit.key == "p6"
    qtbot.keyClick(window.find_bar.words, Qt.Key.Key_Return)
    assert text(window, "p6").endswith("recalls text 77/1.")
    assert "its resolution 50/4" in text(window, "p1")
    assert window.acts["undo"].text() == "&Undo Replace in OP3"


def test_a_place_that_is_not_in_hand_is_gone_to_first(window: MainWindow) -> None:
    window.finder.field.setText("Charter")
    window.work.page.show_paragraph("p1")
    window.find_bar.words.setText("Statute")
    window.find_bar.replace_one.emit()
    assert "Charter" in text(window, "p2")
    assert window.work.page.textCursor().selectedText() == "Charter"
    window.find_bar.replace_one.emit()
    assert "the Statute, and" in text(window, "p2")
    assert [note.offset for note in window.desk.draft.paragraph("p2").notes] == [27]


def test_what_replaces_is_not_found_again_at_once(window: MainWindow) -> None:
    window.finder.field.setText("Charter")
    window.find_bar.words.setText("Charter of the Charter")
    window.find_bar.replace_one.emit()
    assert window.work.page.textCursor().selectionStart() < window.work.page.textCursor().selectionEnd()
    assert text(window, "p2").count("Charter") == 2


def test_all_are_replaced_as_one_act_after_a_look(window: MainWindow, prompts: ScriptedPrompts) -> None:
    told = remarks(window)
    before = window.desk.draft
    window.finder.field.setText("77/1")
    window.find_bar.words.setText("79/9")
    window.find_bar.replace_all.emit()
    assert [(row.where, row.old, row.new) for row in prompts.offered] == [
        ("PP1", "77/1", "79/9"), ("OP3", "77/1", "79/9"),
    ]  # fmt: skip
    assert "79/9 of 1 December" in text(window, "p1")
    assert text(window, "p6").endswith("79/9.")
    assert told == ["2 places replaced in PP1, OP3. Undo takes them back together."]
    act(window, "undo")
    assert window.desk.draft is before


def test_places_that_are_left_out_stay(window: MainWindow, prompts: ScriptedPrompts) -> None:
    prompts.left_out = {0}
    window.finder.field.setText("77/1")
    window.find_bar.words.setText("79/9")
    window.find_bar.replace_all.emit()
    assert "77/1 of 1 December" in text(window, "p1")
    assert text(window, "p6").endswith("79/9.")


def test_groups_are_put_in(qtbot: QtBot, window: MainWindow, prompts: ScriptedPrompts) -> None:
    window.find_bar.pattern.click()
    window.finder.field.setText(r"A/HRC/(?P<session>\d+)/(\d+)")
    window.find_bar.words.setText("${session} of $2")
    window.find_bar.replace_all.emit()
    qtbot.waitUntil(lambda: bool(prompts.offered), timeout=STARTED)
    assert [(row.where, row.new) for row in prompts.offered] == [("OP2, note 2", "53 of 46")]
    assert window.desk.draft.paragraph("p4").notes[0].text == "53 of 46."


def test_a_wrong_replacement_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    before = window.desk.draft
    window.find_bar.pattern.click()
    window.finder.field.setText("Charter")
    window.find_bar.words.setText("$1")
    window.find_bar.replace_all.emit()
    qtbot.waitUntil(lambda: "There is no bracket for “$1”" in window.find_bar.problem.text(), timeout=STARTED)
    assert window.desk.draft is before


def test_nothing_to_replace_is_said(window: MainWindow) -> None:
    told = remarks(window)
    window.finder.field.setText("nowhere")
    window.find_bar.replace_all.emit()
    assert told == ["There is nothing to replace."]


@pytest.fixture
def preview(qtbot: QtBot, window: MainWindow) -> ReplacePreview:
    draft = window.desk.draft
    assert draft is not None
    dialog = ReplacePreview(window, draft, list(find(fields(draft), Query("recalling"), "noting")))
    qtbot.addWidget(dialog)
    return dialog


def test_the_list_of_places(preview: ReplacePreview) -> None:
    QAbstractItemModelTester(preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(preview.model, QAbstractListModel)
    assert preview.model.data(preview.model.index(0), Qt.ItemDataRole.AccessibleTextRole).startswith(
        "PP1: “Recalling” becomes “Noting” in “Recalling General"
    )
    assert (preview.sum.text(), preview.put.text()) == (
        "2 places will change in 2 paragraphs",
        "Replace 2 places",
    )


def test_places_are_switched_by_key(qtbot: QtBot, preview: ReplacePreview) -> None:
    preview.show()
    qtbot.keyClick(preview.list, Qt.Key.Key_Space)
    assert [place.key for place in preview.model.chosen] == ["p2"]
    assert preview.put.text() == "Replace 1 place"
    preview.model.switch_all(on=False)
    assert (preview.model.chosen, preview.put.isEnabled()) == ((), False)
    preview.model.switch_all(on=True)
    assert len(preview.model.chosen) == 2
