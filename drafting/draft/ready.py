# SPDX-License-Identifier: GPL-3.0-or-later
"""What still stands between a draft and its submission."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafting.checking import rule
from drafting.draft.findings import Located
from drafting.draft.record import Choice, Decision, Draft, DraftParagraph
from drafting.translation import tr
from drafting.updating.records import MASTHEAD, PLACEHOLDER, Certainty


class Obstacle(StrEnum):
    """What kind of thing is still to be done."""

    FACT = "fact"  # a fact that is asked for and not known
    PROPOSAL = "proposal"  # a certain proposal without a decision
    BLANK = "blank"  # a placeholder in the text that belongs to no fact, or a paragraph without words
    FINDING = "finding"  # a finding of a blocking rule that was neither mended nor ignored


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that blocks submission, with the place to go to.

    `about` is the id of the fact, proposal or rule, empty for a blank. `paragraph` is the key of the
    paragraph (empty above the text), `note` that of its footnote, `[start, end)` the place in the text of
    either. `says` is one sentence for the drafter.
    """

    kind: Obstacle
    about: str
    says: str
    paragraph: str = ""
    note: str | None = None
    start: int = 0
    end: int = 0


def blockers(draft: Draft, found: Iterable[Located] = ()) -> tuple[Blocker, ...]:
    """All that stands against submission: facts, then what stands in the text, in its order, then findings.

    Nothing when the draft is ready. `found` is what `find_all` gave; findings passed over, and those of rules
    that do not block, are left out. Symbol and number of the draft are given by the secretariat and never
    asked for.
    """
    order = {paragraph.key: index for index, paragraph in enumerate(draft.paragraphs)}
    in_text = sorted((*_proposals(draft), *_blanks(draft)), key=lambda one: (order[one.paragraph], one.start))
    return (*_facts(draft), *in_text, *_findings(found))


def _facts(draft: Draft) -> Iterator[Blocker]:
    for fact in draft.missing_facts:
        places = [item for item in draft.choices() if draft.proposal(item[1].proposal).fact == fact.id]
        above = MASTHEAD in fact.used_in
        says = tr("Not known yet: {question}.").format(question=fact.question)
        if places and not above:
            paragraph, choice = places[0]
            yield Blocker(Obstacle.FACT, fact.id, says, paragraph.key, choice.note, choice.start, choice.end)
        else:
            yield Blocker(Obstacle.FACT, fact.id, says)


def _proposals(draft: Draft) -> Iterator[Blocker]:
    """What is certain, or has become so by a fact filled in, and waits for a decision."""
    for paragraph, choice in draft.choices():
        proposal = draft.proposal(choice.proposal)
        known = proposal.fact is not None and not draft.blanks(proposal.fact)
        derived = proposal.certainty is Certainty.CERTAIN or (proposal.certainty is Certainty.FACT and known)
        if choice.decision is Decision.OPEN and derived:
            says = tr("“{old}” is out of date: “{new}” is proposed.").format(
                old=proposal.old, new=draft.replacement(proposal.id)
            )
            place = paragraph.key, choice.note, choice.start, choice.end
            yield Blocker(Obstacle.PROPOSAL, proposal.id, says, *place)


def _blanks(draft: Draft) -> Iterator[Blocker]:
    """Placeholders left in the text that are no blank of a fact, and paragraphs without words."""
    for paragraph in draft.paragraphs:
        if not paragraph.text.strip() and not paragraph.title:  # a heading may have its number alone
            says = tr("{paragraph} is empty.").format(paragraph=draft.label(paragraph.key).id)
            yield Blocker(Obstacle.BLANK, "", says, paragraph.key)
        if not paragraph.notes and PLACEHOLDER not in paragraph.text:
            continue  # nearly all, and asked after every act
        texts = {None: paragraph.text} | {note.key: note.text for note in paragraph.notes}
        for note, text in texts.items():
            for match in re.finditer(re.escape(PLACEHOLDER), text):
                if not _is_of_fact(draft, paragraph, note, match.start()):
                    says = tr("A blank is left in {paragraph}.").format(
                        paragraph=draft.label(paragraph.key).id
                    )
                    yield Blocker(Obstacle.BLANK, "", says, paragraph.key, note, *match.span())


def _is_of_fact(draft: Draft, paragraph: DraftParagraph, note: str | None, at: int) -> bool:
    def covers(choice: Choice) -> bool:
        here = choice.note == note and choice.start <= at < choice.end
        return (
            here and choice.decision is Decision.ACCEPTED and draft.proposal(choice.proposal).fact is not None
        )

    return any(map(covers, paragraph.choices))


def _findings(found: Iterable[Located]) -> Iterator[Blocker]:
    """Those of blocking rules, but for blanks, which are told as such or by their fact."""
    for one in found:
        spot = one.finding.spot
        if rule(one.finding.rule).blocking and not one.ignored and one.finding.words != PLACEHOLDER:
            place = one.paragraph, one.note, spot.start, spot.end
            yield Blocker(Obstacle.FINDING, one.finding.rule, one.finding.message, *place)
