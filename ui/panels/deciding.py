# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding on the proposal in hand, the same from menus, keys and cards.

After a decision the next open proposal is taken up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafting.draft import Decision, Draft, Step, accept, accept_all, keep, reopen, reword, set_fact
from drafting.errors import DraftError
from drafting.translation import tr
from drafting.updating.records import Certainty, Proposal
from ui.desk import Desk
from ui.panels.proposal_rows import ProposalRow, rows_of
from ui.prompts import Prompts


class Deciding(QObject):
    """The acts on proposals and facts; `refused` carries the sentence when the draft does not allow one."""

    refused = Signal(str)

    def __init__(self, desk: Desk, prompts: Prompts, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._prompts, self._window = desk, prompts, window

    def accept(self) -> None:
        """Put the proposed words in and go on; where they are the old ones, the old text is confirmed."""
        self._decide(_accept)

    def keep(self) -> None:
        """Leave the old words and go on."""
        self._decide(keep)

    def take_back(self) -> None:
        """Open the proposal in hand again and stay with it."""
        self._do(reopen, self._desk.proposal)

    def accept_all(self, certainty: Certainty = Certainty.CERTAIN) -> None:
        """Accept everything that is certain, or of another certainty; then take up the first still open.

        With what is certain goes what has become so by facts filled in.
        """
        self._do(_accept_certain if certainty is Certainty.CERTAIN else _accept_style, "")
        self.first()

    def reword(self) -> None:
        """Ask for the drafter's own words at the place of the proposal in hand."""
        draft, proposal_id = self._desk.draft, self._desk.proposal
        if draft is None or not proposal_id:
            return
        try:
            paragraph, choice = draft.find(proposal_id)
        except DraftError as error:
            self.refused.emit(str(error))
            return
        if choice.decision is Decision.OVERTAKEN:
            self._do(lambda draft, name: reword(draft, name, ""), proposal_id)  # says why not
            return
        text = paragraph.note(choice.note).text if choice.note else paragraph.text
        edited = choice.decision is Decision.EDITED
        words = text[choice.start : choice.end] if edited else draft.replacement(proposal_id)
        around = text[: choice.start], text[choice.end :]
        answer = self._prompts.wording(self._window, draft.label(paragraph.key).id, around, words)
        if answer is not None:
            self._decide(lambda draft, name: reword(draft, name, answer))

    def fill(self, fact_id: str, values: Mapping[str, str]) -> None:
        """Take over what was typed for a fact."""
        self._do(lambda draft, name: set_fact(draft, name, values), fact_id)

    def accept_fact(self, fact_id: str) -> None:
        """Accept every open proposal that uses a fact, as one act."""
        self._do(_accept_fact, fact_id)

    def first(self) -> None:
        """Take up the first open proposal; keep the one in hand when nothing is open."""
        rows = self._rows()
        found = next((row for row in rows if not row.decided), None) or (
            None if self._desk.proposal else _head(rows)
        )
        if found:
            self._desk.choose(found.id)

    def move(self, by: int) -> None:
        """Take up the next (1) or previous (-1) open proposal, round the end.

        When none is open, the next of all.
        """
        rows = self._rows()
        here = next((number for number, row in enumerate(rows) if row.id == self._desk.proposal), None)
        if not rows:
            return
        start = here if here is not None else (-1 if by > 0 else 0)
        around = [rows[(start + by * step) % len(rows)] for step in range(1, len(rows) + 1)]
        self._desk.choose(next((row for row in around if not row.decided), around[0]).id)

    def _rows(self) -> tuple[ProposalRow, ...]:
        return rows_of(self._desk.draft) if self._desk.draft else ()

    def _decide(self, act: Callable[[Draft, str], Step]) -> None:
        if self._do(act, self._desk.proposal) and any(not row.decided for row in self._rows()):
            self.move(1)

    def _do(self, act: Callable[[Draft, str], Step], name: str) -> bool:
        draft = self._desk.draft
        if draft is None:
            return False
        try:
            self._desk.do(act(draft, name))
        except DraftError as error:
            self.refused.emit(str(error))
            return False
        return True


def _head(rows: tuple[ProposalRow, ...]) -> ProposalRow | None:
    return rows[0] if rows else None


def _accept(draft: Draft, proposal_id: str) -> Step:
    same = draft.replacement(proposal_id) == draft.proposal(proposal_id).old
    return keep(draft, proposal_id) if same else accept(draft, proposal_id)


def _accept_fact(draft: Draft, fact_id: str) -> Step:
    waiting = [one for one in _open(draft) if draft.proposal(one).fact == fact_id]
    return _accept_these(Step(draft, frozenset(), tr("Accept proposals with this fact")), waiting)


def _accept_style(draft: Draft, _: str) -> Step:
    return accept_all(draft, (Certainty.STYLE,))


def _accept_certain(draft: Draft, _: str) -> Step:
    waiting = [one for one in _open(draft) if is_known(draft, draft.proposal(one))]
    step = accept_all(draft, (Certainty.CERTAIN,))
    name = tr("Accept all certain proposals and those with known facts") if waiting else step.name
    return _accept_these(replace(step, name=name), waiting)


def is_known(draft: Draft, proposal: Proposal) -> bool:
    """Whether a proposal that needed a fact has become certain: all of it is filled in."""
    return (
        proposal.certainty is Certainty.FACT and bool(proposal.fact) and not draft.blanks(proposal.fact or "")
    )


def _open(draft: Draft) -> list[str]:
    return [choice.proposal for _, choice in draft.choices() if choice.decision is Decision.OPEN]


def _accept_these(step: Step, waiting: Iterable[str]) -> Step:
    """The step with some proposals accepted besides."""
    draft, changed = step.draft, step.changed
    for proposal_id in waiting:
        after = accept(draft, proposal_id)
        draft, changed = after.draft, changed | after.changed
    return Step(draft, changed, step.name)
