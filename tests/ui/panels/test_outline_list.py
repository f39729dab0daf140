# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline in a window: rows open and close, several are acted on, and dragged ones move in the draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from restructured import ANNEXED, PLAIN, SECTIONS, drawn, key, keys, picture
from windows import act

from drafting.draft import Draft, delete
from ui.panels.outline_model import OutlineModel
from ui.panels.outline_rows import outline_rows
from ui.window import MainWindow

MOVE, LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Select = QItemSelectionModel.SelectionFlag


def open_all(draft: Draft) -> set[str]:
    return {row.group for row in outline_rows(draft, "") if row.group}


@pytest.fixture
def lettered(empty_window: MainWindow) -> MainWindow:
    """Everything open in the outline of a small draft."""
    window = empty_window
    window.desk.open(drawn(PLAIN))
    window.work.outline._opened |= open_all(window.desk.draft)  # type: ignore[arg-type]
    window.work.outline.show_draft(window.desk.draft, "")  # type: ignore[arg-type]
    return window


def shown(window: MainWindow) -> list[str]:
    return [row.text.strip() for row in window.work.outline.model.rows]


def stands(window: MainWindow) -> str:
    assert window.desk.draft is not None
    return picture(window.desk.draft)


def number(window: MainWindow, name: str) -> int:
    return shown(window).index(name)


