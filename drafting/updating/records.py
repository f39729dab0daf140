# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of updating.

What a draft for the target session should say, why, and what is still to be found out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafting.resolution import Masthead

PLACEHOLDER = "[…]"
MASTHEAD = "masthead"
"""Where a fact is used that stands above the text, beside the ids of paragraphs."""


class Certainty(StrEnum):
    """How far a proposal can be trusted."""

    CERTAIN = "certain"  # follows from the loaded versions alone
    FACT = "fact"  # right once an outside fact is filled in
    REVIEW = "review"  # the drafter must judge
    STYLE = "style"  # house style


class FactKind(StrEnum):
    """What a blank of a fact takes; what is typed into it is held against that."""

    NUMBER = "number"
    DATE = "date"
    SYMBOL = "symbol"
    PLACE = "place"
    PERIOD = "period"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FactPart:
    """One blank of a fact.

    `placeholder` stands in the text until it is filled ("[…]", "[…] December 2024"). `form` is the whole
    number or symbol that the blank is part of, with `{}` at its place ("79/{}", "A/HRC/58/{}"); empty where
    the blank is all there is.
    """

    name: str  # "number", "date", "serial"
    label: str  # what the drafter is asked for: "number", "date"
    placeholder: str = PLACEHOLDER
    example: str = ""  # greyed hint of the form: "199", "19"
    kind: FactKind = FactKind.TEXT
    form: str = ""


class SoughtKind(StrEnum):
    """What a fact is looked up in."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    SYMBOL = "symbol"  # a report or another document, by the form of its symbol
    DATES = "dates"  # of a session
    ITEM = "item"  # of the agenda of a session


@dataclass(frozen=True, slots=True)
class Sought:
    """What a fact asks for, told so that it can be looked up in documents.

    `session` is the year for an organ that counts by years, None where it is not known. `subject` is the text
    or document as the series describes it, or the title of the agenda item; `contexts` what the sentences
    say further of it. `number` is the number of a text of which only the date is asked, `cited` are the
    numbers or symbols that stood at the place so far, oldest first.
    """

    kind: SoughtKind
    organ: str
    session: int | None = None
    subject: str = ""
    contexts: tuple[str, ...] = ()
    number: str = ""
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that must be found out.

    Asked once and used at every place named in `used_in`: paragraph ids, or `MASTHEAD`. `sought` is None
    where no document tells it.
    """

    id: str
    question: str
    parts: tuple[FactPart, ...]
    used_in: tuple[str, ...] = ()
    sought: Sought | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One loaded version that shows the habit behind a proposal.

    Its number, the place, and the words there.
    """

    version: str
    paragraph: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change proposed at one place of the base version.

    `start` and `end` are code points in the text of base paragraph `paragraph`, or of its footnote numbered
    `footnote`; `old` is exactly what stands there. `pattern` is the replacement with `{name}` for each part
    of `fact`; `new` is the pattern with every blank as its placeholder. Several proposals never overlap.
    `together` are the ids of those that are right only with this one, and are decided in the same step.
    A remark that belongs to another one (the days of a summit to the summit) is `asked_with` it, by its id:
    the two are one question, and that one has it among its `together`.
    """

    id: str
    paragraph: str
    start: int
    end: int
    old: str
    new: str
    certainty: Certainty
    kind: str  # resolution | symbol | session | date | ...
    reason: str
    footnote: int | None = None
    fact: str | None = None
    pattern: str = ""
    evidence: tuple[Evidence, ...] = ()
    together: tuple[str, ...] = ()
    asked_with: str = ""

    @property
    def remark(self) -> bool:
        """Whether nothing is to be replaced unless the drafter writes something else."""
        return self.new == self.old


@dataclass(frozen=True, slots=True)
class MastheadChange:
    """One line above or under the text that differs from the base.

    An empty `new` means it is left out of a draft.
    """

    field: str  # a field of Masthead, or "vote"
    old: str
    new: str
    certainty: Certainty
    reason: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Everything proposed for one target session.

    Masthead of the draft, proposals in text order, facts to be asked.
    """

    session: int
    masthead: Masthead
    masthead_changes: tuple[MastheadChange, ...]
    proposals: tuple[Proposal, ...]
    facts: tuple[Fact, ...]

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id; raises KeyError when there is none."""
        for fact in self.facts:
            if fact.id == fact_id:
                return fact
        raise KeyError(fact_id)
