# SPDX-License-Identifier: GPL-3.0-or-later
"""The footnotes and endnotes of a Word file: which mark is which number, and what each says.

Word numbers notes by the order of their marks, custom marks aside; endnotes are counted on after the
footnotes, as a resolution has one row of notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce

from drafting.reading.blocks import Block
from drafting.reading.word.lines import Line
from drafting.reading.word.names import Element, child, local, number, value, value_of
from drafting.resolution import ReadWarning

_KINDS = ("footnote", "endnote")
Key = tuple[str, str]
"""The kind of a note and its id in the file."""


@dataclass(slots=True)
class Notes:
    """The notes of a file while one of its texts is read; labels are given as marks are met."""

    elements: dict[Key, Element]
    start: int = 1
    before_endnotes: int = 0
    labels: dict[Key, str] = field(default_factory=dict)  # in the order of the marks
    counted: dict[str, int] = field(default_factory=dict)
    gone: set[Key] = field(default_factory=set)  # their marks were deleted
    missing: list[str] = field(default_factory=list)

    @classmethod
    def of_parts(cls, parts: Iterable[Element | None], text: Element, settings: Element | None) -> Notes:
        """The notes in the parts that hold them; separators, which have a type, are none."""
        elements = {
            (local(note), value(note, "id")): note
            for part in parts
            if part is not None
            for note in part.iterchildren()
            if local(note) in _KINDS and value(note, "type") in {"", "normal"}
        }
        footnotes = sum(value(mark, "customMarkFollows") == "" for mark in text.iter("{*}footnoteReference"))
        start = number(value_of(child(settings, "footnotePr"), "numStart"))
        return cls(elements, 1 if start is None else start, footnotes)

    def refer(self, kind: str, key: str, mark: str) -> str:
        """The label of the note a mark refers to; "" when the file has no such note."""
        note = (kind, key)
        if note not in self.elements:
            self.missing.append(mark or key)
            return ""
        if note not in self.labels:
            if not mark:
                self.counted[kind] = self.counted.get(kind, 0) + 1
                before = self.start - 1 + (self.before_endnotes if kind == "endnote" else 0)
                mark = str(before + self.counted[kind])
            self.labels[note] = mark
        return self.labels[note]

    def unmarked(self) -> list[Key]:
        """The notes that no mark refers to."""
        return [key for key in self.elements if key not in self.labels and key not in self.gone]

    def remarks(self) -> list[ReadWarning]:
        """What has to be told of the notes."""
        found = []
        for mark in self.missing:
            message = f"the file marks a footnote ({mark}) whose text it does not hold"
            found.append(ReadWarning(message, "footnotes", needs_look=True))
        if {kind for kind, _ in self.labels} == set(_KINDS):
            message = f"endnotes are read as footnotes and are counted on from {self.before_endnotes + 1}"
            found.append(ReadWarning(message, "footnotes"))
        return found


def note_block(lines: Iterable[Line], label: str) -> Block:
    """The text of one note, its paragraphs joined, without the mark that stands before it."""
    blocks = [line.block(note=label) for line in lines]
    blocks = [block for block in blocks if block.text or block.anchors]
    whole = reduce(_joined, blocks) if blocks else Block("", note=label, gap=True, whole=True)
    if label and not label.isdigit() and whole.text.startswith(label):
        whole = whole.cut(len(label))
    return replace(whole, label="", depth=0)


def _joined(first: Block, second: Block) -> Block:
    return first.plus(second, " " if first.text and second.text else "")
