# SPDX-License-Identifier: GPL-3.0-or-later
"""A line or a paragraph put together from text, footnote marks and emphasis, in Markdown as in a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.reading.blocks import Block, Mark

_SPACE = re.compile(r"[ \t\r\v]+")
_EXPONENTS = {"2": "\u00b2", "3": "\u00b3"}
_MARK_LIST = re.compile(r"\d{1,3}(?:\s*[,;\u2013 ]\s*\d{1,3})*$")


def mark_labels(raised: str) -> list[str]:
    """The numbers of footnotes that raised letters mark ("1", "[2]", "1, 2"); empty when they are none."""
    inner = raised.strip(" ,;[]()\u00a0")
    return re.findall(r"\d+", inner) if _MARK_LIST.match(inner) else []


def raised_unit(before: str, raised: str) -> str:
    """Raised digits as an exponent: square kilometres, not footnote 2; "" when they are none."""
    if raised.strip() not in _EXPONENTS or not re.search(r"(?<![^\W\d_])(?:k|c|m)?m$", before[-3:]):
        return ""
    return _EXPONENTS[raised.strip()]


@dataclass(slots=True)
class Builder:
    """Gathers a line or a paragraph: folds white space, keeps offsets right while marks and emphasis come."""

    number: int
    done: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    after_mark: bool = False
    held: tuple[str, bool, bool] | None = None  # a comma after a mark: raised like it if another mark follows

    def add(self, text: str, italic: bool, bold: bool) -> None:
        """Put text behind what is there."""
        text = _SPACE.sub(" ", text)
        if self.after_mark and self.held is None and text in {",", ", "}:
            self.held = text, italic, bold
            return
        self.release()
        if not self.parts or self.parts[-1].endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        start, self.after_mark = self.length, False
        self.parts.append(text)
        self.length += len(text)
        if italic:
            extend_spans(self.italics, start, self.length)
        if bold:
            extend_spans(self.bold, start, self.length)

    def release(self) -> None:
        """The comma that was held is one of the text after all."""
        if self.held is not None:
            comma, self.held, self.after_mark = self.held, None, False
            self.add(*comma)

    def mark(self, labels: list[str]) -> None:
        """Put marks of footnotes behind the last word."""
        self.held = None
        offset = self.length - (bool(self.parts) and self.parts[-1].endswith(" "))
        self.marks += [Mark(offset, label) for label in labels]
        self.after_mark = True

    def ends_in_word(self) -> bool:
        """Whether no blank stands at the end."""
        return bool(self.parts) and not self.parts[-1][-1].isspace()

    def split(self) -> None:
        """Begin a new block."""
        self.release()
        text = "".join(self.parts)
        if text.strip() or self.marks:
            spans = tuple(self.italics), tuple(self.bold)
            block = Block(text, self.number, tuple(self.marks), *spans).cut(0)
            self.done.append(block)
        self.parts, self.length = [], 0
        self.marks, self.italics, self.bold = [], [], []

    def blocks(self) -> list[Block]:
        """The blocks gathered; those without text or mark are none."""
        self.split()
        return self.done


def extend_spans(spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a stretch of letters to others in order; one that goes on where the last ends makes it longer."""
    if spans and spans[-1][1] == start:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))
