# SPDX-License-Identifier: GPL-3.0-or-later
"""More than two columns: rows over all of them, what each is compared with, and the draft live among them."""

from __future__ import annotations

from pathlib import Path

import pytest
from comparison_samples import paragraph
from gold import NAMES, load_gold
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from small import small_draft

from drafting.comparing.lineage import trace
from drafting.comparing.paragraphs import align
from drafting.draft import Rewritten, rewrite
from drafting.resolution import Masthead, Resolution
from ui.comparing import Comparing
from ui.comparison.arranging import arrange
from ui.comparison.choosing import Choice
from ui.comparison.rows import Column, Comparison, Layer, Version
from ui.comparison.search import find
from ui.comparison.sentences import describe, summary
from ui.comparison.window import ComparisonWindow
from ui.desk import Desk
from ui.theme import apply_theme

A = "Recalling the Charter of the United Nations and the purposes stated there,"
B = "Stressing the need for dialogue among civilizations, cultures and religions,"
C = "Welcoming the report of the Secretary-General on the regional seminars held,"
D = "Noting with concern the lack of resources for the training of delegates,"
B2 = B.replace("dialogue", "lasting dialogue")


def version(name: str, *texts: str) -> Version:
    paragraphs = tuple(paragraph(f"PP{at}", text) for at, text in enumerate(texts, start=1))
    return Version(name, "", Resolution(Masthead(number=name, title="Cooperation"), paragraphs))


def side_by_side(*versions: Version, fixed: int | None = None) -> Comparison:
    """All the versions in columns, each compared with its left neighbour or all with the fixed one."""
    series = trace([one.resolution for one in versions])
    threads = [thread.places for thread in series.threads]
    choice = Choice(versions, tuple(range(len(versions))), fixed, threads)
    columns = [Column(one, against) for one, against in zip(versions, choice.against, strict=True)]
    found = {
        at: align(versions[one.against].resolution, one.version.resolution)
        for at, one in enumerate(columns)
        if one.against is not None
    }
    return arrange(columns, found, choice.lives)


def drawn(comparison: Comparison) -> list[str]:
    """The rows as lines: the ids by column; a ghost begins with "o"."""
    return [
        ("o " if row.ghost else "") + " ".join("+".join(ids) or "-" for ids in row.ids)
        for row in comparison.rows
    ]


def marked(comparison: Comparison, row: int, column: int) -> list[tuple[str, bool]]:
    cell = comparison.rows[row].cells[column]
    assert cell is not None
    return [(mark.span.of(one.text), mark.gone) for one in cell.passages for mark in one.marks]


def tags(comparison: Comparison, row: int) -> list[str]:
    return [tag.text for cell in comparison.rows[row].cells if cell for tag in cell.tags]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (((A, B), (A, B), (A, B)), ["PP1 PP1 PP1", "PP2 PP2 PP2"]),
        (((A, B), (A, C, B), (A, C, B2)), ["PP1 PP1 PP1", "- PP2 PP2", "PP2 PP3 PP3"]),
        # Dropped for good: it stands where it was; dropped and back: it stands in its old row.
        (((A, B, C), (A, C), (A, C)), ["PP1 PP1 PP1", "PP2 - -", "PP3 PP2 PP2"]),
        (((A, B, C), (A, C), (A, B, C)), ["PP1 PP1 PP1", "PP2 - PP2", "PP3 PP2 PP3"]),
        # In one version only, each in its place.
        (((A, B), (A, D, B), (A, B)), ["PP1 PP1 PP1", "- PP2 -", "PP2 PP3 PP2"]),
        # Moved between the first two: in the row of the last, with a ghost at the place it left.
        (
            ((A, B, C, D), (D, A, B, C), (D, A, B, C)),
            ["PP4 PP1 PP1", "PP1 PP2 PP2", "PP2 PP3 PP3", "PP3 PP4 PP4", "o PP4 - -"],
        ),
    ],
)
def test_rows_run_over_all_columns(texts: tuple[tuple[str, ...], ...], expected: list[str]) -> None:
    versions = [version(f"{year}/1", *said) for year, said in enumerate(texts, start=50)]
    assert drawn(side_by_side(*versions)) == expected


def test_what_came_back_is_told_apart_from_what_is_new() -> None:
    found = side_by_side(version("50/1", A, B), version("51/1", A), version("52/1", A, B, D))
    assert [tags(found, row) for row in range(3)] == [[], ["not in 51/1", "back in 52/1"], ["new in 52/1"]]


