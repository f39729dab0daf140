# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals as a Qt list: a thin model over plain rows, and the filter of the chips."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from ui.panels.proposal_rows import Group, ProposalRow

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
_ROLES = [ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.SizeHintRole]


class ProposalModel(QAbstractListModel):
    """Rows in the order of the text; while the proposals stay the same, only what differs is announced."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ProposalRow, ...] = ()

    @property
    def rows(self) -> tuple[ProposalRow, ...]:
        """All rows, whatever the filter shows."""
        return self._rows

    def show(self, rows: tuple[ProposalRow, ...]) -> None:
        """Take over new rows."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(number)
                self.dataChanged.emit(index, index, _ROLES)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.place
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def number_of(self, proposal_id: str) -> int:
        """The place of a proposal in the list, -1 when it is not in it."""
        return next((number for number, row in enumerate(self._rows) if row.id == proposal_id), -1)


class ProposalFilter(QSortFilterProxyModel):
    """Shows the rows of one group."""

    def __init__(self, model: ProposalModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._group = Group.ALL
        self.setSourceModel(model)

    @property
    def group(self) -> Group:
        """The group that is shown."""
        return self._group

    def choose(self, group: Group) -> None:
        """Show another group."""
        if group is not self._group:
            self._group = group
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._group is Group.ALL or self._model.rows[source_row].group is self._group
