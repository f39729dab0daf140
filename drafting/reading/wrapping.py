# SPDX-License-Identifier: GPL-3.0-or-later
"""From lines to paragraphs: text wrapped at some width is put together again, with or without blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafting.reading.blocks import Block, joined
from drafting.reading.closing import is_closing
from drafting.reading.labels import Label, label_of, roman_heading
from drafting.reading.openings import opens_paragraph
from drafting.resolution import Part

_WIDEST = 135  # characters of the widest wrapped lines; longer ones are whole paragraphs
_FINISHED = re.compile(r"[,;:.?!][\u201d\u2019\"')\]]*(?:\s(?:and|or))?$")


def paragraphs(lines: Sequence[Block]) -> list[Block]:
    """The lines as paragraphs; a paragraph cut in two by a blank line or a page stays in two blocks here."""
    wrapper = _Wrapper(_width(lines))
    for line in lines:
        wrapper.add(line)
    return wrapper.done


def is_finished(text: str) -> bool:
    """Whether a text ends as a paragraph may end: comma, semicolon, colon, full stop, or "; and"."""
    return bool(_FINISHED.search(text))


def _width(lines: Sequence[Block]) -> int:
    """The width at which the text is wrapped; 0 when every line is a paragraph of its own."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths or lengths[len(lengths) * 9 // 10] > _WIDEST:
        return 0
    return lengths[len(lengths) * 95 // 100]


@dataclass(slots=True)
class _Wrapper:
    """Decides line by line whether it goes on with the paragraph before it."""

    width: int
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
        if line.gap or line.heading or paragraph.heading or is_closing(line.text):
            return False
        if line.note or paragraph.note:
            return self.continues_note(paragraph, line)
        if not self.width or is_closing(paragraph.text):
            return False
        label = label_of(line.text)
        if label is not None:
            return not self.begins(label, paragraph.text)
        return not self.opens(paragraph, last, line)

    def continues_note(self, paragraph: Block, line: Block) -> bool:
        """A footnote goes on until its full stop; what then stands in small letters resumes the text it cut."""
        if line.note:
            return line.note == paragraph.note
        if not self.width or not paragraph.note:
            return False
        ended = is_finished(paragraph.text)
        resumed = self.cut is not None and not is_finished(self.cut.text)
        return not ended or not (resumed or line.text[:1].isupper() or label_of(line.text))

    def begins(self, label: Label, before: str) -> bool:
        """Whether a number or letter at the head of a line begins a paragraph, and is no part of the sentence."""
        if not label.number:
            return is_finished(before)
        return label.number in {1, self.number + 1} or (is_finished(before) and not before.endswith(","))

    def opens(self, paragraph: Block, last: Block, line: Block) -> bool:
        """Whether an unlabelled line begins a paragraph."""
        text = paragraph.text
        if roman_heading(line.text) and len(line.text) < 6:
            return is_finished(text)
        if not is_finished(text):
            return False
        if not line.text[:1].isupper():
            return False
        part = Part.PREAMBLE if text.endswith(",") else Part.OPERATIVE
        if opens_paragraph(line.text, part):
            return True
        return not text.endswith((",", ":")) and self.fits(last, line)

    def fits(self, last: Block, line: Block) -> bool:
        """Whether the first word of the line would have had room on the line before: then the break was meant."""
        first = line.text.split(None, 1)[0] if line.text else ""
        return len(last.text) + 1 + len(first) <= self.width * 0.93
