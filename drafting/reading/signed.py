# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs of a clipboard with their printed signs taken off, which say what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from drafting.reading.blocks import Block
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.endings import ending, is_title
from drafting.reading.structure.footnotes import NoteTexts
from drafting.reading.structure.labels import (
    Label,
    bullet_of,
    deep_label_of,
    label_of,
    section_of,
    told_label,
)
from drafting.reading.structure.naming import Names
from drafting.reading.text.wrapping import is_finished
from drafting.resolution import Part, ReadWarning
from drafting.translation import marked

_NO_TEXT = marked("a footnote mark whose text was not copied with it was left out")


class Sign(StrEnum):
    """What the source tells of a paragraph."""

    NONE = "none"
    NUMBER = "number"
    TAG = "tag"  # of a delegation: "PP4"
    POINT = "point"
    HEADING = "heading"
    ROW = "row"  # of a table, its cells divided by " | "


@dataclass(frozen=True, slots=True)
class Pasted:
    """One paragraph of a clipboard; `notes` are its footnotes as (offset of the mark, text).

    `label` is the number, letter or bullet that stood before it; `typed`: as letters of its text, not as the
    sign of a list. `level` is that of a point, from 1. `row` is how its row of points counts, as in
    `drafting.draft.labels.row_of`'s first argument: the label of the first of them.
    """

    text: str
    sign: Sign = Sign.NONE
    label: str = ""
    level: int = 0
    row: str = ""
    typed: bool = False
    notes: tuple[tuple[int, str], ...] = ()


class Signs:
    """Takes the signs off the paragraphs and gives points their levels."""

    def __init__(self, body: Sequence[Block], texts: NoteTexts, known: set[str]) -> None:
        self.body, self.texts, self.known = body, texts, known
        self.remarks: list[ReadWarning] = []
        self.names = Names("", [])
        self.rows: list[str] = []  # how the rows open at a place count
        self.depths: list[int] = []  # how deep they are nested in the source

    def paragraphs(self) -> Iterator[Pasted]:
        """The paragraphs in order."""
        self.names.opens("OP1")
        labels: list[tuple[Label | None, bool]] = []
        for at, block in enumerate(self.body):
            above = labels[-1][0] if labels else None
            below = above is not None and not above.number
            deep = at == 0 or below or self.body[at - 1].text.endswith(":")
            labels.append(self.label(block, deep=deep))
        signs = [label.sign if label and not label.number else "" for label, _ in labels]
        for at, (block, (label, typed)) in enumerate(zip(self.body, labels, strict=True)):
            yield self.paragraph(at, block, label, typed, "".join(signs[at + 1 : at + 2]))

    def label(self, block: Block, *, deep: bool) -> tuple[Label | None, bool]:
        """The sign of a paragraph, and whether it stands in its text; `deep`: "a." may be one here."""
        if block.label:
            return told_label(block.label), False
        found = None if block.table else label_of(block.text) or bullet_of(block.text)
        if deep and found is None and not block.table:
            found = deep_label_of(block.text)
        if found is None:
            return None, False
        rest = block.text[found.end :].strip()
        alone = len(self.body) == 1 and not found.number and not any(opens_paragraph(rest, p) for p in Part)
        words = alone and not (rest[:1].isupper() and is_finished(rest))  # "(b) the duty"
        low = bool(found.number) and rest[:1].islower()  # "1. the first of May"
        return (None, False) if not rest or low or words else (found, True)

    def paragraph(self, at: int, block: Block, label: Label | None, typed: bool, following: str) -> Pasted:
        """One paragraph; `following` is the letter of the next one."""
        rest = block.behind(label.end) if label and typed else replace(block, label="")
        printed = block.text[: label.end].strip() if label and typed else block.label
        notes = tuple(self.notes(rest, at))
        if block.table:
            return Pasted(block.text, Sign.ROW, notes=notes)
        point = label is not None and label.sign and not label.number and rest.text and not block.heading
        if label is not None and point:
            level, row = self.point(at, block, label, following)
            return Pasted(rest.text, Sign.POINT, printed, level, row, typed, notes)
        self.names.opens("OP1")
        self.rows, self.depths = [], []
        if not (label and label.number) and (title := _heading(block, notes)):
            return title
        if label is not None and (label.number or label.sign):
            sign = Sign.TAG if label.tag == "PP" else Sign.NUMBER
            return Pasted(rest.text, sign, printed, typed=typed, notes=notes)
        return Pasted(rest.text, label=printed, notes=notes)

    def point(self, at: int, block: Block, label: Label, following: str) -> tuple[int, str]:
        """The level of a point, and how its row counts."""
        bullet, depth = bullet_of(f"{label.sign} ") is not None, block.depth
        after_colon = at > 0 and ending(self.body[at - 1].text) == ":"
        if bullet and depth:  # bullets look alike on every level: the source alone tells them apart
            self.depths = [one for one in self.depths if one < depth] + [depth]
            level = len(self.depths)
        elif bullet:
            level = self.names.bulleted(label, depth=0)[1]
        else:
            _, level = self.names.lettered(label, after_colon=after_colon, following=following, depth=depth)
            self.depths = [*self.depths[: level - 1], depth][:level]
        if after_colon or len(self.rows) < level:
            self.rows = [*self.rows[: level - 1], label.sign if bullet else label.text]
        self.rows = self.rows[:level]
        return level, self.rows[-1]

    def notes(self, block: Block, at: int) -> Iterator[tuple[int, str]]:
        """The footnotes marked in a paragraph; a mark whose text is not there is left out and told."""
        for mark in block.marks:
            if mark.label in self.known:
                found = self.texts.footnote(mark.label, mark.offset, f"paragraph {at + 1}")
                yield found.offset, found.text
            else:
                self.remarks.append(ReadWarning(_NO_TEXT, needs_look=True, text=mark.label))


def _heading(block: Block, notes: tuple[tuple[int, str], ...]) -> Pasted | None:
    """The heading that a paragraph is: told by the source, or a numeral before a title; None for another."""
    section = section_of(block.text) if not block.label else None
    if section and not notes and is_title(title := block.text[section.end :].strip()):
        return Pasted(title, Sign.HEADING, section.text, typed=True)
    told = block.label if block.label and section_of(f"{block.label} X") else ""
    if block.heading or (told and is_title(block.text)):
        return Pasted(block.text, Sign.HEADING, block.label.rstrip("."), notes=notes)
    return None
