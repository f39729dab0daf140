# SPDX-License-Identifier: GPL-3.0-or-later
"""From lines to paragraphs: text wrapped at some width is put together again, with or without blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafting.reading.blocks import Block, joined
from drafting.reading.masthead.closing import is_closing
from drafting.reading.openings import opens_paragraph
from drafting.reading.structure.labels import Label, bullet_of, deep_label_of, label_of, roman_heading
from drafting.resolution import Part

LONGEST = 40_000  # characters of a paragraph; what would be longer is no resolution
_WIDEST = 135  # characters of the widest wrapped lines; longer ones are whole paragraphs
_FINISHED = re.compile(r"[,;:.?!][\u201d\u2019\"')\]]*(?:\s(?:and|or))?$")
_NOTE_END = re.compile(r"[.!?][\u201d\u2019\"')\]]*$")
_ABBREVIATED = re.compile(r"\b(?:Nos?|sects?|chaps?|vols?|paras?|arts?|pp?|eds?)\.$")


def paragraphs(lines: Sequence[Block]) -> list[Block]:
    """The lines as paragraphs; a paragraph cut in two by a blank line or a page stays in two blocks here."""
    wrapper = _Wrapper(_room(lines))
    for line in lines:
        wrapper.add(line)
    return wrapper.done


def is_finished(text: str) -> bool:
    """Whether a text ends as a paragraph may end: comma, semicolon, colon, full stop, or "; and"."""
    return bool(_FINISHED.search(text))


def _room(lines: Sequence[Block]) -> int:
    """How long a line must be at the least, with the next word, to have been wrapped; 0 in text not wrapped.

    Measured where wrapping is certain: the next line goes on in small letters. So type of one width and
    printed type, whose lines differ in letters, each have their own measure.
    """
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths or lengths[len(lengths) * 9 // 10] > _WIDEST:
        return 0
    pairs = list(pairwise(lines))
    columns = {b.line for a, b in pairs if a.line == b.line}
    wrapped = [
        (a, b) for a, b in pairs if a.text and not b.gap and a.line not in columns and a.line != b.line
    ]
    sums = sorted(_with_next(a, b) for a, b in wrapped if b.text[:1].islower())
    return sums[len(sums) // 50] if len(sums) >= 8 else max(1, lengths[-1] * 9 // 10)


def _begins_point(before: str, text: str) -> bool:
    """Whether a line begins a point of a list: with a dash, or with the letter of a deep level ("a.")."""
    if bullet_of(text):
        return bool(bullet_of(before)) or is_finished(before)
    return before.endswith((":", ";")) and deep_label_of(text) is not None


def _with_next(line: Block, following: Block) -> int:
    return len(line.text) + 1 + len(following.text.split(None, 1)[0])


@dataclass(slots=True)
class _Wrapper:
    """Decides line by line whether it goes on with the paragraph before it."""

    room: int
    done: list[Block] = field(default_factory=list)
    last: Block | None = None  # the line before, as it stood
    number: int = 0  # of the last numbered paragraph
    cut: Block | None = None  # a paragraph that footnotes came in between of

    def add(self, line: Block) -> None:
        if line.rule:
            self.last = None
            return
        if self.last is not None and self.continues(self.done[-1], self.last, line):
            self.done[-1] = joined(self.done[-1], line)
        else:
            if line.note and self.done and not self.done[-1].note:
                self.cut = self.done[-1]
            gap = line.gap or self.last is None
            self.done.append(replace(line, gap=gap))
            label = label_of(line.text)
            self.number = label.number if label and label.number else self.number
        self.last = line

    def continues(self, paragraph: Block, last: Block, line: Block) -> bool:
        if line.line == last.line and not line.heading and line.note in {"", last.note}:
            return True
        too_long = len(paragraph.text) > LONGEST
        if line.gap or line.heading or paragraph.heading or too_long or is_closing(line.text):
            return False
        if line.note or paragraph.note:
            return self.continues_note(paragraph, last, line)
        if not self.room or is_closing(paragraph.text):
            return False
        label = label_of(line.text)
        if label is not None:
            return not self.begins(label, paragraph.text)
        return not self.opens(paragraph, last, line)

    def continues_note(self, paragraph: Block, last: Block, line: Block) -> bool:
        """A footnote goes on until its full stop; small letters after it resume the text that it cut."""
        if line.note or not self.room or not paragraph.note:
            return bool(line.note) and line.note == paragraph.note
        if not _NOTE_END.search(paragraph.text) or _ABBREVIATED.search(paragraph.text):
            return True
        if line.text[:1].islower():
            return self.cut is None or is_finished(self.cut.text)
        opens = any(opens_paragraph(line.text, part) for part in Part)
        return not (opens or label_of(line.text) or self.fits(last, line))

    def begins(self, label: Label, before: str) -> bool:
        """Whether a number or letter at the head of a line begins a paragraph, not part of a sentence."""
        if not label.number:
            return is_finished(before)
        if label.tag or label.sign != str(label.number):  # "OP3", "3 bis"
            return True
        return label.number in {1, self.number + 1} or (is_finished(before) and not before.endswith(","))

    def opens(self, paragraph: Block, last: Block, line: Block) -> bool:
        """Whether an unlabelled line begins a paragraph."""
        text = paragraph.text
        if roman_heading(line.text) and len(line.text) < 6:
            return is_finished(text)
        if _begins_point(text, line.text):
            return True
        if not is_finished(text) or not line.text[:1].isupper():
            return False
        fits = self.fits(last, line)
        if text.endswith(","):  # numbered paragraphs and their letters end otherwise
            opens = any(opens_paragraph(line.text, part, known=not fits) for part in Part)
            return opens and label_of(text) is None
        return not text.endswith(":") and (fits or opens_paragraph(line.text, Part.OPERATIVE))

    def fits(self, last: Block, line: Block) -> bool:
        """Whether the first word would have had room on the line before: then the break was meant."""
        return _with_next(last, line) < self.room
