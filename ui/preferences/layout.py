# SPDX-License-Identifier: GPL-3.0-or-later
"""How the preferences stand: one group under another, each line with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.theme import scaled
from ui.widgets import section_label

if TYPE_CHECKING:
    from ui.preferences.dialog import PreferencesDialog

Lines = tuple[tuple[str, QWidget, QWidget | None], ...]
"""The name of each line, its field, and a button after it."""


def lay_out(dialog: PreferencesDialog) -> None:
    """Put the widgets of the dialog into groups."""
    inside = QWidget()
    inside.setProperty("role", "panel")
    groups = QVBoxLayout(inside)
    groups.setContentsMargins(18, 14, 18, 14)
    groups.setSpacing(6)
    look: Lines = (
        (tr("&Theme:"), dialog.theme, None),
        (tr("Text &size:"), dialog.text_size, None),
        (tr("&Language:"), dialog.language, None),
        ("", dialog.language_told, None),
    )
    writing: Lines = (("", dialog.completion, None), (tr("Checks:"), dialog.checks_told, dialog.checks))
    files: Lines = (
        (tr("Files are looked for &in:"), dialog.folder, dialog.other_folder),
        (tr("Recent files:"), dialog.recent_told, dialog.forget),
    )
    printing: Lines = ((tr("&Paper:"), dialog.paper, None),)
    copies: Lines = (("", dialog.copies, dialog.show_copies),)
    named = (
        (tr("Look"), look),
        (tr("Writing"), writing),
        (tr("Files"), files),
        (tr("Printing"), printing),
        (tr("Copies of unsaved work"), copies),
    )
    for title, lines in named:
        _group(groups, title, lines)
    groups.addStretch()
    _frame(dialog, inside)


def _frame(dialog: PreferencesDialog, inside: QWidget) -> None:
    """The groups scroll where they have no room; the buttons stay."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    area.setAccessibleName(dialog.windowTitle())
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 12)
    layout.addWidget(area, 1)
    layout.addLayout(_ends(dialog))
    dialog.close_it.setDefault(True)
    room = dialog.screen().availableGeometry().size() * 0.9
    wide = max(scaled(600), inside.minimumSizeHint().width() + scaled(24))  # some languages need more
    dialog.resize(min(wide, room.width()), min(scaled(620), room.height()))


def _group(into: QVBoxLayout, title: str, lines: Lines) -> None:
    head = section_label(title)
    head.setContentsMargins(0, 8, 0, 2)
    into.addWidget(head)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(7)
    grid.setColumnMinimumWidth(0, scaled(150))
    grid.setColumnStretch(1, 1)
    for row, (name, field, button) in enumerate(lines):
        if name:
            label = QLabel(name)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            field.setAccessibleName(name.replace("&", "").rstrip(":"))
        grid.addWidget(field, row, 1 if name else 0, 1, 1 if name else 2)
        if button is not None:
            grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignVCenter)
    into.addLayout(grid)


def _ends(dialog: PreferencesDialog) -> QHBoxLayout:
    ends = QHBoxLayout()
    ends.setContentsMargins(18, 0, 18, 0)
    ends.addWidget(dialog.restore)
    ends.addStretch()
    ends.addWidget(dialog.close_it)
    return ends
