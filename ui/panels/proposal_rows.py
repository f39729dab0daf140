# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card of the proposals panel says: plain rows worked out from the draft, without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drafting.draft import Choice, Decision, Draft, DraftParagraph, asked_with, beside
from drafting.translation import listed, marked, tr
from drafting.updating.records import PLACEHOLDER, Certainty

WORDS = {
    Certainty.CERTAIN: marked("certain"),
    Certainty.FACT: marked("needs a fact"),
    Certainty.REVIEW: marked("review"),
    Certainty.STYLE: marked("house style"),
}
OUTCOMES = {
    Decision.ACCEPTED: marked("accepted"),
    Decision.KEPT: marked("old text kept"),
    Decision.EDITED: marked("your own words"),
    Decision.OVERTAKEN: marked("overtaken by your edit"),
}


NEAR = 80
"""Characters in which two words are looked for: longer ones are cut."""


class Group(StrEnum):
    """The filters over the list."""

    ALL = marked("All")
    CERTAIN = marked("Certain")
    FACT = marked("Needs a fact")
    REVIEW = marked("Review")
    STYLE = marked("Style")
    DECIDED = marked("Decided")


_GROUPS = {
    Certainty.CERTAIN: Group.CERTAIN,
    Certainty.FACT: Group.FACT,
    Certainty.REVIEW: Group.REVIEW,
    Certainty.STYLE: Group.STYLE,
}


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal as its card shows it; `before` and `after` are words around a short `old`, else empty."""

    id: str
    key: str  # of its paragraph
    label: str  # "PP4"
    note: str  # "footnote 4", else empty
    certainty: Certainty
    decision: Decision
    number: int
    total: int
    before: str
    old: str
    new: str  # what it would put in, or what stands there when the drafter's own words do
    after: str
    reason: str
    evidence: tuple[tuple[str, str], ...] = ()  # place ("47/9 PP4") and words there
    fact: str = ""
    blanks: bool = False  # its fact is not known yet
    others: tuple[str, ...] = ()  # labels of the other places of the same fact
    besides: tuple[str, ...] = ()  # what is asked with it: words, and place where that is another

    @property
    def decided(self) -> bool:
        """Whether nothing is left to decide here."""
        return self.decision is not Decision.OPEN

    @property
    def same(self) -> bool:
        """Whether it asks for a look and proposes no other words."""
        return self.old == self.new

    @property
    def status(self) -> str:
        """The word on the chip."""
        if self.decided:
            return tr(OUTCOMES[self.decision])
        filled = self.certainty is Certainty.FACT and not self.blanks
        return tr("fact filled in") if filled else tr(WORDS[self.certainty])

    @property
    def group(self) -> Group:
        """The filter it belongs to, beside ALL."""
        return Group.DECIDED if self.decided else _GROUPS[self.certainty]

    @property
    def place(self) -> str:
        """Where it is, in words: "PP4" or "OP20, footnote 4"."""
        return f"{self.label}, {self.note}" if self.note else self.label

    @property
    def shared(self) -> str:
        """Where the same fact is used, or what else is asked here, as a sentence; empty when nothing."""
        if self.besides:
            return tr("The same question for {places}.").format(places=listed(self.besides))
        words = tr("The same fact is used in {places}.") if self.others else ""
        return words.format(places=listed(self.others))

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        if self.same:
            change = tr("“{old}” stays")
        else:
            change = tr("“{old}” becomes “{new}”") if self.new else tr("“{old}” is left out")
        change = change.format(old=self.old, new=spelled(self.new))
        why = f"{self.reason} {self.shared}".strip()
        return tr("{place}, {status}, {number} of {total}: {change}. {why}").format(
            place=self.place, status=self.status, number=self.number, total=self.total, change=change, why=why
        )


def spelled(text: str) -> str:
    """The text with placeholders as a voice can say them."""
    return text.replace(PLACEHOLDER, tr("blank"))


class _Latest:
    """The rows of the draft that was asked about last: panel, bar and acts ask for the same one in turn."""

    draft: Draft | None = None
    rows: tuple[ProposalRow, ...] = ()


def rows_of(draft: Draft) -> tuple[ProposalRow, ...]:
    """A row for every question that has its place in the draft, in the order of the text."""
    if _Latest.draft is not draft:
        _Latest.draft, _Latest.rows = draft, _rows_of(draft)
    return _Latest.rows


def _rows_of(draft: Draft) -> tuple[ProposalRow, ...]:
    asked = asked_with(draft)
    everything = sorted(draft.choices(), key=lambda item: _order(draft, *item))
    placed = [item for item in everything if item[1].proposal not in asked]
    besides: dict[str, list[str]] = {}
    for paragraph, choice in everything:
        if leader := asked.get(choice.proposal):
            besides.setdefault(leader, []).append(beside(draft, paragraph, choice, leader))
    places: dict[str, list[str]] = {}
    for paragraph, choice in placed:
        fact = draft.proposal(choice.proposal).fact
        if fact:
            places.setdefault(fact, []).append(draft.label(paragraph.key).id)
    total = len(placed)
    rows = (
        _row(draft, paragraph, choice, (number, total), places)
        for number, (paragraph, choice) in enumerate(placed, start=1)
    )
    return tuple(replace(row, besides=tuple(besides[row.id])) if row.id in besides else row for row in rows)


def _order(draft: Draft, paragraph: DraftParagraph, choice: Choice) -> tuple[int, bool, int, int]:
    note = draft.note_numbers[choice.note] if choice.note else 0
    return draft.position(paragraph.key), choice.note is not None, note, choice.start


def _row(
    draft: Draft,
    paragraph: DraftParagraph,
    choice: Choice,
    count: tuple[int, int],
    places: dict[str, list[str]],
) -> ProposalRow:
    proposal = draft.proposal(choice.proposal)
    label = draft.label(paragraph.key).id
    text = paragraph.note(choice.note).text if choice.note else paragraph.text
    before, after = context(text, choice.start, choice.end) if _short(proposal.old) else ("", "")
    edited = choice.decision is Decision.EDITED
    return ProposalRow(
        id=proposal.id,
        key=paragraph.key,
        label=label,
        note=tr("footnote {number}").format(number=draft.note_numbers[choice.note]) if choice.note else "",
        certainty=proposal.certainty,
        decision=choice.decision,
        number=count[0],
        total=count[1],
        before=before,
        old=proposal.old,
        new=text[choice.start : choice.end] if edited else draft.replacement(proposal.id),
        after=after,
        reason=sentence(proposal.reason),
        evidence=tuple((f"{item.version} {item.paragraph}", item.text) for item in proposal.evidence),
        fact=proposal.fact or "",
        blanks=bool(proposal.fact and draft.blanks(proposal.fact)),
        others=tuple(dict.fromkeys(place for place in places.get(proposal.fact or "", ()) if place != label)),
    )


def _short(old: str) -> bool:
    return len(old.split()) < 2


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Two words before a place and one after it, with the white space between, where the text has them."""
    before = re.search(r"(?:\S+\s+){0,2}\S*$", text[max(start - NEAR, 0) : start])
    after = re.match(r"\S*(?:\s+[^\s,;.]+)?", text[end : end + NEAR])
    return (before[0] if before else ""), (after[0] if after else "")


def sentence(reason: str) -> str:
    """A reason as a sentence: with a capital at its head and a full stop."""
    reason = reason.strip()
    return reason[:1].upper() + reason[1:] + ("" if reason.endswith((".", "?", "!")) or not reason else ".")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches, each with whether it is a placeholder."""
    for piece in re.split(f"({re.escape(PLACEHOLDER)})", text):
        if piece:
            yield piece, piece == PLACEHOLDER


def counts(rows: tuple[ProposalRow, ...]) -> dict[Group, int]:
    """How many rows each filter shows."""
    found = {group: sum(row.group is group for row in rows) for group in Group}
    return found | {Group.ALL: len(rows)}
