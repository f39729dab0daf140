# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for the drafter's own words at one place, with the sentence around it in view."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from drafting.translation import tr
from ui.dialogs.own_words import OwnWords
from ui.theme import current_theme, page_font, scaled
from ui.widgets import muted_label, plain_button, primary_button, strong_label, tab_through

AROUND = 140  # characters of context on either side


class WordingDialog(OwnWords):
    """Shows how the place will read while the words are typed."""

    def __init__(self, parent: QWidget | None, where: str, context: tuple[str, str], words: str) -> None:
        super().__init__(parent, words)
        self._context = context
        self.setWindowTitle(tr("Edit the proposed words in {where}").format(where=where))
        self.setMinimumWidth(scaled(480))
        self.edit.setAccessibleName(tr("Your words"))
        self.edit.setFont(page_font())
        self.edit.setFixedHeight(scaled(92))
        self.reading = QLabel()
        self.reading.setWordWrap(True)
        self.reading.setFont(page_font(14))
        self.reading.setTextFormat(Qt.TextFormat.RichText)
        self.edit.textChanged.connect(self._show_reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        for widget in (
            strong_label(tr("Your words")),
            self.edit,
            muted_label(tr("It will read:")),
            self.reading,
        ):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addLayout(self._buttons())
        tab_through(self._stops)
        self._show_reading()

    @property
    def words(self) -> str:
        """What was typed, on one line: a paragraph has no line breaks."""
        return re.sub(r"[ \t\n]+", " ", self.edit.toPlainText()).strip()

    def _buttons(self) -> QHBoxLayout:
        put = primary_button(tr("Put these words in"), tr("Puts your words at this place (Ctrl+Enter)"))
        put.clicked.connect(self.accept)
        cancel = plain_button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(put)
        self._stops = (self.edit, put, cancel)
        return row

    def _show_reading(self) -> None:
        before, after = self._context
        lead = "…" + before[-AROUND:].split(" ", 1)[-1] if len(before) > AROUND else before
        tail = after[:AROUND].rsplit(" ", 1)[0] + "…" if len(after) > AROUND else after
        colour = current_theme().inserted
        mine = f'<u style="color: {colour}">{escape(self.words)}</u>'
        self.reading.setText(f"{escape(lead)}{mine}{escape(tail)}")
