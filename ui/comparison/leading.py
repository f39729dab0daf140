# SPDX-License-Identifier: GPL-3.0-or-later
"""The row in hand and the page of the draft at the same paragraph, whichever of the two is moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from drafting.resolution import Resolution
from ui.comparison.rows import Comparison
from ui.comparison.view import RowsView


class Leading(QObject):
    """Tells which paragraph of the draft was gone to here; goes to the one that was gone to on the page."""

    led = Signal(str)
    """The id of the draft's paragraph in the row in hand."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view
        self._still = False
        self._awaited: tuple[Resolution, str] | None = None
        view.selectionModel().currentChanged.connect(self._lead)
        view.clicked.connect(self._lead)  # also on the row that is in hand already

    @property
    def text(self) -> Resolution | None:
        """The text of the draft that is shown, None where it is in no column."""
        comparison = self._view.rows.comparison
        at = _draft_column(comparison)
        return comparison.versions[at].resolution if comparison and at is not None else None

    def here(self) -> str:
        """The id of the first paragraph of the draft in the row in hand, "" where it has none."""
        row, comparison = self._view.current_row(), self._view.rows.comparison
        at = _draft_column(comparison)
        if row is None or at is None:
            return ""
        return next(iter(row.ids[at]), "")

    def follow(self, draft: Resolution, paragraph_id: str) -> None:
        """Takes this paragraph in hand, once this text of the draft is shown; nothing is told of it."""
        self._awaited = draft, paragraph_id
        self.catch_up()

    def catch_up(self) -> None:
        """Other rows are shown: perhaps those that were waited for."""
        comparison = self._view.rows.comparison
        at = _draft_column(comparison)
        if self._awaited is None or comparison is None or at is None:
            return
        text, paragraph_id = self._awaited
        if self.text is not text:
            return
        self._awaited = None
        number = next((row.number for row in comparison.rows if paragraph_id in row.ids[at]), None)
        if number is not None and number != self._view.current_number():
            with self.still():
                self._view.go_to(number)

    @contextmanager
    def still(self) -> Iterator[None]:
        """While rows are gone to that nobody asked for, the page stays where it is."""
        before, self._still = self._still, True
        try:
            yield
        finally:
            self._still = before

    def _lead(self) -> None:
        if not self._still and (paragraph_id := self.here()):
            self.led.emit(paragraph_id)


def _draft_column(comparison: Comparison | None) -> int | None:
    versions = comparison.versions if comparison else ()
    return next((at for at, version in enumerate(versions) if version.is_draft), None)
