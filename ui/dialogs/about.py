# SPDX-License-Identifier: GPL-3.0-or-later
"""What Penholder is: version, licence, and the libraries it stands on."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from drafting.data import version_of
from ui.theme import scaled
from ui.widgets import muted_label, plain_button

LIBRARIES = ("Levenshtein", "python-docx", "lxml", "msgspec", "pypdfium2", "psutil")


def lines() -> tuple[str, ...]:
    """What the dialog says, line by line; also what is put before the details of an unexpected error."""
    libraries = ", ".join(f"{name} {version_of(name)}" for name in LIBRARIES)
    return (
        f"Penholder {version_of('penholder')}",
        f"Qt {qVersion()}, PySide6 {version_of('PySide6-Essentials')}",
        f"Python {platform.python_version()}, {platform.platform(terse=True)}",
        libraries,
    )


class AboutDialog(QDialog):
    """The words of `lines`, and the licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Penholder")
        self.setFixedWidth(scaled(460))
        name, *rest = lines()
        title = QLabel(name)
        title.setProperty("role", "title")
        purpose = QLabel(
            "A drafting assistant for delegations that hold the pen on a recurring United Nations resolution."
        )
        purpose.setWordWrap(True)
        licence = muted_label(
            "Free software under the GNU General Public License, version 3 or later, without any warranty. "
            "Nothing you open leaves this computer."
        )
        close = plain_button("Close")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(10)
        for widget in (title, purpose, licence, muted_label("\n".join(rest))):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
