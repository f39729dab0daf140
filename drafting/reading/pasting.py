# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clipboard holds, read as paragraphs of a resolution: clean text, footnotes, printed signs told.

Nothing is lost: every word stands in a paragraph, a footnote, a printed sign, or a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from drafting.errors import UnreadableFile
from drafting.reading.blocks import Block
from drafting.reading.html.fragment import FURNITURE, fragment_of
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.anchoring import Anchors
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
from drafting.reading.text.decoding import clean
from drafting.reading.text.notes import with_notes_told
from drafting.reading.text.pages import without_page_lines
from drafting.reading.text.wrapping import is_finished, paragraphs
from drafting.resolution import Part, ReadWarning
from drafting.translation import marked

_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffc\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile("[ \t]+")
_WIDEST = 135  # characters of the widest wrapped lines; longer ones are whole paragraphs
_NARROWEST = 40
_FULL = 0.7  # of the width of a column that a wrapped line fills at the least
_JOINED = marked("lines that broke within sentences were joined again")
_NO_TEXT = marked("a footnote mark whose text was not copied with it was left out")
_ONLY_TEXT = marked("only the plain text was read")
_ORDINARY = 4  # lines: fewer are wrapped only where a sentence shows it


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


@dataclass(frozen=True, slots=True)
class Clipping:
    """All of a clipboard, in order.

    `closed`: the end of its last paragraph belongs to it, so that what follows the place stays a paragraph of
    its own. `remarks` say what was left out, guessed or read otherwise.
    """

    paragraphs: tuple[Pasted, ...]
    closed: bool = False
    remarks: tuple[ReadWarning, ...] = ()


def clipping_of(html: str, text: str, *, plain: bool = False) -> Clipping:
    """What a clipboard offers as a page (`html`, "" for none) and as plain `text`, in one reading.

    `plain`: words alone; footnotes and the signs of lists stay what the plain text shows. A page that cannot
    be read gives way to the plain text, with a remark.
    """
    blocks: list[Block] = []
    remarks: list[ReadWarning] = []
    if html.strip() and not plain:
        try:
            blocks, remarks = fragment_of(html)
        except UnreadableFile as error:
            remarks = [ReadWarning(_ONLY_TEXT, needs_look=True, text=error.reason)]
    text = _UNWANTED.sub("", clean(text))
    if not blocks:
        blocks, more = _of_text(text, noted=not plain)
        remarks += more
    return _clipping(blocks, text, remarks)


def _clipping(blocks: Sequence[Block], text: str, remarks: Sequence[ReadWarning]) -> Clipping:
    body = [block for block in blocks if not block.note]
    if not body:  # a footnote was copied from its own place
        body = [replace(block, note="") for block in blocks]
    notes = [block for block in blocks if block.note] if len(body) < len(blocks) else []
    texts = NoteTexts.of_blocks([note for note in notes if note.text], Anchors())
    known = {note.note for note in notes if note.text}
    reader = _Reader(body, texts, known)
    found = tuple(reader.paragraphs())
    closed = bool(re.search(r"\n[ \t]*$", text)) and bool(text.strip())
    return Clipping(_with_ends(found, text, closed), closed, (*remarks, *reader.remarks, *texts.remarks()))


def _with_ends(found: tuple[Pasted, ...], text: str, closed: bool) -> tuple[Pasted, ...]:
    """The paragraphs with the blanks at both ends of words that were copied out of a line."""
    made = list(found)
    if found and text[:1] in {" ", "\t"} and text.strip() and found[0].sign is Sign.NONE:
        first = made[0]
        notes = tuple((offset + 1, words) for offset, words in first.notes)
        made[0] = replace(first, text=f" {first.text}", notes=notes)
    if found and text[-1:] in {" ", "\t"} and text.strip() and not closed and found[-1].sign is Sign.NONE:
        made[-1] = replace(made[-1], text=f"{made[-1].text} ")
    return tuple(made)


# ------------------------------------------------------------------------------------------ plain text


def _of_text(text: str, *, noted: bool) -> tuple[list[Block], list[ReadWarning]]:
    """The paragraphs of plain text: its lines, or what they are parts of where they were wrapped."""
    lines = list(_lines(text))
    if not _is_wrapped(lines):
        blocks = [replace(line, gap=True, whole=True) for line in lines]
        return [block for block in (with_notes_told(blocks) if noted else blocks) if block.text], []
    kept, furniture = without_page_lines(lines)
    told = " / ".join(furniture)
    remarks = [ReadWarning(FURNITURE, text=told)] if told else []
    blocks = paragraphs(with_notes_told(kept) if noted else kept)
    return [block for block in blocks if block.text], [*remarks, ReadWarning(_JOINED)]


def _lines(text: str) -> Iterator[Block]:
    gap, page = True, 1
    for number, line in enumerate(text.split("\n"), start=1):
        page += line.count("\f")
        words = " ".join(line.split(" ")).replace("\f", " ").replace("\t", " ").strip()
        words = _BLANKS.sub(" ", words)
        rule = words[0] if re.fullmatch(r"_{3,}", words) else ""
        if words:
            yield Block("" if rule else words, number, gap=gap, page=page, rule=rule)
        gap = not words


def _is_wrapped(lines: Sequence[Block]) -> bool:
    """Whether lines were broken at the edge of a column, as in text copied from a PDF or a mail."""
    lengths = [len(line.text) for line in lines]
    if len(lines) < 2 or not _NARROWEST <= max(lengths) <= _WIDEST:
        return False
    inner = [(one, two) for one, two in pairwise(lines) if not two.gap]
    full = [one for one, _ in inner if len(one.text) > max(lengths) * _FULL]
    cut = [one for one, two in inner if not is_finished(one.text) and not _begins(two.text)]
    running = [one for one, two in inner if two.text[:1].islower() and not is_finished(one.text)]
    return bool(running) if len(lines) < _ORDINARY else len(full) * 2 > len(inner) and bool(cut)


def _begins(text: str) -> bool:
    return label_of(text) is not None or any(opens_paragraph(text, part) for part in Part)


# ------------------------------------------------------------------------------------- signs and levels


class _Reader:
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
