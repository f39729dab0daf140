# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows on their way: compared on another thread, laid out in pieces, so that the window stays at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QTimer, Signal

from ui.comparison.layouts import Layouts
from ui.comparison.painting import RowPainter
from ui.comparison.rows import Comparison
from ui.comparison.view import RowsView
from ui.tasks import Lane

_PIECE = 12  # ms of laying out at a time


class Readying(Lane):
    """Brings rows with their layouts; those asked for last are the only ones that arrive."""

    ready = Signal(object, object)
    """A `Comparison` and its `Layouts`."""
    failed = Signal(str)

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view
        self._warming: Iterator[None] | None = None

    @property
    def under_way(self) -> bool:
        """Whether rows are being compared or laid out."""
        return self.busy or self._warming is not None

    def bring(self, work: Callable[[], Comparison]) -> None:
        """Compares by `work` off the GUI thread; `ready` or `failed` follows."""
        self.run(work, self._lay_out, self.failed.emit)

    def _lay_out(self, comparison: Comparison) -> None:
        layouts = self._view.delegate.for_other(comparison)
        self._warming = _made_ready(comparison, layouts, self._view.viewport().width())
        self._go_on(self._warming, comparison, layouts)

    def _go_on(self, work: Iterator[None], comparison: Comparison, layouts: Layouts) -> None:
        if work is not self._warming:
            return  # other rows came in the meantime
        started = QElapsedTimer()
        started.start()
        for _ in work:
            if started.elapsed() >= _PIECE:
                QTimer.singleShot(0, self, lambda: self._go_on(work, comparison, layouts))
                return
        self._warming = None
        self.ready.emit(comparison, layouts)


def _made_ready(comparison: Comparison, layouts: Layouts, width: int) -> Iterator[None]:
    """Lays out every cell and then finds the height of every row, so that showing them costs little."""
    yield from layouts.warm(width)
    rows = RowPainter(layouts, layouts.columns(width))
    for row in comparison.rows:
        rows.height(row)
        yield
