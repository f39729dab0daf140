# SPDX-License-Identifier: GPL-3.0-or-later
"""The text being drafted, with every decision taken on it.

Immutable, so that undo is going back to an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from drafting.comparing.records import Lineage, Thread
from drafting.draft.kept import PerParagraph
from drafting.draft.labels import Label, labels_of
from drafting.draft.paragraph import Choice, Decision, DraftNote, DraftParagraph
from drafting.errors import DraftError
from drafting.reading.openings import opening_of
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.translation import tr
from drafting.updating.facts import filled, filled_masthead, missing
from drafting.updating.records import CarryOver, Certainty, Fact, FactPart, Proposal

if TYPE_CHECKING:  # with its package come all readers, which a draft without a shelf does not need
    from drafting.updating.shelf.records import Shelved

__all__ = ["ByHand", "Choice", "Decision", "Draft", "DraftNote", "DraftParagraph", "Ignored"]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that the drafter passed over: its rule, the key of its paragraph, and the words found there.

    It stays ignored for as long as the rule finds these words in this paragraph.
    """

    rule: str
    paragraph: str
    words: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """What the drafter decided about the pairs of two versions, as in `drafting.comparing.records.Pairings`.

    `old` and `new` are numbers of versions, `old` the earlier one. An empty `new` is the draft, whose
    paragraphs go by their keys.
    """

    old: str
    new: str
    made: tuple[tuple[str, str], ...] = ()
    broken: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)  # without slots, so that what follows from the text is worked out once
