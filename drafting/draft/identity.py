# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a clip is the same again when it is put in: paragraphs, footnotes, decisions.

Same is what stands in the draft no more. A paragraph that was emptied, with nothing but its end left behind,
gives its name up, unless it is the line of an annex or a part; so does what is left of a decision whose words
were taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from drafting.draft.clips import Clip, ClipPart
from drafting.draft.record import Choice, Decision, Draft, DraftNote, DraftParagraph

_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Identities:
    """Gives keys out: those of the clip where they are free, else new ones.

    `draft` is the one with the words put in already, `emptied` the keys of paragraphs without any.
    """

    draft: Draft
    clip: Clip
    emptied: set[str]
    last_key: int
    given: set[str] = field(default_factory=set)
    back: set[str] = field(default_factory=set)
    """The proposals whose decisions came back."""
    renewed: int = 0
    """How many footnotes are new ones."""
    _notes: set[str] = field(default_factory=set)
    _origins: set[str] = field(default_factory=set)
    _standing: dict[str, tuple[str, Choice]] = field(default_factory=dict)
    _resting: set[str] = field(default_factory=set)
    _known: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for one in self.draft.paragraphs:
            self._notes |= {note.key for note in one.notes}
            self._origins |= {one.origin} if one.origin and one.key not in self.emptied else set()
            self._standing |= {choice.proposal: (one.key, choice) for choice in one.choices}
            self._resting |= {choice.proposal for choice in one.resting}
        proposals = (*self.draft.carry.proposals, *self.draft.styles, *self.clip.styles)
        self._known = {one.id for one in proposals}
        keys = [one.paragraph.key for one in self.clip.parts]
        keys += [note.key for one in self.clip.parts for note in one.paragraph.notes]
        self.last_key = max([self.last_key, *(int(found) for key in keys for found in _NUMBER.findall(key))])

    def fresh(self) -> int:
        """The number of a new key."""
        self.last_key += 1
        return self.last_key

    def takes(self, key: str) -> bool:
        """Whether a paragraph of this key is free to come back; then it is given."""
        if not key or key in self.given or (key in self.draft and key not in self.emptied):
            return False
        self.given.add(key)
        return True

    def kept(self, paragraph: DraftParagraph) -> DraftParagraph:
        """A paragraph that stays under its key, which no other can have then, though it was empty before."""
        self.given.add(paragraph.key)
        return paragraph

    def origin(self, paragraph: DraftParagraph) -> str | None:
        """What it carries on, unless another does by now."""
        if paragraph.origin in self._origins:
            return None
        self._origins |= {paragraph.origin} if paragraph.origin else set()
        return paragraph.origin

    def notes(self, part: ClipPart, shift: int) -> tuple[DraftNote, ...]:
        """The footnotes of a part, each itself or a new one."""
        return tuple(self._note(note, shift) for note in part.paragraph.notes)

    def _note(self, note: DraftNote, shift: int) -> DraftNote:
        offset = note.offset + shift
        if note.key and note.key not in self._notes:
            self._notes.add(note.key)
            return replace(note, offset=offset)
        self.renewed += 1
        return DraftNote(f"n{self.fresh()}", offset, note.text)

    def choices(
        self, choices: Iterable[Choice], notes: Sequence[DraftNote], shift: int, home: str
    ) -> tuple[Choice, ...]:
        """The decisions on words that came to stand in `home`, where they stand nowhere else."""
        keys, found = {note.key for note in notes}, []
        for choice in choices:
            place, standing = self._standing.get(choice.proposal, ("", None))
            held = standing is not None and place != home and not _is_left_behind(standing)
            if held or choice.proposal not in self._known or choice.proposal in self.back:
                continue
            if choice.note is not None and choice.note not in keys:
                continue
            self.back.add(choice.proposal)
            by = 0 if choice.note is not None else shift
            found.append(replace(choice, start=choice.start + by, end=choice.end + by))
        return tuple(found)

    def resting(
        self, choices: Iterable[Choice], notes: Sequence[DraftNote], shift: int
    ) -> tuple[Choice, ...]:
        """The same for decisions that wait for another target."""
        waiting = {one.id for one in self.draft.resting} - self._resting
        keys = {note.key for note in notes} | {None}
        found = [one for one in choices if one.proposal in waiting and one.note in keys]
        self._resting |= {one.proposal for one in found}
        return tuple(
            one if one.note is not None else replace(one, start=one.start + shift, end=one.end + shift)
            for one in found
        )

    def without_leftovers(self, paragraph: DraftParagraph) -> DraftParagraph:
        """A paragraph without what was left of decisions that came back elsewhere."""
        left = tuple(
            one for one in paragraph.choices if one.proposal not in self.back or not _is_left_behind(one)
        )
        return paragraph if len(left) == len(paragraph.choices) else replace(paragraph, choices=left)


def _is_left_behind(choice: Choice) -> bool:
    """Whether the words of a decision were taken away from its place."""
    gone = choice.decision in (Decision.OVERTAKEN, Decision.EDITED)
    return gone and choice.start == choice.end and choice.note is None


def is_empty(paragraph: DraftParagraph) -> bool:
    """Whether nothing stands in a paragraph."""
    return not paragraph.text and not paragraph.notes
