# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of the main window: what is counted, marked and gone through, and where the keyboard goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import act, focus_page

from ui.editor.filters import Filter
from ui.theme import current_theme, themes
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")

FINDINGS = {
    "resolution": "1 of 3",
    "zzz": "not found",
    "  ": "",
    "53/11 of 12": "only in proposed words",
    "its resolution 53/11": "only in proposed words",
}


@pytest.mark.parametrize("words", FINDINGS)
def test_what_is_found_is_counted_while_typing(qtbot: QtBot, window: MainWindow, words: str) -> None:
    act(window, "find")
    qtbot.keyClicks(window.finder.field, words)
    assert window.finder.count.text() == FINDINGS[words]
    assert window.finder.field.accessibleDescription() == FINDINGS[words]


def test_words_out_of_sight_are_not_found(window: MainWindow) -> None:
    window.finder.field.setText("53/11 of 12")
    window.acts["marks"].trigger()
    assert window.finder.count.text() == "not found"


def highlighted(window: MainWindow) -> list[str]:
    marked = window.work.page.extraSelections()
    assert {one.format.background().color().name().upper() for one in marked} <= {current_theme().found}
    return [one.cursor.selectedText() for one in marked]


def test_what_is_found_is_marked_and_gone_through(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    act(window, "find")
    qtbot.keyClicks(window.finder.field, "cooperat")
    assert highlighted(window) == ["cooperat", "cooperat"]
    seen = []
    for key, modifier in (
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier),
    ):
        qtbot.keyClick(window.finder.field, key, modifier)
        seen.append(window.finder.count.text())
        assert window.work.page.textCursor().selectedText() == "cooperat"
    assert seen == ["2 of 2", "1 of 2", "2 of 2", "1 of 2"]


def test_what_is_found_follows_the_text(window: MainWindow) -> None:
    window.finder.field.setText("cooperat")
    cursor = window.work.page.textCursor()  # on the hit in hand
    cursor.insertText("work togeth")
    window.pulse.now()
    assert (highlighted(window), window.finder.count.text()) == (["cooperat"], "1 of 1")
    act(window, "theme_dark")
    assert highlighted(window) == ["cooperat"]


def test_nothing_is_looked_for_while_typing_without_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(window.finder, "places", lambda words: looked.append(words) or [])
    window.work.page.textCursor().insertText("x")
    window.pulse.now()
    assert looked == []


def test_what_is_marked_follows_when_whole_paragraphs_go(window: MainWindow) -> None:
    window.finder.field.setText("cooperat")
    window.work.page.show_paragraph("p1")
    act(window, "delete_paragraphs", "delete_paragraphs")
    assert highlighted(window) == ["cooperat", "cooperat"]


def test_what_is_hidden_is_found_last(window: MainWindow) -> None:
    window.work.narrow(Filter.STABLE)
    window.finder.field.setText("cooperat")
    assert window.work.page.filter is Filter.STABLE
    act(window, "find_next")
    assert window.finder.count.text() == "2 of 2"


def test_escape_leads_from_the_search_back_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    act(window, "find")
    assert window.finder.field.hasFocus()
    qtbot.keyClicks(window.finder.field, "cooperat")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Escape)
    assert window.work.page.hasFocus()
    assert (window.finder.field.text(), window.finder.count.text(), highlighted(window)) == ("", "", [])


def test_the_search_finds_room_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    themes().set_scale(2.0)
    window.resize(1024, 700)
    assert window.find_bar.isHidden()
    act(window, "replace")
    assert window.finder.field.hasFocus()
    assert window.width() == 1024
    bar = window.find_bar
    for one in (window.finder.field, bar.case, bar.pattern, bar.scope, bar.replacing, bar.words):
        corner = one.mapTo(window, one.rect().bottomRight())
        assert corner.x() < window.width()
        assert corner.y() < window.work.mapTo(window, window.work.rect().topLeft()).y()
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Escape)
    assert window.find_bar.isHidden()


def test_the_next_place_without_words_asks_for_them(window: MainWindow) -> None:
    focus_page(window)
    act(window, "find_next")
    assert window.finder.field.hasFocus()
