# SPDX-License-Identifier: GPL-3.0-or-later
"""From pieces of text to rows as the eye sees them: one line of one column each, raised marks included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import fmean

from drafting.reading.blocks import Block, Mark, Spans
from drafting.reading.pdf.pdfium import SPACE, Page, Piece
from drafting.reading.structure.labels import label_of, roman_heading

_NARROW = 0.03  # of the type size: a space of the file is printed wider than this
_WIDE = 0.6  # of the type size: beside Chinese and Arabic letters only a wider gap is a space
_COLUMN = 1.8  # of the type size: a wider gap parts columns, except after a label
_HANGING = 8.0  # of the type size: so far before its text the mark of a footnote may hang
_SMALLER = 0.85  # of the type size of its row: a mark is no larger
_RAISED = 0.1  # of the type size of its row: a mark stands higher by this at the least
_HIGHEST = 0.75
_MARK = re.compile(r"\d{1,3}(?:[,\u2013-]\d{1,3})*[,.]?|\*{1,4}|\u2020|\u2021")
_BETWEEN = {",", "\u2013", "-"}  # raised, between two marks
_UNIT = re.compile(r"(?:^|[^A-Za-z])[kcdmh]?m$")  # the digit behind it is a power
_TITLE_NUMBER = re.compile(r"(?:(?:S|ES)-)?\d{1,4}/(?:\d{1,4}(?:\s?[A-Z])?\.|\u2026|\[\u2026\]\.?)")


@dataclass(frozen=True)
class Row:
    """One line of one column: its pieces in reading order on page `page`, the largest type being `size`.

    `cell` is its place among the rows printed side by side, `cells` how many there are.
    """

    page: int
    pieces: tuple[Piece, ...]
    size: float
    base: float
    cell: int = 0
    cells: int = 1

    @cached_property
    def left(self) -> float:
        """Where it begins, in points from the left edge of the page."""
        return min(piece.left for piece in self.pieces)

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(piece.right for piece in self.pieces)

    @property
    def middle(self) -> float:
        """Half way between both ends."""
        return (self.left + self.right) / 2

    @cached_property
    def text(self) -> str:
        """All of its letters, marks included."""
        return self.block(frozenset()).text

    @cached_property
    def bold(self) -> bool:
        """Whether all words are bold, a number before them perhaps not."""
        return all(piece.bold or not any(map(str.isalpha, piece.text)) for piece in self.pieces) and any(
            piece.bold for piece in self.pieces
        )

    def raised(self, piece: Piece) -> bool:
        """Whether a piece is set as a footnote mark: smaller and higher than its row."""
        height = (piece.base - self.base) / self.size
        return piece.size <= _SMALLER * self.size and _RAISED <= height <= _HIGHEST

    def marks(self) -> list[str]:
        """The labels of what is set as footnote marks in this row."""
        return [label for piece in self.pieces if self.is_mark(piece) for label in labels_in(piece.text)]

    def is_mark(self, piece: Piece) -> bool:
        """Whether a piece has the form and the place of a footnote mark."""
        starred = piece.text[0] in "*\u2020\u2021"
        return bool(_MARK.fullmatch(piece.text)) and (starred or self.raised(piece))

    def block(self, labels: frozenset[str]) -> Block:
        """The row as text; what is set as a mark and is one of `labels` becomes a mark."""
        writer = _Writer()
        for before, piece in pairwise((None, *self.pieces)):
            assert piece is not None
            spaced = before is not None and apart(before, piece)
            power = before is not None and not spaced and bool(_UNIT.search(before.text))
            if writer.marks and piece.text in _BETWEEN and piece.base - self.base > _RAISED * self.size:
                writer.spaced = writer.spaced or spaced
            elif not power and self.is_mark(piece) and labels.issuperset(labels_in(piece.text)):
                writer.mark(piece)
                writer.spaced = writer.spaced or spaced
            else:
                writer.write(piece, spaced=spaced)
        return Block(
            writer.text, marks=tuple(writer.marks), italics=writer.spans(italic=True), bold=writer.spans()
        )


def labels_in(text: str) -> list[str]:
    """The labels of one or more marks printed together ("1,2")."""
    return re.findall(r"\d{1,3}", text) or [text]


def apart(before: Piece, after: Piece) -> bool:
    """Whether a space stands between two pieces of one row."""
    gap = max(after.left - before.right, before.left - after.right)
    joint = before.text[-1] + after.text[0]
    if not joint.isascii() and (runs_leftward(joint) or any(map(is_ideograph, joint))):
        return (after.spaced and gap > -after.size / 2) or gap > _WIDE * after.size
    return gap > (_NARROW if after.spaced else SPACE) * min(before.size, after.size)


@dataclass(slots=True)
class _Writer:
    """Puts the pieces of a row together, with their italics and bold."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    looks: list[tuple[int, int, Piece]] = field(default_factory=list)
    spaced: bool = False

    def write(self, piece: Piece, *, spaced: bool) -> None:
        if self.text and (spaced or self.spaced):
            self.text += " "
        self.spaced = False
        self.looks.append((len(self.text), len(self.text) + len(piece.text), piece))
        self.text += piece.text

    def mark(self, piece: Piece) -> None:
        self.marks += [Mark(len(self.text), label) for label in labels_in(piece.text)]

    def spans(self, *, italic: bool = False) -> Spans:
        """Where the text is italic, or else bold; a space between two such words belongs to them."""
        found: list[tuple[int, int]] = []
        for start, end, piece in self.looks:
            if not (piece.italic if italic else piece.bold):
                continue
            if found and not self.text[found[-1][1] : start].strip():
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        return tuple(found)


