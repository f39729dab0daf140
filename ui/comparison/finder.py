# SPDX-License-Identifier: GPL-3.0-or-later
"""The find field of the comparison: hits while typing, Enter for the next, Shift+Enter for the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.comparison.rows import Comparison
from ui.comparison.search import Hit, find
from ui.widgets import on_key, restyle, search_field


class Finder(QWidget):
    """Holds the hits and the one in hand; `changed` is sent whenever either differs."""

    changed = Signal()
    went = Signal(int)  # the row of the hit in hand: the drafter typed or stepped
    left = Signal()  # Escape: back to the rows

    def __init__(self) -> None:
        super().__init__()
        self.field = search_field("Find in both versions")
        self.count = QLabel()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        restyle(self.count, "role", "muted")
        self.hits: list[Hit] = []
        self.hit: Hit | None = None
        self._comparison: Comparison | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count, stretch=1)
        layout.addWidget(self.field)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.forward)
        on_key(self.field, "Shift+Return", self.backward)
        on_key(self.field, "Escape", self._leave)

    def show_comparison(self, comparison: Comparison) -> None:
        """Searches in other rows from now on; the hit in hand stays near its row."""
        self._comparison = comparison
        self._search(self.hit.row if self.hit else 0)

    def open(self) -> None:
        """Puts the caret into the field, its words selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forward(self) -> None:
        """Takes the next hit, the first after the last."""
        self._step(1)

    def backward(self) -> None:
        """Takes the hit before, the last before the first."""
        self._step(-1)

    def _typed(self) -> None:
        self._search(0)
        self._go()

    def _leave(self) -> None:
        self.field.clear()
        self.left.emit()

    def _search(self, row: int) -> None:
        words = self.field.text()
        self.hits = find(self._comparison, words) if self._comparison else []
        self.hit = next((hit for hit in self.hits if hit.row >= row), self.hits[0] if self.hits else None)
        self._tell()

    def _step(self, by: int) -> None:
        if self.hit is not None:
            self.hit = self.hits[(self.hits.index(self.hit) + by) % len(self.hits)]
            self._tell()
            self._go()

    def _go(self) -> None:
        if self.hit is not None:
            self.went.emit(self.hit.row)

    def _tell(self) -> None:
        if self.hit is not None:
            self.count.setText(f"{self.hits.index(self.hit) + 1} of {len(self.hits)}")
        else:
            self.count.setText("not found" if self.field.text().strip() else "")
        self.changed.emit()
