# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card of the history says: plain rows worked out from the wordings of a paragraph, without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.draft import Draft
from drafting.translation import tr
from ui.panels.bringing import Place, places
from ui.panels.wordings import Wording, history


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One wording of the paragraph at the caret as its card shows it.

    `places` are where the draft reads otherwise, none for a wording that stands in the draft.
    """

    id: str
    paragraph: str  # its key
    wording: Wording
    stands: bool  # in the draft, letter by letter
    places: tuple[Place, ...] = ()

    @property
    def place(self) -> str:
        """The versions that have it."""
        return self.wording.title or self.wording.state

    @property
    def gap(self) -> bool:
        """Whether the paragraph stood in none of these versions."""
        return bool(self.wording.absent)

    @property
    def can_come_back(self) -> bool:
        """Whether the draft reads otherwise."""
        return not self.stands and not self.gap

    @property
    def copied(self) -> str:
        """What goes to the clipboard."""
        return self.wording.text

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        if self.gap:
            return self.wording.state
        head = ", ".join(filter(None, (self.wording.title, self.wording.place, self.wording.state)))
        changed = " ".join(f"{one.told}." for one in _changes(self.wording))
        now = tr("As in the draft.") if self.stands else ""
        return " ".join(filter(None, (f"{head}:", self.wording.text, changed, now)))


def rows_of(draft: Draft, key: str, *, each: bool = False) -> tuple[WordingRow, ...]:
    """A row for every wording of a paragraph of the draft, newest first; none for one it does not hold."""
    if key not in draft:
        return ()
    paragraph = draft.paragraph(key)
    return tuple(_row(key, wording, paragraph.text) for wording in history(draft, paragraph, each=each))


def _row(key: str, wording: Wording, text: str) -> WordingRow:
    name = f"{key} {'|'.join(wording.versions or wording.absent)}"
    if wording.absent:
        return WordingRow(name, key, wording, stands=False)
    stands = wording.text == text
    return WordingRow(name, key, wording, stands, () if stands else places(text, wording.text))


def _changes(wording: Wording) -> tuple[Place, ...]:
    """What a wording changed in the one before it, to be told."""
    return tuple(
        Place(edit.old.start, edit.old.end, edit.old.of(wording.before), edit.new.of(wording.text))
        for edit in wording.edits
    )


def nothing_here(rows: tuple[WordingRow, ...], words: str) -> str:
    """What an empty history says."""
    if rows and words:
        return tr("No wording of this paragraph says “{words}”. Escape shows all.").format(words=words)
    return tr("Put the caret into a paragraph to see how it read in every version.")
