# SPDX-License-Identifier: GPL-3.0-or-later
"""Words marked by what they weigh: classes hidden by key, told in words, folded, gone through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pictures import compared
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Span
from drafting.resolution import Kind as ParagraphKind
from drafting.resolution import Masthead, Paragraph, Part, Resolution
from ui.comparison.ink import Line, Style
from ui.comparison.legend import Legend
from ui.comparison.model import ComparisonModel
from ui.comparison.rows import WORDS, Layer, Mark, Version
from ui.comparison.sentences import describe
from ui.comparison.window import ComparisonWindow
from ui.theme import NAMES, apply_theme, load_theme

KEYS, SHIFT, PLAIN = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
OLD = (
    "Requests the Office to report to the Council at its fifty-third session;",
    "Urges all States to cooperate with one another in good faith;",
    "Calls upon States to cooperate, in good faith and without delay, with the Council;",
    "Decides that the fund's purpose is to support all training for delegates;",
    "Stresses the value of dialogue among peoples and nations of every region;",
)
NEW = (
    OLD[0].replace("fifty-third", "fifty-sixth"),  # routine
    OLD[1].replace("all ", ""),  # substance
    OLD[2].replace("cooperate, in", "cooperate in"),  # style
    OLD[3].replace("'", "’"),  # a glyph
    OLD[4],
)


def version(name: str, texts: tuple[str, ...]) -> Version:
    paragraphs = tuple(
        Paragraph(f"OP{at}", ParagraphKind.OPERATIVE, Part.OPERATIVE, text, str(at))
        for at, text in enumerate(texts, start=1)
    )
    return Version(name, "", Resolution(Masthead(number=name, title="Cooperation"), paragraphs))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[ComparisonWindow]:
    apply_theme(qapp, "light")
    made = ComparisonWindow((version("53/11", OLD), version("56/2", NEW)), 0, 1, aligner=align)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    qtbot.waitUntil(lambda: not made.busy and made.model.comparison is not None)
    yield made
    apply_theme(qapp, "light")


def lines(window: ComparisonWindow) -> list[str]:
    return [str(window.model.index(line).data()) for line in range(window.model.rowCount())]


def marked(window: ComparisonWindow, row: int) -> list[Layer]:
    """The classes of the marks that are drawn on the left of a row."""
    found = window.model.comparison
    assert found is not None
    delegate, rect = window.view.delegate, window.view.visualRect(window.model.index(row))
    points = (QPoint(x, y) for y in range(rect.top(), rect.bottom(), 7) for x in range(0, 550, 3))
    marks = (delegate.mark_at(point, rect, found.rows[row]) for point in points)
    return sorted({mark.layer for mark in marks if mark})


def press(window: ComparisonWindow, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(window.view, key, held)


def ctrl(window: ComparisonWindow, key: Qt.Key) -> None:
    press(window, key, Qt.KeyboardModifier.ControlModifier)


def test_each_row_knows_the_classes_of_what_differs(window: ComparisonWindow) -> None:
    found = window.model.comparison
    assert found is not None
    assert [row.layers for row in found.rows] == [
        {Layer.ROUTINE},
        {Layer.SUBSTANCE},
        {Layer.STYLE},
        {Layer.GLYPHS},
        set(),
    ]
    assert [row.differs for row in found.rows] == [True, True, True, False, False]


def test_the_switches_say_how_many(window: ComparisonWindow) -> None:
    texts = [chip.text() for chip in window.filtering.chips.values()]
    assert texts == ["Substance 1", "Routine 1", "Style 1", "Glyphs 1"]


@pytest.mark.parametrize(
    ("key", "row", "layer"),
    [(KEYS.Key_1, 1, "substance"), (KEYS.Key_2, 0, "routine"), (KEYS.Key_3, 2, "style")],
)
def test_a_class_is_hidden_and_shown_by_its_key(
    window: ComparisonWindow, key: Qt.Key, row: int, layer: str
) -> None:
    assert marked(window, row) == [layer]
    ctrl(window, key)
    assert marked(window, row) == []
    assert row not in window.model.changes
    assert not window.filtering.chips[Layer(layer)].isChecked()
    ctrl(window, key)
    assert row in window.model.changes


def test_glyphs_are_shown_only_when_asked_for(window: ComparisonWindow) -> None:
    assert marked(window, 3) == []
    assert window.model.changes == (0, 1, 2)
    ctrl(window, KEYS.Key_4)
    assert marked(window, 3) == [Layer.GLYPHS]
    assert window.model.changes == (0, 1, 2, 3)


def test_changes_only_says_how_much_is_folded(window: ComparisonWindow) -> None:
    press(window, KEYS.Key_F9)
    assert lines(window) == ["OP1", "OP2", "OP3", "2 paragraphs unchanged"]
    assert window.filtering.only.text() == "Changes only · 2"
    assert window.filtering.only.accessibleName() == "Changes only, 2 folded"
    assert window.filtering.only.toolTip().endswith("2 folded")
    ctrl(window, KEYS.Key_3)
    assert lines(window)[-1] == "3 paragraphs folded, 1 of them with changes that are hidden"
    assert window.filtering.only.text() == "Changes only · 3"
    press(window, KEYS.Key_F9)
    assert window.filtering.only.text() == "Changes only"


def test_of_substance_only_and_back(window: ComparisonWindow) -> None:
    press(window, KEYS.Key_F9, SHIFT)
    assert [line for line in lines(window) if line.startswith("OP")] == ["OP2"]
    assert window.acts["changes_only"].isChecked()
    assert window.acts["substance_only"].isChecked()
    ctrl(window, KEYS.Key_2)
    assert not window.acts["substance_only"].isChecked()
    ctrl(window, KEYS.Key_2)
    assert window.acts["substance_only"].isChecked()
    press(window, KEYS.Key_F9, SHIFT)
    assert (window.model.shown, window.model.folding) == (WORDS, False)


def test_from_change_to_change_of_substance(window: ComparisonWindow) -> None:
    window.view.setCurrentIndex(window.model.index(4))
    seen = []
    for held in (SHIFT, SHIFT, PLAIN):
        press(window, KEYS.Key_F7, held)
        seen.append(str(window.view.currentIndex().data()))
    assert seen == ["OP2", "OP2", "OP2"]
    press(window, KEYS.Key_F8, SHIFT)
    assert window.view.currentIndex().data() == "OP1"


def test_hidden_classes_are_passed_over_on_the_way(window: ComparisonWindow) -> None:
    ctrl(window, KEYS.Key_2)
    press(window, KEYS.Key_F8)
    assert (window.view.currentIndex().data(), window.place.text()) == ("OP2", "change 1 of 2")


def test_the_mouse_is_told_why_words_are_marked(
    window: ComparisonWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _view=None: said.append(text))
    rect = window.view.visualRect(window.model.index(1))
    at = next(
        QPoint(x, rect.top() + 20)
        for x in range(550)
        if window.view.delegate.mark_at(QPoint(x, rect.top() + 20), rect, window.model.comparison.rows[1])
    )
    event = QHelpEvent(QEvent.Type.ToolTip, at, window.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(window.view.viewport(), event)
    assert said == ["qualifier dropped: all"]


def test_what_is_hidden_is_not_said() -> None:
    texts = {"OP1": ("Notes the report of the 53rd session", "Notes the plan of the 56th session")}
    comparison = compared("~ OP1 OP1", texts)
    row = comparison.rows[0]
    assert row.layers == {Layer.SUBSTANCE, Layer.ROUTINE}
    said = describe(row, comparison, frozenset({Layer.SUBSTANCE}))
    assert said == "OP1, reworded: “report” replaced by “plan”"


@pytest.mark.parametrize("theme", NAMES)
def test_the_classes_differ_in_more_than_colour(qapp: QApplication, theme: str) -> None:
    style = Style(load_theme(theme), frozenset(Layer))
    inks = {layer: style.ink(Mark(Span(0, 1), layer, "", True)) for layer in Layer}
    assert [inks[layer].line for layer in Layer] == [Line.THICK, Line.THIN, Line.DOTTED, Line.DOTTED]
    assert [layer for layer in Layer if inks[layer].ground] == [Layer.SUBSTANCE]


def test_the_legend_explains_what_is_shown(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_layers(frozenset({Layer.SUBSTANCE, Layer.GLYPHS}))
    assert "substance; glyphs" in legend.accessibleName()
    assert "routine" not in legend.accessibleName()
    shown = legend.sizeHint().width()
    legend.show_layers(frozenset(Layer))
    assert legend.sizeHint().width() > shown


def test_the_model_stays_sound_whatever_is_hidden(qapp: QApplication) -> None:
    model = ComparisonModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(compared("= PP1 PP1\n~ PP2 PP2\n> PP4 PP3\n= PP3 PP4\n+ - PP5"))
    model.set_folding(True)
    counts = []
    for shown in (WORDS, frozenset({Layer.SUBSTANCE}), frozenset({Layer.ROUTINE}), frozenset()):
        model.set_shown(shown)
        counts.append((model.rowCount(), len(model.changes), model.folded))
    assert counts == [(6, 3, 2), (4, 2, 4), (5, 1, 4), (1, 0, 6)]
    del tester
