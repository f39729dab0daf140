# SPDX-License-Identifier: GPL-3.0-or-later
"""The row in hand found again among other rows, by the paragraphs that stand in it."""

from __future__ import annotations

from dataclasses import dataclass

from ui.comparison.rows import Comparison, Row
from ui.comparison.view import RowsView

Place = tuple[str, str]
"""The name of a version and the id of a paragraph there."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The paragraphs of a row, and where in the window it stood."""

    places: frozenset[Place]
    top: int


def anchor_of(view: RowsView) -> Anchor | None:
    """The row in hand, None when there is none."""
    row, comparison = view.current_row(), view.rows.comparison
    if row is None or comparison is None:
        return None
    return Anchor(_places(row, comparison), view.visualRect(view.currentIndex()).top())


def restore(view: RowsView, anchor: Anchor | None) -> None:
    """Takes the row in hand again and leaves it where it stood; without one, begins at the first row."""
    comparison = view.rows.comparison
    number = _found_again(anchor.places, comparison) if anchor and comparison else None
    if number is None or anchor is None:
        view.setCurrentIndex(view.rows.index(0))
        view.scrollToTop()
        return
    index = view.rows.index(view.rows.line_of(number))
    view.setCurrentIndex(index)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.visualRect(index).top() - anchor.top)


def _places(row: Row, comparison: Comparison) -> frozenset[Place]:
    return frozenset(
        (version.name, one) for version, ids in zip(comparison.versions, row.ids, strict=True) for one in ids
    )


def _found_again(places: frozenset[Place], comparison: Comparison) -> int | None:
    """The row that has most of these paragraphs, a ghost only where no other has any."""
    ranked = ((len(places & _places(row, comparison)), not row.ghost, -row.number) for row in comparison.rows)
    shared, _, number = max(ranked, default=(0, False, 0))
    return -number if shared else None