def rows_of(page: Page) -> list[Row]:
    """The rows of a page from top to bottom, those of one height from left to right."""
    lines = _lines(page.pieces)
    _take_marks(lines)
    found = []
    for line in lines:
        cells = list(_cells(line))
        for at, cell in enumerate(cells):
            size = max(piece.size for piece in cell)
            base = fmean(piece.base for piece in cell if piece.size == size)
            found.append(Row(page.number, tuple(cell), size, base, at, len(cells)))
    return found


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces gathered by their baseline, from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if lines and lines[-1][0].base - piece.base <= 0.16 * min(piece.size, lines[-1][0].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _take_marks(lines: list[list[Piece]]) -> None:
    """Move smaller raised (or lowered) pieces into the line they stand at."""
    for at, line in enumerate(lines):
        for piece in list(line):
            for other in lines[max(at - 2, 0) : at + 3]:
                if other and other is not line and _stands_at(piece, other):
                    line.remove(piece)
                    other.append(piece)
                    break
    lines[:] = [line for line in lines if line]


def _stands_at(piece: Piece, line: Sequence[Piece]) -> bool:
    """Whether a piece is a raised or lowered part of a line, or the mark hanging before its text."""
    hanging = bool(_MARK.fullmatch(piece.text)) and piece.left < min(other.left for other in line)
    reach = _HANGING if hanging else _COLUMN
    for other in line:
        height = (piece.base - other.base) / other.size
        sign = piece.text in _BETWEEN and abs(height) < _HIGHEST / 2
        smaller = piece.size <= _SMALLER * other.size and -0.3 <= height <= _HIGHEST
        if (smaller or sign) and max(
            other.left - piece.right, piece.left - other.right
        ) <= reach * other.size:
            return True
    return False


def _cells(line: list[Piece]) -> Iterable[list[Piece]]:
    """A line parted into its columns, each in reading order."""
    if runs_leftward("".join(piece.text for piece in line)):
        yield sorted(line, key=lambda piece: piece.order)
        return
    line.sort(key=lambda piece: piece.left)
    cell: list[Piece] = []
    reach = 0.0
    for piece in line:
        size = max([piece.size, *(other.size for other in cell[-2:])])
        if cell and piece.left - reach > _COLUMN * size and not _is_label(cell):
            yield cell
            cell = []
        reach = max(reach, piece.right) if cell else piece.right
        cell.append(piece)
    if cell:
        yield cell


def runs_leftward(text: str) -> bool:
    """Whether most letters of a text belong to a script that runs from right to left."""
    if text.isascii():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in letters) > len(letters)


def is_ideograph(letter: str) -> bool:
    """Whether a letter is of a script that has no spaces between words, as Chinese."""
    return unicodedata.east_asian_width(letter) in {"W", "F"}


def _is_label(cell: Sequence[Piece]) -> bool:
    """Whether a cell holds nothing but the number or letter of what stands beside it."""
    text = " ".join(piece.text for piece in cell).replace(" .", ".")
    if len(text) > 14:
        return False
    label = label_of(text) or roman_heading(text)
    return (
        (label is not None and label.end >= len(text.rstrip(".")))
        or bool(_TITLE_NUMBER.fullmatch(text))
        or bool(re.fullmatch(r"[A-Z]\.|[\u2022\u2013\u2014o\u25cf\u25aa-]|\d{1,3}|\*{1,4}", text))
    )
