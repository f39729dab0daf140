# SPDX-License-Identifier: GPL-3.0-or-later
"""The field to go to a paragraph by its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from drafting.translation import tr
from ui.comparison.rows import Comparison
from ui.theme import scaled

_WIDTH = 96  # px


class GoTo(QLineEdit):
    """Takes "OP12", also as "op 12"; Enter goes there, Escape leaves the field."""

    went = Signal(int)
    """To the row of this number."""
    left = Signal()
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self.setPlaceholderText(tr("Go to OP…"))
        self.setAccessibleName(tr("Go to paragraph"))
        self.setToolTip(tr("Type the name of a paragraph, such as OP12, and press Enter"))
        self.setFixedWidth(scaled(_WIDTH))
        self.returnPressed.connect(self._go)

    def show_comparison(self, comparison: Comparison) -> None:
        """Goes about in other rows from now on."""
        self._comparison = comparison

    def open(self) -> None:
        """Takes the keyboard."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        if not (name := _bare(self.text())) or self._comparison is None:
            return
        number = place_of(self._comparison, name)
        if number is None:
            self.said.emit(tr("No column has a paragraph {name}.").format(name=self.text().strip()))
            return
        self.said.emit("")
        self.went.emit(number)
        self.left.emit()


def place_of(comparison: Comparison, name: str) -> int | None:
    """The row of the paragraph of this name, in the last column that has one."""
    for column in range(len(comparison.columns) - 1, -1, -1):
        for row in comparison.rows:
            cell = None if row.ghost else row.cells[column]
            if cell and any(
                _bare(name) in (_bare(one.id), _bare(one.name), _bare(one.label)) for one in cell.passages
            ):
                return row.number
    return None


def _bare(name: str) -> str:
    return "".join(name.split()).casefold()
