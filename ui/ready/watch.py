# SPDX-License-Identifier: GPL-3.0-or-later
"""What still blocks submission of the draft on the desk, kept in step with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from drafting.checking import rule
from drafting.checking.records import Severity
from drafting.draft import Blocker, Draft, blockers
from drafting.translation import tr
from ui.checks.places import Passed, located
from ui.checks.watch import Checker
from ui.desk import Desk
from ui.panels.pulse import Pulse
from ui.ready.rows import summary


class Readiness(QObject):
    """Holds the blockers of the open draft; none are known before it was checked."""

    changed = Signal()
    wanted = Signal(object)
    """The drafter wants to go to what a `Blocker` speaks of."""

    def __init__(self, desk: Desk, checker: Checker, pulse: Pulse, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._checker = desk, checker
        self.blockers: tuple[Blocker, ...] = ()
        for signal in (pulse.beat, checker.checked, checker.changed):
            signal.connect(self._refresh)

    @property
    def draft(self) -> Draft | None:
        """The draft that is spoken of."""
        return self._desk.draft

    @property
    def summary(self) -> str:
        """All in one line, empty without a draft."""
        if self.draft is None:
            return ""
        known = self.blockers or self._checker.known
        return summary(self.blockers, self._warnings) if known else tr("Checking …")

    @property
    def _warnings(self) -> int:
        """The findings that stand, are no mere information, and block nothing."""
        standing = (one.finding for one in self._checker.standing)
        return sum(one.severity is not Severity.INFO and not rule(one.rule).blocking for one in standing)

    def now(self, draft: Draft) -> tuple[Blocker, ...]:
        """What blocks this draft, with the findings as far as they are known."""
        placed = (one for one in self._checker.placed_in(draft) if one.passed is not Passed.ALWAYS)
        blocking = (one for one in placed if rule(one.finding.rule).blocking)  # few, and no others count
        return blockers(draft, [located(draft, one) for one in blocking])

    def _refresh(self) -> None:
        self.blockers = self.now(self.draft) if self.draft else ()
        self.changed.emit()