def test_each_column_is_marked_against_its_left_neighbour() -> None:
    found = side_by_side(
        version("50/1", A), version("51/1", A.replace("purposes", "aims")), version("52/1", A)
    )
    assert marked(found, 0, 0) == [("purposes", True)]
    assert marked(found, 0, 1) == [("aims", False), ("aims", True)]
    assert marked(found, 0, 2) == [("purposes", False)]


def test_words_of_the_column_before_are_not_said_twice() -> None:
    found = side_by_side(version("50/1", B), version("51/1", B), version("52/1", B2), version("53/1", B2))
    assert [cell.same for cell in found.rows[0].cells if cell] == ["", "50/1", "", "52/1"]
    # Words that go in the next column have to be seen where they go from.
    found = side_by_side(version("50/1", B2), version("51/1", B2), version("52/1", B))
    assert [cell.same for cell in found.rows[0].cells if cell] == ["", "", ""]


def test_search_passes_over_words_that_are_not_shown() -> None:
    found = side_by_side(version("50/1", B), version("51/1", B), version("52/1", B2))
    assert [hit.column for hit in find(found, "civilizations")] == [0, 2]


def test_all_compared_with_one_each_says_what_is_missing() -> None:
    found = side_by_side(version("50/1", B2), version("51/1", B), version("52/1", B2), fixed=0)
    assert marked(found, 0, 0) == []
    [gap] = [mark for one in found.rows[0].cells[1].passages for mark in one.marks]  # type: ignore[union-attr]
    assert (gap.span.start, gap.span.end, gap.gone) == (B.index(" dialogue"), B.index(" dialogue"), True)
    assert gap.why.startswith("“lasting” went, ")
    assert [summary(found, column) for column in (1, 2)] == ["1 changed", "nothing changed"]


def test_what_two_columns_have_beyond_the_fixed_one_stands_in_one_row() -> None:
    found = side_by_side(version("50/1", A), version("51/1", A, D), version("52/1", A, D), fixed=0)
    assert drawn(found) == ["PP1 PP1 PP1", "- PP2 PP2"]


def test_each_column_that_differs_is_told_by_its_name() -> None:
    found = side_by_side(version("50/1", A, B), version("51/1", A, B), version("52/1", A, B2))
    assert describe(found.rows[0], found) == "PP1, unchanged in all"
    assert describe(found.rows[1], found).startswith("PP2. 52/1, reworded: “lasting” added")


@given(
    st.lists(
        st.permutations([A, B, C, D]).flatmap(lambda t: st.integers(0, 4).map(lambda n: t[:n])),
        min_size=3,
        max_size=4,
    ),
    st.integers(-1, 2),
)
def test_nothing_is_lost_whatever_stands_side_by_side(texts: list[list[str]], fixed: int) -> None:
    """Every paragraph of every version stands in exactly one row, ghosts apart, and partners agree."""
    versions = [version(f"{year}/1", *said) for year, said in enumerate(texts, start=50)]
    found = side_by_side(*versions, fixed=None if fixed < 0 else fixed)
    for column, one in enumerate(versions):
        shown = [name for row in found.rows if not row.ghost for name in row.ids[column]]
        assert sorted(shown) == sorted(known.id for known in one.resolution.paragraphs)
    assert [row.number for row in found.rows] == list(range(len(found.rows)))
    for row in found.rows:
        assert row.ghost <= (row.partner is not None)
        assert row.partner is None or row.ghost or found.rows[row.partner].partner == row.number


def test_all_the_versions_of_a_real_series(shared: Path) -> None:
    versions = [Version(name, "", load_gold(shared / "gold", name)) for name in NAMES]
    found = side_by_side(*versions)
    for column in range(1, len(versions)):
        alignment = align(versions[column - 1].resolution, versions[column].resolution)
        assert set(found.pairs(column)) == set(alignment.pairs)
        assert len(found.pairs(column)) == len(alignment.pairs)


# ------------------------------------------------------------------------------------------ choosing columns

FIVE = tuple(version(f"{year}/1", A, B) for year in range(50, 55))


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (lambda choice: choice.added(), (1, 3, 4)),
        (lambda choice: choice.added().added().added().added(), (0, 1, 2, 3, 4)),
        (lambda choice: choice.dropped(0), (1, 4)),
        (lambda choice: choice.added().dropped(1), (1, 4)),
        (lambda choice: choice.moved(0, 1), (4, 1)),
        (lambda choice: choice.moved(1, 1), (1, 4)),
        (lambda choice: choice.added().with_column(0, 4), (4, 3, 1)),
        (lambda choice: choice.with_column(0, 4), (4, 4)),
        (lambda choice: choice.moved(0, 1).added(), (4, 1, 3)),
        (lambda choice: choice.renewed(FIVE[:3]), (1, 2)),
    ],
)
def test_columns_are_chosen(act: object, expected: tuple[int, ...]) -> None:
    assert callable(act)
    assert act(Choice(FIVE, (1, 4))).shown == expected


