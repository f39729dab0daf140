# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings of the draft on the desk, kept in step with it.

After a pause the text is checked again off the GUI thread. Until the result is there, findings stay on their
words; one whose words are changed goes at once. What comes of an older text is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from drafting.checking import rules
from drafting.draft import Draft, Located, Step, find_all
from drafting.errors import DraftError
from drafting.translation import tr
from ui.checks.places import Passed, Placed, follow, place_all, sorted_out
from ui.desk import Desk
from ui.settings import Settings
from ui.tasks import Lane, cancelled

PAUSE = 250  # milliseconds after the last change
Find = Callable[[Draft, Collection[str]], tuple[Located, ...]]


class Checker(QObject):
    """Holds the findings of the open draft, those that are passed over among them."""

    changed = Signal()
    """There are other findings than before, or other ones are passed over."""
    checked = Signal()
    """The text has been checked: the findings are those of the draft as it is now."""
    chosen_changed = Signal()
    """Another finding is in hand, or none."""

    def __init__(self, desk: Desk, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._settings = desk, settings
        self.find: Find = _find_all
        self._seen: Draft | None = None
        self._placed: tuple[Placed, ...] = ()
        self._by_block: dict[str, list[Placed]] = {}
        self._always = frozenset(settings.passed_over)
        self._chosen = ""
        self.known = False
        """Whether the draft was checked since it was opened."""
        self._lane = Lane(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.now)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._follow)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All findings in the order of the text."""
        return self._placed

    def placed_in(self, draft: Draft) -> tuple[Placed, ...]:
        """The findings of this draft; none when those known are of another."""
        return self._placed if draft is self._seen else ()

    @property
    def standing(self) -> tuple[Placed, ...]:
        """The findings that are not passed over."""
        return tuple(one for one in self._placed if one.passed is Passed.NOWHERE)

    @property
    def waiting(self) -> bool:
        """Whether the text changed since it was checked."""
        return self._timer.isActive() or self._lane.busy

    @property
    def chosen(self) -> Placed | None:
        """The finding in hand."""
        return next((one for one in self._placed if one.id == self._chosen), None)

    def choose(self, finding_id: str) -> None:
        """Take a finding in hand; none for an empty id."""
        if finding_id != self._chosen:
            self._chosen = finding_id
            self.chosen_changed.emit()

    def at(self, block: str) -> list[Placed]:
        """What stands in the text of a paragraph or a footnote and is not passed over."""
        return self._by_block.get(block, [])

    def off(self) -> frozenset[str]:
        """The rules that are not applied."""
        switched = self._settings.checks
        return frozenset(rule.id for rule in rules() if not switched.get(rule.id, rule.on))

    def now(self) -> None:
        """Check the text as it is."""
        self._timer.stop()
        draft = self._desk.draft
        if draft is not None:
            find, off = self.find, self.off()
            self._lane.run(lambda: place_all(draft, find(draft, off)), self._take)

    def settle(self, finding_id: str) -> None:
        """A finding is being mended: it goes at once, and comes back only if it is found again."""
        self._show(tuple(one for one in self._placed if one.id != finding_id))

    def sort_out(self) -> None:
        """What is passed over in every draft differs from before."""
        self._always = frozenset(self._settings.passed_over)
        self._show(self._placed)

    def _opened(self) -> None:
        self._timer.stop()
        self._lane.cancel()
        self._seen, self.known = self._desk.draft, False
        self._show(())
        self.choose("")
        if self._desk.draft is not None:
            self._timer.start()  # and not at once: first of all the draft is to be seen

    def _follow(self, step: Step) -> None:
        before, self._seen = self._seen, step.draft
        if before is None:
            return
        self._lane.cancel()
        self._timer.start()
        self._show(follow(self._placed, before, step.draft))

    def _take(self, placed: tuple[Placed, ...]) -> None:
        self.known = True
        self._show(placed)
        self.checked.emit()

    def _show(self, placed: tuple[Placed, ...]) -> None:
        draft, before = self._desk.draft, self._placed
        self._placed = sorted_out(placed, draft, self._always) if draft else ()
        self._by_block = {}
        for one in self.standing:
            self._by_block.setdefault(one.at.block, []).append(one)
        if _signs(before) != _signs(self._placed):
            self.changed.emit()


def _signs(placed: tuple[Placed, ...]) -> list[tuple[object, ...]]:
    """What lists show of findings: not where exactly in a paragraph they stand."""
    return [(one.id, one.passed, one.finding.message, bool(one.fix), len(one.related)) for one in placed]


def _find_all(draft: Draft, off: Collection[str]) -> tuple[Located, ...]:
    return find_all(draft, off, _go_on)


def _go_on() -> None:
    """End checking a text that is no longer the present one; nobody hears of the error."""
    if cancelled():
        raise DraftError(tr("The text changed while it was checked."))
