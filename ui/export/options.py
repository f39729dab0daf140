# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of an export: whose changes they are, and what stands in the text beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from drafting.translation import marked, tr
from drafting.writing.forms import Choice, Form, why_not
from ui.export.against import as_sentence
from ui.export.choices import Choices
from ui.widgets import Field, muted_label, section_label

CHECKS = {
    Choice.DATE: ("dated", marked("&Date and time on the changes")),
    Choice.MOVES: ("moves", marked("&Moved paragraphs as moves")),
    Choice.COMMENTS: ("comments", marked("Open proposals as comme&nts")),
    Choice.NOTES: ("notes", marked("M&y notes and states as Word comments")),
    Choice.HIGHLIGHT: ("highlight", marked("&Highlight placeholders")),
    Choice.TAGS: ("tags", marked("PP and OP ta&gs before the paragraphs")),
    Choice.PROVENANCE: ("provenance", marked("Wher&e each paragraph comes from")),
    Choice.LINE_NUMBERS: ("line_numbers", marked("&Line numbers")),
}
"""Each option that is on or off: its name among `Choices`, and its words."""
NAMELESS = marked("no time is told where nobody is named")
TIPS = {
    Choice.MOVES: marked("Else a moved paragraph is gone at one place and new at the other"),
    Choice.COMMENTS: marked("Each proposal that waits for a decision, with its reason, at its place"),
    Choice.NOTES: marked("Your private notes, and what is agreed, at their paragraphs"),
    Choice.TAGS: marked("PP4 or OP12(a) before each paragraph"),
    Choice.PROVENANCE: marked("Such as [56/2 OP12, amended] behind each paragraph"),
}


class Options(QWidget):
    """The author, and one box an option; those that do not fit the form say why and cannot be ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.author = Field()
        self.author.setPlaceholderText(tr("No names"))
        self.author.setAccessibleName(tr("Author of the changes; empty for no names"))
        self.boxes = {choice: QCheckBox(tr(words)) for choice, (_, words) in CHECKS.items()}
        self.reasons = {choice: muted_label() for choice in (Choice.AUTHOR, *CHECKS)}
        for choice, words in TIPS.items():
            self.boxes[choice].setToolTip(tr(words))
        self._form = Form.CLEAN
        self._lay_out()
        self.author.textChanged.connect(lambda: self.fit(self._form))
        self.author.textChanged.connect(self.changed)
        for box in self.boxes.values():
            box.toggled.connect(self.changed)

    def into(self, choices: Choices) -> Choices:
        """The choices with those made here."""
        found: dict[str, Any] = {CHECKS[choice][0]: box.isChecked() for choice, box in self.boxes.items()}
        return replace(choices, author=self.author.text().strip(), **found)

    def show_choices(self, choices: Choices) -> None:
        """Show what was chosen before."""
        self.author.setText(choices.author)
        for choice, box in self.boxes.items():
            box.setChecked(getattr(choices, CHECKS[choice][0]))

    def fit(self, form: Form) -> None:
        """Enable what makes sense for a form, with a word where it does not."""
        self._form = form
        for choice, widget in {Choice.AUTHOR: self.author, **self.boxes}.items():
            reason = why_not(form, choice) or self._nameless(choice)
            widget.setEnabled(not reason)
            widget.setAccessibleDescription(reason)
            self.reasons[choice].setText(as_sentence(reason))
            told_above = choice is Choice.DATE and bool(why_not(form, choice))  # for the author
            self.reasons[choice].setVisible(bool(reason) and not told_above)

    def _nameless(self, choice: Choice) -> str:
        """Why no time is told: hours of work tell as much as a name."""
        return tr(NAMELESS) if choice is Choice.DATE and not self.author.text().strip() else ""

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(section_label(tr("Whose changes")))
        label = QLabel(tr("A&uthor"))
        label.setBuddy(self.author)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.author, 1)
        layout.addLayout(line)
        self._add(layout, Choice.AUTHOR, None)
        self._add(layout, Choice.DATE, self.boxes[Choice.DATE])
        layout.addSpacing(6)
        layout.addWidget(section_label(tr("In the text")))
        for choice in list(CHECKS)[1:]:
            self._add(layout, choice, self.boxes[choice])

    def _add(self, layout: QVBoxLayout, choice: Choice, box: QCheckBox | None) -> None:
        if box is not None:
            layout.addWidget(box)
        self.reasons[choice].setIndent(24 if box is not None else 0)
        layout.addWidget(self.reasons[choice])
