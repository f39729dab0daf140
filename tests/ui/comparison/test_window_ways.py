# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting about in the comparison window, by its actions and keys; folding, finding, copying."""

from __future__ import annotations

import pytest
from compared_texts import BASE, KEYS, REWORDED, Opened, here, press, visible_lines
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

# --------------------------------------------------------------------------------------- getting about


def test_from_change_to_change_by_keys(opened: Opened) -> None:
    window = opened(0, 2)
    assert window.place.text() == "2 changes"
    assert not window.acts["previous_change"].isEnabled()
    press(window, KEYS.Key_F8)
    assert (here(window), window.place.text()) == ("PP3", "change 1 of 2")
    press(window, KEYS.Key_F8)
    assert (here(window), window.place.text()) == ("OP4", "change 2 of 2")
    assert not window.acts["next_change"].isEnabled()
    press(window, KEYS.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert here(window) == "PP3"


def test_a_change_out_of_sight_comes_into_sight(opened: Opened) -> None:
    window = opened(0, 2)
    window.resize(700, 260)
    window.acts["next_change"].trigger()
    window.acts["next_change"].trigger()
    place = window.view.visualRect(window.view.currentIndex())
    assert window.view.viewport().rect().contains(place)
    assert window.view.verticalScrollBar().value() > 0


def test_arrows_home_and_end(opened: Opened) -> None:
    window = opened(0, 2)
    seen = []
    for key in (KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_End, KEYS.Key_Home):
        press(window, key)
        seen.append(here(window))
    assert seen == ["PP2", "PP3", "PP2", "OP4", "PP1"]


def test_typing_a_name_goes_to_the_paragraph(opened: Opened) -> None:
    window = opened(0, 2)
    QTest.keyClicks(window.view, "op3")
    assert here(window) == "OP3"


def test_from_one_end_of_a_move_to_the_other(opened: Opened) -> None:
    window = opened(0, 3)
    assert visible_lines(window)[0] == "PP4, now PP1"
    for key, expected in (
        (KEYS.Key_M, "PP4"),
        (KEYS.Key_M, "PP4, now PP1"),
        (KEYS.Key_M, "PP4"),
        (KEYS.Key_Return, "PP4, now PP1"),
    ):
        press(window, key)
        assert here(window) == expected
    press(window, KEYS.Key_Down)
    assert not window.acts["other_end"].isEnabled()


# -------------------------------------------------------------------------------------------- folding


def test_changes_only(opened: Opened) -> None:
    window = opened(0, 2)
    window.acts["next_change"].trigger()
    press(window, KEYS.Key_F9)
    assert visible_lines(window) == ["2 paragraphs unchanged", "PP3", "4 paragraphs unchanged", "OP4"]
    assert here(window) == "PP3"
    press(window, KEYS.Key_F9)
    assert here(window) == "PP3"
    assert len(visible_lines(window)) == 8


def test_a_fold_opens_by_key_and_by_click(opened: Opened) -> None:
    window = opened(0, 2)
    window.acts["changes_only"].setChecked(True)
    press(window, KEYS.Key_Home)
    press(window, KEYS.Key_Return)
    assert visible_lines(window)[:4] == ["2 paragraphs unchanged", "PP1", "PP2", "PP3"]
    place = window.view.visualRect(window.model.index(0)).center()
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert visible_lines(window)[:2] == ["2 paragraphs unchanged", "PP3"]


# ---------------------------------------------------------------------------------------------- finding


def test_finding_while_typing(opened: Opened) -> None:
    window = opened(0, 2)
    total = sum(text.lower().count("the") for text in (*BASE, *REWORDED))
    window.acts["find"].trigger()
    QTest.keyClicks(window.finder.field, "the ")
    assert (window.finder.count.text(), here(window)) == (f"1 of {total}", "PP1")
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(window.finder.field, KEYS.Key_Return, modifier)
        seen.append((window.finder.count.text().split(" ", 1)[0], here(window)))
    assert seen == [("2", "PP1"), ("3", "PP1"), ("4", "PP1"), ("5", "PP2"), ("4", "PP1")]


def test_a_hit_in_a_fold_opens_it(opened: Opened) -> None:
    window = opened(0, 2)
    window.acts["changes_only"].setChecked(True)
    window.finder.field.setText("globalization")
    assert here(window) == "OP3"
    assert "OP2" in visible_lines(window)


def test_search_goes_round_and_is_left_by_escape(opened: Opened) -> None:
    window = opened(0, 2)
    window.acts["find"].trigger()
    QTest.keyClicks(window.finder.field, "globalization")
    window.acts["find_previous"].trigger()
    assert window.finder.count.text() == "2 of 2"
    window.acts["find_next"].trigger()
    assert window.finder.count.text() == "1 of 2"
    QTest.keyClick(window.finder.field, KEYS.Key_Escape)
    assert (window.finder.field.text(), window.finder.count.text(), window.finder.hits) == ("", "", [])


def test_nothing_found_is_said(opened: Opened) -> None:
    window = opened(0, 2)
    window.finder.field.setText("penguin")
    assert window.finder.count.text() == "not found"


# ---------------------------------------------------------------------------------------------- copying


@pytest.mark.parametrize(
    ("act", "column", "expected"),
    [
        ("copy", 0, f"A/HRC/RES/47/9, OP4\n{BASE[7]}\n\nA/HRC/RES/53/11, OP4\n{REWORDED[7]}"),
        ("copy_one", 0, f"A/HRC/RES/47/9, OP4\n{BASE[7]}"),
        ("copy_one", 1, f"A/HRC/RES/53/11, OP4\n{REWORDED[7]}"),
    ],
)
def test_copying_with_references(opened: Opened, act: str, column: int, expected: str) -> None:
    window = opened(0, 2)
    press(window, KEYS.Key_End)
    press(window, KEYS.Key_Right if column else KEYS.Key_Left)
    window.acts[act].trigger()
    assert QGuiApplication.clipboard().text() == expected
    assert window.statusBar().currentMessage() == "Copied OP4"


def test_what_cannot_be_copied_is_not_offered(opened: Opened) -> None:
    window = opened(0, 3)
    press(window, KEYS.Key_M)
    offered = []
    for key in (KEYS.Key_Left, KEYS.Key_Right):
        press(window, key)
        offered.append((window.acts["copy"].isEnabled(), window.acts["copy_one"].isEnabled()))
    assert offered == [(True, True), (True, False)]
    window.acts["changes_only"].setChecked(True)
    press(window, KEYS.Key_End)
    assert not window.acts["copy"].isEnabled()
