# SPDX-License-Identifier: GPL-3.0-or-later
"""A window of words to be read and copied: notices in full, the user guide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.theme import scaled
from ui.widgets import plain_button


class ReadingDialog(QDialog):
    """Shows plain words; it goes when it is closed."""

    def __init__(self, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QTextBrowser()
        self.words.setAccessibleName(title)
        self.words.setOpenLinks(False)
        self.words.document().setDocumentMargin(scaled(12))
        self.words.setPlainText(words)
        close = plain_button(tr("Close"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry().size() * 0.8
        self.resize(min(scaled(640), room.width()), min(scaled(480), room.height()))
