# SPDX-License-Identifier: GPL-3.0-or-later
"""What every format hands to the recogniser: pieces of text with their italics, bold, and footnote marks.

A block is a line while lines are being sorted, and a whole paragraph once they are joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafting.resolution import Part

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark that stood at `offset` (code points) of its block's text; `label` is what it says."""

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text without markup, without footnote marks, its white space folded to single spaces.

    `line` is the line of the source it starts in (from 1), `page` its page (from 1, where the source shows
    pages). `gap`: the source parts it from what stands before (blank line, page break, paragraph mark).
    `heading`: the source marks it as one. `note`: it is the text of the footnote with this label. `rule`: the
    first sign of a printed line, which has no text. `rejoined` counts how often a paragraph that the source
    cut in two was put together again.

    What a source with structure knows: `whole`, that this is one paragraph, neither more nor less; `part`,
    where it stands; `label`, the number or letter that is printed before it and is not in `text`; `depth`,
    how deep that label is nested (1 outermost, only compared with its neighbours; 0 when not known);
    `table`, that it is a row of a table, its cells divided by " | "; `anchors`, where the tracked changes and
    comments begin and end ("r3<", "r3>", "c0<").
    """

    text: str
    line: int = 0
    marks: tuple[Mark, ...] = ()
    italics: Spans = ()
    bold: Spans = ()
    heading: bool = False
    gap: bool = False
    rule: str = ""
    page: int = 1
    note: str = ""
    rejoined: int = 0
    whole: bool = False
    part: Part | None = None
    label: str = ""
    depth: int = 0
    table: bool = False
    anchors: tuple[Mark, ...] = ()

    def cut(self, start: int, end: int | None = None) -> Block:
        """The part `[start, end)` without white space at its ends.

        A mark belongs to what is before it; an anchor at a cut stays with both parts.
        """
        stop = len(self.text) if end is None else end
        inside = [mark for mark in self.marks if start < mark.offset <= stop or mark.offset == start == 0]
        anchors = [anchor for anchor in self.anchors if start <= anchor.offset <= stop]
        piece = self.text[start:stop]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return replace(
            self,
            text=self.text[start:end],
            marks=_clamped(inside, start, end),
            anchors=_clamped(anchors, start, end),
            italics=_cut_spans(self.italics, start, end),
            bold=_cut_spans(self.bold, start, end),
        )

    def behind(self, end: int) -> Block:
        """The block behind its label: as cut there, with the marks and anchors of the label at its head."""
        rest = self.cut(end)
        marks = tuple(Mark(0, mark.label) for mark in self.marks if 0 < mark.offset <= end)
        before = tuple(Mark(0, anchor.label) for anchor in self.anchors if anchor.offset < end)
        return replace(rest, marks=marks + rest.marks, anchors=before + rest.anchors, label="")

    def plus(self, other: Block, glue: str = " ") -> Block:
        """This block with another after it."""
        shift = len(self.text) + len(glue)
        return replace(
            self,
            text=self.text + glue + other.text,
            marks=self.marks + _shifted(other.marks, shift),
            anchors=self.anchors + _shifted(other.anchors, shift),
            italics=self.italics + tuple((start + shift, end + shift) for start, end in other.italics),
            bold=self.bold + tuple((start + shift, end + shift) for start, end in other.bold),
            rejoined=self.rejoined + other.rejoined,
        )

    def marked(self, start: int, end: int, label: str) -> Block:
        """The block with the printed mark `[start, end)` taken out of the text and kept as a mark."""
        before, after = self.cut(0, start), self.cut(end)
        before = replace(before, marks=before.marks + (Mark(len(before.text), label),))
        spaced = before.text and after.text and self.text[end : end + 1].isspace()
        return before.plus(after, " " if spaced else "")

    def parted(self) -> Block:
        """The same block, told as parted from what stands before."""
        return replace(self, gap=True)

    def covered(self, spans: Spans) -> int:
        """How many characters at the head of the text the spans cover without a break (white space aside)."""
        reach = 0
        for start, end in spans:
            if self.text[reach:start].strip():
                break
            reach = max(reach, end)
        return reach


def _clamped(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    return tuple(Mark(min(max(mark.offset, start), end) - start, mark.label) for mark in marks)


def _shifted(marks: Iterable[Mark], shift: int) -> tuple[Mark, ...]:
    return tuple(Mark(mark.offset + shift, mark.label) for mark in marks)


def _cut_spans(spans: Spans, start: int, end: int) -> Spans:
    moved = ((max(a, start) - start, min(b, end) - start) for a, b in spans)
    return tuple((a, b) for a, b in moved if a < b)


def joined(first: Block, second: Block) -> Block:
    """Two parts of one sentence put together; a compound divided at its hyphen closes up again."""
    if (
        second.marks and second.marks[0].offset == 0
    ):  # a mark at the head of a line belongs to the word before
        at = len(first.text)
        leading = tuple(Mark(at, mark.label) for mark in second.marks if mark.offset == 0)
        rest = tuple(mark for mark in second.marks if mark.offset > 0)
        first, second = replace(first, marks=first.marks + leading), replace(second, marks=rest)
    divided = first.text[-2:-1].isalpha() and first.text[-1:] in "-\u2010\u2011" and second.text[:1].isalpha()
    listed = second.text.startswith(("and ", "or ", "to "))  # "short-" and "medium-term"
    return first.plus(second, "" if (divided and not listed) or not first.text or not second.text else " ")
