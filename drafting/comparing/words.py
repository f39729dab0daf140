# SPDX-License-Identifier: GPL-3.0-or-later
"""Word-level edits of one pair of texts, as spans of code points.

A citation, a date, a session, a number with what it counts is one word here (`wholes`): an edit replaces it
as a whole or leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from drafting.comparing.blocks import Block, Tokens, changed
from drafting.comparing.records import Edit, Op, Span
from drafting.comparing.tokens import BLANK, SPACED, WORDS
from drafting.comparing.weights import weigh
from drafting.comparing.wholes import LONGEST, Whole, possible, wholes_in
from drafting.glyphs import folded

_MARGIN = 40  # code points beside a change, so that it can still be moved to where it reads best
_MARGIN_OF_WHOLES = 20 + LONGEST  # and so that no whole beside it is cut


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The edits from one text to the other, in order, over whole words; none for glyphs and white space.

    The old text with each old span replaced by its new span has exactly the tokens of the new text
    (`tokens`): the same words and punctuation in the same order; and the other way round. Spans neither
    overlap nor touch, and begin and end at tokens or at the white space between them, never within what is
    one whole (`wholes`). Offsets are code points. Each edit is weighed (`weights`). `exact.glyph_edits` has
    what is still missing to rebuild either text letter by letter.
    """
    return edits_and_likeness(old, new)[0]


def likeness(old: str, new: str) -> float:
    """The share of both texts that no edit touches, from 0.0 to 1.0, in code points."""
    return edits_and_likeness(old, new)[1]


def same_words(old: str, new: str) -> bool:
    """Whether two squeezed texts have the same tokens one by one, so that there is no edit between them."""
    if old == new:
        return True
    if old.replace(" ", "") != new.replace(" ", ""):
        return False
    return bool(WORDS.findall(old) == WORDS.findall(new))


def edits_and_likeness(old: str, new: str) -> tuple[tuple[Edit, ...], float]:
    """What `edits` and `likeness` give, at the cost of one."""
    if old == new:
        return (), 1.0
    first, second = folded(old), folded(new)
    head, tail, look = _shared_ends(first, second)
    before = _Text(first, head, len(first) - tail, look=look)
    after = _Text(second, head, len(second) - tail, look=look)
    if before.same_words(after):
        return (), 1.0
    found = tuple(
        _weighed(first, second, *_edit(before.around(block.i1, block.i2), after.around(block.j1, block.j2)))
        for block in _settled(changed(Tokens(before.keys, after.keys)), before, after)
    )
    touched = sum(edit.old.end - edit.old.start + edit.new.end - edit.new.start for edit in found)
    return found, 1 - touched / (len(old) + len(new))


def _shared_ends(first: str, second: str) -> tuple[int, int, bool]:
    """How much of the beginning and of the end of two texts need not be looked at, in code points.

    Both cuts stand at a space and leave so much that edits can still be moved to where they read best. And
    whether there may be wholes between them.
    """
    shorter = min(len(first), len(second))
    head = Prefix.similarity(first, second)
    tail = min(Postfix.similarity(first, second), shorter - head)
    look = any(
        possible(text, head - _MARGIN_OF_WHOLES, len(text) - tail + _MARGIN_OF_WHOLES)
        for text in (first, second)
    )
    margin = _MARGIN_OF_WHOLES if look else _MARGIN
    after_head = first.rfind(" ", 0, max(0, head - margin)) + 1
    before_tail = first.find(" ", len(first) - max(0, tail - margin))
    return after_head, len(first) - before_tail - 1 if before_tail >= 0 else 0, look


