# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening words come up while a paragraph begins, and are never in the way; whole paragraphs by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import act, focus_page

from ui.editor.lines import Spot
from ui.editor.readback import Caret
from ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("usual_look")


def begin(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    """A new paragraph after PP2, and something typed in it."""
    focus_page(window)
    window.work.page.show_paragraph("p2")
    act(window, "insert_after")
    qtbot.keyClicks(window.work.page, typed)
    qtbot.wait(1)  # what is offered follows the key


def text(window: MainWindow) -> str:
    assert window.desk.draft is not None
    return window.desk.draft.paragraph("p7").text


def test_phrases_come_up_from_the_second_letter_on(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "R")
    assert window.completing.offered == []
    qtbot.keyClicks(window.work.page, "e")
    qtbot.waitUntil(lambda: window.completing.offered[:2] == ["Recalling further", "Recalling"])
    assert window.work.page.hasFocus()


def test_tab_takes_the_first_as_one_act(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "Re")
    qtbot.keyClick(window.work.page, Qt.Key.Key_Tab)
    assert text(window) == "Recalling further "
    assert window.work.page.here == Caret("p7", "", Spot(len("Recalling further ")))
    assert window.desk.draft.opening(window.desk.draft.paragraph("p7")) == "Recalling further"
    act(window, "undo")
    assert text(window) == "Re"
    act(window, "redo")
    assert text(window) == "Recalling further "
    assert window.completing.offered == []


def test_what_was_typed_since_they_came_up_goes_too(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "Re")
    window.work.page.textCursor().insertText("c")  # the key comes before the phrases were looked up again
    window.completing.take(window.completing.phrases.index(0))
    assert text(window) == "Recalling further "


def test_enter_takes_only_what_an_arrow_key_chose(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "Re")
    qtbot.keyClick(window.work.page, Qt.Key.Key_Return)
    assert text(window) == "Re"
    assert len(window.desk.draft.paragraphs) == 8
    act(window, "undo")
    window.work.page.show_caret(Caret("p7", "", Spot(2)))
    qtbot.keyClicks(window.work.page, "c")
    qtbot.waitUntil(lambda: bool(window.completing.offered))
    qtbot.keyClick(window.work.page, Qt.Key.Key_Down)
    qtbot.keyClick(window.work.page, Qt.Key.Key_Down)
    qtbot.keyClick(window.work.page, Qt.Key.Key_Return)
    assert text(window) == "Recalling "


def test_escape_sends_them_away_for_this_paragraph(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "Re")
    qtbot.keyClick(window.work.page, Qt.Key.Key_Escape)
    assert window.completing.offered == []
    qtbot.keyClicks(window.work.page, "ca")
    qtbot.wait(1)
    assert window.completing.offered == []
    act(window, "offer_opening")
    assert window.completing.offered[0] == "Recalling further"


def test_typing_goes_on_as_if_they_were_not_there(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "Re")
    qtbot.keyClicks(window.work.page, "gretting deeply, once more")
    qtbot.wait(1)
    assert text(window) == "Regretting deeply, once more"
    assert window.completing.offered == []


PLACES = {"in a footnote": ("p2", True), "in the middle": ("p1", False)}


@pytest.mark.parametrize("case", PLACES)
def test_nothing_is_offered_elsewhere(qtbot: QtBot, window: MainWindow, case: str) -> None:
    key, in_note = PLACES[case]
    focus_page(window)
    note = window.desk.draft.paragraph(key).notes[0].key if in_note else ""
    window.work.page.show_caret(Caret(key, note, Spot(0 if in_note else 40)))
    qtbot.keyClicks(window.work.page, "Re")
    qtbot.wait(1)
    assert window.completing.offered == []


def test_they_go_when_the_caret_leaves(qtbot: QtBot, window: MainWindow) -> None:
    begin(qtbot, window, "Re")
    assert window.completing.offered
    qtbot.keyClick(window.work.page, Qt.Key.Key_Left)
    assert window.completing.offered == []


def test_they_can_be_switched_off(qtbot: QtBot, window: MainWindow) -> None:
    window.settings.completion = False
    begin(qtbot, window, "Re")
    assert window.completing.offered == []
    act(window, "offer_opening")
    assert window.completing.offered


def test_what_is_not_known_is_said_when_asked(qtbot: QtBot, window: MainWindow) -> None:
    told: list[str] = []
    window.work.page.remark.connect(told.append)
    begin(qtbot, window, "Xyz")
    act(window, "offer_opening")
    assert told == ["No opening words are known that go on from here."]


# ------------------------------------------------------------------------------------ whole paragraphs


def selected(window: MainWindow) -> tuple[str, ...]:
    return window.work.page.shaping.selected()


def test_a_paragraph_is_selected(window: MainWindow) -> None:
    window.work.page.show_caret(Caret("p3", "", Spot(5)))
    act(window, "select_paragraph")
    assert window.work.page.textCursor().selectedText() == "Reaffirms that States cooperate;"
    assert selected(window) == ("p3",)


def test_keys_select_while_the_page_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    focus_page(window)
    window.work.page.show_caret(Caret("p3", "", Spot(5)))
    held = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.work.page, Qt.Key.Key_L, held)
    assert selected(window) == ("p3",)
    qtbot.keyClick(window.work.page, Qt.Key.Key_Down, held | Qt.KeyboardModifier.ShiftModifier)
    assert selected(window) == ("p3", "p4")


def test_a_selection_grows_and_shrinks_by_paragraphs(window: MainWindow) -> None:
    window.work.page.show_caret(Caret("p3", "", Spot(5)))
    seen = []
    for name in ("below", "below", "below", "above", "above", "above", "above"):
        act(window, f"select_{name}")
        seen.append(selected(window))
    assert seen == [
        ("p3",), ("p3", "p4"), ("p3", "p4", "p5"), ("p3", "p4"), ("p3",), ("p2", "p3"), ("p1", "p2", "p3"),
    ]  # fmt: skip


def test_acts_take_all_that_is_selected(window: MainWindow) -> None:
    window.work.page.show_caret(Caret("p1", "", Spot(5)))
    act(window, "select_below", "select_below", "delete_paragraphs")
    assert [one.key for one in window.desk.draft.paragraphs] == ["p3", "p4", "p5", "p6"]
