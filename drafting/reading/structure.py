# SPDX-License-Identifier: GPL-3.0-or-later
"""From paragraphs to the structure of a resolution: preamble, operative part, subparagraphs, headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from drafting.data import load
from drafting.reading.blocks import Block
from drafting.reading.footnotes import NoteTexts
from drafting.reading.labels import Label, Rows, label_of, roman_heading, rows_with
from drafting.reading.openings import is_incomplete, opening_of, opens_paragraph
from drafting.reading.wrapping import LONGEST
from drafting.resolution import Footnote, Kind, Paragraph, Part, ReadWarning

_LONGEST_HEADING = 250  # code points
_LONGEST_OPENING = 90
_AGAIN = {1: "bis", 2: "ter", 3: "quater"}


@dataclass(frozen=True, slots=True)
class Structure:
    """The paragraphs of a resolution in order, and what was remarked in finding them."""

    paragraphs: tuple[Paragraph, ...]
    warnings: tuple[ReadWarning, ...]


def structure_of(blocks: Sequence[Block], notes: Sequence[Block], body: str) -> Structure:
    """The structure of the text between the organ's line and the closing lines.

    `notes` are the footnote texts, `body` is the organ, for its italics. Ids follow the practice of
    delegations: PP3, OP12, OP12(a)(ii), H2. Printed numbers are kept even when they are wrong; a number met
    twice is marked "bis", as in negotiations.
    """
    builder = _Builder(body, NoteTexts.of_blocks(notes))
    for block in blocks:
        builder.add(block)
    builder.finish()
    return Structure(tuple(builder.paragraphs), (*builder.warnings, *builder.notes.remarks()))


@dataclass(frozen=True, slots=True)
class _Place:
    """What a paragraph is called and where it stands."""

    id: str
    kind: Kind
    part: Part
    label: str = ""
    level: int = 0


def is_annex(text: str) -> bool:
    """Whether a line by itself opens an annex."""
    return bool(_annex().fullmatch(text))


@cache
def _annex() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in load("reading")["annex_lines"]))


@dataclass(slots=True)
class _Builder:
    """Takes the paragraphs in order and gives each its kind, label, id, opening and footnotes."""

    body: str
    notes: NoteTexts
    paragraphs: list[Paragraph] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    preambular: int = 0
    operative: int = 0
    headings: int = 0
    unnumbered: int = 0
    parent: str = ""
    rows: Rows = ()
    names: list[str] = field(default_factory=list)
    pending: Block | None = None  # a roman numeral whose title comes next

    def add(self, block: Block) -> None:
        label = label_of(block.text)
        if self.pending is not None:
            block, label = self.with_numeral(block, label)
        if label is not None and label.number:
            self.numbered(block.cut(label.end), label)
        elif label is not None and self.parent:
            self.lettered(block.cut(label.end), label)
        elif block.heading or self.is_heading(block):
            self.heading(block)
        else:
            self.unlabelled(block)

    def finish(self) -> None:
        if self.pending is not None:
            self.emit_heading(self.pending)
        if self.unnumbered > 1:
            message = "the operative paragraphs have no numbers in the file; they were counted"
            self.warn(message, "operative part", look=True)

    def warn(self, message: str, place: str, *, look: bool) -> None:
        self.warnings.append(ReadWarning(message, place, needs_look=look))

    # paragraphs

    def numbered(self, block: Block, label: Label) -> None:
        expected = self.operative + 1
        paragraph_id = self.free(f"OP{label.text.replace(' ', '')}")
        if (
            label.number not in {expected, 1}
            and not label.text.endswith("s")
            and not label.text.endswith("r")
        ):
            message = f"paragraph {label.number} follows paragraph {self.operative}"
            self.warn(message, paragraph_id, look=True)
        self.operative = label.number
        self.emit(block, _Place(paragraph_id, Kind.OPERATIVE, Part.OPERATIVE, label.text))

    def lettered(self, block: Block, label: Label) -> None:
        before = self.paragraphs[-1].text
        self.rows = rows_with(label.text, self.rows, after_colon=before.endswith(":"))
        self.names = [*self.names[: len(self.rows) - 1], label.text]
        part = Part.PREAMBLE if self.parent.startswith("PP") else Part.OPERATIVE
        paragraph_id = self.free(self.parent + "".join(self.names))
        self.emit(block, _Place(paragraph_id, Kind.SUBPARAGRAPH, part, label.text, len(self.rows)))

    def unlabelled(self, block: Block) -> None:
        text = block.text
        in_preamble = not self.operative and not self.unnumbered
        preambular = opens_paragraph(text, Part.PREAMBLE) or text.endswith(",")
        operative = opens_paragraph(text, Part.OPERATIVE) and text.endswith((";", ".", ":"))
        if (preambular and not operative) or (
            in_preamble and not operative and not text.endswith((".", ";"))
        ):
            self.preambular += 1
            self.emit(block, _Place(f"PP{self.preambular}", Kind.PREAMBULAR, Part.PREAMBLE))
        elif operative and (in_preamble or self.unnumbered):
            self.unnumbered += 1
            self.operative = self.unnumbered
            label = str(self.unnumbered) if self.unnumbered > 1 else ""
            place = _Place(self.free(f"OP{self.unnumbered}"), Kind.OPERATIVE, Part.OPERATIVE, label)
            self.emit(block, place)
        else:
            self.loose(block)

    def loose(self, block: Block) -> None:
        """A paragraph that opens like none: it goes with the one before it, and the drafter is told."""
        if not self.paragraphs or self.paragraphs[-1].kind is Kind.HEADING:
            self.preambular += not self.operative
            kind, part = (
                (Kind.OPERATIVE, Part.OPERATIVE) if self.operative else (Kind.PREAMBULAR, Part.PREAMBLE)
            )
            paragraph_id = f"PP{self.preambular}" if not self.operative else self.free(f"OP{self.operative}")
            self.emit(block, _Place(paragraph_id, kind, part))
            message = "does not open as paragraphs of a resolution do"
        elif len(self.paragraphs[-1].text) > LONGEST:
            message = "could not be placed"
            self.warn(f"{message}: “{block.text}”", self.paragraphs[-1].id, look=True)
            return
        else:
            last = self.paragraphs.pop()
            text = f"{last.text} {block.text}"
            notes = self.notes.of(block, last.id, len(last.text) + 1)
            self.paragraphs.append(_with_text(last, text, last.footnotes + notes))
            message = f"a paragraph without number was added to {last.id}"
        self.warn(f"{message}: “{_short(block.text)}”", self.paragraphs[-1].id, look=True)

    # headings

    def is_heading(self, block: Block) -> bool:
        text = block.text
        if roman_heading(text) and not text.endswith((",", ";", ".")):
            return True
        return len(text) <= _LONGEST_HEADING and _is_title(text)

    def heading(self, block: Block) -> None:
        numeral = roman_heading(block.text)
        if numeral and numeral.end == len(block.text):
            self.pending = block
        else:
            self.emit_heading(block)

    def with_numeral(self, block: Block, label: Label | None) -> tuple[Block, Label | None]:
        """The title after a numeral that stood alone; the numeral is a heading itself when none follows."""
        numeral, self.pending = self.pending, None
        assert numeral is not None
        if label is None and _is_title(block.text) and not roman_heading(block.text):
            return numeral.plus(block), None
        self.emit_heading(numeral)
        return block, label

    def emit_heading(self, block: Block) -> None:
        self.headings += 1
        numeral = roman_heading(block.text)
        label = numeral.text if numeral else ""
        place = _Place(f"H{self.headings}", Kind.HEADING, self.part(), label)
        self.emit(block.cut(numeral.end if numeral else 0), place)

    def part(self) -> Part:
        return Part.OPERATIVE if self.operative else Part.PREAMBLE

    # common

    def free(self, paragraph_id: str) -> str:
        """The id, with "bis", "ter" and so on when the source uses the same number again."""
        times = self.taken[paragraph_id]
        self.taken[paragraph_id] += 1
        if not times:
            return paragraph_id
        found = self.free(paragraph_id + _AGAIN.get(times, f"({times + 1})"))
        self.warn(f"the number of {paragraph_id} is used again; here it is {found}", found, look=True)
        return found

    def emit(self, block: Block, place: _Place) -> None:
        if place.kind is not Kind.SUBPARAGRAPH:
            self.rows, self.names = (), []
            self.parent = place.id if place.kind is not Kind.HEADING else ""
        if block.rejoined:
            self.warn(f"page break rejoined in {place.id}", place.id, look=False)
        opening = self.opening(block, place.kind, place.part)
        notes = self.notes.of(block, place.id)
        fields = place.id, place.kind, place.part, block.text, place.label
        self.paragraphs.append(Paragraph(*fields, opening, place.level, notes))

    def opening(self, block: Block, kind: Kind, part: Part) -> str:
        """The opening words: the italics of the source where they look right, else by rule."""
        if kind is Kind.HEADING:
            return ""
        printed = block.text[: block.covered(block.italics)].rstrip(" ,")
        by_rule = opening_of(block.text, part, self.body) if kind is not Kind.SUBPARAGRAPH else ""
        if not printed or len(printed) > _LONGEST_OPENING or len(printed) == len(block.text.rstrip(" ,;.")):
            return by_rule
        return by_rule if is_incomplete(printed) and by_rule.startswith(printed) else printed


def _is_title(text: str) -> bool:
    return text[:1].isupper() and not text.endswith((",", ";", ".", ":"))


def _with_text(paragraph: Paragraph, text: str, notes: Iterable[Footnote]) -> Paragraph:
    return Paragraph(
        paragraph.id,
        paragraph.kind,
        paragraph.part,
        text,
        paragraph.label,
        paragraph.opening,
        paragraph.level,
        tuple(notes),
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
