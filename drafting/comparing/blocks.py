# SPDX-License-Identifier: GPL-3.0-or-later
"""Which stretches of tokens changed between two texts, joined and placed so that they read well.

The cheapest edits come from Levenshtein. They are joined where too little stands between them, divided where
a phrase of its own survived in a replacement, and, where an inserted phrase could stand at several places
("rights [and duties] and freedoms" or "rights and [duties and] freedoms"), put where it begins best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import Levenshtein

from drafting.data import load

_OPENERS: dict[str, int] = {
    word: rank for rank, words in enumerate(load("function_words")["phrase_openers"]) for word in words
}
_FUNCTION_WORDS = frozenset(_OPENERS)
_BRACKETS = {"(": ")", "[": "]", '"': '"'}
# Two ends of a bracket are shown as one change when at most this many tokens stand between them.
_BRACKETED = 3
# A phrase that survives in the middle of a replacement is worth showing when it says something by itself.
_PHRASE = 5
_PHRASE_CONTENT = 3


class Block(NamedTuple):
    """A changed stretch: tokens `[i1, i2)` of the old text become `[j1, j2)` of the new."""

    i1: int
    i2: int
    j1: int
    j2: int

    @property
    def size(self) -> int:
        """The tokens of its longer side."""
        return max(self.i2 - self.i1, self.j2 - self.j1)

    def mirrored(self) -> Block:
        """The same change from the new text to the old."""
        return Block(self.j1, self.j2, self.i1, self.i2)

    def shifted(self, by: int) -> Block:
        """The change so many tokens further on."""
        return Block(self.i1 + by, self.i2 + by, self.j1 + by, self.j2 + by)


class Tokens(NamedTuple):
    """Two texts as token keys."""

    before: Sequence[str]
    after: Sequence[str]

    def coded(self, block: Block) -> tuple[str, str]:
        """Both sides of a stretch with one code point for equal keys, so that they can be searched."""
        numbers: dict[str, str] = {}
        number = numbers.setdefault
        before, after = self.before[block.i1 : block.i2], self.after[block.j1 : block.j2]
        return (
            "".join([number(key, chr(len(numbers))) for key in before]),
            "".join([number(key, chr(len(numbers))) for key in after]),
        )


def changed(tokens: Tokens) -> list[Block]:
    """The changed stretches in order, at least one equal token apart; all else is equal."""
    return _placed(list(_changes(Block(0, len(tokens.before), 0, len(tokens.after)), tokens)), tokens)


def _changes(stretch: Block, tokens: Tokens) -> Iterator[Block]:
    for block in _joined(_cheapest(stretch, tokens), tokens):
        phrase = _survivor(block, tokens)
        if phrase is None:
            yield block
        else:
            yield from _changes(Block(block.i1, phrase.i1, block.j1, phrase.j1), tokens)
            yield from _changes(Block(phrase.i2, block.i2, phrase.j2, block.j2), tokens)


def _cheapest(stretch: Block, tokens: Tokens) -> list[Block]:
    """The fewest edits within a stretch, neighbouring ones as one block."""
    i0, i_end, j0, j_end = stretch
    blocks: list[Block] = []
    for tag, i1, i2, j1, j2 in Levenshtein.opcodes(tokens.before[i0:i_end], tokens.after[j0:j_end]):
        if tag == "equal":
            continue
        block = Block(i0 + i1, i0 + i2, j0 + j1, j0 + j2)
        if blocks and blocks[-1].i2 == block.i1 and blocks[-1].j2 == block.j1:
            block = Block(blocks[-1].i1, block.i2, blocks.pop().j1, block.j2)
        blocks.append(block)
    return blocks


def _joined(blocks: Iterable[Block], tokens: Tokens) -> list[Block]:
    """Blocks joined where they are one phrase, or where too little stands between them."""
    joined: list[Block] = []
    for block in blocks:
        whole = block
        while joined and (one := _as_one(joined[-1], whole, tokens)):
            joined.pop()
            whole = one
        joined.append(whole)
    return joined


def _as_one(left: Block, right: Block, tokens: Tokens) -> Block | None:
    """Both blocks as one: over one equal token, or over fewer function words than changed on either side.

    Two insertions (or two deletions) stay apart, "[all] States [concerned]" being clearer than "States"
    replaced, unless they are one phrase or the two ends of a bracket. So does a whole (a citation, a date)
    that became another: each has its own reason.
    """
    if _swaps_whole(left, tokens) or _swaps_whole(right, tokens):
        return None
    if left.i1 == left.i2 and right.i1 == right.i2:
        return _one_insertion(left, right, tokens.after)
    if left.j1 == left.j2 and right.j1 == right.j2:
        mirrored = _one_insertion(left.mirrored(), right.mirrored(), tokens.before)
        return mirrored and mirrored.mirrored()
    between = tokens.before[left.i2 : right.i1]
    few = len(between) < min(left.size, right.size) and _FUNCTION_WORDS.issuperset(between)
    return Block(left.i1, right.i2, left.j1, right.j2) if few or len(between) <= 1 else None


def _swaps_whole(block: Block, tokens: Tokens) -> bool:
    """Whether one key of several words became another such."""
    if block.i2 - block.i1 != 1 or block.j2 - block.j1 != 1:
        return False
    return " " in tokens.before[block.i1] and " " in tokens.after[block.j1]


def _one_insertion(left: Block, right: Block, after: Sequence[str]) -> Block | None:
    """Two insertions as one, where the words between may stand before or behind it: "[x and y,] and"."""
    length = right.i1 - left.i1
    between = after[left.j2 : right.j1]
    if length <= right.size and after[right.j2 - length : right.j2] == between:
        return Block(left.i1, left.i1, left.j1, right.j2 - length)
    if length <= left.size and after[left.j1 : left.j1 + length] == between:
        return Block(right.i1, right.i1, left.j1 + length, right.j2)
    more_than_marks = left.size + right.size > 2
    if more_than_marks and length <= _BRACKETED and _BRACKETS.get(after[left.j2 - 1]) == after[right.j1]:
        return Block(left.i1, right.i1, left.j1, right.j2)
    return None


def _survivor(block: Block, tokens: Tokens) -> Block | None:
    """A phrase that stands on both sides of a long replacement, as the stretches it covers.

    The cheapest edits overwrite such a phrase word by word when it moved within its sentence.
    """
    i1, i2, j1, j2 = block
    if min(i2 - i1, j2 - j1) <= _PHRASE:
        return None
    before, after = tokens.coded(block)
    first, length = _longest_run(before, after)
    start, place = i1 + first, j1 + after.find(before[first : first + length])
    content = sum(word not in _FUNCTION_WORDS for word in tokens.before[start : start + length])
    if length < _PHRASE or content < _PHRASE_CONTENT:
        return None
    return Block(start, start + length, place, place + length)


def _longest_run(one: str, other: str) -> tuple[int, int]:
    """Start and length of the longest stretch of one string that stands in the other."""
    best = start = 0
    for place in range(len(one)):
        while place + best < len(one) and one[place : place + best + 1] in other:
            start, best = place, best + 1
    return start, best


def _placed(blocks: Sequence[Block], tokens: Tokens) -> list[Block]:
    """Each pure insertion or deletion moved, among all places it could stand at, to where it begins best."""
    placed: list[Block] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        back = block.i1 - (placed[-1].i2 + 1 if placed else 0)
        ahead = (following.i1 - 1 if following else len(tokens.before)) - block.i2
        if block.i1 == block.i2:
            placed.append(block.shifted(_best_shift(tokens.after, block.j1, block.j2, back, ahead)))
        elif block.j1 == block.j2:
            placed.append(block.shifted(_best_shift(tokens.before, block.i1, block.i2, back, ahead)))
        else:
            placed.append(block)
    return placed


def _best_shift(side: Sequence[str], start: int, end: int, back: int, ahead: int) -> int:
    """By how many tokens to move `[start, end)`, at most `back` to the left and `ahead` to the right."""
    first = last = 0
    while -first < back and side[start + first - 1] == side[end + first - 1]:
        first -= 1
    while last < ahead and side[start + last] == side[end + last]:
        last += 1
    if first == last:
        return 0
    return min(range(first, last + 1), key=lambda by: (_rank(side[start + by]), abs(by)))


def _rank(word: str) -> int:
    """How well a phrase begins with this word; worst with the full stop of the sentence before."""
    return len(_OPENERS) if word == "." else _OPENERS.get(word, len(_OPENERS) - 1)
