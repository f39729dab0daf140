# SPDX-License-Identifier: GPL-3.0-or-later
"""The find field of both windows: hits while typing, Enter for the next, Shift+Enter for the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from drafting.translation import tr
from ui.widgets import on_key, restyle, search_field

Hit = TypeVar("Hit")


class Finder(QWidget, Generic[Hit]):
    """Holds the hits and the one in hand; `changed` is sent whenever either differs.

    What is searched, and from where on, is said by those who derive from it.
    """

    changed = Signal()
    went = Signal(object)
    """The hit in hand: the drafter typed or stepped."""
    opened = Signal()
    """The field is wanted: whoever hides it must show it now."""
    left = Signal()
    """Escape: back to what is searched."""

    def __init__(self, hint: str, *, count_first: bool = True) -> None:
        super().__init__()
        self.field = search_field(hint)
        self.field.setAcceptDrops(False)  # a file dropped here is for the window, not for the search
        self.count = QLabel()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        restyle(self.count, "role", "muted")
        self.hits: Sequence[Hit] = []
        self.hit: Hit | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.insertWidget(0 if count_first else 1, self.count, stretch=1)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.forward)
        on_key(self.field, "Shift+Return", self.backward)
        on_key(self.field, "Escape", self.leave)

    # ------------------------------------------------------------ what is searched

    def places(self, words: str) -> Sequence[Hit]:
        """Every place of the words in order; none for words that are blank."""
        raise NotImplementedError

    def nearest(self, hits: Sequence[Hit], former: Hit | None) -> Hit:
        """The hit to begin with, of at least one; `former` was in hand before the text changed."""
        raise NotImplementedError

    def following(self, by: int) -> Hit:
        """The next hit (1) or the one before (-1), round the end; there is at least one."""
        raise NotImplementedError

    def missed(self, words: str) -> str:
        """What to say of words that have no hit."""
        return tr("not found")

    # ------------------------------------------------------------ what the drafter does

    @property
    def words(self) -> str:
        """What is looked for, empty when nothing is."""
        return self.field.text().strip()

    def open(self) -> None:
        """Puts the caret into the field, its words selected."""
        self.opened.emit()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forward(self) -> None:
        """Takes the next hit, the first after the last; asks for words when there are none."""
        self._step(1)

    def backward(self) -> None:
        """Takes the hit before, the last before the first."""
        self._step(-1)

    def renew(self) -> None:
        """The text changed: looks again while there is something to look for, and goes nowhere."""
        if self.words or self.hits:
            self.look(self.hit)

    def look(self, former: Hit | None, *, go: bool = False) -> None:
        """Looks for the words, and with `go` goes to the hit in hand."""
        self.take(self.places(self.field.text()) if self.words else [], former, go=go)

    def take(self, hits: Sequence[Hit], former: Hit | None, *, go: bool = False) -> None:
        """These are the hits now."""
        self.hits = hits
        self.hit = self.nearest(hits, former) if hits else None
        self.tell()
        if go:
            self._go()

    def _typed(self) -> None:
        self.look(None, go=True)

    def leave(self) -> None:
        """Looks for nothing any more and goes back to what is searched."""
        self.field.clear()
        self.left.emit()

    def _step(self, by: int) -> None:
        if not self.words:
            self.open()
        elif self.hits:
            self.hit = self.following(by)
            self.tell()
            self._go()

    def _go(self) -> None:
        if self.hit is not None:
            self.went.emit(self.hit)

    def tell(self) -> None:
        """Shows how many hits there are and which is in hand."""
        if self.hit is not None:
            words = tr("{place} of {all}").format(place=self.hits.index(self.hit) + 1, all=len(self.hits))
        else:
            words = self.missed(self.field.text()) if self.words else ""
        self.count.setText(words)
        self.field.setAccessibleDescription(words)
        self.changed.emit()
