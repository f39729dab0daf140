# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts looked up on a shelf that holds every text of the corpus that was there by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafting.resolution import Resolution
from drafting.updating.facts import filled
from drafting.updating.mentions import find
from drafting.updating.records import CarryOver, Proposal
from drafting.updating.shelf import answers, of_resolution
from drafting.updating.shelf.records import Answer, Shelved
from tests.backtest.series import SERIES, Trial, series


@dataclass(frozen=True, slots=True)
class Looked:
    """A fact, the words really adopted, and what the shelf makes of it.

    `said` is empty where the shelf has no answer; `there`: the text that tells it is on the shelf.
    """

    proposal: Proposal
    adopted: str
    said: str
    sure: bool
    there: bool

    @property
    def right(self) -> bool:
        """Whether the first answer is what was adopted."""
        return self.said == self.adopted


def looked_up(trial: Trial, carry: CarryOver, fitting: dict[str, str]) -> Iterator[Looked]:
    """What the shelf says of facts whose value is known: the words adopted, by the id of their proposal."""
    shelf = _shelf(trial)
    known = {one.number for one in shelf if one.number}
    first: dict[str, Answer] = {}
    for answer in answers(carry.facts, shelf, trial.versions):
        first.setdefault(answer.fact, answer)
    for proposal in carry.proposals:
        words = fitting.get(proposal.id)
        if words is None or proposal.fact is None:
            continue
        there = any(one.value in known for one in find(_cited(words)))
        answer = first.get(proposal.fact)
        said = ""
        if answer is not None:
            said = filled(proposal, carry.fact(proposal.fact), {proposal.fact: answer.values})
        yield Looked(proposal, words, said, answer is not None and answer.sure, there)


def _cited(words: str) -> str:
    """The words as a citation, which a bare number is not."""
    return f"resolution {words.lstrip(' ,and')}"


def _shelf(trial: Trial) -> tuple[Shelved, ...]:
    """Every other text of the corpus adopted before the one that followed; the loaded ones are no shelf."""
    loaded = {version.number for version in trial.versions}
    by_then = trial.adopted.masthead.adopted
    return tuple(
        _shelved(one)
        for one in _texts()
        if one.number not in loaded and one.masthead.adopted and by_then and one.masthead.adopted < by_then
    )


@cache
def _texts() -> tuple[Resolution, ...]:
    folders = sorted(SERIES.iterdir()) if SERIES.is_dir() else []
    return tuple(one for folder in folders for one in series(folder))


@cache
def _shelved(text: Resolution) -> Shelved:
    return of_resolution(text)
