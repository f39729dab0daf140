# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters and roman numerals as lists print them, in small letters."""

from __future__ import annotations

_MOST_LETTERS = 780  # thirty times the alphabet, as far as Word counts in letters
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def in_letters(count: int) -> str:
    """The letters a to z for 1 to 26, then aa, bb, cc, as Word and pages go on; "" beyond all lists."""
    row, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (row + 1) if 0 < count <= _MOST_LETTERS else ""


def in_roman(count: int) -> str:
    """The numerals i, ii, iii for 1, 2, 3; "" for what roman numerals do not write (0, 4000 and more)."""
    if not 0 < count < 4000:
        return ""
    sign = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        sign += letters * times
    return sign
