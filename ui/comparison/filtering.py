# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown of the differences: a switch for each class, changes only, changes of substance only."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from drafting.translation import marked, tr, trn
from ui.actions import Actions
from ui.comparison.bars import follow
from ui.comparison.rows import WORDS, Comparison, Layer
from ui.comparison.view import RowsView
from ui.widgets import chip

_ONLY = marked("Changes only")
_NAMES = {
    Layer.SUBSTANCE: marked("Substance"),
    Layer.ROUTINE: marked("Routine"),
    Layer.STYLE: marked("Style"),
    Layer.GLYPHS: marked("Glyphs"),
}


class Filtering(QObject):
    """Keeps the switches, the acts of the same names, and the rows in step."""

    def __init__(self, acts: Actions, view: RowsView) -> None:
        super().__init__(view)
        self._acts, self._view = acts, view
        self.chips = {layer: self._chip(f"show_{layer}", tr(_NAMES[layer])) for layer in Layer}
        self.only = self._chip("changes_only", tr(_ONLY))
        for layer in Layer:
            acts[f"show_{layer}"].setChecked(layer in WORDS)
            acts[f"show_{layer}"].toggled.connect(self._show)
        acts["changes_only"].toggled.connect(self._fold)
        acts["substance_only"].triggered.connect(self._substance_only)
        for changed in (view.rows.rowsInserted, view.rows.rowsRemoved, view.rows.modelReset):
            changed.connect(self._tell_folded)

    def show_comparison(self, comparison: Comparison) -> None:
        """Writes on each switch how many paragraphs have their strongest change in its class."""
        for layer, button in self.chips.items():
            button.setText(f"{tr(_NAMES[layer])} {comparison.strongest(layer)}")
        self.chips[Layer.GLYPHS].setVisible(comparison.strongest(Layer.GLYPHS) > 0)

    def _chip(self, act: str, text: str) -> QPushButton:
        button = chip(text)
        follow(button, self._acts[act])
        return button

    def _show(self) -> None:
        on = frozenset(layer for layer in Layer if self._acts[f"show_{layer}"].isChecked())
        self._view.show_layers(on)
        self._settle()

    def _fold(self, only: bool) -> None:
        self._view.fold(only)
        self._settle()

    def _substance_only(self, only: bool) -> None:
        """Folds all but what has a change of substance; off again, everything is shown."""
        for layer in WORDS:
            self._acts[f"show_{layer}"].setChecked(layer is Layer.SUBSTANCE or not only)
        self._acts["changes_only"].setChecked(only)
        self._settle()

    def _settle(self) -> None:
        """The act for substance only is on whenever that is what is shown, however it came about."""
        rows = self._view.rows
        self._acts["substance_only"].setChecked(rows.folding and rows.shown == {Layer.SUBSTANCE})

    def _tell_folded(self) -> None:
        folded = self._view.rows.folded
        self.only.setText(f"{tr(_ONLY)} · {folded}" if folded else tr(_ONLY))  # the bar holds much else
        said = trn("Changes only, {n} folded", "Changes only, {n} folded", folded) if folded else tr(_ONLY)
        self.only.setAccessibleName(said)
        tip = self._acts["changes_only"].toolTip()
        self.only.setToolTip(f"{tip}\n{trn('{n} folded', '{n} folded', folded)}" if folded else tip)
