# SPDX-License-Identifier: GPL-3.0-or-later
"""Word-level edits of one pair of texts: whole words through Levenshtein, joined and placed so that they read well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import Levenshtein

from drafting.comparing.records import Edit, Op, Span
from drafting.comparing.tokens import WORDS, folded

# Where an inserted or deleted phrase may begin at several places ("rights [and duties] and freedoms" or "rights and
# [duties and] freedoms"), it begins at its punctuation, else at the word that opens it.
_MARKS = frozenset(",;:(–—")
_CONJUNCTIONS = frozenset(("and", "or", "nor", "but", "as", "while", "including", "which", "that", "who", "whose"))
_PREPOSITIONS = frozenset(
    ("of", "for", "in", "on", "at", "by", "to", "from", "with", "within", "through", "among", "between", "under")
)
_ARTICLES = frozenset(("the", "a", "an", "all", "its", "their", "this", "these"))
_FUNCTION_WORDS = _MARKS | _CONJUNCTIONS | _PREPOSITIONS | _ARTICLES


class _Block(NamedTuple):
    """A changed stretch: tokens `[i1, i2)` of the old text become `[j1, j2)` of the new."""

    i1: int
    i2: int
    j1: int
    j2: int

    @property
    def size(self) -> int:
        return max(self.i2 - self.i1, self.j2 - self.j1)

    @property
    def one_sided(self) -> bool:
        return self.i1 == self.i2 or self.j1 == self.j2

    def shifted(self, by: int) -> _Block:
        return _Block(self.i1 + by, self.i2 + by, self.j1 + by, self.j2 + by)


class _Sides(NamedTuple):
    """Where a stretch of tokens stands in its text: end of the token before, its own start and end, start of the next.

    An empty stretch is the gap between two tokens; its `start` is the end of that gap and its `end` the beginning, so
    that `span` is right for it too as long as one of its arguments is true.
    """

    left: int
    start: int
    end: int
    right: int

    @property
    def empty(self) -> bool:
        return self.start >= self.end

    @property
    def space_before(self) -> bool:
        return self.start > self.left

    @property
    def space_after(self) -> bool:
        return self.right > self.end

    def span(self, with_left: bool, with_right: bool) -> Span:
        return Span(self.left if with_left else self.start, self.right if with_right else self.end)


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The edits from one text to the other, in order, over whole words; none for glyphs and white space.

    The old text with each old span replaced by its new span has exactly the tokens of the new text (`tokens`), that
    is the same words and punctuation in the same order; and the other way round. Spans neither overlap nor touch, and
    begin and end at words or at the white space between them. Offsets are code points.
    """
    return edits_and_likeness(old, new)[0]


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same, word for word: 1.0 for equal but for glyphs and white space, 0.0 for nothing.

    Twice the tokens they share in order, over the tokens of both.
    """
    return edits_and_likeness(old, new)[1]


def edits_and_likeness(old: str, new: str) -> tuple[tuple[Edit, ...], float]:
    """Both at the cost of one."""
    if old == new:
        return (), 1.0
    sides = _Text(old), _Text(new)
    before, after = sides[0].keys, sides[1].keys
    if before == after:
        return (), 1.0
    coded = _coded(before, after)
    blocks = _placed(_joined(_blocks(*coded), before), before, after)
    found = tuple(_edit(sides[0].around(block.i1, block.i2), sides[1].around(block.j1, block.j2)) for block in blocks)
    return found, Levenshtein.ratio(*coded)


class _Text:
    """A text cut into tokens; where they stand is looked up only as far as an edit needs it."""

    def __init__(self, text: str) -> None:
        self._text = folded(text)
        self.keys = WORDS.findall(self._text)
        self._starts: list[int] = []

    def around(self, first: int, last: int) -> _Sides:
        """Where the stretch of tokens `[first, last)` and its neighbours stand."""
        left = self._start(first - 1) + len(self.keys[first - 1]) if first else 0
        right = self._start(last) if last < len(self.keys) else len(self._text)
        if first == last:
            return _Sides(left, right, left, right)
        return _Sides(left, self._start(first), self._start(last - 1) + len(self.keys[last - 1]), right)

    def _start(self, index: int) -> int:
        starts = self._starts
        end = starts[-1] + len(self.keys[len(starts) - 1]) if starts else 0
        for key in self.keys[len(starts) : index + 1]:
            start = self._text.index(key, end)
            starts.append(start)
            end = start + len(key)
        return starts[index]


def _coded(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Both texts as strings of one code point a token, the form Levenshtein compares fastest."""
    numbers: dict[str, str] = {}
    number = numbers.setdefault
    first = "".join([number(key, chr(len(numbers))) for key in before])
    return first, "".join([number(key, chr(len(numbers))) for key in after])


