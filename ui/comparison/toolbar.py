# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar over the comparison, and the menu of a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QWidget

from drafting.translation import tr
from ui.actions import Actions
from ui.comparison.bars import follow
from ui.comparison.rows import Layer
from ui.flow import FlowLayout
from ui.widgets import arrow_button, restyle, separator, tool_bar

_ROW_ACTS: tuple[tuple[str, ...], ...] = (
    ("take", "take_one"),
    ("to_page", "other_end"),
    ("copy", "copy_one"),
    ("pair", "unpair", "pair_anew"),
    ("add_column", "drop_column", "column_left", "column_right"),
    ("with_neighbour", "with_this", "in_full"),
    tuple(f"show_{layer}" for layer in Layer),
    ("changes_only", "substance_only"),
)


def bar(
    acts: Actions, columns: QPushButton, place: QLabel, chips: Sequence[QWidget], last: Sequence[QWidget]
) -> QFrame:
    """The bar: columns, the way through the changes, what is shown, and `last` at the far end."""
    frame, layout = tool_bar()
    back, on = arrow_button("‹", tr("Previous change")), arrow_button("›", tr("Next change"))
    for button, name in ((back, "previous_change"), (on, "next_change")):
        follow(button, acts[name])
    place.setMinimumWidth(place.fontMetrics().horizontalAdvance("change 000 of 000"))
    place.setAlignment(Qt.AlignmentFlag.AlignCenter)
    restyle(place, "role", "muted")
    ways = FlowLayout(spacing=layout.spacing())  # goes on below where letters are large or the window narrow
    for widget in (columns, separator(), back, place, on, separator(), *chips):
        ways.addWidget(widget)
    layout.addLayout(ways, 1)
    for widget in last:
        layout.addWidget(widget)
    return frame


def row_menu(acts: Actions, parent: QWidget) -> QMenu:
    """What can be done with the row in hand and with the columns."""
    menu = QMenu(parent)
    for names in _ROW_ACTS:
        menu.addActions([acts[name] for name in names])
        menu.addSeparator()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
