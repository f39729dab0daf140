# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the bars above the comparison: choice of versions, buttons of acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QPushButton

from drafting.translation import tr
from ui.comparison.rows import Version


def selector(name: str) -> QComboBox:
    """An empty box to choose a version from."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tr("{column} of the comparison").format(column=name))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def fill(box: QComboBox, versions: Sequence[Version], chosen: int) -> None:
    """Offers the versions and shows the one at this place as chosen."""
    box.blockSignals(True)
    box.clear()
    for version in versions:
        box.addItem(version.name)
        box.setItemData(box.count() - 1, version.subtitle, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(chosen)
    box.blockSignals(False)


def follow(button: QPushButton, action: QAction) -> None:
    """Makes a button of the tool bar stand for an action: same state, same tip."""
    button.setCheckable(action.isCheckable())
    button.setChecked(action.isChecked())
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    if action.isCheckable():
        action.toggled.connect(button.setChecked)
        button.toggled.connect(action.setChecked)
    else:
        button.clicked.connect(action.trigger)