def click(window: MainWindow, name: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = window.work.outline.list
    spot = view.visualRect(view.model().index(number(window, name), 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, held, spot)


# ------------------------------------------------------------------------------------------- the model


@pytest.mark.parametrize("start", [PLAIN, SECTIONS, ANNEXED])
def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, start: str) -> None:
    draft = drawn(start)
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.draft = lambda: draft
    for opened in (set(), open_all(draft), set()):
        model.show(outline_rows(draft, "p2", opened))
    assert model.rowCount() == len(outline_rows(draft, "p2"))
    assert tester.model() is model


@pytest.mark.parametrize(
    ("words", "before", "onto", "allowed", "at"),
    [
        ("h", "OP1", "", True, 2),
        ("g h", "OP1", "", True, 2),
        ("h", "OP1(a)", "", False, 3),
        ("h", "", "Operative part", True, 8),
        ("h", "", "Preamble", True, 2),
        ("a", "Operative part", "", True, 2),
        ("a", "", "", False, 8),  # below all rows
    ],
)
def test_what_may_be_dropped_where(
    words: str, before: str, onto: str, allowed: bool, at: int, qapp: QApplication
) -> None:
    draft = drawn(PLAIN)
    model = OutlineModel()
    model.draft = lambda: draft
    model.show(outline_rows(draft, "", open_all(draft)))
    names = [row.text.strip() for row in model.rows]
    indexes = [model.index(n) for n, row in enumerate(model.rows) if row.key in keys(draft, words)]
    data = model.mimeData(indexes)
    row = names.index(before) if before else -1
    parent = model.index(names.index(onto)) if onto else QModelIndex()
    moved: list[tuple[tuple[str, ...], int]] = []
    model.moved.connect(lambda dropped, place: moved.append((dropped, place)))
    assert model.canDropMimeData(data, MOVE, row, 0, parent) is allowed
    assert model.dropMimeData(data, MOVE, row, 0, parent) is allowed
    assert moved == ([(tuple(keys(draft, words)), at)] if allowed else [])


def test_rows_of_another_outline_and_other_things_are_not_taken(qapp: QApplication) -> None:
    draft = drawn(PLAIN)
    one, other = OutlineModel(), OutlineModel()
    for model in (one, other):
        model.draft = lambda: draft
        model.show(outline_rows(draft, "", open_all(draft)))
    data = one.mimeData([one.index(1)])
    assert not other.canDropMimeData(data, MOVE, 3, 0, QModelIndex())
    assert not one.canDropMimeData(data, Qt.DropAction.CopyAction, 3, 0, QModelIndex())
    text = QMimeData()
    text.setText("OP1")
    assert not one.canDropMimeData(text, MOVE, 3, 0, QModelIndex())
    assert one.supportedDragActions() == one.supportedDropActions() == MOVE
    drag = Qt.ItemFlag.ItemIsDragEnabled
    assert [bool(one.flags(one.index(n)) & drag) for n in range(2)] == [False, True]  # a whole part stays


# -------------------------------------------------------------------------------------- in the window


def test_arrows_open_and_close(lettered: MainWindow) -> None:
    view = lettered.work.outline.list
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert shown(lettered)[:2] == ["Preamble", "Operative part"]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert shown(lettered)[:3] == ["Preamble", "PP1", "PP2"]
    view.setCurrentIndex(view.model().index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 0
    spot = view.visualRect(view.model().index(0, 0))
    QTest.mouseClick(
        view.viewport(), LEFT, pos=spot.topLeft() + spot.center().__class__(8, spot.height() // 2)
    )
    assert shown(lettered)[:2] == ["Preamble", "Operative part"]


def test_a_click_shows_the_paragraph_and_the_keyboard_stays(lettered: MainWindow) -> None:
    view = lettered.work.outline.list
    view.setFocus()
    click(lettered, "OP2")
    assert lettered.work.page.current_paragraph == key(lettered.desk.draft, "g")  # type: ignore[arg-type]
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert lettered.work.page.hasFocus()


@pytest.mark.parametrize(
    ("names", "name", "after"),
    [
        (["PP2", "OP3"], "move_up", "PP1 b PP2 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h OP3 g"),
        (["PP1", "OP2"], "delete_paragraphs", "PP1 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 h"),
        (["OP1(a)(i)", "OP1(b)"], "promote", "PP1 a PP2 b OP1 c OP1(a) d OP1(b) e OP2 f OP3 g OP4 h"),
        (["OP2", "OP3"], "demote", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP1(c) g OP1(d) h"),
        (["OP1", "OP3"], "make_preambular", "PP1 a PP2 b PP3 c PP3(a) d PP3(a)(i) e PP3(b) f PP4 h OP1 g"),
        (["PP1", "PP2"], "make_operative", "OP1 a OP2 b OP3 c OP3(a) d OP3(a)(i) e OP3(b) f OP4 g OP5 h"),
        (["OP2", "OP3"], "make_heading", "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f H1 g H2 h"),
    ],
)
def test_acts_are_on_all_rows_selected(lettered: MainWindow, names: list[str], name: str, after: str) -> None:
    lettered.work.outline.list.setFocus()
    click(lettered, names[0])
    for other in names[1:]:
        click(lettered, other, CTRL)
    act(lettered, name)
    assert stands(lettered) == after
    assert lettered.desk.undo_stack.count() == 1
    act(lettered, "undo")
    assert stands(lettered) == PLAIN


def test_the_rows_stay_selected_while_they_move(lettered: MainWindow) -> None:
    outline = lettered.work.outline
    outline.list.setFocus()
    click(lettered, "OP3")
    click(lettered, "PP2", CTRL)
    before = outline.selected()
    act(lettered, "move_up")
    outline.show_draft(lettered.desk.draft, lettered.work.page.current_paragraph)  # type: ignore[arg-type]
    assert outline.selected() == before
    act(lettered, "undo", "redo")
    lettered.work.page.setFocus()
    assert outline.keys() == ()  # the page is in hand


def test_their_menu_has_the_acts_of_the_page(lettered: MainWindow) -> None:
    view = lettered.work.outline.list
    click(lettered, "OP2")
    click(lettered, "OP3", SHIFT)
    spot = view.visualRect(view.model().index(number(lettered, "OP3"), 0)).center()
    view.customContextMenuRequested.emit(spot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one is lettered.acts["delete_paragraphs"]).trigger()
    menu.close()
    assert stands(lettered) == "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f"


@pytest.mark.skipif("sys.platform == 'darwin'", reason="the keys are others there")
def test_the_keys_of_acts_work_in_the_outline_too(lettered: MainWindow) -> None:
    view = lettered.work.outline.list
    view.setFocus()
    click(lettered, "OP3")
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | SHIFT)
    assert stands(lettered).endswith("OP2 h OP3 g")


def drag(window: MainWindow, names: list[str], onto: str, part: float) -> bool:
    """Drag rows to a height within another one, as Qt does; whether the drop was taken."""
    view = window.work.outline.list
    outline = window.work.outline
    outline.select([row.key for row in outline.model.rows if row.text.strip() in names])
    data = outline.model.mimeData(view.selectedIndexes())
    rect = view.visualRect(view.model().index(number(window, onto), 0))
    spot = QPointF(rect.center().x(), rect.top() + part * rect.height())
    args = (MOVE, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(spot.toPoint(), *args))
    move = QDragMoveEvent(spot.toPoint(), *args)
    QApplication.sendEvent(view.viewport(), move)
    drop = QDropEvent(spot, *args)
    QApplication.sendEvent(view.viewport(), drop)
    QApplication.processEvents()
    return move.isAccepted() and drop.isAccepted()


@pytest.mark.parametrize(
    ("names", "onto", "part", "after"),
    [
        (["OP3"], "OP1", 0.05, "PP1 a PP2 b OP1 h OP2 c OP2(a) d OP2(a)(i) e OP2(b) f OP3 g"),
        (["OP1"], "OP3", 0.95, "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"),
        (["OP2", "OP3"], "OP1", 0.1, "PP1 a PP2 b OP1 g OP2 h OP3 c OP3(a) d OP3(a)(i) e OP3(b) f"),
        (["PP1"], "PP2", 0.8, "PP1 b PP2 a OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"),
        (["PP1"], "OP2", 0.9, ""),
        (["OP2"], "OP1(a)", 0.1, ""),
    ],
)
def test_rows_dragged_move_in_the_draft(
    lettered: MainWindow, names: list[str], onto: str, part: float, after: str
) -> None:
    told: list[str] = []
    lettered.work.outlining.told.connect(told.append)
    taken = drag(lettered, names, onto, part)
    assert taken is bool(after)
    assert stands(lettered) == (after or PLAIN)
    assert lettered.desk.undo_stack.count() == bool(after)
    assert told[0].endswith("Nothing was changed.") is not taken
    assert told[-1] == ""


def test_rows_older_than_the_text_are_let_go_where_they_are_now(lettered: MainWindow) -> None:
    page, draft = lettered.work.page, lettered.desk.draft
    assert draft is not None
    said: list[str] = []
    page.remark.connect(said.append)
    lettered.work.outline.model.draft = lambda: draft  # as it was shown
    act(lettered, "insert_before")  # PP1 is PP2 now
    lettered.work.outline.moved.emit((key(draft, "h"),), draft.position(key(draft, "g")))
    assert stands(lettered).endswith("OP2 h OP3 g")
    lettered.desk.do(delete(lettered.desk.draft, [key(draft, "h")]))  # type: ignore[arg-type]
    lettered.work.outline.moved.emit((key(draft, "h"),), 2)
    assert said == ["The text has changed meanwhile. Nothing was moved."]


def test_words_narrow_the_outline(lettered: MainWindow) -> None:
    outline = lettered.work.outline
    outline.narrowing.field.setText("op1")
    assert shown(lettered) == ["Preamble", "Operative part", "OP1", "OP1(a)", "OP1(a)(i)", "OP1(b)"]
    assert outline.narrowing.count.text() == "4 of 8"
    outline.narrowing.clear()
    assert len(shown(lettered)) == 10


def test_a_screen_reader_hears_what_a_row_is(lettered: MainWindow) -> None:
    model = lettered.work.outline.model
    spoken = [str(model.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(3)]
    assert spoken[0] == "Preamble, 2 paragraphs, open"
    assert spoken[2].startswith("PP2, ")
