# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraphs the page shows, with the count of each choice, and the figures of the status bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from drafting.draft import Draft, DraftParagraph, waiting
from drafting.draft.kept import PerParagraph
from drafting.draft.negotiating import Progress, progress
from drafting.resolution import Kind
from drafting.translation import tr, trn
from ui.editor.filters import Filter, holds
from ui.widgets import muted_label, section_label


@dataclass(frozen=True, slots=True)
class Figures:
    """How many paragraphs each choice takes in, the first version, and what is still to be done."""

    by_choice: Mapping[Filter, int]
    unchanged: int  # since the first loaded version
    first: str
    open: int
    missing: int
    progress: Progress = field(default_factory=Progress)


def _taken_in(draft: Draft, paragraph: DraftParagraph) -> tuple[bool, ...]:
    """Which choices take a paragraph in, in their order."""
    counts = paragraph.kind is not Kind.HEADING
    return tuple(counts and holds(show, draft, paragraph) for show in Filter)


_TAKEN_IN = PerParagraph(_taken_in)


def figures(draft: Draft) -> Figures:
    """Of the draft as it is now; headings count as paragraphs nowhere."""
    taken_in = _TAKEN_IN.of(draft)
    sums = map(sum, zip(*taken_in, strict=True))
    by_choice = dict.fromkeys(Filter, 0) | dict(zip(Filter, sums, strict=False))  # none without paragraphs
    return Figures(
        by_choice,
        by_choice[Filter.STABLE],
        draft.lineage.versions[0].number,
        waiting(draft),
        len(draft.missing_facts),
        progress(draft),
    )


def words_of(first: str) -> dict[Filter, str]:
    """What the choices are called when `first` is the first loaded version."""
    return {
        Filter.ALL: tr("All paragraphs"),
        Filter.CHANGED: tr("Changed last time"),
        Filter.STABLE: tr("Stable since {first}").format(first=first),
        Filter.OPEN: tr("With open proposals"),
        Filter.EDITED: tr("Edited by me"),
        Filter.NOT_AGREED: tr("Not agreed yet"),
    }


class ShowPanel(QWidget):
    """One choice at a time, each with its count."""

    chosen = Signal(object)
    """A `Filter`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._together = QButtonGroup(self)
        self.buttons: dict[Filter, QRadioButton] = {}
        self._counts: dict[Filter, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = section_label(tr("Show"))
        head.setContentsMargins(8, 0, 0, 2)
        layout.addWidget(head)
        for show in Filter:
            layout.addLayout(self._line(show))
        self.buttons[Filter.ALL].setChecked(True)

    def show_figures(self, found: Figures) -> None:
        """Show the counts."""
        for show, words in words_of(found.first).items():
            number = found.by_choice[show]
            self.buttons[show].setText(words)
            paragraphs = trn("{n} paragraph", "{n} paragraphs", number)
            self.buttons[show].setAccessibleName(f"{words}, {paragraphs}")
            self._counts[show].setToolTip(paragraphs)
            self._counts[show].setText(str(number))

    def choose(self, show: Filter) -> None:
        """Make a choice, as a click does."""
        self.mark(show)
        self.chosen.emit(show)

    def mark(self, show: Filter) -> None:
        """Show the choice that holds now."""
        self.buttons[show].setChecked(True)

    def _line(self, show: Filter) -> QHBoxLayout:
        button, count = QRadioButton(), muted_label()
        count.setWordWrap(False)
        self.buttons[show], self._counts[show] = button, count
        self._together.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(show))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(button, 1)
        row.addWidget(count)
        return row
