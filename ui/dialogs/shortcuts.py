# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of keys of both windows, made from their tables of acts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.actions import keys_in, listing
from ui.comparison.actions import TABLE as COMPARISON
from ui.theme import scaled
from ui.widgets import plain_button, section_label

IN_PANEL = (
    ("Proposals panel", "Accept", "Enter"),
    ("Proposals panel", "Keep old text", "K"),
    ("Proposals panel", "Edit proposed words", "E"),
    ("Proposals panel", "Take decision back", "T"),
    ("Checks panel", "Go to the words", "Enter"),
    ("Checks panel", "Fix", "F"),
    ("Checks panel", "Ignore here", "I"),
    ("Checks panel", "Ignore always", "A"),
    ("Checks panel", "Take back", "T"),
)
IN_COMPARISON = (("Comparison", "Open or close what is folded", "Enter"),)


class ShortcutsDialog(QDialog):
    """Shows every act that has keys, by menu; the comparison's after those of the main window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(scaled(520), scaled(600))
        inside = QWidget()
        inside.setProperty("role", "panel")
        grid = QGridLayout(inside)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        self.lines = fill(grid, (*listing(), *IN_PANEL, *keys_in("Comparison", COMPARISON), *IN_COMPARISON))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        close = plain_button("Close")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)


def fill(grid: QGridLayout, entries: Sequence[tuple[str, str, str]]) -> int:
    """Write the entries under a heading a group; returns how many lines there are."""
    lines = count()
    for group, members in groupby(entries, key=lambda entry: entry[0]):
        grid.addWidget(section_label(group), next(lines), 0)
        for (_, words, keys), line in zip(members, lines, strict=False):
            grid.addWidget(QLabel(words), line, 0)
            grid.addWidget(QLabel(keys), line, 1, Qt.AlignmentFlag.AlignRight)
    return next(lines)
