# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a comparison as a list model: thin, over the plain records of `rows`.

With folding on, each run of rows in which nothing of the shown classes differs gives way to one line that can
be opened and closed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from drafting.translation import tr
from ui.comparison import sentences
from ui.comparison.rows import WORDS, Comparison, Layers, Row

Index = QModelIndex | QPersistentModelIndex
EntryRole = int(Qt.ItemDataRole.UserRole)
_OF_A_FOLD = [
    EntryRole,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.SizeHintRole,
]


@dataclass(frozen=True, slots=True)
class Fold:
    """The line that stands for `count` quiet rows from `first` on; they follow it while it is open.

    In `hidden` of them something differs, but nothing of the classes that are shown.
    """

    first: int
    count: int
    hidden: int = 0
    is_open: bool = False
    ghosts: int = 0

    @property
    def words(self) -> str:
        """What the line says; the places that moved paragraphs left are not counted."""
        return sentences.folded(self.count - self.ghosts, self.hidden)


Entry = Row | Fold


class ComparisonModel(QAbstractListModel):
    """The visible lines, each a `Row` or a `Fold` under EntryRole."""

    filtered = Signal()  # other classes of differences are shown

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._entries: list[Entry] = []
        self._folding = False
        self._shown: Layers = WORDS
        self._changes: tuple[int, ...] = ()

    @property
    def comparison(self) -> Comparison | None:
        """What is shown, None before the first."""
        return self._comparison

    @property
    def changes(self) -> tuple[int, ...]:
        """The numbers of the rows in which something of the shown classes differs."""
        return self._changes

    @property
    def shown(self) -> Layers:
        """The classes of differences that are shown."""
        return self._shown

    @property
    def folded(self) -> int:
        """How many rows are folded away, those of open folds left out."""
        return sum(fold.count for fold in self._folds() if not fold.is_open)

    @property
    def folding(self) -> bool:
        """Whether unchanged rows are folded away."""
        return self._folding

    def show(self, comparison: Comparison) -> None:
        """Shows another comparison; a fold stays open when it begins with the same paragraphs as before."""
        opened = {self._row(fold.first).ids for fold in self._folds() if fold.is_open}
        self.beginResetModel()
        self._comparison = comparison
        self._changes = comparison.changes_in(self._shown)
        self._entries = self._arranged(opened)
        self.endResetModel()

    def set_shown(self, shown: Layers) -> None:
        """Shows these classes of differences; rows with others only fold like unchanged ones."""
        if shown == self._shown:
            return
        self._shown = shown
        self._changes = self._comparison.changes_in(shown) if self._comparison else ()
        if self._folding:
            self.beginResetModel()
            self._entries = self._arranged(set())
            self.endResetModel()
        self.filtered.emit()

    def set_folding(self, folding: bool) -> None:
        """Folds every run of unchanged rows away, or shows all."""
        if folding == self._folding:
            return
        self.beginResetModel()
        self._folding = folding
        self._entries = self._arranged(set())
        self.endResetModel()

    def toggle(self, line: int) -> None:
        """Opens or closes the fold at a line; nothing happens at a row."""
        fold = self._entries[line]
        if not isinstance(fold, Fold):
            return
        if fold.is_open:
            self.beginRemoveRows(QModelIndex(), line + 1, line + fold.count)
            del self._entries[line + 1 : line + 1 + fold.count]
            self.endRemoveRows()
        else:
            rows = self._rows()[fold.first : fold.first + fold.count]
            self.beginInsertRows(QModelIndex(), line + 1, line + fold.count)
            self._entries[line + 1 : line + 1] = rows
            self.endInsertRows()
        self._entries[line] = replace(fold, is_open=not fold.is_open)
        self.dataChanged.emit(self.index(line), self.index(line), _OF_A_FOLD)

    def reveal(self, number: int) -> int:
        """The line of a row, after opening the fold that hides it."""
        line = self.line_of(number)
        if isinstance(self._entries[line], Fold):
            self.toggle(line)
        return self.line_of(number)

    def line_of(self, number: int) -> int:
        """The line of a row, or of the fold that hides it."""
        line = bisect_left(self._entries, number, key=_first)
        while line < len(self._entries) and isinstance(self._entries[line], Fold) and self._is_open(line):
            line += 1
        if line < len(self._entries) and _first(self._entries[line]) == number:
            return line
        return line - 1

    def entry(self, line: int) -> Entry:
        """What stands at a line."""
        return self._entries[line]

    def number_at(self, line: int) -> int:
        """The number of the row at a line; of its first row where a fold stands."""
        return _first(self._entries[line])

    def next_change(self, number: int) -> int | None:
        """The next row that differs after a row, None after the last."""
        at = bisect_right(self.changes, number)
        return self.changes[at] if at < len(self.changes) else None

    def previous_change(self, number: int) -> int | None:
        """The last row that differs before a row, None before the first."""
        at = bisect_left(self.changes, number)
        return self.changes[at - 1] if at else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._comparison is None:
            return None
        entry = self._entries[index.row()]
        if role == EntryRole:
            return entry
        return _fold_data(entry, role) if isinstance(entry, Fold) else _row_data(entry, self, role)

    def _rows(self) -> tuple[Row, ...]:
        return self._comparison.rows if self._comparison else ()

    def _row(self, number: int) -> Row:
        return self._rows()[number]

    def _folds(self) -> list[Fold]:
        return [entry for entry in self._entries if isinstance(entry, Fold)]

    def _is_open(self, line: int) -> bool:
        entry = self._entries[line]
        return isinstance(entry, Fold) and entry.is_open

    def _arranged(self, opened: set[tuple[tuple[str, ...], ...]]) -> list[Entry]:
        if not self._folding:
            return list(self._rows())
        entries: list[Entry] = []
        run: list[Row] = []
        for row in [*self._rows(), None]:
            if row is not None and row.quiet(self._shown):
                run.append(row)
                continue
            if run:
                fold = _fold(run, is_open=run[0].ids in opened)
                entries += [fold, *(run if fold.is_open else [])]
                run = []
            if row is not None:
                entries.append(row)
        return entries


def _fold(run: Sequence[Row], *, is_open: bool) -> Fold:
    rows = [row for row in run if not row.ghost]
    return Fold(run[0].number, len(run), sum(row.differs for row in rows), is_open, len(run) - len(rows))


def _first(entry: Entry) -> int:
    return entry.first if isinstance(entry, Fold) else entry.number


def _row_data(row: Row, model: ComparisonModel, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:  # what typing finds: "OP12"
        return sentences.title(row)
    if model.comparison is None:
        return None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return sentences.describe(row, model.comparison, model.shown)
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        return sentences.texts(row, model.comparison.versions)
    return None


def _fold_data(fold: Fold, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return fold.words
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return (tr("{words}, open") if fold.is_open else tr("{words}, folded")).format(words=fold.words)
    if role == Qt.ItemDataRole.ToolTipRole:
        return (
            tr("Click or press Enter to hide them")
            if fold.is_open
            else tr("Click or press Enter to show them")
        )
    return None
