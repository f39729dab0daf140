# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed before a paragraph: its number or letter, and how deep a letter stands.

Levels after the Editorial Manual: 1., then (a), then (i), then a., then i.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(\d{1,3})\s?(bis|ter|quater|quinquies|sexies)?\s?\.(?=\s|$|[A-Z\u201c\"\[])")
_LETTER = re.compile(r"\(([a-z]{1,2}|[ivxl]{1,6})\)(?=\s|$|[A-Z\u201c\"\[])")
_ROMAN = re.compile(r"([IVXL]{1,6})\.?(?=\s|$)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: `text` as in the record ("5", "(a)"), `end` where the paragraph begins behind it."""

    text: str
    end: int
    number: int = 0  # of a numbered paragraph; 0 for a letter


def label_of(text: str) -> Label | None:
    """The number or letter printed before a paragraph, None when there is none."""
    if match := _NUMBER.match(text):
        extra = f" {match[2]}" if match[2] else ""
        return Label(match[1] + extra, match.end(), int(match[1]))
    if match := _LETTER.match(text):
        return Label(match.group(), match.end())
    return None


def roman_heading(text: str) -> Label | None:
    """The roman numeral of a section, alone or before its title; None when there is none."""
    match = _ROMAN.match(text)
    if not match or not roman_value(match[1].lower()):
        return None
    title = text[match.end() :].lstrip()
    return Label(match[1], match.end()) if not title or title[0].isupper() else None


def roman_value(letters: str) -> int:
    """The value of a roman numeral in small letters up to 89; 0 when it is none."""
    if not re.fullmatch(r"(?=.)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", letters):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    pairs = zip(values, values[1:] + [0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def letter_value(letters: str) -> int:
    """The place of (a) to (z), then (aa) to (zz), in their row; 0 for other letters."""
    if len(letters) == 1:
        return ord(letters) - 96
    return 26 + ord(letters[0]) - 96 if len(letters) == 2 and letters[0] == letters[1] else 0


Rows = tuple[tuple[str, int], ...]
"""The rows of letters open at a place, outermost first: ("letter" or "roman", value reached)."""


def rows_with(label: str, rows: Rows, *, after_colon: bool) -> Rows:
    """The open rows once this label is placed; their number is its level (1 for (a), 2 for (i) under it).

    The same sign may be a letter or a roman numeral: it continues the row it fits, the innermost first; the
    first sign of a row opens one, a level deeper where a colon announces it or no row of its kind is open.
    """
    letters = label.strip("()")
    values = {"letter": letter_value(letters), "roman": roman_value(letters)}
    kind = "roman" if letters == "i" or not values["letter"] else "letter"
    if after_colon and values[kind] == 1:
        return (*rows, (kind, 1))
    for level in range(len(rows), 0, -1):
        row, reached = rows[level - 1]
        if values[row] == reached + 1:
            return (*rows[: level - 1], (row, values[row]))
    for level in range(len(rows), 0, -1):  # a sign is missing in its row, or the row begins anew
        if rows[level - 1][0] == kind:
            return (*rows[: level - 1], (kind, values[kind]))
    return (*rows, (kind, values[kind]))
