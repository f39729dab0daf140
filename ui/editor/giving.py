# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet as a giver and taker of words: what Qt asks of it for the clipboard and for dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QDropEvent, QMouseEvent

from ui.editor import clipboard
from ui.editor.sheet import Sheet

if TYPE_CHECKING:
    from ui.editor.pasting import Pasting


class GivingSheet(Sheet):
    """Hands all of it on to `pasting`, which whoever builds the sheet gives it."""

    pasting: Pasting

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words of the draft in the selection.

        Qt's own object is filled: one made here would outlive Python on the clipboard and crash at the end.
        """
        data = super().createMimeDataFromSelection()
        data.text()  # Qt puts its own words in when first asked, and not again
        self.pasting.fill(data)
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words only; files are opened by the window."""
        words = source.hasText() or source.hasHtml() or source.hasFormat(clipboard.OWN)
        return words and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what a clipboard or a drag holds, as one act."""
        self.pasting.insert(source)

    @Slot()
    def copy(self) -> None:
        """What is copied so is known again; what Qt takes of a selection by itself is not."""
        with self.pasting.remembering():
            super().copy()

    @Slot()
    def cut(self) -> None:
        """Qt's own would type the words away and forget whose they are."""
        self.pasting.cut()

    def dropEvent(self, event: QDropEvent) -> None:
        """Text dragged within the page moves as one act; what comes from outside is put in."""
        if not self.pasting.moved_by(event):
            super().dropEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A footnote mark can be dragged as soon as it is pressed."""
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers():
            self.pasting.select_mark(event.position().toPoint())
        super().mousePressEvent(event)
