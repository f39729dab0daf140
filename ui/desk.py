# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: the one open draft, its undo stack, and the proposal in hand.

Every view reads `desk.draft` and follows two signals; every act of the user is a `Step` of `drafting.draft`
given to `do`. The draft is immutable, so undo is putting an earlier one back.

While somebody types, style proposals that the new words make due are held back: they would come and go at the
caret. They belong to the same act and are shown with `settle`, or with the next act that is not typing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from drafting.draft import Draft, DraftParagraph, Step, asked_with
from drafting.draft.styling import styled


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
        self._whole: Draft | None = None  # with what is held back
        self._proposal = ""
        self._retracing = False

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
        """Whether nothing is held back."""
        return self._draft is self._whole

    @property
    def retracing(self) -> bool:
        """Whether the change just sent is an act being undone or done again, and no new one."""
        return self._retracing

    def open(self, draft: Draft | None) -> None:
        """Put another draft on the desk; its history starts now."""
        self._draft = self._whole = draft
        self.undo_stack.clear()
        self.undo_stack.setClean()
        self._proposal = ""
        self.opened.emit()
        self.chosen.emit("")

    def do(self, step: Step, merge: str = "") -> None:
        """Make a step as one act that can be undone.

        Following acts with the same non-empty `merge` become one with it: they are typing, which holds new
        style proposals back.
        """
        if self._draft is None or self._whole is None or step.draft is self._draft:
            return
        step = step if self.settled or merge else styled(step)
        self.undo_stack.push(_Act(self, self._whole, step, merge))

    def settle(self) -> None:
        """Show what was held back; no act of its own."""
        shown, whole = self._draft, self._whole
        if shown is not None and whole is not None and shown is not whole:
            pairs = zip(shown.paragraphs, whole.paragraphs, strict=True)
            self._put(
                whole, Step(whole, frozenset(new.key for old, new in pairs if old is not new), ""), False
            )

    def choose(self, proposal_id: str) -> None:
        """Take a proposal in hand, so that page and panel point at the same one.

        Of a remark that is asked with another one, that other one is taken.
        """
        if self._draft is not None and proposal_id:
            proposal_id = asked_with(self._draft).get(proposal_id, proposal_id)
        if proposal_id != self._proposal:
            self._proposal = proposal_id
            self.chosen.emit(proposal_id)

    def _put(self, draft: Draft, step: Step, retracing: bool, typing: bool = False) -> None:
        before, self._whole, self._retracing = self._draft, draft, retracing
        self._draft = _held_back(before, draft) if typing and before else draft
        self.changed.emit(Step(self._draft, step.changed, step.name))
        self._retracing = False


class _Act(QUndoCommand):
    """One act: the draft before and after it. Typing in one place merges into one act."""

    def __init__(self, desk: Desk, before: Draft, step: Step, merge: str) -> None:
        super().__init__(step.name)
        self._desk, self._before, self._step, self._merge = desk, before, step, merge
        self._done = False

    def id(self) -> int:
        return 1 if self._merge else -1

    def redo(self) -> None:
        self._desk._put(self._step.draft, self._step, self._done, bool(self._merge) and not self._done)
        self._done = True

    def undo(self) -> None:
        self._desk._put(self._before, self._step, True)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Act) or other._merge != self._merge:
            return False
        changed = self._step.changed | other._step.changed
        self._step = Step(other._step.draft, changed, self._step.name)
        return True


def _held_back(shown: Draft, draft: Draft) -> Draft:
    """The draft without the open style proposals that are not shown yet."""
    known = {proposal.id for proposal in shown.styles}
    coming = {proposal.id for proposal in draft.styles if proposal.id not in known}
    if not coming:
        return draft
    paragraphs = tuple(_without(paragraph, coming) for paragraph in draft.paragraphs)
    styles = tuple(proposal for proposal in draft.styles if proposal.id not in coming)
    return draft.with_styles(paragraphs, styles)


def _without(paragraph: DraftParagraph, coming: Collection[str]) -> DraftParagraph:
    left = tuple(choice for choice in paragraph.choices if choice.proposal not in coming)
    return paragraph if len(left) == len(paragraph.choices) else replace(paragraph, choices=left)
