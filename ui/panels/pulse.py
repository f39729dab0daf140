# SPDX-License-Identifier: GPL-3.0-or-later
"""When the panels look at the draft again: at once after a decision, after a short pause while typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from drafting.draft import Decision, Draft, DraftParagraph, Step
from drafting.updating.records import Certainty
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
    """Whether only words differ: no decision, no fact, no paragraph and no footnote more or less.

    Style proposals that came or went with the words may wait too, and so may ignored findings, which only
    the checks show.
    """
    draft = step.draft
    kept = (draft.facts is seen.facts, draft.carry is seen.carry, draft.shelf is seen.shelf)
    if not all(kept) or len(draft.paragraphs) != len(seen.paragraphs):
        return False
    return all(key in draft and key in seen and _same_but_words(seen, draft, key) for key in step.changed)


def _same_but_words(seen: Draft, draft: Draft, key: str) -> bool:
    before, after = seen.paragraph(key), draft.paragraph(key)
    decisions = _decisions(seen, before) == _decisions(draft, after)
    return decisions and len(after.notes) == len(before.notes)


def _decisions(draft: Draft, paragraph: DraftParagraph) -> set[tuple[str, Decision]]:
    """The decisions taken and those that wait, open ones of style left out."""
    return {
        (choice.proposal, choice.decision)
        for choice in paragraph.choices
        if choice.decision is not Decision.OPEN
        or draft.proposal(choice.proposal).certainty is not Certainty.STYLE
    }
