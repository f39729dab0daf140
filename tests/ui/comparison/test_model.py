# SPDX-License-Identifier: GPL-3.0-or-later
"""The list model: rows, folds that open and close, and what it says to screen readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pictures import compared
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.comparison.model import ComparisonModel, EntryRole, Fold

#    0 = 1 =   2 ~   3 = 4 = 5 =   6 +   7 =
PICTURE = "= PP1 PP1\n= PP2 PP2\n~ PP3 PP3\n= PP4 PP4\n= PP5 PP5\n= PP6 PP6\n+ - PP7\n= PP7 PP8"


@pytest.fixture
def model(qapp: QApplication) -> Iterator[ComparisonModel]:
    model = ComparisonModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(compared(PICTURE))
    yield model
    del tester


def lines(model: ComparisonModel) -> list[str]:
    """The visible lines: numbers of rows, folds as "2+3" (closed) or "2-3" (open)."""
    entries = [model.entry(line) for line in range(model.rowCount())]
    return [
        f"{entry.first}{'-' if entry.is_open else '+'}{entry.count}"
        if isinstance(entry, Fold)
        else str(entry.number)
        for entry in entries
    ]


def test_without_folding_every_row_is_a_line(model: ComparisonModel) -> None:
    assert lines(model) == ["0", "1", "2", "3", "4", "5", "6", "7"]


def test_folding_leaves_the_changes(model: ComparisonModel) -> None:
    model.set_folding(True)
    assert lines(model) == ["0+2", "2", "3+3", "6", "7+1"]
    model.set_folding(False)
    assert lines(model) == ["0", "1", "2", "3", "4", "5", "6", "7"]


def test_a_fold_opens_and_closes(model: ComparisonModel) -> None:
    model.set_folding(True)
    model.toggle(2)
    assert lines(model) == ["0+2", "2", "3-3", "3", "4", "5", "6", "7+1"]
    model.toggle(0)
    assert lines(model) == ["0-2", "0", "1", "2", "3-3", "3", "4", "5", "6", "7+1"]
    model.toggle(4)
    assert lines(model) == ["0-2", "0", "1", "2", "3+3", "6", "7+1"]
    model.toggle(3)
    assert lines(model) == ["0-2", "0", "1", "2", "3+3", "6", "7+1"]


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        ([], [0, 0, 1, 2, 2, 2, 3, 4]),
        ([2], [0, 0, 1, 3, 4, 5, 6, 7]),
        ([2, 0], [1, 2, 3, 5, 6, 7, 8, 9]),
    ],
)
def test_the_line_of_each_row(model: ComparisonModel, opened: list[int], expected: list[int]) -> None:
    model.set_folding(True)
    for line in opened:
        model.toggle(line)
    assert [model.line_of(number) for number in range(8)] == expected


def test_revealing_opens_the_fold(model: ComparisonModel) -> None:
    model.set_folding(True)
    assert model.reveal(4) == 4
    assert lines(model) == ["0+2", "2", "3-3", "3", "4", "5", "6", "7+1"]
    assert model.reveal(3) == 3
    assert model.reveal(2) == 1


def test_open_folds_stay_open_in_the_next_comparison(model: ComparisonModel) -> None:
    model.set_folding(True)
    model.toggle(2)
    model.show(compared(PICTURE.replace("= PP5 PP5", "~ PP5 PP5")))
    assert lines(model) == ["0+2", "2", "3-1", "3", "4", "5+1", "6", "7+1"]


@pytest.mark.parametrize(
    ("number", "following", "before"),
    [(-1, 2, None), (0, 2, None), (2, 6, None), (4, 6, 2), (6, None, 2), (7, None, 6)],
)
def test_next_and_previous_change(
    model: ComparisonModel, number: int, following: int | None, before: int | None
) -> None:
    assert (model.next_change(number), model.previous_change(number)) == (following, before)


def test_opening_sends_one_change_with_its_place(model: ComparisonModel) -> None:
    sent = []
    model.rowsInserted.connect(lambda _, first, last: sent.append(("inserted", first, last)))
    model.dataChanged.connect(lambda first, last: sent.append(("changed", first.row(), last.row())))
    model.set_folding(True)
    model.toggle(2)
    assert sent == [("inserted", 3, 5), ("changed", 2, 2)]


def test_what_screen_readers_hear(model: ComparisonModel) -> None:
    roles = Qt.ItemDataRole
    assert model.index(2).data(roles.DisplayRole) == "PP3"
    assert model.index(2).data(roles.AccessibleTextRole) == "PP3, reworded: “Text” replaced by “Other text”"
    assert model.index(6).data(roles.AccessibleDescriptionRole) == "56/2: Text of PP7"
    assert model.index(2).data(EntryRole) is model.entry(2)
    model.set_folding(True)
    assert model.index(2).data(roles.AccessibleTextRole) == "3 paragraphs unchanged, folded"
    assert model.index(2).data(roles.ToolTipRole) == "Click or press Enter to show them"
    model.toggle(2)
    assert model.index(2).data(roles.AccessibleTextRole) == "3 paragraphs unchanged, open"


def test_nothing_yet(qapp: QApplication) -> None:
    model = ComparisonModel()
    assert (model.rowCount(), model.changes, model.next_change(-1)) == (0, (), None)
