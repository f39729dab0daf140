# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline as a model: rows let go between others move their paragraphs in the draft."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft, Landing, landing
from ui.panels.outline_rows import OutlineRow
from ui.panels.rows import RowModel

Index = QModelIndex | QPersistentModelIndex
KEYS = "application/x-penholder-outline"
"""Rows on their way: a JSON list of the name of their outline and the keys of their paragraphs."""


class OutlineModel(RowModel):
    """Rows of a draft; what of them may be dragged and dropped where follows from the rules of moving."""

    moved = Signal(tuple, int)
    """Paragraphs were dropped: their keys, and the index of the paragraph before which they shall stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: Callable[[], Draft | None] = lambda: None
        """The draft the rows are of."""
        self._name = uuid4().hex
        self._known: tuple[object, ...] = ()
        self._landing: Landing | None = None

    def row(self, index: Index) -> OutlineRow | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index)
        if row is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled  # between the rows
        if row.key:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if row.group:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KEYS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        keys = [row.key for index in sorted(indexes) if (row := self.row(index)) and row.key]
        data = QMimeData()
        data.setData(KEYS, json.dumps([self._name, *keys]).encode("utf-8"))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        found = self.landing(data, row, parent)
        return action == Qt.DropAction.MoveAction and found is not None and found.allowed

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.moved.emit(self._keys(data), self._at(row, parent))
        return True

    def landing(self, data: QMimeData, row: int, parent: Index) -> Landing | None:
        """What letting go there would do, None where these are no rows of this outline."""
        draft, keys = self.draft(), self._keys(data)
        if draft is None or not keys:
            return None
        at = self._at(row, parent)
        if self._known != (draft, keys, at):
            self._known, self._landing = (draft, keys, at), landing(draft, keys, at)
        return self._landing

    def _keys(self, data: QMimeData) -> tuple[str, ...]:
        if not data.hasFormat(KEYS):
            return ()
        name, *keys = json.loads(bytes(data.data(KEYS).data()).decode("utf-8"))
        return tuple(keys) if name == self._name else ()

    def _at(self, row: int, parent: Index) -> int:
        """The index of the paragraph before which the place is: the end of a group dropped on."""
        onto = self.row(parent)
        if onto is not None:
            return onto.end
        if 0 <= row < len(self._rows):
            return int(self._rows[row].at)
        draft = self.draft()
        return len(draft.paragraphs) if draft else 0
