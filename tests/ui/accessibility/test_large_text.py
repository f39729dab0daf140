# SPDX-License-Identifier: GPL-3.0-or-later
"""At twice the text size nothing is cut off: no word of a button, a label or a tab, in any window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from screenshots import SCENES, settle

from ui.counts import CountButton
from ui.theme import themes
from ui.widgets import ClampedLabel, ElidedButton, ElidedLabel

pytestmark = pytest.mark.usefixtures("usual_look")

SHORTENED = (ElidedButton, ElidedLabel, ClampedLabel)
"""They end in an ellipsis by design and tell the whole in a tip, and to a screen reader."""
SLACK = 3
"""Pixels of rounding, and of the room that styles keep around words."""


def cut_off(window: QWidget) -> Iterator[str]:
    """The controls and labels whose words do not fit, in words."""
    for widget in window.findChildren(QWidget):
        words = isinstance(widget, (QLabel, QPushButton, QCheckBox, QRadioButton))
        if words and _counts(widget, window) and (fault := _fault(widget)):
            yield f"{type(widget).__name__} “{_words(widget)}” {fault}"


def _counts(widget: QWidget, window: QWidget) -> bool:
    shown = widget.isVisible() and widget.window() is window.window() and bool(_words(widget).strip())
    return shown and not isinstance(widget, SHORTENED)


def _words(widget: QWidget) -> str:
    if isinstance(widget, CountButton):
        return widget.accessibleName()
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _fault(widget: QWidget) -> str:
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    needed = widget.minimumSizeHint() if wraps else widget.sizeHint()
    if wraps and widget.heightForWidth(widget.width()) > widget.height() + SLACK:
        return f"is {widget.height()} high and needs {widget.heightForWidth(widget.width())}"
    if not wraps and needed.width() > widget.width() + SLACK:
        return f"is {widget.width()} wide and needs {needed.width()}"
    if not wraps and needed.height() > widget.height() + SLACK:
        return f"is {widget.height()} high and needs {needed.height()}"
    return _out_of_sight(widget)


def _out_of_sight(widget: QWidget) -> str:
    """Whether it reaches beyond what it stands in, where nothing scrolls to the rest."""
    place, inner = widget.rect(), widget
    while (outer := inner.parentWidget()) is not None and not inner.isWindow():
        if isinstance(outer, QTabBar):  # has arrows of its own
            return ""
        place = QRect(inner.mapToParent(place.topLeft()), place.size())
        beyond = not outer.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place)
        if isinstance(outer.parentWidget(), QAbstractScrollArea) and outer.parentWidget().viewport() is outer:
            area = outer.parentWidget()
            across = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            wide = place.left() < -SLACK or place.right() > outer.width() + SLACK
            return "is cut at the side, and nothing scrolls there" if across and wide else ""
        if beyond:
            return f"reaches out of its {type(outer).__name__}"
        inner = outer
    return ""


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_no_word_is_cut_off(qapp: QApplication, scene: str) -> None:
    themes().set_scale(2.0)
    found: dict[str, str] = {}
    for name, window in SCENES[scene]():
        if isinstance(window, QMenu):
            continue
        themes().set_scale(2.0)  # a scene may have set another
        if not isinstance(window, QDialog):
            window.resize(1280, 800)
        settle(window)
        if cut := set(cut_off(window)):
            settle(window)  # a layout may still have been under way
            found |= dict.fromkeys(cut & set(cut_off(window)), name)
    assert found == {}


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    window, long, narrow, low = (
        QWidget(),
        QPushButton("Accept all certain"),
        QLabel("Not ready"),
        QLabel("a b c " * 30),
    )
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (long, narrow, low):
        column.addWidget(widget)
    low.setWordWrap(True)
    long.setFixedWidth(40)
    narrow.setFixedHeight(4)
    low.setFixedHeight(12)
    with qtbot.waitExposed(window):
        window.show()
    assert len(list(cut_off(window))) == 3
