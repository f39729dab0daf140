# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings on the page: waves, signs in the gutter, tips, and words for those who hear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip
from small import OP1
from windows import act

from drafting.checking import Severity
from drafting.draft import Role, Run
from ui.checks.sign import paint_sign, paint_wave
from ui.editor.found import stretch
from ui.editor.lines import Line, Sort
from ui.editor.menu import context_menu
from ui.theme import NAMES, load_theme
from ui.window import MainWindow


def words_at(window: MainWindow) -> QPoint:
    """A point on the word “States” of OP1."""
    found = window.work.page.found
    assert found is not None
    [one] = found.checker.at("p3")
    return found.rects(one.at)[0].center().toPoint() - QPoint(0, window.work.page.verticalScrollBar().value())


def test_a_tip_says_what_was_found(window: MainWindow) -> None:
    page, point = window.work.page, words_at(window)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, page.viewport().mapToGlobal(point))
    QApplication.sendEvent(page.viewport(), event)
    assert QToolTip.text() == "Warning: “States” stands here."
    QToolTip.hideText()


def test_a_screen_reader_hears_it_at_the_caret(window: MainWindow) -> None:
    window.work.page.show_paragraph("p3")
    assert window.work.page.accessibleDescription().endswith("\nWarning: “States” stands here.")
    act(window, "next_finding", "ignore")
    window.work.page.show_paragraph("p3")
    assert "stands here" not in window.work.page.accessibleDescription()


def test_the_context_menu_has_the_acts(window: MainWindow) -> None:
    menu = context_menu(window.work.page, QPointF(words_at(window)))
    texts = [action.text() for action in menu.actions()][:4]
    assert texts == ["“States” stands here.", "&Fix", "&Ignore here", "Ignore &always"]
    menu.actions()[1].trigger()
    assert "Member States" in window.work.page.toPlainText()
    menu.close()


@pytest.mark.parametrize(
    ("runs", "start", "end", "place"),
    [
        ((Run(Role.TEXT, OP1, 0),), 15, 21, (15, 21)),
        (
            (Run(Role.OLD, "old ", 0, "q"), Run(Role.NEW, "new ", 4, "q"), Run(Role.TEXT, OP1, 4)),
            19,
            25,
            (23, 29),
        ),
        ((Run(Role.MARK, "1", 0, "n"), Run(Role.TEXT, "States", 0)), 0, 6, (1, 7)),
        ((Run(Role.TEXT, "States", 0),), 6, 6, (5, 6)),
        ((Run(Role.TEXT, "States", 0),), 0, 0, (0, 1)),
    ],
)
def test_words_are_found_among_what_is_proposed(
    runs: tuple[Run, ...], start: int, end: int, place: tuple[int, int]
) -> None:
    assert stretch(Line(Sort.PARAGRAPH, runs), start, end) == place


def ink(severity: Severity, theme: str) -> list[bool]:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    ground = QColor(load_theme(theme).page)
    image.fill(ground)
    painter = QPainter(image)
    paint_sign(painter, severity, load_theme(theme), QRectF(1, 1, 13, 13))
    painter.end()
    return [image.pixelColor(x, y) != ground for x in range(16) for y in range(16)]


@pytest.mark.parametrize("theme", NAMES)
def test_signs_differ_in_shape_in_every_theme(theme: str) -> None:
    shapes = [ink(severity, theme) for severity in Severity]
    assert all(any(shape) for shape in shapes)
    assert all(shapes[one] != shapes[two] for one in range(3) for two in range(one))


def test_a_wave_stays_under_its_words() -> None:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_wave(painter, Severity.ERROR, load_theme("light"), [QRectF(10, 5, 30, 20)])
    painter.end()
    rows = [any(image.pixelColor(x, y).name() != "#ffffff" for x in range(60)) for y in range(30)]
    assert any(rows)
    assert not any(rows[:19])
    columns = [any(image.pixelColor(x, y).name() != "#ffffff" for y in range(30)) for x in range(60)]
    assert not any(columns[:8])
    assert not any(columns[46:])
