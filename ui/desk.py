# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: the one open draft, its undo stack, and the proposal in hand.

Every view reads `desk.draft` and follows two signals; every act of the user is a `Step` of `drafting.draft`
given to `do`. The draft is immutable, so undo is putting an earlier one back.

While somebody types, nothing of style is worked out: proposals would come and go at the caret, and the whole
text would be read again with every key. They belong to the same act and are shown with `settle`, or with the
next act that is not typing.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from drafting.draft import Draft, Step, asked_with
from drafting.draft.styling import restyled, styled

RECENT = 12
"""States of the draft for which all is kept that was worked out; a long one takes 1 MiB for each."""


class Desk(QObject):
    """Holds the open draft; `draft` is None while nothing is open."""

    opened = Signal()
    """Another draft (or none) lies on the desk: show it from scratch."""
    changed = Signal(object)
    """A Step was done, undone or redone: `draft` is already its draft.

    `changed` names the paragraphs that differ.
    """
    chosen = Signal(str)
    """The proposal in hand changed; empty when there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._draft: Draft | None = None
        self._typing: _Act | None = None  # whose style is still to be worked out
        self._proposal = ""
        self._retracing = False
        self._recent: deque[Draft] = deque()  # whose labels and numbers are kept, the latest last

    @property
    def draft(self) -> Draft | None:
        """The draft as it is now."""
        return self._draft

    @property
    def proposal(self) -> str:
        """The id of the proposal in hand, empty when there is none."""
        return self._proposal

    @property
    def settled(self) -> bool:
        """Whether the style proposals are those of the words that are shown."""
        return self._typing is None

    @property
    def retracing(self) -> bool:
        """Whether the change just sent is an act being undone or done again, and no new one."""
        return self._retracing

    def open(self, draft: Draft | None) -> None:
        """Put another draft on the desk; its history starts now."""
        self._draft, self._typing = draft, None
        self._recent = deque([draft] if draft else [])
        self.undo_stack.clear()
        self.undo_stack.setClean()
        self._proposal = ""
        self.opened.emit()
        self.chosen.emit("")

    def do(self, step: Step, merge: str = "", *, typing: bool = False, styled_yet: bool = False) -> None:
        """Make a step as one act that can be undone.

        Following acts with the same non-empty `merge` become one with it. Of a step of `typing` the style is
        not worked out yet; with `styled_yet` it is, of all its words.
        """
        before = self._draft
        if before is None or step.draft is before:
            return
        late = not styled_yet and (typing or not self.settled)
        if self._typing is not None and not self._typing.goes_on(merge):
            before = self._caught_up()
        if late and not (typing and merge):
            step = styled(step)
        self.undo_stack.push(_Act(self, before, step, merge, waits=typing and bool(merge)))

    def settle(self) -> None:
        """Show the style proposals of what was typed; no act of its own."""
        shown = self._draft
        if shown is not None and not self.settled:
            whole = self._caught_up()
            pairs = zip(shown.paragraphs, whole.paragraphs, strict=True)
            changed = frozenset(new.key for old, new in pairs if old is not new)
            if whole is not shown:
                self._put(whole, Step(whole, changed, ""), retracing=False)

    def _caught_up(self) -> Draft:
        """The draft with the style proposals of what was typed, which belong to the act of typing."""
        assert self._draft is not None
        whole = restyled(self._draft)
        if self._typing is not None:
            self._typing.hold(whole)
            self._typing = None
        return whole

    def choose(self, proposal_id: str) -> None:
        """Take a proposal in hand, so that page and panel point at the same one.

        Of a remark that is asked with another one, that other one is taken.
        """
        if self._draft is not None and proposal_id:
            proposal_id = asked_with(self._draft).get(proposal_id, proposal_id)
        if proposal_id != self._proposal:
            self._proposal = proposal_id
            self.chosen.emit(proposal_id)

    def _put(self, draft: Draft, step: Step, *, retracing: bool) -> None:
        self._draft, self._retracing = draft, retracing
        self._recent.append(draft)
        if len(self._recent) > RECENT and (old := self._recent.popleft()) is not draft:
            old.forget()
        self.changed.emit(Step(draft, step.changed, step.name))
        self._retracing = False


class _Act(QUndoCommand):
    """One act: the draft before and after it. Typing in one place merges into one act.

    Of one that `waits` the style proposals are worked out when the typing ends.
    """

    def __init__(self, desk: Desk, before: Draft, step: Step, merge: str, *, waits: bool) -> None:
        super().__init__(step.name)
        self._desk, self._before, self._step, self._merge = desk, before, step, merge
        self._waits, self._done = waits, False

    def goes_on(self, merge: str) -> bool:
        """Whether an act of this name becomes one with it."""
        return bool(merge) and merge == self._merge

    def hold(self, draft: Draft) -> None:
        """Take the same draft with its style proposals."""
        self._step = replace(self._step, draft=draft)

    def id(self) -> int:
        return 1 if self._merge else -1

    def redo(self) -> None:
        retracing, self._done = self._done, True
        self._desk._typing = self if self._waits and not retracing else None
        self._desk._put(self._step.draft, self._step, retracing=retracing)

    def undo(self) -> None:
        if not self._desk.settled:
            self._desk._caught_up()
        self._desk._put(self._before, self._step, retracing=True)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Act) or not self.goes_on(other._merge):
            return False
        changed = self._step.changed | other._step.changed
        self._step = Step(other._step.draft, changed, self._step.name)
        if self._desk._typing is other:
            self._desk._typing = self
        return True