def _blocks(before: str, after: str) -> list[_Block]:
    blocks: list[_Block] = []
    for tag, i1, i2, j1, j2 in Levenshtein.opcodes(before, after):
        if tag == "equal":
            continue
        if blocks and blocks[-1].i2 == i1 and blocks[-1].j2 == j1:
            blocks[-1] = _Block(blocks[-1].i1, i2, blocks[-1].j1, j2)
        else:
            blocks.append(_Block(i1, i2, j1, j2))
    return blocks


def _joined(blocks: Iterable[_Block], before: Sequence[str]) -> list[_Block]:
    """Blocks joined over what is too little to stand between them (see `_reads_as_one`)."""
    joined: list[_Block] = []
    for block in blocks:
        while joined and _reads_as_one(joined[-1], block, before):
            last = joined.pop()
            block = _Block(last.i1, block.i2, last.j1, block.j2)
        joined.append(block)
    return joined


def _reads_as_one(left: _Block, right: _Block, before: Sequence[str]) -> bool:
    """Over one equal token, or over function words fewer than what changed on either side.

    Two pure insertions (or two deletions) stay apart: "[all] States [concerned]" is clearer than "States" replaced.
    """
    between = range(left.i2, right.i1)
    if left.one_sided and right.one_sided and (left.i1 == left.i2) == (right.i1 == right.i2):
        return False
    if len(between) <= 1:
        return True
    return len(between) < min(left.size, right.size) and all(before[index] in _FUNCTION_WORDS for index in between)


def _placed(blocks: Sequence[_Block], before: Sequence[str], after: Sequence[str]) -> list[_Block]:
    """Each pure insertion or deletion moved to the place, among all equal ones, where its phrase begins best."""
    placed: list[_Block] = []
    for index, block in enumerate(blocks):
        if block.one_sided:
            back = block.i1 - placed[-1].i2 - 1 if placed else block.i1
            ahead = (blocks[index + 1].i1 - 1 if index + 1 < len(blocks) else len(before)) - block.i2
            if block.i1 == block.i2:
                block = block.shifted(_best_shift(after, block.j1, block.j2, back, ahead))
            else:
                block = block.shifted(_best_shift(before, block.i1, block.i2, back, ahead))
        placed.append(block)
    return placed


def _best_shift(side: Sequence[str], start: int, end: int, back: int, ahead: int) -> int:
    """By how many tokens to move `[start, end)`, at most `back` to the left and `ahead` to the right."""
    shifts = [0]
    while -shifts[-1] < back and side[start + shifts[-1] - 1] == side[end + shifts[-1] - 1]:
        shifts.append(shifts[-1] - 1)
    shift = 0
    while shift < ahead and side[start + shift] == side[end + shift]:
        shift += 1
        shifts.append(shift)
    return min(shifts, key=lambda by: _rank(side[start + by])) if len(shifts) > 1 else 0


def _rank(key: str) -> int:
    for rank, group in enumerate((_MARKS, _CONJUNCTIONS, _PREPOSITIONS, _ARTICLES)):
        if key in group:
            return rank
    return 5 if key == "." else 4


def _edit(old: _Sides, new: _Sides) -> Edit:
    """The block as spans; white space beside it is taken along where it differs, so that the texts can be rebuilt."""
    if old.empty or new.empty:
        bare, full = (old, new) if old.empty else (new, old)
        left = bare.space_before == full.space_after or bare.space_before != full.space_before
        right = bare.space_before != full.space_after
    else:
        left, right = old.space_before != new.space_before, old.space_after != new.space_after
    old_span, new_span = old.span(left, right), new.span(left, right)
    if old_span.start == old_span.end:
        return Edit(Op.INSERT, old_span, new_span)
    return Edit(Op.DELETE if new_span.start == new_span.end else Op.REPLACE, old_span, new_span)
