# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a new draft as a table: the versions in order, then what could not be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from drafting.errors import FileError
from drafting.translation import marked, tr
from ui.assistant import words
from ui.assistant.reading import Reading
from ui.theme import current_theme

COLUMNS = (marked("Version"), marked("Of"), marked("File"), marked("Found"), marked("Remarks"))
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One file; `place` is that of its version in the series, -1 for a file that is not used."""

    cells: tuple[str, ...]
    details: str
    place: int = -1
    used: bool = True


def rows_of(reading: Reading, base: int) -> tuple[Row, ...]:
    """The rows of a reading: versions oldest first, those after the base as left out, then the refused."""
    made = [_version_row(reading, place, base) for place in range(len(reading.versions))]
    return (*made, *map(_refused_row, reading.refused))


def _version_row(reading: Reading, place: int, base: int) -> Row:
    version = reading.versions[place]
    name = version.number
    if place == base:
        name = tr("{version}, base").format(version=name)
    elif place > base:
        name = tr("{version}, left out").format(version=name)
    cells = (name, words.when(version), version.source, words.found(version), words.remarks(version))
    return Row(cells, words.in_full(version), place, place <= base)


def _refused_row(error: FileError) -> Row:
    first = error.reason.partition(". ")[0].rstrip(".")
    return Row((tr("✕ not used"), "", error.path.name, "", first), f"{error.path}\n{error.reason}", -1, False)


class FilesModel(QAbstractTableModel):
    """Thin over `Row`s; what is not used is muted, and says so in words too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.details
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = filter(None, row.cells) if index.column() == 0 else (row.cells[index.column()],)
            return ", ".join(told) or tr("nothing")
        if role == Qt.ItemDataRole.ForegroundRole and not row.used:
            return QColor(current_theme().muted)
        return None
