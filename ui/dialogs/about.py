# SPDX-License-Identifier: GPL-3.0-or-later
"""What Penholder is: version, licence, and the libraries it stands on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafting.data import load, version_of
from drafting.translation import tr
from ui.dialogs.reading import ReadingDialog
from ui.theme import scaled
from ui.widgets import muted_label, plain_button, section_label

LIBRARIES = ("Levenshtein", "python-docx", "lxml", "msgspec", "pypdfium2", "psutil")


def lines() -> tuple[str, ...]:
    """Every version line by line, to be copied or put before the details of an unexpected error."""
    libraries = ", ".join(f"{name} {version_of(name)}" for name in LIBRARIES)
    return (
        f"Penholder {version_of('penholder')}",
        f"Qt {qVersion()}, PySide6 {version_of('PySide6-Essentials')}",
        f"Python {platform.python_version()}, {platform.platform(terse=True)}",
        libraries,
    )


def components() -> tuple[tuple[str, str, str], ...]:
    """What Penholder is made of: name, version and licence of each part."""
    licences: dict[str, str] = load("licences")["licences"]
    versions = {
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "PySide6": version_of("PySide6-Essentials"),
        **{name: version_of(name) for name in LIBRARIES},
    }
    return tuple((name, version, licences[name]) for name, version in versions.items())


def licence_text() -> str:
    """The licence of Penholder in full, from its source or from where it was installed."""
    source = Path(__file__).parents[2] / "LICENSE"
    try:
        found = [one.locate() for one in files("penholder") or () if one.name == "LICENSE"]
    except PackageNotFoundError:
        found = []
    for path in (source, *map(Path, map(str, found))):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return tr("The text of the licence was not installed. It is the GNU General Public License, version 3.")


class AboutDialog(QDialog):
    """Says what Penholder is and what it stands on; the versions can be copied for whoever helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Penholder"))
        title = QLabel(lines()[0])
        title.setProperty("role", "title")
        purpose = QLabel(
            tr(
                "A drafting assistant for delegations that hold the pen on a recurring United Nations "
                "resolution."
            )
        )
        purpose.setWordWrap(True)
        licence = muted_label(
            tr(
                "Free software under the GNU General Public License, version 3 or later, without any "
                "warranty. Nothing you open leaves this computer."
            )
        )
        self.copy = plain_button(tr("Copy &versions"), tr("Puts all versions on the clipboard"))
        self.copy.clicked.connect(self._copy)
        self.licence = plain_button(tr("&Licence…"), tr("Shows the licence in full"))
        self.licence.clicked.connect(self._show_licence)
        self.close_it = plain_button(tr("Close"))
        self.close_it.clicked.connect(self.close)
        self.close_it.setDefault(True)
        self.copied = muted_label()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 20, 22, 4)
        column.setSpacing(10)
        for widget in (title, purpose, licence, section_label(tr("Made of"))):
            column.addWidget(widget)
        column.addLayout(_table())
        column.addWidget(muted_label(lines()[2]))
        column.addStretch()
        self._lay_out(inside)

    def _lay_out(self, inside: QWidget) -> None:
        """What is said scrolls where the text is large; the buttons stay."""
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.addWidget(area, 1)
        layout.addLayout(self._buttons())
        room = self.screen().availableGeometry().size() * 0.9
        wanted = QSize(scaled(520), inside.sizeHint().height() + scaled(90))
        self.resize(wanted.boundedTo(room))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(22, 0, 22, 0)
        for button in (self.copy, self.licence):
            row.addWidget(button)
        row.addWidget(self.copied, 1)
        row.addWidget(self.close_it)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines()))
        self.copied.setText(tr("On the clipboard."))

    def _show_licence(self) -> None:
        ReadingDialog(tr("Licence"), licence_text(), self).show()


def _table() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(2, 1)
    for row, cells in enumerate(components()):
        for column, words in enumerate(cells):
            label = QLabel(words)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, column)
    return grid
