# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys through the comparison window, by its actions and keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pictures import compared
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Pairings
from drafting.errors import PenholderError
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from ui import tasks
from ui.comparison.rows import Version
from ui.comparison.window import ComparisonWindow
from ui.theme import apply_theme, load_theme, themes

KEYS = Qt.Key
BASE = (
    "Recalling the Charter of the United Nations,",
    "Noting the report of the High Commissioner on regional seminars,",
    "Reaffirming the duty of States to cooperate with one another,",
    "Emphasizing the role of dialogue among cultures and civilizations,",
    "Requests the Secretary-General to provide all necessary resources;",
    "Urges all actors to build an international order based on inclusion;",
    "Calls upon the international community to maximize the benefits of globalization;",
    "Decides to continue its consideration of the matter in 2022;",
)
REWORDED = (*BASE[:2], BASE[2].replace("duty", "obligation"), *BASE[3:7], BASE[7].replace("2022", "2024"))
MOVED = (BASE[3], *BASE[:3], *BASE[4:])


def version(name: str, texts: tuple[str, ...], *, is_draft: bool = False) -> Version:
    paragraphs = []
    for number, text in enumerate(texts):
        preamble = text.endswith(",")
        at = number + 1 if preamble else number + 1 - sum(text.endswith(",") for text in texts)
        kind, part = (Kind.PREAMBULAR, Part.PREAMBLE) if preamble else (Kind.OPERATIVE, Part.OPERATIVE)
        label = "" if preamble else str(at)
        name_of = f"{'PP' if preamble else 'OP'}{at}"
        paragraphs.append(Paragraph(name_of, kind, part, text, label, text.split(" ", 1)[0]))
    masthead = Masthead(symbol=f"A/HRC/RES/{name}", number=name, title="Cooperation")
    return Version(name, f"date of {name}", Resolution(masthead, tuple(paragraphs)), is_draft)


SERIES = (version("47/9", BASE), version("50/4", BASE), version("53/11", REWORDED), version("56/2", MOVED))
DRAFT = version("Draft", REWORDED, is_draft=True)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., ComparisonWindow]]:
    """Opens a window of fixed size on two versions of the series and waits for the rows."""
    apply_theme(qapp, "light")

    def make(left: int, right: int, versions: tuple[Version, ...] = SERIES) -> ComparisonWindow:
        window = ComparisonWindow(versions, left, right)
        qtbot.addWidget(window)
        window.resize(900, 420)
        window.show()
        settled(window, qtbot)
        return window

    yield make
    tasks.drain()
    themes().normal_size()
    apply_theme(qapp, "light")


def settled(window: ComparisonWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.busy and window.model.comparison is not None)


def here(window: ComparisonWindow) -> str:
    """The line in hand, by its title."""
    return str(window.view.currentIndex().data())


def visible_lines(window: ComparisonWindow) -> list[str]:
    return [str(window.model.index(line).data()) for line in range(window.model.rowCount())]


def press(
    window: ComparisonWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.view, key, modifier)


# -------------------------------------------------------------------------------------------- choosing


