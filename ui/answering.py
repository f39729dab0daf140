# SPDX-License-Identifier: GPL-3.0-or-later
"""What shelf and loaded texts say of the facts of the open draft; looked up beside the drafter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from drafting.draft import Draft, Step, set_fact
from drafting.translation import tr
from ui.desk import Desk
from ui.tasks import Lane

if TYPE_CHECKING:
    from drafting.updating.facts import Problem
    from drafting.updating.records import Fact
    from drafting.updating.shelf import Answer


class Answering(QObject):
    """Offers answers, and fills facts in with them when the drafter says so; each is one act."""

    answered = Signal()
    """The facts of the draft were looked up."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looking = Lane(self)
        self._key: object = None
        self._known: tuple[Answer, ...] = ()

    def found(self, draft: Draft) -> tuple[Answer, ...]:
        """What shelf and loaded texts say of the facts of a draft; nothing until it has been looked up."""
        key = draft.carry, draft.shelf
        if self._key != key:
            self._key, self._known = key, ()
            self._look_up(draft)
        return self._known

    def answers(self, draft: Draft) -> dict[str, tuple[Answer, ...]]:
        """The answers to the facts that are still open, best first; by fact."""
        wanted = {fact.id for fact in draft.missing_facts}
        by_fact: dict[str, tuple[Answer, ...]] = {}
        for one in self.found(draft):
            if one.fact in wanted:
                by_fact[one.fact] = (*by_fact.get(one.fact, ()), one)
        return by_fact

    def filled(self, draft: Draft) -> int:
        """How many facts are filled in as a document says."""
        agreeing = {one.fact for one in self.found(draft) if draft.facts.get(one.fact) == one.values}
        return len(agreeing)

    def doubts(self, draft: Draft, fact: Fact) -> tuple[Problem, ...]:
        """What was filled in for a fact and stands otherwise in a document."""
        values = draft.facts.get(fact.id, {})
        found = [one for one in self.found(draft) if one.fact == fact.id] if any(values.values()) else []
        if not found:
            return ()
        from drafting.updating.shelf import contradictions

        return contradictions(fact, values, found)

    def _look_up(self, draft: Draft) -> None:
        from drafting.updating.shelf import answers

        facts, shelf, texts = draft.carry.facts, draft.shelf, draft.lineage.versions
        self._looking.run(lambda: answers(facts, shelf, texts), self._looked_up)

    def _looked_up(self, found: tuple[Answer, ...]) -> None:
        self._known = found
        if found:
            self.answered.emit()

    def use(self, answer: Answer) -> None:
        """Fill a fact in with what a document says of it."""
        if self._desk.draft is not None:
            self._desk.do(set_fact(self._desk.draft, answer.fact, answer.values))

    def use_sure(self) -> None:
        """Fill in every open fact of which the shelf is sure, as one act."""
        draft = self._desk.draft
        if draft is None:
            return
        changed: frozenset[str] = frozenset()
        for one in sure_of(self.answers(draft)):
            step = set_fact(draft, one.fact, one.values)
            draft, changed = step.draft, changed | step.changed
        self._desk.do(Step(draft, changed, tr("Fill in facts from the shelf")))


def sure_of(answers: dict[str, tuple[Answer, ...]]) -> list[Answer]:
    """The best answer of each fact, where it is sure."""
    return [found[0] for found in answers.values() if found[0].sure]
