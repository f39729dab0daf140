# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of acts on whole paragraphs in a window: its keys, its places, and what can be brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from restructured import PLAIN, drawn, key, picture
from small import small_draft
from windows import act

from ui.actions import MENUS
from ui.editor.lines import Spot
from ui.editor.readback import Caret
from ui.window import MainWindow

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lettered(empty_window: MainWindow) -> MainWindow:
    empty_window.desk.open(drawn(PLAIN))
    empty_window.work.page.setFocus()
    return empty_window


def at(window: MainWindow, word: str) -> str:
    draft = window.desk.draft
    assert draft is not None
    found = key(draft, word)
    window.work.page.show_caret(Caret(found, "", Spot(0)))
    return found


def stands(window: MainWindow) -> str:
    assert window.desk.draft is not None
    return picture(window.desk.draft)


@pytest.mark.parametrize(
    ("word", "pressed", "held", "after"),
    [
        ("h", Qt.Key.Key_Up, ALT_SHIFT, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h OP3 g"),
        ("a", Qt.Key.Key_Down, ALT_SHIFT, "PP1 b PP2 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
        ("f", Qt.Key.Key_Right, ALT_SHIFT, "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(a)(ii) f OP2 g OP3 h"),
        ("e", Qt.Key.Key_Left, ALT_SHIFT, "PP1 a PP2 b OP1 c OP1(a) d OP1(b) e OP1(c) f OP2 g OP3 h"),
        ("b", Qt.Key.Key_Delete, CTRL_SHIFT, "PP1 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
    ],
)
@pytest.mark.skipif("sys.platform == 'darwin'", reason="the keys are others there")
def test_keys_act_while_the_page_has_the_keyboard(
    lettered: MainWindow, word: str, pressed: Qt.Key, held: Qt.KeyboardModifier, after: str
) -> None:
    window = lettered
    at(window, word)
    window.work.proposals.list.setFocus()
    QTest.keyClick(window.work.proposals.list, pressed, held)
    assert stands(window) == PLAIN
    window.work.page.setFocus()
    QTest.keyClick(window.work.page, pressed, held)
    assert stands(window) == after
    act(window, "undo")
    assert stands(window) == PLAIN


def test_the_name_of_the_act_stands_beside_undo(lettered: MainWindow) -> None:
    at(lettered, "g")
    act(lettered, "move_up")
    assert lettered.acts["undo"].text() == "&Undo Move up OP2"


def test_the_outline_offers_the_acts_on_the_paragraph_at_the_caret(lettered: MainWindow) -> None:
    window = lettered
    here = at(window, "g")
    view = window.work.outline.list
    row = next(n for n in range(view.model().rowCount()) if "OP2" in view.model().index(n, 0).data())
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(row, 0)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one for one in menu.actions() if not one.menu() and not one.isSeparator()] == (
        window.work.page.actions()
    )
    menu.actions()[2].trigger()
    menu.close()
    assert window.desk.undo_stack.undoText() == "Move up OP2"
    assert window.work.page.current_paragraph == here
    view.customContextMenuRequested.emit(QPoint(20, 5))  # the row of the whole preamble
    assert QApplication.activePopupWidget() is None


def test_what_was_taken_out_is_offered_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    back = window.acts.submenus["back"]
    back.aboutToShow.emit()
    assert [one.text() for one in back.actions() if one.text()] == ["Nothing was taken out"]
    window.work.page.show_caret(Caret("p6", "", Spot(0)))
    act(window, "delete_paragraphs")
    back.aboutToShow.emit()
    (offered,) = [one for one in back.actions() if one.text()]
    assert (
        offered.text() == "OP3 of 53/11: Decides to continue its consideration at its fifty-sixth session, …"
    )
    offered.trigger()
    assert window.desk.draft is not None
    texts = [one.text for one in window.desk.draft.paragraphs]
    assert texts == [one.text for one in small_draft().paragraphs]
    assert window.desk.undo_stack.undoText() == "Bring OP3 back from 53/11"


def test_every_act_of_the_page_stands_in_the_menu_and_has_a_letter_of_its_own(window: MainWindow) -> None:
    names = next(names for title, names in MENUS if title == "Para&graph")
    assert set(window.work.page.shaping.acts()) == {name for name in names if name and name[0] != ">"}
    menu = next(one for one in window.menuBar().actions() if one.text() == "Para&graph").menu()
    letters = [one.text()[one.text().index("&") + 1].lower() for one in menu.actions() if one.text()]
    assert len(set(letters)) == len(letters)
