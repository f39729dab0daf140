# SPDX-License-Identifier: GPL-3.0-or-later
"""The proposals and facts of a draft as they come together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from drafting.resolution import Resolution
from drafting.updating import wording
from drafting.updating.calendar import Moment
from drafting.updating.course import Course, Habit
from drafting.updating.mentions import MentionKind
from drafting.updating.records import Certainty, Evidence, Fact, Proposal
from drafting.updating.strands import place_id


@dataclass(slots=True)
class Making:
    """What is known of the draft; `in_rhythm` when the next text is due at the target.

    `between` is the session of a text that by the rhythm lies between the base and the draft; none is loaded.
    `cited` are the loaded texts that proposals cite, by the id of their place.
    """

    course: Course
    versions: tuple[Resolution, ...]
    moment: Moment
    in_rhythm: bool
    between: int | None = None
    proposals: list[Proposal] = field(default_factory=list)
    facts: dict[str, Fact] = field(default_factory=dict)
    cited: dict[str, Resolution] = field(default_factory=dict)

    @property
    def base(self) -> Resolution:
        """The text that the draft carries on."""
        return self.versions[-1]

    def proposed(self, place: str) -> Proposal | None:
        """The proposal at the place with this id, if one was made."""
        return next((one for one in self.proposals if one.id == place), None)

    def plain(self, habit: Habit, new: str, certainty: Certainty, reason: str) -> Proposal:
        """Other words for the mention of a habit; the same words make it a remark."""
        place = habit.strand.latest
        dates_several = place.mention.dated is not None and place.mention.date is None
        if dates_several and place.mention.kind in (MentionKind.RESOLUTION, MentionKind.DECISION):
            certainty, reason = Certainty.REVIEW, wording.shared_date(reason)
        return Proposal(
            id=place_id(place),
            paragraph=place.paragraph,
            start=place.mention.span.start,
            end=place.mention.span.end,
            old=place.words,
            new=new,
            certainty=certainty,
            kind=str(place.mention.kind),
            reason=reason,
            footnote=place.footnote,
            evidence=tuple(
                Evidence(self.versions[one.version].number, one.paragraph, one.words)
                for one in habit.strand.present
            ),
        )

    def remark(self, habit: Habit, reason: str) -> Proposal:
        """A place to be looked at, whose words stay unless the drafter writes others."""
        return self.plain(habit, habit.strand.latest.words, Certainty.REVIEW, reason)

    def with_fact(
        self, habit: Habit, pattern: str, fact: Fact, certainty: Certainty, reason: str
    ) -> Proposal:
        """Words with the blanks of a fact in them."""
        return filled_in(self.plain(habit, "", certainty, reason), pattern, fact)


Maker = Callable[[Making, Habit], Iterator[Proposal]]


def filled_in(proposal: Proposal, pattern: str, fact: Fact) -> Proposal:
    """The proposal with a pattern and, as its words, that pattern with every blank as its placeholder."""
    new = pattern
    for part in fact.parts:
        new = new.replace("{" + part.name + "}", part.placeholder)
    return replace(proposal, new=new, fact=fact.id, pattern=pattern)
