# SPDX-License-Identifier: GPL-3.0-or-later
"""From rows to paragraphs: by their distance, their indents, their ends and their type.

Only where none of these can tell do the words decide.

Each page is taken by itself first; then what goes on over a page or a column is put together, by what the
paragraphs of the whole file look like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafting.reading.blocks import Block
from drafting.reading.openings import opens_paragraph
from drafting.reading.pdf.divided import Words
from drafting.reading.pdf.notes import Zones
from drafting.reading.pdf.rows import Row
from drafting.reading.structure.labels import label_of
from drafting.reading.text.wrapping import is_finished
from drafting.resolution import Part

_NEAR = 0.5  # of the type size: edges no farther apart are one edge
_LOOSE = 1.25  # times the usual distance of lines: what stands farther is parted
_ROOM = 0.8  # of the type size that must be left over when a word would still have fitted
_OWN = 12  # rows of a page, to measure its margin by
_ENOUGH = 8  # rows that go on in the next, to measure the width by
_SELDOM = 0.05  # of all pairs of rows
_MANY = 0.25  # of the rows that begin at the commonest edge
_ENDS = tuple("\uff0c\u3002\uff1b\uff1a\u3001\u060c\u061b\u061f")  # of Chinese and Arabic sentences
_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u2013\u2014-]\s")


Place = tuple[int, int]  # page and column


@dataclass(slots=True)
class Measures:
    """What the pages of a file have in common: margins of each column and the distance of lines."""

    left: dict[Place, float]
    right: dict[Place, float]
    leading: dict[float, float]  # by size of type
    unmarked: bool  # neither indents nor room tell where paragraphs begin

    @classmethod
    def of_pages(cls, pages: Sequence[Sequence[Row]], size: float, sheet: float) -> Measures:
        """Measured on the rows of the usual size: the margin where most begin, and where the widest end.

        Pages with few rows share the measures of the other left or right pages. Where few rows at all go on
        in the next, margins of one width are taken on a page `sheet` wide.
        """
        usual: dict[Place, list[Row]] = {}
        for row in (row for rows in pages for row in rows):
            usual.setdefault((row.page, row.cell), []).extend([row] * (abs(row.size - size) < 0.6))
        left: dict[Place, float] = {}
        right: dict[Place, float] = {}
        few = sum(_goes_on_below(above, row) for rows in pages for above, row in pairwise(rows)) < _ENOUGH
        for (page, column), rows in usual.items():
            alike = [other for at, others in usual.items() if _alike(at, (page, column)) for other in others]
            own = rows if len(rows) >= _OWN else alike
            left[page, column] = _commonest(Counter(round(row.left) for row in own))
            ends = sorted(row.right for row in alike)
            edge = ends[int(len(ends) * 0.95)] if ends else 0.0
            right[page, column] = max(edge, sheet - left[page, column]) if few and not column else edge
        leading = _leading(pages)
        return cls(left, right, leading, _is_unmarked(pages, leading))

    def of(self, row: Row) -> float:
        """The usual distance of lines in the type of a row."""
        return self.leading.get(round(row.size), 1.2 * row.size)

    def indent(self, row: Row) -> float:
        """How far a row stands in from the margin of its column."""
        return row.left - self.left[row.page, row.cell]

    def room(self, row: Row) -> float:
        """How much of the width a row leaves free at its end."""
        return self.right[row.page, row.cell] - row.right

    def width(self, row: Row) -> float:
        """The width of the column of a row."""
        return self.right[row.page, row.cell] - self.left[row.page, row.cell]


def _alike(place: Place, other: Place) -> bool:
    """Whether two places are the same column of two left pages, or of two right ones."""
    return place[1] == other[1] and (place[0] - other[0]) % 2 == 0


def _commonest(counts: Counter[int]) -> float:
    """The leftmost edge where many rows begin: where paragraphs are short, more may begin at an indent."""
    most = max(counts.values(), default=0)
    return float(min((edge for edge, count in counts.items() if count >= _MANY * most), default=0))


def _leading(pages: Sequence[Sequence[Row]]) -> dict[float, float]:
    """The most usual distance of lines, by size of type: measured where a sentence goes on in the next row.

    Scripts without small letters do not show that: there the most usual distance of all rows is taken.
    """
    found: dict[float, Counter[float]] = {}
    cased = any(letter.islower() for rows in pages for row in rows for letter in row.text)
    for rows in pages:
        for above, row in pairwise(rows):
            gap = above.base - row.base
            if _goes_on_below(above, row) or (not cased and 0.8 * row.size < gap < 2.5 * row.size):
                found.setdefault(round(row.size), Counter())[round(gap * 2) / 2] += 1
    return {size: max(gaps, key=lambda gap: (gaps[gap], -gap)) for size, gaps in found.items()}


def _is_unmarked(pages: Sequence[Sequence[Row]], leading: dict[float, float]) -> bool:
    """Whether the rows of paragraphs begin at one edge, with no more room between paragraphs than within."""
    pairs = [pair for rows in pages for pair in pairwise(rows) if pair[0].size == pair[1].size]
    below = [(above, row) for above, row in pairs if _goes_on_below(above, row)]
    shifted = sum(abs(above.left - row.left) > _NEAR * row.size for above, row in below)
    parted = sum(
        above.base - row.base > _LOOSE * leading.get(round(row.size), 1.2 * row.size) for above, row in pairs
    )
    return shifted < _SELDOM * len(below) and parted < _SELDOM * len(pairs)


def _goes_on_below(above: Row, row: Row) -> bool:
    """Whether a row stands under another of its size and begins in small letters."""
    gap = above.base - row.base
    near = abs(above.size - row.size) < 0.3 and 0.8 * row.size < gap < 2.5 * row.size
    return near and row.text[:1].islower()


@dataclass(slots=True)
class Paragraph:
    """Rows that belong together, and their text."""

    rows: list[Row]
    block: Block

    @property
    def first(self) -> Row:
        """Its first row."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """Its last row so far."""
        return self.rows[-1]


@dataclass(slots=True)
class Paragraphs:
    """Puts rows together."""

    measures: Measures
    words: Words
    zones: Zones
    stars: bool  # whether an asterisk in the text is a mark
    done: list[Paragraph] = field(default_factory=list)
    number: int = 0  # of the last numbered paragraph

    def of_pages(self, pages: Iterable[Sequence[Row]], alive: Callable[[], None]) -> list[Block]:
        """The paragraphs of the pages, whole; `alive` is called on each page."""
        for rows in pages:
            alive()
            fresh = len(self.done)
            for above, row in pairwise((None, *rows)):
                assert row is not None
                if above is not None and len(self.done) > fresh and self._continues(self.done[-1], row):
                    self._add(row)
                else:
                    self.done.append(Paragraph([row], self._block(row)))
                    self._count(row)
        self._join_pages()
        return [self._finished(paragraph) for paragraph in self.done]

    def _block(self, row: Row) -> Block:
        return replace(row.block(self.zones.marks_on(row.page)), page=row.page, gap=True, whole=True)

    def _add(self, row: Row) -> None:
        paragraph = self.done[-1]
        paragraph.block = self.words.join(paragraph.block, self._block(row))
        paragraph.rows.append(row)

    def _finished(self, paragraph: Paragraph) -> Block:
        block = paragraph.block
        if self.stars:
            while star := re.search(r"(?<=[^\s*])\*{1,3}(?![\w*])", block.text):
                block = block.marked(star.start(), star.end(), star.group())
        bold = all(row.bold for row in paragraph.rows)
        return replace(block, heading=bold and any(map(str.isalpha, block.text)))

    # within a page

    def _continues(self, paragraph: Paragraph, row: Row) -> bool:
        """Whether a row under the last one of a paragraph belongs to it."""
        last, em = paragraph.last, row.size
        gap = last.base - row.base
        if abs(last.size - row.size) > 0.08 * em or not 0.3 * em < gap <= _LOOSE * self.measures.of(row):
            return False
        if row.bold != last.bold and not _mixed(paragraph.block.text):
            return False
        return not self._begins(paragraph, row) and self._goes_on_at(paragraph, row)

    def _begins(self, paragraph: Paragraph, row: Row) -> bool:
        """Whether a row close under a paragraph begins another one all the same."""
        full, ended = self._is_full(paragraph.last, row), self._ends(paragraph)
        outward = row.left < paragraph.first.left - _NEAR * row.size  # where no paragraph like it begins
        if not full and (_labelled(row) or (ended and not outward)):
            return True
        if self._at_right(paragraph.last) and self._at_right(row):
            return True  # the meeting and its date, one under the other
        return self._is_next(paragraph, row) or (ended and self.measures.unmarked and _opens(row))

    def _at_right(self, row: Row) -> bool:
        """Whether a row is set against the right margin."""
        far = self.measures.indent(row) > 0.4 * self.measures.width(row)
        return far and self.measures.room(row) < 2 * row.size

    def _goes_on_at(self, paragraph: Paragraph, row: Row) -> bool:
        """Whether a row begins where the next row of the paragraph must begin."""
        near, last, first = _NEAR * row.size, paragraph.last, paragraph.first
        full = self._is_full(last, row)
        if full and not self._ends(paragraph) and not _labelled(row):
            return True  # in mid-sentence
        if abs(last.middle - row.middle) < near and self.measures.indent(last) > 2 * row.size:
            return True  # centred
        if len(paragraph.rows) > 1:
            return abs(row.left - last.left) <= near
        if row.left > first.left + near:  # hanging
            return full or _labelled(first) or _titled(first)
        if row.left < first.left - near:
            return self.measures.indent(row) > -near
        return not _labelled(row) or not _labelled(first)

    def _is_full(self, row: Row, below: Row) -> bool:
        """Whether the first word of the row below would not have fitted any more."""
        word = below.text.split(None, 1)[0]
        share = len(word) / max(len(below.text), 1)
        needed = share * (below.right - below.left) + 0.25 * row.size
        return self.measures.room(row) < needed + _ROOM * row.size

    def _count(self, row: Row) -> None:
        label = label_of(row.text)
        if label is not None and label.number:
            self.number = label.number

    def _is_next(self, before: Paragraph, row: Row) -> bool:
        """Whether a row has the number or letter that comes next, behind the end of a paragraph."""
        label, text = label_of(row.text), before.block.text.rstrip("\u201d\u2019\"'")
        if label is not None and label.number == 1 and not self.number and text.endswith(","):
            return True  # behind the preamble
        if label is None or not text.endswith((";", ":", ".", "and", "or")):
            return False
        return label.number == self.number + 1 if label.number else self._ends(before)

    def _ends(self, paragraph: Paragraph) -> bool:
        text = paragraph.block.text
        return is_finished(text) or text.endswith(_ENDS)

    # over pages

    def _join_pages(self) -> None:
        self.number = 0
        indented = self._are_indented()
        whole: list[Paragraph] = []
        for paragraph in self.done:
            if whole and self._goes_over(whole[-1], paragraph, indented=indented):
                block = self.words.join(whole[-1].block, paragraph.block)
                whole[-1].block = replace(block, rejoined=block.rejoined + 1)
                whole[-1].rows += paragraph.rows
            else:
                whole.append(paragraph)
                self._count(paragraph.first)
        self.done = whole

    def _are_indented(self) -> bool:
        """Whether the first rows of paragraphs stand in from the others, as a rule of this file."""
        long = [paragraph.rows for paragraph in self.done if len(paragraph.rows) > 1]
        inward = sum(rows[0].left > rows[1].left + _NEAR * rows[0].size for rows in long)
        return 2 * inward > len(long)

    def _goes_over(self, before: Paragraph, after: Paragraph, *, indented: bool) -> bool:
        """Whether a paragraph goes on at the head of the next page or column."""
        last, row = before.last, after.first
        apart = row.page == last.page and row.base < last.base
        if apart or abs(last.size - row.size) > 0.08 * row.size or last.bold != row.bold:
            return False
        ended = self._ends(before)
        full = self._is_full(last, row)
        if (not full and (ended or _labelled(row))) or not self._at_edge(before, after):
            return False
        if self._is_next(before, row):
            return False
        margin = indented and self.measures.indent(row) < _NEAR * row.size  # where no paragraph begins
        if margin and len(before.rows) > 1 and self._inward(before) > _NEAR * row.size:
            return True
        if _labelled(row):
            return False
        return not ended or (full and (margin or row.text[:1].islower()))

    def _at_edge(self, before: Paragraph, after: Paragraph) -> bool:
        """Whether a paragraph begins where the next row of the one before must begin."""
        row = after.first
        near = _NEAR * row.size
        if len(after.rows) > 1 and after.rows[1].left < row.left - near:
            return False  # it begins with an indent
        if len(before.rows) < 2:
            return True
        return abs(self.measures.indent(before.rows[1]) - self.measures.indent(row)) <= near

    def _inward(self, paragraph: Paragraph) -> float:
        """How far the first row of a paragraph stands in from the second."""
        return paragraph.rows[0].left - paragraph.rows[1].left


def _opens(row: Row) -> bool:
    return any(opens_paragraph(row.text, part) for part in Part)


def _labelled(row: Row) -> bool:
    return label_of(row.text) is not None or bool(_BULLET.match(row.text))


def _titled(row: Row) -> bool:
    """Whether a row begins with a number that hangs before a title ("56/2. …", "II. …")."""
    return len(row.pieces) > 1 and row.pieces[1].left - row.pieces[0].right > 0.6 * row.size


def _mixed(text: str) -> bool:
    """Whether a row is a label alone, whose weight says nothing about the text beside it."""
    label = label_of(text)
    return label is not None and label.end >= len(text)
