# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a fact, one a part; under them in words what is wrong with what was typed. All is kept."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.translation import tr
from drafting.updating.facts import Problem, judge, spread, written
from drafting.updating.records import Fact, FactPart
from ui.theme import current_theme
from ui.widgets import Field, muted_label, restyle

STAYS_OUT, DOUBTFUL = "✕", "▲"
"""Signs before what is said of a value: it is not used, or it is used and should be checked."""


class FactFields(QWidget):
    """One field a part of a fact; `filled` is sent when the drafter leaves a field whose text has changed."""

    filled = Signal(str, dict)
    """Fact id, and the changed values by part name."""
    typed = Signal()
    """Something was typed: a preview may follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact: Fact | None = None
        self._known: dict[str, str] = {}
        self.edits: dict[str, QLineEdit] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._told = ""
        self._remark = muted_label()
        self._remark.setTextFormat(Qt.TextFormat.RichText)
        self._remark.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addWidget(self._remark)

    @property
    def fact(self) -> Fact | None:
        """The fact that is asked for."""
        return self._fact

    @property
    def remarks(self) -> str:
        """What is wrong in the fields, in words; empty when nothing is."""
        return self._told

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the fields."""
        parts = self._fact.parts if self._fact else ()
        judged = (judge(part, self.edits[part.name].text()) for part in parts if self.edits[part.name].text())
        return tuple(filter(None, judged))

    def show_fact(self, draft: Draft, fact: Fact) -> None:
        """Ask for a fact; while it is the same one, fields keep the focus and what is being typed."""
        if fact != self._fact:
            self._build(fact)
        values = draft.facts.get(fact.id, {})
        for name, edit in self.edits.items():
            value = values.get(name, "")
            if self._known.get(name) != value:
                edit.setText(value)
        self._known = {name: values.get(name, "") for name in self.edits}
        self._judge()

    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {name: edit.text() for name, edit in self.edits.items()}

    def _build(self, fact: Fact) -> None:
        for edit in self.edits.values():
            edit.blockSignals(True)
            self._row.removeWidget(edit)
            edit.deleteLater()
        self._fact, self._known = fact, dict.fromkeys((part.name for part in fact.parts), "")
        self.edits = {part.name: self._field(fact, part) for part in fact.parts}

    def _field(self, fact: Fact, part: FactPart) -> QLineEdit:
        edit = Field()
        edit.setPlaceholderText(hint(part))
        edit.setAccessibleName(tr("{head}: {text}").format(head=tr(part.label), text=fact.question))
        edit.setToolTip(tr("{head}: {text}").format(head=fact.question, text=tr(part.label)))
        edit.setMinimumWidth(60)
        edit.setAcceptDrops(False)  # a file dropped here is for the window
        edit.textEdited.connect(self._on_typed)
        edit.editingFinished.connect(self.finish)
        self._row.addWidget(edit)
        return edit

    def _on_typed(self) -> None:
        self._judge()
        self.typed.emit()

    def finish(self) -> None:
        """What stands in the fields counts from here on, also in the one that has the keyboard still."""
        if self._fact is None:
            return
        changed = {
            name: text for name, text in self.values().items() if text.strip() != self._known.get(name, "")
        }
        for name, text in tuple(changed.items()):
            changed |= self._pasted(self._fact, name, text)
        if changed:
            self._known |= {name: text.strip() for name, text in changed.items()}
            for name, text in changed.items():
                self.edits[name].setText(text)
            self._judge()
            self.filled.emit(self._fact.id, changed)

    def _pasted(self, fact: Fact, name: str, text: str) -> dict[str, str]:
        """What a whole citation in one field says of it and of the fields that are empty."""
        told = spread(fact, name, text)
        return {part: value for part, value in told.items() if part == name or not self.edits[part].text()}

    def _judge(self) -> None:
        if self._fact is None:
            return
        told = []
        for part in self._fact.parts:
            edit = self.edits[part.name]
            problem = judge(part, edit.text()) if edit.text().strip() else None
            restyle(edit, "state", "wrong" if problem and problem.stays_out else "")
            edit.setAccessibleDescription(said(part, problem, edit.text()))
            told.append(said(part, problem, edit.text()))
        self._told = "\n".join(filter(None, told))
        self._remark.setText(coloured(self._told))
        self._remark.setVisible(bool(self._told))


def coloured(told: str) -> str:
    """Sentences as rich text, their signs in the colour of what they mean."""
    theme, text = current_theme(), escape(told)
    for sign, colour in ((STAYS_OUT, theme.deleted), (DOUBTFUL, theme.changed)):
        text = text.replace(sign, f'<span style="color:{colour}">{sign}</span>')
    return text.replace("\n", "<br>")


def hint(part: FactPart) -> str:
    """The greyed words in an empty field."""
    label = tr(part.label)
    return tr("{label}, e.g. {example}").format(label=label, example=part.example) if part.example else label


def said(part: FactPart, problem: Problem | None, typed: str) -> str:
    """What is wrong with a value and what becomes of it, empty when nothing is."""
    if problem is None:
        return ""
    if problem.stays_out:
        return f"{STAYS_OUT} {problem.sentence} {tr('The blank stays open.')}"
    stands = tr("“{words}” will stand there.").format(words=written(part, typed))
    return f"{DOUBTFUL} {problem.sentence} {stands}"
