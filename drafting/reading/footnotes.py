# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnote marks brought together with the footnote texts, whatever lay between them in the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafting.reading.blocks import Block
from drafting.resolution import Footnote, ReadWarning


@dataclass(slots=True)
class NoteTexts:
    """The footnote texts of a source, given out in the order of their marks."""

    waiting: dict[str, list[Block]]
    used: dict[str, Block] = field(default_factory=dict)
    found: list[ReadWarning] = field(default_factory=list)

    @classmethod
    def of_blocks(cls, notes: Iterable[Block]) -> NoteTexts:
        """The texts by label; the same label may come again where a source counts anew on each page."""
        waiting: dict[str, list[Block]] = {}
        for note in notes:
            waiting.setdefault(note.note, []).append(note)
        return cls(waiting)

    def of(self, block: Block, paragraph_id: str, shift: int = 0) -> tuple[Footnote, ...]:
        """The footnotes marked in a block, their offsets moved by `shift`."""
        return tuple(self.footnote(mark.label, mark.offset + shift, paragraph_id) for mark in block.marks)

    def footnote(self, label: str, offset: int, paragraph_id: str) -> Footnote:
        """The footnote behind one mark; its text is empty, with a remark, when the source has none."""
        texts = self.waiting.get(label)
        if texts:
            note = self.used[label] = texts.pop(0)
        elif label in self.used:
            note = self.used[label]
            self.found.append(ReadWarning(f"footnote {label} is marked more than once", paragraph_id))
        else:
            note = Block("")
            message = f"footnote {label} is marked in {paragraph_id}, but its text was not found"
            self.found.append(ReadWarning(message, paragraph_id, needs_look=True))
        number = int(label) if label.isdigit() else len(self.used) + 1
        return Footnote(number, offset, note.text)

    def remarks(self) -> Sequence[ReadWarning]:
        """What was remarked, with every text that no mark asked for."""
        left = [note for notes in self.waiting.values() for note in notes]
        return self.found + [
            ReadWarning(
                f"footnote {note.note} has no mark in the text and is left out: “{note.text}”",
                f"footnote {note.note}",
                needs_look=True,
            )
            for note in left
        ]
