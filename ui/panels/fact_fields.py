# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a fact, one a part, with a remark where what was typed looks odd; nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drafting.updating.facts import written
from drafting.updating.mentions import MONTHS
from drafting.updating.records import PLACEHOLDER, Fact, FactPart
from ui.widgets import muted_label

_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")


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
        self._remark = muted_label()
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

    def show_fact(self, fact: Fact, values: Mapping[str, str]) -> None:
        """Ask for a fact; while it is the same one, fields keep the focus and what is being typed."""
        if fact != self._fact:
            self._build(fact)
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
        edit = QLineEdit()
        edit.setPlaceholderText(hint(part))
        edit.setAccessibleName(f"{part.label}: {fact.question}")
        edit.setToolTip(f"{fact.question}: {part.label}")
        edit.setMinimumWidth(60)
        edit.setAcceptDrops(False)  # a file dropped here is for the window
        edit.textEdited.connect(self._on_typed)
        edit.editingFinished.connect(self._finish)
        self._row.addWidget(edit)
        return edit

    def _on_typed(self) -> None:
        self._judge()
        self.typed.emit()

    def _finish(self) -> None:
        changed = {
            name: text for name, text in self.values().items() if text.strip() != self._known.get(name, "")
        }
        if self._fact is not None and changed:
            self._known |= {name: text.strip() for name, text in changed.items()}
            self.filled.emit(self._fact.id, changed)

    def _judge(self) -> None:
        if self._fact is None:
            return
        found = [remark(part, self.edits[part.name].text()) for part in self._fact.parts]
        text = " ".join(filter(None, found))
        self._remark.setText(text)
        self._remark.setVisible(bool(text))


def hint(part: FactPart) -> str:
    """The greyed words in an empty field."""
    return f"{part.label}, e.g. {part.example}" if part.example else part.label


def remark(part: FactPart, typed: str) -> str:
    """A sentence when what was typed does not look like a number or a date, empty otherwise.

    It is used all the same.
    """
    typed = typed.strip()
    if not typed:
        return ""
    if part.placeholder == PLACEHOLDER and part.name in ("number", "serial"):
        return (
            "" if typed.isdigit() else f"A {part.label} is usually in digits; “{typed}” will stand as typed."
        )
    if part.placeholder.startswith(PLACEHOLDER + " ") and not _is_date(written(part, typed)):
        day = "19" + part.placeholder.removeprefix(PLACEHOLDER)
        return f"A date such as “{day}” was expected; “{written(part, typed)}” will stand there."
    return ""


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return False
    return True
