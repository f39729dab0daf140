# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs set and broken by hand: the acts of the window, and whom they are told to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from drafting.comparing.records import Pairings
from drafting.errors import DraftError
from ui.actions import Actions, key_of
from ui.comparison.rows import Comparison, Row, Version

Ids = tuple[tuple[str, str], ...]
_UNDO = "Undo in the draft takes it back."


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

    def follow(self, row: Row | None) -> None:
        """Another row is in hand: offers what can be done with it."""
        self._row = row
        can = self._hands is not None and row is not None and not row.ghost
        both = can and row is not None and all(row.cells)
        self._acts["pair"].setEnabled(can)
        self._acts["unpair"].setEnabled(both)
        self._acts["pair_anew"].setEnabled(can and row is not None and row.by_hand)
        self._acts["let_go"].setEnabled(self._held is not None)
        partner = self._partner()
        text = f"&Pair with {self._held[2]}" if self._held and partner else "&Pair by hand"
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
        ids = (held, partner) if column == 0 else (partner, held)
        told = f"Paired {name} with {row.names[1 - column]}. {_UNDO}"
        self._tell(lambda: hands.pair(comparison.old, comparison.new, ids), told)
        self.follow(row)

    def _tell(self, decide: Callable[[], None], told: str) -> None:
        """Decides and says so, or says why it cannot be."""
        try:
            decide()
        except DraftError as error:
            told = str(error)
        self.said.emit(told)

    def _hold(self, row: Row, comparison: Comparison) -> None:
        column = 0 if row.cells[0] else 1
        cell = row.cells[column]
        if cell is None:
            return
        name = f"{cell.passages[0].name} of {comparison.versions[column].spoken}"
        self._held = column, cell.passages[0].id, name
        keys = key_of(self._acts["pair"])
        self.said.emit(f"{name} is in hand: go to its partner and press {keys} again; Esc lets it go.")
        self.follow(row)

    def _partner(self) -> str | None:
        """The paragraph of the row in hand that could go with the one held."""
        if self._held is None or self._row is None or self._row.ghost:
            return None
        column, held, _ = self._held
        cell = self._row.cells[1 - column]
        own = self._row.cells[column]
        if cell is None or (own and held in [passage.id for passage in own.passages]):
            return None
        return cell.passages[0].id

    def _unpair(self) -> None:
        row, comparison, hands = self._row, self._comparison, self._hands
        if row is None or comparison is None or hands is None or not all(row.cells):
            return
        pairs = tuple((one, other) for one in row.ids[0] for other in row.ids[1])
        told = f"Unpaired {row.names[0]} and {row.names[1]}. {_UNDO}"
        self._tell(lambda: hands.unpair(comparison.old, comparison.new, pairs), told)

    def _forget(self) -> None:
        row, comparison, hands = self._row, self._comparison, self._hands
        if row is None or comparison is None or hands is None:
            return
        decided = hands.between(comparison.old, comparison.new)
        held = (*decided.made, *decided.broken)
        about = tuple(one for one in held if one[0] in row.ids[0] or one[1] in row.ids[1])
        if about:
            told = "These paragraphs are paired by their words again."
            self._tell(lambda: hands.forget(comparison.old, comparison.new, about), told)

    def _let_go(self) -> None:
        self._held = None
        self.said.emit("")
        self.follow(self._row)
