# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a fact, one a part, with a remark where what was typed looks odd; nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drafting.citing import MONTHS
from drafting.draft import Draft
from drafting.updating.facts import typed_item, written
from drafting.updating.records import PLACEHOLDER, Fact, FactPart
from ui.panels.fact_places import leads_of
from ui.widgets import muted_label

_MONTH = "|".join(MONTHS)
_DATE = re.compile(rf"(\d{{1,2}}) ({_MONTH}) (\d{{4}})")
_DATES = re.compile(
    rf"(?P<day>\d{{1,2}})(?: (?P<month>{_MONTH}))?(?: (?P<year>\d{{4}}))? ?[–-] ?(?P<last>{_DATE.pattern})"
)


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
        self._leads: frozenset[str] = frozenset()
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

    @property
    def remarks(self) -> str:
        """What looks odd in the fields, in words; empty when nothing does."""
        return self._remark.text()

    def show_fact(self, draft: Draft, fact: Fact) -> None:
        """Ask for a fact; while it is the same one, fields keep the focus and what is being typed."""
        if fact != self._fact:
            self._build(fact)
        values, self._leads = draft.facts.get(fact.id, {}), leads_of(draft, fact.id)
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
        found = [remark(part, self.edits[part.name].text(), self._leads) for part in self._fact.parts]
        text = " ".join(filter(None, found))
        self._remark.setText(text)
        self._remark.setVisible(bool(text))


def hint(part: FactPart) -> str:
    """The greyed words in an empty field."""
    return f"{part.label}, e.g. {part.example}" if part.example else part.label


def remark(part: FactPart, typed: str, leads: Collection[str] = ()) -> str:
    """A sentence when what was typed does not look like what is asked for, empty otherwise.

    It is used all the same. `leads` is what may be typed before a number because it stands before its blank.
    """
    typed = typed.strip()
    text = written(part, typed)
    if not typed:
        return ""
    if part.name == "item":
        return "" if typed_item(typed) else "A number such as “71” or “71 (b)” was expected; the blank stays."
    if part.name == "date":
        odd = _odd_date(part, text)
    elif part.name == "dates":
        odd = _odd_dates(part, text)
    elif part.placeholder == PLACEHOLDER and part.name in ("number", "serial"):
        bare = (re.fullmatch(rf"(?:.*\W)?{re.escape(lead)}(\d+)", typed) for lead in leads)
        odd = "" if typed.isdigit() or any(bare) else f"A {part.label} is usually in digits"
    else:
        odd = ""
    return f"{odd}; “{text}” will stand there." if odd else ""


def _odd_date(part: FactPart, text: str) -> str:
    """A session's texts may be adopted in the month after the usual one; further off, a date is odd."""
    day, (month, year) = _day(text), _expected(part)
    if day is None:
        rest = part.placeholder.removeprefix(PLACEHOLDER)
        whole = f"19{rest}" if month else f"19 December{rest}" if year else "19 December 2024"
        return f"A date such as “{whole}” was expected"
    if month and abs(day.year * 12 + day.month - year * 12 - month) > 1:
        return f"{MONTHS[month - 1]} {year} was expected"
    return f"A day in {year} was expected" if year and not month and day.year != year else ""


def _odd_dates(part: FactPart, text: str) -> str:
    year = _expected(part)[1]
    match = _DATES.fullmatch(text)
    last = _day(match["last"]) if match else None
    if match and last:
        first = _day(
            f"{match['day']} {match['month'] or MONTHS[last.month - 1]} {match['year'] or last.year}"
        )
        if first and first < last:
            return f"Dates in {year} were expected" if year not in (0, last.year) else ""
    return f"Dates such as “{part.example or '16 June–9 July 2025'}” were expected"


def _expected(part: FactPart) -> tuple[int, int]:
    """Month and year that the placeholder ends with ("[…] December 2024"), 0 for what it leaves open."""
    match = re.search(rf"(?:\] ({_MONTH}) )?(\d{{4}})$", part.placeholder)
    return (MONTHS.index(match[1]) + 1 if match[1] else 0, int(match[2])) if match else (0, 0)


def _day(text: str) -> date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None
