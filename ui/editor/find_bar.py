# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar under the tool bar: what to look for and how it is meant, and what to put in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from drafting.searching.records import Scope
from drafting.translation import marked, tr
from ui.editor.finder import PageFinder
from ui.flow import FlowLayout
from ui.notices import announce
from ui.theme import scaled, themes
from ui.widgets import (
    arrow_button,
    chip,
    flat_button,
    muted_label,
    on_key,
    plain_button,
    search_field,
    tab_through,
)

SCOPES = (
    (Scope.ALL, marked("Everywhere")),
    (Scope.PREAMBLE, marked("Preamble")),
    (Scope.OPERATIVE, marked("Operative part")),
    (Scope.ANNEXES, marked("Annexes")),
    (Scope.FOOTNOTES, marked("Footnotes")),
    (Scope.SELECTION, marked("Selection")),
)


class FindBar(QFrame):
    """Comes when it is asked for and goes with Escape, from whichever of its fields."""

    replace_one, skip, replace_all = Signal(), Signal(), Signal()
    remark = Signal(str)

    def __init__(self, finder: PageFinder) -> None:
        super().__init__()
        self.setProperty("role", "toolbar")
        self.finder = finder
        self.case = chip(tr("Match case"), tr("Tells capitals and small letters apart"))
        self.whole = chip(tr("Whole words"), tr("Passes over words that only contain what is looked for"))
        self.pattern = chip(tr("Regular expression"), tr("Finds what fits a pattern: \\d+ is any number"))
        self.scope = _scopes()
        self.replacing = chip(tr("Replace"), tr("Puts other words in the place of those found"))
        self.words = search_field(tr("Replace by"))
        self.words.setAcceptDrops(False)
        self.problem = muted_label()
        self.problem.hide()
        self._second = self._replace_row()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def template(self) -> str:
        """What is put in the place of what is found."""
        return self.words.text()

    def open_to_replace(self) -> None:
        """Comes with the row for replacing; the keyboard goes to the first field that is empty."""
        self.replacing.setChecked(True)
        self.finder.open()
        if self.finder.words:
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.words.selectAll()

    # ------------------------------------------------------------ building

    def _replace_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(6, row)
        one = plain_button(tr("&Replace"), tr("Replaces the place in hand and goes to the next (Enter)"))
        skip = plain_button(tr("&Skip"), tr("Leaves the place in hand as it is and goes to the next"))
        every = plain_button(tr("Replace &all…"), tr("Lists every place with its words before and after"))
        for button, signal in ((one, self.replace_one), (skip, self.skip), (every, self.replace_all)):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        for widget in (self.words, one, skip, every):
            flow.addWidget(widget)
        row.hide()
        return row

    def _lay_out(self) -> None:
        back, on = _steps(self.finder)
        first = QWidget()
        flow = FlowLayout(6, first)
        near = QWidget()  # what belongs to the field stays beside it
        beside = QHBoxLayout(near)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for part in (self.finder, back, on):
            beside.addWidget(part)
        for option in (near, self.case, self.whole, self.pattern, self.scope, self.replacing):
            flow.addWidget(option)
        close = flat_button("✕", tr("Closes the search (Esc)"))
        close.setAccessibleName(tr("Close the search"))
        close.clicked.connect(self.finder.leave)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        for row in (first, self._second, self.problem):
            rows.addWidget(row)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 7, 12, 8)
        across.addLayout(rows, 1)
        across.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        finder = self.finder
        for option in (self.case, self.whole, self.pattern):
            option.toggled.connect(self._mean)
        self.scope.activated.connect(self._choose_scope)
        self.replacing.toggled.connect(self._second.setVisible)
        finder.opened.connect(self.show)
        finder.left.connect(self._close)
        finder.problem.connect(self._tell)
        self.words.returnPressed.connect(self.replace_one)
        for widget in (self.case, self.whole, self.pattern, self.scope, self.replacing, self.words):
            on_key(widget, "Escape", finder.leave)
        for button in self._second.findChildren(QPushButton):
            on_key(button, "Escape", finder.leave)
        tab_through((finder.field, self.words))
        themes().changed.connect(self._dress)
        self._dress()

    # ------------------------------------------------------------ what the drafter does

    def _mean(self) -> None:
        self.finder.mean(
            case=self.case.isChecked(), whole=self.whole.isChecked(), pattern=self.pattern.isChecked()
        )

    def _choose_scope(self, at: int) -> None:
        scope = SCOPES[at][0]
        if scope is not Scope.SELECTION:
            self.finder.scope = scope
        elif not self.finder.take_selection():
            self.remark.emit(tr("Nothing is selected on the page. Select text first."))
            self._show_scope()

    def _show_scope(self) -> None:
        self.scope.setCurrentIndex([one for one, _ in SCOPES].index(self.finder.scope))

    def _close(self) -> None:
        self.replacing.setChecked(False)
        self._show_scope()
        self.hide()

    def _tell(self, sentence: str) -> None:
        if sentence != self.problem.text():
            self.problem.setText(sentence)
            self.problem.setVisible(bool(sentence))
            if sentence:
                announce(self, sentence)

    def _dress(self) -> None:
        for field in (self.finder.field, self.words):
            field.setFixedWidth(scaled(250))
        self.finder.count.setMinimumWidth(scaled(84))


def _scopes() -> QComboBox:
    scopes = QComboBox()
    scopes.setAccessibleName(tr("Where to look"))
    scopes.setToolTip(tr("Where to look"))
    for _, name in SCOPES:
        scopes.addItem(tr(name))
    return scopes


def _steps(finder: PageFinder) -> tuple[QPushButton, QPushButton]:
    back = arrow_button("‹", tr("Previous place found"))
    on = arrow_button("›", tr("Next place found"))
    back.clicked.connect(finder.backward)
    on.clicked.connect(finder.forward)
    return back, on
