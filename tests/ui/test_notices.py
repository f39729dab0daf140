# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices stay short: alike ones together, long ones cut, many behind a link."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.reading import ReadingDialog
from ui.notices import MOST, Notice, NoticeBar, grouped, line_of
from ui.widgets import ClampedLabel

STATES = " ".join(f"State{number}" for number in range(190))


def placed(number: str, words: str) -> Notice:
    return Notice("look", number, f"could not be placed: “{words}”")


@pytest.mark.parametrize(
    ("notices", "lines"),
    [
        ((Notice("note", "", "Alone."),), ["Alone."]),
        ((Notice("error", "a.txt", "is empty."), Notice("error", "b.txt", "is empty.")),
         ["a.txt and b.txt: is empty."]),
        ((placed("47/9", "X"), placed("50/4", "Y"), placed("53/11", "Z")),
         ["47/9, 50/4 and 1 more: could not be placed: “X” and the like"]),
        ((placed("47/9", STATES), placed("50/4", "Y")),
         ["47/9 and 50/4: could not be placed: “State0 State1 State2 State3 St…” and the like"]),
        ((placed("47/9", "X"), Notice("error", "a.txt", "is empty."), Notice("done", "d.docx", "written.")),
         ["d.docx: written.", "a.txt: is empty.", "47/9: could not be placed: “X”"]),
        ((Notice("look", "", "One."), Notice("look", "", "One more.")), ["One.", "One more."]),
    ],
)  # fmt: skip
def test_notices_that_say_the_same_stand_together(notices: tuple[Notice, ...], lines: list[str]) -> None:
    assert [line_of(group) for group in grouped(notices)] == lines


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[NoticeBar]:
    window = QWidget()
    qtbot.addWidget(window)
    bar = NoticeBar(window)
    window.resize(900, 400)
    bar.resize(900, 100)
    window.show()
    yield bar
    window.close()


def button(bar: NoticeBar, words: str) -> QPushButton:
    return next(one for one in bar.findChildren(QPushButton) if one.text() == words and not one.isHidden())


def test_a_long_notice_takes_two_lines_and_is_whole_behind_a_link(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.add((Notice("look", "80/204", STATES),))
    label = bar.findChild(ClampedLabel)
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    assert label.height() < 3 * label.fontMetrics().lineSpacing()
    button(bar, "more").click()
    assert STATES in bar.window().findChild(ReadingDialog).words.toPlainText()


def test_a_short_notice_has_no_more(bar: NoticeBar) -> None:
    bar.add((Notice("look", "80/204", "Short."),))
    assert bar.findChild(ClampedLabel).text() == "80/204: Short."
    assert all(one.isHidden() for one in bar.findChildren(QPushButton) if one.text() == "more")


def test_many_notices_are_counted_and_dismissed_at_once(bar: NoticeBar) -> None:
    notices = tuple(Notice("look", f"{number}/1", f"Sentence {number}.") for number in range(16))
    bar.add(notices)
    assert len([one for one in bar.findChildren(ClampedLabel) if not one.isHidden()]) == MOST
    button(bar, "and 13 more").click()
    assert "Sentence 15." in bar.window().findChild(ReadingDialog).words.toPlainText()
    button(bar, "Dismiss all").click()
    assert bar.notices == ()
    assert bar.isHidden()


def test_a_later_notice_of_a_topic_takes_the_place_of_the_earlier(bar: NoticeBar) -> None:
    bar.add((Notice("error", "", "Not saved.", topic="saving"),))
    bar.add((Notice("error", "", "Not saved again.", topic="saving"),))
    assert [notice.text for notice in bar.notices] == ["Not saved again."]
