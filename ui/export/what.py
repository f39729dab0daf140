# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of what is written: every form with a sentence of what it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from drafting.translation import tr
from drafting.writing.forms import Form
from ui.export.words import FORMS
from ui.widgets import muted_label, section_label


class What(QWidget):
    """One form at a time."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._together = QButtonGroup(self)
        self.buttons: dict[Form, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(section_label(tr("What")))
        for form, (name, sentence) in FORMS.items():
            button, told = QRadioButton(tr(name)), muted_label(tr(sentence))
            button.setAccessibleDescription(tr(sentence))
            told.setIndent(24)
            self.buttons[form] = button
            self._together.addButton(button)
            button.toggled.connect(self._tell)
            layout.addWidget(button)
            layout.addWidget(told)
            layout.addSpacing(5)
        layout.addStretch()
        self.show_form(Form.CLEAN)

    @property
    def form(self) -> Form:
        """The form that is chosen."""
        return next(form for form, button in self.buttons.items() if button.isChecked())

    def show_form(self, form: Form) -> None:
        """Choose a form."""
        self.buttons[form].setChecked(True)

    def _tell(self, on: bool) -> None:
        if on:  # the one that is left tells nothing
            self.chosen.emit()
