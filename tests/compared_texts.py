# SPDX-License-Identifier: GPL-3.0-or-later
"""A small series in the comparison window, and what a test does there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafting.draft import Draft
from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution
from ui.comparing import Comparing
from ui.comparison.rows import Comparison, Version
from ui.comparison.window import ComparisonWindow
from ui.desk import Desk

KEYS = Qt.Key
Opened = Callable[..., ComparisonWindow]
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


class DraftCompared:
    """A desk with a draft on it, and the comparison of the last version with the draft."""

    def __init__(self, qtbot: QtBot, draft: Draft) -> None:
        self.qtbot, self.desk, self.parent = qtbot, Desk(), QWidget()
        qtbot.addWidget(self.parent)
        self.comparing = Comparing(self.desk, self.parent)
        self.desk.open(draft)
        self.comparing.open()
        found = self.comparing.window
        assert isinstance(found, ComparisonWindow)
        self.window = found
        self.settle()

    @property
    def shown(self) -> Comparison:
        found = self.window.model.comparison
        assert found is not None
        return found

    def settle(self) -> None:
        self.comparing.update()
        settled(self.window, self.qtbot)

    def said(self) -> str:
        return self.window.statusBar().currentMessage()