class _Sides(NamedTuple):
    """Where a stretch of tokens stands: end of the token before, own start and end, start of the next.

    An empty stretch is the gap between two tokens; its `start` is the end of that gap and its `end` the
    beginning, so that `span` is right for it too as long as one of its arguments is true.
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


# Where a whole stands by itself, no word goes on before or behind it.
_BEFORE = re.compile(r"[\s(\"\[]")
_ALONE = re.compile(r"[\s,;:)\"\]]|\.(?!\S)|$")


class _Text:
    """The tokens of a folded text from `start` to `end`, and where they stand.

    `keys` are what is compared: the tokens, and each whole as one, whatever the white space within. `look`:
    there may be wholes.
    """

    def __init__(self, text: str, start: int, end: int, *, look: bool) -> None:
        self._text, self._first, self._last = text, start, end
        found = wholes_in(text, start, end) if look else ()
        self._spaced: list[str] = [*self._split_at(found)] if found else SPACED.findall(text, start, end)
        self._printed = [*map(str.rstrip, self._spaced)]
        self.keys = self._printed
        if found:
            self.keys = [" ".join(key.split()) if " " in key else key for key in self._printed]
        behind = BLANK.match(text, start, end)
        self._starts = [*accumulate(map(len, self._spaced), initial=behind.end() if behind else start)]

    def _split_at(self, found: Sequence[Whole]) -> Iterator[str]:
        """The tokens and the wholes, each with the white space behind it."""
        at = self._first
        for whole in found:
            if not _ALONE.match(self._text, whole.end) or (
                whole.start > 0 and not _BEFORE.match(self._text, whole.start - 1)
            ):
                continue  # it would cut a word
            yield from SPACED.findall(self._text, at, whole.start)
            behind = BLANK.match(self._text, whole.end, self._last)
            at = behind.end() if behind else whole.end
            yield self._text[whole.start : at]
        yield from SPACED.findall(self._text, at, self._last)

    def same_words(self, other: _Text) -> bool:
        """Whether both have the same tokens one by one, wholes or not."""
        if self.keys == other.keys:
            return True
        if "".join(self.keys).replace(" ", "") != "".join(other.keys).replace(" ", ""):
            return False
        one, two = (WORDS.findall(side._text, side._first, side._last) for side in (self, other))
        return bool(one == two)

    def around(self, first: int, last: int) -> _Sides:
        """Where the tokens `[first, last)` and their neighbours stand."""
        printed, starts = self._printed, self._starts
        left = starts[first - 1] + len(printed[first - 1]) if first else self._first
        right = starts[last] if last < len(printed) else self._last
        if first == last:
            return _Sides(left, right, left, right)
        return _Sides(left, starts[first], starts[last - 1] + len(printed[last - 1]), right)

    def spaced(self, index: int) -> bool:
        """Whether white space, or an end of the text, stands before the token at this place."""
        if index in (0, len(self.keys)):
            return True
        return len(self._spaced[index - 1]) > len(self._printed[index - 1])


def _settled(blocks: Sequence[Block], before: _Text, after: _Text) -> list[Block]:
    """The blocks widened where words would run together, because white space beside them differs as well.

    From "a,5" to "3, 5" only the letter changed; but put into the old text the figure would give the word
    "3,5".
    """
    settled: list[Block] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        last = settled[-1] if settled else Block(0, 0, 0, 0)
        back = _unsettled(block.i1, block.j1, before, after, range(0, last.i2 - block.i1, -1))
        standing = (following.i1 if following else len(before.keys)) - block.i2
        ahead = _unsettled(block.i2, block.j2, before, after, range(standing))
        wide = Block(block.i1 - back, block.i2 + ahead, block.j1 - back, block.j2 + ahead)
        if settled and last.i2 >= wide.i1:
            wide = Block(last.i1, wide.i2, last.j1, wide.j2)
            settled.pop()
        settled.append(wide)
    return settled


def _unsettled(i: int, j: int, before: _Text, after: _Text, steps: range) -> int:
    """How many equal tokens lie before the last gap that only one side has, on the way to one of both."""
    reach = 0
    if before.spaced(i) and after.spaced(j):
        return 0
    for step in steps:
        spaces = before.spaced(i + step), after.spaced(j + step)
        if all(spaces):
            break
        if step and any(spaces):
            reach = abs(step)
    return reach


def _edit(old: _Sides, new: _Sides) -> tuple[Span, Span]:
    """The change as spans; white space beside it is taken along where needed for the texts to be rebuilt.

    An insertion or a deletion takes the space before it, so that its other side is empty.
    """
    if old.empty or new.empty:
        bare, full = (old, new) if old.empty else (new, old)
        left = bare.space_before == full.space_after or bare.space_before != full.space_before
        right = bare.space_before != full.space_after
    else:
        left, right = old.space_before != new.space_before, old.space_after != new.space_after
    return old.span(left, right), new.span(left, right)


def _weighed(old: str, new: str, gone: Span, come: Span) -> Edit:
    op = Op.REPLACE
    if gone.start == gone.end:
        op = Op.INSERT
    elif come.start == come.end:
        op = Op.DELETE
    return Edit(op, gone, come, partial(weigh, old, new, gone, come))
