# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of checking as rows under the headings of their groups, each with its switch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from drafting.checking import Rule
from drafting.translation import marked, tr
from ui.checks.rows import WORDS
from ui.panels.card_model import ROW, CardFilter, CardModel, Index
from ui.panels.narrowing import has_words

Groups = Sequence[tuple[str, Sequence[Rule]]]
GENERATED = marked("Always watched: what it would mend is offered as a proposal of style, for you to decide.")
_CHECKED = Qt.ItemDataRole.CheckStateRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule and whether it is applied; without a rule, the heading of a group."""

    group: str
    rule: Rule | None = None
    on: bool = False

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return self.rule.id if self.rule else f"group {self.group}"

    @property
    def place(self) -> str:
        """Its name."""
        return tr(self.rule.title) if self.rule else tr(self.group)

    @property
    def switch(self) -> bool:
        """Whether it can be switched: what is generated is proposed, and never counted as wrong."""
        return self.rule is not None and not self.rule.generated

    @property
    def spoken(self) -> str:
        """Its name as a screen reader says it; whether it is on, Qt says."""
        return f"{self.place}, {tr(WORDS[self.rule.severity])}" if self.rule else self.place

    @property
    def told(self) -> tuple[str, ...]:
        """What stands under its name."""
        if self.rule is None:
            return ()
        why = (tr(GENERATED),) if self.rule.generated else ()
        return (*why, tr(self.rule.says), tr("Source: {source}").format(source=self.rule.source))

    def has(self, words: str) -> bool:
        """Whether the rule speaks of these words."""
        return has_words(" ".join((self.place, *self.told)), words)


def rows_of(groups: Groups, switched: Mapping[str, bool]) -> Iterator[RuleRow]:
    """A heading for every group, then its rules; those not in `switched` are as they come."""
    for group, rules in groups:
        yield RuleRow(group)
        yield from (RuleRow(group, rule, switched.get(rule.id, rule.on)) for rule in rules)


class RuleModel(CardModel):
    """Rows of rules, switched through the check state of Qt."""

    switched = Signal(str, bool)
    """The drafter switched a rule."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row(index.row()).rule is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        switch = self.row(index.row()).switch
        return usual | Qt.ItemFlag.ItemIsUserCheckable if switch else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is not None and role == _CHECKED:
            state = Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
            return state if row.switch else None
        if row is not None and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(row.told)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != _CHECKED or not self.row(index.row()).switch:
            return False
        row, on = self.row(index.row()), Qt.CheckState(value) is Qt.CheckState.Checked
        if row.on != on:
            self._rows[index.row()] = replace(row, on=on)
            self.dataChanged.emit(index, index, [ROW, _CHECKED, _SPOKEN])
            self.switched.emit(row.id, on)
        return True

    def reset(self) -> None:
        """Show every switch as it comes."""
        self.show(tuple(replace(row, on=row.rule.on) if row.rule else row for row in self.rows))


class RuleFilter(CardFilter):
    """The rules that speak of some words, and the headings over them."""

    def __init__(self, model: RuleModel, parent: QObject | None = None) -> None:
        self._shown = {row.id for row in model.rows}
        super().__init__(model, parent)

    def narrow(self, words: str) -> None:
        """Show the rules that speak of these words."""
        rows = [row for row in self._model.rows if row.rule and row.has(words)]
        self._shown = {row.id for row in rows} | {f"group {row.group}" for row in rows}
        self.invalidate()

    def accepts(self, row: RuleRow) -> bool:
        return row.id in self._shown

    def index_of(self, row_id: str) -> QModelIndex:
        """Where a row is shown; an invalid index when it is not."""
        indexes = (self.index(number, 0) for number in range(self.rowCount()))
        return next((index for index in indexes if index.data(ROW).id == row_id), QModelIndex())
