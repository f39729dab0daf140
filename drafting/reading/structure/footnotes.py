# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnote marks brought together with the footnote texts, whatever lay between them in the source."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from drafting.reading.blocks import Block
from drafting.reading.structure.anchoring import Anchors
from drafting.resolution import Footnote, ReadWarning

_NUMBER = re.compile(r"[0-9]{1,8}")  # Unicode knows digits (superscripts) that are no number to Python


@dataclass(slots=True)
class NoteTexts:
    """The footnote texts of a source, given out in the order of their marks."""

    waiting: dict[str, deque[Block]]
    used: dict[str, Block] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)  # numbers of notes that have none in the source
    again: dict[str, str] = field(default_factory=dict)  # notes marked more than once: where the second is
    free: int = 1  # the first number not yet tried for these
    found: list[ReadWarning] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)

    @classmethod
    def of_blocks(cls, notes: Iterable[Block], anchors: Anchors) -> NoteTexts:
        """The texts by label; the same label may come again where a source counts anew on each page."""
        waiting: dict[str, deque[Block]] = {}
        found: list[ReadWarning] = []
        for note in notes:
            waiting.setdefault(note.note, deque()).append(note)
            for mark in note.marks:  # a footnote to a footnote: the record has no place for it
                message = f"the text of footnote {note.note} carries the mark {mark.label}, which is left out"
                found.append(ReadWarning(message, f"footnote {note.note}", needs_look=True))
        return cls(waiting, found=found, anchors=anchors)

    def of(self, block: Block, paragraph_id: str) -> tuple[Footnote, ...]:
        """The footnotes marked in the block of a paragraph."""
        return tuple(self.footnote(mark.label, mark.offset, paragraph_id) for mark in block.marks)

    def footnote(self, label: str, offset: int, paragraph_id: str) -> Footnote:
        """The footnote behind one mark; its text is empty, with a remark, when the source has none."""
        texts = self.waiting.get(label)
        if texts:
            note = self.used[label] = texts.popleft()
        elif label in self.used:
            note = self.used[label]
            self.again.setdefault(label, paragraph_id)
        else:
            note = Block("")
            message = f"footnote {label} is marked in {paragraph_id}, but its text was not found"
            self.found.append(ReadWarning(message, paragraph_id, needs_look=True))
        number = self.number(label)
        self.anchors.meet(note, paragraph_id, number)
        return Footnote(number, offset, note.text)

    def outside(self, block: Block) -> None:
        """Remark the footnotes marked in closing lines: the record has no place for them."""
        for mark in block.marks:
            texts = self.waiting.get(mark.label) or deque([Block("")])
            message = f"footnote {mark.label} belongs to the lines under the text and is left out"
            self.found.append(
                ReadWarning(message, "after the text", needs_look=True, text=texts.popleft().text)
            )

    def number(self, label: str) -> int:
        """The number printed; for another sign (an asterisk, a name) the first that no other note has."""
        if _NUMBER.fullmatch(label):
            return int(label)
        if label not in self.given:
            printed = (f"{number}" in self.waiting for number in count(self.free))
            self.free += next(steps for steps, taken in enumerate(printed) if not taken) + 1
            self.given[label] = self.free - 1
            message = f"the footnote marked {label} is kept as footnote {self.given[label]}"
            self.found.append(ReadWarning(message, f"footnote {label}"))
        return self.given[label]

    def remarks(self) -> Sequence[ReadWarning]:
        """What was remarked, with every text that no mark asked for."""
        if self.again:
            labels = ", ".join(self.again)
            message = f"marked more than once, with the text at each mark: footnote {labels}"
            self.found.append(ReadWarning(message, next(iter(self.again.values()))))
        left = [note for notes in self.waiting.values() for note in notes]
        return self.found + [
            ReadWarning(
                f"footnote {note.note} has no {'second ' if note.note in self.used else ''}mark in the text "
                "and is left out",
                f"footnote {note.note}",
                needs_look=True,
                text=note.text,
            )
            for note in left
        ]
