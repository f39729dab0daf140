# SPDX-License-Identifier: GPL-3.0-or-later
"""Wording taken over into the draft: the whole paragraph of the column in hand, or one change of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from drafting.comparing.records import Edit, Op
from drafting.comparing.words import edits
from drafting.errors import DraftError
from drafting.translation import tr
from ui.actions import Actions
from ui.comparison.marking import quoted
from ui.comparison.rows import Comparison, Row, Version


class Takes(Protocol):
    """The draft that takes wording over; each act gives what is to be said of it."""

    def take_over(self, source: Version, ids: tuple[str, ...], into: tuple[str, ...]) -> str:
        """The paragraphs `into` of the draft read like these; without any, these are brought back."""
        ...

    def take_change(self, source: Version, ids: tuple[str, str], shown: str, edit: Edit) -> str:
        """One stretch of a paragraph of the draft, which reads `shown`, becomes like the source."""
        ...


class TakingActs(QObject):
    """Takes wording from the column in hand; in the draft's own column, from the one it is compared with."""

    said = Signal(str)

    def __init__(self, acts: Actions, takes: Takes | None, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._takes = acts, takes
        self._comparison: Comparison | None = None
        self._row: Row | None = None
        self._source, self._draft = -1, -1  # columns
        acts["take"].triggered.connect(self._take)

    def show_comparison(self, comparison: Comparison) -> None:
        """Other rows are shown."""
        self._comparison = comparison

    def follow(self, row: Row | None, column: int) -> None:
        """Another row or column is in hand: offers what can be taken."""
        self._row, comparison = row, self._comparison
        versions = comparison.versions if comparison else ()
        self._draft = next((at for at, version in enumerate(versions) if version.is_draft), -1)
        self._source = column
        if comparison and column == self._draft:
            against = comparison.columns[column].against
            self._source = -1 if against is None else against
        can = self._can()
        self._acts["take"].setEnabled(can)
        self._acts["take_one"].setEnabled(can and any(True for _ in self._changes()))
        name = versions[self._source].name if versions and self._source >= 0 else ""
        words = tr("&Take {version} wording into the draft") if name else tr("&Take wording into the draft")
        self._acts["take"].setText(words.format(version=name))

    def fill(self, menu: QMenu) -> None:
        """Puts an entry for each change that can be taken into a menu."""
        for source, shown, edit in self._changes():
            action = menu.addAction(_offer(edit, source, shown))
            action.triggered.connect(partial(self._take_one, shown, edit))

    def _can(self) -> bool:
        row = self._row
        if self._takes is None or row is None or row.ghost or min(self._source, self._draft) < 0:
            return False
        source, own = row.cells[self._source], row.cells[self._draft]
        if source is None:
            return False
        texts = [[passage.text for passage in cell.passages] if cell else [] for cell in (source, own)]
        return texts[0] != texts[1]

    def _changes(self) -> Iterator[tuple[str, str, Edit]]:
        """The text of the source and that of the draft, and each edit from one to the other."""
        row = self._row
        if row is None or not self._can():
            return
        source, own = row.cells[self._source], row.cells[self._draft]
        if source and own and len(source.passages) == len(own.passages) == 1:
            texts = source.passages[0].text, own.passages[0].text
            for edit in edits(*texts):
                yield (*texts, edit)

    def _take(self) -> None:
        row, comparison, takes = self._row, self._comparison, self._takes
        if row is None or comparison is None or takes is None or not self._can():
            return
        ids = row.ids[self._source], row.ids[self._draft]
        try:
            self.said.emit(takes.take_over(comparison.versions[self._source], *ids))
        except DraftError as error:
            self.said.emit(str(error))

    def _take_one(self, shown: str, edit: Edit) -> None:
        row, comparison, takes = self._row, self._comparison, self._takes
        if row is None or comparison is None or takes is None:
            return
        ids = row.ids[self._source][0], row.ids[self._draft][0]
        try:
            self.said.emit(takes.take_change(comparison.versions[self._source], ids, shown, edit))
        except DraftError as error:
            self.said.emit(str(error))


def _offer(edit: Edit, source: str, shown: str) -> str:
    """What taking one change does; "&" stands for itself in a menu only when doubled."""
    old, new = quoted(edit.old.of(source)), quoted(edit.new.of(shown))
    words = {
        Op.INSERT: tr("Take out {new}").format(new=new),
        Op.DELETE: tr("Put in {old}").format(old=old),
        Op.REPLACE: tr("{old} in place of {new}").format(old=old, new=new),
    }[edit.op]
    return words.replace("&", "&&")