def test_the_fixed_column_stays_the_same_version() -> None:
    choice = Choice(FIVE, (0, 1, 2)).compared_with(1)
    assert choice.against == (1, None, 1)
    assert choice.moved(1, -1).against == (None, 0, 0)
    assert choice.dropped(1).against == (None, 0)
    assert choice.compared_with(None).against == (None, 0, 1)


# ------------------------------------------------------------------------------------------------ the window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> ComparisonWindow:
    apply_theme(qapp, "light")
    made = ComparisonWindow((*FIVE[:4], version("54/1", A, B2)), 0, 4)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    settle(made, qtbot)
    return made


def settle(window: ComparisonWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.busy and window.model.comparison is not None)


def act(window: ComparisonWindow, qtbot: QtBot, *names: str) -> list[str]:
    """Does these acts and gives the names of the columns shown then."""
    for name in names:
        window.acts[name].trigger()
        settle(window, qtbot)
    assert window.model.comparison is not None
    return [one.name for one in window.model.comparison.versions]


def test_columns_are_added_up_to_five_and_hidden(window: ComparisonWindow, qtbot: QtBot) -> None:
    assert act(window, qtbot, "add_column") == ["50/1", "53/1", "54/1"]
    assert act(window, qtbot, "add_column", "add_column") == [one.name for one in FIVE]
    assert not window.acts["add_column"].isEnabled()
    assert len(window.head.texts()) == 5
    window.view.set_column(1)
    assert act(window, qtbot, "drop_column") == ["50/1", "52/1", "53/1", "54/1"]
    assert len(window.head.texts()) == 4


def test_a_column_goes_left_and_right_and_stays_in_hand(window: ComparisonWindow, qtbot: QtBot) -> None:
    act(window, qtbot, "add_column")
    window.view.set_column(2)
    assert act(window, qtbot, "column_left") == ["50/1", "54/1", "53/1"]
    assert window.view.column == 1
    assert act(window, qtbot, "column_right", "swap") == ["54/1", "53/1", "50/1"]


def test_arrows_take_columns_in_hand(window: ComparisonWindow, qtbot: QtBot) -> None:
    act(window, qtbot, "add_column")
    window.view.setFocus()
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(window.view, key)
        seen.append(window.view.column)
    assert seen == [0, 0, 1, 2, 2]


def test_all_are_compared_with_the_column_in_hand(window: ComparisonWindow, qtbot: QtBot) -> None:
    act(window, qtbot, "add_column")
    window.view.set_column(2)
    act(window, qtbot, "with_this")
    assert window.model.comparison is not None
    assert [column.against for column in window.model.comparison.columns] == [2, 2, None]
    assert window.head.texts()[0].endswith("1 changed from 54/1")
    act(window, qtbot, "with_neighbour")
    assert [column.against for column in window.model.comparison.columns] == [None, 0, 1]


def test_the_row_in_hand_stays_when_columns_come(window: ComparisonWindow, qtbot: QtBot) -> None:
    window.view.go_to(1)
    act(window, qtbot, "add_column")
    assert window.view.current_number() == 1


def test_repeated_words_are_shown_when_asked_for(window: ComparisonWindow, qtbot: QtBot) -> None:
    act(window, qtbot, "add_column")
    short = window.view.total()
    window.resize(520, 500)
    before = window.view.total()
    window.acts["in_full"].trigger()
    assert window.view.total() >= before > short


def test_the_draft_is_live_among_the_columns(qtbot: QtBot, qapp: QApplication) -> None:
    desk, parent = Desk(), QWidget()
    qtbot.addWidget(parent)
    comparing = Comparing(desk, parent)
    desk.open(small_draft())
    comparing.open()
    window = comparing.window
    assert window is not None
    act(window, qtbot, "add_column")
    assert [one.name for one in window.model.comparison.versions] == ["50/4", "53/11", "Draft"]  # type: ignore[union-attr]
    draft = desk.draft
    assert draft is not None
    first = draft.paragraphs[0]
    desk.do(rewrite(draft, [first.key], [Rewritten(first.key, "Stressing " + first.text)]))
    comparing.update()
    settle(window, qtbot)
    assert window.model.comparison is not None
    assert summary(window.model.comparison, 2) == "1 changed"
    assert window.model.comparison.rows[0].layers >= {Layer.SUBSTANCE}
    comparing.close()
