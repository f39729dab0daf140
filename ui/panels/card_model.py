# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards as a Qt list: a thin model over plain rows, and a filter over it that cards of one kind pass."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from drafting.translation import tr
from ui.panels.narrowing import has_words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
_ROLES = [ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.SizeHintRole]


class CardRow(Protocol):
    """What a model must know of a row; no two rows of a list have the same id."""

    @property
    def id(self) -> str:
        """What tells it from the others."""

    @property
    def place(self) -> str:
        """Where it is, in words."""

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""


class CardModel(QAbstractListModel):
    """Rows in the order in which they are given.

    What stays keeps its place in views: rows that came or went are put in and taken out one by one, and of
    the others only those that differ are announced. Only another order begins anew.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []
        self._here = ""

    @property
    def rows(self) -> tuple[Any, ...]:
        """All rows, whatever a filter shows."""
        return tuple(self._rows)

    def row(self, number: int) -> Any:
        """One of them by its place."""
        return self._rows[number]

    def show(self, rows: tuple[Any, ...]) -> None:
        """Take over new rows."""
        wanted, known = {row.id for row in rows}, {row.id for row in self._rows}
        stay = [row.id for row in self._rows if row.id in wanted]
        if not stay or stay != [row.id for row in rows if row.id in known]:
            self._begin_anew(rows)
            return
        for number in reversed(range(len(self._rows))):
            if self._rows[number].id not in wanted:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()
        for number, row in enumerate(rows):
            if row.id not in known:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self.endInsertRows()
            elif self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number), _ROLES)

    def stand(self, key: str) -> None:
        """The caret went to another paragraph: the rows that have it as their `key` say so when spoken."""
        left, self._here = self._here, key
        for number, row in enumerate(self._rows):
            if left != key and _key_of(row) in {left, key} - {""}:
                self.dataChanged.emit(self.index(number), self.index(number), _ROLES[2:3])

    def _spoken(self, row: Any) -> str:
        at_caret = bool(self._here) and _key_of(row) == self._here
        return tr("At the caret: {row}").format(row=row.spoken) if at_caret else str(row.spoken)

    def _begin_anew(self, rows: tuple[Any, ...]) -> None:
        if rows or self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

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
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None


def _key_of(row: Any) -> str:
    """The paragraph a row is about, empty for rows that are about none."""
    return getattr(row, "key", "")


class CardFilter(QSortFilterProxyModel):
    """Shows the rows that `accepts` takes in and that have the words looked for.

    `invalidate` after what `accepts` asks has changed.
    """

    def __init__(self, model: CardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.words = ""
        self.setSourceModel(model)

    def accepts(self, row: Any) -> bool:
        """Whether a row is shown, whatever words are looked for."""
        raise NotImplementedError

    def look_for(self, words: str) -> None:
        """Show only rows that say these words, as they are spoken."""
        if words != self.words:
            self.words = words
            self.invalidate()

    def stand(self, key: str) -> None:
        """The caret went to another paragraph."""
        self._model.stand(key)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._model.row(source_row)
        return self.accepts(row) and (not self.words or has_words(row.spoken, self.words))
