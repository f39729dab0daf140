# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns chosen by acts: one more, one less, in another order, compared with another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from drafting.translation import tr
from ui.actions import Actions
from ui.comparison.choosing import MOST, Choice
from ui.comparison.grouping import Threads
from ui.comparison.rows import Version
from ui.comparison.view import RowsView
from ui.widgets import plain_button

_ACTS = ("add_column", "drop_column", "column_left", "column_right", "swap")


class ColumnActs(QObject):
    """Holds the choice of columns; `changed` says that there is another."""

    changed = Signal()

    def __init__(self, acts: Actions, view: RowsView, choice: Choice) -> None:
        super().__init__(view)
        self._acts, self._view, self.choice = acts, view, choice
        acts["add_column"].triggered.connect(lambda: self._put(self.choice.added()))
        acts["drop_column"].triggered.connect(lambda: self._put(self.choice.dropped(view.column)))
        acts["column_left"].triggered.connect(lambda: self._move(-1))
        acts["column_right"].triggered.connect(lambda: self._move(1))
        acts["swap"].triggered.connect(self._swap)
        acts["with_neighbour"].triggered.connect(lambda: self._put(self.choice.compared_with(None)))
        acts["with_this"].triggered.connect(lambda: self._put(self.choice.compared_with(view.column)))
        view.column_changed.connect(self._offer)
        self._offer()

    def choose(self, *shown: int) -> None:
        """Shows the versions at these places."""
        fixed = self.choice.fixed if len(shown) == len(self.choice.shown) else None
        self._put(Choice(self.choice.versions, shown, fixed, self.choice.threads))

    def set_version(self, column: int, version: int) -> None:
        """Shows another version in a column."""
        self._put(self.choice.with_column(column, version))

    def renew(self, versions: Sequence[Version], threads: Threads) -> None:
        """Other texts of the versions, or other versions."""
        self._put(self.choice.renewed(versions, threads))

    def button(self) -> QPushButton:
        """Opens what can be done with the columns."""
        button = plain_button(
            tr("Columns ▾"), tr("Adds, hides and orders columns; says what each is compared with")
        )
        button.setAccessibleName(tr("Columns"))
        menu = QMenu(button)
        menu.addActions([self._acts[name] for name in _ACTS])
        menu.addSeparator()
        menu.addActions([self._acts[name] for name in ("with_neighbour", "with_this")])
        menu.addSeparator()
        menu.addAction(self._acts["in_full"])
        button.setMenu(menu)
        return button

    def _swap(self) -> None:
        choice = self.choice
        last = len(choice.shown) - 1
        fixed = None if choice.fixed is None else last - choice.fixed
        self._put(Choice(choice.versions, choice.shown[::-1], fixed, choice.threads))

    def _move(self, by: int) -> None:
        column = self._view.column
        moved = self.choice.moved(column, by)
        if moved is not self.choice:
            self._put(moved)
            self._view.set_column(column + by)

    def _put(self, choice: Choice) -> None:
        self.choice = choice
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Allows what makes sense with these columns."""
        choice, column = self.choice, self._view.column
        count = len(choice.shown)
        self._acts["add_column"].setEnabled(count < min(MOST, len(choice.versions)))
        self._acts["drop_column"].setEnabled(count > 2)
        self._acts["column_left"].setEnabled(column > 0)
        self._acts["column_right"].setEnabled(column < count - 1)
        self._acts["with_neighbour"].setChecked(choice.fixed is None)
        self._acts["with_this"].setEnabled(choice.fixed != column)
