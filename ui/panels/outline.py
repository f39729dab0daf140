# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline: parts and sections with their counts, their paragraphs, what was dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafting.draft import Draft
from drafting.translation import tr
from ui.panels.narrowing import Narrowing
from ui.panels.outline_list import OutlineList
from ui.panels.outline_model import OutlineModel
from ui.panels.outline_rows import DROPPED, OutlineRow, outline_rows
from ui.panels.rows import ROW
from ui.widgets import section_label

__all__ = ["DROPPED", "OutlinePanel", "outline_rows"]

_Select = QItemSelectionModel.SelectionFlag


class OutlinePanel(QWidget):
    """Leads to parts and paragraphs: a click shows one, Enter goes there; several can be acted on."""

    show_place = Signal(str)
    """Key of a paragraph that shall be shown; the keyboard stays here."""
    go_to = Signal(str)
    """Key of a paragraph to go to."""
    menu_wanted = Signal(QPoint)
    """Acts on the paragraphs of the selected rows are asked for, there on the screen."""
    moved = Signal(tuple, int)
    """Keys of paragraphs, and the index of the one before which they shall stand."""
    told = Signal(str)
    """Where dragged rows would land, or why they cannot."""
    page_wanted = Signal()
    """The keyboard is wanted on the page."""
    dropped = Signal()
    """The dropped paragraphs shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._current = ""
        self._opened: set[str] = set()
        self.in_hand = False
        """Whether the drafter was here last and not on the page: acts are on the selected rows."""
        self.model = OutlineModel(self)
        self.model.draft = lambda: self._draft
        self.narrowing = Narrowing(tr("Filter the outline by words"))
        self.list = OutlineList(self.model, tr("Outline"))
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = section_label(tr("Outline"))
        head.setContentsMargins(8, 0, 0, 2)
        for widget in (head, self.narrowing, self.list):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.list.acted.connect(self._act)
        self.list.clicked_row.connect(self._show)
        self.list.fold.connect(self._fold)
        self.list.told.connect(self.told)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        # Later: the rows must stand until the list has ended the drag.
        self.model.moved.connect(self.moved, Qt.ConnectionType.QueuedConnection)
        self.narrowing.changed.connect(lambda _words: self._renew())
        self.narrowing.to_rows.connect(self.list.setFocus)
        self.narrowing.left.connect(self.page_wanted)

    def show_draft(self, draft: Draft, current: str) -> None:
        """Show the outline of a draft with the caret in paragraph `current`."""
        self._draft, self._current = draft, current
        self._renew()

    def keys(self) -> tuple[str, ...]:
        """The paragraphs that acts are on because their rows are selected; none once the page is in hand."""
        return self.selected() if self.in_hand else ()

    def selected(self) -> tuple[str, ...]:
        """The paragraphs of the selected rows, in their order."""
        rows = (self.model.row(index) for index in sorted(self.list.selectedIndexes()))
        return tuple(row.key for row in rows if row is not None and row.key)

    def select(self, keys: Sequence[str]) -> None:
        """Select the rows of these paragraphs, as far as they are shown."""
        selection, at = self.list.selectionModel(), self.list.currentIndex()
        selection.clearSelection()
        for number, row in enumerate(self.model.rows):
            if row.key and row.key in keys:
                selection.select(self.model.index(number), _Select.Select)
                at = self.model.index(number)
        if at.isValid():
            selection.setCurrentIndex(at, _Select.NoUpdate)

    def _renew(self) -> None:
        """The rows as the draft stands now; what is selected stays selected, and the row at hand at hand."""
        if self._draft is None:
            return
        keys, at = self.selected(), self.model.row(self.list.currentIndex())
        before = len(self.model.rows)
        rows = outline_rows(self._draft, self._current, self._opened, self.narrowing.words)
        self.model.show(rows)
        shown = sum(bool(row.key) for row in rows)
        total = len(self._draft.paragraphs)
        self.narrowing.tell(shown if self.narrowing.words else total, total)
        if len(rows) != before and at is not None:  # the rows were laid anew
            number = next((n for n, row in enumerate(rows) if row.target == at.target), -1)
            if number >= 0:
                self.list.selectionModel().setCurrentIndex(self.model.index(number), _Select.NoUpdate)
        if keys != self.selected():
            self.select(keys)
        here = next((n for n, row in enumerate(rows) if row.current), -1)
        if here >= 0 and not self.in_hand:
            self.list.scrollTo(self.model.index(here))

    def _fold(self, row: OutlineRow, closed: bool) -> None:
        """Open or close what stands below a row."""
        if closed:
            self._opened.discard(row.group)
        else:
            self._opened.add(row.group)
        self._renew()

    def _offer(self, point: QPoint) -> None:
        """Rows of paragraphs, headings and lines of annexes have a menu; those of whole parts have none."""
        under = self.list.indexAt(point)
        index = under if under.isValid() else self.list.currentIndex()
        row: OutlineRow | None = index.data(ROW) if index.isValid() else None
        if row is None or not row.key:
            return
        if not self.list.selectionModel().isSelected(index):
            self.list.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        self.menu_wanted.emit(self.list.viewport().mapToGlobal(point))

    def _show(self, row: OutlineRow) -> None:
        if row.target != DROPPED:
            self.show_place.emit(row.target)
        else:
            self.dropped.emit()

    def _act(self, row: OutlineRow) -> None:
        if row.target == DROPPED:
            self.dropped.emit()
        elif row.target:
            self.go_to.emit(row.target)
