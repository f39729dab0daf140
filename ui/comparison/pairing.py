# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs set and broken by hand: the acts of the window, and whom they are told to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from drafting.comparing.records import Pairings
from drafting.errors import DraftError
from drafting.translation import marked, tr
from ui.actions import Actions, key_of
from ui.comparison.rows import Comparison, Row, Version

Ids = tuple[tuple[str, str], ...]
_UNDO = marked("Undo in the draft takes it back.")


class Hands(Protocol):
    """Where decisions about pairs are kept; after each, the versions are set anew."""

    def between(self, old: Version, new: Version) -> Pairings:
        """What was decided about two versions."""
        ...

    def pair(self, old: Version, new: Version, ids: tuple[str, str]) -> None:
        """These two belong together."""
        ...

    def unpair(self, old: Version, new: Version, ids: Ids) -> None:
        """These do not."""
        ...

    def forget(self, old: Version, new: Version, ids: Ids) -> None:
        """Nothing is decided about these any more."""
        ...


class PairingActs(QObject):
    """Takes a paragraph in hand and pairs it with another, unpairs two, or leaves them to the program again.

    Without hands to keep them, no decision can be made.
    """

    said = Signal(str)

    def __init__(self, acts: Actions, hands: Hands | None, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._hands = acts, hands
        self._comparison: Comparison | None = None
        self._row: Row | None = None
        self._at = 1  # the column on the newer side
        self._held: tuple[int, str, str] | None = None  # column, id, name
        acts["pair"].triggered.connect(self._pair)
        acts["unpair"].triggered.connect(self._unpair)
        acts["pair_anew"].triggered.connect(self._forget)
        acts["let_go"].triggered.connect(self._let_go)

    def between(self, old: Version, new: Version) -> Pairings:
        """What was decided about two versions."""
        return self._hands.between(old, new) if self._hands else Pairings()

    def show_comparison(self, comparison: Comparison) -> None:
        """Other rows are shown."""
        former, self._comparison = self._comparison, comparison
        names = [version.name for version in comparison.versions]
        if former is None or names != [version.name for version in former.versions]:
            self._held = None

    def follow(self, row: Row | None, column: int) -> None:
        """Another row or column is in hand: offers what can be done with it.

        Pairs are those of the column with the one it is compared with, or of the first compared with it.
        """
        self._row = row
        if self._comparison is not None:
            against = [one.against for one in self._comparison.columns]
            self._at = column if against[column] is not None else against.index(column)
        can = self._hands is not None and row is not None and not row.ghost
        both = can and row is not None and all(row.cells[at] for at in self._sides)
        self._acts["pair"].setEnabled(can)
        self._acts["unpair"].setEnabled(both)
        self._acts["pair_anew"].setEnabled(can and row is not None and row.by_hand)
        self._acts["let_go"].setEnabled(self._held is not None)
        partner = self._partner()
        text = (
            tr("&Pair with {paragraph}").format(paragraph=self._held[2])
            if self._held and partner
            else tr("&Pair by hand")
        )
        self._acts["pair"].setText(text)

    def _pair(self) -> None:
        row, comparison, hands = self._row, self._comparison, self._hands
        partner = self._partner()
        if row is None or comparison is None or hands is None:
            return
        if self._held is None or partner is None:
            self._hold(row, comparison)
            return
        column, held, name = self._held
        self._held = None
        first, second = self._sides
        ids = (held, partner) if column == first else (partner, held)
        other = row.names[second if column == first else first]
        told = tr("Paired {paragraph} with {other}.").format(paragraph=name, other=other)
        self._tell(lambda: hands.pair(*self._versions(comparison), ids), f"{told} {tr(_UNDO)}")
        self.follow(row, self._at)

    @property
    def _sides(self) -> tuple[int, int]:
        """The columns whose paragraphs are paired."""
        against = self._comparison.columns[self._at].against if self._comparison else None
        return against if against is not None else 0, self._at

    def _versions(self, comparison: Comparison) -> tuple[Version, Version]:
        first, second = self._sides
        return comparison.versions[first], comparison.versions[second]

    def _tell(self, decide: Callable[[], None], told: str) -> None:
        """Decides and says so, or says why it cannot be."""
        try:
            decide()
        except DraftError as error:
            told = str(error)
        self.said.emit(told)

    def _hold(self, row: Row, comparison: Comparison) -> None:
        first, second = self._sides
        column = first if row.cells[first] else second
        cell = row.cells[column]
        if cell is None:
            return
        name = tr("{paragraph} of {version}").format(
            paragraph=cell.passages[0].name, version=comparison.versions[column].spoken
        )
        self._held = column, cell.passages[0].id, name
        keys = key_of(self._acts["pair"])
        self.said.emit(
            tr("{paragraph} is in hand: go to its partner and press {keys} again; Esc lets it go.").format(
                paragraph=name, keys=keys
            )
        )
        self.follow(row, self._at)

    def _partner(self) -> str | None:
        """The paragraph of the row in hand that could go with the one held."""
        if self._held is None or self._row is None or self._row.ghost:
            return None
        column, held, _ = self._held
        first, second = self._sides
        if column not in (first, second):
            return None
        cell = self._row.cells[second if column == first else first]
        own = self._row.cells[column]
        if cell is None or (own and held in [passage.id for passage in own.passages]):
            return None
        return cell.passages[0].id

    def _unpair(self) -> None:
        row, comparison, hands = self._row, self._comparison, self._hands
        if row is None or comparison is None or hands is None:
            return
        first, second = self._sides
        pairs = tuple((one, other) for one in row.ids[first] for other in row.ids[second])
        if pairs:
            told = tr("Unpaired {paragraph} and {other}.").format(
                paragraph=row.names[first], other=row.names[second]
            )
            self._tell(lambda: hands.unpair(*self._versions(comparison), pairs), f"{told} {tr(_UNDO)}")

    def _forget(self) -> None:
        row, comparison, hands = self._row, self._comparison, self._hands
        if row is None or comparison is None or hands is None:
            return
        decided = hands.between(*self._versions(comparison))
        held = (*decided.made, *decided.broken)
        first, second = self._sides
        about = tuple(one for one in held if one[0] in row.ids[first] or one[1] in row.ids[second])
        if about:
            told = tr("These paragraphs are paired by their words again.")
            self._tell(lambda: hands.forget(*self._versions(comparison), about), told)

    def _let_go(self) -> None:
        self._held = None
        self.said.emit("")
        self.follow(self._row, self._at)