def test_two_versions_are_shown_under_their_heads(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    assert window.head.texts() == [
        "47/9, date of 47/9, 4 preambular, 4 operative",
        "53/11, date of 53/11, 4 preambular, 4 operative, 2 changed from 47/9",
    ]
    assert (window.place.text(), window.place.toolTip()) == ("2 changes", "From 47/9 to 53/11: 2 changed")
    assert window.windowTitle() == "47/9 and 53/11 compared · Cooperation"
    assert visible_lines(window) == ["PP1", "PP2", "PP3", "PP4", "OP1", "OP2", "OP3", "OP4"]


@pytest.mark.parametrize(("left", "right"), [(0, 1), (2, 0), (3, 2), (1, 3)])
def test_any_pair_can_be_chosen(
    opened: Callable[..., ComparisonWindow], qtbot: QtBot, left: int, right: int
) -> None:
    window = opened(0, 2)
    window.left.setCurrentIndex(left)
    window.right.setCurrentIndex(right)
    settled(window, qtbot)
    comparison = window.model.comparison
    assert comparison is not None
    assert comparison.versions == (SERIES[left], SERIES[right])


def test_swapping(opened: Callable[..., ComparisonWindow], qtbot: QtBot) -> None:
    window = opened(0, 2)
    window.acts["swap"].trigger()
    settled(window, qtbot)
    assert (window.left.currentText(), window.right.currentText()) == ("53/11", "47/9")
    assert window.head.texts()[0].startswith("53/11")


def test_the_draft_is_named_as_such(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(3, 4, (*SERIES, DRAFT))
    assert window.windowTitle() == "56/2 and the draft compared · Cooperation"


# --------------------------------------------------------------------------------------- getting about


def test_from_change_to_change_by_keys(opened: Callable[..., ComparisonWindow]) -> None:
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


def test_a_change_out_of_sight_comes_into_sight(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.resize(700, 260)
    window.acts["next_change"].trigger()
    window.acts["next_change"].trigger()
    place = window.view.visualRect(window.view.currentIndex())
    assert window.view.viewport().rect().contains(place)
    assert window.view.verticalScrollBar().value() > 0


def test_arrows_home_and_end(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    seen = []
    for key in (KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_End, KEYS.Key_Home):
        press(window, key)
        seen.append(here(window))
    assert seen == ["PP2", "PP3", "PP2", "OP4", "PP1"]


def test_typing_a_name_goes_to_the_paragraph(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    QTest.keyClicks(window.view, "op3")
    assert here(window) == "OP3"


def test_from_one_end_of_a_move_to_the_other(opened: Callable[..., ComparisonWindow]) -> None:
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


def test_changes_only(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.acts["next_change"].trigger()
    press(window, KEYS.Key_F9)
    assert visible_lines(window) == ["2 paragraphs unchanged", "PP3", "4 paragraphs unchanged", "OP4"]
    assert here(window) == "PP3"
    press(window, KEYS.Key_F9)
    assert here(window) == "PP3"
    assert len(visible_lines(window)) == 8


def test_a_fold_opens_by_key_and_by_click(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.acts["changes_only"].setChecked(True)
    press(window, KEYS.Key_Home)
    press(window, KEYS.Key_Return)
    assert visible_lines(window)[:4] == ["2 paragraphs unchanged", "PP1", "PP2", "PP3"]
    place = window.view.visualRect(window.model.index(0)).center()
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert visible_lines(window)[:2] == ["2 paragraphs unchanged", "PP3"]


# ---------------------------------------------------------------------------------------------- finding


def test_finding_while_typing(opened: Callable[..., ComparisonWindow]) -> None:
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


def test_a_hit_in_a_fold_opens_it(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.acts["changes_only"].setChecked(True)
    window.finder.field.setText("globalization")
    assert here(window) == "OP3"
    assert "OP2" in visible_lines(window)


def test_search_goes_round_and_is_left_by_escape(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.acts["find"].trigger()
    QTest.keyClicks(window.finder.field, "globalization")
    window.acts["find_previous"].trigger()
    assert window.finder.count.text() == "2 of 2"
    window.acts["find_next"].trigger()
    assert window.finder.count.text() == "1 of 2"
    QTest.keyClick(window.finder.field, KEYS.Key_Escape)
    assert (window.finder.field.text(), window.finder.count.text(), window.finder.hits) == ("", "", [])


def test_nothing_found_is_said(opened: Callable[..., ComparisonWindow]) -> None:
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
def test_copying_with_references(
    opened: Callable[..., ComparisonWindow], act: str, column: int, expected: str
) -> None:
    window = opened(0, 2)
    press(window, KEYS.Key_End)
    press(window, KEYS.Key_Right if column else KEYS.Key_Left)
    window.acts[act].trigger()
    assert QGuiApplication.clipboard().text() == expected
    assert window.statusBar().currentMessage() == "Copied OP4"


def test_what_cannot_be_copied_is_not_offered(opened: Callable[..., ComparisonWindow]) -> None:
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


# ------------------------------------------------------------------------------------- what it says of itself


@pytest.mark.parametrize(
    ("left", "right", "start"),
    [(0, 2, ""), (0, 1, "The two versions are the same"), (1, 1, "50/4 is compared with itself")],
)
def test_the_notice(opened: Callable[..., ComparisonWindow], left: int, right: int, start: str) -> None:
    window = opened(left, right)
    assert window.notice.text().startswith(start)
    assert window.notice.isVisible() is bool(start)
    assert window.acts["next_change"].isEnabled() is not bool(start)


def test_two_resolutions_that_have_nothing_in_common_are_said_to_be_two(
    opened: Callable[..., ComparisonWindow],
) -> None:
    other = version("60/1", ("Decides to establish a fund for the protection of the forests of the world;",))
    masthead = replace(other.resolution.masthead, title="Forests")
    other = replace(other, resolution=replace(other.resolution, masthead=masthead))
    window = opened(0, 1, (SERIES[0], other))
    assert window.notice.text().startswith("These are two different resolutions")


def test_a_failure_is_said_and_the_rows_stay(qtbot: QtBot) -> None:
    def aligner(old: Resolution, new: Resolution, fixed: Pairings | None) -> Alignment:
        if new.number == "56/2":
            raise PenholderError("The versions are of different series.")
        return align(old, new, fixed)

    window = ComparisonWindow(SERIES, 0, 2, aligner=aligner)
    qtbot.addWidget(window)
    settled(window, qtbot)
    window.right.setCurrentIndex(3)
    qtbot.waitUntil(lambda: window.notice.text() == "The versions are of different series.")
    assert window.model.rowCount() == 8
    window.right.setCurrentIndex(2)
    qtbot.waitUntil(lambda: window.notice.text() == "")


def test_long_work_is_announced_and_superseded(qtbot: QtBot) -> None:
    gate = threading.Event()

    def aligner(old: Resolution, new: Resolution, fixed: Pairings | None) -> Alignment:
        if new.number == "56/2":
            gate.wait(30)
        return align(old, new, fixed)

    window = ComparisonWindow(SERIES, 0, 3, aligner=aligner)
    qtbot.addWidget(window)
    window._say_busy()
    assert window.notice.text() == "Comparing 47/9 with 56/2 …"
    window.right.setCurrentIndex(2)
    settled(window, qtbot)
    gate.set()
    tasks.drain()
    QApplication.processEvents()
    comparison = window.model.comparison
    assert comparison is not None
    assert comparison.new.name == "53/11"
    assert window.notice.text() == ""


def test_closing_while_it_works(qtbot: QtBot) -> None:
    window = ComparisonWindow(SERIES, 0, 3)
    qtbot.addWidget(window)
    window.show()
    window.acts["close"].trigger()
    assert not window.isVisible()
    tasks.drain()


# ------------------------------------------------------------------------------------------ the living draft


def test_new_texts_keep_the_choice_the_row_and_its_place(
    opened: Callable[..., ComparisonWindow], qtbot: QtBot
) -> None:
    window = opened(0, 4, (*SERIES, DRAFT))
    window.resize(700, 260)
    window.view.go_to(5)
    before = window.view.visualRect(window.view.currentIndex()).top()
    longer = version("Draft", (BASE[0] + " and once more the Charter," * 9, *REWORDED[1:]), is_draft=True)
    window.set_versions((*SERIES, longer))
    settled(window, qtbot)
    assert (window.left.currentText(), window.right.currentText(), here(window)) == ("47/9", "Draft", "OP2")
    assert window.view.visualRect(window.view.currentIndex()).top() == before
    assert window.place.text() == "3 changes"


def test_nothing_is_compared_twice(qtbot: QtBot) -> None:
    made = []

    def aligner(old: Resolution, new: Resolution, fixed: Pairings | None) -> Alignment:
        made.append((old.number, new.number))
        return align(old, new, fixed)

    window = ComparisonWindow((*SERIES, DRAFT), 0, 2, aligner=aligner)
    qtbot.addWidget(window)
    settled(window, qtbot)
    window.set_versions((*SERIES, version("Draft", BASE, is_draft=True)))
    settled(window, qtbot)
    assert made == [("47/9", "53/11")]


def test_a_version_that_is_gone(opened: Callable[..., ComparisonWindow], qtbot: QtBot) -> None:
    window = opened(1, 3)
    window.set_versions(SERIES[:2])
    settled(window, qtbot)
    assert (window.left.currentText(), window.right.currentText()) == ("50/4", "50/4")


# ------------------------------------------------------------------------------------------------- looks


def test_every_change_has_its_mark_in_the_overview(opened: Callable[..., ComparisonWindow]) -> None:
    marks = opened(0, 2).overview.marks()
    assert [column for _, column in marks] == [None, None]
    assert marks[0][0] < 0.5 < marks[1][0]
    both_ends = opened(0, 3).overview.marks()
    assert [column for _, column in both_ends] == [1, 0]


def test_a_mark_stands_beside_its_row_while_all_rows_are_in_sight(
    opened: Callable[..., ComparisonWindow],
) -> None:
    once = version("60/1", (BASE[0].replace("Recalling", "Noting"), *BASE[1:]))
    window = opened(0, 1, (SERIES[0], once))
    window.acts["changes_only"].setChecked(True)
    window.resize(900, 800)
    [(middle, _)] = window.overview.marks()
    row = window.view.visualRect(window.model.index(0))
    assert middle * window.overview.height() == pytest.approx(row.center().y(), abs=2)


def test_a_click_in_the_overview_goes_there(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.resize(700, 260)
    bottom = QPoint(10, window.overview.height() - 2)
    QTest.mouseClick(window.overview, Qt.MouseButton.LeftButton, pos=bottom)
    bar = window.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    QTest.mousePress(window.overview, Qt.MouseButton.LeftButton, pos=bottom)
    QTest.mouseMove(window.overview, QPoint(10, 1))
    QTest.mouseClick(window.overview, Qt.MouseButton.LeftButton, pos=QPoint(10, 1))
    assert bar.value() == 0


def test_the_row_at_the_top_stays_there_when_the_window_narrows(
    opened: Callable[..., ComparisonWindow],
) -> None:
    window = opened(0, 2)
    window.setMinimumSize(0, 0)  # the few rows there are shall not all be in sight
    window.resize(1100, 260)
    bar = window.view.verticalScrollBar()
    bar.setValue(window.view.place(2)[0])
    window.resize(620, 260)
    assert window.view.indexAt(QPoint(1, 1)).row() == 2
    assert window.view.visualRect(window.model.index(2)).top() == 0


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_another_theme_shows_at_once(
    opened: Callable[..., ComparisonWindow], qapp: QApplication, name: str
) -> None:
    window = opened(0, 2)
    window.view.setCurrentIndex(window.model.index(4))
    apply_theme(qapp, name)
    image = window.view.viewport().grab().toImage()
    colours = {
        QColor(image.pixelColor(x, y)).name().upper() for x in range(0, 400, 3) for y in range(0, 150, 3)
    }
    assert load_theme(name).page in colours
    assert load_theme("light").page not in colours or name == "contrast"


def test_larger_text_makes_higher_rows(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    before = window.view.total()
    window.acts["larger"].trigger()
    window.acts["larger"].trigger()
    assert window.view.total() > before * 1.15
    window.acts["normal_size"].trigger()
    assert window.view.total() == before


def test_the_row_in_hand_stays_in_place_when_the_text_grows(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    window.view.go_to(3)
    before = window.view.visualRect(window.view.currentIndex()).top()
    window.acts["larger"].trigger()
    assert window.view.visualRect(window.view.currentIndex()).top() == before


def test_every_control_has_a_name(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    controls = [
        child
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for child in window.findChildren(kind)
        if child.isVisible()
    ]
    assert len(controls) >= 7
    for control in controls:
        # A combo box gives its choice for its name on Linux, where the name is told by other means.
        combo = isinstance(control, QComboBox)
        spoken = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        name = control.accessibleName() if combo else spoken
        assert any(char.isalpha() for char in name), control
        assert control.toolTip() or isinstance(control, QLineEdit), name


def test_screen_readers_hear_sentences(opened: Callable[..., ComparisonWindow]) -> None:
    window = opened(0, 2)
    rows = QAccessible.queryAccessibleInterface(window.view)
    said = [rows.child(line).text(QAccessible.Text.Name) for line in (0, 2)]
    assert said == ["PP1, unchanged", "PP3, reworded: “duty” replaced by “obligation”"]
    assert rows.text(QAccessible.Text.Name) == "Paragraphs of 47/9 and 53/11 side by side"


def test_no_rows_at_all(qtbot: QtBot) -> None:
    empty = compared("+ - PP1").old
    window = ComparisonWindow((empty, empty), 0, 1)
    qtbot.addWidget(window)
    window.show()
    settled(window, qtbot)
    for act in window.acts.all():
        if act is not window.acts["close"]:
            act.trigger()
    assert window.model.rowCount() == 0
    assert isinstance(window.place, QLabel)
