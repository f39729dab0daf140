# SPDX-License-Identifier: GPL-3.0-or-later
"""Square brackets round text that is not agreed, told from the blanks that look like them ("[…]").

Source: Editorial Manual on paragraphs; rule 1.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafting.comparing.records import Span

BLANK = r"\[\s*(?:(?:\u2026|\.{2,4}|_+)\s*)?\]"
"""What stands for words that are not known yet, as a pattern."""
_BLANK = re.compile(BLANK)
_SIGN = re.compile(rf"{BLANK}|[\[\]]")


@dataclass(frozen=True, slots=True)
class Brackets:
    """The square brackets of a text: whole pairs in the order of their beginnings, and signs left alone.

    A pair is the span of its words with both signs.
    """

    pairs: tuple[Span, ...] = ()
    alone: tuple[int, ...] = ()

    @property
    def signs(self) -> tuple[int, ...]:
        """Where all signs stand, in order."""
        ends = (at for pair in self.pairs for at in (pair.start, pair.end - 1))
        return tuple(sorted((*ends, *self.alone)))

    def holds(self, at: int) -> bool:
        """Whether a place between two characters lies within a pair."""
        return any(pair.start < at < pair.end for pair in self.pairs)

    def covers(self, at: int) -> bool:
        """Whether the character at a place belongs to a pair, as a sign or between them."""
        return any(pair.start <= at < pair.end for pair in self.pairs)

    def round(self, start: int, end: int) -> Span | None:
        """The innermost pair round a stretch; one whose sign it touches is round it too."""
        around = [pair for pair in self.pairs if pair.start <= start and end <= pair.end]
        return max(around, key=lambda pair: pair.start, default=None)

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """The signs of the pairs that lie in a stretch with both, and the lone signs in it."""
        pairs = (pair for pair in self.pairs if start <= pair.start and pair.end <= end)
        ends = [at for pair in pairs for at in (pair.start, pair.end - 1)]
        return tuple(sorted((*ends, *(at for at in self.alone if start <= at < end))))


_NONE = Brackets()


def blanks_in(text: str) -> tuple[Span, ...]:
    """The blanks of a text that look like brackets: "[…]", "[ ]", "[...]"."""
    return tuple(Span(*match.span()) for match in _BLANK.finditer(text)) if "[" in text else ()


def brackets_in(text: str) -> Brackets:
    """The square brackets of a text, without its blanks."""
    return _found(text) if "[" in text or "]" in text else _NONE


@lru_cache(maxsize=2048)
def _found(text: str) -> Brackets:
    waiting: list[int] = []
    pairs: list[Span] = []
    alone: list[int] = []
    for match in _SIGN.finditer(text):
        if len(match[0]) > 1:
            continue
        if match[0] == "[":
            waiting.append(match.start())
        elif waiting:
            pairs.append(Span(waiting.pop(), match.end()))
        else:
            alone.append(match.start())
    return Brackets(tuple(sorted(pairs, key=lambda pair: pair.start)), tuple(sorted((*alone, *waiting))))
