# SPDX-License-Identifier: GPL-3.0-or-later
"""Text as it comes in pieces from a file, put together with its marks, its italics and its bold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.reading.blocks import Mark, Spans
from drafting.reading.building import extend_spans
from drafting.reading.charsets import UNSEEN

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Run:
    """One paragraph in the making: white space folded to single spaces, none at the head.

    `length` counts code points, a blank at the end included.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    parted: bool = False

    def add(self, text: str, *, italic: bool = False, bold: bool = False) -> None:
        """Put text at the end, folded."""
        piece = _SPACE.sub(" ", text.translate(UNSEEN))
        last = self.pieces[-1][-1] if self.pieces else " "
        if last == " ":
            piece = piece.removeprefix(" ")
        if not piece:
            return
        if self.parted and last.isalnum() and piece[0].isalnum():
            piece = f" {piece}"
        self.parted = False
        start, self.length = self.length, self.length + len(piece)
        self.pieces.append(piece)
        if italic:
            extend_spans(self.italics, start, self.length)
        if bold:
            extend_spans(self.bold, start, self.length)

    def part(self) -> None:
        """Keep the words that end here apart from those that follow, where the file glues them together."""
        self.parted = True

    def close_up(self, sign: str) -> None:
        """Set a sign close behind the last word, and what comes next close behind the sign."""
        text = self.text
        self.pieces, self.length = [text, sign], len(text) + len(sign)

    def mark(self, label: str) -> None:
        """Set a footnote mark behind the last word."""
        self.marks.append(Mark(self.width, label))

    def join(self, other: Run, *, italic: bool = False, bold: bool = False) -> None:
        """Put another run behind this one, with its marks."""
        words = "".join(other.pieces)
        self.add(words, italic=italic, bold=bold)
        shift = self.length - len(words)
        self.marks += [Mark(mark.offset + shift, mark.label) for mark in other.marks]
        self.italics += [(start + shift, end + shift) for start, end in other.italics]
        self.bold += [(start + shift, end + shift) for start, end in other.bold]

    @property
    def width(self) -> int:
        """How many code points the text has so far, without a blank at its end."""
        return self.length - bool(self.pieces and self.pieces[-1].endswith(" "))

    @property
    def text(self) -> str:
        """The text so far, without white space at its ends."""
        return "".join(self.pieces).rstrip(" ")

    def half_italic(self) -> str:
        """The word in which the italics at the head of the text end; empty when they end behind a word."""
        if not self.italics or self.italics[0][0]:
            return ""
        text, end = self.text, self.italics[0][1]
        if not text[end - 1 : end].isalnum() or not text[end : end + 1].isalnum():
            return ""
        return text[:end].rsplit(" ", 1)[-1] + text[end:].split(" ", 1)[0]

    def since(self, piece: int) -> str:
        """The text from a piece on, without white space at its ends."""
        return "".join(self.pieces[piece:]).strip(" ")

    def spans(self, spans: list[tuple[int, int]]) -> Spans:
        """Stretches of letters, cut to the text."""
        end = self.width
        return tuple((start, min(stop, end)) for start, stop in spans if start < end)