class Draft:
    """The draft for the target session of `carry`, based on the latest version of `lineage`.

    `facts` holds what the drafter filled in: by fact id, then by the name of the part. `styles` are the style
    proposals that follow from the present text, those still due and those decided: their `paragraph` is the
    key of a paragraph of the draft, and their offsets are those at which they were found. `ignored` are the
    findings passed over. `resting` are the proposals for other targets on which a decision waits. `shelf` are
    the documents in which facts are looked up. `pairings` are the pairs of paragraphs set and broken by hand.
    """

    lineage: Lineage
    carry: CarryOver
    paragraphs: tuple[DraftParagraph, ...]
    facts: Mapping[str, Mapping[str, str]]
    last_key: int = 0
    styles: tuple[Proposal, ...] = ()
    ignored: frozenset[Ignored] = frozenset()
    resting: tuple[Proposal, ...] = ()
    shelf: tuple[Shelved, ...] = ()
    pairings: tuple[ByHand, ...] = ()

    @property
    def base(self) -> Resolution:
        """The last adopted text, on which the draft is built."""
        return self.lineage.latest

    @cached_property
    def _index(self) -> dict[str, int]:
        return {paragraph.key: index for index, paragraph in enumerate(self.paragraphs)}

    @cached_property
    def _proposals(self) -> dict[str, Proposal]:
        return {proposal.id: proposal for proposal in (*self.carry.proposals, *self.styles)}

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.carry.facts}

    @cached_property
    def _threads(self) -> dict[str, Thread]:
        return {thread.latest: thread for thread in self.lineage.threads if thread.latest is not None}

    @cached_property
    def _labels(self) -> dict[str, Label]:
        return labels_of(self.paragraphs)

    @cached_property
    def note_numbers(self) -> dict[str, int]:
        """Footnote numbers by key: one run through the text, by the order of the marks."""
        ordered = (note.key for paragraph in self.paragraphs for note in sorted(paragraph.notes, key=_offset))
        return {key: number for number, key in enumerate(ordered, start=1)}

    def with_paragraph(self, paragraph: DraftParagraph) -> Draft:
        """The draft with one paragraph in another state; raises DraftError when the draft does not hold it.

        What cannot have changed (places, labels, numbers) is handed on, so that a keystroke in a long draft
        does not number it anew.
        """
        index = self.position(paragraph.key)
        before = self.paragraphs[index]
        made = replace(self, paragraphs=(*self.paragraphs[:index], paragraph, *self.paragraphs[index + 1 :]))
        lasting = ["_index", "_proposals", "_facts", "_threads"]
        same_labels = _structure(before) == _structure(paragraph)
        same_numbers = _note_order(before) == _note_order(paragraph)
        if same_labels:
            lasting.append("_labels")
        if same_numbers:
            lasting.append("note_numbers")
        self._hand_on(made, lasting)
        if same_labels and same_numbers and "resolution" in vars(self):
            printed = self.resolution.paragraphs
            after = (*printed[:index], made._printed(paragraph), *printed[index + 1 :])
            vars(made)["resolution"] = replace(self.resolution, paragraphs=after)
        return made

    def with_styles(self, paragraphs: tuple[DraftParagraph, ...], styles: tuple[Proposal, ...]) -> Draft:
        """The draft with other style proposals: the same texts, in which only their choices differ."""
        made = replace(self, paragraphs=paragraphs, styles=styles)
        lasting = ["_index", "_facts", "_threads", "_labels", "note_numbers", "resolution"]
        self._hand_on(made, lasting if styles != self.styles else [*lasting, "_proposals"])
        return made

    def _hand_on(self, made: Draft, lasting: Iterable[str]) -> None:
        """What is known of this draft and holds for the one made of it."""
        known = vars(self)
        vars(made).update({name: known[name] for name in lasting if name in known})

    def forget(self) -> None:
        """Let go of what follows from the text and takes much room; it is worked out again when asked for."""
        for name in ("_index", "_labels", "note_numbers", "resolution"):
            vars(self).pop(name, None)

    def __contains__(self, key: object) -> bool:
        return key in self._index

    def position(self, key: str) -> int:
        """The place of a paragraph in the draft, from 0; raises DraftError when it is gone."""
        try:
            return self._index[key]
        except KeyError:
            raise DraftError(tr("This paragraph is no longer in the draft. Nothing was changed.")) from None

    def paragraph(self, key: str) -> DraftParagraph:
        """The paragraph with this key; raises DraftError when it is gone."""
        return self.paragraphs[self.position(key)]

    def label(self, key: str) -> Label:
        """How a paragraph is named ("OP12(a)") and what is printed before it ("(a)")."""
        return self._labels[key]

    def proposal(self, proposal_id: str) -> Proposal:
        """The proposal with this id; raises DraftError when the draft has none such."""
        try:
            return self._proposals[proposal_id]
        except KeyError:
            raise DraftError(tr("This proposal does not belong to the draft. Nothing was changed.")) from None

    def is_style(self, choice: Choice) -> bool:
        """Whether a choice is on a matter of style, which is never counted as a change of substance."""
        return self.proposal(choice.proposal).certainty is Certainty.STYLE

    def choices(self) -> Iterator[tuple[DraftParagraph, Choice]]:
        """Every proposal that still has its place in the text, in the order of the text."""
        for paragraph in self.paragraphs:
            for choice in paragraph.choices:
                yield paragraph, choice

    def find(self, proposal_id: str) -> tuple[DraftParagraph, Choice]:
        """Where a proposal stands now; raises DraftError when its paragraph or footnote was removed."""
        for paragraph, choice in self.choices():
            if choice.proposal == proposal_id:
                return paragraph, choice
        self.proposal(proposal_id)
        raise DraftError(tr("The text this proposal speaks of was removed. Undo brings it back."))

    def replacement(self, proposal_id: str) -> str:
        """The words a proposal would put in, with all known facts; unknown ones are placeholders."""
        proposal = self.proposal(proposal_id)
        return filled(proposal, self._facts.get(proposal.fact or ""), self.facts)

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id; raises DraftError when the draft asks none such."""
        try:
            return self._facts[fact_id]
        except KeyError:
            raise DraftError(tr("This fact is not asked for in the draft. Nothing was changed.")) from None

    def blanks(self, fact_id: str) -> tuple[FactPart, ...]:
        """The parts of a fact that are not known yet."""
        return missing(self.fact(fact_id), self.facts)

    def needed(self, fact_id: str) -> bool:
        """Whether the draft waits for a fact or shows it: above the text, in words proposed or accepted.

        Where the old text is kept or the drafter's own words stand, nothing asks for it any more.
        """
        if any(change.fact == fact_id for change in self.carry.masthead_changes):
            return True
        using = (Decision.OPEN, Decision.ACCEPTED)
        return any(
            self.proposal(choice.proposal).fact == fact_id and choice.decision in using
            for _, choice in self.choices()
        )

    @property
    def missing_facts(self) -> tuple[Fact, ...]:
        """The facts that are needed and not known yet, or not all of them."""
        return tuple(fact for fact in self.carry.facts if self.blanks(fact.id) and self.needed(fact.id))

    def thread(self, paragraph: DraftParagraph) -> Thread | None:
        """The life of the base paragraph that this one carries on.

        None for a paragraph of the drafter's own.
        """
        return self._threads.get(paragraph.origin) if paragraph.origin else None

    def carried(self, paragraph: DraftParagraph) -> DraftParagraph:
        """The paragraph with every decision taken back: the base text, unless it was edited by hand."""
        if not any(choice.decision in (Decision.ACCEPTED, Decision.EDITED) for choice in paragraph.choices):
            return paragraph
        texts = {None: paragraph.text} | {note.key: note.text for note in paragraph.notes}
        for choice in sorted(paragraph.choices, key=_start, reverse=True):
            if choice.decision in (Decision.ACCEPTED, Decision.EDITED) and choice.note in texts:
                text, old = texts[choice.note], self.proposal(choice.proposal).old
                texts[choice.note] = text[: choice.start] + old + text[choice.end :]
        notes = tuple(replace(note, text=texts[note.key]) for note in paragraph.notes)
        return replace(paragraph, text=texts[None], notes=notes)

    def edited_by_hand(self, paragraph: DraftParagraph) -> bool:
        """Whether the drafter changed the paragraph beyond accepting proposals."""
        if paragraph.origin is None or any(
            choice.decision is Decision.EDITED for choice in paragraph.choices
        ):
            return True
        base, carried = self.base.paragraph(paragraph.origin), self.carried(paragraph)
        if (base.kind, base.level) != (paragraph.kind, paragraph.level):
            return True
        return carried.text != base.text or [note.text for note in carried.notes] != [
            n.text for n in base.footnotes
        ]

    @property
    def masthead(self) -> Masthead:
        """What will stand above the draft, with all known facts."""
        return filled_masthead(self.carry, self.facts)

    @cached_property
    def resolution(self) -> Resolution:
        """The draft as a resolution record, so that it can be compared.

        Written and reported like any version.
        """
        return Resolution(self.masthead, tuple(_PRINTED.of(self)), source="draft")

    def opening(self, paragraph: DraftParagraph) -> str:
        """The leading words of a paragraph that are printed in italics.

        They are those of the base while the paragraph begins as it does there and is of the same sort, and
        else follow from the rule; headings have none, and points and annexes only what the base prints.
        """
        head = self.base.masthead
        base = self.base.paragraph(paragraph.origin) if paragraph.origin else None
        alike = base is not None and _same_sort(paragraph, base)
        if base is not None and alike and base.opening and _begins_alike(paragraph.text, base):
            return base.opening
        if paragraph.part is Part.ANNEX or paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
            return ""
        return opening_of(paragraph.text, paragraph.part, head.body, head.language)

    def _printed(self, paragraph: DraftParagraph) -> Paragraph:
        label = self.label(paragraph.key)
        numbers = self.note_numbers
        notes = (Footnote(numbers[note.key], note.offset, note.text) for note in paragraph.notes)
        opening = self.opening(paragraph)
        return Paragraph(
            label.id,
            paragraph.kind,
            paragraph.part,
            paragraph.text,
            label.printed,
            opening,
            paragraph.level,
            tuple(sorted(notes, key=_offset)),
            paragraph.unit,
        )

    def _printed_again(self, paragraph: DraftParagraph, known: Paragraph) -> Paragraph:
        """The same when it was printed before: its names and the numbers of its footnotes may be others."""
        label = self.label(paragraph.key)
        if paragraph.notes:
            return self._printed(paragraph)
        if (known.id, known.label) == (label.id, label.printed):
            return known
        return Paragraph(
            label.id, known.kind, known.part, known.text, label.printed, known.opening, known.level,
            unit=known.unit,
        )  # fmt: skip


_PRINTED = PerParagraph(Draft._printed, Draft._printed_again)


def _same_sort(paragraph: DraftParagraph, base: Paragraph) -> bool:
    """Whether what the base prints in italics is so here: preambular and operative are one sort in that."""
    plain = (Kind.PREAMBULAR, Kind.OPERATIVE)
    both = paragraph.kind in plain and base.kind in plain
    annexed = paragraph.part is Part.ANNEX, base.part is Part.ANNEX
    return (both or paragraph.kind is base.kind) and annexed[0] == annexed[1]


def _begins_alike(text: str, base: Paragraph) -> bool:
    """Whether a text has the opening of the base and the next words, on which it depends where it ends."""
    return text.startswith(_deciding(base.text, len(base.opening)))


@lru_cache(maxsize=4096)
def _deciding(text: str, end: int) -> str:
    """The beginning of a text up to the second word behind its opening."""
    follows = _NEXT_WORDS.match(text, end)
    assert follows is not None  # no words match too
    return text[: follows.end()]


_NEXT_WORDS = re.compile(r"(?:\s*\S+){0,2}")


def _structure(paragraph: DraftParagraph) -> tuple[object, ...]:
    """All of a paragraph that labels depend on."""
    colon = paragraph.kind is Kind.TEXT and paragraph.announces
    place = paragraph.unit, paragraph.opens_unit, paragraph.restarts, colon, paragraph.counted
    return paragraph.kind, paragraph.part, paragraph.level, paragraph.title, *place


def _note_order(paragraph: DraftParagraph) -> list[str]:
    return [note.key for note in sorted(paragraph.notes, key=_offset)]


def _offset(note: DraftNote | Footnote) -> int:
    return note.offset


def _start(choice: Choice) -> int:
    return choice.start
