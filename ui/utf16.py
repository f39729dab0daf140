# SPDX-License-Identifier: GPL-3.0-or-later
"""Offsets at the edge between Python, which counts code points, and Qt, which counts UTF-16 code units."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

_LAST_SINGLE = "\uffff"  # above it, a code point takes two code units


class Offsets:
    """The offsets of one text, both ways; costs nothing for the texts that need no conversion, nearly all."""

    def __init__(self, text: str) -> None:
        self._units: list[int] | None = None
        if not text.isascii() and any(char > _LAST_SINGLE for char in text):
            widths = (2 if char > _LAST_SINGLE else 1 for char in text)
            self._units = [0, *accumulate(widths)]

    def to_qt(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return offset if self._units is None else self._units[offset]

    def to_python(self, offset: int) -> int:
        """The code point offset of a UTF-16 offset; within a pair, that of the code point it belongs to."""
        if self._units is None:
            return offset
        at = bisect_left(self._units, offset)
        return at if at < len(self._units) and self._units[at] == offset else at - 1
