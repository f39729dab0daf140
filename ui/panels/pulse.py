# SPDX-License-Identifier: GPL-3.0-or-later
"""When the panels look at the draft again: at once after a decision, after a short pause while typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from drafting.draft import Draft, Step
from ui.desk import Desk

PAUSE = 150  # milliseconds: shorter than a glance aside, longer than the gap between two keys


class Pulse(QObject):
    """Stands between the desk and what is counted over the whole draft, so that no key waits for it."""

    beat = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._seen: Draft | None = desk.draft
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.now)
        desk.opened.connect(self.now)
        desk.changed.connect(self._follow)

    @property
    def waiting(self) -> bool:
        """Whether something changed that the panels do not show yet."""
        return self._timer.isActive()

    def now(self) -> None:
        """Look at the draft at once."""
        self._timer.stop()
        self._seen = self._desk.draft
        self.beat.emit()

    def _follow(self, step: Step) -> None:
        if self._seen is None or not only_words(self._seen, step):
            self.now()
        else:
            self._timer.start()


def only_words(seen: Draft, step: Step) -> bool:
    """Whether only the words of one paragraph differ: no decision, no fact, no paragraph more or less."""
    draft = step.draft
    if len(step.changed) != 1 or draft.facts is not seen.facts or draft.carry is not seen.carry:
        return False
    key = next(iter(step.changed))
    if key not in draft or key not in seen or len(draft.paragraphs) != len(seen.paragraphs):
        return False
    after, before = draft.paragraph(key), seen.paragraph(key)
    decisions = [[(choice.proposal, choice.decision) for choice in one.choices] for one in (before, after)]
    return decisions[0] == decisions[1] and len(after.notes) == len(before.notes)
