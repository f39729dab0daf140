# SPDX-License-Identifier: GPL-3.0-or-later
"""The find field of the comparison, which searches every column and the footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.translation import tr
from ui.comparison.rows import Comparison
from ui.comparison.search import Hit, find
from ui.finding import Finder

_FIELD = 150  # px


class ComparisonFinder(Finder[Hit]):
    """Begins at the first row; among other rows the hit in hand stays near its row."""

    def __init__(self) -> None:
        super().__init__(tr("Find in all columns"))
        self.field.setMinimumWidth(_FIELD)  # the bar holds much else
        self._comparison: Comparison | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Searches in other rows from now on."""
        self._comparison = comparison
        self.renew()

    def places(self, words: str) -> list[Hit]:
        """The places in all columns, row by row."""
        return find(self._comparison, words) if self._comparison else []

    def nearest(self, hits: Sequence[Hit], former: Hit | None) -> Hit:
        """The first in the row of the former hit or below it."""
        row = former.row if former else 0
        return next((hit for hit in hits if hit.row >= row), hits[0])

    def following(self, by: int) -> Hit:
        """The neighbour of the hit in hand."""
        at = self.hits.index(self.hit) if self.hit else 0
        return self.hits[(at + by) % len(self.hits)]
