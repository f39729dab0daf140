# SPDX-License-Identifier: GPL-3.0-or-later
"""A dialog that takes words of the drafter's own, which no key throws away unasked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui.widgets import means_menu


class _Words(QPlainTextEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if means_menu(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class OwnWords(QDialog):
    """A field for words, selected at first; Ctrl and Enter are done with it, Tab goes on to the buttons."""

    def __init__(self, parent: QWidget | None, words: str) -> None:
        super().__init__(parent)
        self.sure: Callable[[], bool] = lambda: True
        """Asks whether what was typed may be thrown away."""
        self._given = words
        self.edit = _Words(words)
        self.edit.setProperty("role", "field")
        self.edit.setTabChangesFocus(True)
        self.edit.selectAll()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)

    @property
    def words(self) -> str:
        """What was typed, without blanks around it."""
        return self.edit.toPlainText().strip()

    def reject(self) -> None:
        """Escape and Cancel close it, once the drafter is certain where something was typed."""
        if self.words == self._given.strip() or self.sure():
            super().reject()
