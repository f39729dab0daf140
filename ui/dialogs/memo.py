# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for the drafter's private note on one paragraph."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.dialogs.own_words import OwnWords
from ui.theme import scaled
from ui.widgets import muted_label, plain_button, primary_button, strong_label, tab_through


class MemoDialog(OwnWords):
    """Takes the note; without words it is taken away."""

    def __init__(self, parent: QWidget | None, where: str, words: str) -> None:
        super().__init__(parent, words)
        self.setWindowTitle(tr("Private note on {what}").format(what=where))
        self.setMinimumWidth(scaled(460))
        self.edit.setAccessibleName(tr("Your note"))
        self.edit.setMinimumHeight(scaled(110))
        told = muted_label(
            tr(
                "The note stays in your draft file. It stands in no file that you write, in no copy and not "
                "in the room view, unless you ask for it when you export."
            )
        )
        self.edit.setAccessibleDescription(told.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        for widget in (strong_label(tr("Your note")), self.edit, told):
            layout.addWidget(widget)
        layout.addLayout(self._buttons(bool(words)))
        tab_through(self._stops)

    def _buttons(self, standing: bool) -> QHBoxLayout:
        keep = primary_button(tr("Keep this note"), tr("Writes the note on the paragraph (Ctrl+Enter)"))
        keep.clicked.connect(self.accept)
        cancel = plain_button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        remove = plain_button(tr("Take the note away"))
        remove.clicked.connect(self._remove)
        remove.setVisible(standing)
        row = QHBoxLayout()
        row.addWidget(remove)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(keep)
        self._stops = (self.edit, keep, cancel, remove)
        return row

    def _remove(self) -> None:
        self.edit.clear()
        self.accept()
